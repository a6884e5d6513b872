"""Sentences that say the same: each printed sentence with every source that carries it, and what that is worth.

Support is directional: how much of the printed sentence S is found in T, by the stems' inverse frequency; and what must
agree agrees (agreement.py). Measured on judged pairs of real news, see docs/findings.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..stages import Carrier, Claim
from ..terms import Bools, Floats, Ints, Matrix, Terms, distinct, inverse_frequency, ranges
from .agreement import Agreement
from .alike import Alike
from .fuller import with_fuller
from .related import related
from .wording import Wording

__all__ = ["Alike", "corroborate", "related"]

SUPPORT = 0.8
FEWEST_STEMS = 5
SLACK = 1e-9  # for sums of floats
BLOCK = 16  # sentences compared with the others at once; bounds the memory
COMPARED = 12  # sentences that carry a claim on their own are compared with as many; nobody counts further


def corroborate(texts: Sequence[str], terms: Terms) -> list[Claim]:
    """Return one claim for each distinct sentence, with the sentences that carry it; of equal ones the first stands."""
    keys = [tokens.tobytes() for tokens in terms.tokens]
    same: dict[bytes, list[int]] = {}
    for row, key in enumerate(keys):
        same.setdefault(key, []).append(row)
    support = _support(terms, [group[0] for group in same.values()])
    wording = Wording(texts, terms)
    claims = []
    for group in same.values():
        also = [Carrier(row, 1.0, "same wording") for row in group[1:]]
        own = [group[0]]
        for other, score in sorted(support.get(group[0], []), key=lambda pair: (-pair[1], pair[0])):
            relation = wording.relation(other, own)
            if relation == "says the same" and len(own) < COMPARED:
                own.append(other)
            also.append(Carrier(other, score, relation))
            also += [Carrier(row, score, "same wording") for row in same[keys[other]][1:]]
        claims.append(Claim(group[0], tuple(sorted(also, key=lambda one: (-one.similarity, one.row)))))
    return with_fuller(claims, terms)


def _support(terms: Terms, rows: list[int]) -> dict[int, list[tuple[int, float]]]:
    """Return for each row those that support it."""
    agreement = Agreement(terms)
    found: dict[int, list[tuple[int, float]]] = {}
    for row, candidate, score in _candidates(terms, rows, inverse_frequency(terms.words)):
        if agreement.agree(row, candidate):
            found.setdefault(row, []).append((candidate, score))
    return found


def _candidates(terms: Terms, rows: list[int], weights: Floats) -> Iterator[tuple[int, int, float]]:
    """Yield (sentence, other, share found in the other) from SUPPORT up.

    The other must hold one of the heaviest stems that together weigh more than 1 − SUPPORT of the sentence (prefix
    filter, Chaudhuri et al. 2006): only those postings are looked at, which keeps this near linear.
    """
    words = terms.words.take(np.array(rows, dtype=np.int64))
    own = weights[words.columns]
    mass = words.sum_rows(own)
    telling = _telling(words, own, mass)
    mark = np.zeros((BLOCK, words.width))
    for start in range(0, words.height, BLOCK):
        block = slice(words.starts[start], words.starts[min(start + BLOCK, words.height)])
        mark[words.rows[block] - start, words.columns[block]] = own[block]
        row, other = _sharing(words, np.flatnonzero(telling[block]) + block.start)
        heavy = mass[other] >= (SUPPORT - SLACK) * mass[row]  # what weighs less cannot hold so much of it
        row, other = row[heavy], other[heavy]
        entries = ranges(words.starts[other], words.starts[other + 1])
        pair = np.repeat(np.arange(len(other)), np.diff(words.starts)[other])
        shared = mark[row[pair] - start, words.columns[entries]]
        scores = np.bincount(pair, weights=shared, minlength=len(other)) / mass[row]
        for place in np.flatnonzero(scores >= SUPPORT).tolist():
            yield rows[int(row[place])], rows[int(other[place])], round(float(scores[place]), 3)
        mark[words.rows[block] - start, words.columns[block]] = 0.0


def _telling(words: Matrix, own: Floats, mass: Floats) -> Bools:
    """Tell which entries are among the heaviest of their row that together weigh more than 1 − SUPPORT of it."""
    order = np.lexsort((words.columns, -own, words.rows))
    total = np.cumsum(own[order])
    before = total - own[order]
    before -= before[words.starts[words.rows]]
    telling = np.zeros(len(own), dtype=bool)
    telling[order] = before < (1 - SUPPORT) * mass[words.rows] + SLACK
    return telling & (np.diff(words.starts) >= FEWEST_STEMS)[words.rows]


def _sharing(words: Matrix, entries: Ints) -> tuple[Ints, Ints]:
    """Return the rows of the entries, each with every other row that shares one of them, in order."""
    columns = words.columns[entries]
    row = np.repeat(words.rows[entries], words.holder_counts[columns])
    other = words.rows[words.entries_of(columns)]
    keys = distinct((row * words.height + other)[row != other])
    return keys // words.height, keys % words.height
