"""The Word document: opened again, it says what the briefing says, every link leads somewhere, and the bytes are the same."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from conftest import ROOT
from docx.oxml.ns import qn
from hostile import HOSTILE, naughty_strings, saying
from hostile_briefing import hostile_briefing
from PIL import Image
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.drawing import USUAL, Drawing
from brief.look import Look
from brief.model import Briefing, Statement, one_line
from brief.render.labels import spoken
from brief.render.office.docx import to_docx
from brief.render.office.word_styles import HEATS, SOURCE_COLOURS
from brief.render.views.index import COLOURS
from brief.render.views.shown import COLUMNS
from brief.render.views.view import view
from brief.render.words import line

Document = docx.document.Document
ARABIC = "أعلنت سلطات الميناء يوم الاثنين أن الحوض الشمالي سيغلق لمدة عامين."
MARKS = ("w:bookmarkStart", "w:bookmarkEnd")
MOST_BYTES = 100_000
"""Of thirty articles with all their text; a picture of one page takes as much."""


def opened(any_briefing: Briefing, drawing: Drawing = USUAL) -> Document:
    return docx.Document(io.BytesIO(to_docx(any_briefing, drawing)))


def text_of(document: Document) -> str:
    """Return the text of all paragraphs, those in tables too."""
    return "\n".join(one.text for one in document.element.body.iter(qn("w:p"))).replace("\u00a0", " ")


def headings(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == "Heading 1"]


def in_style(document: Document, name: str) -> list[str]:
    """Return the stretches of text in a character style, those in links too."""
    ids = {style.name: style.style_id for style in document.styles}
    runs = (run for run in document.element.body.iter(qn("w:r")) if run.style == ids[name])
    return [run.text for run in runs]


def marked(body: Any, name: str) -> str:
    """Return the text from the bookmark's beginning to its end."""
    start = next(one for one in body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == name)
    text = ""
    for element in start.itersiblings():
        if element.tag == qn("w:bookmarkEnd") and element.get(qn("w:id")) == start.get(qn("w:id")):
            return text
        text += "".join(one.text or "" for one in element.iter(qn("w:t")))
    raise AssertionError(f"{name} does not end")


def saying_each(texts: Iterable[str]) -> Briefing:
    """Return the sample briefing with a statement for each text."""
    first, *rest = briefing().sections
    statement, replace = first.statements[0], msgspec.structs.replace
    own = (replace(statement, id=f"z{number}", text=text) for number, text in enumerate(texts, 1))
    return replace(briefing(), sections=(replace(first, statements=(*first.statements, *own)), *rest))


def arabic_briefing() -> Briefing:
    """Return the sample briefing as an Arabic one: its first statement and its source say ARABIC."""
    replace = msgspec.structs.replace
    plain = saying(ARABIC)
    return replace(plain, language="ar", sources=tuple(replace(one, language="ar") for one in plain.sources))


def test_the_parts_stand_in_order_under_headings_of_word() -> None:
    document = opened(briefing())
    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == ["Lindhaven rebuilds its harbour"]
    assert headings(document) == [
        "Bottom line",
        "Economy",
        "Due process",
        "Work",
        "Coverage",
        "Evidence",
        "Sources",
        "Method and exclusions",
        "Warnings",
        "How to verify",
    ]
    second = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert second == [*(f"{one.label}\u00a0\u00a0{one.title}" for one in briefing().sources), "Not quoted, and why"]


def test_each_statement_stands_once_word_for_word_with_its_label() -> None:
    drawn = text_of(opened(briefing()))
    for statement in briefing().statements:
        assert drawn.count(f"{statement.text} {statement.id.upper()}") == 1


def check_quotations(document: Document, statements: tuple[Statement, ...]) -> None:
    drawn = one_line(text_of(document))
    for statement in statements:
        for citation in statement.citations:
            assert line(citation.exact) in drawn


@pytest.mark.parametrize("make", [briefing, long_briefing, hostile_briefing])
def test_every_quotation_is_there_verbatim(make) -> None:  # type: ignore[no-untyped-def]
    check_quotations(opened(make()), make().statements)


def test_an_editor_can_save_it_again_and_nothing_is_lost(briefing: Briefing) -> None:
    document, again = opened(briefing), io.BytesIO()
    document.save(again)
    saved = docx.Document(again)
    assert text_of(saved) == text_of(document)
    check_quotations(saved, briefing.statements)


def test_a_citation_leads_to_its_words_in_the_evidence_and_back() -> None:
    body = opened(briefing()).element.body
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    for statement in briefing().statements:
        assert {f"evidence_{statement.id}", f"statement_{statement.id}"} <= set(links)
        assert marked(body, f"evidence_{statement.id}") == line(statement.citations[0].exact)
        assert marked(body, f"statement_{statement.id}").startswith(statement.text)


def test_without_evidence_a_citation_leads_to_the_list_of_sources() -> None:
    bare = tuple(msgspec.structs.replace(one, passages=()) for one in briefing().sources)
    document = opened(msgspec.structs.replace(briefing(), sources=bare))
    assert "Evidence" not in headings(document)
    links = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))}
    assert {"source_a", "source_b", "source_c"} <= links


def test_in_the_evidence_each_kind_of_text_has_its_style() -> None:
    document = opened(briefing())
    quoted = {line(part.exact) for statement in briefing().statements for part in statement.citations}
    assert quoted <= set(in_style(document, "Quoted in briefing"))
    assert "Advertisement" in in_style(document, "Left out")
    assert "About 340 dock workers will be moved to the southern basin, the authority said." in in_style(
        document, "Says the same"
    )


def test_styles_are_those_that_an_editor_changes_at_once() -> None:
    document = opened(long_briefing())
    used = {one.style.name for one in document.paragraphs}
    assert {"Kicker", "Title", "Subtitle", "Heading 1", "Bottom line", "List Number", "List Bullet", "Evidence"} <= used
    assert in_style(opened(briefing()), "Added words") == ["[on 14 April]"]
    assert "A2" in in_style(opened(briefing()), "Source 1")


def test_colours_are_those_of_the_pdf() -> None:
    rules = (ROOT / "templates" / "default" / "print.css").read_text("utf-8")
    for number, colour in enumerate(SOURCE_COLOURS, 1):
        assert f".s{number} {{ --c: #{colour.lower()}; }}" in rules
    assert len(SOURCE_COLOURS) == COLOURS
    for number, fill in enumerate(HEATS):
        assert f".heat{number} {{ background: #{fill.lower()};" in rules


def test_key_points_are_a_numbered_list_of_word() -> None:
    document = opened(long_briefing())
    points = [one.text for one in document.paragraphs if one.style.name == "List Number"]
    assert len(points) == len(long_briefing().key_points) > 1
    assert document.styles["List Number"].element.pPr.numPr.numId is not None


def test_the_real_findings_are_there(briefing: Briefing) -> None:
    document, found = opened(briefing), view(briefing).findings
    for name in ("Where reports differ", "Key figures", "Who is quoted", "Timeline"):
        assert name in headings(document)
    drawn = text_of(document)
    for side in (side for difference in found.differences for side in difference.sides):
        assert side.before + side.marked + side.after in drawn
    for words in (said.words for speaker in found.speakers for said in speaker.quotations):
        assert words in drawn
    for one in found.timeline:
        assert one.sentence in drawn
    assert {side.marked for each in found.differences for side in each.sides if side.marked} <= set(
        in_style(document, "Strong")
    )


@pytest.mark.parametrize("any_briefing", [briefing(), long_briefing(), hostile_briefing(), arabic_briefing()])
def test_every_link_leads_to_a_bookmark_or_to_the_web(any_briefing: Briefing) -> None:
    document = opened(any_briefing)
    marks = [one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))]
    links = list(document.element.body.iter(qn("w:hyperlink")))
    inside = {one.get(qn("w:anchor")) for one in links if one.get(qn("w:anchor"))}
    assert inside <= set(marks)
    assert len(inside) > 2
    assert len(marks) == len(set(marks))
    assert all(re.fullmatch(r"[a-z]\w{0,39}", mark) for mark in marks)
    numbers = [sorted(one.get(qn("w:id")) for one in document.element.body.iter(qn(tag))) for tag in MARKS]
    assert numbers[0] == numbers[1] == sorted(set(numbers[0]))
    for one in document.part.rels.values():
        assert not one.is_external or re.match("https?://", one.target_ref)


def test_a_source_has_publisher_date_and_address() -> None:
    table = next(one for one in opened(briefing()).tables if one.rows[0].cells[0].text == "Letter")
    assert [one.text for one in table.rows[1].cells[1].paragraphs] == [
        "Port of Lindhaven to close its northern basin for two years",
        "The Lindhaven Post · M. Castellan · 14 April 2025",
        "https://news.example/lindhaven",
    ]
    assert [one.address for one in table.rows[1].cells[1].paragraphs[2].hyperlinks] == [
        "https://news.example/lindhaven"
    ]


def test_tables_are_as_words_accessibility_checker_asks() -> None:
    tables = opened(briefing()).tables
    assert [table.rows[0].cells[0].text for table in tables] == ["Theme", "Letter", "Reason", "Sentence"]
    for table in tables:
        repeats = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert repeats == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_very_many_sources_make_several_tables_and_not_one() -> None:
    document = opened(long_briefing(100, 50))
    coverage = [table for table in document.tables if table.rows[0].cells[0].text == "Theme"]
    sources = [len(table.columns) - 1 for table in coverage]
    assert (len(sources), sum(sources)) == (3, 50)
    assert max(sources) <= COLUMNS
    for table in coverage:
        assert not table._tbl.getnext().tag.endswith("}tbl")


def test_pages_are_numbered_and_marked() -> None:
    section = opened(briefing(), Drawing(marking="TLP:GREEN")).sections[0]
    assert [one.text for one in section.header.paragraphs] == ["TLP:GREEN", "Lindhaven rebuilds its harbour"]
    assert [one.text for one in section.first_page_header.paragraphs] == ["TLP:GREEN"]
    for footer in (section.footer, section.first_page_footer):
        fields = [one.get(qn("w:instr")) for one in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert footer.paragraphs[1].text == "TLP:GREEN"
        assert footer.paragraphs[0].text.startswith("Every sentence is quoted word for word.")


def test_paper_fonts_and_logo_are_those_of_the_house() -> None:
    logo = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(logo, "PNG")
    uri = "data:image/png;base64," + base64.b64encode(logo.getvalue()).decode()
    look = Look(organisation="Harbour Desk", logo=uri, accent="#7a1f2b", font_serif="Garamond")
    document = opened(briefing(), Drawing(page_size="Letter", look=look))
    section = document.sections[0]
    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == (8.5, 11)
    assert document.styles["List Bullet"].font.name == "Garamond"
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A1F2B"
    picture = next(document.element.body.iter(qn("wp:docPr")))
    assert picture.get("descr") == "Harbour Desk"
    assert document.core_properties.author == "Harbour Desk"


def test_properties_and_language_come_from_the_briefing() -> None:
    properties = opened(briefing()).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Lindhaven rebuilds its harbour",
        "brief 0.1.0",
        "en",
    )
    assert properties.created.date() == properties.modified.date() == date(2025, 4, 15)
    spanish = opened(msgspec.structs.replace(briefing(), language="es"))
    languages = {one.get(qn("w:val")) for one in spanish.styles.element.iter(qn("w:lang"))}
    assert languages == {"es", "en"}  # “Sources” stays English
    assert opened(empty_briefing()).core_properties.created is None
    east = opened(msgspec.structs.replace(briefing(), created="2025-04-15T01:30:00+02:00")).core_properties
    assert east.created.isoformat().startswith("2025-04-14T23:30:00")


def test_a_quotation_in_another_language_says_so() -> None:
    first, *others = briefing().sources
    mixed = msgspec.structs.replace(briefing(), sources=(msgspec.structs.replace(first, language="es"), *others))
    body = opened(mixed).element.body
    spanish = [
        run.text
        for run in body.iter(qn("w:r"))
        if (tag := run.find(".//" + qn("w:lang"))) is not None and tag.get(qn("w:val")) == "es"
    ]
    assert next(s.text for s in mixed.statements if s.id == "a2") in spanish
    assert not {"A2", "Evidence", "1 source"} & set(spanish)


def test_words_of_ours_are_in_the_language_of_the_labels(briefing: Briefing) -> None:
    with spoken("de"):
        document = opened(briefing)
    assert headings(document)[0] == "Das Wichtigste"
    german = {
        style.name
        for style in document.styles
        if style.element.find(f".//{qn('w:lang')}[@{qn('w:val')}='de']") is not None
    }
    assert {"Heading 1", "Note", "Table text", "Footer"} <= german
    assert not {"Normal", "List Bullet", "Evidence", "Table quotation"} & german
    figure = view(briefing).findings.figures[0].text
    run = next(run for run in document.element.body.iter(qn("w:r")) if run.text == figure)
    assert run.rPr.find(qn("w:lang")).get(qn("w:val")) == "en"


def test_what_is_written_from_right_to_left_stands_so() -> None:
    body = opened(arabic_briefing()).element.body
    quoted = next(one for one in body.iter(qn("w:p")) if one.text.startswith(ARABIC))
    assert quoted.pPr.find(qn("w:bidi")) is not None
    words = next(run for run in body.iter(qn("w:r")) if run.text == ARABIC)
    assert words.rPr.find(qn("w:rtl")) is not None
    assert words.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    ours = next(one for one in body.iter(qn("w:p")) if one.text == "Evidence")
    assert ours.pPr.find(qn("w:bidi")) is None
    assert ours.pPr.find(qn("w:jc")).get(qn("w:val")) == "right"
    assert all(one.tblPr.find(qn("w:bidiVisual")) is not None for one in body.iter(qn("w:tbl")))
    assert body.sectPr.find(qn("w:bidi")) is not None
    assert not list(opened(briefing()).element.body.iter(qn("w:bidi"), qn("w:rtl"), qn("w:bidiVisual")))


def test_one_arabic_quotation_in_an_english_briefing_runs_its_own_way() -> None:
    body = opened(saying(ARABIC)).element.body
    right = [one for one in body.iter(qn("w:p")) if one.pPr.find(qn("w:bidi")) is not None]
    assert any(one.text.startswith(ARABIC) for one in right)
    assert not any(one.text.startswith("Bottom") for one in right)


def test_a_long_title_fits_the_property() -> None:
    long_title = opened(msgspec.structs.replace(briefing(), title="Harbour " * 60))
    assert long_title.core_properties.title == ("Harbour " * 60)[:255]


def test_what_changed_is_there(briefing: Briefing) -> None:
    from brief.changes import changes, mark

    before = msgspec.structs.replace(briefing, sections=briefing.sections[1:], bottom_line=(), key_points=())
    document = opened(mark(briefing, changes(before, briefing)))
    assert headings(document)[1].startswith("What changed since ")
    told = [one.text for one in document.paragraphs if one.style.name == "What changed"]
    assert told[:2] == ["Nothing new since 9 March 2026.", "2 read before, quoted now L2 C2"]


def test_hostile_text_is_text() -> None:
    attack = text_of(opened(hostile_briefing()))
    assert "</title></style></script><script>alert(1)</script>" in attack
    for text in HOSTILE:
        assert line(text) in one_line(text_of(opened(saying(text))))


def test_naughty_strings_are_text() -> None:
    drawn = one_line(text_of(opened(saying_each(naughty_strings()))))
    for text in naughty_strings():
        assert line(text) in drawn


def test_the_same_bytes_twice_and_no_clock_in_them() -> None:
    data = to_docx(briefing())
    code = "import sys; sys.path.insert(0, 'tests'); from sample_briefing import briefing; from brief.render.office.docx import to_docx; "
    run = [sys.executable, "-c", f"{code} sys.stdout.buffer.write(to_docx(briefing()))"]
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run(run, capture_output=True, check=True, env=environment).stdout == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in archive.namelist())
        assert b"Macintosh" not in b"".join(archive.read(name) for name in archive.namelist())


def test_thirty_articles_make_a_small_file() -> None:
    data = to_docx(long_briefing(120, 30))
    assert 20_000 < len(data) < MOST_BYTES


def test_word_does_not_open_it_in_compatibility_mode() -> None:
    modes = {
        one.get(qn("w:name")): one.get(qn("w:val"))
        for one in opened(briefing()).settings.element.iter(qn("w:compatSetting"))
    }
    assert modes["compatibilityMode"] == "15"


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs soffice and pdftotext")
def test_another_program_sets_it_on_pages(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "briefing.docx"
    file.write_bytes(to_docx(briefing, Drawing(marking="TLP:GREEN")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    # Without the margins: a sentence may begin on one page and end on the next.
    text = ["pdftotext", "-y", "70", "-x", "0", "-W", "600", "-H", "690", file.with_suffix(".pdf"), "-"]
    drawn = subprocess.run(text, capture_output=True, text=True, check=True).stdout
    assert 6 <= drawn.count("\f") <= 16
    together = re.sub(r"\s+", "", drawn)
    for statement in briefing.statements:
        assert re.sub(r"\s+", "", line(statement.citations[0].exact)) in together


def test_python_docx_is_imported_only_for_this_format() -> None:
    code = "import sys, brief.render.office.docx, brief.cli.output; print('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
