"""Every number in the usable sentences that counts or measures something, with its offsets in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec
import numpy as np
from msgspec.structs import replace

from ... import language
from ...lookup import kinds_by_row, kinds_of
from ...model import Sentence
from ...stages import Prepared
from ...terms import Terms
from .counted import Counted, counted_words
from .noun_words import PEOPLE
from .number_words import MONTHS, SHORT_MONTHS, TABLES
from .numerals import DIGITS, PART, PARTS, WORDS, Bound, Numeral, numerals

LABEL = re.compile(
    rf"(?:\b(?:{MONTHS}|{SHORT_MONTHS}|no|nos|number|numbers|page|pages|p|pp|chapter|articles?|sections?|line|lines|room|channel|"
    r"highway|route|interstate|flight|pier|gate|grade|size|aged?|age of|ages|version|phase|level|type|parts?|act|title|rule|clause|"
    r"paragraph|resolution|game|lot|under-|day|week|year|figure|table|item|box|psalm|verse|category|class|zone|district|ward|"
    r"area code|zip|unit|model|of|the year|score of)\.?|#)\s*$",
    re.IGNORECASE,
)
"""Before a number: it names, and counts nothing. “of 12” is “the age of 12”, “the 12 of 14”; with a noun after it it counts."""
LONGEST_LABEL = 24  # characters that hold the longest label and the character before it
OF = re.compile(r"\bof\s*$", re.IGNORECASE)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight nearly about around some over".split()
)
LAST_WORD = re.compile(r"([^\W\d_][\w.'’&-]*)[\s(]*$")
LONGEST = 2000  # characters; a longer “sentence” is a list or a table without full stops, where no rule holds
REACH = 40  # characters before a number that are looked at
ADDED = re.compile(r"\b(?:another|additional|extra|other|further|remaining)\s*$", re.IGNORECASE)
AND = re.compile(r"\band\s*$")
"""“Joel Stager and two researchers”: two besides the one named."""
MORE = re.compile(r"\s*(?:more|other|others|additional|further|extra|new)\b", re.IGNORECASE)
CONVERSION = re.compile(r"\(\s*(?:or |about |some |roughly |US|approximately )*$")


class Mention(msgspec.Struct, frozen=True):
    """A number and what it counts. Offsets are of the article's text; `start` to `end` is the phrase cited."""

    row: int
    start: int
    end: int
    number: tuple[int, int]
    """The number with its sign, scale and unit."""
    value: float
    high: float | None
    bound: Bound
    qualifier: tuple[int, int] | None
    unit: str | None
    kind: str
    counted: tuple[int, int] | None
    head: str | None
    """The stem of the counted noun."""
    added: bool
    """“another 12”, “12 more”: counts besides others."""
    of: float | None
    """The group that it is a part of: 153 in “82 of the 153 seats”."""
    part: bool
    """Some of those meant: “two of her clients”."""


def article_text(prepared: Prepared, mention: Mention, start: int, end: int) -> str:
    """Return the text of a mention's article between two offsets; before its beginning there is none."""
    return prepared.articles[prepared.usable[mention.row].article].text[max(0, start) : end]


def mentions(prepared: Prepared) -> list[Mention]:
    """Return the mentions in the order of the sources. Languages without a table have none."""
    found: list[Mention] = []
    for row, holds in _with_numbers(prepared.terms, prepared.languages):
        if len(prepared.usable[row].text) <= LONGEST:
            found += _in_sentence(row, prepared.usable[row], prepared.languages[row], holds)
    return found


def _with_numbers(terms: Terms, languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the rows that hold a digit or a number word, and which: the pattern for numbers need not see the others."""
    kinds = _kinds_of_stems(tuple(sorted(set(languages) & set(TABLES))))
    of_stem = kinds_of(terms, kinds)
    of_stem[terms.is_number] |= DIGITS
    holds = kinds_by_row(terms, of_stem)
    for row in np.flatnonzero(holds & (DIGITS | WORDS)).tolist():
        if languages[row] in TABLES:
            yield row, int(holds[row])


@cache
def _kinds_of_stems(codes: tuple[str, ...]) -> Mapping[str, int]:
    """Return what of a number the stem of each number word is."""
    kinds: dict[str, int] = {}
    for code in codes:
        stem = language.stemmer(code)
        for word in _number_words(code):
            kinds[stem(word)] = WORDS
    for part in PARTS:
        stem_of_part = language.stemmer("en")(part.lower())
        kinds[stem_of_part] = kinds.get(stem_of_part, 0) | PART
    return kinds


def _number_words(code: str) -> Iterator[str]:
    table = TABLES[code]
    yield from table.small
    for scale in table.scales:
        yield from scale.split()
    if code == "en":
        yield from ("half", "third", "quarter", "thirds", "quarters")


def _in_sentence(row: int, sentence: Sentence, code: str, holds: int) -> list[Mention]:
    text = sentence.text
    found: list[Mention] = []
    for numeral in numerals(text, code, holds):
        counted = counted_words(text, numeral, code)
        if _counts(text, numeral, counted, code):
            mention = _mention(row, sentence, numeral, counted)
            found.append(
                mention
                if found or not AND.search(text[: mention.start - sentence.start][-REACH:])
                else replace(mention, added=True)
            )
    return found


def _counts(text: str, numeral: Numeral, counted: Counted | None, code: str) -> bool:
    """Tell whether the number is a figure: it has a unit or counts a noun, and is no name, label, year or conversion."""
    if counted is None and (numeral.unit is None or numeral.kind == "share"):
        return False
    before = text[max(0, numeral.start - REACH) : numeral.start]
    if numeral.kind != "number":
        return not CONVERSION.search(before) and not (code != "en" and numeral.kind == "time")
    people = counted is not None and text[counted.start : counted.end].split()[-1].lower() in PEOPLE
    if numeral.year_like and not people and numeral.bound == "exact":
        return False
    return not _is_name(text, numeral, before, people, code)


def _is_name(text: str, numeral: Numeral, before: str, people: bool, code: str) -> bool:
    """“Boeing 737 jets”, “Group of Seven countries”, “Resolution 1199 demands”."""
    written = text[numeral.start : numeral.end]
    if written[0].isupper() and before.strip(" \n\t“\"'‘("):
        return True
    if numeral.first >= 0 or people or "," in written:
        return False
    if LABEL.search(before[-LONGEST_LABEL:]) and not OF.search(before[-LONGEST_LABEL:]):
        return True
    word = LAST_WORD.search(before)
    if not word or not word[1][0].isupper():
        return False
    folded = word[1].lower()
    return folded not in DAYS and folded not in language.stop_words(code)


def _mention(row: int, sentence: Sentence, numeral: Numeral, counted: Counted | None) -> Mention:
    text, offset = sentence.text, sentence.start
    first = numeral.first if numeral.first >= 0 else numeral.start
    phrase = [first, numeral.end, *((counted.start, counted.end) if counted else ())]
    qualifier = (offset + first, offset + first + len(text[first : numeral.start].rstrip()))
    added = bool(ADDED.search(text[max(0, first - 16) : first]) or MORE.match(text, numeral.end))
    return Mention(
        row=row,
        start=offset + min(phrase),
        end=offset + max(phrase),
        number=(offset + numeral.start, offset + numeral.end),
        value=numeral.value,
        high=numeral.high,
        bound=numeral.bound,
        qualifier=qualifier if first < numeral.start else None,
        unit=numeral.unit,
        kind=numeral.kind,
        counted=(offset + counted.start, offset + counted.end) if counted else None,
        head=counted.head if counted else None,
        added=added,
        of=counted.group if counted else None,
        part=counted.part if counted else False,
    )
