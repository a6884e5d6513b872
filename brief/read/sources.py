"""What a user may name as a source, and reading it: files, folders, globs, `-`. One bad source never stops the others."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from ..errors import NothingToBrief, UnreadableSource
from ..model import Article, Notice, one_line
from .dates import iso_date
from .html import Extractor, read_html
from .markdown import read_markdown
from .text import read_text

Reader = Callable[[bytes, str, Extractor], Article]

READERS: dict[str, Reader] = {
    ".txt": lambda raw, source, _: read_text(raw, source),
    ".text": lambda raw, source, _: read_text(raw, source),
    ".md": lambda raw, source, _: read_markdown(raw, source),
    ".markdown": lambda raw, source, _: read_markdown(raw, source),
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
CONVERT = {
    ".pdf": "convert it with “pdftotext FILE.pdf”",
    ".docx": "save it as text or HTML",
    ".doc": "save it as text or HTML",
    ".epub": "save it as HTML",
    ".eml": "save the message as text",
}
LOOKS_LIKE_HTML = re.compile(rb"^\s*(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!?html?)", re.IGNORECASE)
URL = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)
STDIN = "standard input"


@dataclass(frozen=True)
class Reading:
    """The articles that could be read, and a notice for each thing that could not."""

    articles: list[Article]
    notices: list[Notice]

    @property
    def failed(self) -> int:
        """The number of sources that could not be read."""
        return sum(notice.code not in HARMLESS for notice in self.notices)


HARMLESS = {"other-types", "encoding", "other-language", "themes"}
"""Notices that are worth a line and are no failure."""


def read(sources: str | Path | Iterable[str | Path]) -> list[Article]:
    """Read files, folders and globs into articles, in the order given; a folder's files in the order of their names.

    Raises:
        UnreadableSource: the first source that cannot be read. `collect` goes on instead.
        NothingToBrief: there is no article.
    """
    given = [sources] if isinstance(sources, str | Path) else list(sources)
    reading = collect(map(str, given))
    for notice in reading.notices:
        if notice.code not in HARMLESS:
            problem, _, fix = notice.message.rpartition(": ")
            raise UnreadableSource(notice.source or "", problem, fix, notice.code)
    if not reading.articles:
        raise NothingToBrief("no articles", "name files, folders or globs")
    return reading.articles


def collect(sources: Iterable[str], stdin: Callable[[], bytes] | None = None) -> Reading:
    """Read every source; what cannot be read becomes a notice and the rest goes on."""
    articles: list[Article] = []
    notices: list[Notice] = []
    files = _expand(sources, notices)
    root = _common_folder([path for path in files if path is not None])
    with Extractor() as extractor:
        for path in files:
            shown = _shown(path, root)
            try:
                raw = _bytes_of(path, shown, stdin)
                article = msgspec.structs.replace(_parse(raw, path, shown, extractor), path=shown if path else None)
            except UnreadableSource as error:
                notices.append(Notice(error.code, shown, f"{error.problem.removeprefix(shown + ': ')}: {error.fix}"))
                continue
            articles.append(_tidied(article))
            if article.encoding in ("cp1252", "latin-1"):
                message = f"not UTF-8, read as {article.encoding}: if accents look wrong, save it as UTF-8"
                notices.append(Notice("encoding", shown, message))
    return Reading(articles, notices)


def _expand(sources: Iterable[str], notices: list[Notice]) -> list[Path | None]:
    """Turn what the user named into files, each once; None is standard input."""
    files: dict[Path | None, None] = {}
    for source in sources:
        if source == "-":
            files[None] = None
        elif URL.match(source):
            fix = "save the page and give the file (brief stays offline)"
            notices.append(Notice("url", source, f"addresses are not fetched: {fix}"))
        elif Path(source).is_dir():
            files |= dict.fromkeys(_in_folder(source, notices))
        elif Path(source).exists() or not glob.has_magic(source):
            files[Path(source)] = None
        else:
            matches = sorted(path for path in glob.glob(source, recursive=True) if Path(path).is_file())  # noqa: PTH207
            if not matches:
                notices.append(Notice("missing", source, "no file matches: check the pattern and the folder"))
            files |= dict.fromkeys(map(Path, matches))
    return list(files)


def _in_folder(folder: str, notices: list[Notice]) -> list[Path]:
    """Return the readable files below a folder, sorted; hidden ones are passed over, other types are counted."""
    found: list[Path] = []
    others: list[Path] = []
    for path in sorted(Path(folder).rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            (found if path.suffix.lower() in READERS else others).append(path)
    if not found:
        fix = f"put {', '.join(READERS)} files there"
        notices.append(Notice("empty-folder", folder, f"no articles in this folder: {fix}"))
    elif others:
        names = ", ".join(path.name for path in others[:3]) + (", …" if len(others) > 3 else "")
        message = f"{len(others)} files of other types were passed over ({names}): brief reads {', '.join(READERS)}"
        notices.append(Notice("other-types", folder, message))
    return found


def _bytes_of(path: Path | None, shown: str, stdin: Callable[[], bytes] | None) -> bytes:
    if path is None:
        raw = (stdin or sys.stdin.buffer.read)()
    else:
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            raise UnreadableSource(shown, "no such file", "check the path", "missing") from None
        except OSError as error:
            raise UnreadableSource(shown, error.strerror or str(error), "check the file and its permissions") from error
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise UnreadableSource(shown, "the file is empty", "save the article again, or leave it out", "empty")
    return raw


def _parse(raw: bytes, path: Path | None, shown: str, extractor: Extractor) -> Article:
    suffix = path.suffix.lower() if path else ""
    if suffix in CONVERT:
        raise UnreadableSource(shown, f"{suffix} files cannot be read yet", CONVERT[suffix], "type")
    guessed = ".html" if LOOKS_LIKE_HTML.match(raw[:512]) else ".txt"
    reader = READERS.get(suffix) or READERS[guessed]
    return reader(raw, shown, extractor)


def _tidied(article: Article) -> Article:
    """Bring the metadata into one form."""
    return msgspec.structs.replace(
        article,
        title=one_line(article.title),
        published=iso_date(article.published),
        url=article.url if article.url and re.match(r"https?://", article.url) else None,
    )


def _common_folder(paths: list[Path]) -> str:
    """Return the folder that holds all files, so that a briefing names `a/x.txt` and no folder of this machine."""
    if not paths:
        return ""
    return os.path.commonpath([os.path.abspath(path.parent) for path in paths])  # noqa: PTH100


def _shown(path: Path | None, root: str) -> str:
    if path is None:
        return STDIN
    return str(PurePosixPath(Path(os.path.relpath(path.absolute(), root))))
