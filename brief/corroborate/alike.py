"""Sentences that share too much to be printed together.

They are looked up for one row at a time, when it is chosen: a walk over the entries of the term matrix.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..stages import Claim, said_by
from ..terms import Bools, Floats, Terms, inverse_frequency, unit_entries
from .agreement import Agreement

ALIKE = 0.3
"""Geometric mean of two cosines: of all content words, and of those that are no names or numbers, weights from within the
cluster. Of 63 pairs of printed statements that share most, judged by hand, it stops 16 of 24 that say the same or nearly,
and 4 of the others; names alone make no likeness: “Tagirov investigated the deaths of P, H and S”, “P, H and S were abducted”."""
CONTAINED = 0.7  # or so much of the shorter in the longer …
CONTAINED_PLAIN = 0.1  # … and this cosine of the words that are no names
NEAR = 0.6  # cosine from which two sentences that contradict each other are two sides, and both may be printed
FEWEST_STEMS = 4


class Alike:
    """For each row the rows that must not stand beside it: they say the same, or so much of it that it reads so."""

    def __init__(self, terms: Terms, claims: Sequence[Claim]) -> None:
        self._likeness, self._agreement = Likeness(terms), Agreement(terms)
        self._known: dict[int, frozenset[int]] = {}
        self._carriers = said_by(claims)

    def __call__(self, row: int) -> frozenset[int]:
        """Return the rows that share too much with this one."""
        if row not in self._known:
            cosines = self._likeness.cosines(row)
            near = np.flatnonzero(self._likeness.alike(row, cosines)).tolist()
            alike = {other for other in near if other != row and not self._two(row, other, float(cosines[other]))}
            self._known[row] = frozenset(alike | self._carriers.get(row, set()))
        return self._known[row]

    def _two(self, row: int, other: int, cosine: float) -> bool:
        """Tell whether the rows report two things, or two sides of one."""
        sides = cosine >= NEAR and self._agreement.contradict(row, other)
        return sides or self._agreement.apart(row, other)


class Likeness:
    """How much rows share."""

    def __init__(self, terms: Terms) -> None:
        self._words = terms.words
        self._weights = inverse_frequency(terms.words)
        self._unit = unit_entries(terms.words)
        plain = self._unit * ~(terms.is_name | terms.is_number)[terms.words.columns]
        length = np.sqrt(terms.words.sum_rows(plain**2))
        self._plain = plain / np.maximum(length, 1e-12)[terms.words.rows]
        self._mass = np.maximum(terms.words.spread(self._weights), 1e-12)
        self._long = np.diff(terms.words.starts) >= FEWEST_STEMS

    def cosines(self, row: int) -> Floats:
        """Return the cosine of each row with this one."""
        return self._products(row, self._unit)

    def alike(self, row: int, cosines: Floats) -> Bools:
        """Tell which rows are as one with this one: in all, or the shorter nearly whole in the longer."""
        mark = np.zeros(self._words.width)
        mark[self._words.row(row)] = self._weights[self._words.row(row)]
        contained = self._words.spread(mark) / np.minimum(self._mass, self._mass[row])
        plain = self._products(row, self._plain)
        near = (cosines * plain >= ALIKE**2) | ((contained >= CONTAINED) & (plain >= CONTAINED_PLAIN))
        return np.asarray(near & self._long & bool(self._long[row]))

    def _products(self, row: int, entries: Floats) -> Floats:
        mark = np.zeros(self._words.width)
        own = slice(int(self._words.starts[row]), int(self._words.starts[row + 1]))
        mark[self._words.columns[own]] = entries[own]
        return self._words.sum_rows(entries * mark[self._words.columns])
