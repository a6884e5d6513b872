"""What a ranker gets and what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from ..stages import Prepared
from ..terms import Floats, Ints, Matrix, Terms, inverse_frequency, no_entries, unit_entries
from ..threads import one_thread
from .evaluative import restraints, sobrieties

VOTE_COLUMNS = 4000  # heaviest words by which articles are compared; bounds the memory at 1,200 articles to 20 MB


@dataclass(frozen=True)
class Uses:
    """Where articles use the columns of a matrix of sentences. Rows are articles."""

    counts: Matrix
    """How often."""
    first: Matrix
    """The position of the first sentence with it, from 0."""

    def take(self, articles: Ints) -> Uses:
        """Return the uses of some of the articles."""
        return Uses(self.counts.take(articles), self.first.take(articles))


@dataclass(frozen=True)
class Corpus:
    """The sentences to rank. All arrays have one entry a sentence, in the order of the articles."""

    texts: Sequence[str]
    """As printed."""
    terms: Terms
    article: Ints
    """The article of each sentence, numbered from 0."""
    position: Ints
    """Its place among the usable sentences of the article, from 0."""
    votes: Floats
    """One entry an article: the weight of its voice, 0 to 1."""
    restraint: Floats
    """1 for a sober sentence, down to .2 for vague judgement: see evaluative.py."""
    sobriety: Floats
    """One entry an article: 1 when it reports, down to .25 when it judges throughout: see evaluative.py."""
    origin: Ints
    """One entry an article: the number of its origin."""
    days: Floats
    """One entry an article: the day it was published, counted from any day; NaN when not known."""
    language: str

    @property
    def articles(self) -> int:
        """The number of articles."""
        return len(self.votes)

    def take(self, articles: Ints) -> Corpus:
        """Return the corpus of some of its articles, given in ascending order; their votes stay what they are."""
        rows = np.flatnonzero(np.isin(self.article, articles))
        taken = Corpus(
            texts=[self.texts[row] for row in rows.tolist()],
            terms=self.terms.take(rows),
            article=np.searchsorted(articles, self.article[rows]),
            position=self.position[rows],
            votes=self.votes[articles],
            restraint=self.restraint[rows],
            sobriety=self.sobriety[articles],
            origin=self.origin[articles],
            days=self.days[articles],
            language=self.language,
        )
        # The cached properties: nothing is counted again.
        vars(taken).update(words=self.words.take(articles), bigrams=self.bigrams.take(articles))
        return taken

    @cached_property
    def words(self) -> Uses:
        """Which articles use each content word."""
        return _uses(self.terms.words, self)

    @cached_property
    def bigrams(self) -> Uses:
        """Which articles use each bigram."""
        return _uses(self.terms.bigrams, self)

    @cached_property
    def centrality(self) -> Floats:
        """Cosine of each sentence to the centroid of all articles, each with its vote whatever its length."""
        words = self.terms.words
        unit = unit_entries(words)
        by_article = np.bincount(self.article, minlength=self.articles)
        share = self.votes[self.article] / np.maximum(by_article[self.article], 1)
        centroid = words.sum_columns(unit * share[words.rows])
        centroid /= max(float(np.sqrt((centroid**2).sum())), 1e-12)
        return words.sum_rows(unit * centroid[words.columns])


SUBSTANCE = 1.0  # per name or number that nothing printed has, up to three
SUBSTANCE_MOST = 3
"""On DUC 2004 (R-1 / R-2 / facts) and our own clusters (facts): .6 for each rare name, whether printed before or not,
38.2 / 10.3 / 47.0 and .373; 1.0 for each new one 38.4 / 10.2 / 47.1 and .408."""


@dataclass(frozen=True)
class Ranking:
    """What is worth covering, and what each sentence makes of it.

    The gain of a sentence is `value` × the sum of the weights of those of its concepts that are not covered yet × its
    substance, which grows with the names and numbers that it adds. For
    rankers that only score sentences, the concepts are its content words and a sentence's weights add up to 1. The columns
    are those of Terms.words, or Terms.bigrams with Terms.words behind: explain.py names others as nothing.
    """

    concepts: Matrix
    weights: Floats
    """One entry a concept."""
    value: Floats
    """One entry a sentence."""
    names: Matrix
    """Names and numbers by sentence; without columns where substance does not count."""
    exponents: tuple[float, ...] = (0.0, 0.3, 0.6, 1.0)
    """Gain is divided by words to one of these powers (Lin & Bilmes 2010, section 4); the best outcome stands. Only for
    concepts: plain scores just add up, and the best sum would always be that of the shortest sentences."""

    @cached_property
    def sums(self) -> Floats:
        """The weight of all concepts of each sentence."""
        return self.concepts.spread(self.weights)

    @cached_property
    def name_counts(self) -> Floats:
        """How many different names and numbers each sentence has."""
        return self.names.spread(np.ones(self.names.width))

    @cached_property
    def gain(self) -> Floats:
        """The gain of each sentence when nothing is covered yet."""
        return self.worth(self.sums, self.name_counts)

    def worth(self, sums: Floats, new_names: Floats) -> Floats:
        """Return each sentence's gain for the weight of its new concepts and the number of its new names."""
        return self.value * sums * (1.0 + SUBSTANCE * np.minimum(new_names, SUBSTANCE_MOST))


def make_corpus(prepared: Prepared) -> Corpus:
    """Put together what rankers need."""
    count = len(prepared.articles)
    article = np.array([sentence.article for sentence in prepared.usable], dtype=np.int64)
    first = np.searchsorted(article, np.arange(count))
    origin = np.array(prepared.origins.of, dtype=np.int64)
    restraint = restraints(prepared.texts, prepared.terms, prepared.language)
    sobriety = sobrieties(restraint, article, count)
    return Corpus(
        texts=prepared.texts,
        terms=prepared.terms,
        article=article,
        position=np.arange(len(article)) - first[article],
        votes=_votes(prepared.terms, article, count, origin) * sobriety,
        restraint=restraint,
        sobriety=sobriety,
        origin=origin,
        days=np.array([_day(own.published) for own in prepared.articles]),
        language=prepared.language,
    )


def _uses(matrix: Matrix, corpus: Corpus) -> Uses:
    counts = matrix.by_group(corpus.article, corpus.articles)
    width = max(1, matrix.width)
    # Rows are in the order of the articles and of their sentences: the first entry of a column is its first sentence.
    _, places = np.unique(corpus.article[matrix.rows] * width + matrix.columns, return_index=True)
    first = corpus.position[matrix.rows[places]].astype(float)
    return Uses(counts, replace(counts, counts=first))


def _day(published: str | None) -> float:
    return float(date.fromisoformat(published[:10]).toordinal()) if published else float("nan")


def from_scores(corpus: Corpus, scores: Floats) -> Ranking:
    """Turn plain sentence scores (0 or more) into a ranking that still avoids saying things twice."""
    words = corpus.terms.words
    weights = inverse_frequency(words)
    totals = words.spread(weights)
    value = np.round(scores, 9) / np.maximum(totals, 1e-12)
    return Ranking(words, weights, value, no_entries(words.height), exponents=(0.0,))


def _votes(terms: Terms, article: Ints, count: int, origin: Ints) -> Floats:
    """Let near copies share a voice: v = 1 / Σ cos⁴ with all articles; together an origin has at most one vote.

    With it six trimmed copies of one article take 20 % of a summary, without it 76 %.
    """
    if not count:
        return np.zeros(0)
    vectors = _article_vectors(terms, article, count)
    with one_thread():
        cosines = vectors @ vectors.T
    votes = 1.0 / np.maximum((cosines**4).sum(axis=1), 1.0)
    together = np.bincount(origin, weights=votes)
    return np.asarray(np.round(votes / np.maximum(together[origin], 1.0), 9))


def _article_vectors(terms: Terms, article: Ints, count: int) -> Floats:
    words = terms.words.by_group(article, count)
    heaviest = np.argsort(-words.sum_columns(words.counts**2), kind="stable")[:VOTE_COLUMNS]
    place = np.full(words.width, -1)
    place[heaviest] = np.arange(len(heaviest))
    keep = place[words.columns] >= 0
    dense = np.zeros((count, max(1, len(heaviest))))
    dense[words.rows[keep], place[words.columns[keep]]] = words.counts[keep]
    return np.asarray(dense / np.maximum(np.sqrt((dense**2).sum(axis=1, keepdims=True)), 1e-12))
