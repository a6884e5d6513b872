"""`brief diff`: what changed from one briefing to the next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from . import load
from .cli_output import deliver, drawing_options
from .console import write_text
from .render import check_formats


@click.command(short_help="Say what changed from one briefing to the next.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@drawing_options
def diff(
    old: Path, new: Path, outputs: tuple[str, ...], format_: str | None, template: str | None, quiet: bool
) -> None:
    """Say what NEW, a briefing.json, says that OLD did not, and what it no longer says.

    With -o or -f, NEW is drawn with its changes marked. Exit status: 0 whether or not something changed.
    """
    from .changes import changes, mark  # numpy waits until there is something to compare

    check_formats(outputs, format_)
    before, after = load(old), load(new)
    marked = mark(after, changes(before, after))
    if outputs or format_:
        deliver(marked, outputs, format_, template, quiet)
        return
    from .render.terminal import changes_to_text

    write_text(partial(changes_to_text, marked))
