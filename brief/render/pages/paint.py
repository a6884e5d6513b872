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

from ...limits import limit_memory

BASE = "https://template.invalid/"
"""Where the page believes it lives. No such host exists: a name that is not in the template's folders leads nowhere."""
MEMORY = 4 << 30
"""Bytes of address space: 132 pages took 640 MB of memory, and libraries reserve more than they use."""
FEW = 6
"""Pages one leafs through: more of them get a list of contents."""
LONG = 46_000
"""Characters of HTML that make more than FEW pages, mostly: a page takes 6,000 to 8,700 of them."""
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


NAMES = {"CJK": "Chinese"}
"""Scripts that Unicode calls otherwise than people do."""


class Attached(msgspec.Struct, frozen=True):
    """A file to attach to the PDF."""

    name: str
    text: str
    description: str
    relationship: str
    """To the PDF, as ISO 32000-2 names it: Source, what it was drawn from, or Data."""


class Job(msgspec.Struct, frozen=True):
    """What to draw."""

    html: str
    folders: tuple[str, ...]
    variant: str
    """WeasyPrint's name of the standard to keep: pdf/ua-1."""
    identifier: str
    attached: tuple[Attached, ...]
    created: str
    """ISO 8601: the date of the attachments."""


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
    import weasyprint  # half a second, and it fails without Pango

    page = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=_fetcher(job.folders), media_type="print")
    options = {"pdf_variant": job.variant, "pdf_identifier": job.identifier.encode(), "attachments": _attachments(job)}
    finisher = _mend if job.variant.startswith("pdf/a") else None  # it compresses everything once more
    pdf = _laid_out(page, len(job.html), options).write_pdf(finisher=finisher, **options)
    return Report(explained(complaints.lines)), pdf


def _laid_out(page: Any, length: int, options: dict[str, Any]) -> Any:
    """Lay the pages out, with long.css (a list of contents) if they are more than FEW.

    Laying out takes most of the time and only then are the pages known, so the guess by length saves doing it twice.
    """
    from weasyprint import CSS

    shown = {"stylesheets": [CSS(url=f"{BASE}long.css", url_fetcher=page.url_fetcher)]}
    guess = length > LONG
    document = page.render(**options, **(shown if guess else {}))
    if (long := len(document.pages) > FEW) != guess:
        document = page.render(**options, **(shown if long else {}))
    return document


def _mend(_document: Any, pdf: Any) -> None:
    """Mend what a validator of PDF/A finds wrong with WeasyPrint's file.

    Metadata stay uncompressed, for programs that know no PDF. So does what would end in a carriage return when it is
    compressed (its last byte is the checksum's): before the line end that follows, nobody could tell where it ends.
    And each attachment is named once.
    """
    for thing in pdf.objects:
        if getattr(thing, "compress", False) and (
            thing.extra.get("Type") == "/Metadata" or thing.data.endswith(b"\r\nendstream")
        ):
            thing.compress = False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _attachments(job: Job) -> list[Any]:
    from weasyprint import Attachment

    moment = datetime.datetime.fromisoformat(job.created)
    return [
        Attachment(
            string=one.text,
            name=one.name,
            description=one.description,
            created=moment,
            modified=moment,
            relationship=one.relationship,
        )
        for one in job.attached
    ]


def _fetcher(folders: tuple[str, ...]) -> Any:
    """Return a fetcher that gives the files of the template's folders and refuses everything else."""
    from weasyprint import URLFetcher
    from weasyprint.urls import URLFetcherResponse

    from ..environment import ASSETS, asset

    class TemplateFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):  # the logo: its bytes are in the address
                return super().fetch(url, headers)
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
        f"no font has the {NAMES.get(script, script.capitalize())} letters {' '.join(letters[:5])}{' …' if len(letters) > 5 else ''}: "
        f"apt install {FONTS.get(script, 'fonts-noto-core fonts-noto-cjk')} (Debian; `brief doctor` knows other systems)"
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
