"""The fonts that travel with the program are the ones in the PDF, whatever the machine has."""

import io
import logging
import re
from pathlib import Path

import pypdf
import pytest

from brief.render.environment import shipped

STYLE = shipped() / "fonts" / "fonts.css"
WORDS = "Łódź Ελλάδα Київ Nguyễn 2\u2011part hy\u2010phen 1\u202f000 ½ → ● ≠ ● end"
"""A word of each script, and the signs that the Source fonts lack. Spaces between two signs are part of the test."""


@pytest.fixture(scope="module")
def no_machine_fonts(tmp_path_factory):
    """Hide the fonts of the machine from fontconfig."""
    folder = tmp_path_factory.mktemp("fonts")
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        yield


def draw(body: str) -> pypdf.PdfReader:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheet = CSS(filename=str(STYLE), font_config=fonts)
    pdf = HTML(string=f'<html lang="en"><body>{body}').write_pdf(stylesheets=[sheet], font_config=fonts)
    return pypdf.PdfReader(io.BytesIO(pdf))


def embedded(reader: pypdf.PdfReader) -> set[str]:
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    return {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts}


@pytest.mark.filterwarnings("ignore:No fonts configured")
@pytest.mark.parametrize(
    ("html", "family"),
    [
        ('<p style="font-family: var(--serif)">{}', "Brief-Source-Serif{}"),
        ('<i style="font-family: var(--serif)">{}</i>', "Brief-Source-Serif{}-Italic"),
        ('<b style="font-family: var(--serif)">{}</b>', "Brief-Source-Serif{}-Semi-Bold"),
        ('<p style="font-family: var(--sans)">{}', "Brief-Source-Sans{}"),
        ('<b style="font-family: var(--sans)">{}</b>', "Brief-Source-Sans{}-Semi-Bold"),
    ],
)
def test_every_script_has_its_face(no_machine_fonts, caplog, html, family):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        reader = draw(html.format(WORDS))
    assert not caplog.messages  # a letter without a glyph is only logged
    scripts = ("", "-Latin-Ext", "-Greek", "-Cyrillic", "-Vietnamese")
    assert embedded(reader) == {family.format(script) for script in scripts} | {"Brief-Symbols"}


@pytest.mark.filterwarnings("ignore:No fonts configured")
def test_the_words_can_be_copied_out_again(no_machine_fonts):
    # Letters of one file drawn with those of another come out as other words.
    text = draw(f'<p style="font-family: var(--serif)">{WORDS}').pages[0].extract_text()
    assert {"Łódź", "Ελλάδα", "Київ", "Nguyễn"} <= set(text.split())


def test_every_file_is_declared_once_and_licensed():
    declared = re.findall(r'url\("([^"]+)"\)', STYLE.read_text("utf-8"))
    assert sorted(declared) == sorted(path.name for path in STYLE.parent.glob("*.woff*"))
    for name in declared:
        family = re.match(r"source-(serif-4|sans-3|code-pro)|brief-symbols", name)
        assert family and (STYLE.parent / f"LICENSE-{family[0]}.txt").is_file()


def test_no_two_files_share_family_weight_and_style():
    # WeasyPrint would draw the letters of one with those of the other.
    faces = re.findall(r"font-family: ([^;]+); font-weight: (\d+); font-style: (\w+)", STYLE.read_text("utf-8"))
    assert len(faces) == len(set(faces)) == 30


def test_the_readme_lists_every_file():
    readme = Path(STYLE.parent / "README.md").read_text("utf-8")
    assert not [path.name for path in STYLE.parent.glob("*.woff*") if f"`{path.name}`" not in readme]
