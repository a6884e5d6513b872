"""Paragraphs as spans. Some text has a paragraph a line, newswire wraps its lines: this tells which. A leaf."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from .model import Article

Span = tuple[int, int]

LINE = re.compile(r"[^\r\n\u2028\u2029\u0085\x0b\x0c]+")
BLANK_LINE = re.compile(r"(?:\r\n|[\n\u2028\u2029])[^\S\r\n\u2028\u2029]*(?:\r\n|[\n\u2028\u2029])")
SENTENCE_END = re.compile(r"[.!?…؟۔][\"”’»')\]]*\s*$")

HEADING_END = re.compile(r"[.!?…:;,؟۔،؛][\"”’»')\]]*\s*$")

WRAP_WIDTH = 100  # characters; hard-wrapped text stays under it, a paragraph a line soon passes it
WRAP_FILLED = 0.6  # a wrapped line is filled to at least this share of the widest
WRAP_LINES = 3


DATELINE = re.compile(r"[^\n(.!?]{2,60}?(?:\b[A-Z][a-z]{2,4}\. \d{1,2} )?\(([A-ZÀ-Þ][\w.&’' -]{1,30})\)\s*[-–—]+\s*")
"""“PORT SABLE, March 4 (Transmare) - ”; its group is the agency."""

IMPRINT_WORDS = 12
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DATE = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}} {MONTH} \d{{4}}\b|\b{MONTH} \d{{1,2}},? \d{{4}}\b", re.IGNORECASE
)

HEADING_WORDS = 14  # longest heading of its own line that is told from a sentence by its missing full stop
MARKER = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+•]|\d{1,3}[.)]|#{1,6})[ \t]+)?")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article as a span, and its kind: text, heading, deck (what stands over the title), code, table or front matter."""

    start: int
    end: int
    kind: str = "text"


def is_imprint(line: str) -> bool:
    """Tell a line such as “The Sunday Lantern, 8 March 2026” from text: short, a date, no full stop."""
    return len(line.split()) <= IMPRINT_WORDS and DATE.search(line) is not None and not SENTENCE_END.search(line)


def is_capital(letter: str) -> bool:
    """Tell whether a letter may begin a heading: a capital, or any of a script without capitals, as Arabic or Hebrew."""
    return letter.isalpha() and not letter.islower()


def paragraphs(article: Article) -> list[Paragraph]:
    """Return the paragraphs of an article in order, headings told from text."""
    if article.media_type == "text/markdown":
        return _markdown(article)
    spans = lines_and_paragraphs(article.text)
    headings = _headings(article, spans)
    title = article.title_span[0] if article.title_span else 0
    return [
        Paragraph(start, end, "heading" if (start, end) in headings else "deck" if end <= title else "text")
        for start, end in spans
    ]


def _headings(article: Article, spans: list[Span]) -> set[Span]:
    """The title, and short lines without a full stop that stand before a longer paragraph."""
    found = {article.title_span} if article.title_span else set()
    for span, following in itertools.pairwise(spans):
        line = article.text[slice(*span)]
        short = len(line.split()) <= HEADING_WORDS and following[1] - following[0] > 2 * len(line)
        if short and is_capital(line[:1]) and not HEADING_END.search(line):
            found.add(span)
    return found


def _markdown(article: Article) -> list[Paragraph]:
    """Take the blocks from markdown-it's line map; markers before a block stay outside its span."""
    from markdown_it import MarkdownIt  # 40 ms, for Markdown only

    front = article.excluded[0].end if article.excluded else 0
    # The front matter's lines are blanked out, not cut: the line map counts them.
    body = re.sub(r"[^\r\n]", " ", article.text[:front]) + article.text[front:]
    starts = [0, *(match.end() for match in re.finditer(r"\r?\n", body)), len(body)]
    found = [Paragraph(0, front, "front matter")] if front else []
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        kind = MARKDOWN_KINDS.get(token.type)
        if kind and token.map:
            block = _block(article.text, starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)], kind)
            if block and (not found or block.start >= found[-1].end):  # a heading's or table's text comes again, inline
                found.append(block)
    return found


MARKDOWN_KINDS = {
    "inline": "text",
    "heading_open": "heading",
    "fence": "code",
    "code_block": "code",
    "html_block": "code",
    "table_open": "table",
}


def _block(text: str, start: int, end: int, kind: str) -> Paragraph | None:
    marker = MARKER.match(text, start, end) if kind in ("text", "heading") else None
    span = _trim(text, marker.end() if marker else start, end)
    return Paragraph(*span, kind) if span else None


def lines_and_paragraphs(text: str) -> list[Span]:
    """Return the spans of all paragraphs, without the white space around them, in order."""
    lines = [span for span in (_trim(text, *match.span()) for match in LINE.finditer(text)) if span]
    if not is_wrapped(text, lines):
        return lines
    paragraphs: list[Span] = []
    for start, end in lines:
        if paragraphs and _continues(text, paragraphs[-1], start):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Tell whether line ends are only the edge of the page: lines are short, filled, and break within sentences."""
    followed = [(a, b) for a, b in itertools.pairwise(lines) if not BLANK_LINE.search(text[a[1] : b[0]])]
    if len(followed) < WRAP_LINES:
        return False
    widths = [end - start for (start, end), _ in followed]
    if max(widths) > WRAP_WIDTH or median(widths) < WRAP_FILLED * max(widths):
        return False
    broken = sum(not SENTENCE_END.search(text, start, end) for (start, end), _ in followed)
    return broken * 2 > len(followed)


def _continues(text: str, paragraph: Span, start: int) -> bool:
    """A line goes on with the paragraph unless a blank line or an indent parts them."""
    between = text[paragraph[1] : start]
    indent = len(between) - len(between.rstrip(" \t"))
    return not BLANK_LINE.search(between) and indent < 3


def _trim(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    left, right = len(part) - len(part.lstrip()), len(part.rstrip())
    return (start + left, start + right) if right > left else None
