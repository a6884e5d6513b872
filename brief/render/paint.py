"""The child process that draws a PDF: a Job as JSON on standard input, a Report line and the PDF on standard output.

WeasyPrint is imported here and nowhere else.
"""

from __future__ import annotations

import datetime
import logging
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from ..limits import limit_memory

BASE = "https://template.invalid/"
"""Where the page believes it lives. No such host exists: a name that is not in the template's folders leads nowhere."""
MEMORY = 4 << 30
"""Bytes of address space: 132 pages took 640 MB of memory, and libraries reserve more than they use."""
MISSING = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)")
FONTS = {
    "ARABIC": "fonts-noto-core",
    "BENGALI": "fonts-noto-core",
    "CJK": "fonts-noto-cjk",
    "DEVANAGARI": "fonts-noto-core",
    "EMOJI": "fonts-noto-color-emoji",
    "HANGUL": "fonts-noto-cjk",
    "HEBREW": "fonts-noto-core",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "TAMIL": "fonts-noto-core",
    "THAI": "fonts-noto-core",
}
"""Debian's package with a font for the script; the script is the first word of the character's Unicode name."""


class Attached(msgspec.Struct, frozen=True):
    """A file to attach to the PDF."""

    name: str
    text: str
    created: str


class Job(msgspec.Struct, frozen=True):
    """What to draw."""

    html: str
    folders: tuple[str, ...]
    identifier: str
    attached: Attached


class Report(msgspec.Struct, frozen=True):
    """What WeasyPrint complained about, in words for a person."""

    warnings: tuple[str, ...]


class _Complaints(logging.Handler):
    """Collects WeasyPrint's warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def paint(job: Job) -> tuple[Report, bytes]:
    """Draw the PDF.

    Raises:
        ImportError: WeasyPrint is not installed.
        OSError: Pango cannot be loaded.
    """
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    from weasyprint import HTML, Attachment  # half a second, and it fails without Pango

    moment = datetime.datetime.fromisoformat(job.attached.created)
    attachment = Attachment(
        string=job.attached.text,
        name=job.attached.name,
        description="The briefing as data: every quotation with its offsets",
        created=moment,
        modified=moment,
        relationship="Source",
    )
    page = HTML(string=job.html, base_url=BASE, url_fetcher=_fetcher(job.folders), media_type="print")
    pdf = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=job.identifier.encode(), attachments=[attachment])
    return Report(explained(complaints.lines)), pdf


def _fetcher(folders: tuple[str, ...]) -> Any:
    """Return a fetcher that gives the files of the template's folders and refuses everything else."""
    from weasyprint import URLFetcher
    from weasyprint.urls import URLFetcherResponse

    from .environment import ASSETS, asset

    class TemplateFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002 (WeasyPrint's signature)
            parts = urlsplit(url)
            ours = f"{parts.scheme}://{parts.netloc}/" == BASE
            file = asset(unquote(parts.path).lstrip("/"), tuple(map(Path, folders))) if ours else None
            if file is None:
                raise ValueError("only files of the template's folder are loaded")
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": ASSETS[file.suffix.lower()]})

    return TemplateFiles()


def explained(lines: list[str]) -> tuple[str, ...]:
    """Turn WeasyPrint's complaints into lines for a person, each once: missing letters by script."""
    missing: dict[str, list[str]] = {}
    others: list[str] = []
    for text in lines:
        if match := MISSING.search(text):
            letter = chr(int(match[1], 16))
            found = missing.setdefault(_script(letter), [])
            found += [letter] * (letter not in found)
        else:
            others.append(text)
    fonts = [
        f"no font has the {script.capitalize()} letters {' '.join(letters[:5])}{' …' if len(letters) > 5 else ''}: "
        f"apt install {FONTS.get(script, 'fonts-noto-core fonts-noto-cjk')}"
        for script, letters in missing.items()
    ]
    return (*fonts, *dict.fromkeys(others))


def _script(letter: str) -> str:
    """Return the first word of the character's Unicode name: good enough to name a script."""
    if ord(letter) >= 0x1F000:
        return "EMOJI"
    return unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]


def main() -> None:
    """Read a job, draw it, write report and PDF."""
    limit_memory(MEMORY)
    # Whatever a library prints goes to standard error: standard output is the PDF's alone.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    report, pdf = paint(msgspec.json.decode(sys.stdin.buffer.read(), type=Job))
    output.write(msgspec.json.encode(report) + b"\n" + pdf)
    output.flush()


if __name__ == "__main__":
    main()
