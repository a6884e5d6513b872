"""What a number counts: the words after it up to the head of the noun phrase. Own rules, no tagger.

In English the head is the first plural after the number (“212 asylum seekers”, “12 police officers”); in German the first
capitalised word; in French, Spanish and Portuguese the noun stands right after the number. Where these do not hold there
is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import msgspec
from msgspec.structs import replace

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


class Counted(msgspec.Struct, frozen=True):
    """The noun phrase: offsets into the text given; `head` is the stem of its last word."""

    start: int
    end: int
    head: str
    group: float | None = None
    """“82 of the 153 seats”: 153."""
    part: bool = False
    """“two of her clients”: some of those meant."""


TOKEN = re.compile(r"\s*(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-’'.&][^\W\d_]+)*)")
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
    before = text[max(0, start - BEFORE_LONGEST) : start]
    match = COUNT_BEFORE.search(before) if "toll" in before or "number of" in before else None
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


class Word(msgspec.Struct, frozen=True):
    """A word and its offsets."""

    text: str
    start: int
    end: int


def _words(text: str, start: int) -> Iterator[Word]:
    """Yield the words from `start` on with nothing but white space between them."""
    place = start
    for _ in range(LONGEST):
        match = TOKEN.match(text, place)
        if not match or (place == match.start("word") and place != start):
            return
        place = match.end()
        yield Word(match["word"], match.start("word"), place)


def _english(text: str, start: int) -> Counted | None:
    first = head = None
    for word in _words(text, start):
        low = word.text.lower().replace("’", "'")
        if low in STOPPING or low.endswith("'s") or (low.endswith("ly") and first is None):
            break
        first = first or word
        if _plural(word.text) or (low in NOMINAL and head is None):
            head = word
        elif head is not None and not (word.text[0].isupper() and head.text[0].isupper()):
            break
    if first is None or head is None:
        return None
    noun = _stem(head.text, "en")
    if pair := PAIRED.match(text, head.end):
        return Counted(first.start, pair.end(), f"{noun}+{_stem(pair[1], 'en')}")
    return Counted(first.start, head.end, noun)


def _one(text: str, end: int) -> Counted | None:
    """“One man died”; in “one of the best”, “no one works” nothing is counted."""
    first = None
    for word in islice(_words(text, end), 3):
        low = word.text.lower()
        first = first or word
        if low in ONE:
            return Counted(first.start, word.end, _stem(word.text, "en"))
        if low in STOPPING:
            return None
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
    for word in _words(text, end):
        low = word.text.lower()
        if low in HARMED:
            return Counted(word.start, word.end, _stem(low, "en"))
        if low not in AUXILIARY:
            return None
    return None


def _mass(text: str, start: int) -> Counted | None:
    """“in humanitarian aid”, “of fresh water”: the words up to the next stop, three at most."""
    own: list[Word] = []
    for word in _words(text, start):
        if _ends_mass(word.text, own[-1].text if own else ""):
            break
        own.append(word)
        if _plural(word.text):
            break
    if not own or len(own) > MASS_LONGEST:
        return None
    return Counted(own[0].start, own[-1].end, _stem(own[-1].text, "en"))


def _ends_mass(word: str, before: str) -> bool:
    folded = word.lower().replace("’", "'")
    if folded in STOPPING or folded.endswith("'s"):
        return True
    return bool(before) and (folded.endswith("ed") or (word[0].isupper() and before[0].islower()))


def _elsewhere(text: str, end: int, code: str) -> Counted | None:
    is_before = _german_adjective if code == "de" else BEFORE_NOUN[code].__contains__
    stop = language.stop_words(code)
    first = None
    for word in islice(_words(text, _after_of(text, end, code)), 3):
        first = first or word
        folded = word.text.lower()
        if folded not in stop and _is_noun(word.text, code):
            return Counted(first.start, word.end, _stem(word.text, code))
        if folded in stop or not is_before(word.text):
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
