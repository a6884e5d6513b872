"""The timeline: what the sources date, in order, each thing once.

Events of one day are one when their sentences say the same (corroborate.py), or when they come from one origin and share
most of their content words: a copy, or an article that tells its own news again.
"""

from __future__ import annotations

from ...citing import cite_sentence, sentence_id
from ...model import Event
from ...stages import Prepared
from .reading import Dates
from .when import When

SAME_ORIGIN = 0.6
"""Share of the shorter sentence's content words found in the other, both of one origin and one day. In eleven clusters of
newswire 5 of the 6 pairs from it up told one event, from .5 up to it 4 of 8."""

SAME = ("same wording", "same speaker", "says the same")

Dated = tuple[int, When]
"""A row and a date in it."""


def timeline(prepared: Prepared, dates: Dates | None = None) -> tuple[tuple[Event, ...], int]:
    """Return the dated events in order of date and source, and how many time words could not be resolved.

    `dates` are given where others need them too, so that each sentence is read once.
    """
    found = (dates or Dates(prepared)).all()
    dated = [(row, when) for row, times_of_row in found.items() for when in times_of_row.resolved]
    events = [_event(prepared, row, when) for row, when in _each_once(prepared, dated)]
    return tuple(events), sum(one.unresolved for one in found.values())


def _each_once(prepared: Prepared, dated: list[Dated]) -> list[Dated]:
    """Return the events in order, without those that say what an earlier one of the same day says."""
    same = _Same(prepared)
    kept: dict[tuple[str, str | None], list[Dated]] = {}
    for row, when in dated:
        day = kept.setdefault((when.date, when.end_date), [])
        if not any(same.told(row, other) for other, _ in day):
            day.append((row, when))
    return [event for _, day in sorted(kept.items(), key=lambda one: _order(*one[0])) for event in day]


def _order(date: str, end: str | None) -> tuple[str, str]:
    """A year stands before its months and they before their days; a span behind the single day it begins with."""
    return date, end or ""


class _Same:
    """Whether two rows tell one event."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._pairs = {
            (claim.sentence, one.row) for claim in prepared.claims for one in claim.also if one.relation in SAME
        }
        self._words: dict[int, frozenset[int]] = {}

    def told(self, row: int, other: int) -> bool:
        """Tell whether the rows are one, say the same, or are of one origin and in the same words."""
        if row == other or (row, other) in self._pairs or (other, row) in self._pairs:
            return True
        return self._origin(row) == self._origin(other) and self._overlap(row, other) >= SAME_ORIGIN

    def _origin(self, row: int) -> int:
        return self._prepared.origins.of[self._prepared.usable[row].article]

    def _overlap(self, row: int, other: int) -> float:
        mine, theirs = self._content(row), self._content(other)
        return len(mine & theirs) / max(1, min(len(mine), len(theirs)))

    def _content(self, row: int) -> frozenset[int]:
        if row not in self._words:
            self._words[row] = frozenset(self._prepared.terms.words.row(row).tolist())
        return self._words[row]


def _event(prepared: Prepared, row: int, when: When) -> Event:
    sentence = prepared.usable[row]
    return Event(
        date=when.date,
        end=when.end_date,
        precision=when.precision,
        text=sentence.text[when.start : when.end],
        sentence=sentence_id(sentence),
        citation=cite_sentence(prepared.articles, sentence),
    )
