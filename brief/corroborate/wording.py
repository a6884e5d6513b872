"""Is it one report or two? The same wording, or the same person's words, in two articles is one source.

Two reporters who write of one thing share its names and little else. Of 144 pairs that share two fifths of their five-word
runs all were one text, trimmed or with a word changed; below that about one pair in ten still was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import language
from ..model import Relation
from ..terms import Terms

RUN = 5  # words, as for copied articles
COPIED = 0.4  # of the shorter sentence's runs
NEAR = 3  # words between a name and the word of speech behind it: “Hodler, a Swiss, said”
SPEECH = frozenset(
    """said says tells told noted notes added adds stated states argued argues warned warns described insisted insists
    claimed claims announced announces reported reports asked urged denied confirmed wrote testified alleged
    declared""".split()
)
AFTER = re.compile(r"(?:[,”\"’'] (?:said|says|wrote|added|declared)|\b[Aa]ccording to) ([^“”\".;]{1,90})")
"""“…”, said his brother, the campaigner Liu Qing; according to Interfax."""
NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
NO_NAME = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December The In On At He She They It But And""".split()
)


class Wording:
    """Compares the wording of rows; what is known of a row is worked out when it is first asked for."""

    def __init__(self, texts: Sequence[str], terms: Terms) -> None:
        self._texts, self._terms = texts, terms
        self._runs: dict[int, frozenset[tuple[int, ...]]] = {}
        self._speakers: dict[int, frozenset[str]] = {}

    def relation(self, row: int, others: Sequence[int]) -> Relation:
        """Say what a row is to sentences it agrees with: a report of its own, or one that one of them is as well."""
        if any(self._copied(row, other) for other in others):
            return "same wording"
        speakers = self._speakers_of(row)
        return "same speaker" if any(speakers & self._speakers_of(other) for other in others) else "says the same"

    def _copied(self, first: int, second: int) -> bool:
        mine, theirs = self._runs_of(first), self._runs_of(second)
        return len(mine & theirs) >= COPIED * max(1, min(len(mine), len(theirs)))

    def _runs_of(self, row: int) -> frozenset[tuple[int, ...]]:
        if row not in self._runs:
            tokens = self._terms.tokens[row].tolist()
            self._runs[row] = frozenset(zip(*(tokens[place:] for place in range(RUN)), strict=False))
        return self._runs[row]

    def _speakers_of(self, row: int) -> frozenset[str]:
        """Return the names that stand beside a word of speech as its subject."""
        if row not in self._speakers:
            text = self._texts[row]
            words = language.words(text)
            places = [place for place, word in enumerate(words) if word in SPEECH]
            near = [word for place in places for word in words[max(0, place - NEAR) : place]]
            near += [word for match in AFTER.finditer(text) for word in language.words(match.group(1))]
            self._speakers[row] = frozenset(w for w in near if NAME.fullmatch(w) and w not in NO_NAME)
        return self._speakers[row]
