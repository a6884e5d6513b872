"""The command line as a contract: exit statuses, what goes where, and one clear line for what is wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES

GOOD = (
    "A judge in Lindhaven stopped a chartered plane with 64 asylum seekers aboard late on Tuesday evening.\n\n"
    "The order bars every transfer under the agreement with San Amaro until a full hearing later in March.\n"
)


def brief(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "brief", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
    )
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    out, error = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    return subprocess.CompletedProcess(run.args, run.returncode, out, error)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def test_digest_in_a_pipe_is_plain_text() -> None:
    run = brief(SAMPLES)
    assert run.returncode == 0
    assert "BOTTOM LINE" in run.stdout
    assert "SOURCES" in run.stdout
    assert "\x1b" not in run.stdout
    assert "diario-amarense" in run.stderr


def test_files_by_suffix_and_formats_on_standard_output(good: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"b.{suffix}" for suffix in ("json", "html", "md", "txt", "pdf")]
    run = brief(good, *(part for path in outputs for part in ("-o", path)))
    assert run.returncode == 0
    assert run.stdout == ""
    assert all(path.stat().st_size > 300 for path in outputs)
    assert outputs[-1].read_bytes().startswith(b"%PDF-1.7")
    again = brief("render", outputs[0], "-f", "json")
    assert again.stdout == outputs[0].read_text("utf-8")
    assert brief(good, "-f", "md", "--quiet").stdout == outputs[2].read_text("utf-8")


def test_options_reach_the_briefing(good: Path, tmp_path: Path) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text('words = 60\nranker = "lexrank"\ntitle = "From the file"\n', "utf-8")
    run = brief(good, "--config", config, "--title", "Stopped flight", "--date", "2026-03-04", "-f", "json")
    made = json.loads(run.stdout)
    assert (made["title"], made["created"]) == ("Stopped flight", "2026-03-04")
    assert made["generator"]["options"]["words"] == 60
    assert made["generator"]["options"]["ranker"] == "lexrank"


def test_the_date_may_come_from_source_date_epoch(good: Path) -> None:
    run = brief(good, "-f", "json", SOURCE_DATE_EPOCH="1772600400")
    assert json.loads(run.stdout)["created"] == "2026-03-04T05:00:00Z"


def test_standard_input_is_a_source() -> None:
    run = brief("-", "-f", "json", stdin=GOOD.encode())
    (source,) = json.loads(run.stdout)["sources"]
    assert source["path"] is None
    assert source["title"].startswith("A judge in Lindhaven")


def test_flat_has_no_themes(good: Path) -> None:
    made = json.loads(brief(good, "--flat", "-f", "json").stdout)
    assert [section["theme"]["id"] for section in made["sections"]] == ["summary"]
    assert made["bottom_line"] == []


def test_verify_says_yes_and_no(good: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    shutil.copy(good, kept)
    brief(good, "-o", tmp_path / "b.json")
    yes = brief("verify", tmp_path / "b.json", "--sources", kept)
    assert (yes.returncode, yes.stdout) == (0, "1 of 1 findings verified\n2 of 2 sentences verified\n")
    (kept / "good.txt").write_text(GOOD.replace("64", "65"), "utf-8")
    no = brief("verify", tmp_path / "b.json", "--sources", kept)
    assert no.returncode == 1
    assert "A1: not in A (good.txt)" in no.stdout
    assert "1 of 2 sentences verified" in no.stdout


def test_other_commands() -> None:
    assert brief("schema").stdout.startswith('{\n  "$schema": "https://json-schema.org/draft/2020-12/schema"')
    assert "news" in brief("themes").stdout
    assert "Diplomacy" in brief("themes", "show", "news").stdout
    assert brief("--version").stdout.startswith("brief, version")
    assert brief("doctor").returncode in (0, 1)


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("binary.txt", bytes(range(256)) * 8, "not text but a binary file"),
        ("missing.txt", None, "no such file"),
        ("chinese.txt", ("法院周一裁定，航班不得在三月听证会之前起飞。部长表示将上诉。" * 6).encode(), "Chinese"),
        ("scan.pdf", b"%PDF-1.4 nothing", "pdftotext"),
    ],
)
def test_one_bad_source_beside_a_good_one(good: Path, name: str, raw: bytes | None, said: str) -> None:
    bad = good.with_name(name)
    if raw is not None:
        bad.write_bytes(raw)
    out = good.with_name("b.json")
    run = brief(bad, good, "-o", out)
    assert run.returncode == 3
    assert name in run.stderr
    assert said in run.stderr
    made = json.loads(out.read_text("utf-8"))
    assert [source["path"] for source in made["sources"]] == ["good.txt"]
    assert [warning["source"] for warning in made["warnings"]] == [name]
    out.unlink()
    strict = brief(bad, good, "-o", out, "--strict")
    assert strict.returncode == 3
    assert not out.exists()
    alone = brief(bad, "-o", out)
    assert alone.returncode == 4
    assert name in alone.stderr
    assert not out.exists()


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = brief(tmp_path / "empty")
    assert run.returncode == 4
    assert "empty" in run.stderr
    assert ".txt" in run.stderr


def test_cp1252_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(GOOD.replace("Lindhaven", "Lindhävn").encode("cp1252"))
    run = brief(path, "-f", "json")
    assert run.returncode == 0
    assert "cp1252" in run.stderr
    assert "Lindhävn" in run.stdout


def test_one_sentence_and_fifty_copies(tmp_path: Path, good: Path) -> None:
    one = tmp_path / "one.txt"
    one.write_text("Court stops flight.", "utf-8")
    assert json.loads(brief(one, "-f", "json").stdout)["sections"][0]["statements"][0]["text"] == "Court stops flight."
    copies = tmp_path / "copies"
    copies.mkdir()
    for number in range(50):
        shutil.copy(good, copies / f"{number:02}.txt")
    run = brief(copies, "-f", "json")
    made = json.loads(run.stdout)
    assert {source["origin"] for source in made["sources"]} == {"o1"}
    texts = [s["text"] for section in made["sections"] for s in section["statements"]]
    assert len(texts) == len(set(texts)) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--words", "3"], "words is 3"),
        (["--words", "many"], "not a valid integer"),
        (["--themes", "magic"], "magic"),
        (["--ranker", "magic"], "coverage, lexrank"),
        (["--evidence", "some"], "context, full, none"),
        (["-o", "b.xyz"], ".pdf"),
        (["-f", "xyz"], "xyz"),
        (["--date", "tomorrow"], "2025-04-14"),
        (["--language", "english"], "two-letter"),
        (["--config", "none.toml"], "none.toml"),
        (["--template", "nowhere", "-f", "html"], "nowhere"),
        (["-o", "nowhere/b.json"], "nowhere"),
    ],
)
def test_wrong_use_is_status_two(good: Path, arguments: list[str], said: str) -> None:
    run = brief(good, *arguments)
    assert run.returncode == 2
    assert said in run.stderr


def test_no_source_is_wrong_use_and_help_helps() -> None:
    assert brief().returncode == 2
    assert "SOURCE" in brief("digest", "--help").stdout


def test_head_is_no_error(good: Path) -> None:
    run = subprocess.run(
        f"{sys.executable} -m brief {SAMPLES} --quiet | head -1", shell=True, capture_output=True, text=True, timeout=60
    )
    assert run.stderr == ""
    assert run.stdout.count("\n") == 1


def test_every_option_is_in_the_manual() -> None:
    text = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text("utf-8")
    for command in ("digest", "render", "diff", "verify", "explain", "themes", "init", "preview", "schema", "doctor"):
        assert f"brief {command}" in text
        for word in brief(command, "--help").stdout.split():
            if word.startswith("--") and word != "--help":
                assert word.strip(",.") in text
