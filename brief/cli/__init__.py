"""The command line: the only place that prints, exits, or reads the clock's stand-in SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click
from click_default_group import DefaultGroup

from .. import __version__
from ..errors import BriefError, NothingToBrief
from .console import close_stdout, say

FAULT = 70  # EX_SOFTWARE of sysexits.h: no status of the contract, so that no script takes it for one


COMMANDS = {
    "digest": "digest",
    "render": "briefings",
    "verify": "briefings",
    "explain": "briefings",
    "diff": "briefings",
    "send": "send",
    "themes": "themes",
    "init": "init",
    "preview": "preview",
    "schema": "about",
    "doctor": "about",
}
"""Name and module: a command is imported when it is asked for, because some of them import numpy."""


class Commands(DefaultGroup):  # type: ignore[misc]  # click-default-group has no types
    """The commands, each imported when it is asked for; what is no command is a source for `digest`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in alphabetical order."""
        del ctx  # click gives it; the names do not depend on it
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and return a command."""
        wanted = name if name in COMMANDS else self.default_cmd_name
        if wanted not in self.commands:
            self.add_command(getattr(import_module(f"{__name__}.{COMMANDS[wanted]}"), wanted))
        return super().get_command(context, name)  # type: ignore[no-any-return]


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


@click.group(cls=Commands, default="digest", default_if_no_args=False, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Turn articles into a short, sourced briefing.

    \b
    brief *.html                          read the digest in the terminal
    brief articles/ -o b.pdf -o b.json    make a PDF, keep the data
    brief verify b.json --sources articles/

    `brief SOURCE…` is short for `brief digest SOURCE…`; see `brief digest --help` for its options.
    """  # noqa: D301 (click reads the control character \b as: leave these lines as they are)
