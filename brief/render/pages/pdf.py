"""A tagged PDF, drawn by WeasyPrint in a child process.

The child is a program of its own (`python -m brief.render.pages.paint`) and not a multiprocessing worker, because a worker
would run the user's main script again and because WeasyPrint dies by segmentation fault when no font is installed:
here that is an exit status. It also bounds memory and time. It costs nothing: WeasyPrint's import, most of the
start-up, is needed anyway, and stays out of the caller's process.
"""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import warnings
from typing import NamedTuple

import msgspec

from ...drawing import USUAL, Drawing
from ...errors import RenderError
from ...model import Briefing, Source, digest
from ..environment import PACKAGE, draw, folders
from ..views.view import view
from ..words import line
from .installed import missing_fonts
from .paint import Attached, Job, Report

VARIANTS = {"ua-1": "pdf/ua-1", "a-3": "pdf/a-3a"}
"""WeasyPrint's names of the profiles; a is the level with tags."""
SECONDS = 300
"""Time limit: 132 pages took 55 seconds on a busy machine of two processors."""
OTHERWISE = "or write .html, which needs nothing"
INSTALL = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core (Debian)"
UNDATED = "2000-01-01T00:00:00Z"
"""The date of the attachment when the briefing has none: PDF demands one, and the clock would change the bytes."""

FONT_DATE = "946684800"
"""Seconds (the year 2000): fontTools dates each embedded font with it, else with the moment of drawing."""


class RenderWarning(UserWarning):
    """Something in the PDF is not as it should be: letters without a font, a link that leads nowhere."""


class Drawn(NamedTuple):
    """A PDF and what its reader should know about it."""

    pdf: bytes
    warnings: tuple[str, ...]


def to_pdf(briefing: Briefing, drawing: Drawing = USUAL) -> bytes:
    """Return the briefing as a tagged PDF with briefing.json attached; warns with RenderWarning.

    PDF/UA-1 or PDF/A-3a, as `drawing` says; the latter holds the articles too, when the briefing has all their text.

    Raises:
        RenderError: WeasyPrint, Pango or a font is missing, or the drawing took too long.
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    drawn = draw_pdf(briefing, drawing)
    for message in drawn.warnings:
        warnings.warn(message, RenderWarning, stacklevel=2)
    return drawn.pdf


def draw_pdf(briefing: Briefing, drawing: Drawing = USUAL) -> Drawn:
    """Return the PDF with its warnings; raises what `to_pdf` raises."""
    html = draw(
        drawing,
        "briefing.html",
        briefing=briefing,
        view=view(briefing, drawing.marking),
        medium="print",
        page_size=drawing.page_size,
    )
    attached = attachments(briefing, drawing.pdf_profile)
    job = Job(
        html=html,
        folders=tuple(str(folder.resolve()) for folder in folders(drawing.template)),
        variant=VARIANTS[drawing.pdf_profile],
        identifier=digest("".join((html, *(one.text for one in attached)))),
        attached=attached,
        created=_moment(briefing.created),
    )
    report, pdf = _paint(job)
    return Drawn(pdf, (*missing_fonts(drawing.look, html), *report.warnings))


def attachments(briefing: Briefing, profile: str) -> tuple[Attached, ...]:
    """Return briefing.json, and for an archive the text of each article of which the briefing carries all.

    In these texts every offset of briefing.json holds; blank space between paragraphs is all line ends.
    """
    data = Attached(
        "briefing.json", briefing.to_json(), "The briefing as data: every quotation with its offsets", "Source"
    )
    if profile != "a-3" or briefing.generator.options.get("evidence") != "full":
        return (data,)
    texts = [source for source in briefing.sources if source.passages]
    articles = (Attached(f"{one.label}.txt", whole_text(one), line(one.title), "Data") for one in texts)
    return (*sorted(articles, key=lambda one: one.name), data)  # PDF finds a name by halving the list


def whole_text(source: Source) -> str:
    """Put the passages of a source where they stood, with line ends between them."""
    text = ""
    for passage in source.passages:
        text = text.ljust(passage.start, "\n") + passage.text
    return text


def _moment(created: str | None) -> str:
    """Return the briefing's date as UTC, so that no time zone of a machine gets in."""
    try:
        moment = datetime.datetime.fromisoformat(created or UNDATED)
    except ValueError:
        moment = datetime.datetime.fromisoformat(UNDATED)
    return moment.astimezone(datetime.UTC).isoformat() if moment.tzinfo else moment.isoformat()


def _paint(job: Job) -> tuple[Report, bytes]:
    """Run the child and take its report and the PDF apart."""
    # -P keeps a json.py in the current folder from being imported; the path leads the child to this very package.
    paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "brief.render.pages.paint"],
            input=msgspec.json.encode(job),
            capture_output=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "SOURCE_DATE_EPOCH": FONT_DATE},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"drawing the PDF took over {SECONDS} seconds", f"use fewer --words, {OTHERWISE}") from error
    if done.returncode:
        raise _failure(done.returncode, done.stderr.decode("utf-8", "replace"))
    head, _, pdf = done.stdout.partition(b"\n")
    return msgspec.json.decode(head, type=Report), pdf


def _failure(status: int, said: str) -> RenderError:
    """Say what the child's exit means and what to do about it."""
    last = (said.strip().splitlines() or ["no reason given"])[-1]
    if status == -signal.SIGSEGV:
        return RenderError("WeasyPrint crashed, most likely because no font is installed", f"{INSTALL}, {OTHERWISE}")
    if "No module named 'weasyprint'" in last:
        return RenderError("WeasyPrint is not installed", f"pip install weasyprint, {OTHERWISE}")
    if "cannot load library" in said:
        return RenderError("WeasyPrint cannot load Pango", f"{INSTALL}, {OTHERWISE}")
    if "MemoryError" in last or status == -signal.SIGKILL:
        return RenderError(
            "drawing the PDF needs too much memory", f"use fewer --words or --evidence none, {OTHERWISE}"
        )
    return RenderError(f"WeasyPrint failed ({last})", f"run `brief doctor`, {OTHERWISE}")
