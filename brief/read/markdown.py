"""Markdown with front matter. `Article.text` is the file itself; the front matter is marked as excluded, not cut."""

from __future__ import annotations

import re

from ..model import Article, Excluded, digest
from .text import decode, find_title, make_safe

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
HEADING = re.compile(r"^(?:#[ \t]+(.+?)[ \t]*#*|(?P<under>[^\n]+)\n=+)[ \t]*\r?$", re.MULTILINE)
KEYS = {
    "title": ("title",),
    "author": ("author", "byline"),
    "published": ("date", "published"),
    "publisher": ("source", "publisher", "site"),
    "url": ("url", "link", "canonical"),
}


def read_markdown(raw: bytes, source: str) -> Article:
    """Read a Markdown file; title, author, date, source and url come from its front matter.

    Raises:
        UnreadableSource: the file is binary.
    """
    text, encoding = decode(raw, source)
    safe = make_safe(text)
    match = FRONT_MATTER.match(safe)
    fields = _fields(match.group(1)) if match else {}
    body = match.end() if match else 0
    title, span = _title(safe, body)
    return Article(
        text=safe,
        title=fields.get("title") or title,
        title_span=span,
        published=fields.get("published"),
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        url=fields.get("url"),
        media_type="text/markdown",
        encoding=encoding,
        raw_digest=digest(raw),
        pipeline=(f"decode/{encoding}@1",),
        excluded=(Excluded(0, len(match.group().rstrip()), "front matter"),) if match else (),
    )


def _fields(block: str) -> dict[str, str]:
    """Return the five fields we know; front matter is flat in practice, so no YAML parser and none of its surprises."""
    values = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(block)}
    return {ours: values[key] for ours, keys in KEYS.items() for key in keys if values.get(key)}


def _title(text: str, body: int) -> tuple[str, tuple[int, int] | None]:
    heading = HEADING.search(text, body)
    if heading:
        group = 1 if heading.group(1) else "under"
        return heading.group(group).strip(), heading.span(group)
    title, span = find_title(text[body:])
    return title, (span[0] + body, span[1] + body) if span else None
