"""The lead baseline: the first sentences of each article. Hard to beat on newswire, and blind to everything else."""

from __future__ import annotations

import numpy as np

from .corpus import Corpus, Ranking, from_scores


def lead(corpus: Corpus) -> Ranking:
    """Score a sentence by its place alone: 1 / (1 + position)."""
    return from_scores(corpus, np.asarray(1.0 / (1.0 + corpus.position), dtype=np.float64))
