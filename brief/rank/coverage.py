"""The default ranker: cover what the independent sources say, and what one careful source alone reports.

Concept coverage after Gillick & Favre (2009), with three tiers of concepts and votes by origin. Every published
extractive method ranks by what is repeated; over a few articles that prints the ones that repeat each other.
"""

from __future__ import annotations

import numpy as np

from ..terms import Bools, Floats, Ints, Matrix
from .corpus import Corpus, Ranking
from .evaluative import restraint

MASS = {"bigrams": 1.0, "words": 0.2, "names": 0.8}
"""What a tier's 100 heaviest concepts weigh together. Names alone would be easy to please and read badly."""
HEAVIEST = 100
NEEDED_VOTES = 1.4  # from five articles on a bigram or word counts when more than one independent article has it
FEW_ARTICLES = 5
CENTRALITY_FLOOR = 0.05
SUBSTANCE = 0.6  # per rare name or number, up to three: +2 points of human content units for −.4 ROUGE
SUBSTANCE_MOST = 3
RARE_SHARE = 0.15  # in under this share of the sentences
RECENCY = 0.3  # the newest article's sentences gain so much more than the oldest's: of two reports the later one stands


def coverage(corpus: Corpus) -> Ranking:
    """Weigh concepts by position, frequency, agreement and centrality; value sentences by centrality and substance."""
    terms = corpus.terms
    central = np.maximum(corpus.centrality, CENTRALITY_FLOOR)
    words = _weights(terms.words, corpus, central)
    bigrams = _weights(terms.bigrams, corpus, central, rarer=terms.bigram_words)
    names = np.where(terms.is_name | terms.is_number, words, 0.0)
    needed = NEEDED_VOTES if corpus.articles >= FEW_ARTICLES else 0.0
    common_words = np.where(_votes_for(terms.words, corpus) >= needed, words, 0.0)
    common_bigrams = np.where(_votes_for(terms.bigrams, corpus) >= needed, bigrams, 0.0)
    return Ranking(
        concepts=_beside(terms.bigrams, terms.words),
        weights=np.concatenate(
            [
                _scaled(common_bigrams, MASS["bigrams"]),
                _scaled(common_words, MASS["words"]) + _scaled(names, MASS["names"]),
            ]
        ),
        value=np.sqrt(central) * _substance(corpus) * _recency(corpus) * _restraint(corpus),
    )


def _weights(matrix: Matrix, corpus: Corpus, central: Floats, rarer: tuple[Ints, Ints] | None = None) -> Floats:
    """Return w = P · √T · √U · C for each column: position, frequency, share of articles, best centrality."""
    by_article = matrix.by_group(corpus.article, corpus.articles)
    vote = corpus.votes[by_article.rows] / max(float(corpus.votes.sum()), 1e-12)
    first = _first_positions(matrix, corpus, by_article)
    position = by_article.sum_columns(vote / np.sqrt(1.0 + first))
    frequency = by_article.sum_columns(vote * np.sqrt(by_article.counts))
    share = _share(corpus, rarer) if rarer else by_article.sum_columns(vote)
    best = np.zeros(matrix.width)
    np.maximum.at(best, matrix.columns, central[matrix.rows])
    return np.asarray(position * np.sqrt(frequency) * np.sqrt(share) * best)


def _first_positions(matrix: Matrix, corpus: Corpus, by_article: Matrix) -> Floats:
    """Return the position of the first sentence with the column, for each entry of the article matrix."""
    keys = corpus.article[matrix.rows] * max(1, matrix.width) + matrix.columns
    places = np.searchsorted(by_article.rows * max(1, matrix.width) + by_article.columns, keys)
    first = np.full(len(by_article.columns), np.inf)
    np.minimum.at(first, places, corpus.position[matrix.rows])
    return first


def _share(corpus: Corpus, rarer: tuple[Ints, Ints]) -> Floats:
    """Return the share of articles that hold the rarer content word of each bigram."""
    votes = _votes_for(corpus.terms.words, corpus) / max(float(corpus.votes.sum()), 1e-12)
    votes = np.where(corpus.terms.is_content, votes, 1.0)
    left, right = rarer
    return np.minimum(votes[left], votes[right])


def _votes_for(matrix: Matrix, corpus: Corpus) -> Floats:
    """Return the sum of the votes of the articles that hold each column."""
    by_article = matrix.by_group(corpus.article, corpus.articles)
    return by_article.sum_columns(corpus.votes[by_article.rows])


def _scaled(weights: Floats, mass: float) -> Floats:
    """Scale a tier so that its 100 heaviest concepts weigh `mass`."""
    heaviest = np.sort(weights)[::-1][:HEAVIEST].sum()
    return weights * (mass / heaviest) if heaviest > 0 else weights


def _substance(corpus: Corpus) -> Floats:
    """Reward sentences that carry names and numbers few others have."""
    names = corpus.terms.names
    holders = names.sum_columns(np.ones(len(names.columns)))
    rare: Bools = holders < max(RARE_SHARE * names.height, 1.5)
    return 1.0 + SUBSTANCE * np.minimum(names.spread(rare.astype(float)), SUBSTANCE_MOST)


def _restraint(corpus: Corpus) -> Floats:
    return np.array([restraint(text, corpus.language) for text in corpus.texts], dtype=np.float64)


def _recency(corpus: Corpus) -> Floats:
    """Favour newer articles; without dates all count the same, an undated one as in the middle."""
    known = corpus.days[~np.isnan(corpus.days)]
    if not len(known) or known.min() == known.max():
        return np.ones(len(corpus.article))
    age = np.nan_to_num((corpus.days - known.min()) / (known.max() - known.min()), nan=0.5)
    return np.asarray(1.0 + RECENCY * age[corpus.article])


def _beside(left: Matrix, right: Matrix) -> Matrix:
    """Return one matrix with the columns of both."""
    rows = np.concatenate([left.rows, right.rows])
    columns = np.concatenate([left.columns, right.columns + left.width])
    order = np.lexsort((columns, rows))
    return Matrix(
        left.starts + right.starts,
        columns[order],
        np.concatenate([left.counts, right.counts])[order],
        left.width + right.width,
    )
