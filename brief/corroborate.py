"""Sentences that say the same: each printed sentence with every source that carries it.

Support is directional: how much of the printed sentence S is found in T. The weights are the stems' inverse frequency.
With the gates for numbers, negation and antonyms 16 of 17 pairs were right on unseen clusters; between .65 and .75 half.
Symmetric scores and sentence embeddings were worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from . import language
from .stages import Claim
from .terms import Floats, Terms, inverse_frequency

SUPPORT = 0.8
FEWEST_STEMS = 5
NEGATIONS = frozenset(
    """no not never none nobody neither nor without cannot can't don't doesn't didn't isn't aren't wasn't
    weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't nicht kein keine nie no nunca jamás ne pas jamais
    não nunca""".split()
)
ANTONYMS = tuple(
    frozenset(pair.split("/"))
    for pair in """rise/fall rise/drop increase/decrease win/lose accept/reject approve/reject approve/deny confirm/deny
    arrive/leave open/close start/end begin/end begin/stop allow/ban allow/block allow/forbid support/oppose
    grant/deny grant/refuse guilty/innocent convict/acquit release/detain release/hold free/jail up/down higher/lower
    more/fewer more/less before/after pass/fail strengthen/weaken legal/illegal lawful/unlawful hire/fire uphold/overturn
    uphold/strike admit/deny arrest/release import/export profit/loss first/last north/south east/west""".split()
)


def corroborate(texts: Sequence[str], terms: Terms) -> list[Claim]:
    """Return one claim for each distinct sentence, with the sentences that carry it; of equal ones the first stands."""
    same: dict[bytes, list[int]] = {}
    for row, tokens in enumerate(terms.tokens):
        same.setdefault(tokens.tobytes(), []).append(row)
    support = _support(texts, terms, [group[0] for group in same.values()])
    claims = []
    for group in same.values():
        also = [(row, 1.0) for row in group[1:]]
        for other, score in support.get(group[0], []):
            also += [(row, score) for row in same[terms.tokens[other].tobytes()]]
        claims.append(Claim(group[0], tuple(sorted(also, key=lambda pair: (-pair[1], pair[0])))))
    return claims


def _support(texts: Sequence[str], terms: Terms, rows: list[int]) -> dict[int, list[tuple[int, float]]]:
    """Return for each row those that support it."""
    gates = _Gates(texts, terms)
    found: dict[int, list[tuple[int, float]]] = {}
    for row, candidate, score in _candidates(terms, rows, inverse_frequency(terms.words)):
        if gates.agree(row, candidate):
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


class _Gates:
    """What must agree besides the words: numbers, negation, no antonym in place of a word."""

    def __init__(self, texts: Sequence[str], terms: Terms) -> None:
        self._stems = [frozenset(terms.vocabulary[token] for token in tokens) for tokens in terms.tokens]
        self._folded = [frozenset(map(language.fold, language.words(text))) for text in texts]
        self._antonyms = [frozenset(map(language.stemmer("en"), pair)) for pair in ANTONYMS]

    def agree(self, printed: int, other: int) -> bool:
        mine, theirs = self._stems[printed], self._stems[other]
        numbers = {word for word in mine if word[0].isdigit()}
        negated = bool(self._folded[printed] & NEGATIONS) == bool(self._folded[other] & NEGATIONS)
        swapped = any(
            len(pair & mine) == 1 and len(pair & theirs) == 1 and pair & mine != pair & theirs
            for pair in self._antonyms
        )
        return negated and not swapped and numbers <= theirs
