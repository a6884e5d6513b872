"""Articles that perhaps share a source: the same claims in other words, and a speaker nobody else names.

Paraphrased copies escape shingles: two of the real articles this was measured on share every claim at a 5-gram
containment of .012.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

import numpy as np

from .. import language
from ..model import Sentence
from ..stages import Link
from ..terms import Floats, Ints, Terms, unit_entries

RELATED = 0.28  # cosine, weights from within the cluster: the best true pairs of two paraphrases are at .3 to .5
SHARE = (
    0.3  # of the shorter article's sentences related to one of the other's: paraphrases .33, independent reports to .27
)
LEAD = 2.0  # and twice what either shares with any third article: reports of one event are all somewhat related
SHARE_ALONE = 0.4  # when there is no third article to compare with
SPEECH = frozenset(
    """said say says told tell tells noted note notes added add adds stated state states argued argue argues warned warn
    warns according called call calls described describe describes emphasized emphasizes emphasised emphasises
    explained explains stressed stresses insisted insists claimed claims announced director spokesman spokeswoman
    spokesperson lawyer""".split()
)


def perhaps_links(sentences: Sequence[Sentence], terms: Terms) -> list[Link]:
    """Return the pairs of articles that perhaps share a source. `terms` has a row for each of `sentences`."""
    pairs = {articles for articles in _speakers(sentences, terms).values() if len(articles) == 2}
    related = _Related(sentences, terms)
    links = []
    for first, second in sorted(pairs):
        share = related.share(first, second)
        if share < SHARE:
            continue
        others = [related.most_with_others(one, (first, second)) for one in (first, second)]
        if share >= (LEAD * max(others) if related.count > 2 else SHARE_ALONE):
            links.append(Link(first, second, "perhaps", round(share, 3)))
    return links


def _speakers(sentences: Sequence[Sentence], terms: Terms) -> dict[int, tuple[int, ...]]:
    """Return, by name, the articles that have it in a sentence with a word of speech, for names no other article has."""
    speech = {n for n, word in enumerate(terms.vocabulary) if word in _speech_stems()}
    named: dict[int, set[int]] = {}
    everywhere: dict[int, set[int]] = {}
    for sentence, tokens in zip(sentences, terms.tokens, strict=True):
        speaks = not speech.isdisjoint(tokens.tolist())
        for token in {int(t) for t in tokens[terms.is_name[tokens] & ~terms.is_number[tokens]]}:
            everywhere.setdefault(token, set()).add(sentence.article)
            if speaks:
                named.setdefault(token, set()).add(sentence.article)
    return {name: tuple(sorted(articles)) for name, articles in sorted(named.items()) if everywhere[name] == articles}


@cache
def _speech_stems() -> frozenset[str]:
    return frozenset(language.stemmer("en")(word) for word in SPEECH)


class _Related:
    """Which share of an article's sentences has a related one in each other article; looked up article by article."""

    def __init__(self, sentences: Sequence[Sentence], terms: Terms) -> None:
        self._article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
        self._words = terms.words
        self._shares: dict[int, Floats] = {}
        self.count = int(self._article.max()) + 1 if len(self._article) else 0

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
            hits = sum((self._articles_related_to(int(row)) for row in rows), np.zeros(self.count))
            self._shares[article] = hits / max(1, len(rows))
        return self._shares[article]

    def _articles_related_to(self, row: int) -> Floats:
        """Return 1 for each article with a sentence at RELATED or above to this one: a walk along the postings."""
        similarity = np.zeros(self._words.height)
        for entry in range(int(self._words.starts[row]), int(self._words.starts[row + 1])):
            postings = self._words.entries(int(self._words.columns[entry]))
            similarity[self._words.rows[postings]] += self._unit[entry] * self._unit[postings]
        found = np.zeros(self.count)
        found[self._article[similarity >= RELATED]] = 1.0
        return found

    @cached_property
    def _sizes(self) -> Ints:
        return np.bincount(self._article, minlength=self.count)

    @cached_property
    def _unit(self) -> Floats:
        return unit_entries(self._words)
