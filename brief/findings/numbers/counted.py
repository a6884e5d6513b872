"""What a number counts: the words after it up to the head of the noun phrase. Own rules, no tagger.

In English the head is the first plural after the number (“212 asylum seekers”, “12 police officers”); in German the first
capitalised word; in French, Spanish and Portuguese the noun stands right after the number. Where these do not hold there
is no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ... import language
from .noun_words import (
    AUXILIARY,
    BEFORE_NOUN,
    GERMAN_ADJECTIVE,
    HARMED,
    IRREGULAR,
    NO_PLURAL,
    NOMINAL,
    NOUN_ENDING,
    ONE,
    STOPPING,
)
from .number_words import LENGTH, TIME
from .numerals import Numeral

MASS_LONGEST = 3
LONGEST = 6  # words from the number to the head: “five senior Security Council member countries”


@dataclass(frozen=True)
class Counted:
    """The noun phrase: offsets into the text given; `head` is the stem of its last word."""

    start: int
    end: int
    head: str
    group: float | None = None
    """“82 of the 153 seats”: 153."""
    part: bool = False
    """“two of her clients”: some of those meant."""


TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-’'.&][^\W\d_]+)*")
OF_THEM = re.compile(
    r"(?:\s+out)?\s+of\s+(?:(?:the|its|his|her|their|our|these|those|all|some|about|nearly|more|than|at|least|estimated|an|a|total)\s+)*"
    r"(?:(?P<group>\d[\d,.]*\d|\d)\s+(?P<scale>million\s+|billion\s+)?)?",
    re.IGNORECASE,
)
PAIRED = re.compile(r"(?:\s+and|,)\s+(women|children|girls|boys|adults|women\s+and\s+children)\b")
"""“64 men and women” are 64 together."""
COUNT_BEFORE = re.compile(
    r"\b((?:death )?toll|number of (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+s|people|men|women|children|dead|injured))\b[^.;:,\d]*?"
    r"\b(?:(?:rose|risen|climbed|grew|grown|fell|fallen|dropped|jumped|increased|rising|climbing) to|(?:stood|stands|put|is|was|now) at|"
    r"reached|passed|is|was)\s+$"
)
BEFORE_LONGEST = 120  # characters between what is counted and its number
TOGETHER = re.compile(r"\s+(?:worth\s+)?(?:of|in)\s+(?!the\b|a\b|an\b|an?other\b|which\b|whom\b|[A-Z0-9])")


def counted_words(text: str, numeral: Numeral, code: str) -> Counted | None:
    """Return what a number counts; None when the text does not say it plainly.

    After a number with a unit only “tonnes of fish”, “$2 billion in aid” and “a quarter of the pupils” name what is counted.
    """
    if code != "en":
        return _elsewhere(text, numeral.end, code) if numeral.unit is None else None
    if numeral.kind in (TIME, LENGTH):
        return None
    if numeral.kind in ("share", "percent"):
        return _shared(text, numeral)
    if numeral.unit is not None:
        match = TOGETHER.match(text, numeral.end)
        return _mass(text, match.end()) if match else None
    if numeral.value == 1:
        return _one(text, numeral.end)
    return (
        _partial(text, numeral.end)
        or _english(text, numeral.end)
        or _harmed(text, numeral.end)
        or _before(text, numeral.start if numeral.first < 0 else numeral.first)
    )


def _before(text: str, start: int) -> Counted | None:
    """“The death toll from the earthquake rose to 143”, “the number of sick pupils stood at 31”."""
    match = COUNT_BEFORE.search(text[max(0, start - BEFORE_LONGEST) : start])
    if not match:
        return None
    shift = max(0, start - BEFORE_LONGEST)
    noun = match["noun"] or "dead"
    return Counted(shift + match.start(1), shift + match.end(1), _stem(noun, "en"))


def _shared(text: str, numeral: Numeral) -> Counted | None:
    """“A quarter of the pupils”, “69 percent of the vote”, “one in five teachers”."""
    match = OF_THEM.match(text, numeral.end)
    if match and not match["group"]:
        return _english(text, match.end()) or _mass(text, match.end())
    return _english(text, numeral.end) if numeral.kind == "share" else None


def _partial(text: str, end: int) -> Counted | None:
    """“Two of her clients”, “82 of the 153 seats”."""
    match = OF_THEM.match(text, end)
    found = _english(text, match.end()) if match else None
    if not match or not found:
        return None
    return replace(found, group=_group(match) if match["group"] else None, part=True)


def _group(match: re.Match[str]) -> float:
    scale = (match["scale"] or "").strip().lower()
    return float(match["group"].replace(",", "").rstrip(".")) * {"million": 1e6, "billion": 1e9}.get(scale, 1.0)


def _tokens(text: str, start: int) -> list[re.Match[str]]:
    """Return the words from `start` on with nothing but white space between them."""
    found: list[re.Match[str]] = []
    place = start
    while len(found) < LONGEST:
        match = TOKEN.match(text, _blank(text, place))
        if not match or (place == match.start() and place != start):
            break
        found.append(match)
        place = match.end()
    return found


def _blank(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _english(text: str, start: int) -> Counted | None:
    tokens = _tokens(text, start)
    head = None
    for place, match in enumerate(tokens):
        word = match.group().lower().replace("’", "'")
        if word in STOPPING or word.endswith("'s") or (word.endswith("ly") and place == 0):
            break
        if _plural(match.group()) or (word in NOMINAL and head is None):
            head = place
        elif head is not None and not (match.group()[0].isupper() and tokens[head].group()[0].isupper()):
            break
    if head is None:
        return None
    end = tokens[head].end()
    noun = _stem(tokens[head].group(), "en")
    if pair := PAIRED.match(text, end):
        return Counted(tokens[0].start(), pair.end(), f"{noun}+{_stem(pair[1], 'en')}")
    return Counted(tokens[0].start(), end, noun)


def _one(text: str, end: int) -> Counted | None:
    """“One man died”; in “one of the best”, “no one works” nothing is counted."""
    tokens = _tokens(text, end)[:3]
    for place, match in enumerate(tokens):
        if match.group().lower() in ONE and all(t.group().lower() not in STOPPING for t in tokens[:place]):
            return Counted(tokens[0].start(), match.end(), _stem(match.group(), "en"))
    return None


def _plural(word: str) -> bool:
    folded = word.lower()
    if folded in IRREGULAR or folded.endswith(("women", "-men")):
        return True
    return (
        folded.endswith("s")
        and not folded.endswith(("ss", "ous", "sis"))
        and folded not in NO_PLURAL
        and len(folded) > 3
    )


def _harmed(text: str, end: int) -> Counted | None:
    """“12 were killed”, “40 injured”."""
    for match in _tokens(text, end):
        word = match.group().lower()
        if word in HARMED:
            return Counted(match.start(), match.end(), _stem(word, "en"))
        if word not in AUXILIARY:
            return None
    return None


def _mass(text: str, start: int) -> Counted | None:
    """“in humanitarian aid”, “of fresh water”: the words up to the next stop, three at most."""
    own: list[re.Match[str]] = []
    for match in _tokens(text, start):
        if _ends_mass(match.group(), own[-1].group() if own else ""):
            break
        own.append(match)
        if _plural(match.group()):
            break
    if not own or len(own) > MASS_LONGEST:
        return None
    return Counted(own[0].start(), own[-1].end(), _stem(own[-1].group(), "en"))


def _ends_mass(word: str, before: str) -> bool:
    folded = word.lower().replace("’", "'")
    if folded in STOPPING or folded.endswith("'s"):
        return True
    return bool(before) and (folded.endswith("ed") or (word[0].isupper() and before[0].islower()))


def _elsewhere(text: str, end: int, code: str) -> Counted | None:
    tokens = _tokens(text, _after_of(text, end, code))[:3]
    is_before = _german_adjective if code == "de" else BEFORE_NOUN[code].__contains__
    stop = language.stop_words(code)
    for match in tokens:
        word, folded = match.group(), match.group().lower()
        if folded not in stop and _is_noun(word, code):
            return Counted(tokens[0].start(), match.end(), _stem(word, code))
        if folded in stop or not is_before(word):
            return None
    return None


def _german_adjective(word: str) -> bool:
    return word[0].islower() and word.endswith(GERMAN_ADJECTIVE)


def _is_noun(word: str, code: str) -> bool:
    if code == "de":
        return word[0].isupper() and len(word) > 2
    return word.islower() and len(word) > 3 and word.endswith(NOUN_ENDING[code]) and word not in BEFORE_NOUN[code]


def _after_of(text: str, end: int, code: str) -> int:
    """“2 millions d’habitants”: the noun is after the apostrophe."""
    return end + 1 if code == "fr" and text[end : end + 1] in ("'", "’") else end


@cache
def _stem(word: str, code: str) -> str:
    return language.stemmer(code)(language.fold(word, code))
