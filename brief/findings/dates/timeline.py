"""The timeline: what the sources date, in order, each thing once.

Events of one day are one when their sentences say the same (corroborate.py), or when they come from one origin and share
most of their content words: a copy, or an article that tells its own news again.
"""

from __future__ import annotations

import re

import numpy as np

from ... import language
from ...citing import cite_sentence, sentence_id
from ...model import Event
from ...stages import Prepared
from ...terms import distinct
from .calendar_words import MONTHS
from .when import Times, When, times

SAME_ORIGIN = 0.6
"""Share of the shorter sentence's content words found in the other, both of one origin and one day. In eleven clusters of
newswire 5 of the 6 pairs from it up told one event, from .5 up to it 4 of 8."""

TIME_WORDS = """jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    yesterday today tonight tomorrow morning afternoon evening night day week weekend month year quarter decade ago
    summer winter spring autumn fall q1 q2 q3 q4""".split()
YEAR = re.compile(r"(?:1[7-9]|20)\d\d")

WHOLE_COPY = 0.8
"""Share of the shorter article that stands in the other. A follow-up that repeats half of the first report tells days of
its own: at .5 one “Tuesday” in 125 was two months too early."""
SAME = ("same wording", "same speaker", "says the same")

Dated = tuple[int, When]
"""A row and a date in it."""


def timeline(prepared: Prepared) -> tuple[tuple[Event, ...], int]:
    """Return the dated events in order of date and source, and how many time words could not be resolved."""
    published = _published(prepared)
    found = {row: _times(prepared, row, published) for row in _rows_with_time_words(prepared)}
    dated = [(row, when) for row, times_of_row in found.items() for when in times_of_row.resolved]
    events = [_event(prepared, row, when) for row, when in _each_once(prepared, dated)]
    return tuple(events), sum(one.unresolved for one in found.values())


def _rows_with_time_words(prepared: Prepared) -> list[int]:
    """Return the rows that may hold a date: looking at their words costs a tenth of reading them all."""
    terms = prepared.terms
    stems = {
        language.stemmer(code)(word)
        for code in sorted(set(prepared.languages))
        for word in (*TIME_WORDS, *MONTHS.get(code, "").split())
    }
    is_time = np.array([word in stems for word in terms.vocabulary], dtype=bool)
    for number in np.flatnonzero(terms.is_number).tolist():
        is_time[number] = YEAR.search(terms.vocabulary[number]) is not None
    tokens, rows = terms.flat
    found: list[int] = distinct(rows[is_time[tokens]]).tolist()
    return found


def _times(prepared: Prepared, row: int, published: list[str | None]) -> Times:
    sentence = prepared.usable[row]
    return times(sentence.text, published[sentence.article], prepared.languages[row])


def _published(prepared: Prepared) -> list[str | None]:
    """Return the date of each article; a whole copy has that of the earliest, whose “yesterday” it repeats."""
    found = [article.published for article in prepared.articles]
    for link in prepared.origins.links:
        if link.reason == "copy" and link.score >= WHOLE_COPY:
            known = [day for day in (found[link.first], found[link.second]) if day]
            found[link.first] = found[link.second] = min(known, default=None)
    return found


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
