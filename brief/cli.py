"""The command line: the only place that prints, exits, or reads the clock's stand-in SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from click_default_group import DefaultGroup

from . import __version__, load
from .cli_diff import diff
from .cli_output import deliver, drawing_options
from .cli_themes import themes
from .console import close_stdout, line_of, lines_of, progress, say, write_text
from .errors import BriefError, NothingToBrief, OptionError
from .read.sources import HARMLESS

SOME_UNREAD = 3
DIFFERS = 1
FAULT = 70  # EX_SOFTWARE of sysexits.h: no status of the contract, so that no script takes it for one


def main() -> None:
    """Run the command line; an error of ours is one line, never a traceback."""
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:
        close_stdout()  # `brief … | head` is no error
        sys.exit(0)
    except NothingToBrief as error:
        for line in error.warnings:
            say(line)
        say(str(error))
        sys.exit(error.exit_status)
    except BriefError as error:
        say(str(error))
        sys.exit(error.exit_status)
    except Exception as error:
        if os.environ.get("BRIEF_DEBUG"):
            raise
        say(f"a fault in brief itself ({type(error).__name__}: {error}): set BRIEF_DEBUG=1, run again and report it")
        sys.exit(FAULT)
    sys.exit(status or 0)


@click.group(cls=DefaultGroup, default="digest", default_if_no_args=False, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Turn articles into a short, sourced briefing.

    \b
    brief *.html                          read the digest in the terminal
    brief articles/ -o b.pdf -o b.json    make a PDF, keep the data
    brief verify b.json --sources articles/

    `brief SOURCE…` is short for `brief digest SOURCE…`; see `brief digest --help` for its options.
    """  # noqa: D301 (click reads the control character \b as: leave these lines as they are)


@cli.command(short_help="Brief files, folders, globs or standard input.")
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
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A briefing.toml with the same keys; options given here win.",
)
@click.option("--strict", is_flag=True, help="Write nothing when a source cannot be read.")
@drawing_options
def digest(
    sources: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    template: str | None,
    quiet: bool,
    strict: bool,
    previous: Path | None,
    config: Path | None,
    **chosen: Any,
) -> int:
    """Brief SOURCES: files, folders, globs, or - for standard input.

    Exit status: 0 done, 2 wrong use, 3 some sources could not be read and the rest was briefed, 4 nothing could be read.
    """
    from . import options as option_sets  # numpy and the stages wait until there is something to do
    from .pipeline import build
    from .read import collect
    from .render import check_formats

    chosen["date"] = chosen["date"] or _source_date()
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
    deliver(briefing, outputs, format_, template, quiet)
    return SOME_UNREAD if unread else 0


@cli.command(short_help="Draw a briefing.json again.")
@click.argument("briefing", type=click.Path(path_type=Path))
@drawing_options
def render(briefing: Path, outputs: tuple[str, ...], format_: str | None, template: str | None, quiet: bool) -> None:
    """Draw BRIEFING, a briefing.json, again without reading the articles."""
    from .render import check_formats

    check_formats(outputs, format_)
    deliver(load(briefing), outputs, format_, template, quiet)


cli.add_command(diff)
cli.add_command(themes)


@cli.command(short_help="Prove a briefing against its sources.")
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
    from .verify import verify as check

    outcome = check(load(briefing), sources)
    for failure in outcome.failures:
        click.echo(f"{failure.what}: {failure.problem}")
    for note in outcome.notes:
        click.echo(f"note: {note}")
    click.echo(f"{outcome.verified} of {outcome.total} sentences verified")
    return 0 if outcome.ok else DIFFERS


@cli.command(short_help="Say why each statement was chosen.")
@click.argument("briefing", type=click.Path(path_type=Path))
@click.argument("statements", nargs=-1, metavar="[STATEMENT]…")
@click.option("--left-out", is_flag=True, help="List the best sentences that did not fit.")
def explain(briefing: Path, statements: tuple[str, ...], left_out: bool) -> None:
    """Say why each STATEMENT of BRIEFING (such as c7; all by default) was chosen, and what lost against it."""
    from .render.explain import explained

    write_text(partial(explained, load(briefing), statements, left_out))


@cli.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of briefing.json."""
    import json

    from .model import schema as make

    click.echo(json.dumps(make(), indent=2, ensure_ascii=False))


@cli.command(short_help="Say what is missing, and what mends it.")
def doctor() -> int:
    """Say what is installed, what is missing, and the one line that fixes it."""
    from .doctor import lines, report

    checks = report()
    for line in lines(checks):
        click.echo(line)
    return 0 if all(check.ok for check in checks) else DIFFERS


def _source_date() -> str | None:
    """Return the date of SOURCE_DATE_EPOCH (reproducible-builds.org), if it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    if not seconds.isdigit():
        raise OptionError(f"SOURCE_DATE_EPOCH is “{seconds}”", "give seconds since 1970, or unset it")
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
