"""The dates of all sentences, read once for the timeline and the figures; only sentences with words of time are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

import numpy as np

from ... import language
from ...lookup import kinds_by_row, kinds_of
from ...stages import Prepared
from ...terms import Ints
from .calendar_words import MONTHS, WEEKDAYS
from .when import AGO, ANY, MONTH, NEAR, QUARTER, STRETCH, UNIT, WEEKDAY, YEAR, Times, times

ENGLISH = {
    MONTH: f"{MONTHS['en']} jan feb mar apr jun jul aug sept sep oct nov dec",
    WEEKDAY: " ".join(WEEKDAYS).lower(),
    QUARTER: "quarter q1 q2 q3 q4",
    UNIT: "day week weekend month year decade morning afternoon evening night summer winter spring autumn fall",
    NEAR: "yesterday today tonight tomorrow morning afternoon evening night",
    STRETCH: "week weekend month quarter year",
    AGO: "ago",
}
YEARS = re.compile(r"(?:1[7-9]|20)\d\d")
YEAR_DIGITS = 4
WHOLE_COPY = 0.8
"""Share of the shorter article that stands in the other. A follow-up that repeats half of the first report tells days of
its own: at .5 one “Tuesday” in 125 was two months too early."""
NONE = Times((), 0)


class Dates:
    """The dates in the sentences of a briefing, by row."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._read: dict[int, Times] = {}

    def of(self, row: int) -> Times:
        """Return the dates in a sentence."""
        if row not in self._read:
            kinds = int(self._kinds[row])
            self._read[row] = self._times(row, kinds) if kinds else NONE
        return self._read[row]

    def all(self) -> dict[int, Times]:
        """Return the dates in all sentences that may have some, in order."""
        rows: list[int] = np.flatnonzero(self._kinds).tolist()
        return {row: self.of(row) for row in rows}

    def _times(self, row: int, kinds: int) -> Times:
        sentence, code = self._prepared.usable[row], self._prepared.languages[row]
        return times(sentence.text, self._published[sentence.article], code, kinds)

    @cached_property
    def _kinds(self) -> Ints:
        """The kinds of words of time in each row: looking at their stems costs a tenth of reading all sentences."""
        terms = self._prepared.terms
        kinds = _kinds_of_stems(tuple(sorted(set(self._prepared.languages))))
        of_stem = kinds_of(terms, kinds)
        for number in np.flatnonzero(terms.is_number).tolist():
            stem = terms.vocabulary[number]
            of_stem[number] = YEAR if len(stem) >= YEAR_DIGITS and YEARS.search(stem) else 0
        return kinds_by_row(terms, of_stem)

    @cached_property
    def _published(self) -> list[str | None]:
        """The date of each article; a whole copy has that of the earliest, whose “yesterday” it repeats."""
        found = [article.published for article in self._prepared.articles]
        for link in self._prepared.origins.links:
            if link.reason == "copy" and link.score >= WHOLE_COPY:
                known = [day for day in (found[link.first], found[link.second]) if day]
                found[link.first] = found[link.second] = min(known, default=None)
        return found


@cache
def _kinds_of_stems(codes: tuple[str, ...]) -> Mapping[str, int]:
    """Return the kind of the stem of each word of time; in other languages than English all are of any kind."""
    kinds: dict[str, int] = {}
    for code in codes:
        stem = language.stemmer(code)
        for kind, words in ENGLISH.items():
            for word in words.split():
                kinds[stem(word)] = kinds.get(stem(word), 0) | kind
        if code != "en":
            kinds |= dict.fromkeys(map(stem, MONTHS.get(code, "").split()), ANY)
    return kinds
