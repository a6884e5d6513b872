"""Date words in a sentence → dates: “on Monday” in an article of Wednesday 16 April 2025 is 2025-04-14.

Explicit dates need nothing else; what leaves the year, month or week open is resolved against the article's date and the
tense of the clause (tense.py). What cannot be told for sure stays unresolved and is counted; what only looks like a date
(the Act of 1952, the Class of 2019, the 2019 election, aged 29) is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .calendar_words import parse_day
from .explicit import days, numeric
from .found import Found, Given, NoDate, Precision
from .other_languages import other_languages
from .periods import months, quarters, years
from .relative import contextual, relative, weekdays

READERS: tuple[Callable[[Given], Iterator[Found]], ...] = (
    numeric,
    days,
    quarters,
    months,
    years,
    weekdays,
    relative,
    contextual,
)
"""The first of equals stands where two find something at one place."""


@dataclass(frozen=True)
class When:
    """A resolved time: `text[start:end]` are the words, with “on”, “since” or “until” before them."""

    start: int
    end: int
    date: str
    """ISO 8601 as far as it is known: 2025, 2025-04, 2025-04-14; the first of a span."""
    end_date: str | None
    """The last day, month or year of a span; weeks and quarters are spans."""
    precision: Precision


@dataclass(frozen=True)
class Times:
    """The time words of a text."""

    resolved: tuple[When, ...]
    unresolved: int
    """How many could not be resolved to a date."""


def resolve(text: str, published: str | None, language: str = "en") -> list[When]:
    """Return the dates in a sentence, by place. `published` is the article's ISO 8601 date, `language` its ISO 639-1 code.

    Full rules for English; in German, Spanish, French and Portuguese only dates with a month's name, and digits.
    """
    return list(times(text, published, language).resolved)


def times(text: str, published: str | None, language: str = "en") -> Times:
    """Return the dates in a sentence and how many time words stay unresolved; see `resolve`."""
    given = Given(text, parse_day(published))
    readers = READERS if language == "en" else (numeric, partial(other_languages, language=language))
    found = [one for reader in readers for one in reader(given)]
    resolved, unresolved = [], 0
    for one in _without_overlap(found):
        if one.value is NoDate.UNRESOLVED:
            unresolved += 1
        elif not isinstance(one.value, NoDate):
            resolved.append(When(one.start, one.end, one.value.date, one.value.end, one.value.precision))
    return Times(tuple(resolved), unresolved)


def _without_overlap(found: list[Found]) -> list[Found]:
    """Keep the longest where finds overlap; of equals the first reader's."""
    kept: list[Found] = []
    taken = bytearray(max((one.end for one in found), default=0))
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = bytes([1]) * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
