"""Plain text: decoding, the characters that must not get through, and the title."""

from __future__ import annotations

import codecs
import re

from ..errors import NothingToBrief, UnreadableSource
from ..model import Article, digest
from ..paragraphs import DATE, IMPRINT_WORDS, is_capital, is_imprint, lines_and_paragraphs
from .dates import iso_date

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates and noncharacters: not even encodable everywhere
)
LONE_RETURN = re.compile("\r(?!\n)")

TITLE_PARAGRAPHS = 6  # the three real articles and wire copy have it among the first four
TITLE_WORDS = range(2, 26)
SENTENCE_END = re.compile(r"[.…:;,][\"”’»)]*$")
SLUG = re.compile(r"\b[A-Z]{2,}\w*[-–][A-Z]{2,}|\b[A-Z]+\d{3,}\b|\b\d{1,2}:\d\d\b")
"""A wire's slug line, “TRM0417 4 EUR MIGRATION-COURT”, or its time stamp."""
NOT_A_TITLE = re.compile(r"^(by|von|por|par|di|door)\s+[A-Z]|^\(?(reuters|ap|afp)\)?$|^\W*$", re.IGNORECASE)


def decode(raw: bytes, source: str) -> tuple[str, str]:
    """Return text and encoding: a byte order mark decides, then strict UTF-8, then cp1252.

    Raises:
        UnreadableSource: the bytes are no text.
    """
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), encoding
    if b"\x00" in raw:
        raise UnreadableSource(source, "not text but a binary file", "give the article as .txt, .md or .html", "binary")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _controls(raw) > 0.02:
        raise UnreadableSource(source, "not text but a binary file", "give the article as .txt, .md or .html", "binary")
    try:
        return raw.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "latin-1"


def make_safe(text: str) -> str:
    """Replace, one for one, what must not reach an output; offsets stay what they are in the file."""
    return UNSAFE.sub(" ", LONE_RETURN.sub("\n", text))


def article_from_text(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    author: str | None = None,
) -> Article:
    """Make an article from a string; see `Article.from_text`."""
    safe = make_safe(text)
    if not safe.strip():
        raise NothingToBrief("the text is empty", "give the article's text")
    found, span = find_title(safe)
    return Article(
        text=safe,
        title=title or found,
        title_span=span,
        published=published,
        publisher=publisher,
        url=url,
        author=author,
        raw_digest=digest(text),
        pipeline=("text@1",),
    )


def read_text(raw: bytes, source: str) -> Article:
    """Read a plain text file.

    Raises:
        UnreadableSource: the file is binary.
    """
    text, encoding = decode(raw, source)
    safe = make_safe(text)
    title, span = find_title(safe)
    return Article(
        text=safe,
        title=title,
        title_span=span,
        published=date_in_head(safe),
        media_type="text/plain",
        encoding=encoding,
        raw_digest=digest(raw),
        pipeline=(f"decode/{encoding}@1",),
    )


def find_title(text: str) -> tuple[str, tuple[int, int] | None]:
    """Find the title among the first paragraphs: a short line without a full stop, before a longer paragraph.

    A line that is there twice (as a heading and again over the text) wins over the others.
    """
    paragraphs = lines_and_paragraphs(text)[: TITLE_PARAGRAPHS + 1]
    lines = [text[start:end] for start, end in paragraphs]
    candidates = [i for i, line in enumerate(lines[:TITLE_PARAGRAPHS]) if _may_be_title(line, lines[i + 1 :])]
    if not candidates:
        return "", None
    doubled = [i for i in candidates if lines.count(lines[i]) > 1]
    best = (doubled or candidates)[0]
    return " ".join(lines[best].split()), paragraphs[best]


def date_in_head(text: str) -> str | None:
    """Find the date in the short lines over the text: “The Sunday Lantern, 8 March 2026”. The text's own dates are not it."""
    for start, end in lines_and_paragraphs(text)[:TITLE_PARAGRAPHS]:
        line = text[start:end]
        if len(line.split()) <= IMPRINT_WORDS and (match := DATE.search(line)):
            return iso_date(match.group())
    return None


def _may_be_title(line: str, following: list[str]) -> bool:
    count, first = len(line.split()), line.lstrip("\"'“‘«([")[:1]
    return (
        count in TITLE_WORDS
        and not SENTENCE_END.search(line)
        and not NOT_A_TITLE.search(line)
        and not SLUG.search(line)
        and (is_capital(first) or line[:1].isdigit())
        and not is_imprint(line)
        and any(len(later.split()) > count for later in following)
    )


def _controls(raw: bytes) -> float:
    sample = raw[:65536]
    return sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in sample) / max(1, len(sample))
