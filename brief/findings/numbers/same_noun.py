"""Two numbers of one noun in articles of one event: “seven crew members have been arrested”, “six crew members”.

For nouns that say more than “people”; those are compared by what became of them, see tolls.py.
"""

from __future__ import annotations

import math
import re

from ... import language
from ...stages import Prepared
from .events import Events
from .mentions import Mention, article_text
from .windows import Windows

NEAR_COSINE = 0.2  # of the content words around the two numbers
BARE_COSINE, MANY = 0.25, 6  # with nothing before the noun, unless they share so many
DESCRIBED = 3  # of those shared by numbers with the same words before the noun, “foreign tourists”
BARE = 4  # by numbers of the noun alone; then both stand where an article says what it is about
BARE_LEAD = 5  # sentences
PERSONS = frozenset("men women children boy girl man woman youth teenag".split())
"""Stems of nouns that need more: the men who are charged, and the men who did it."""
EMPTY = frozenset("such similar total more new differ separ".split())
"""Stems before a noun that narrow nothing."""
PART = re.compile(
    r"\b(?:top|first|last|other|of (?:the|its|his|her|their|those)|including|total of|with)\s+$", re.IGNORECASE
)
"""Before the number: some of a group, or the group that some are of."""
REACH = 24  # characters before a number in which such words stand
DOZEN, DOZEN_ABOUT = re.compile(r"\b(?:dozens?|scores?|hundreds|thousands)\b", re.IGNORECASE), 0.2
"""“Two dozen farms” may be 25."""


class SameNoun:
    """Tells whether two numbers of one noun count the same."""

    def __init__(self, prepared: Prepared, windows: Windows, events: Events) -> None:
        self._prepared, self._windows, self._events = prepared, windows, events

    def alike(self, a: Mention, b: Mention) -> float:
        """Return how much alike the words around the numbers are, 0 when other things may be counted."""
        windows, usable = self._windows, self._prepared.usable
        near, far = windows.near(a), windows.near(b)
        if a.unit is not None or len(near & far) < DESCRIBED:
            return 0.0
        cosine = windows.cosine(near, far)
        if cosine < self._least(a, b, len(near & far)) or not self.comparable(a, b):
            return 0.0
        fates = {windows.fate(a), windows.fate(b)} - {None}
        if len(fates) > 1 or self._events.apart(a, b) or self._events.expected(a, b):
            return 0.0
        return cosine if self._events.akin(usable[a.row].article, usable[b.row].article) else 0.0

    def comparable(self, a: Mention, b: Mention) -> bool:
        """Tell whether neither number is of some only, and nothing said before the nouns sets them apart."""
        return self._whole(a) and self._whole(b) and self._same_words(a, b) and not self._dozens(a, b)

    def _least(self, a: Mention, b: Mention, shared: int) -> float:
        """Return the cosine that is asked for: above 1 where no noun alone is enough."""
        if self._described(a) & self._described(b):
            return NEAR_COSINE
        if shared < BARE or not self._leading(a, b):
            return math.inf
        return NEAR_COSINE if shared >= MANY else BARE_COSINE

    def _same_words(self, a: Mention, b: Mention) -> bool:
        """Tell whether what is said before each noun stands in the other sentence, too: “10 Assyrian villages”."""
        mine, theirs = self._described(a), self._described(b)
        texts, languages = self._prepared.texts, self._prepared.languages
        return all(
            word in language.stems(texts[row], languages[row])
            for words, row in ((mine - theirs, b.row), (theirs - mine, a.row))
            for word in words
        )

    def _leading(self, a: Mention, b: Mention) -> bool:
        early = all(self._prepared.usable[mention.row].number <= BARE_LEAD for mention in (a, b))
        return early and a.head not in PERSONS

    def _text(self, mention: Mention, start: int, end: int) -> str:
        return article_text(self._prepared, mention, start, end)

    def _whole(self, mention: Mention) -> bool:
        return not PART.search(self._text(mention, mention.start - REACH, mention.start))

    def _dozens(self, a: Mention, b: Mention) -> bool:
        words = " ".join(self._text(mention, mention.start, mention.end) for mention in (a, b))
        return bool(DOZEN.search(words)) and abs(a.value - b.value) <= DOZEN_ABOUT * max(a.value, b.value)

    def _described(self, mention: Mention) -> frozenset[str]:
        """Return the stems between the number and its noun."""
        if mention.counted is None or mention.counted[0] < mention.number[0]:
            return frozenset()
        words = self._text(mention, mention.number[1], mention.counted[1])
        return frozenset(language.stems(words, self._prepared.languages[mention.row])[:-1]) - EMPTY
