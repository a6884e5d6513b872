"""Saved web pages. The extractor runs in a child process: some pages make it hang or take all memory."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO

import msgspec

from ..errors import UnreadableSource
from ..model import Article, digest
from .dates import iso_date
from .text import decode, find_title, make_safe

LIMIT_BYTES = 8_000_000  # a news page has 0.1 to 2 MB; a few MB of flat markup take trafilatura minutes
LIMIT_SECONDS = 20.0
FEWEST_LETTERS = 30  # what a page of nothing but menus leaves is shorter than a sentence
FIX = "save the article's text as .txt, or print it to the reader view and save that"

META_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)


class Extracted(msgspec.Struct):
    """What the child process found in a page."""

    text: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    site: str = ""
    url: str = ""
    method: str = ""


class Extractor:
    """A child process that extracts the article of one page after another; started when the first page comes."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def extract(self, page: str, method: str) -> Extracted | None:
        """Return what `method` (trafilatura or readability) finds; None when it died or took over 20 seconds."""
        child = self._started()
        timer = threading.Timer(LIMIT_SECONDS, child.kill)
        timer.start()
        try:
            _send(child.stdin, msgspec.msgpack.encode((method, page)))
            answer = _receive(child.stdout)
        except (BrokenPipeError, ConnectionResetError):
            answer = b""
        finally:
            timer.cancel()
        if not answer:
            self._stop()
            return None
        return msgspec.msgpack.decode(answer, type=Extracted)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            # A plain subprocess, not multiprocessing: that would import the caller's __main__ again.
            self._child = subprocess.Popen(
                [sys.executable, "-m", "brief.read.html_child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _stop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None


def read_html(raw: bytes, source: str, extractor: Extractor) -> Article:
    """Read a saved page: the article without menus, advertising and comments, and its metadata.

    Raises:
        UnreadableSource: the page is too large, binary, or holds no article.
    """
    if len(raw) > LIMIT_BYTES:
        raise UnreadableSource(source, f"a page of {len(raw) / 1e6:.0f} MB is too large", FIX, "too-large")
    page, encoding = _decode_page(raw, source)
    found = extractor.extract(page, "trafilatura")
    if found is None or not _is_text(found.text):
        found = extractor.extract(page, "readability")
    if found is None or not _is_text(found.text):
        raise UnreadableSource(source, "no article text found in the page", FIX, "no-text")
    text = make_safe(found.text)
    title, span = find_title(text)
    return Article(
        text=text,
        title=" ".join(make_safe(found.title or title).split()),
        title_span=span if span and (not found.title or title == found.title) else None,
        published=iso_date(found.date),
        publisher=found.site or None,
        author=found.author or None,
        url=found.url or None,
        media_type="text/html",
        encoding=encoding,
        raw_digest=digest(raw),
        pipeline=(f"decode/{encoding}@1", f"extract/{found.method}"),
    )


def _is_text(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= FEWEST_LETTERS


def _decode_page(raw: bytes, source: str) -> tuple[str, str]:
    """Decode as browsers do: the byte order mark, then the charset the page names, then as text."""
    declared = META_CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii").lower()
        try:
            return raw.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass  # the page is mistaken about itself, as many are
    return decode(raw, source)


def _send(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        raise BrokenPipeError
    pipe.write(len(data).to_bytes(8, "big") + data)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> bytes:
    """Return the next message, nothing at the end of the stream."""
    if pipe is None:
        return b""
    size = int.from_bytes(pipe.read(8), "big")
    data = pipe.read(size)
    return data if len(data) == size else b""
