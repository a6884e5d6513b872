"""What `brief init` writes can be used as it stands, and cannot grow stale."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from sample_briefing import briefing

from brief import themes
from brief.cli import cli
from brief.drawing import Drawing
from brief.look import Look
from brief.options import Options, load, load_drawing
from brief.render.pages.html import to_html
from brief.starter import config

KEY = re.compile(r"^# (\w+ = .*)$", re.MULTILINE)


def keys(kind: type[msgspec.Struct]) -> list[str]:
    return [one.name for one in msgspec.structs.fields(kind) if not isinstance(one.default, msgspec.Struct)]


def init(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["init", *map(str, arguments)])
    return (2 if done.exception and done.exit_code == 1 else done.exit_code), done.output + str(done.exception or "")


def test_briefing_toml_names_every_key_once_with_what_it_means() -> None:
    written = [line.split()[0] for line in KEY.findall(config())]
    assert written == [*keys(Options), *keys(Drawing), *keys(Look)]
    blocks = [block.splitlines() for block in config().split("\n\n")]
    for block in (lines for lines in blocks if KEY.match(lines[-1])):
        assert len(block) == 2, f"no words above {block[0]}"


def test_briefing_toml_changes_nothing_as_it_is(tmp_path: Path) -> None:
    init(tmp_path)
    assert load(tmp_path / "briefing.toml", {}) == Options()
    assert load_drawing(tmp_path / "briefing.toml", {}) == Drawing()


def test_every_line_of_it_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    file = tmp_path / "briefing.toml"
    file.write_text(KEY.sub(r"\1", config()))
    given = tomllib.loads(file.read_text())
    options, drawing = load(file, {}), load_drawing(file, {})
    for kind, value in ((Options, options), (Drawing, drawing)):
        for name in keys(kind):
            default = getattr(kind(), name)
            assert getattr(value, name) == given[name]
            assert default in (None, "", given[name]), f"{name} is not written with its default"
    assert drawing.look.accent == given["look"]["accent"]


def test_the_theme_set_has_nothing_wrong_and_no_advice(tmp_path: Path) -> None:
    init(tmp_path)
    starter = themes.load(str(tmp_path / "themes.toml"))
    assert themes.check(starter, None) == []
    ((first, *_),) = themes.match(["The tram drivers walked out on Monday."], ["en"], starter)
    assert first.id == "transport"


def test_the_template_draws(tmp_path: Path) -> None:
    init(tmp_path, "--template")
    page = to_html(briefing(), Drawing(template=str(tmp_path / "template"), look=Look(organisation="Harbour Desk")))
    assert "Harbour Desk · 15 April 2025" in page
    assert "In brief" in page
    assert ".own-line" in page
    assert "Evidence" in page


def test_it_says_what_was_written_and_what_comes_next(tmp_path: Path) -> None:
    status, said = init(tmp_path / "my desk", "--template")
    assert status == 0
    for name in ("briefing.toml", "themes.toml", "template/briefing.html", "template/own.css"):
        assert f"wrote {tmp_path / 'my desk' / name}\n" in said
        assert (tmp_path / "my desk" / name).is_file()
    assert f"--config '{tmp_path}/my desk/briefing.toml'" in said
    assert f"brief preview briefing.json --template '{tmp_path}/my desk/template'" in said


def test_nothing_is_written_over_without_force(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text("mine")
    status, said = init(tmp_path)
    assert status == 2
    assert f"{tmp_path / 'themes.toml'}: there already, nothing written: name another folder, or give --force" in said
    assert (tmp_path / "themes.toml").read_text() == "mine"
    assert not (tmp_path / "briefing.toml").exists()
    assert init(tmp_path, "--force")[0] == 0
    assert (tmp_path / "themes.toml").read_text() != "mine"


@pytest.mark.parametrize("name", ["notes.txt", "notes.txt/deeper"])
def test_a_folder_that_cannot_be_made_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a file")
    status, said = init(tmp_path / name)
    assert status == 2
    assert "notes.txt" in said
