"""The default ranker: cover what the independent sources say, and what one careful source alone reports.

Concept coverage after Gillick & Favre (2009), with three tiers of concepts and votes by origin. Every published
extractive method ranks by what is repeated; over a few articles that prints the ones that repeat each other.
"""

from __future__ import annotations

import numpy as np

from ..terms import Floats, Matrix
from .corpus import Corpus, Ranking, Uses

MASS = {"bigrams": 1.0, "words": 0.2, "names": 0.8}
"""What a tier's 100 heaviest concepts weigh together. Names alone would be easy to please and read badly."""
HEAVIEST = 100
NEEDED_VOTES = 1.4  # from five articles on a bigram or word counts when more than one independent article has it
FEW_ARTICLES = 5
CENTRALITY_FLOOR = 0.05
RECENCY = 0.3  # the newest article's sentences gain so much more than the oldest's: of two reports the later one stands


def coverage(corpus: Corpus) -> Ranking:
    """Weigh concepts by position, frequency, agreement and centrality; value sentences by centrality, age and restraint."""
    terms = corpus.terms
    central = np.maximum(corpus.centrality, CENTRALITY_FLOOR)
    voices = _votes_for(corpus.words, corpus)
    words = _weights(terms.words, corpus.words, corpus, central, voices)
    bigrams = _weights(terms.bigrams, corpus.bigrams, corpus, central, _rarer(voices, corpus))
    names = np.where(terms.is_name | terms.is_number, words, 0.0)
    needed = NEEDED_VOTES if corpus.articles >= FEW_ARTICLES else 0.0
    common_words = np.where(voices >= needed, words, 0.0)
    common_bigrams = np.where(_votes_for(corpus.bigrams, corpus) >= needed, bigrams, 0.0)
    return Ranking(
        concepts=_beside(terms.bigrams, terms.words),
        weights=np.concatenate(
            [
                _scaled(common_bigrams, MASS["bigrams"]),
                _scaled(common_words, MASS["words"]) + _scaled(names, MASS["names"]),
            ]
        ),
        value=np.sqrt(central) * _recency(corpus) * corpus.restraint * corpus.sobriety[corpus.article],
        names=terms.names,
    )


def _weights(matrix: Matrix, uses: Uses, corpus: Corpus, central: Floats, voices: Floats) -> Floats:
    """Return w = P · √T · √U · C for each column: position, frequency, share of articles, best centrality.

    `voices` are the votes for each column.
    """
    whole = max(float(corpus.votes.sum()), 1e-12)
    vote = corpus.votes[uses.counts.rows] / whole
    position = uses.counts.sum_columns(vote / np.sqrt(1.0 + uses.first.counts))
    frequency = uses.counts.sum_columns(vote * np.sqrt(uses.counts.counts))
    best = np.zeros(matrix.width)
    np.maximum.at(best, matrix.columns, central[matrix.rows])
    return np.asarray(position * np.sqrt(frequency) * np.sqrt(voices / whole) * best)


def _votes_for(uses: Uses, corpus: Corpus) -> Floats:
    """Return the sum of the votes of the articles that hold each column."""
    return uses.counts.sum_columns(corpus.votes[uses.counts.rows])


def _rarer(voices: Floats, corpus: Corpus) -> Floats:
    """Return for each bigram the votes for its rarer content word."""
    votes = np.where(corpus.terms.is_content, voices, corpus.votes.sum())
    left, right = corpus.terms.bigram_words
    return np.minimum(votes[left], votes[right])


def _scaled(weights: Floats, mass: float) -> Floats:
    """Scale a tier so that its 100 heaviest concepts weigh `mass`."""
    heaviest = np.sort(weights)[::-1][:HEAVIEST].sum()
    return weights * (mass / heaviest) if heaviest > 0 else weights


def _recency(corpus: Corpus) -> Floats:
    """Favour newer articles; without dates all count the same, an undated one as in the middle."""
    known = corpus.days[~np.isnan(corpus.days)]
    if not len(known) or known.min() == known.max():
        return np.ones(len(corpus.article))
    age = np.nan_to_num((corpus.days - known.min()) / (known.max() - known.min()), nan=0.5)
    return np.asarray(1.0 + RECENCY * age[corpus.article])


def _beside(left: Matrix, right: Matrix) -> Matrix:
    """Return one matrix with the columns of both: in each row those of `left`, then those of `right`."""
    before, after = np.arange(len(left.columns)), np.arange(len(right.columns))
    before, after = before + right.starts[left.rows], after + left.starts[right.rows + 1]
    columns, counts = np.zeros(len(before) + len(after), dtype=np.int64), np.zeros(len(before) + len(after))
    columns[before], columns[after] = left.columns, right.columns + left.width
    counts[before], counts[after] = left.counts, right.counts
    return Matrix(left.starts + right.starts, columns, counts, left.width + right.width)
