"""Where a command's briefing goes: the options that say so, and what they do. Shared by the commands that draw."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from ..errors import BriefError
from ..model import Briefing
from .console import progress, say, spoken_warnings, write, write_text


def drawing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where the briefing goes and how it looks."""
    for option in (
        click.option(
            "-o",
            "--output",
            "outputs",
            multiple=True,
            metavar="FILE",
            help="Write FILE; its suffix says the format (.pdf .html .md .txt .json). Repeatable.",
        ),
        click.option(
            "-f",
            "--format",
            "format_",
            metavar="FORMAT",
            help="Write this format to standard output: txt, md, html, json or pdf.",
        ),
        click.option(
            "--template", metavar="DIR", help="A folder of templates that replace or extend the shipped ones."
        ),
        click.option("--quiet", is_flag=True, help="No notes and no list of files written; errors are still shown."),
    ):
        command = option(command)
    return command


def deliver(briefing: Briefing, outputs: Sequence[str], format_: str | None, template: str | None, quiet: bool) -> None:
    """Write the files; one that fails does not stop the others. Without a file or format, print the digest."""
    from ..render import render as draw
    from ..render import save

    failures: list[BriefError] = []
    for output in outputs:
        try:
            with progress(f"Drawing {output}"), spoken_warnings():
                save(briefing, Path(output), template)
        except BriefError as error:
            failures.append(error)
            continue
        if not quiet:
            say(f"wrote {output}", prefix=False)
    if format_:
        with spoken_warnings():
            data = draw(briefing, format_, template)
        write(data)
    elif not outputs:
        _print_digest(briefing)
    for failure in failures:
        say(str(failure))
    if failures:
        sys.exit(failures[0].exit_status)


def _print_digest(briefing: Briefing) -> None:
    from ..render.terminal import print_digest, to_text

    if sys.stdout.isatty():
        print_digest(briefing)
    else:
        write_text(partial(to_text, briefing))
