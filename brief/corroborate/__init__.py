"""Sentences that say the same: each printed sentence with every source that carries it, and what that is worth.

Support is directional: how much of the printed sentence S is found in T, by the stems' inverse frequency; and what must
agree agrees (agreement.py). Measured on judged pairs of real news, see docs/findings.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..stages import Carrier, Claim
from ..terms import Floats, Terms, inverse_frequency
from .agreement import Agreement
from .alike import Alike
from .fuller import with_fuller
from .related import related
from .wording import Wording

__all__ = ["Alike", "corroborate", "related"]

SUPPORT = 0.8
FEWEST_STEMS = 5
COMPARED = 12  # sentences that carry a claim on their own are compared with as many; nobody counts further


def corroborate(texts: Sequence[str], terms: Terms) -> list[Claim]:
    """Return one claim for each distinct sentence, with the sentences that carry it; of equal ones the first stands."""
    same: dict[bytes, list[int]] = {}
    for row, tokens in enumerate(terms.tokens):
        same.setdefault(tokens.tobytes(), []).append(row)
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
            also += [Carrier(row, score, "same wording") for row in same[terms.tokens[other].tobytes()][1:]]
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
    mark = np.zeros(words.width)
    for place, row in enumerate(rows):
        columns = words.row(place)
        own = weights[columns]
        if len(columns) < FEWEST_STEMS:
            continue
        order = np.lexsort((columns, -own))
        needed = int(np.searchsorted(np.cumsum(own[order]), (1 - SUPPORT) * own.sum())) + 1
        found = np.unique(np.concatenate([words.holders(int(column)) for column in columns[order][:needed]]))
        mark[columns] = own
        scores = words.take(found).spread(mark) / own.sum()
        mark[columns] = 0.0
        for other in np.flatnonzero(scores >= SUPPORT):
            if found[other] != place:
                yield row, rows[int(found[other])], round(float(scores[other]), 3)
