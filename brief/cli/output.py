"""Where a command's briefing goes: the options that say so, and what they do. Shared by the commands that draw."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from ..drawing import LABELS, PAGE_SIZES, PROFILES, Drawing
from ..errors import BriefError
from ..model import Briefing
from .console import progress, say, spoken_warnings, write, write_text

DRAWING = (
    click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Write FILE; its suffix says the format (.pdf .html .md .txt .json .docx .email.html .eml .atom .bib .ris "
        ".csl.json). Repeatable.",
    ),
    click.option(
        "-f",
        "--format",
        "format_",
        metavar="FORMAT",
        help="Write this format, named as its suffix, to standard output: txt, md, csl.json, …",
    ),
    click.option(
        "--template",
        metavar="NAME|DIR",
        help="A look (default, compact, report) or a folder of your own templates.",
    ),
    click.option(
        "--page-size", type=click.Choice(PAGE_SIZES, False), help="Paper of the PDF and of Word.  [default: A4]"
    ),
    click.option(
        "--labels",
        type=click.Choice(LABELS, False),
        help="Language of headings and notes.  [default: the articles', else en]",
    ),
    click.option("--link", metavar="URL", help="Where the briefing will stand: newsletters and feeds lead there."),
    click.option("--marking", metavar="TEXT", help="A handling line, such as TLP:GREEN, on every page."),
    click.option(
        "--pdf-profile",
        type=click.Choice(PROFILES, False),
        help="PDF/UA-1, accessible, or PDF/A-3, for archives.  [default: ua-1]",
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A briefing.toml with the same keys; options given here win.",
    ),
    click.option("--quiet", is_flag=True, help="No notes and no list of files written; errors are still shown."),
)


def drawing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where the briefing goes and how it looks."""
    for option in reversed(DRAWING):  # click lists the last decorator first
        command = option(command)
    return command


pager_option = click.option(
    "--pager", is_flag=True, help="Read the digest in $PAGER, or less, when it is on a terminal."
)


def deliver(
    briefing: Briefing,
    outputs: Sequence[str],
    format_: str | None,
    drawing: Drawing,
    quiet: bool,
    pager: bool = False,
) -> None:
    """Write the files; one that fails does not stop the others. Without a file or format, print the digest."""
    from ..render import render as draw
    from ..render import save

    failures: list[BriefError] = []
    for output in outputs:
        try:
            with progress(f"Drawing {output}"), spoken_warnings():
                save(briefing, Path(output), drawing)
        except BriefError as error:
            failures.append(error)
            continue
        if not quiet:
            say(f"wrote {output}", prefix=False)
    if format_:
        with spoken_warnings():
            data = draw(briefing, format_, drawing)
        write(data)
    elif not outputs:
        _print_digest(briefing, drawing, pager)
    for failure in failures:
        say(str(failure))
    if failures:
        sys.exit(failures[0].exit_status)


def _print_digest(briefing: Briefing, drawing: Drawing, pager: bool) -> None:
    """Print the digest as its reader can see it; FORCE_COLOR asks for a terminal's colours in a pipe, as in CI logs."""
    from ..render.labels import label_language, spoken
    from ..render.text.terminal import for_pager, print_digest, to_text

    marking = drawing.marking
    with spoken(label_language(briefing, drawing)):
        if pager and sys.stdout.isatty():
            text = for_pager(briefing, sys.stdout.encoding, marking)
            click.echo_via_pager(text)  # strips colours where less has no -R
        elif sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
            print_digest(briefing, marking=marking)
        else:
            write_text(partial(to_text, briefing, marking=marking))
