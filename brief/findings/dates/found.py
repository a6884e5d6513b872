"""What the readers of date words pass on: the sentence with its article's day, and what they found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Literal

import msgspec

Precision = Literal["day", "week", "month", "quarter", "year"]

PREPOSITIONS = frozenset(
    """on in at by since until till from between before after following through throughout during over of and to for around
    about beyond every each starting beginning than""".split()
)
PARTS = frozenset(
    """early late later earlier mid middle beginning start end close half turn morning evening night afternoon
    dawn noon midnight summer spring autumn fall winter""".split()
)
ARTICLES = frozenset(("the", "year", "very"))
WORD_BEFORE = re.compile(r"\S+\s+")
LONGEST_LEAD = 48
NEARBY = 120  # characters


class NoDate(Enum):
    """Why a find is no date."""

    UNRESOLVED = "cannot be told"
    NONE = "only looks like one"


class Value(msgspec.Struct, frozen=True):
    """A date, ISO 8601 as far as it is known, and the end of a span."""

    date: str
    end: str | None
    precision: Precision


class Found(msgspec.Struct, frozen=True):
    """A stretch of the sentence and what it stands for."""

    start: int
    end: int
    value: Value | NoDate


class Given(msgspec.Struct, frozen=True):
    """A sentence and the day of its article, if it has one."""

    text: str
    published: date | None

    def has(self, words: Iterable[str]) -> bool:
        """Tell whether one of the words stands in the text: a hundred times cheaper than a pattern that finds nothing."""
        return any(map(self.text.__contains__, words))

    def lead(self, start: int) -> tuple[int, str]:
        """Return where the date begins with the words that lead to it, and its preposition in lower case.

        “At the end of March” begins at “At”, and “at” is its preposition.
        """
        start -= len("mid-") * self.text[max(0, start - len("mid-")) : start].lower().endswith("mid-")
        words = WORD_BEFORE.findall(self.text[max(0, start - LONGEST_LEAD) : start])
        while words:
            word, before = words[-1].strip().lower(), words[-2].strip().lower() if len(words) > 1 else ""
            inner = word in PARTS or word in ARTICLES or (word in ("of", "in", "on") and before in PARTS)
            if not inner:
                if word == "and":
                    return start, word
                return (start - len(words[-1]), word) if word in PREPOSITIONS else (start, "")
            start -= len(words.pop())
        return start, ""

    def before(self, start: int, reach: int = NEARBY) -> str:
        """Return what stands before a place, as far as it matters: a sentence may have no end."""
        return self.text[max(0, start - reach) : start]

    def after(self, end: int) -> str:
        """Return what stands behind a place, as far as it matters."""
        return self.text[end : end + NEARBY]

    def quoted(self, start: int) -> bool:
        """Tell whether the place is inside quotation marks."""
        before = self.text[:start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def day_value(first: date, last: date | None = None) -> Value:
    """Return a day, or the span of days from the first to the last."""
    return Value(first.isoformat(), last.isoformat() if last else None, "day")
