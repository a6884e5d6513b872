"""All rankers of sumy, fed with our own sentences and stems, so that no NLTK data is needed."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from ..language import stemmer, stop_words
from .corpus import Corpus, Ranking, from_scores

CLASSES = {
    "sumy-lexrank": ("lex_rank", "LexRankSummarizer"),
    "sumy-textrank": ("text_rank", "TextRankSummarizer"),
    "sumy-lsa": ("lsa", "LsaSummarizer"),
    "sumy-luhn": ("luhn", "LuhnSummarizer"),
    "sumy-sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "sumy-kl": ("kl", "KLSummarizer"),
    "sumy-reduction": ("reduction", "ReductionSummarizer"),
    "sumy-edmundson": ("edmundson", "EdmundsonSummarizer"),
    "sumy-random": ("random", "RandomSummarizer"),
}


class _Tokens:
    """Gives sumy our stems; a sentence's text is its row number, so that no two are equal."""

    def __init__(self, corpus: Corpus) -> None:
        vocabulary = corpus.terms.vocabulary
        self._stems = [tuple(vocabulary[token] for token in tokens) for tokens in corpus.terms.tokens]

    def to_words(self, text: str) -> tuple[str, ...]:
        return self._stems[int(text)]


def sumy_ranker(name: str) -> Callable[[Corpus], Ranking]:
    """Return the ranker that scores sentences with a class of sumy."""

    def rank(corpus: Corpus) -> Ranking:
        return from_scores(corpus, _scores(corpus, *CLASSES[name]))

    rank.__name__, rank.__doc__ = name, f"Score sentences with sumy's {CLASSES[name][1]}."
    return rank


SUMY_RANKERS = {name: sumy_ranker(name) for name in CLASSES}


def _scores(corpus: Corpus, module: str, class_name: str) -> np.ndarray:
    """Return sumy's ratings, moved to 0 and up: only some of its methods give them away, so they are caught."""
    document = _document(corpus)
    ratings: dict[int, float] = {}

    class Catching(getattr(import_module(f"sumy.summarizers.{module}"), class_name)):  # type: ignore[misc]
        @staticmethod
        def _get_best_sentences(sentences: Any, _count: Any, rating: Any, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
            rate = rating.__getitem__ if isinstance(rating, dict) else rating
            ratings.update({int(str(s)): float(rate(s, *args, **kwargs)) for s in sentences})
            return ()

    summarizer = Catching()
    summarizer.stop_words = frozenset(map(stemmer(corpus.language), stop_words(corpus.language)))
    _prepare(summarizer, module, corpus)
    state = random.getstate()
    random.seed(0)  # sumy-random shuffles with the global generator
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA warns of short documents; the ranking stands
        summarizer(document, len(corpus.article))
    random.setstate(state)
    scores = np.array([ratings.get(row, 0.0) for row in range(len(corpus.article))])
    return np.asarray(scores - scores.min(initial=0.0))


def _prepare(summarizer: Any, module: str, corpus: Corpus) -> None:
    """Edmundson's method needs cue words; without a list of its own the frequent content words are its cues."""
    if module == "edmundson":
        words = corpus.terms.words
        heaviest = np.argsort(-words.sum_columns(words.counts), kind="stable")[:20]
        summarizer.bonus_words = [corpus.terms.vocabulary[column] for column in heaviest]
        summarizer.stigma_words = ["hardly", "impossible"]
        summarizer.null_words = sorted(summarizer.stop_words)


def _document(corpus: Corpus) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # sumy brings NLTK: 0.4 s

    tokens = _Tokens(corpus)
    rows = [np.flatnonzero(corpus.article == article) for article in range(corpus.articles)]
    return ObjectDocumentModel([Paragraph([Sentence(str(row), tokens) for row in own]) for own in rows if len(own)])
