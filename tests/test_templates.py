"""Templates of the user: what they may override, and how their faults are told."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hostile_briefing import hostile_briefing
from sample_briefing import briefing

from brief.documented import fields
from brief.drawing import Drawing
from brief.errors import TemplateError
from brief.render.pages.html import to_html
from brief.render.views.shown import View

sys.path.insert(0, str(ROOT / "scripts"))
import template_variables


def folder(path: Path, **files: str) -> str:
    for name, text in files.items():
        (path / name.replace("_html", ".html").replace("_css", ".css")).write_text(text, "utf-8")
    return str(path)


def test_a_folder_overrides_one_file(tmp_path: Path) -> None:
    page = to_html(briefing(), Drawing(template=folder(tmp_path, html_css="body { color: #123456 }")))
    assert "#123456" in page
    assert "light-dark" not in page
    assert "Bottom line" in page


def test_a_template_builds_on_the_shipped_one(tmp_path: Path) -> None:
    text = '{% extends "shipped/default/briefing.html" %}{% block masthead %}<h1>{{ view.title }}!</h1>{% endblock %}'
    page = to_html(briefing(), Drawing(template=folder(tmp_path, briefing_html=text)))
    assert "<h1>Lindhaven rebuilds its harbour!</h1>" in page
    assert "Bottom line" in page


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("one\n{% if %}", r"briefing\.html, line 2: Expected an expression"),
        ("one\ntwo\n{{ nobody }}", r"briefing\.html, line 3: 'nobody' is undefined"),
        ("one\n{{ view.tilte }}", r"briefing\.html, line 2: View has no variable 'tilte'"),
        ("{{ ''.__class__ }}", r"briefing\.html, line 1: access to attribute '__class__'"),
        ("{{ 1 // 0 }}", r"briefing\.html, line 1: "),
        ('{% include "gone.html" %}', r"gone\.html"),
        ('{{ data_uri("../../secret.png") }}', r"\.\./\.\./secret\.png"),
        ('{{ style("/etc/passwd") }}', r"/etc/passwd"),
    ],
)
def test_a_wrong_template_is_told_with_file_and_line(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    with pytest.raises(TemplateError, match=says) as caught:
        to_html(briefing(), Drawing(template=folder(tmp_path / "mine", briefing_html=text)))
    assert "\n" not in str(caught.value)


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match=r"briefing\.html"):
        to_html(briefing(), Drawing(template=str(tmp_path)))


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is no folder: give a folder"):
        to_html(briefing(), Drawing(template=str(tmp_path / "gone")))


def test_expressions_are_escaped_in_any_template(tmp_path: Path) -> None:
    page = to_html(
        hostile_briefing(),
        Drawing(template=folder(tmp_path, briefing_html="{{ briefing.sections[0].theme.label }}")),
    )
    assert "<script>" not in page


# ── What templates get is written down ───────────────────────────────────────────────────────────────────────────────


def test_the_manual_lists_the_variables_as_they_are() -> None:
    assert template_variables.current() == template_variables.manual().read_text("utf-8"), (
        "docs/templates.md: run python scripts/template_variables.py"
    )


def test_every_variable_says_what_it_is() -> None:
    lacking = [
        f"{kind.__name__}.{one.name}" for kind in template_variables.KINDS for one in fields(kind) if not one.type
    ]
    assert lacking == []
    assert {one.name for one in fields(View)} >= {one.name for one in dataclasses.fields(View)}
