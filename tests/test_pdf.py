"""The PDF: tagged without a fault, the same bytes everywhere, linked both ways, and harmless whatever is in it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

import hostile_briefing
import msgspec
import pypdf
import pytest
import sample_briefing
from conftest import SAMPLES

import brief
from brief.drawing import Drawing
from brief.errors import RenderError, TemplateError
from brief.model import Briefing, from_json
from brief.render.pages import pdf
from brief.render.pages.overview import overview
from brief.render.pages.paint import explained
from brief.render.pages.pdf import Drawn, RenderWarning, attachments, draw_pdf, to_pdf
from brief.render.views.view import view

ROOT = Path(__file__).parent.parent
FOOT = 50
"""Points from the lower edge of the paper to the text (17.5 mm)."""
TOP = 842 - 71 - 20
"""A heading whose top is higher up begins the page: A4 less the margin (25 mm) and a line."""
OURS = {"Brief-Source-Serif", "Brief-Source-Sans", "Brief-Source-Code", "Brief-Symbols"}
MAKERS = {
    "usual": sample_briefing.briefing,
    "long": sample_briefing.long_briefing,
    "empty": sample_briefing.empty_briefing,
    "hostile": hostile_briefing.hostile_briefing,
    "samples": lambda: briefings()["samples"],
}
ARCHIVED = {
    "usual": Drawing(pdf_profile="a-3"),
    "long": Drawing(pdf_profile="a-3", marking="TLP:GREEN"),
    "empty": Drawing(pdf_profile="a-3", page_size="Letter"),
    "hostile": Drawing(pdf_profile="a-3", page_size="Letter"),
    "samples": Drawing(pdf_profile="a-3", page_size="Letter", marking="TLP:GREEN"),
}
PAPER = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points."""


@cache
def briefings() -> dict[str, Briefing]:
    """Return a briefing with findings of every kind, of the articles in samples."""
    return {"samples": brief.build(brief.read([str(SAMPLES)]), brief.Options(evidence="full"))}


@pytest.fixture(scope="module")
def drawn() -> dict[str, Drawn]:
    return {name: draw_pdf(make()) for name, make in MAKERS.items()}


@pytest.fixture(scope="module")
def archived() -> dict[str, Drawn]:
    return {name: draw_pdf(MAKERS[name](), drawing) for name, drawing in ARCHIVED.items()}


@pytest.fixture(scope="module")
def usual(drawn: dict[str, Drawn]) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(drawn["usual"].pdf))


def words(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def run(folder: Path, *command: str) -> str:
    """Run a program that may complain of nothing."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def fonts(reader: pypdf.PdfReader) -> set[str]:
    """Return the names of the embedded fonts without the mark of their subset."""
    names: set[str] = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(font.get_object()["/BaseFont"].partition("+")[2])
    return names


# ── For readers of every kind ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", MAKERS)
def test_pdf_is_accessible(name: str, drawn: dict[str, Drawn], tmp_path: Path) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    file = tmp_path / "briefing.pdf"
    file.write_bytes(drawn[name].pdf)
    report = page.validate_pdf(str(file))
    assert "PDF/UA-1" in str(report)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


@pytest.mark.parametrize("name", ARCHIVED)
def test_pdf_is_archivable(name: str, archived: dict[str, Drawn], tmp_path: Path) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    file = tmp_path / "briefing.pdf"
    file.write_bytes(archived[name].pdf)
    report = page.validate_pdf(str(file))
    assert "PDF/A-3a" in str(report)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert archived[name].warnings == ()


@pytest.mark.parametrize("name", MAKERS)
def test_other_programs_read_it_alike(name: str, drawn: dict[str, Drawn], tmp_path: Path) -> None:
    if not (shutil.which("qpdf") and shutil.which("pdfinfo") and shutil.which("pdftotext")):
        pytest.skip("no qpdf, or no pdfinfo and pdftotext (poppler-utils), to read it with")
    (tmp_path / "b.pdf").write_bytes(drawn[name].pdf)
    pages = str(len(pypdf.PdfReader(tmp_path / "b.pdf").pages))
    facts = dict(line.split(":", 1) for line in run(tmp_path, "pdfinfo", "b.pdf").splitlines())
    assert "No syntax or stream encoding errors" in run(tmp_path, "qpdf", "--check", "b.pdf")
    assert run(tmp_path, "qpdf", "--show-npages", "b.pdf").strip() == facts["Pages"].strip() == pages
    assert run(tmp_path, "pdftotext", "b.pdf", "-").count("\f") == int(pages)
    assert (facts["Tagged"].strip(), facts["Page size"].split("(")[-1]) == ("yes", "A4)")


@pytest.mark.parametrize("name", MAKERS)
def test_weasyprint_has_nothing_to_complain_of(name: str, drawn: dict[str, Drawn]) -> None:
    """No dead link, no anchor twice, no blocked address, no letter without a font, no rule it does not know."""
    assert drawn[name].warnings == ()


def test_title_language_and_marks_of_the_document(usual: pypdf.PdfReader) -> None:
    assert usual.metadata is not None
    assert usual.metadata.title == "Lindhaven rebuilds its harbour"
    assert str(usual.metadata["/CreationDate"]).startswith("D:20250415060000")
    root = usual.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_bookmarks_name_every_part(usual: pypdf.PdfReader) -> None:
    titles = [mark["/Title"] for mark in usual.outline if not isinstance(mark, list)]
    assert [t for t in titles if t in ("Bottom line", "Economy", "Due process", "Work", "Evidence", "Sources")] == [
        "Bottom line", "Economy", "Due process", "Work", "Evidence", "Sources",
    ]  # fmt: skip
    assert "Method and exclusions" in titles


# ── What a person sees ───────────────────────────────────────────────────────────────────────────────────────────────


def test_page_one_alone_is_enough(usual: pypdf.PdfReader) -> None:
    text = words(usual.pages[0])
    for statement in sample_briefing.briefing().statements:
        assert text.count(statement.text) == 1, statement.text
    for part in (
        "Lindhaven rebuilds",
        "3 articles, 2 origins · 347 words read · 15 April 2025",
        "BOTTOM LINE",
        "1 / 3",
    ):
        assert part in text
    for part in (
        "SOURCES AND COVERAGE",
        "Sentences read 25",
        "Verbatim check 10 of 10",
        "perhaps of one origin with A",
    ):
        assert part in text


def test_page_one_names_every_source_of_a_dozen_and_counts_them(drawn: dict[str, Drawn]) -> None:
    page = pypdf.PdfReader(io.BytesIO(drawn["samples"].pdf)).pages[0]
    text = squashed(page.extract_text())
    table = overview(view(briefings()["samples"]), briefings()["samples"])
    assert len(table.rows) == 12
    for row in table.rows:
        assert squashed(row.source.title) in text, row.source.title
        assert "".join(str(cell.count) for cell in row.cells) in text, row.source.title
    assert "9 more themes p." in words(page)


def test_a_theme_of_which_all_stands_above_takes_a_line_and_no_heading(drawn: dict[str, Drawn]) -> None:
    (section,) = [one for one in view(briefings()["samples"]).sections if not one.statements]
    text = squashed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn["samples"].pdf)).pages))
    chips = "".join(chip.label for pointer in section.above for chip in pointer.chips)
    assert squashed(f"Printed above: {section.label} {chips} in the bottom line, {section.support}") in text


def test_marks_lead_to_the_evidence_with_its_page_and_back(usual: pypdf.PdfReader) -> None:
    assert "A2 p.2" in words(usual.pages[0]) or "A2p.2" in words(usual.pages[0])
    places = usual.named_destinations
    links = [
        (number, annotation.get_object()["/Dest"])
        for number, page in enumerate(usual.pages)
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation.get_object()
    ]
    for statement in sample_briefing.briefing().statements:
        assert (0, f"evidence-{statement.id}") in links
        assert (1, f"statement-{statement.id}") in links
        assert usual.get_destination_page_number(places[f"evidence-{statement.id}"]) == 1
    assert {target for _, target in links} <= places.keys()


def test_pages_have_running_heads_and_numbers(drawn: dict[str, Drawn]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn["long"].pdf))
    pages = len(reader.pages)
    assert pages > 5
    for number, page in enumerate(reader.pages[1:], start=2):
        assert "A long look at Lindhaven’s harbour" in words(page)
        assert f"{number} / {pages}" in words(page)
        assert "Every sentence is quoted word for word." in words(page)


@pytest.mark.parametrize("name", ["long", "samples"])
def test_the_running_head_names_the_section_at_the_top_of_the_page(name: str, drawn: dict[str, Drawn]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn[name].pdf))
    starts = [(reader.get_destination_page_number(mark), mark) for mark in reader.outline if not isinstance(mark, list)]
    listed = {section.label for section in view(MAKERS[name]()).sections if not section.statements}
    for number, page in list(enumerate(reader.pages))[1:]:
        running = [mark.title for at, mark in starts if at < number and mark.title not in listed][-1]
        first = [mark.title for at, mark in starts if at == number and mark.top > TOP]
        head = words(page)
        expected = first[0] if first else running if running == "Evidence" else f"{running}, continued"
        assert expected in head, (number + 1, expected)


def test_headings_are_not_left_alone_at_the_foot_of_a_page(drawn: dict[str, Drawn]) -> None:
    themes = ("Economy", "Due process", "Work", "Safety and the environment", "Other")
    for page in pypdf.PdfReader(io.BytesIO(drawn["long"].pdf)).pages:
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        assert not set(lines[-4:]) & set(themes)


@pytest.mark.parametrize("name", MAKERS)
def test_every_heading_has_something_under_it(name: str, drawn: dict[str, Drawn]) -> None:
    """A bookmark's place is the top of its heading: two lines and more fit between it and the foot of the page."""
    reader = pypdf.PdfReader(io.BytesIO(drawn[name].pdf))
    low = [mark.title for mark in every_mark(reader.outline) if mark.top < FOOT + 40]
    assert low == []


def every_mark(marks: list[Any]) -> list[Any]:
    return [one for mark in marks for one in (every_mark(mark) if isinstance(mark, list) else [mark])]


@pytest.mark.parametrize("name", ["usual", "long", "samples"])
def test_every_quotation_is_found_again(name: str, drawn: dict[str, Drawn], tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext (poppler-utils)")
    (tmp_path / "b.pdf").write_bytes(drawn[name].pdf)
    text = squashed(run(tmp_path, "pdftotext", "b.pdf", "-"))
    statements = MAKERS[name]().statements
    assert statements
    assert [one.id for one in statements if squashed(one.text) not in text] == []


def squashed(text: str) -> str:
    """Leave out what a line's end changes: blanks, and hyphens, which pdftotext drops there."""
    return re.sub(r"[\s\u2010-]", "", text)


def test_contents_give_the_page_of_every_part(drawn: dict[str, Drawn]) -> None:
    for name in ("long", "samples"):
        reader = pypdf.PdfReader(io.BytesIO(drawn[name].pdf))
        marks = {mark.title: reader.get_destination_page_number(mark) + 1 for mark in every_mark(reader.outline)}
        # Key points have the first page to themselves.
        listed = "".join(page.extract_text() for page in reader.pages[:2]).partition("CONTENTS")[2]
        for title in (
            "Evidence",
            "Sources",
            "Method and exclusions",
            *(s.theme.label for s in MAKERS[name]().sections),
        ):
            assert re.search(rf"{title}[\s.]*{marks[title]}\b", listed), title


def test_a_short_pdf_has_no_contents(usual: pypdf.PdfReader, drawn: dict[str, Drawn]) -> None:
    assert len(usual.pages) <= 6
    assert "CONTENTS" not in words(usual.pages[0])
    assert "CONTENTS" in words(pypdf.PdfReader(io.BytesIO(drawn["samples"].pdf)).pages[0])


def test_the_coverage_map_is_not_cut(drawn: dict[str, Drawn]) -> None:
    pages = [words(page) for page in pypdf.PdfReader(io.BytesIO(drawn["samples"].pdf)).pages]
    (whole,) = [text for text in pages if "Coverage Theme" in text]
    for row in view(briefings()["samples"]).coverage:
        assert f"{row.label} {' '.join(str(cell.count) for cell in row.cells)}" in whole


def test_marking_and_paper(archived: dict[str, Drawn], drawn: dict[str, Drawn]) -> None:
    for name, drawing in ARCHIVED.items():
        for page in pypdf.PdfReader(io.BytesIO(archived[name].pdf)).pages:
            assert words(page).count("TLP:GREEN") == (2 if drawing.marking else 0), name
            size = (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
            assert size == PAPER[drawing.page_size or "A4"], name
    assert b"TLP" not in drawn["usual"].pdf


def test_only_our_own_fonts_are_embedded(drawn: dict[str, Drawn]) -> None:
    for name in ("usual", "long", "empty"):
        found = fonts(pypdf.PdfReader(io.BytesIO(drawn[name].pdf)))
        assert found, name
        assert {re.sub("-Semi-Bold$", "", font) for font in found} <= OURS, name


def test_it_can_be_drawn_as_pictures(drawn: dict[str, Drawn], tmp_path: Path) -> None:
    if not shutil.which("pdftoppm"):
        pytest.skip("no pdftoppm (poppler-utils) to draw pages with")
    (tmp_path / "b.pdf").write_bytes(drawn["usual"].pdf)
    done = subprocess.run(
        ["pdftoppm", "-r", "40", "-png", "b.pdf", "page"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert len(list(tmp_path.glob("page*.png"))) == 3


# ── For programs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_briefing_is_attached(usual: pypdf.PdfReader) -> None:
    assert from_json(usual.attachments["briefing.json"][0]) == sample_briefing.briefing()


def test_an_archive_holds_the_articles(archived: dict[str, Drawn]) -> None:
    """Their text with the offsets of briefing.json, each file with what it is to the PDF."""
    reader = pypdf.PdfReader(io.BytesIO(archived["samples"].pdf))
    briefing = from_json(reader.attachments["briefing.json"][0])
    assert briefing == briefings()["samples"]
    assert set(reader.attachments) == {"briefing.json", *(f"{source.label}.txt" for source in briefing.sources)}
    for citation in (citation for statement in briefing.statements for citation in statement.citations):
        text = reader.attachments[f"{briefing.source(citation.source).label}.txt"][0].decode()
        assert text[citation.start : citation.end] == citation.exact
    relations = [file.get_object()["/AFRelationship"] for file in reader.trailer["/Root"]["/AF"]]
    assert relations == ["/Data"] * len(briefing.sources) + ["/Source"]


def test_without_all_of_their_text_no_article_is_attached() -> None:
    some = brief.build(brief.read([str(SAMPLES)]))
    assert [one.name for one in attachments(some, "a-3")] == ["briefing.json"]
    assert [one.name for one in attachments(briefings()["samples"], "ua-1")] == ["briefing.json"]


def test_same_bytes_on_every_machine(drawn: dict[str, Drawn], tmp_path: Path) -> None:
    """Another time, time zone, locale, home, folder and order of hashes."""
    program = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]; import sample_briefing; from brief.render.pages.pdf import to_pdf;"
        "print(hashlib.sha256(to_pdf(sample_briefing.briefing())).hexdigest())"
    )
    other = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "de_DE.UTF-8", "HOME": str(tmp_path)}
    time.sleep(1.1)  # a second clock reading would show
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT), str(ROOT / "tests")],
        env={**os.environ, **other},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(drawn["usual"].pdf).hexdigest()


def test_it_names_no_folder_of_this_machine(usual: pypdf.PdfReader, drawn: dict[str, Drawn]) -> None:
    everything = drawn["usual"].pdf + "".join(page.extract_text() for page in usual.pages).encode()
    assert str(ROOT).encode() not in everything


# ── What can go wrong ────────────────────────────────────────────────────────────────────────────────────────────────


def test_letters_without_a_font_are_told_with_the_package() -> None:
    briefing = msgspec.structs.replace(sample_briefing.briefing(), title="Cuneiform 𒀀𒀁")
    with pytest.warns(RenderWarning, match="no font has the Cuneiform letters 𒀀 𒀁: apt install fonts-noto"):
        assert to_pdf(briefing).startswith(b"%PDF")


def test_complaints_are_told_once_and_by_script() -> None:
    line = '.notdef glyph rendered for Unicode string unsupported by fonts: "{}" (U+{:04X})'
    lines = [line.format(letter, ord(letter)) for letter in "中文中"] + ["Anchor defined twice: 'x'"] * 2
    assert explained(lines) == (
        "no font has the Chinese letters 中 文: apt install fonts-noto-cjk (Debian; `brief doctor` knows other systems)",
        "Anchor defined twice: 'x'",
    )


def test_a_template_reaches_no_file_and_no_net(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    (mine / "briefing.html").write_text(
        '<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="file:///etc/passwd">'
        '<h1>x</h1><img alt="a" src="https://example.org/a.png"><img alt="b" src="../secret.png">'
        f'<img alt="c" src="{(tmp_path / "secret.png").as_uri()}">'
    )
    complaints = draw_pdf(sample_briefing.briefing(), Drawing(template=str(mine))).warnings
    assert len(complaints) == 4
    assert all("only files of the template's folder are loaded" in line for line in complaints)


def test_a_template_may_bring_its_own_style(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text("@page { size: A5 }")
    drawing = draw_pdf(sample_briefing.briefing(), Drawing(template=str(tmp_path)))
    assert drawing.warnings == ()
    assert round(float(pypdf.PdfReader(io.BytesIO(drawing.pdf)).pages[0].mediabox.width)) == 420


def test_a_wrong_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_text("{{ nobody }}")
    with pytest.raises(TemplateError, match=r"briefing\.html, line 1: 'nobody' is undefined"):
        to_pdf(sample_briefing.briefing(), Drawing(template=str(tmp_path)))


def test_drawing_is_stopped_after_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.05)
    with pytest.raises(RenderError, match="took over"):
        to_pdf(sample_briefing.briefing())


@pytest.mark.parametrize(
    ("problem", "says"),
    [
        ("raise ModuleNotFoundError(\"No module named 'weasyprint'\")", "WeasyPrint is not installed: pip install"),
        ("raise OSError(\"cannot load library 'libpango-1.0-0'\")", "cannot load Pango: apt install libpango"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "no font is installed: apt install .*fonts"),
        ("raise MemoryError", "too much memory: use fewer --words"),
        ("raise ValueError('odd')", r"WeasyPrint failed \(ValueError: odd\): run `brief doctor`"),
    ],
)
def test_what_is_missing_is_told_with_the_next_step(
    problem: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module of that name stands in the way of WeasyPrint and fails the way WeasyPrint does."""
    (tmp_path / "weasyprint.py").write_text(problem)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(RenderError, match=says) as caught:
        to_pdf(sample_briefing.briefing())
    assert "\n" not in str(caught.value)
    assert "or write .html" in str(caught.value)


def test_a_machine_without_any_font_draws_the_same(drawn: dict[str, Drawn], tmp_path: Path) -> None:
    """The fonts travel with the program: fontconfig is told here of none at all."""
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        assert to_pdf(sample_briefing.briefing()) == drawn["usual"].pdf


def test_many_sources_and_themes_still_fit(tmp_path: Path) -> None:
    """Forty sources: eight with the key points on page one, coverage in several tables, and no fault in the tags."""
    page = pytest.importorskip("page", reason="page-validation is not installed")
    briefing: Briefing = sample_briefing.long_briefing(60, sources=40)
    drawing = draw_pdf(briefing)
    file = tmp_path / "many.pdf"
    file.write_bytes(drawing.pdf)
    assert drawing.warnings == ()
    assert page.validate_pdf(str(file)).failures == []
    assert "32 more sources p." in words(pypdf.PdfReader(file).pages[0])
