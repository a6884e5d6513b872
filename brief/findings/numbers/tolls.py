"""How many were killed, hurt, arrested, evacuated …: the count each article gives of an event, compared between articles.

An article gives many such numbers: parts (“three people in the Jeep”), earlier events (“a similar fire left 29 dead”), sums.
The one compared is the first it gives of a fate that is none of these; two are compared when the articles tell of one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...growth import RISEN
from ...stages import Prepared
from .agreement import agree, rounded
from .events import LEAD, Events
from .fates import HEADS, PEOPLE, fate
from .mentions import Mention
from .pairs import Pair

RATIO = 4.0  # of the values: a first count is soon overtaken, but by more than this it is of another thing
RATIO_AKIN = 2.5  # where the leads share fewer names
LATEST = 10  # sentences; farther down an article tells of what was before
SHARED = 3  # content stems of the two sentences, what became of the people and who says so aside
SHARED_LEADS = 4  # where the leads share fewer names
SHARED_AGAIN = 2  # in the same outlet
PART = re.compile(
    r"(?:\b(?:including|include[sd]?|among (?:them|those|whom|the dead)|of (?:them|whom|those)|along with|as well as|besides|"
    r"in addition to|plus|other than|apart from|except|the first|the last|those)\s+(?:\w+\s+){0,2}|"
    r"\b(?:all but|among|(?:some|many|most|half) of)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
"""Before a number: some of those it happened to."""
PLACED = re.compile(
    r"(?:\s\w+){0,2}\s+(?:there|here)\b|[^.;,]{0,24}?\bor (?:killed|injured|wounded|dead|missing|hurt)\b"
)
"""Behind it: “killed six people there”, “four people killed or injured”."""
OTHER = re.compile(
    r"\b(?:previous(?:ly)?|similar(?:ly)?|last (?:year|month|week|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)|(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)|in recent (?:years|months|weeks)|"
    r"each year|every year|a year|annually|per year|so far this year|this year|anniversary|a day earlier|"
    r"the day before|on average|another|an? (?:third|fourth|fifth|sixth))\b",
    re.IGNORECASE,
)
"""The sentence tells of other events, too, or of many."""
COUNTED = PEOPLE | frozenset(HEADS)
"""Stems of nouns that are compared by what became of them."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True)
class Toll:
    """The count that an article gives of a fate."""

    group: int
    article: int
    fate: str
    mention: Mention


@dataclass(frozen=True)
class _Told:
    """What an article gives of one fate: the count, and all values."""

    main: Toll
    values: frozenset[float]


def toll_pairs(prepared: Prepared, groups: Sequence[Sequence[Mention]], events: Events) -> list[Pair]:
    """Return the pairs of groups that count what became of the people in one event, and disagree."""
    told = list(_told(prepared, groups))
    found = []
    for place, mine in enumerate(told):
        for theirs in told[place + 1 :]:
            if _may_differ(prepared, mine, theirs) and _one_event(prepared, events, mine.main, theirs.main):
                found.append(_pair(mine.main, theirs.main))
    return found


def _pair(a: Toll, b: Toll) -> Pair:
    first, second = sorted((a, b), key=lambda toll: toll.group)
    return Pair(first.group, second.group, 1.0, (first.mention, second.mention))


def _one_event(prepared: Prepared, events: Events, a: Toll, b: Toll) -> bool:
    """Tell whether the two sentences share what happened, the articles their names, and nothing speaks against it."""
    texts, of = prepared.texts, prepared.origins.of
    rows = (a.mention.row, b.mention.row)
    shared = events.telling(rows[0]) & events.telling(rows[1])
    again = of[a.article] == of[b.article]
    if len(shared) < (SHARED_AGAIN if again else SHARED) or events.apart(a.mention, b.mention):
        return False
    if not again and not any(RISEN.search(texts[row]) for row in rows) and _other_days(texts[rows[0]], texts[rows[1]]):
        return False
    return events.alike(a.article, b.article) or (len(shared) >= SHARED_LEADS and _akin(prepared, events, a, b, shared))


def _other_days(mine: str, theirs: str) -> bool:
    days, others = (frozenset(WEEKDAY.findall(text)) for text in (mine, theirs))
    return bool(days and others and not days & others)


def _akin(prepared: Prepared, events: Events, a: Toll, b: Toll, shared: frozenset[int]) -> bool:
    """Tell it of two leads that share a name and the day, where the articles share fewer names."""
    rows = (a.mention.row, b.mention.row)
    low, high = sorted((a.mention.value, b.mention.value))
    return (
        all(prepared.usable[row].number <= LEAD for row in rows)
        and bool(events.named(rows[0], shared))
        and high <= RATIO_AKIN * low
        and not _other_days(prepared.texts[rows[0]], prepared.texts[rows[1]])
        and events.akin(a.article, b.article)
    )


def _may_differ(prepared: Prepared, mine: _Told, theirs: _Told) -> bool:
    a, b = mine.main, theirs.main
    if a.fate != b.fate or a.article == b.article:
        return False
    if rounded(a.mention, b.mention) or (agree(a.mention, b.mention) and not _overtaken(prepared, a, b)):
        return False
    low, high = sorted((a.mention.value, b.mention.value))
    return high <= RATIO * low and a.mention.value not in theirs.values and b.mention.value not in mine.values


def _overtaken(prepared: Prepared, a: Toll, b: Toll) -> bool:
    """Tell whether the higher number took the place of the lower: “at least 86” said by who says later that it rose to 143."""
    low, high = (a, b) if a.mention.value < b.mention.value else (b, a)
    first, second = (prepared.articles[toll.article].published or "" for toll in (low, high))
    of = prepared.origins.of
    later = bool(RISEN.search(prepared.texts[high.mention.row])) or "" < first < second
    return later and of[low.article] == of[high.article]


def _told(prepared: Prepared, groups: Sequence[Sequence[Mention]]) -> Iterator[_Told]:
    """Yield what each article gives of each fate, in the order of the groups."""
    found: dict[tuple[int, str], list[tuple[int, Mention]]] = {}
    for number, group in enumerate(groups):
        if group[0].unit is None and group[0].head in COUNTED:
            for mention in group:
                if own := _fate(prepared, mention):
                    found.setdefault((prepared.usable[mention.row].article, own), []).append((number, mention))
    for (article, own), given in found.items():
        values = frozenset(mention.value for _, mention in given)
        mains = [(number, mention) for number, mention in given if _is_main(prepared, mention, given)]
        if mains:
            number, mention = min(mains, key=lambda pair: (pair[1].row, pair[1].start))
            yield _Told(Toll(number, article, own, mention), values)


def _fate(prepared: Prepared, mention: Mention) -> str | None:
    if prepared.languages[mention.row] != "en":
        return None
    sentence = prepared.usable[mention.row]
    shift = sentence.start
    text = sentence.text.replace("\n", " ")
    return fate(text, (mention.start - shift, mention.end - shift), mention.number[0] - shift, mention.head)


def _is_main(prepared: Prepared, mention: Mention, given: Sequence[tuple[int, Mention]]) -> bool:
    """Tell whether a number is of all it happened to in this event, and the only one in its sentence."""
    if prepared.usable[mention.row].number > LATEST or not of_all(prepared, mention):
        return False
    return len({other.value for _, other in given if other.row == mention.row}) == 1


def of_all(prepared: Prepared, mention: Mention) -> bool:
    """Tell whether a number of people is of all it happened to: no part, no addition, no other event."""
    if mention.added or mention.part or mention.of is not None:
        return False
    sentence = prepared.usable[mention.row]
    before = sentence.text[: mention.start - sentence.start].replace("\n", " ")
    after = sentence.text[mention.end - sentence.start :].replace("\n", " ")
    return not (PART.search(before) or PLACED.match(after) or OTHER.search(prepared.texts[mention.row]))
