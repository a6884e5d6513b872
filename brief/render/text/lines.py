"""Runs of text set into lines: the few shapes a digest is put together from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..views.chip import Chip
from .cells import cells, wrap

INDENT, BULLET, HANG, GAP, DOT = "  ", "  • ", "    ", "  ", " · "

KEEP = "\x1f"
"""A space at which no line breaks. Not U+00A0, which an article may hold: this character never gets here from one."""
MOST_KEPT = 30
LEAST_LEFT = 30
"""Columns the left of two texts side by side needs; with less, the right one goes below."""


class Run(NamedTuple):
    """A stretch of text in one style: a key of terminal.STYLES, with an address it leads to or none."""

    text: str
    style: str = ""
    link: str = ""


Line = tuple[Run, ...]


class Page(NamedTuple):
    """How wide the lines may be, and how characters are spelled that the output cannot show."""

    width: int
    spell: Callable[[str], str]

    def spelled(self, runs: Iterable[Run]) -> Line:
        """Return the runs as the output can show them: before they are measured, because … may become three dots."""
        return tuple(run._replace(text=self.spell(run.text)) for run in runs if run.text)


def kept(text: str) -> str:
    """Return a short text so that no line breaks inside: “1,012 words”."""
    return text.replace(" ", KEEP) if cells(text) <= MOST_KEPT else text


def length(runs: Iterable[Run]) -> int:
    """Return how many cells the runs take."""
    return sum(cells(run.text) for run in runs)


def broken(runs: Sequence[Run], width: int) -> list[Line]:
    """Break the runs into lines no wider than `width`."""
    lines: list[Line] = []
    for start, end in wrap("".join(run.text for run in runs), width):
        line, position = [], 0
        for run in runs:
            piece = run.text[max(start - position, 0) : max(end - position, 0)]
            position += len(run.text)
            if piece:
                line.append(run._replace(text=piece.replace(KEEP, " ")))
        lines.append(tuple(line))
    return lines


def paragraph(page: Page, runs: Iterable[Run], first: str, rest: str, mark: Run | None = None) -> list[Line]:
    """Return the runs with a hanging indent, and the mark flush right on the last line.

    Where the mark has no room the text is set narrower, so that it never stands on a line of its own.
    """
    first, rest, runs = page.spell(first), page.spell(rest), page.spelled(runs)
    room = page.width - max(cells(first), cells(rest))
    lines = broken(runs, room) or ([()] if mark else [])
    if mark:
        (mark,) = page.spelled([mark])
        if length(lines[-1]) + 2 + cells(mark.text) > room:
            lines = broken(runs, room - 2 - cells(mark.text))
        lines[-1] = (*lines[-1], _space(room - length(lines[-1]) - cells(mark.text)), mark)
    return [(Run(rest if number else first), *line) for number, line in enumerate(lines)]


def beside(page: Page, left: Run, right: Sequence[Run]) -> list[Line]:
    """Return two texts at the ends of a line: the left one wraps, the right one stands in a column of lines.

    On a narrow page the right one goes below.
    """
    (left,), column = page.spelled([left]), page.spelled(right)
    widest = max((cells(run.text) for run in column), default=0)
    room = page.width - widest - 2 if widest else page.width
    if room < min(LEAST_LEFT, cells(left.text)):
        return [*broken([left], page.width), *(line for run in column for line in broken([run], page.width))]
    lines = broken([left], room)
    lines += [()] * (len(column) - len(lines))
    for number, run in enumerate(column):
        lines[number] = (*lines[number], _space(page.width - length(lines[number]) - cells(run.text)), run)
    return lines


def _space(columns: int) -> Run:
    return Run(" " * columns)


def chip_runs(chips: Iterable[Chip], links: dict[str, str]) -> list[Run]:
    """Return the chips with commas between, each leading to its source on the web."""
    runs: list[Run] = []
    for chip in chips:
        link = links.get(chip.source, "")
        runs += [*([Run(", ", "quiet")] if runs else []), Run(chip.label, f"source{chip.colour}", link)]
    return runs
