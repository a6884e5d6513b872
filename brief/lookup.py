"""Which sentences hold certain stems: each stem of the vocabulary is looked at once, and no text. A leaf."""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import repeat

import numpy as np

from .terms import Bools, Ints, Terms, distinct


def among(terms: Terms, stems: Container[str]) -> Bools:
    """Tell for each stem of the vocabulary whether it is one of these."""
    return np.fromiter(map(stems.__contains__, terms.vocabulary), bool, len(terms.vocabulary))


def rows_with(terms: Terms, stems: Container[str]) -> list[int]:
    """Return the rows that hold one of the stems, in order."""
    tokens, rows = terms.flat
    found: list[int] = distinct(rows[among(terms, stems)[tokens]]).tolist()
    return found


def kinds_of(terms: Terms, kinds: Mapping[str, int]) -> Ints:
    """Return for each stem of the vocabulary its kinds, a sum of powers of two; 0 for a stem that has none."""
    return np.fromiter(map(kinds.get, terms.vocabulary, repeat(0)), np.int64, len(terms.vocabulary))


def kinds_by_row(terms: Terms, of_stem: Ints) -> Ints:
    """Return for each row the kinds of all its stems together."""
    tokens, rows = terms.flat
    found = np.zeros(terms.height, dtype=np.int64)
    held = np.flatnonzero(of_stem[tokens])
    np.bitwise_or.at(found, rows[held], of_stem[tokens[held]])
    return found
