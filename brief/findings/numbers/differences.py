"""Reports that differ: the same counted thing with values that cannot both be right, side by side.

Pairs of numbers with the same noun are right in 5 % of cases. What makes them right: the same noun, unit and predicate, the
same words around the number and in the sentence, no other name, and each the other's best. Precision before recall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...citing import cite_sentence, sentence_id
from ...model import Difference, Side
from ...stages import Prepared
from .attribution import said_by
from .figures import words_at
from .mentions import Mention
from .numerals import numerals
from .windows import Windows

NEAR_COSINE, NEAR_SHARED = 0.5, 4  # of the content words around the two numbers …
MORE_COSINE, MORE_SHARED = 0.42, 6  # … or less alike with more of them
MEASURE_COSINE = 0.6  # tonnes that are needed and tonnes that are harvested are worded much alike, and so are shares
MEASURES = frozenset({"percent", "other"})
NO_NOUN = 1  # so many more words must be shared by amounts and percentages that count no noun
WHOLE_COSINE = 0.25  # of the sentences: two outlets word the rest of a sentence each in its own way
RATIO = 2.5  # of the values; further apart two numbers are seldom of one thing
ABOUT = 0.1  # “about 200” agrees with what is within this share of it
UNROUNDED = 100  # below this a count is taken at its word: 60 dead are not 65
ABOVE = 2.0  # “more than 200” agrees with anything up to twice that: 238, not 900
POSTINGS = 64  # a stem that more numbers of one noun share tells nothing; keeps the search for pairs linear
NEVER = frozenset({"time", "length", "share"})
"""Kinds that differ within one story without contradiction: two spans, two distances, two parts."""
VAGUE = frozenset(
    """sourc time thing way reason step day factor point touchdown yard pass goal assist rebound game win season shot hit run
    homer inning set match carri lap""".split()
)
"""Stems of what is counted anew in every report, “two sources told the paper”, or for every player and game."""
YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,])")
MARKET = re.compile(r"\b(?:index|dow|nasdaq|stocks?|shares|futures|traded|trading)\b", re.IGNORECASE)
"""Prices change by the minute: two reports of one day need not disagree."""
EARLIER = re.compile(
    r"\b(?:previous|earlier|former|compared (?:with|to)|(?:up|down|increase|decrease|rise|fall) from|record of|instead of|than)\b[^,;]*$"
)
EARLIER_REACH = 50
RISEN = re.compile(
    r"\b(?:rose|rises|risen|climbed|raised|revised|increased|grew|jumped|up)\s+(?:sharply\s+|further\s+)?(?:to|from)\b",
    re.IGNORECASE,
)

HUMAN = frozenset("peopl person dead death fatal bodi die kill injuri injur wound hurt miss arrest detain".split())
"""Stems of nouns that only say that people are counted, or what became of them."""

Group = Sequence[Mention]


@dataclass(frozen=True)
class _Pair:
    first: int
    second: int
    score: float


def differences(prepared: Prepared, groups: Sequence[Group], windows: Windows) -> tuple[Difference, ...]:
    """Return the differences between the groups of mentions (see figures.grouped), in the order of the sources."""
    finder = _Finder(prepared, groups, windows)
    found = [_difference(prepared, [groups[pair.first], groups[pair.second]]) for pair in finder.pairs()]
    return tuple(difference for difference in found if difference is not None)


class _Finder:
    """Finds the pairs of groups that differ."""

    def __init__(self, prepared: Prepared, groups: Sequence[Group], windows: Windows) -> None:
        self._prepared, self._groups, self._windows = prepared, groups, windows
        self._values: dict[int, list[tuple[float, str | None]]] = {}

    def pairs(self) -> list[_Pair]:
        """Return the pairs of which each is the other's best."""
        scored = [pair for first, second in self._candidates() if (pair := self._score(first, second))]
        best: dict[int, _Pair] = {}
        for pair in sorted(scored, key=lambda pair: (-pair.score, pair.first, pair.second)):
            best.setdefault(pair.first, pair)
            best.setdefault(pair.second, pair)
        return [pair for pair in scored if best[pair.first] is pair and best[pair.second] is pair]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield groups of one noun and unit that share a stem around their numbers."""
        holders: dict[tuple[str | int | None, str | None, int], list[int]] = {}
        for place, group in enumerate(self._groups):
            if group[0].kind in NEVER or group[0].added or group[0].part or group[0].head in VAGUE:
                continue
            noun = self._noun(group[0])
            stems = sorted({stem for mention in group for stem in self._windows.near(mention)})
            lists = [holders.setdefault((noun, group[0].unit, stem), []) for stem in stems]
            for other in sorted({other for own in lists if len(own) <= POSTINGS for other in own}):
                yield other, place
            for own in lists:
                own.append(place)

    def _noun(self, mention: Mention) -> str | int | None:
        """Return what is counted; all who died are one thing: “12 people killed”, “12 dead”, “12 deaths”."""
        fate = self._windows.fate(mention) if mention.head in HUMAN else None
        return mention.head if fate is None else fate

    def _score(self, first: int, second: int) -> _Pair | None:
        mine, theirs = self._groups[first], self._groups[second]
        if agree(mine[0], theirs[0]) or not self._comparable(mine[0], theirs[0]):
            return None
        scores = [score for a in mine for b in theirs if (score := self._alike(a, b))]
        return _Pair(first, second, round(max(scores), 6)) if scores else None

    def _comparable(self, mine: Mention, theirs: Mention) -> bool:
        low, high = sorted((mine.value, theirs.value))
        if mine.unit is not None and self._counted(mine) != self._counted(theirs):
            return False  # damages and punitive damages
        return low > 0 and high / low <= RATIO and (mine.of is None or theirs.of is None or mine.of == theirs.of)

    def _counted(self, mention: Mention) -> str:
        return words_at(self._prepared, mention, mention.counted).lower() if mention.counted else ""

    def _alike(self, a: Mention, b: Mention) -> float:
        """Return how sure it is that two mentions count the same thing; 0 when it is not."""
        windows, usable = self._windows, self._prepared.usable
        if usable[a.row].article == usable[b.row].article:
            return 0.0
        near, far = windows.near(a), windows.near(b)
        shared = len(near & far) - (NO_NOUN if a.head is None else 0)
        if shared < NEAR_SHARED or self._both_in_one(a, b):
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
        text = self._prepared.articles[self._prepared.usable[mention.row].article].text
        return bool(EARLIER.search(text[max(0, mention.start - EARLIER_REACH) : mention.start]))

    def _conflict(self, a: Mention, b: Mention) -> bool:
        """Tell whether other names, another fate or another year show that two things are counted."""
        windows, texts = self._windows, self._prepared.texts
        near, far = windows.near(a), windows.near(b)
        mine, theirs = windows.names(a.row), windows.names(b.row)
        if (mine & near) - theirs and (theirs & far) - mine:
            return True
        if windows.fate(a) != windows.fate(b):
            return True
        if a.head in (None, "point") and MARKET.search(texts[a.row] + texts[b.row]):
            return True
        if self._earlier(a) != self._earlier(b):
            return True
        years, others = set(YEAR.findall(texts[a.row])), set(YEAR.findall(texts[b.row]))
        return bool(years and others and not years & others)


def agree(mine: Mention, theirs: Mention) -> bool:
    """Tell whether two numbers can both be right: 238 and “more than 200”, “about 200” and 210."""
    if _rounded(mine, theirs):
        return True
    low, high = _reach(mine)
    least, most = _reach(theirs)
    return low <= most and least <= high


def _rounded(mine: Mention, theirs: Mention) -> bool:
    """Tell whether one number may be the other rounded: $61 billion and $61.2 billion. Small counts are not rounded."""
    far = abs(mine.value - theirs.value)
    large = max(mine.value, theirs.value)
    if mine.unit is None and large < UNROUNDED:
        return False
    return far <= max(_step(mine.value), _step(theirs.value)) / 2 and far <= ABOUT * large


def _step(value: float) -> float:
    """Return the power of ten that a number is written to: 1,000 of 61,000, 0.1 of 4.5."""
    power = 0
    whole = round(value * 100)
    while whole and whole % 10 == 0:
        whole //= 10
        power += 1
    return float(10.0 ** (power - 2))


def _reach(mention: Mention) -> tuple[float, float]:
    """Return the least and the most that a number says."""
    low, high = mention.value, mention.high or mention.value
    match mention.bound:
        case "least":
            return low, high * ABOVE
        case "most":
            return low / ABOVE, high
        case "about":
            return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _difference(prepared: Prepared, groups: Sequence[Group]) -> Difference | None:
    """Return the difference, by date; None when one origin gives both values and no date tells which is the later."""
    sides = sorted(
        (_side(prepared, group) for group in groups), key=lambda side: (side.published or "", side.citation.source)
    )
    of, usable = prepared.origins.of, prepared.usable
    origins = [{of[usable[mention.row].article] for mention in group} for group in groups]
    one = len(set().union(*origins)) == 1
    dates = {side.published for side in sides}
    if one and (None in dates or len(dates) == 1):
        return None
    risen = RISEN.search(sides[-1].citation.exact) and len(dates) > 1
    about = words_at(prepared, groups[0][0], groups[0][0].counted) if groups[0][0].counted else sides[0].text
    return Difference(about=about, kind="update" if one or risen else "differ", sides=tuple(sides))


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
