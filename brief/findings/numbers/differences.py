"""Reports that differ: the same counted thing with values that cannot both be right, side by side.

Pairs of numbers with the same noun are right in 5 % of cases. Three ways lead to more: what became of the people counted, in
articles of one event (tolls.py); the same noun, described alike, in such articles (same_noun.py); and much the same words around
both numbers, each the other's best (here). Nothing may set the two apart (events.py). Precision before recall.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from ...citing import cite_sentence, sentence_id
from ...growth import RISEN, formerly
from ...model import Difference, Side
from ...stages import Prepared
from .agreement import agree
from .attribution import said_by
from .events import Events
from .figures import words_at
from .mentions import Mention, article_text
from .numerals import numerals
from .pairs import Pair
from .same_noun import SameNoun
from .tolls import of_all, toll_pairs
from .windows import Windows

NEAR_COSINE, NEAR_SHARED = 0.5, 4  # of the content words around the two numbers …
MORE_COSINE, MORE_SHARED = 0.42, 6  # … or less alike with more of them
MEASURE_COSINE = 0.6  # tonnes that are needed and tonnes that are harvested are worded much alike, and so are shares
LEAST_SHARED = 3  # of all rules; spares the rest
MEASURES = frozenset({"percent", "other"})
NO_NOUN = 1  # so many more words must be shared by amounts and percentages that count no noun
WHOLE_COSINE = 0.25  # of the sentences: two outlets word the rest of a sentence each in its own way
RATIO = 2.5  # of the values; further apart two numbers are seldom of one thing
POSTINGS = 64  # a stem that more numbers of one noun share tells nothing; keeps the search for pairs linear
NEVER = frozenset({"time", "length", "share"})
"""Kinds that differ within one story without contradiction: two spans, two distances, two parts."""
VAGUE = frozenset(
    """sourc time thing way reason step day factor point touchdown yard pass goal assist rebound game win season shot hit run
    homer inning set match carri lap count""".split()
)
"""Stems of what is counted anew in every report, “two sources told the paper”, or for every player and game."""
MARKET = re.compile(r"\b(?:index|dow|nasdaq|stocks?|shares|futures|traded|trading)\b", re.IGNORECASE)
"""Prices change by the minute: two reports of one day need not disagree."""
EARLIER = re.compile(
    r"\b(?:previous|earlier|former|compared (?:with|to)|(?:up|down|increase|decrease|rise|fall) from|record of|instead of|than)\b[^,;]*$"
)
EARLIER_REACH = 50  # characters before a number in which such words stand
RISEN_REACH = 20  # characters from “rose to” to the number
MOVED, MOVED_SHARED = 2.0, 2
"""A sentence that says so itself needs to share no more words around the number, and goes before all that are only alike."""

HUMAN = frozenset("peopl person dead death fatal bodi die kill injuri injur wound hurt miss arrest detain".split())
"""Stems of nouns that only say that people are counted, or what became of them."""

Group = Sequence[Mention]
_Key = tuple[str | int | None, str | None]


def differences(prepared: Prepared, groups: Sequence[Group], windows: Windows) -> tuple[Difference, ...]:
    """Return the differences between the groups of mentions (see figures.grouped), in the order of the sources."""
    events = Events(prepared, windows)
    tolls = toll_pairs(prepared, groups, events)
    counted = {number for pair in tolls for number in (pair.first, pair.second)}
    finder = _Finder(prepared, groups, windows, events)
    others = [pair for pair in finder.pairs() if not counted & {pair.first, pair.second}]
    found = [_difference(prepared, groups, own) for own in _together([*tolls, *others])]
    return tuple(difference for difference in found if difference is not None)


def _together(pairs: Sequence[Pair]) -> list[dict[int, Mention]]:
    """Put together counts that all differ from each other, as 86, 143 and 150 dead: for each group the mention to be shown."""
    ordered = sorted(pairs, key=lambda pair: (pair.first, pair.second))
    known = {(pair.first, pair.second) for pair in ordered}
    found: list[dict[int, Mention]] = []
    for pair in ordered:
        mine = dict(zip((pair.first, pair.second), pair.likest, strict=True))
        joined = next((own for own in found if _all_paired(own, mine, known)), None)
        if joined is None:
            found.append(mine)
        else:
            joined |= mine
    return [dict(sorted(own.items())) for own in found]


def _all_paired(own: Mapping[int, Mention], mine: Mapping[int, Mention], known: Collection[tuple[int, int]]) -> bool:
    """Tell whether the pair shares a group and each of its groups differs from all others, or gives the same value."""
    return bool(own.keys() & mine.keys()) and all(
        (min(a, b), max(a, b)) in known or own[a].value == mine[b].value for a in own for b in mine if a != b
    )


class _Finder:
    """Finds the pairs of groups that differ."""

    def __init__(self, prepared: Prepared, groups: Sequence[Group], windows: Windows, events: Events) -> None:
        self._prepared, self._groups, self._windows = prepared, groups, windows
        self._events = events
        self._same_noun = SameNoun(prepared, windows, events)
        self._values: dict[int, list[tuple[float, str | None]]] = {}

    def pairs(self) -> list[Pair]:
        """Return the pairs of which each is the other's best."""
        scored = [pair for first, second in sorted(self._candidates()) if (pair := self._score(first, second))]
        best: dict[int, Pair] = {}
        for pair in sorted(scored, key=lambda pair: (-pair.score, pair.first, pair.second)):
            best.setdefault(pair.first, pair)
            best.setdefault(pair.second, pair)
        return [pair for pair in scored if best[pair.first] is pair and best[pair.second] is pair]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield groups of one noun and unit that share a stem around their numbers."""
        holders: dict[tuple[_Key, int], list[int]] = {}
        for key, places in self._by_key().items():
            for place in places:
                stems = sorted({stem for mention in self._groups[place] for stem in self._windows.near(mention)})
                lists = [holders.setdefault((key, stem), []) for stem in stems]
                for other in sorted({other for own in lists if len(own) <= POSTINGS for other in own}):
                    yield other, place
                for own in lists:
                    own.append(place)

    def _by_key(self) -> dict[_Key, list[int]]:
        """Return the groups that may differ by noun and unit, where there is more than one."""
        found: dict[_Key, list[int]] = {}
        for place, group in enumerate(self._groups):
            if not (group[0].kind in NEVER or group[0].added or group[0].part or group[0].head in VAGUE):
                found.setdefault((self._noun(group[0]), group[0].unit), []).append(place)
        return {key: places for key, places in found.items() if len(places) > 1}

    def _noun(self, mention: Mention) -> str | int | None:
        """Return what is counted; all who died are one thing: “12 people killed”, “12 dead”, “12 deaths”."""
        fate = self._windows.fate(mention) if mention.head in HUMAN else None
        return mention.head if fate is None else fate

    def _score(self, first: int, second: int) -> Pair | None:
        mine, theirs = self._groups[first], self._groups[second]
        if agree(mine[0], theirs[0]) or not self._comparable(mine[0], theirs[0]):
            return None
        found = [(score, a, b) for a in mine for b in theirs if (score := round(self._alike(a, b), 6))]
        if not found:
            return None
        score, a, b = max(found, key=lambda one: one[0])  # of equals the first
        return Pair(first, second, score, (a, b))

    def _comparable(self, mine: Mention, theirs: Mention) -> bool:
        low, high = sorted((mine.value, theirs.value))
        if mine.unit is not None and self._counted(mine) != self._counted(theirs):
            return False  # damages and punitive damages
        return low > 0 and high / low <= RATIO and (mine.of is None or theirs.of is None or mine.of == theirs.of)

    def _counted(self, mention: Mention) -> str:
        return words_at(self._prepared, mention, mention.counted).lower() if mention.counted else ""

    def _alike(self, a: Mention, b: Mention) -> float:
        """Return how sure it is that two mentions count the same thing; 0 when it is not."""
        usable = self._prepared.usable
        shared = len(self._windows.near(a) & self._windows.near(b))
        if shared < MOVED_SHARED or usable[a.row].article == usable[b.row].article:
            return 0.0
        if self._moved(a, b) or self._moved(b, a):
            return MOVED
        if shared < LEAST_SHARED or self._earlier(a) != self._earlier(b) or self._both_in_one(a, b):
            return 0.0
        if score := self._worded_alike(a, b):
            return score
        return self._same_noun.alike(a, b) if a.head and a.head not in HUMAN else 0.0

    def _moved(self, old: Mention, new: Mention) -> bool:
        """Tell whether the one sentence says that the other's number moved: “to 26 million crowns from 18 million”."""
        sentence = self._prepared.usable[new.row]
        words = formerly(self._text(new, sentence.start, new.start), self._text(new, new.end, sentence.end))
        if not words or not RISEN.search(self._prepared.texts[new.row]) or not self._later(old, new):
            return False
        if new.value in {value for value, _ in self._numbers(old.row)}:
            return False
        return any(one.value == old.value for one in numerals(words, "en"))

    def _later(self, old: Mention, new: Mention) -> bool:
        articles, usable = self._prepared.articles, self._prepared.usable
        first, second = (articles[usable[mention.row].article].published or "" for mention in (old, new))
        return "" < first < second

    def _text(self, mention: Mention, start: int, end: int) -> str:
        return " ".join(article_text(self._prepared, mention, start, end).split())

    def _worded_alike(self, a: Mention, b: Mention) -> float:
        """Tell it by the words around the numbers alone."""
        windows = self._windows
        near, far = windows.near(a), windows.near(b)
        shared = len(near & far) - (NO_NOUN if a.head is None else 0)
        if shared < NEAR_SHARED:
            return 0.0
        cosine = windows.cosine(near, far)
        least = MEASURE_COSINE if a.kind in MEASURES else MORE_COSINE if shared >= MORE_SHARED else NEAR_COSINE
        if cosine < least or self._conflict(a, b):
            return 0.0
        whole = windows.cosine(windows.whole(a.row), windows.whole(b.row))
        return cosine + whole if whole >= WHOLE_COSINE else 0.0

    def _both_in_one(self, a: Mention, b: Mention) -> bool:
        """Tell whether one sentence gives both values; or, where no noun tells them apart, others of the unit."""
        mine, theirs = self._numbers(a.row), self._numbers(b.row)
        values = {value for value, _ in [*mine, *theirs]}
        if a.value in {value for value, _ in theirs} or b.value in {value for value, _ in mine}:
            return True
        if a.value + b.value in values or abs(a.value - b.value) in values:
            return True  # one is a part of the other: five counts of one kind, six of another, 11 in all
        own, other = ({value for value, unit in numbers if unit == a.unit} for numbers in (mine, theirs))
        return a.head is None and (len(own - other) > 1 or len(other - own) > 1)

    def _numbers(self, row: int) -> list[tuple[float, str | None]]:
        """Return all numbers of a sentence with their units, figures or not."""
        if row not in self._values:
            prepared = self._prepared
            found = numerals(prepared.texts[row], prepared.languages[row])
            self._values[row] = [(n.value, n.unit) for n in found] + [(n.high, n.unit) for n in found if n.high]
        return self._values[row]

    def _earlier(self, mention: Mention) -> bool:
        """Tell whether the number is given to compare with: “up from”, “the previous reward of”."""
        return bool(EARLIER.search(article_text(self._prepared, mention, mention.start - EARLIER_REACH, mention.start)))

    def _conflict(self, a: Mention, b: Mention) -> bool:
        """Tell whether other names, another fate or another year show that two things are counted."""
        windows, texts = self._windows, self._prepared.texts
        if windows.fate(a) != windows.fate(b):
            return True
        if a.head in (None, "point") and MARKET.search(texts[a.row] + texts[b.row]):
            return True
        if self._events.apart(a, b) or self._events.expected(a, b):
            return True
        if a.head in HUMAN:
            return not (of_all(self._prepared, a) and of_all(self._prepared, b))
        return not self._same_noun.comparable(a, b)


def _difference(prepared: Prepared, groups: Sequence[Group], shown: Mapping[int, Mention]) -> Difference | None:
    """Return the difference, by date; None when one origin gives all values and no date tells which is the later."""
    values: dict[float, list[Mention]] = {}
    for number, mention in shown.items():
        values.setdefault(mention.value, []).extend([mention, *(own for own in groups[number] if own != mention)])
    made = [(_side(prepared, own), own) for own in values.values()]
    made.sort(key=lambda pair: (pair[0].published or "", _risen(pair[0]), pair[0].citation.source))
    sides = tuple(side for side, _ in made)
    days = [_days(prepared, own) for _, own in made]
    one = len(set().union(*days)) == 1
    followed = any(
        all("" < mine[origin] < theirs[origin] for mine, theirs in pairwise(days))
        for origin in set(days[0]).intersection(*days)
    )
    if one and not (followed or (_risen(sides[-1]) and not _risen(sides[0]))):
        return None
    first = next(iter(shown.values()))
    about = words_at(prepared, first, first.counted) if first.counted else sides[0].text
    return Difference(about=about, kind="update" if one or followed else "differ", sides=sides)


def _days(prepared: Prepared, group: Group) -> dict[int, str]:
    """Return for each origin of a number the day it gave it first."""
    days: dict[int, str] = {}
    for mention in group:
        article = prepared.usable[mention.row].article
        origin, day = prepared.origins.of[article], prepared.articles[article].published or ""
        days[origin] = min(days.get(origin, day), day)
    return days


def _risen(side: Side) -> bool:
    """Tell whether the sentence says that its number took the place of another."""
    text = " ".join(side.citation.exact.split())
    start = text.find(side.text)
    return any(start - RISEN_REACH <= match.end() <= start + len(side.text) for match in RISEN.finditer(text))


def _side(prepared: Prepared, group: Group) -> Side:
    first, *others = group
    sentence = prepared.usable[first.row]
    article = prepared.articles[sentence.article]
    return Side(
        text=words_at(prepared, first, (first.start, first.end)),
        value=first.value,
        published=article.published,
        said_by=said_by(prepared.texts[first.row]) if prepared.languages[first.row] == "en" else None,
        sentence=sentence_id(sentence),
        citation=cite_sentence(prepared.articles, sentence),
        also_in=tuple(cite_sentence(prepared.articles, prepared.usable[other.row]) for other in others),
    )
