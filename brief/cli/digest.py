"""`brief SOURCE…`: read articles and brief them."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from .. import load
from ..errors import NothingToBrief, OptionError
from ..read.sources import HARMLESS
from .console import line_of, lines_of, progress, say
from .output import deliver, drawing_options, pager_option

SOME_UNREAD = 3


@click.command(short_help="Brief files, folders, globs or standard input.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--title", help="The briefing's title; by default made from the names most articles share.")
@click.option("--words", type=int, help="Budget of quoted words.  [default: 250]")
@click.option(
    "--themes",
    metavar="NAME|FILE",
    help="A built-in theme set, a TOML file, or auto: found among the articles.  [default: news]",
)
@click.option(
    "--ranker",
    metavar="NAME",
    help="coverage, lexrank, lead, or sumy's: sumy-lexrank, sumy-lsa, …  [default: coverage]",
)
@click.option("--language", metavar="CODE", help="The language of the articles, instead of detecting it.")
@click.option(
    "--evidence", metavar="HOW", help="Source text the briefing carries: context, full or none.  [default: context]"
)
@click.option("--date", metavar="DATE", help="The briefing's date.  [default: the newest article's]")
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The briefing.json of last time: what is new since is marked.",
)
@click.option("--flat", is_flag=True, default=None, help="One list in reading order, without themes and bottom line.")
@click.option("--strict", is_flag=True, help="Write nothing when a source cannot be read.")
@drawing_options
@pager_option
def digest(
    sources: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    quiet: bool,
    pager: bool,
    strict: bool,
    previous: Path | None,
    config: Path | None,
    **chosen: Any,
) -> int:
    """Brief SOURCES: files, folders, globs, or - for standard input.

    Exit status: 0 done, 2 wrong use, 3 some sources could not be read and the rest was briefed, 4 nothing could be read.
    """
    from .. import options as option_sets  # numpy and the stages wait until there is something to do
    from ..pipeline import build
    from ..read import collect
    from ..render import check_formats

    chosen["date"] = chosen["date"] or _source_date()
    drawing = option_sets.load_drawing(config, chosen)
    options = option_sets.load(config, chosen)
    check_formats(outputs, format_)
    before = load(previous) if previous else None
    with progress("Reading and ranking"):
        reading = collect(sources)
        if not reading.articles:
            raise NothingToBrief(
                "nothing could be read", "name articles as files, folders or globs", lines_of(reading.notices)
            )
        briefing = build(reading.articles, options, reading.notices, previous=before)
    unread = [notice for notice in briefing.warnings if notice.code not in HARMLESS]
    digest_shows_them = sys.stdout.isatty() and not outputs and not format_
    for notice in () if digest_shows_them else unread if quiet else briefing.warnings:
        say(line_of(notice))
    if unread and strict:
        say(f"nothing written: {len(unread)} of the sources could not be read (--strict)")
        return SOME_UNREAD
    deliver(briefing, outputs, format_, drawing, quiet, pager)
    return SOME_UNREAD if unread else 0


def _source_date() -> str | None:
    """Return the date of SOURCE_DATE_EPOCH (reproducible-builds.org), if it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    if not seconds.isdigit():
        raise OptionError(f"SOURCE_DATE_EPOCH is “{seconds}”", "give seconds since 1970, or unset it")
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
