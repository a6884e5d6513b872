"""What must agree besides the words before one sentence is said to support another.

Numbers, days, negation, plans and deeds, opposites, and who did it to whom. All of it is read off the stems, so that
nothing is tokenized again. The lists are English; for other languages numbers, negation and word order are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from itertools import compress
from typing import NamedTuple

from .. import language
from ..terms import Terms

YEAR = re.compile(r"(?:19|20)\d\d")
SEPARATOR = re.compile(r"[.,](?=\d{3}(?!\d))")
UNITS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: str(number) for number, word in enumerate(UNITS, 2)}
NUMBER_WORDS |= {word: str(10 * number) for number, word in enumerate(TENS, 2)}
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december jan feb aug sept oct nov dec""".split()
)
MONTHS_OR_WORDS = frozenset({"may", "march", "mar", "apr"})
"""Months only beside a number."""
NOT = frozenset(
    """no not never none nobody neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't hasn't
    haven't hadn't won't wouldn't couldn't shouldn't nicht kein keine nie nunca jamás ne pas jamais não""".split()
)
REVERSERS = "deny denied refuse refused fail failed decline declined reject rejected unable prevent prevented".split()
"""“Refused to sign” and “signed” share every word but one."""
PLANNED = "will would shall".split()
PLANS = "plan expected scheduled set intend hope vowed want".split()
"""Before “to”: “a plan” alone plans nothing."""
POSSIBLE = "may might could".split()
TO_BE = frozenset({"is", "are", "was", "were"})
SCOPE = 3  # content words behind “not” that it may turn round: “refused to accept the election results”
REACH = 7  # words in which they must stand
MISSING = 8  # content words of which one may be missing: of shorter sentences each word tells
SAID = (
    0.5  # of the words beside names and numbers: two sentences on the same four hostages need not say the same of them
)
SPREAD = 3.0  # times the words of the sentence: what is strewn over a paragraph was not said together
ARM = 6  # words on either side of a verb in which its subject and its object are looked for
ANTONYMS = tuple(
    frozenset(pair.split("/"))
    for pair in """rise/fall rise/drop increase/decrease win/lose accept/reject approve/reject approve/deny confirm/deny
    arrive/leave open/close start/end begin/end begin/stop allow/ban allow/block allow/forbid support/oppose
    grant/deny grant/refuse guilty/innocent convict/acquit release/detain release/hold free/jail up/down higher/lower
    more/fewer more/less before/after pass/fail strengthen/weaken legal/illegal lawful/unlawful hire/fire uphold/overturn
    uphold/strike admit/deny arrest/release import/export profit/loss first/last north/south east/west lift/impose
    gain/loss buy/sell early/late oldest/youngest largest/smallest highest/lowest""".split()
)
AT_LEAST, AT_MOST = "at least", "at most"
BOUNDS = {
    ("more", "than"): AT_LEAST, ("at", "least"): AT_LEAST, ("greater", "than"): AT_LEAST,
    ("less", "than"): AT_MOST, ("fewer", "than"): AT_MOST, ("up", "to"): AT_MOST, ("at", "most"): AT_MOST,
}  # fmt: skip
BOUND = {"over": AT_LEAST, "above": AT_LEAST, "exceed": AT_LEAST, "near": AT_MOST, "almost": AT_MOST, "under": AT_MOST}
"""Stems that stand right before a number."""


class Scope(NamedTuple):
    """What “not”, “will” or “may” is about."""

    heads: frozenset[str]
    """The first content word behind it, where the word stands nowhere else in the sentence."""
    reach: frozenset[str]
    """All content words that it may be about."""


class Facts:
    """What of a sentence must agree. Each is worked out when it is asked for: most pairs differ in the first already."""

    def __init__(self, words: list[str], content: list[bool], names: list[bool]) -> None:
        """Take the stems in order, and which of them are content words and names."""
        self.words, self._content, self._names = words, content, names

    @cached_property
    def stems(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """Content words."""
        return frozenset(compress(self.words, self._content))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Content words but names and numbers: what is said of them."""
        return frozenset(word for word in compress(self.words, self._heads) if not word[0].isdigit())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it, in digits."""
        return frozenset(self._numbers.values())

    @cached_property
    def figures(self) -> frozenset[str]:
        """Numbers in digits that are no years."""
        digits = ((self.words[place], number) for place, number in self._numbers.items())
        return frozenset(number for word, number in digits if word[0].isdigit() and not YEAR.fullmatch(word))

    @cached_property
    def bounds(self) -> frozenset[tuple[str, str]]:
        """(“at least” or “at most”, number)."""
        numbers = self._numbers.items()
        return frozenset((bound, number) for place, number in numbers if (bound := _bound(self.words, place)))

    @cached_property
    def days(self) -> frozenset[str]:
        """Days of the week and months."""
        found = {word for place, word in enumerate(self.words) if word in MONTHS_OR_WORDS and self._beside(place)}
        return frozenset(found) | (self.stems & _stems(tuple(DAYS)))

    @cached_property
    def negates(self) -> bool:
        """Whether “not” or “refused” stands in it."""
        return not _negators().isdisjoint(self.stems)

    @cached_property
    def negated(self) -> Scope:
        """What “not” is about."""
        return _scope(self.words, self._heads, [word in _negators() for word in self.words], [])

    @cached_property
    def planned(self) -> Scope:
        """What “will” is about."""
        plans = [_plans(self.words, place) for place in range(len(self.words))]
        return _scope(self.words, self._heads, plans, ["to", "must", "should", *POSSIBLE])

    @cached_property
    def possible(self) -> Scope:
        """What “may” is about."""
        return _scope(self.words, self._heads, [word in POSSIBLE and word not in self.days for word in self.words], [])

    @cached_property
    def acts(self) -> frozenset[tuple[str, str, str]]:
        """(name before, content word, name after): who did what to whom."""
        names = [name and word not in self.days for name, word in zip(self._names, self.words, strict=True)]
        return _acts(self.words, self._content, names)

    @cached_property
    def _heads(self) -> list[bool]:
        return [own and not name for own, name in zip(self._content, self._names, strict=True)]

    @cached_property
    def _numbers(self) -> dict[int, str]:
        return {place: number for place, word in enumerate(self.words) if (number := _number(self.words, place, word))}

    def _beside(self, place: int) -> bool:
        return place - 1 in self._numbers or place + 1 in self._numbers


class Agreement:
    """Compares rows of `terms`; what is known of a row is worked out when it is first asked for."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._known: dict[int, Facts] = {}

    def agree(self, printed: int, other: int) -> bool:
        """Tell whether nothing of what the first row says is contradicted or missing in the second."""
        mine, theirs = self.facts(printed), self.facts(other)
        return (
            len(mine.content - theirs.stems) <= len(mine.content) // MISSING
            and mine.numbers <= theirs.numbers
            and mine.days <= theirs.days
            and {bound for bound in theirs.bounds if bound[1] in mine.numbers} == mine.bounds
            and (theirs.negates or not mine.negates)
            and len(mine.plain & theirs.stems) >= SAID * len(mine.plain)
            and _span(theirs.words, mine.plain & theirs.stems) <= SPREAD * len(mine.words)
            and not self.contradict(printed, other)
        )

    def contradict(self, first: int, second: int) -> bool:
        """Tell whether the rows cannot both be meant: one negates, plans or turns round what the other says."""
        mine, theirs = self.facts(first), self.facts(second)
        scopes = (
            (mine.negated, theirs.negated),
            (mine.planned, theirs.planned),
            (mine.possible, theirs.possible),
        )
        differs = any(
            own.heads & theirs.stems - their.reach or their.heads & mine.stems - own.reach for own, their in scopes
        )
        swapped = any((after, act, before) in theirs.acts for before, act, after in mine.acts)
        return differs or swapped or _opposite(mine.stems, theirs.stems)

    def apart(self, first: int, second: int) -> bool:
        """Tell whether the rows report two things: both have figures, or days, and share none."""
        mine, theirs = self.facts(first), self.facts(second)
        pairs = ((mine.figures, theirs.figures), (mine.days, theirs.days))
        return any(own and their and not own & their for own, their in pairs)

    def facts(self, row: int) -> Facts:
        """Return what must agree of a row."""
        if row not in self._known:
            tokens = self._terms.tokens[row].tolist()
            words = [self._terms.vocabulary[token] for token in tokens]
            content = [bool(self._terms.is_content[token]) for token in tokens]
            names = [bool(self._terms.is_name[token]) and not self._terms.is_number[token] for token in tokens]
            self._known[row] = Facts(words, content, names)
        return self._known[row]


def _number(words: list[str], place: int, word: str) -> str:
    """Return the number a word is, in digits; “the two” counts nothing new."""
    if word[0].isdigit():
        return SEPARATOR.sub("", word)
    return NUMBER_WORDS.get(word, "") if not place or words[place - 1] != "the" else ""


def _bound(words: list[str], place: int) -> str:
    before, last = (words[place - 2] if place > 1 else ""), (words[place - 1] if place else "")
    return BOUNDS.get((before, last), "") or BOUND.get(last, "")


def _plans(words: list[str], place: int) -> bool:
    """“Is to vote”, “plans to vote”, “will vote”."""
    if words[place] == "to" and place:
        before = words[place - 2] if words[place - 1] == "due" and place > 1 else words[place - 1]
        return before in TO_BE | _stems(tuple(PLANS))
    return words[place] in PLANNED


def _scope(words: list[str], content: list[bool], operators: list[bool], also: list[str]) -> Scope:
    """Return what the operators are about; words of `also` reach as far and have no head of their own.

    “To vote” is no deed, and no plan either: it agrees with both.
    """
    heads: Counter[str] = Counter()
    reach: set[str] = set()
    for place, operator in enumerate(operators):
        if operator or words[place] in also:
            last = min(place + 1 + REACH, len(words))
            behind = [words[p] for p in range(place + 1, last) if content[p] and not operators[p]]
            reach.update(behind[:SCOPE])
            heads.update(behind[:1] if operator else ())
    return Scope(frozenset(word for word, count in heads.items() if count == words.count(word)), frozenset(reach))


def _acts(words: list[str], content: list[bool], names: list[bool]) -> frozenset[tuple[str, str, str]]:
    """Return each content word with the nearest names on its two sides; “by” turns them round."""
    found = set()
    named = [place for place, name in enumerate(names) if name]
    for place, word in enumerate(words if len(named) > 1 else ()):
        if not content[place] or names[place] or word[0].isdigit():
            continue
        before = max((p for p in named if place - ARM <= p < place), default=None)
        after = min((p for p in named if place < p <= place + ARM), default=None)
        if before is not None and after is not None:
            passive = "by" in words[place + 1 : place + 3]
            pair = (words[after], words[before]) if passive else (words[before], words[after])
            found.add((pair[0], word, pair[1]))
    return frozenset(act for act in found if act[0] != act[2] and (act[2], act[1], act[0]) not in found)


def _span(words: list[str], wanted: frozenset[str]) -> int:
    """Return the length of the shortest run of words that holds all that are wanted."""
    places = [place for place, word in enumerate(words) if word in wanted]
    count: Counter[str] = Counter()
    first, missing, best = 0, len(wanted), len(words)
    for place in places:
        missing -= not count[words[place]]
        count[words[place]] += 1
        while not missing:
            best = min(best, place - places[first] + 1)
            count[words[places[first]]] -= 1
            missing += not count[words[places[first]]]
            first += 1
    return best


def _opposite(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether one has a word where the other has its opposite."""
    only, other = mine - theirs, theirs - mine
    return any(not (pair.isdisjoint(only) or pair.isdisjoint(other)) for pair in _antonyms())


@cache
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(language.stemmer("en"), words)) | frozenset(words)


@cache
def _negators() -> frozenset[str]:
    return _stems(tuple(REVERSERS)) | NOT


@cache
def _antonyms() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(language.stemmer("en"), pair)) for pair in ANTONYMS)
