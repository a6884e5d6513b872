"""The digest in a terminal and in a pipe: what it looks like, how wide it is, and that nothing in it is live."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from golden_file import check
from hostile import HOSTILE, naughty_strings, saying
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.model import Briefing, Difference, Findings, Side, one_line
from brief.render.text.cells import cells, cut, cut_middle, wrap
from brief.render.text.terminal import for_encoding, for_pager, print_digest, to_text
from brief.render.words import line, printable

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def squashed(text: str) -> str:
    """Return the text without white space: the same however its lines are broken."""
    return "".join(text.split())


def side(sentence: str, text: str, exact: str, published: str | None = "2025-04-14") -> Side:
    """Return a side of a difference: the sentence with this id says this."""
    plain = briefing().statements[0].citations[0]
    source = f"s{ord(sentence[0]) - ord('a') + 1}"
    return Side(text, None, published, None, sentence, msgspec.structs.replace(plain, source=source, exact=exact), ())


def differing() -> Briefing:
    """Return the sample briefing with four differences: one side printed above, none printed, a denial, and an update."""
    cost = side("b6", "84 million", "The rebuilding will cost 84 million and take two years.")
    dearer = side("c9", "96 million", "An engineer put the cost of the wall at 96 million.", None)
    many = side("a12", "1,200 people", "Some 1,200 people live near the northern basin of Lindhaven.")
    fewer = side("c8", "900 people", "About 900 people live near the basin.", "2025-04-15")
    promise = side(
        "c10", "", "The union said that the port had promised 340 jobs in a letter that nobody has published so far."
    )
    denial = side("b9", "denied it", "The port denied it.")
    differences = (
        Difference("cost", "differ", (cost, dearer)),
        Difference("people", "differ", (many, fewer)),
        Difference("", "denial", (promise, denial)),
        Difference("cost", "update", (cost, dearer)),
    )
    return msgspec.structs.replace(briefing(), findings=Findings(differences=differences))


def on_a_terminal(briefing: Briefing, width: int = 80) -> str:
    """Return what a colour terminal gets."""
    file = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORCE_COLOR", "1")
        patch.setenv("TERM", "xterm-256color")
        patch.delenv("NO_COLOR", raising=False)
        print_digest(briefing, width, file)
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_looks_as_it_did_when_somebody_read_it(width: int) -> None:
    check(f"text/digest-{width}.txt", to_text(briefing(), width))


def test_looks_as_it_did_in_ascii_with_much_and_with_nothing() -> None:
    check("text/digest-ascii.txt", to_text(briefing(), encoding="ascii"))
    check("text/digest-long.txt", to_text(long_briefing(), 100))
    check("text/digest-empty.txt", to_text(empty_briefing()))


def test_differences_look_as_they_did_when_somebody_read_them() -> None:
    check("text/digest-differences.txt", to_text(differing()))


def test_an_update_says_that_it_is_one() -> None:
    found = differing().findings
    only = msgspec.structs.replace(
        differing(), findings=msgspec.structs.replace(found, differences=found.differences[3:])
    )
    assert "84 million: B6 · 14 April 2025 · updated by the same origin\n" in to_text(only)


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_findings_fit_the_page(width: int) -> None:
    assert max(map(cell_len, to_text(differing(), width).splitlines())) <= width


def test_the_real_findings_are_told_or_counted(briefing: Briefing) -> None:
    found, text = briefing.findings, one_line(to_text(briefing))
    assert "WHERE REPORTS DIFFER • 212 people: A3" in text
    assert "187 people: B4" in text
    assert f"also found, in -o briefing.html: {len(found.figures)} figures, " in text
    assert f" speakers, {len(found.timeline)} dated events" in text


def test_each_statement_is_printed_once_with_its_chip() -> None:
    text = to_text(briefing())
    for statement in briefing().statements:
        assert squashed(text).count(squashed(statement.text) + statement.id.upper()) == 1


def test_no_chip_stands_alone_on_a_line() -> None:
    for width in range(30, 121):
        assert not re.search(r"^ +[A-Z]+\d+$", to_text(briefing(), width), re.MULTILINE)


def test_says_what_was_left_out_and_warns() -> None:
    text = one_line(to_text(briefing()))
    assert "10 of 25 sentences quoted · left out: 7 did not fit" in text
    assert "Warning: photo.jpg is a picture: give the text instead" in text


def test_headings_and_bylines_are_counted_as_one() -> None:
    some = briefing().left_out[0]
    left = [msgspec.structs.replace(some, reason=reason) for reason in ("heading", "byline", "repeat")]
    text = to_text(msgspec.structs.replace(briefing(), left_out=tuple(left)), 120)
    assert "left out: 14 headings and page furniture, 7 repeats" in text


def test_of_very_many_sources_only_the_quoted_are_listed() -> None:
    plain = long_briefing()
    more = [msgspec.structs.replace(plain.sources[0], id=f"s{n}", label="Z" * (n - 12)) for n in range(13, 23)]
    text = to_text(msgspec.structs.replace(plain, sources=(*plain.sources, *more)))
    assert "and 10 articles read and not quoted" in text
    assert "ZZZ" not in text


@settings(deadline=None)
@given(st.text(min_size=1), st.integers(20, 120))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    for one in to_text(saying(text), width).splitlines():
        assert max(cells(one), cell_len(one)) <= width


@settings(deadline=None)
@given(st.text(min_size=1), st.integers(20, 120))
def test_every_word_of_a_quotation_is_there(text: str, width: int) -> None:
    drawn = squashed(to_text(saying(text), width))
    for statement in saying(text).statements:
        assert squashed(printable(statement.text)) in drawn


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_hostile_text_fits(text: str, width: int) -> None:
    assert max(map(cell_len, to_text(saying(text), width).splitlines())) <= width


def test_naughty_strings_fit_and_run_nothing() -> None:
    for text in naughty_strings():
        drawn = to_text(saying(text))
        assert max(map(cell_len, drawn.splitlines())) <= 80
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", drawn)
        assert squashed(line(text)) in squashed(drawn)


def test_the_terminal_shows_the_same_text() -> None:
    for any_briefing in (briefing(), long_briefing(), empty_briefing(), *map(saying, HOSTILE)):
        seen = ESCAPES.sub("", on_a_terminal(any_briefing))
        assert [one.rstrip() for one in seen.split("\n")] == to_text(any_briefing).split("\n")


def test_markup_in_an_article_is_text() -> None:
    seen = on_a_terminal(saying("[red]alarm[/red] [link=https://evil.example]x[/link] :smile: [on 14 April]"))
    assert "[red]alarm[/red] [link=https://evil.example]x[/link] :smile:" in ESCAPES.sub("", seen)
    assert "\x1b]8;id=1;https://evil" not in seen
    assert not re.search(r"\x1b\]8;[^;]*;https://evil", seen)


def test_links_lead_to_web_sources_only() -> None:
    links = re.findall(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b", on_a_terminal(briefing()))
    assert set(links) == {"https://news.example/lindhaven"}


def test_no_colour_when_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    file = io.StringIO()
    print_digest(briefing(), 80, file)
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7])m", file.getvalue())


def test_a_terminal_that_prints_the_codes_of_links_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "linux")
    file = io.StringIO()
    print_digest(briefing(), 80, file)
    assert "\x1b[" in file.getvalue()
    assert "\x1b]8" not in file.getvalue()


def test_a_pager_gets_colours_and_the_same_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    drawn = for_pager(differing())
    assert "\x1b[1m84 million\x1b[0m" in drawn
    assert "\x1b]8" not in drawn
    assert [one.rstrip() for one in ESCAPES.sub("", drawn).split("\n")] == to_text(differing()).split("\n")


def run_on_a_terminal(arguments: list[str], **environment: str) -> str:
    """Return what the command line writes to a terminal."""
    ours, theirs = pty.openpty()
    usual = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    values = {**usual, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    with subprocess.Popen([sys.executable, "-m", "brief", *arguments], stdin=theirs, stdout=theirs, env=values):
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when nobody holds the other end any more
        return b""


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_the_pager_is_the_readers_own(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    briefing().save(path)
    seen = run_on_a_terminal(["render", str(path), "--pager"], PAGER="grep -n .", **environment)
    assert "1:Lindhaven rebuilds its harbour" in seen
    assert "\x1b" not in ESCAPES.sub("", seen)


def test_a_pipe_has_colours_only_when_they_are_forced_and_no_pager(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    briefing().save(path)
    command = [sys.executable, "-m", "brief", "render", str(path), "--pager"]
    plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    usual = subprocess.run(command, capture_output=True, text=True, check=True, env={**plain, "PAGER": "false"}).stdout
    assert usual == to_text(briefing())
    forced = {**plain, "FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "80"}
    assert "\x1b[1m" in subprocess.run(command, capture_output=True, text=True, check=True, env=forced).stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_command_line_writes_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    saying("“Żółć” — 中文 👍").save(path)
    command = [sys.executable, "-m", "brief", "render", str(path)]
    values = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    run = subprocess.run(command, capture_output=True, check=True, env=values)
    assert run.stderr == b""
    assert run.stdout.decode(encoding) == to_text(saying("“Żółć” — 中文 👍"), 80, encoding)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "koi8-r", "utf-8", "no-such-encoding", None])
def test_any_encoding_can_write_it_and_it_still_fits(encoding: str | None) -> None:
    for text in ("Müller’s “café” — 10² × 5 … • ─ → naïve 中文 👍", *HOSTILE):
        drawn = to_text(saying(text), 60, encoding)
        drawn.encode("ascii" if encoding == "no-such-encoding" else encoding or "utf-8")
        assert max(map(cell_len, drawn.splitlines())) <= 60


def test_characters_are_replaced_by_close_ones() -> None:
    assert for_encoding("“A” ‘b’ – c — d • e … ─", "ascii") == "\"A\" 'b' - c - d * e ... -"
    assert for_encoding("Müller, João", "ascii") == "Muller, Joao"
    assert for_encoding("“Müller” — 中", "cp1252") == "“Müller” — ?"
    assert for_encoding("10² 中", "ascii") == "10? ?"
    assert for_encoding("kept as it is: 中", "utf-8") == "kept as it is: 中"


@settings(deadline=None)
@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "koi8-r", "shift_jis", "utf-16"]))
def test_replacing_never_fails(text: str, encoding: str) -> None:
    assert isinstance(for_encoding(text, encoding).encode(encoding), bytes)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("中文", 4),
        ("e\u0301", 1),
        ("👨\u200d👩\u200d👧", 2),
        ("🇩🇪🇫🇷", 4),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
    ],
)
def test_widths_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text())
def test_no_text_is_measured_narrower_than_rich_measures_it(text: str) -> None:
    assert cells(printable(text)) >= cell_len(printable(text))


def test_lines_break_at_spaces_and_around_wide_characters() -> None:
    def lines(text: str, width: int) -> list[str]:
        return [text[start:end] for start, end in wrap(text, width)]

    assert lines("one two three", 7) == ["one two", "three"]
    assert lines("a verylongword b", 5) == ["a", "veryl", "ongwo", "rd b"]
    assert lines("中文没有空格。", 6) == ["中文没", "有空", "格。"]
    assert lines("in 中文 and", 6) == ["in 中", "文 and"]
    assert lines("", 5) == []


def test_cutting() -> None:
    assert cut("a long title", 12) == "a long title"
    assert cut("a long title", 8) == "a long…"
    assert cut("中文没有空格", 6) == "中文…"
    assert cut("a long title", 8, "...") == "a lon..."
    assert cut_middle("000_6b5739bd79ea8551.txt", 12) == "000_6b…1.txt"


def test_a_pipe_waits_for_no_rich_and_no_templates() -> None:
    code = "import sys, brief.render.text.terminal, brief.render; print(*sorted({'rich', 'jinja2', 'weasyprint'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
