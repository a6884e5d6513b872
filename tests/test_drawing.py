"""How a briefing is drawn: chosen in a briefing.toml, on the command line or from Python, and told when it is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from sample_briefing import briefing

import brief
from brief.drawing import USUAL
from brief.options import load, load_drawing


def toml(folder: Path, text: str) -> Path:
    (folder / "briefing.toml").write_text(text, "utf-8")
    return folder / "briefing.toml"


def test_one_file_holds_what_to_say_and_how_to_draw_it(tmp_path: Path) -> None:
    path = toml(tmp_path, 'words = 90\nmarking = "Internal"\npage_size = "Letter"\npdf_profile = "a-3"')
    assert load(path, {}).words == 90
    assert load_drawing(path, {}) == brief.Drawing(marking="Internal", page_size="Letter", pdf_profile="a-3")
    assert load_drawing(path, {"marking": "TLP:RED", "page_size": None}).marking == "TLP:RED"
    assert load_drawing(None, {}) == USUAL


def test_drawing_changes_no_digest(tmp_path: Path) -> None:
    path = toml(tmp_path, 'marking = "Internal"')
    assert load(path, {"marking": "TLP:RED"}).digest() == brief.Options().digest()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('markng = "x"', "markng.*known keys are title, .*marking"),
        ('page_size = "A3"', "page_size is “A3”: give one of A4, Letter"),
        ('pdf_profile = "x"', "pdf_profile is “x”: give one of ua-1, a-3"),
        (f'marking = "{"x" * 61}"', "give one line of at most 60 characters"),
        ('marking = "two\\nlines"', "give one line of at most 60 characters"),
        ("marking = 1", "Expected `str`, got `int`"),
    ],
)
def test_what_is_wrong_is_told(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(brief.OptionError, match=says):
        load_drawing(toml(tmp_path, text), {})


def test_the_marking_stands_first_in_every_format() -> None:
    drawing = brief.Drawing(marking="TLP:AMBER *strict* <b>")
    assert briefing().to_markdown(drawing).startswith("**TLP:AMBER \\*strict\\* \\<b\\>**\n\n# Lindhaven")
    body = briefing().to_html(drawing).partition("<body")[2]
    assert body.index("TLP:AMBER *strict* &lt;b&gt;") < body.index("Lindhaven rebuilds")
    for name in ("md", "html", "txt"):
        assert brief.render.render(briefing(), name) == brief.render.render(briefing(), name, USUAL)
    first = brief.render.render(briefing(), "txt", drawing).decode().splitlines()[0]
    assert first == "TLP:AMBER *strict* <b>".center(80).rstrip()


def test_the_command_line_draws_again_as_it_is_told(tmp_path: Path) -> None:
    briefing().save(tmp_path / "b.json")
    toml(tmp_path, 'marking = "Internal"\nwords = 90')
    command = [sys.executable, "-m", "brief", "render", "b.json", "--page-size", "letter", "--config", "briefing.toml"]
    done = subprocess.run(
        [*command, "-o", "b.pdf", "-f", "txt"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0].strip() == "Internal"
    page = pypdf.PdfReader(tmp_path / "b.pdf").pages[1]
    assert float(page.mediabox.width) == 612
    assert page.extract_text().count("Internal") == 2
