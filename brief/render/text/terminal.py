"""The digest for reading in a terminal: plain for pipes and files, coloured and linked on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from brief.model import Briefing

from ..views.view import view
from .layout import layout
from .layout_changes import report
from .lines import Line, Page
from .spelling import for_encoding

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["for_encoding", "for_pager", "print_digest", "to_text"]

NARROWEST, WIDEST = 20, 120
"""Columns: below the first nothing fits, beyond the second lines are too long to read."""
NO_LINKS = ("linux", "eterm", "eterm-color")
"""Values of TERM whose terminals print the codes of a link (OSC 8); all others show it or pass over it."""
STYLES = {
    "": "",
    "title": "bold",
    "heading": "bold",
    "strong": "bold",
    "quiet": "dim",
    "doubt": "yellow",
    "added": "dim italic",
    "flag": "bold green",
    "source1": "bold cyan",
    "source2": "bold magenta",
    "source3": "bold green",
    "source4": "bold blue",
    "source5": "bold red",
    "source6": "bold bright_cyan",
    "source7": "bold bright_magenta",
    "source8": "bold yellow",
}
"""Only the terminal's own colours: they are legible on the background its owner chose."""


def to_text(briefing: Briefing, width: int = 80, encoding: str | None = None, marking: str = "") -> str:
    """Return the digest as plain text, no line wider than `width` (20 to 120) cells.

    With an `encoding`, what it cannot write is replaced before the lines are set: “ by ", … by three dots. `marking` is a
    handling line to put first.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    return plain(layout(briefing, _page(width, encoding), marking))


def changes_to_text(briefing: Briefing, width: int = 80, encoding: str | None = None) -> str:
    """Return what changed since the previous briefing as plain text; nothing when it was compared with none.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing)
    return plain(report(all_of_it, {}, _page(width, encoding)))


def print_digest(briefing: Briefing, width: int | None = None, file: TextIO | None = None, marking: str = "") -> None:
    """Print the digest to a terminal, in colour and with links as far as it can and NO_COLOR allows.

    The text is that of `to_text`. `width` is the terminal's by default, `file` standard output.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    from rich.console import Console  # 50 ms that a pipe does not pay

    target = file or sys.stdout
    console = Console(file=target, highlight=False, markup=False, emoji=False)
    links = os.environ.get("TERM", "") not in NO_LINKS
    page = _page(width or get_terminal_size().columns, getattr(target, "encoding", None))
    _print(layout(briefing, page, marking), console, links)


def for_pager(briefing: Briefing, encoding: str | None = None, marking: str = "") -> str:
    """Return the digest with colours and as wide as the terminal, without links: less before version 566 shows their codes.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    from rich.console import Console

    text = StringIO()
    console = Console(file=text, force_terminal=True, highlight=False, markup=False, emoji=False)
    _print(layout(briefing, _page(get_terminal_size().columns, encoding), marking), console, links=False)
    return text.getvalue()


def _print(lines: Iterable[Line], console: Console, links: bool) -> None:
    for line in lines:
        # soft_wrap: the lines are set, and rich, which may count cells in another way, must not set or cut them again.
        console.print(_text(line, links), soft_wrap=True)


def plain(lines: Iterable[Line]) -> str:
    """Return the lines without colours and links."""
    return "".join(f"{''.join(run.text for run in line).rstrip()}\n" for line in lines)


def _page(width: int, encoding: str | None) -> Page:
    return Page(min(max(width, NARROWEST), WIDEST), partial(for_encoding, encoding=encoding))


def _text(line: Line, links: bool) -> Text:
    """Return the line for rich: a Text made of styled pieces, in which markup is never looked for."""
    from rich.style import Style
    from rich.text import Text

    text = Text()
    for run in line:
        text.append(run.text, Style.parse(STYLES[run.style]) + Style(link=(links and run.link) or None))
    return text
