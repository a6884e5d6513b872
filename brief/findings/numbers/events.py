"""Whether two articles tell of one event, and what in two sentences speaks against it: other years, spans, killers, names."""

from __future__ import annotations

import re
from functools import cached_property

import numpy as np

from ... import language
from ...lookup import among
from ...stages import Prepared
from .mentions import Mention
from .windows import Windows

LEAD = 4  # sentences: what an article is about
LEAD_NAMES, NAMES_SHARE = 3, 0.33  # names that both leads have, and their share of those of the lead with fewer
AKIN_NAMES, AKIN_SHARE = 2, 0.2  # the same where the two sentences are much alike
YEAR = re.compile(r"(?<![\d,.$])(?:1[5-9]|20)\d\d(?!\d|,\d)")
SINCE = re.compile(r"\b(?:since|(?:over|in|during) the (?:past|last)|within)\b", re.IGNORECASE)
EACH = re.compile(
    r"\b(?:each|every|average[sd]?|annual(?:ly)?|per|a (?:day|week|month|year)|daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
KILLER = re.compile(
    r"\b(?:including|among them|counting|as well as|and)\s+(?:the|a)\s+(?:\w+\s+)?(?:suspect\w*|gunm[ae]n|shooters?|attackers?|bombers?|"
    r"assailants?|perpetrators?|killers?|hijackers?)\b|\band himself\b",
    re.IGNORECASE,
)
"""Some reports count whoever did it, others do not."""
GRAVELY = re.compile(r"\b(?:critically|seriously|severely|gravely|slightly|lightly|critical|serious)\b", re.IGNORECASE)
EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing|ations?)?|forecasts?|predict(?:s|ed|ions?)?|project(?:ed|ions?)|hop(?:es|ed|ing)|plan(?:s|ned)? to|targets?|goals?|"
    r"could|would|may|might|up to|potential(?:ly)?|if)\b",
    re.IGNORECASE,
)
"""What is expected, and what came."""
PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|across|to|around|on|off|of|hit|struck|shook)\s+(?:the\s+|a\s+)?(?:[a-z]+(?:ern|city|town|village)?\s+){0,2}?"
    r"((?:[A-Z][\w'’-]+\s?)+)"
)
"""The place a sentence names: “in Belmar”, “struck northern Ketria”."""
ONE_SIDED = (SINCE, EACH, KILLER, GRAVELY)
"""In one of two sentences alone they show that another thing is counted."""
SPAN = re.compile(r"\b(\w+)[ -](hour|day|week|month|year|decade)s?\b(?! old|-old)", re.IGNORECASE)
IDLE = frozenset(
    """said say tell told report accord offici polic author minist ministri spokesman spokeswoman spokesperson statement announc confirm
    least fear believ number toll rose risen climb late earli news agenc media state monday tuesday wednesday thursday friday saturday
    sunday today yesterday morn night even afternoon week day month year hour suspect ap afp reuter associ press p.m a.m u.s abc bbc
    cnn nbc cbs count center show so far mani one two peopl person victim dead death fatal kill die injur injuri wound hurt miss
    unaccount arrest detain rescu evacu evacue displac infect""".split()
)
"""Stems that reports of any two events share."""


class Events:
    """Compares articles by the names in their first sentences, and sentences by what sets two events apart."""

    def __init__(self, prepared: Prepared, windows: Windows) -> None:
        self._prepared, self._windows = prepared, windows
        self._leads: dict[int, frozenset[int]] = {}
        self._stems: dict[int, frozenset[int]] = {}

    @cached_property
    def _idle(self) -> frozenset[int]:
        return frozenset(np.flatnonzero(among(self._prepared.terms, IDLE)).tolist())

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, sentence in enumerate(self._prepared.usable):
            found.setdefault(sentence.article, []).append(row)
        return found

    def alike(self, first: int, second: int) -> bool:
        """Tell whether the first sentences of two articles share enough names to tell of one event."""
        return self._share(first, second, LEAD_NAMES, NAMES_SHARE)

    def akin(self, first: int, second: int) -> bool:
        """Tell whether they share enough names not to tell of two."""
        return self._share(first, second, AKIN_NAMES, AKIN_SHARE)

    def _share(self, first: int, second: int, names: int, share: float) -> bool:
        mine, theirs = self._lead(first), self._lead(second)
        shared = len(mine & theirs)
        return shared >= names and shared >= share * min(len(mine), len(theirs))

    def telling(self, row: int) -> frozenset[int]:
        """Return the content stems of a sentence that tell what happened."""
        return self._windows.whole(row) - self._idle

    def expected(self, a: Mention, b: Mention) -> bool:
        """Tell whether one number is of what is expected, the other of what came."""
        mine, theirs = (self._prepared.texts[mention.row] for mention in (a, b))
        return bool(EXPECTED.search(mine)) != bool(EXPECTED.search(theirs))

    def named(self, row: int, stems: frozenset[int]) -> frozenset[int]:
        """Return those of the stems that are names in a sentence."""
        return self._windows.names(row) & stems

    def apart(self, a: Mention, b: Mention) -> bool:
        """Tell whether years, spans, or names that the other article has nowhere show that two things are counted."""
        mine, theirs = (self._prepared.texts[mention.row] for mention in (a, b))
        if any(bool(one.search(mine)) != bool(one.search(theirs)) for one in ONE_SIDED):
            return True
        if self._years(a, b) != self._years(b, a):
            return True
        spans, others = (frozenset(SPAN.findall(text.lower())) for text in (mine, theirs))
        if spans and others and not spans & others:
            return True
        return bool(self._foreign(a, b) and self._foreign(b, a))

    def _years(self, a: Mention, b: Mention) -> set[str]:
        """Return the years of a sentence, but those in which the two articles were written."""
        usable, articles = self._prepared.usable, self._prepared.articles
        written = {(articles[usable[mention.row].article].published or "")[:4] for mention in (a, b)}
        return set(YEAR.findall(self._prepared.texts[a.row])) - written

    def _foreign(self, a: Mention, b: Mention) -> frozenset[int]:
        """Return the places around a number that the other article does not name."""
        article = self._prepared.usable[b.row].article
        names = (self._windows.names(a.row) & self._windows.near(a)) - self._all(article) - self._idle
        if not names:
            return names
        placed = " ".join(PLACE.findall(self._prepared.texts[a.row]))
        stems = set(language.stems(placed, self._prepared.languages[a.row]))
        return frozenset(name for name in names if self._prepared.terms.vocabulary[name] in stems)

    def _lead(self, article: int) -> frozenset[int]:
        if article not in self._leads:
            rows = self._rows[article][:LEAD]
            self._leads[article] = frozenset().union(*(self._windows.names(row) for row in rows)) - self._idle
        return self._leads[article]

    def _all(self, article: int) -> frozenset[int]:
        if article not in self._stems:
            self._stems[article] = frozenset().union(*(self._windows.whole(row) for row in self._rows[article]))
        return self._stems[article]
