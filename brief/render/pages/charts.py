"""Charts as values that templates draw as inline SVG: how many dated sentences each day has, and figures over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...model import Briefing, Event, Figure
from ...model.series import series
from ..labels import _
from ..views.chip import Chip
from ..views.index import COLOURS, source_anchor, statement_anchor
from ..words import human_date, line

SHARE = 0.8
"""Of the dated sentences that a strip shows: one of last year would squeeze the days of the news into a corner."""
FEWEST_DAYS = 3
"""With sentences: two are better said than drawn."""
MOST_DAYS = 120
"""From first to last: on a telephone a day is then still two pixels wide."""
HEIGHT = 40
"""Of the strip, in its own units; a unit of its width is a day."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Dated sentences by day."""

    days: int
    height: int
    path: str
    """SVG path data: a bar for each day that has any."""
    first: str
    last: str
    most: str
    """“most on 3 March 2026: 10”."""
    words: str
    """The whole strip in words: “Dated sentences by day: 1 March 2026: 6, …”."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a series."""

    date: str
    text: str
    share: float
    """Of the greatest of the series, 0 to 100."""
    chip: Chip


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted at several dates."""

    counted: str
    bars: tuple[Bar, ...]


def strip(events: Iterable[Event]) -> Strip | None:
    """Return the strip of the days that most sentences speak of, or None when they are too few or too far apart."""
    counts = Counter(day for one in events if one.precision == "day" and not one.end and (day := _day(one.date)))
    days = _dense(counts)
    if not days or (length := (days[-1] - days[0]).days + 1) > MOST_DAYS:
        return None
    most = max(days, key=lambda day: (counts[day], -day.toordinal()))
    bars = (
        f"M{(day - days[0]).days + 0.1:g} {HEIGHT}v{-_height(counts[day], counts[most]):g}h.8V{HEIGHT}z" for day in days
    )
    told = ", ".join(f"{human_date(day.isoformat())}: {counts[day]}" for day in days)
    return Strip(
        days=length,
        height=HEIGHT,
        path="".join(bars),
        first=human_date(days[0].isoformat()),
        last=human_date(days[-1].isoformat()),
        most=_("most on %(date)s: %(number)s", date=human_date(most.isoformat()), number=counts[most]),
        words=_("Dated sentences by day: %(days)s", days=told),
    )


def _day(iso: str) -> date | None:
    """Return the day, or None when the calendar has none such: a briefing can come from anywhere."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _height(number: int, most: int) -> float:
    return round(HEIGHT * number / most, 1)


def _dense(counts: Counter[date]) -> list[date]:
    """Return the days of the shortest run with SHARE of the sentences on FEWEST_DAYS days; of equally short ones the latest."""
    days, least = sorted(counts), SHARE * counts.total()
    best: list[date] = []
    shortest = timedelta.max
    first = held = 0
    for last, day in enumerate(days):
        held += counts[day]
        while last - first >= FEWEST_DAYS and held - counts[days[first]] >= least:
            held -= counts[days[first]]
            first += 1
        if last - first + 1 >= FEWEST_DAYS and held >= least and day - days[first] <= shortest:
            shortest, best = day - days[first], days[first : last + 1]
    return best


def figure_series(briefing: Briefing) -> tuple[Series, ...]:
    """Return the figures that count one thing at three or more dates; bars begin at nought, so none is below it."""
    groups = (group for group in series(briefing.findings.figures) if min(one.value for one in group) >= 0)
    return tuple(_series(briefing, group) for group in groups if any(one.value for one in group))


def _series(briefing: Briefing, group: Sequence[Figure]) -> Series:
    most = max(one.value for one in group)
    counted = " ".join(filter(None, (line(group[0].unit), line(group[0].counted))))
    bars = (
        Bar(
            human_date(one.as_of),
            " ".join(filter(None, (line(one.qualifier), line(one.text)))),
            round(100 * one.value / most, 1),
            _chip(briefing, one),
        )
        for one in group
    )
    return Series(counted, tuple(bars))


def _chip(briefing: Briefing, figure: Figure) -> Chip:
    """Return a chip that leads to the statement where the sentence is printed, else to its source."""
    order = next(number for number, one in enumerate(briefing.sources) if one.id == figure.citation.source)
    source = briefing.sources[order]
    printed = any(one.id == figure.sentence for one in briefing.statements)
    target = statement_anchor(figure.sentence) if printed else source_anchor(source)
    return Chip(figure.sentence.upper(), source.label, order % COLOURS + 1, target, False)
