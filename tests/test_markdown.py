"""Markdown: what it looks like, that quotations survive a parser, and that an article's text is never live."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from golden_file import check
from hostile import HOSTILE, naughty_strings, saying
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.drawing import Drawing
from brief.errors import TemplateError
from brief.model import Briefing
from brief.render.text.markdown import code, linked, plain, to_markdown
from brief.render.words import line

# HTML, addresses and typography are on, so that whatever could become live does.
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HARMLESS = {
    "paragraph", "heading", "bullet_list", "list_item", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
    "text", "em", "strong", "link", "inline", "code_inline", "softbreak",
}  # fmt: skip


def tokens(markdown: str) -> list[Token]:
    """Return all tokens, the inline ones too."""
    blocks = GITHUB.parse(markdown)
    return [*blocks, *(child for block in blocks for child in block.children or ())]


def shown(markdown: str) -> str:
    """Return the text a reader sees, on one line."""
    inline = (block.children or () for block in GITHUB.parse(markdown) if block.type == "inline")
    return line(" ".join("".join(" " if c.type == "softbreak" else c.content for c in children) for children in inline))


def kinds(markdown: str) -> list[str]:
    """Return the structure: which elements follow each other, without their text."""
    return [token.type for token in tokens(markdown) if token.type not in ("text", "softbreak")]


def test_looks_as_it_did_when_somebody_read_it() -> None:
    check("markdown/briefing.md", to_markdown(briefing()))
    check("markdown/long.md", to_markdown(long_briefing()))
    check("markdown/empty.md", to_markdown(empty_briefing()))


@pytest.mark.parametrize(
    "any_briefing", [briefing(), long_briefing(), empty_briefing()], ids=["usual", "long", "empty"]
)
def test_every_statement_is_there_once_with_its_note(any_briefing: Briefing) -> None:
    markdown = to_markdown(any_briefing)
    for statement in any_briefing.statements:
        assert shown(markdown).count(f"{line(statement.text)} ({statement.id.upper()})[^{statement.id}]") == 1
        assert len(re.findall(rf"^\[\^{statement.id}\]: ", markdown, re.MULTILINE)) == 1


def test_a_note_holds_source_date_link_and_place() -> None:
    (note,) = re.findall(r"^\[\^a2\]: (.*)$", to_markdown(briefing()), re.MULTILINE)
    citation = briefing().statements[0].citations[0]
    title = "[Port of Lindhaven to close its northern basin for two years](<https://news.example/lindhaven>)"
    place = f"characters {citation.start}–{citation.end} of `a.txt`"
    assert note == f"A2 · {title} · The Lindhaven Post · 14 April 2025 · {place}"


def test_a_note_tells_what_we_added_and_who_else_reports_it() -> None:
    notes = dict(re.findall(r"^\[\^(\w+)\]: (.*)$", to_markdown(briefing()), re.MULTILINE))
    assert notes["c4"].endswith("in the source: “" + briefing().source("s3").passages[2].text.split(". ")[0] + ".”")
    assert re.search(r" · also A, characters \d+–\d+$", notes["c2"])


def test_structure_is_only_ours() -> None:
    found = {re.sub("_(open|close)$", "", kind) for kind in kinds(to_markdown(briefing()))}
    assert found <= HARMLESS


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_nothing_else(text: str) -> None:
    markdown, harmless = to_markdown(saying(text)), to_markdown(saying("harmless"))
    assert kinds(markdown) == kinds(harmless)
    assert shown(markdown).count(line(text)) >= 5  # title, theme, statement, source, reason …
    assert {token.attrGet("href") for token in tokens(markdown) if token.type == "link_open"} == {
        "https://news.example/lindhaven"
    }


def test_naughty_strings_are_shown_and_nothing_else() -> None:
    harmless = kinds(to_markdown(saying("harmless")))
    for text in naughty_strings():
        if line(text):
            markdown = to_markdown(saying(text))
            assert kinds(markdown) == harmless, text
            assert line(text) in shown(markdown)


LIVE_TEXT = st.lists(st.sampled_from([*"*_[]()<>`#|~!&\\-+=>:.$ \n1a{}^\"'/", "  ", "://", "www."]), min_size=1)


@settings(deadline=None)
@given(LIVE_TEXT.map("".join) | st.text(min_size=1))
def test_any_text_is_shown_and_nothing_else(text: str) -> None:
    words = line(f"a {text}" if not line(text) else text)
    markdown = to_markdown(saying(words))
    assert kinds(markdown) == kinds(to_markdown(saying("harmless")))
    for statement in saying(words).statements:
        assert line(statement.text) in shown(markdown)


@given(LIVE_TEXT.map("".join))
def test_a_line_by_itself_is_a_paragraph(text: str) -> None:
    words = line(text)
    for before in ("", "- ", "> ", "# "):
        assert kinds(f"{before}{plain(words)}") == kinds(f"{before}{'harmless' if words else ''}")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("000_6b5739bd79ea8551.txt", "000_6b5739bd79ea8551.txt"),
        (
            "cost $5 million, Ms. Leal (aged 40) said: it’s 3.5% – no!",
            "cost $5 million, Ms. Leal (aged 40) said: it’s 3.5% – no!",
        ),
        ("AT&T, R&D; C# and #MeToo", r"AT&T, R\&D; C# and \#MeToo"),
        ("2025. A year", r"2025\. A year"),
        ("3.5 million", "3.5 million"),
        ("see https://x.example", r"see https:\//x.example"),
        ("-5 degrees", r"\-5 degrees"),
        (". He denied it", ". He denied it"),
        ("$5 and $6", r"\$5 and \$6"),
    ],
)
def test_only_what_would_be_live_is_escaped(text: str, markdown: str) -> None:
    assert plain(text) == markdown


@pytest.mark.parametrize(
    ("name", "markdown"), [("notes.md", "`notes.md`"), ("a`b.md", "``a`b.md``"), ("`", "`` ` ``"), ("", "")]
)
def test_a_file_name_is_no_address(name: str, markdown: str) -> None:
    assert code(name) == markdown
    assert [token.content for token in tokens(f"see {markdown}") if token.type == "code_inline"] == [name][: len(name)]


@pytest.mark.parametrize(
    "url", ["https://x.example/a(b)c*d_e?x=1&copy=2#f", "https://x.example/<b>", "http://x.example/%20\\"]
)
def test_a_link_leads_where_it_should(url: str) -> None:
    (link,) = [token for token in tokens(linked("[title](x)", url)) if token.type == "link_open"]
    assert link.attrGet("href") == url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def test_unsafe_addresses_are_no_links() -> None:
    source = msgspec.structs.replace(briefing().sources[0], url="javascript:alert(1)")
    markdown = to_markdown(msgspec.structs.replace(briefing(), sources=(source, *briefing().sources[1:])))
    assert "javascript" not in markdown


def test_a_long_list_of_left_out_sentences_is_only_counted() -> None:
    many = msgspec.structs.replace(briefing().left_out[0], sentences=tuple(f"a{n}" for n in range(1, 60, 2)))
    markdown = to_markdown(msgspec.structs.replace(briefing(), left_out=(briefing().left_out[1], many)))
    assert "- Did not fit: 30\n- Does not stand alone: 3 (A5, A10, C3)\n\nbriefing.json lists them all." in markdown


def test_same_bytes_again_and_no_untidy_space() -> None:
    markdown = to_markdown(long_briefing())
    assert markdown == to_markdown(long_briefing())
    assert not re.search(r"[ \t]$|\n\n\n", markdown, re.MULTILINE)
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")


def test_a_folder_overrides_and_what_it_shows_is_plain(tmp_path: Path) -> None:
    (tmp_path / "markdown").mkdir()
    template = tmp_path / "markdown" / "briefing.md"
    template.write_text(
        '{% extends "shipped/markdown/briefing.md" %}{% block sources %}MINE {{ view.title }}{% endblock %}'
    )
    markdown = to_markdown(saying("*loud*"), Drawing(template=str(tmp_path)))
    assert "MINE \\*loud\\*" in markdown
    assert "## Sources" not in markdown
    template.write_text("line\n{{ view.nothing }}")
    with pytest.raises(TemplateError, match=r"briefing\.md, line 2"):
        to_markdown(briefing(), Drawing(template=str(tmp_path)))
