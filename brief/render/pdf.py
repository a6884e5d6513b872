"""A tagged PDF, drawn by WeasyPrint in a child process.

The child is a program of its own (`python -m brief.render.paint`) and not a multiprocessing worker, because a worker
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

from ..errors import RenderError
from ..model import Briefing, digest
from .environment import PACKAGE, draw, folders
from .paint import Attached, Job, Report
from .view import view

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


def to_pdf(briefing: Briefing, template: str | None = None) -> bytes:
    """Return the briefing as a tagged PDF (PDF/UA-1) with briefing.json attached; warns with RenderWarning.

    `template` is a folder whose files replace the shipped ones of the same name.

    Raises:
        RenderError: WeasyPrint, Pango or a font is missing, or the drawing took too long.
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    drawn = draw_pdf(briefing, template)
    for message in drawn.warnings:
        warnings.warn(message, RenderWarning, stacklevel=2)
    return drawn.pdf


def draw_pdf(briefing: Briefing, template: str | None = None) -> Drawn:
    """Return the PDF with its warnings; raises what `to_pdf` raises."""
    html = draw(template, "briefing.html", briefing=briefing, view=view(briefing), medium="print")
    data = briefing.to_json()
    job = Job(
        html=html,
        folders=tuple(str(folder.resolve()) for folder in folders(template)),
        identifier=digest(html + data),
        attached=Attached("briefing.json", data, _moment(briefing.created)),
    )
    report, pdf = _paint(job)
    return Drawn(pdf, report.warnings)


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
            [sys.executable, "-P", "-m", "brief.render.paint"],
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
