"""What the sources say together, as lines of the digest: where reports differ, and how much else there is to read.

A digest is short: differences always, because they change how the rest is read; figures, speakers and dates as counts.
"""

from __future__ import annotations

from ...model import Findings, speakers
from ..labels import _, some
from ..views.findings import more_differences
from ..views.found import DifferenceView, FindingsView, SideView
from .lines import BULLET, DOT, HANG, INDENT, Line, Page, Run, chip_runs, paragraph

MOST_SHOWN = 3
"""Differences in full: each takes three to six lines."""


def differences(found: FindingsView, links: dict[str, str], page: Page, whole: str) -> list[Line]:
    """Return where reports differ, or nothing when they do not; `whole` says where all of them stand."""
    if not found.differences:
        return []
    lines = [page.spelled([Run(_("Where reports differ").upper(), "heading")])]
    for one in found.differences[:MOST_SHOWN]:
        lines += _denial(one, links, page) if one.kind == "denial" else _numbers(one, links, page)
    more = more_differences(len(found.differences) - MOST_SHOWN, whole)
    return lines + paragraph(page, [Run(more, "quiet")] if more else [], INDENT, INDENT)


def counted(found: Findings, page: Page) -> list[Line]:
    """Return “also found, in -o briefing.html: 108 figures, 26 speakers, 97 dated events”, as far as there are any."""
    figures, people, events = len(found.figures), len(speakers(found.quotes)), len(found.timeline)
    parts = (
        some("%(num)s figure", "%(num)s figures", figures),
        some("%(num)s speaker", "%(num)s speakers", people),
        some("%(num)s dated event", "%(num)s dated events", events),
    )
    found_too = _("also found, in -o briefing.html: %(findings)s", findings=", ".join(filter(None, parts)))
    return paragraph(page, [Run(found_too, "quiet")], "", "") if any(parts) else []


def _numbers(one: DifferenceView, links: dict[str, str], page: Page) -> list[Line]:
    """Return the sides as “212 people: A3 · 2 March 2026”, under a whole sentence when none of them is printed above."""
    printed = any(side.chips[0].target.startswith("statement-") for side in one.sides)
    lines = [] if printed else _sentence(one.sides[0], "", BULLET, links, page)
    for number, side in enumerate(one.sides):
        date = [Run(f"{DOT}{side.date}", "quiet")] if side.date else []
        told = one.label[:1].lower() + one.label[1:]  # German nouns keep their capitals
        label = [Run(f"{DOT}{told}", "quiet")] if number == 0 and one.kind != "differ" else []
        value = side.marked or side.before + side.after
        runs = [Run(value, "strong"), Run(_(": "), "quiet"), *chip_runs(side.chips, links), *date, *label]
        lines += paragraph(page, runs, HANG if lines else BULLET, HANG)
    return lines


def _denial(one: DifferenceView, links: dict[str, str], page: Page) -> list[Line]:
    """Return the claim and, under it, what denies it."""
    claim, *answers = one.sides
    lines = _sentence(claim, _("claimed: "), BULLET, links, page)
    return [*lines, *(each for side in answers for each in _sentence(side, _("denied: "), HANG, links, page))]


def _sentence(side: SideView, lead: str, first: str, links: dict[str, str], page: Page) -> list[Line]:
    """Return the sentence of a side with its chip at the right, and under it the other sources that have it."""
    runs = [Run(lead, "quiet"), Run(side.before), Run(side.marked, "strong"), Run(side.after)]
    own, *others = chip_runs(side.chips[:1], links) + chip_runs(side.chips[1:], links)
    lines = paragraph(page, runs, first, HANG, own)
    return lines + (paragraph(page, [Run(_("also in") + " ", "quiet"), *others], HANG, HANG) if others else [])
