"""Figures that make a series: one thing counted at several dates, to be drawn as a chart."""

from __future__ import annotations

from collections.abc import Iterable

from .findings import Figure

FEWEST = 3  # dates; two points are better said than drawn


def series(figures: Iterable[Figure]) -> list[tuple[Figure, ...]]:
    """Return the figures of one noun and unit that have three or more different dates, each series by date.

    They stand in one sentence, or count in one source what takes two words to name: “people” of two sentences are seldom
    the same people. Of several figures for one date the first given stands, which is the most important. Ranges are left out. The series
    stand in the order of their first figures.
    """
    groups: dict[tuple[str | None, ...], dict[str, Figure]] = {}
    for figure in figures:
        if figure.as_of is not None and figure.high is None and (figure.counted or figure.unit):
            counted = (figure.counted or "").lower()
            place = figure.citation.source if " " in counted else figure.sentence
            key = (counted, figure.unit, place)
            groups.setdefault(key, {}).setdefault(figure.as_of, figure)
    return [tuple(group[date] for date in sorted(group)) for group in groups.values() if _drawable(group)]


def _drawable(group: dict[str, Figure]) -> bool:
    """Tell whether the dates are enough and of one precision: a year and a day have no common axis."""
    return len(group) >= FEWEST and len({len(date) for date in group}) == 1
