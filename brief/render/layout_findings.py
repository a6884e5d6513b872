"""What the sources say together, as lines of the digest: where reports differ, and how much else there is to read.

A digest is short: differences always, because they change how the rest is read; figures, speakers and dates as counts.
"""

from __future__ import annotations

from ..model import Findings, speakers
from .found import DifferenceView, FindingsView, SideView
from .lines import BULLET, DOT, HANG, INDENT, Line, Page, Run, chip_runs, paragraph
from .words import count

MOST_SHOWN = 3
"""Differences in full: each takes three to six lines."""
USUAL, DENIAL = "Reports differ", "Claimed and denied"


def differences(found: FindingsView, links: dict[str, str], page: Page) -> list[Line]:
    """Return where reports differ, or nothing when they do not."""
    if not found.differences:
        return []
    lines = [page.spelled([Run("WHERE REPORTS DIFFER", "heading")])]
    for one in found.differences[:MOST_SHOWN]:
        lines += _denial(one, links, page) if one.label == DENIAL else _numbers(one, links, page)
    left = len(found.differences) - MOST_SHOWN
    more = [Run(f"{count(left, 'more difference')} in -o briefing.html", "quiet")] if left > 0 else []
    return lines + paragraph(page, more, INDENT, INDENT)


def counted(found: Findings, page: Page) -> list[Line]:
    """Return “also found, in -o briefing.html: 108 figures, 26 speakers, 97 dated events”, as far as there are any."""
    numbers = (
        (len(found.figures), "figure"),
        (len(speakers(found.quotes)), "speaker"),
        (len(found.timeline), "dated event"),
    )
    told = ", ".join(count(number, one) for number, one in numbers if number)
    return paragraph(page, [Run(f"also found, in -o briefing.html: {told}", "quiet")], "", "") if told else []


def _numbers(one: DifferenceView, links: dict[str, str], page: Page) -> list[Line]:
    """Return the sides as “212 people: A3 · 2 March 2026”, under a whole sentence when none of them is printed above."""
    printed = any(side.chips[0].target.startswith("statement-") for side in one.sides)
    lines = [] if printed else _sentence(one.sides[0], "", BULLET, links, page)
    for number, side in enumerate(one.sides):
        date = [Run(f"{DOT}{side.date}", "quiet")] if side.date else []
        label = [Run(f"{DOT}{one.label.lower()}", "quiet")] if number == 0 and one.label != USUAL else []
        value = side.marked or side.before + side.after
        runs = [Run(value, "strong"), Run(": ", "quiet"), *chip_runs(side.chips, links), *date, *label]
        lines += paragraph(page, runs, HANG if lines else BULLET, HANG)
    return lines


def _denial(one: DifferenceView, links: dict[str, str], page: Page) -> list[Line]:
    """Return the claim and, under it, what denies it."""
    claim, *answers = one.sides
    lines = _sentence(claim, "claimed: ", BULLET, links, page)
    return [*lines, *(each for side in answers for each in _sentence(side, "denied: ", HANG, links, page))]


def _sentence(side: SideView, lead: str, first: str, links: dict[str, str], page: Page) -> list[Line]:
    """Return the sentence of a side with its chip at the right, and under it the other sources that have it."""
    runs = [Run(lead, "quiet"), Run(side.before), Run(side.marked, "strong"), Run(side.after)]
    own, *others = chip_runs(side.chips[:1], links) + chip_runs(side.chips[1:], links)
    lines = paragraph(page, runs, first, HANG, own)
    return lines + (paragraph(page, [Run("also in ", "quiet"), *others], HANG, HANG) if others else [])
