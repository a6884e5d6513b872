"""Articles that perhaps share a source: the same claims in other words, and a speaker nobody else names.

Paraphrased copies escape shingles: two of the real articles this was measured on share every claim at a 5-gram
containment of .012.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

import numpy as np

from .. import language
from ..lookup import among
from ..model import Sentence
from ..stages import Link
from ..terms import Floats, Ints, Terms, distinct, ranges, unit_entries

RELATED = 0.28  # cosine, weights from within the cluster: the best true pairs of two paraphrases are at .3 to .5
SHARE = (
    0.3  # of the shorter article's sentences related to one of the other's: paraphrases .33, independent reports to .27
)
LEAD = 2.0  # and twice what either shares with any third article: reports of one event are all somewhat related
SHARE_ALONE = 0.4  # when there is no third article to compare with
BLOCK = 16  # sentences compared with all others at once: 4 MB for 30,000 sentences
SPEECH = frozenset(
    """said say says told tell tells noted note notes added add adds stated state states argued argue argues warned warn
    warns according called call calls described describe describes emphasized emphasizes emphasised emphasises
    explained explains stressed stresses insisted insists claimed claims announced director spokesman spokeswoman
    spokesperson lawyer""".split()
)


def perhaps_links(sentences: Sequence[Sentence], terms: Terms) -> list[Link]:
    """Return the pairs of articles that perhaps share a source. `terms` has a row for each of `sentences`."""
    article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
    related = _Related(article, terms)
    links = []
    for first, second in _pairs_with_a_speaker(article, terms):
        share = related.share(first, second)
        if share < SHARE:
            continue
        others = [related.most_with_others(one, (first, second)) for one in (first, second)]
        if share >= (LEAD * max(others) if related.count > 2 else SHARE_ALONE):
            links.append(Link(first, second, "perhaps", round(share, 3)))
    return links


def _pairs_with_a_speaker(article: Ints, terms: Terms) -> list[tuple[int, int]]:
    """Return the pairs of articles that alone have a name, and both have it in a sentence with a word of speech."""
    tokens, rows = terms.flat
    count = int(article.max(initial=0)) + 1
    speech = among(terms, _speech_stems())
    speaks = np.bincount(rows[speech[tokens]], minlength=len(article)) > 0
    named = (terms.is_name & ~terms.is_number)[tokens]
    everywhere = distinct(tokens[named] * count + article[rows[named]])
    speaking = named & speaks[rows]
    spoken = distinct(tokens[speaking] * count + article[rows[speaking]])
    holders, speakers = (np.bincount(keys // count, minlength=len(terms.vocabulary)) for keys in (everywhere, spoken))
    both = spoken[((holders == 2) & (speakers == 2))[spoken // count]] % count
    return sorted(set(zip(both[::2].tolist(), both[1::2].tolist(), strict=True)))


@cache
def _speech_stems() -> frozenset[str]:
    return frozenset(language.stemmer("en")(word) for word in SPEECH)


class _Related:
    """Which share of an article's sentences has a related one in each other article; looked up article by article."""

    def __init__(self, article: Ints, terms: Terms) -> None:
        self._article = article
        self._words = terms.words
        self._shares: dict[int, Floats] = {}
        self.count = int(article.max(initial=-1)) + 1

    def share(self, first: int, second: int) -> float:
        """Return the share of the shorter article's sentences that have a related one in the other."""
        shorter, longer = sorted((first, second), key=lambda article: (self._sizes[article], article))
        return float(self._of(shorter)[longer])

    def most_with_others(self, article: int, but: tuple[int, int]) -> float:
        """Return the largest share of the article's sentences related to any article outside the pair."""
        shares = self._of(article).copy()
        shares[list(but)] = 0.0
        return float(shares.max())

    def _of(self, article: int) -> Floats:
        if article not in self._shares:
            rows = np.flatnonzero(self._article == article)
            blocks = np.split(rows, range(BLOCK, len(rows), BLOCK))
            hits = sum((self._related_articles(block) for block in blocks), np.zeros(self.count))
            self._shares[article] = hits / max(1, len(rows))
        return self._shares[article]

    def _related_articles(self, rows: Ints) -> Floats:
        """Return by article how many of the rows have a sentence at RELATED or above in it: a walk along the postings."""
        words, unit = self._words, self._unit
        starts, ends = words.starts[rows], words.starts[rows + 1]
        own, place = ranges(starts, ends), np.repeat(np.arange(len(rows)), ends - starts)
        postings = words.entries_of(words.columns[own])
        sizes = words.holder_counts[words.columns[own]]
        cells = np.repeat(place, sizes) * words.height + words.rows[postings]
        similarity = np.bincount(cells, weights=np.repeat(unit[own], sizes) * unit[postings], minlength=0)
        found = np.flatnonzero(similarity >= RELATED)
        pairs = distinct(found // words.height * self.count + self._article[found % words.height])
        return np.bincount(pairs % self.count, minlength=self.count).astype(float)

    @cached_property
    def _sizes(self) -> Ints:
        return np.bincount(self._article, minlength=self.count)

    @cached_property
    def _unit(self) -> Floats:
        return unit_entries(self._words)
