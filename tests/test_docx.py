"""The Word document: opened again, it says what the briefing says, every link leads somewhere, and the bytes are the same."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hostile import HOSTILE, naughty_strings, saying
from hostile_briefing import hostile_briefing
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.model import Briefing, one_line
from brief.render.docx import to_docx
from brief.render.view import view
from brief.render.words import line


def opened(any_briefing: Briefing, marking: str = "") -> docx.document.Document:
    return docx.Document(io.BytesIO(to_docx(any_briefing, marking)))


def paragraphs(document: docx.document.Document) -> Iterator[Paragraph]:
    """Yield the paragraphs in their order, those in tables too."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)
        else:
            yield block


def text_of(any_briefing: Briefing) -> str:
    return "\n".join(one.text.replace("\u00a0", " ") for one in paragraphs(opened(any_briefing)))


def headings(document: docx.document.Document) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == "Heading 1"]


def test_the_parts_stand_in_order_under_headings_of_word() -> None:
    document = opened(briefing())
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text == "Lindhaven rebuilds its harbour"
    assert headings(document) == [
        "Bottom line",
        "Economy",
        "Due process",
        "Work",
        "Coverage",
        "Sources",
        "What was left out",
        "How to verify",
    ]


def test_each_statement_stands_once_word_for_word_with_its_label() -> None:
    drawn = text_of(briefing())
    for statement in briefing().statements:
        assert drawn.count(f"{statement.text} {statement.id.upper()}") == 1


def test_styles_are_those_that_an_editor_changes_at_once() -> None:
    by_style = {one.style.name: one.text for one in opened(briefing()).paragraphs}
    assert {"Title", "Heading 1", "Quote", "List Bullet", "Caption", "List Continue"} <= by_style.keys()
    runs = [run for one in opened(briefing()).paragraphs for run in one.runs if run.style.name == "Added words"]
    assert [run.text for run in runs] == ["[on 14 April]"]


def test_the_real_findings_are_there(briefing: Briefing) -> None:
    document, found = opened(briefing), view(briefing).findings
    for name in ("Where reports differ", "Key figures", "Who is quoted", "Timeline"):
        assert name in headings(document)
    drawn = text_of(briefing)
    for side in (side for difference in found.differences for side in difference.sides):
        assert side.before + side.marked + side.after in drawn
    for words in (said.words for speaker in found.speakers for said in speaker.quotations):
        assert words in drawn
    for one in found.timeline:
        assert one.sentence in drawn
    bold = {run.text for one in paragraphs(document) for run in one.runs if run.bold}
    assert {side.marked for each in found.differences for side in each.sides if side.marked} <= bold


@pytest.mark.parametrize("any_briefing", [briefing(), long_briefing(), hostile_briefing()])
def test_every_link_leads_to_a_bookmark_or_to_the_web(any_briefing: Briefing) -> None:
    document = opened(any_briefing)
    marks = [one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))]
    links = list(document.element.body.iter(qn("w:hyperlink")))
    inside = {one.get(qn("w:anchor")) for one in links if one.get(qn("w:anchor"))}
    assert inside <= set(marks)
    assert len(inside) > 2
    assert len(marks) == len(set(marks)) == len(any_briefing.sources) + len(view(any_briefing).statements)
    assert all(re.fullmatch(r"[a-z]\w{0,39}", mark) for mark in marks)
    for one in document.part.rels.values():
        assert not one.is_external or re.match("https?://", one.target_ref)


def test_tables_have_a_header_row_that_repeats() -> None:
    tables = opened(briefing()).tables
    assert [table.rows[0].cells[0].text for table in tables] == ["Theme", "Letter", "Reason", "Sentence"]
    for table in tables:
        repeats = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert repeats == [True] + [False] * (len(table.rows) - 1)


def test_very_many_sources_make_several_tables_and_not_one() -> None:
    plain = long_briefing(100, 50)
    document = opened(plain)
    coverage = [table for table in document.tables if table.rows[0].cells[0].text == "Theme"]
    assert [len(table.columns) for table in coverage] == [21, 21, 11]
    for table in coverage:
        assert not table._tbl.getnext().tag.endswith("}tbl")


def test_pages_are_numbered_and_marked() -> None:
    section = opened(briefing(), "TLP:GREEN").sections[0]
    assert section.header.paragraphs[0].text == "TLP:GREEN · Lindhaven rebuilds its harbour"
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_properties_and_language_come_from_the_briefing() -> None:
    document = opened(briefing())
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Lindhaven rebuilds its harbour", "brief 0.1.0")
    assert properties.created.date() == properties.modified.date() == date(2025, 4, 15)
    spanish = opened(msgspec.structs.replace(briefing(), language="es"))
    languages = {one.get(qn("w:val")) for one in spanish.styles.element.iter(qn("w:lang"))}
    assert languages == {"es", "en"}  # “Sources” stays English
    assert opened(empty_briefing()).core_properties.created is None


def test_a_long_title_fits_the_property() -> None:
    long_title = opened(msgspec.structs.replace(briefing(), title="Harbour " * 60))
    assert long_title.core_properties.title == ("Harbour " * 60)[:255]


def test_what_changed_is_there(briefing: Briefing) -> None:
    from brief.changes import changes, mark

    before = msgspec.structs.replace(briefing, sections=briefing.sections[1:], bottom_line=(), key_points=())
    document = opened(mark(briefing, changes(before, briefing)))
    assert headings(document)[1].startswith("What changed since ")
    told = [one.text for one in document.paragraphs if one.style.name == "List Bullet"]
    assert told[0] == "2 read before, quoted now: L2, C2"


def test_hostile_text_is_text() -> None:
    attack = text_of(hostile_briefing())
    assert "</title></style></script><script>alert(1)</script>" in attack
    for text in (*HOSTILE, *naughty_strings()):
        assert line(text) in one_line(text_of(saying(text)))


def test_the_same_bytes_twice_and_no_clock_in_them() -> None:
    data = to_docx(briefing())
    code = "import sys; sys.path.insert(0, 'tests'); from sample_briefing import briefing; from brief.render.docx import to_docx; "
    run = [sys.executable, "-c", f"{code} sys.stdout.buffer.write(to_docx(briefing()))"]
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run(run, capture_output=True, check=True, env=environment).stdout == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in archive.namelist())


def test_python_docx_is_imported_only_for_this_format() -> None:
    code = "import sys, brief.render.docx, brief.cli.output; print('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
