"""What ROUGE does not see: names and numbers, sentences that cannot stand alone, and repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import Stemmer

from brief.language import stop_words
from brief.standalone import why_dependent

WORD = re.compile(r"[A-Za-z0-9][\w,.'’-]*")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
POSSESSIVE = re.compile(r"['’]s?$")

SAME_STEMS = 0.6
"""Two sentences repeat each other when this share of the shorter one's content stems is in the other …"""
FEWEST_STEMS = 5
"""… and the shorter has as many as this …"""
SAME_GRAMS = 0.3
"""… or when this share of its 4-grams is."""
GRAM = 4

_STEMMER = Stemmer.Stemmer("english")


def facts(references: Sequence[str]) -> Counter[str]:
    """Return the names and numbers of the references, each with the number of references that have it.

    A name is a word with a capital that does not open its sentence.
    """
    return Counter(term for text in references for term in _names_and_numbers(text))


def _names_and_numbers(text: str) -> set[str]:
    found = set()
    for sentence in SENTENCE_END.split(text):
        for number, word in enumerate(WORD.findall(sentence)):
            if word[0].isdigit() or (number and word[0].isupper() and word != "I"):
                found.add(_bare(word))
    return found


def _bare(word: str) -> str:
    return str(_STEMMER.stemWord(POSSESSIVE.sub("", word.rstrip(".,'’-")).lower()))


def fact_recall(summary: str, wanted: Counter[str]) -> float | None:
    """Return the weighted share of the wanted names and numbers that are in the summary; none when none is wanted."""
    if not wanted:
        return None
    have = {_bare(word) for word in WORD.findall(summary)}
    return sum(weight for term, weight in wanted.items() if term in have) / wanted.total()


def dependent(sentences: Sequence[str]) -> int:
    """Return how many sentences cannot be read without the one before, by the rules of `brief.standalone`."""
    return sum(bool(why_dependent(sentence, "en")) for sentence in sentences)


def repeats(sentences: Sequence[str]) -> int:
    """Return how many pairs of sentences say the same by their words."""
    return sum(_same(*pair) for pair in combinations([_words(sentence) for sentence in sentences], 2))


def _words(sentence: str) -> list[str]:
    return [_bare(word) for word in WORD.findall(sentence)]


def _same(first: list[str], second: list[str]) -> bool:
    return _contained(_content(first), _content(second), FEWEST_STEMS) >= SAME_STEMS or (
        _contained(_grams(first), _grams(second), 1) >= SAME_GRAMS
    )


def _contained(first: set[object], second: set[object], fewest: int) -> float:
    least = min(len(first), len(second))
    return len(first & second) / least if least >= fewest else 0.0


def _content(words: list[str]) -> set[object]:
    return {word for word in words if word not in stop_words("en")}


def _grams(words: list[str]) -> set[object]:
    return set(zip(*(words[start:] for start in range(GRAM)), strict=False))
