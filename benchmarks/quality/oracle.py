"""The ceiling: what a chooser that reads the references can reach with whole sentences under the same budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .cluster import Cluster
from .plain_sumy import sentences
from .rouge import tokens

Bigrams = Counter[tuple[str, str]]
EXPONENTS = (0.0, 0.5, 1.0)
"""Gain is divided by words to one of these; the best of the outcomes stands."""


def oracle(cluster: Cluster, words: int) -> list[str]:
    """Choose greedily by ROUGE-2 against all references."""
    texts = [text for document in cluster.documents for text in sentences(document)]
    texts = [text for text in texts if 0 < len(text.split()) <= words]
    references = [_bigrams(text) for text in cluster.references]
    wanted = set().union(*references)
    held = [Counter({gram: n for gram, n in _bigrams(text).items() if gram in wanted}) for text in texts]
    outcomes = [_greedy(texts, held, references, words, exponent) for exponent in EXPONENTS]
    return [texts[row] for row in max(outcomes, key=lambda outcome: outcome[1])[0]]


def _greedy(
    texts: Sequence[str], held: Sequence[Bigrams], references: Sequence[Bigrams], words: int, exponent: float
) -> tuple[list[int], float]:
    sizes = [len(text.split()) for text in texts]
    chosen: list[int] = []
    have: Bigrams = Counter()
    score = 0.0
    while True:
        gains = {
            row: (_overlap(have + held[row], references) - score) / sizes[row] ** exponent
            for row in range(len(texts))
            if sizes[row] <= words and row not in chosen and held[row]
        }
        best = max(gains, key=lambda row: (gains[row], -row), default=-1)
        if best < 0 or gains[best] <= 0:
            return chosen, score
        chosen.append(best)
        words -= sizes[best]
        have += held[best]
        score = _overlap(have, references)


def _overlap(have: Bigrams, references: Sequence[Bigrams]) -> float:
    return sum(sum(min(n, have[gram]) for gram, n in one.items()) / max(1, one.total()) for one in references)


def _bigrams(text: str) -> Bigrams:
    stems = tokens(text)
    return Counter(pairwise(stems))
