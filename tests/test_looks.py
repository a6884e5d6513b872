"""The shipped looks compact and report, and the table [look] of briefing.toml."""

from __future__ import annotations

import base64
import io
import re
import shutil
from pathlib import Path

import pypdf
import pytest
import sample_briefing
from hostile_briefing import hostile_briefing
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from test_html import Page

from brief.drawing import Drawing
from brief.errors import OptionError, TemplateError
from brief.look import DARK_PAPER, LEAST_CONTRAST, Look, contrast, legible
from brief.model import Briefing
from brief.options import load_drawing
from brief.render.environment import LOOKS, shipped
from brief.render.pages.html import to_html
from brief.render.pages.installed import missing_fonts
from brief.render.pages.one_page import one_page
from brief.render.pages.pdf import Drawn, draw_pdf
from brief.render.views.view import view


def png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "#7a1f2b").save(made, "PNG")
    return made.getvalue()


PIXELS = f"data:image/png;base64,{base64.b64encode(png()).decode()}"


def folder(path: Path, **files: str) -> str:
    for name, text in files.items():
        (path / name.replace("_html", ".html")).write_text(text, "utf-8")
    return str(path)


# ── The shipped looks ────────────────────────────────────────────────────────────────────────────────────────────────

MAKERS = {
    "usual": sample_briefing.briefing,
    "long": sample_briefing.long_briefing,
    "empty": sample_briefing.empty_briefing,
    "hostile": hostile_briefing,
}
WIDE = Look(accent="#7a1f2b", font_serif="DejaVu Serif", font_sans="DejaVu Sans", organisation="Desk", logo=PIXELS)
PAPERS = {"A4": ("", Look()), "Letter": ("TLP:AMBER", WIDE)}
"""The usual one, and the smaller one with a marking, a logo and wide fonts."""
DRAWN = [
    ("compact", "long", "A4"), ("compact", "long", "Letter"), ("compact", "empty", "A4"),
    ("compact", "hostile", "Letter"), ("report", "usual", "Letter"), ("report", "hostile", "A4"),
]  # fmt: skip


@pytest.fixture(scope="module")
def drawn() -> dict[tuple[str, str, str], Drawn]:
    return {
        (look, name, size): draw_pdf(
            MAKERS[name](), Drawing(template=look, page_size=size, marking=PAPERS[size][0], look=PAPERS[size][1])
        )
        for look, name, size in DRAWN
    }


def test_pdfs_of_the_looks_are_accessible_and_leave_nothing_to_complain_of(
    drawn: dict[tuple[str, str, str], Drawn], tmp_path: Path
) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    for number, (name, drawing) in enumerate(drawn.items()):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(drawing.pdf)
        failures = [f"{one.rule_id}: {one.message}" for one in page.validate_pdf(str(file)).failures]
        assert (failures, drawing.warnings) == ([], ()), name


def test_compact_is_one_page_and_says_what_is_not_on_it(drawn: dict[tuple[str, str, str], Drawn]) -> None:
    for (look, name, _), drawing in drawn.items():
        if look != "compact":
            continue
        (sheet,) = pypdf.PdfReader(io.BytesIO(drawing.pdf)).pages
        text = "".join(sheet.extract_text().split())
        whole = view(MAKERS[name]())
        # pypdf puts the full stop of an Arabic sentence behind its mark.
        there = [one for one in whole.statements if "".join(one.text.rstrip(".").split()) in text]
        if lacking := len(whole.statements) - len(there):
            assert f"Notonthispage:{lacking}statement" in text, name
        else:
            assert "Notonthispage" not in text, name


def test_compact_fits_all_of_a_usual_briefing(briefing: Briefing) -> None:
    """The usual 250 words on the usual paper, in the shipped fonts."""
    sheet = one_page(view(briefing))
    assert sheet.more == ""
    assert {one.id for part in sheet.sections for one in part.statements} | {one.id for one in sheet.bottom_line} == {
        one.id for one in briefing.statements
    }


def test_compact_keeps_every_theme_before_a_second_statement_of_one() -> None:
    sheet = one_page(view(sample_briefing.long_briefing()))
    assert re.fullmatch(r"Not on this page: \d+ statements", sheet.more)
    counts = [len(section.statements) for section in sheet.sections]
    assert len(counts) == len(sample_briefing.long_briefing().sections)
    assert max(counts) - min(counts) <= 1


def test_report_has_cover_and_contents_with_pages(drawn: dict[tuple[str, str, str], Drawn]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn["report", "usual", "Letter"].pdf))
    cover, contents, *_ = [" ".join(one.extract_text().split()) for one in reader.pages]
    for words in ("TLP:AMBER", "Lindhaven rebuilds its harbour", "15 April 2025", "3 articles, 2 origins"):
        assert words in cover
    assert "BOTTOM LINE" not in cover
    places = reader.named_destinations
    for row, target in (("Economy", "theme-1"), ("Evidence", "evidence"), ("Sources", "sources")):
        number = reader.get_destination_page_number(places[target]) + 1
        assert re.search(rf"{row}[ .]+{number}\b", contents), contents


@pytest.mark.parametrize("look", ["compact", "report"])
@pytest.mark.parametrize("name", MAKERS)
def test_pages_of_the_looks_are_whole_and_lead_nowhere_dead(look: str, name: str) -> None:
    page = Page(to_html(MAKERS[name](), Drawing(template=look, look=WIDE)))
    places = page.attributes("id")
    assert len(places) == len(set(places))
    links = [target for target in page.attributes("href") if target.startswith("#")]
    assert {target[1:] for target in links} <= set(places)
    for statement in view(MAKERS[name]()).statements:
        assert statement.text in page.text


@pytest.mark.parametrize("look", ["default", "compact", "report"])
def test_a_template_of_ones_own_builds_on_any_look(look: str, tmp_path: Path) -> None:
    text = f'{{% extends "shipped/{look}/briefing.html" %}}{{% block bottom_line %}}<p>Mine</p>{{% endblock %}}'
    text = text.replace("bottom_line", "body") if look == "compact" else text
    own = to_html(sample_briefing.briefing(), Drawing(template=folder(tmp_path, briefing_html=text)))
    assert "<p>Mine</p>" in own
    assert re.findall("<style>.*?</style>", own, re.S) == re.findall(
        "<style>.*?</style>", to_html(sample_briefing.briefing(), Drawing(template=look)), re.S
    )


def test_a_name_that_is_no_look_is_told_with_those_there_are() -> None:
    with pytest.raises(TemplateError, match=r"template fancy is no folder: give .* or one of default, compact, report"):
        to_html(sample_briefing.briefing(), Drawing(template="fancy"))
    assert all((shipped() / name / "briefing.html").is_file() for name in LOOKS)


# ── The table [look] of briefing.toml ────────────────────────────────────────────────────────────────────────────────


def look_of(path: Path, text: str) -> Look:
    (path / "briefing.toml").write_text(f"words = 100\n[look]\n{text}", "utf-8")
    return load_drawing(path / "briefing.toml", {}).look


def test_a_look_reaches_every_look(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    mine = look_of(
        tmp_path,
        'accent = "#7a1f2b"\nfont_serif = "Georgia"\nfont_sans = "PT Sans"\norganisation = "A & B"\nlogo = "logo.svg"',
    )
    for name in LOOKS:
        page = to_html(sample_briefing.briefing(), Drawing(template=name, look=mine))
        assert "--accent: light-dark(#7a1f2b, #" in page
        assert '--serif: "Georgia", var(--shipped-serif)' in page
        assert '--sans: "PT Sans", var(--shipped-sans)' in page
        (logo,) = [one for tag, one in Page(page).elements if tag == "img"]
        assert logo["alt"] == "A & B"
        assert base64.b64decode(logo["src"].removeprefix("data:image/svg+xml;base64,")).startswith(b"<svg")


def test_without_a_logo_the_name_is_printed(tmp_path: Path) -> None:
    mine = look_of(tmp_path, 'organisation = "Harbour Desk"')
    assert "Harbour Desk · Briefing" in to_html(sample_briefing.briefing(), Drawing(look=mine))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('accent = "navy"', r"look\.accent is “navy”: give a colour such as #14365c"),
        ('accent = "#ff8800"', r"look\.accent #ff8800 is too pale on white \(contrast 2\.4, needed 4\.5\): #\w{6} is"),
        ("accent = 7", r"look\.accent"),
        ('font_serif = "a\\"; }"', r"look\.font_serif is “a\"; }”: give the name of one font family"),
        ('logo = "logo.png"', r"look\.logo has no name: give look\.organisation"),
        ('organisation = "D"\nlogo = "gone.png"', r"look\.logo: gone\.png: No such file"),
        (
            'organisation = "D"\nlogo = "../logo.png"',
            r"look\.logo is “\.\./logo\.png”: name a \.svg or \.png file beside",
        ),
        ('organisation = "D"\nlogo = "https://example.org/a.png"', r"look\.logo: https:"),
        ('organisation = "D"\nlogo = "logo.gif"', r"name a \.svg or \.png"),
        ('organisation = "D"\nlogo = "wrong.png"', r"look\.logo: wrong\.png is no PNG picture"),
        ('organisation = "D"\nlogo = "half.png"', r"look\.logo: half\.png is no PNG picture"),
        ('organisation = "D"\nlogo = "page.svg"', r"look\.logo: page\.svg is no SVG picture"),
        ('organisation = "D"\nlogo = "large.svg"', r"large\.svg has 300,000 bytes: give one of at most 262,144"),
        ('colour = "#123456"', r"look.*colour"),
    ],
)
def test_a_wrong_look_is_told_with_its_key(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.png").write_text("no picture")
    (tmp_path / "half.png").write_bytes(png()[:60])
    (tmp_path / "page.svg").write_text("<html><svg/></html>")
    (tmp_path / "large.svg").write_text("<svg/>".ljust(300_000))
    with pytest.raises(OptionError, match=says) as caught:
        look_of(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_font_that_is_not_installed_is_told_unless_the_page_brings_it() -> None:
    if not shutil.which("fc-list"):
        pytest.skip("no fc-list (fontconfig) to ask for fonts")
    mine = Look(font_serif="No Such Family", font_sans="DejaVu Sans")
    lines = ("font No Such Family is not installed: the shipped font stands in",)
    assert missing_fonts(mine, "") == lines
    assert missing_fonts(mine, '@font-face { font-family: "No Such Family"; src: url(data:) }') == ()
    assert missing_fonts(Look(), "") == ()
    assert draw_pdf(sample_briefing.empty_briefing(), Drawing(look=mine)).warnings == lines


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["#ffffff", DARK_PAPER]))
def test_the_colour_that_is_offered_can_be_read(number: int, ground: str) -> None:
    colour = f"#{number:06x}"
    offered = legible(colour, ground)
    assert contrast(offered, ground) >= LEAST_CONTRAST
    if contrast(colour, ground) >= LEAST_CONTRAST:
        assert offered == colour


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)  # the grey that just fails
    assert contrast("#767676", "#ffffff") == pytest.approx(4.542, abs=0.001)  # and the one that passes
