"""`brief themes check` and `brief themes try`: what is wrong with a set is found and said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from brief import themes
from brief.themes.check import same_word

HEAD = 'name = "mine"\nlanguages = ["en"]\n'


def own_set(folder: Path, first: str, second: str = '"snow"', head: str = "") -> str:
    path = folder / "mine.toml"
    theme = '[[theme]]\nid = "{0}"\nlabel = "{0}"\nterms = [{1}]\n'
    path.write_text(HEAD + head + theme.format("a", first) + theme.format("b", second), "utf-8")
    return str(path)


def found(path: str, sample: themes.Sample | None = None) -> list[tuple[str, str, bool]]:
    return [(f.kind, f.text.split(": ")[1].split(" ")[0], f.wrong) for f in themes.check(themes.load(path), sample)]


@pytest.mark.parametrize(
    ("first", "second", "head", "expected"),
    [
        ('"river", "rivers"', '"snow"', "", [("never", "“rivers”", True)]),
        ('"court order", "courts ordered"', '"snow"', "", [("never", "“courts", True)]),
        ('"=rivers", "river"', '"snow"', "", []),
        ('"river", "=rivers"', '"snow"', "", [("never", "“rivers”", True)]),
        ('"striker", "!hunger striker"', '"hunger striker"', "", []),
        ('"hunger striker", "+=WHO"', '"snow"', "", []),
        ('"flood*", "floodwater*"', '"snow"', "", [("never", "“floodwater*”", True)]),
        ('"river", "~flood"', '"rivers", "flood"', "", [("collides", "“rivers”", False)]),
        ('"river"', '"~river"', "", []),
        ('"import"', '"snow"', "", [("look-alike", "“import”", False)]),
        ('"=import", "=imports"', '"snow"', "", []),
        ('"river boat"', '"snow"', 'ignore = ["the river boat"]\n', []),
        ('"snowed under", "ice"', '"snow"', 'ignore = ["snow"]\n', []),
    ],
)
def test_what_a_set_tells_alone(
    tmp_path: Path, first: str, second: str, head: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert found(own_set(tmp_path, first, second, head)) == expected


def test_text_tells_what_is_everywhere_and_what_is_nowhere(tmp_path: Path) -> None:
    sample = themes.Sample(["The river rose."] * 15 + ["An aquifer."] * 10, ["en"] * 25)
    path = own_set(tmp_path, '"river", "aquifer", "dam", "~rose"')
    assert found(path, sample) == [
        ("swallows", "“river”", False),
        ("swallows", "“aquifer”", False),
        ("silent", "1", False),
        ("silent", "1", False),
    ]


def test_of_a_few_sentences_nothing_is_said_to_be_everywhere(tmp_path: Path) -> None:
    sample = themes.Sample(["The river rose."] * 3, ["en"] * 3)
    assert [kind for kind, _, _ in found(own_set(tmp_path, '"river"'), sample)] == ["silent"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("imports", "import", True),
        ("stopped", "stop", True),
        ("invading", "invade", True),
        ("policies", "policy", True),
        ("important", "import", False),
        ("evident", "evidence", False),
        ("national", "nation", False),
        ("productivity", "product", False),
        ("", "a", False),
    ],
)
def test_forms_of_one_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) == same_word(other, one) == same


# ── The command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def brief(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "brief", "themes", *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )


def test_check_ends_with_one_when_something_is_wrong(tmp_path: Path) -> None:
    run = brief("check", own_set(tmp_path, '"river", "rivers"'))
    assert run.returncode == 1 and not run.stderr
    assert run.stdout.startswith("wrong   a: “rivers” never counts: “river” takes its words")
    assert run.stdout.endswith("mine.toml: 2 themes, 3 terms, 1 wrong\n")


def test_check_ends_with_none_when_there_is_only_advice(tmp_path: Path) -> None:
    run = brief("check", own_set(tmp_path, '"import"'))
    assert run.returncode == 0
    assert run.stdout.startswith("advice  a: “import” is found in importance, important, importantly too")
    assert run.stdout.endswith("mine.toml: 2 themes, 2 terms, nothing wrong found, 1 to look at\n")


def test_check_of_a_file_that_is_no_set_says_where(tmp_path: Path) -> None:
    path = own_set(tmp_path, '"a", 3')
    run = brief("check", path)
    assert run.returncode == 1 and "theme “a”, key terms[1]" in run.stderr and not run.stdout


def test_check_of_a_file_that_is_not_there_is_wrong_use() -> None:
    run = brief("check", "nowhere.toml")
    assert run.returncode == 2 and "there is no theme set “nowhere.toml”" in run.stderr


def test_check_with_sources_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The river rose over its banks on Sunday.\n", "utf-8")
    run = brief("check", own_set(tmp_path, '"river", "dam"'), str(tmp_path / "a.txt"))
    assert run.returncode == 0 and "a: 1 of 2 terms are in none of the 1 sentences: dam" in run.stdout


def test_try_shows_every_sentence_with_its_theme_and_terms(tmp_path: Path) -> None:
    text = (
        "The river rose over its banks on Sunday morning. Nobody saw it come. The snow and the dam on the river held."
    )
    (tmp_path / "a.txt").write_text(text + "\n", "utf-8")
    run = brief("try", own_set(tmp_path, '"+river", "dam"'), str(tmp_path / "a.txt"))
    assert run.returncode == 0
    assert run.stdout.split("\n") == [
        "a.txt 1: The river rose over its banks on Sunday morning.",
        "  probable   a 1.765: river",
        "",
        "a.txt 2: Nobody saw it come.",
        "  other",
        "",
        "a.txt 3: The snow and the dam on the river held.",
        "  confident  a 2.765: river, dam",
        "             b 1: snow",
        "",
        "3 sentences: 1 confident, 1 probable, 1 other",
        "a 2; Other 1",
        "",
    ]


def test_try_without_sources_is_wrong_use() -> None:
    assert brief("try", "news").returncode == 2


def test_list_and_show_name_the_sets_and_their_themes() -> None:
    listed = brief("list").stdout
    assert listed == brief().stdout and all(name in listed for name in themes.names())
    assert "Health (health, medtop:07000000)" in brief("show", "humanitarian").stdout
