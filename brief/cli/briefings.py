"""What is done with a briefing.json: draw it again, prove it, explain it, compare it with the one before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from .. import load
from ..options import load_drawing
from .console import write_text
from .output import deliver, drawing_options, pager_option

DIFFERS = 1


@click.command(short_help="Draw a briefing.json again.")
@click.argument("briefing", type=click.Path(path_type=Path))
@drawing_options
@pager_option
def render(
    briefing: Path,
    outputs: tuple[str, ...],
    format_: str | None,
    quiet: bool,
    pager: bool,
    config: Path | None,
    **chosen: Any,
) -> None:
    """Draw BRIEFING, a briefing.json, again without reading the articles."""
    from ..render import check_formats

    drawing = load_drawing(config, chosen)
    check_formats(outputs, format_)
    deliver(load(briefing), outputs, format_, drawing, quiet, pager)


@click.command(short_help="Prove a briefing against its sources.")
@click.argument("briefing", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="DIR",
    help="The folder that holds the articles.",
)
def verify(briefing: Path, sources: Path) -> int:
    """Prove that every sentence of BRIEFING stands in its source, word for word.

    Exit status: 0 all verified, 1 something differs.
    """
    from ..verify import verify as check

    outcome = check(load(briefing), sources)
    for failure in outcome.failures:
        click.echo(f"{failure.what}: {failure.problem}")
    for note in outcome.notes:
        click.echo(f"note: {note}")
    if outcome.findings:
        click.echo(f"{outcome.findings_verified} of {outcome.findings} findings verified")
    click.echo(f"{outcome.verified} of {outcome.total} sentences verified")
    return 0 if outcome.ok else DIFFERS


@click.command(short_help="Say why each statement was chosen.")
@click.argument("briefing", type=click.Path(path_type=Path))
@click.argument("statements", nargs=-1, metavar="[STATEMENT]…")
@click.option("--left-out", is_flag=True, help="List the best sentences that did not fit.")
def explain(briefing: Path, statements: tuple[str, ...], left_out: bool) -> None:
    """Say why each STATEMENT of BRIEFING (such as c7; all by default) was chosen, and what lost against it."""
    from ..render.text.explain import explained

    write_text(partial(explained, load(briefing), statements, left_out))


@click.command(short_help="Say what changed from one briefing to the next.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@drawing_options
def diff(
    old: Path,
    new: Path,
    outputs: tuple[str, ...],
    format_: str | None,
    quiet: bool,
    config: Path | None,
    **chosen: Any,
) -> None:
    """Say what NEW, a briefing.json, says that OLD did not, and what it no longer says.

    With -o or -f, NEW is drawn with its changes marked. Exit status: 0 whether or not something changed.
    """
    from ..changes import changes, mark  # numpy waits until there is something to compare
    from ..render import check_formats

    drawing = load_drawing(config, chosen)
    check_formats(outputs, format_)
    before, after = load(old), load(new)
    marked = mark(after, changes(before, after))
    if outputs or format_:
        deliver(marked, outputs, format_, drawing, quiet)
        return
    from ..render.labels import label_language, spoken
    from ..render.text.terminal import changes_to_text

    with spoken(label_language(marked, drawing)):
        write_text(partial(changes_to_text, marked))
