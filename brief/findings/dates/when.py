"""Date words in a sentence → dates: “on Monday” in an article of Wednesday 16 April 2025 is 2025-04-14.

Explicit dates need nothing else; what leaves the year, month or week open is resolved against the article's date and the
tense of the clause (tense.py). What cannot be told for sure stays unresolved and is counted; what only looks like a date
(the Act of 1952, the Class of 2019, the 2019 election, aged 29) is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from .calendar_words import parse_day
from .explicit import days, numeric
from .found import Found, Given, NoDate, Precision
from .other_languages import other_languages
from .periods import months, quarters, years
from .relative import ago, contextual, near_days, stretches, weekdays

YEAR, MONTH, WEEKDAY, QUARTER, UNIT, NEAR, STRETCH, AGO = (1 << bit for bit in range(8))
ANY = (1 << 8) - 1
"""Kinds of words of time, to be added up."""
Reader = Callable[[Given], Iterator[Found]]
READERS: tuple[tuple[int, Reader], ...] = (
    (YEAR, numeric),
    (MONTH, days),
    (QUARTER, quarters),
    (MONTH, months),
    (YEAR, years),
    (WEEKDAY, weekdays),
    (NEAR, near_days),
    (STRETCH, stretches),
    (AGO, ago),
    (UNIT, contextual),
)
"""The kind of words without which a reader finds nothing. The first of equals stands where two find something at one place."""


class When(msgspec.Struct, frozen=True):
    """A resolved time: `text[start:end]` are the words, with “on”, “since” or “until” before them."""

    start: int
    end: int
    date: str
    """ISO 8601 as far as it is known: 2025, 2025-04, 2025-04-14; the first of a span."""
    end_date: str | None
    """The last day, month or year of a span; weeks and quarters are spans."""
    precision: Precision


class Times(msgspec.Struct, frozen=True):
    """The time words of a text."""

    resolved: tuple[When, ...]
    unresolved: int
    """How many could not be resolved to a date."""


def resolve(text: str, published: str | None, language: str = "en") -> list[When]:
    """Return the dates in a sentence, by place. `published` is the article's ISO 8601 date, `language` its ISO 639-1 code.

    Full rules for English; in German, Spanish, French and Portuguese only dates with a month's name, and digits.
    """
    return list(times(text, published, language).resolved)


def times(text: str, published: str | None, language: str = "en", kinds: int = ANY) -> Times:
    """Return the dates in a sentence and how many time words stay unresolved; see `resolve`.

    Of English sentences only the `kinds` of words are looked for: where they are known, that takes half the time.
    """
    given = Given(text, parse_day(published))
    if language == "en":
        found = [one for reader in _readers(kinds) for one in reader(given)]
    else:
        found = [*numeric(given), *other_languages(given, language)]
    resolved, unresolved = [], 0
    for one in _without_overlap(found):
        if one.value is NoDate.UNRESOLVED:
            unresolved += 1
        elif not isinstance(one.value, NoDate):
            resolved.append(When(one.start, one.end, one.value.date, one.value.end, one.value.precision))
    return Times(tuple(resolved), unresolved)


@cache
def _readers(kinds: int) -> list[Reader]:
    return [reader for kind, reader in READERS if kind & kinds]


def _without_overlap(found: list[Found]) -> list[Found]:
    """Keep the longest where finds overlap; of equals the first reader's."""
    if len(found) < 2:
        return found
    kept: list[Found] = []
    taken = bytearray(max((one.end for one in found), default=0))
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = bytes([1]) * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
