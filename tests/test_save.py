"""Saving: the suffix says the format, and a file is whole or as it was."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sample_briefing import briefing

import brief.render
from brief.drawing import Drawing
from brief.errors import OptionError, RenderError, TemplateError
from brief.model import from_json
from brief.render import RENDERERS, check_formats, formats, render, save

BEFORE = b"what stood here before"


def test_the_suffix_says_the_format(tmp_path: Path) -> None:
    begins = {"json": b"{\n", "html": b"<!doctype html>", "md": b"# Lindhaven", "txt": b"Lindhaven", "pdf": b"%PDF-"}
    begins |= {"docx": b"PK", "bib": b"@article{", "ris": b"TY  - NEWS\r\n", "csl.json": b"[\n"}
    begins |= {"email.html": b"<table", "eml": b"Subject: Lindhaven", "atom": b"<?xml "}
    assert set(begins) == set(formats())
    for name, first in begins.items():
        briefing().save(tmp_path / f"out.{name.upper()}")
        assert (tmp_path / f"out.{name.upper()}").read_bytes().startswith(first)


def test_render_gives_the_bytes_of_the_file(tmp_path: Path) -> None:
    for name in ("json", "html", "md", "txt"):
        save(briefing(), tmp_path / f"out.{name}")
        assert (tmp_path / f"out.{name}").read_bytes() == render(briefing(), name) == render(briefing(), f".{name}")
    assert from_json(render(briefing(), "json")) == briefing()


@pytest.mark.parametrize("name", ["out.odt", "out", ".html", "html", "out.html.bak"])
def test_an_unknown_suffix_is_told_with_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"\.json, \.html, \.pdf, \.md, \.txt"):
        save(briefing(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_formats_are_checked_before_the_work() -> None:
    check_formats(["a.html", Path("b.PDF")], "txt")
    with pytest.raises(OptionError, match="json, html, pdf, md, txt"):
        check_formats([], "odt")
    with pytest.raises(OptionError, match=r"a\.odt"):
        check_formats(["a.odt"])


def test_a_missing_folder_is_told_before_anything_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENDERERS, ".txt", lambda briefing, drawing: pytest.fail("drawn"))
    with pytest.raises(RenderError, match="make the folder first"):
        save(briefing(), tmp_path / "nowhere" / "out.txt")


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "out.txt").mkdir()
    with pytest.raises(RenderError, match=r"out\.txt: not written .*name a file"):
        save(briefing(), tmp_path / "out.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(RenderError, match="write to a folder where you may"):
        save(briefing(), tmp_path / "out.txt")


@pytest.mark.parametrize("number", [1, 13, 28, 30, 36])
def test_what_the_system_refuses_is_one_line_with_the_next_step(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(RenderError) as caught:
        save(briefing(), tmp_path / "out.txt")
    assert os.strerror(number) in str(caught.value)
    assert caught.value.fix
    assert "\n" not in str(caught.value)


def test_a_failed_drawing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    path.write_bytes(BEFORE)
    with pytest.raises(TemplateError):
        save(briefing(), path, Drawing(template=str(tmp_path / "no-such-folder")))
    assert path.read_bytes() == BEFORE


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_writing_leaves_the_old_file_and_nothing_else(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(BEFORE)

    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((RenderError, KeyboardInterrupt)):
        save(briefing(), path)
    assert path.read_bytes() == BEFORE
    assert list(tmp_path.iterdir()) == [path]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    save(briefing(), tmp_path / "new.txt")
    assert mode(tmp_path / "new.txt") == mode(usual)
    (tmp_path / "new.txt").chmod(0o640)
    save(briefing(), tmp_path / "new.txt")
    assert mode(tmp_path / "new.txt") == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "target.txt")
    save(briefing(), tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "target.txt").read_bytes() == render(briefing(), "txt")


def test_a_new_format_is_one_line_and_the_longest_suffix_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(brief.render.RENDERERS, ".email.html", lambda briefing, drawing: b"mail")
    save(briefing(), tmp_path / "out.email.html")
    assert (tmp_path / "out.email.html").read_bytes() == b"mail"


def test_saving_json_waits_for_no_template_engine(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(render(briefing(), "json"))
    code = (
        "import sys, brief; brief.load('in.json').save('out.json'); brief.load('in.json').save('out.txt');"
        "print(*sorted({'rich', 'jinja2', 'weasyprint', 'numpy'} & {*sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout == "\n"
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "in.json").read_bytes()
