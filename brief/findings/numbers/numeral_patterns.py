"""The regular expressions that find numbers in running text, made from the table of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .number_words import LENGTH, OTHER_UNIT, TABLES, TIME, UNITS, UNITS_OF_LENGTH, UNITS_OF_TIME, Table

SIGNS = r"(?:US|A|C|HK|NZ)?[$€£¥]|(?:USD|EUR|GBP)\s"
SHORT_SCALES = {"m": 1e6, "k": 1e3, "tn": 1e12, "mn": 1e6}
"""Only after a sign of money: elsewhere “5 m” are metres and “10k” is a race."""


FIRST_DIGIT = re.compile(
    r"[\d$€£¥UACHNEG](?<![\w.,/:'’#-].)"
    r"(?:(?<=[\d$€£¥])|(?<=U)(?:S\$|SD\s)|(?<=[AC])\$|(?<=H)K\$|(?<=N)Z\$|(?<=E)UR\s|(?<=G)BP\s)"
)


@dataclass(frozen=True)
class Patterns:
    """One language."""

    table: Table
    first: re.Pattern[str]
    """How a number may begin."""
    first_digit: re.Pattern[str]
    """The same where the text has no number word: found in two fifths of the time."""
    number: re.Pattern[str]
    """Groups: sign, digits, upto (the end of a range in digits), words, scale."""
    unit: re.Pattern[str]
    units: Mapping[str, tuple[str, str]]
    """Group of `unit` → unit and kind."""
    skip: re.Pattern[str]
    """What makes the number before it no figure."""
    qualifier: re.Pattern[str]
    """Groups: least, most, about, between; ends where the number starts."""
    last_words: tuple[str, ...]
    """With which a qualifier may end: that is looked at in a fifth of the time the pattern takes. Empty where it is not known."""
    link: re.Pattern[str]
    """Between the ends of a range."""


@cache
def patterns_of(code: str) -> Patterns:
    """Return the patterns of a language of TABLES."""
    table = TABLES[code]
    units = _units(code, table)
    joined = "|".join(rf"(?P<{group}>{pattern})" for group, (pattern, _, _) in units.items())
    to = rf"{table.to}|or|{table.between[1]}|\-|–" if code == "en" else rf"{table.to}|{table.between[1]}"
    return Patterns(
        table=table,
        first=_first(code, table),
        first_digit=FIRST_DIGIT,
        number=_number(code, table),
        # “(?!\s)” keeps the pattern from trying every unit again at the blank: half of its time.
        unit=re.compile(rf"(?:\s+|-|(?<=\bd)['’])?(?!\s)(?:{joined})(?!\w)", re.IGNORECASE),
        units={group: (unit, kind) for group, (_, unit, kind) in units.items()},
        skip=re.compile(rf"(?:\s+|-)?(?:{table.skip})", re.IGNORECASE),
        qualifier=_qualifier(table),
        last_words=_last_words(table) if code == "en" else (),
        link=re.compile(rf"\s?(?:{to})\s?", re.IGNORECASE),
    )


def _number(code: str, table: Table) -> re.Pattern[str]:
    small, scales = _either(table.small), _either(table.scales)
    digits = rf"{table.grouped}(?:{re.escape(table.decimal)}\d+)?|\d+(?:{re.escape(table.decimal)}\d+)?"
    start = rf"{small}|(?:half\s+)?an?(?=[\s-](?:{scales})\b)|half(?=[\s-](?:{scales})\b)" if code == "en" else small
    more = rf"[\s-]+(?:{small}|{scales})\b|(?<=hundred)\s+and\s+(?:{small})\b|(?<=thousand)\s+and\s+(?:{small})\b"
    words = rf"(?:{start})\b(?:{more})*" if code == "en" else rf"(?:{small})\b"
    return re.compile(
        rf"(?<![\w.,/:'’#-])(?<!\d\s)(?:(?P<sign>{SIGNS})\s?)?"
        rf"(?:(?P<digits>{digits})(?:\s?[-–—]\s?(?P<upto>{digits}))?|(?P<words>{words}))"
        rf"(?:(?:\s+|-)?(?P<scale>{scales}|{'|'.join(SHORT_SCALES)})\b(?:\.(?=\s+[a-zA-Z€$]))?(?:\s+de\b|\s+d(?=['’]))?)?"
        r"(?![\w/:]|(?<!\bd)['’]|[.,]\d|[-–—]\w)",
        re.IGNORECASE,
    )


def _qualifier(table: Table) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<least>{_either(table.more)})|(?P<most>{_either(table.less)})|(?P<about>{_either(table.about)})"
        rf"|(?P<between>{table.between[0]}))\s+(?:a\s+)?$",
        re.IGNORECASE,
    )


def _last_words(table: Table) -> tuple[str, ...]:
    phrases = [*table.more.split("|"), *table.less.split("|"), *table.about.split("|"), table.between[0]]
    return tuple(dict.fromkeys(phrase.split()[-1] for phrase in phrases))


def _either(words: Mapping[str, object] | str) -> str:
    """Return the alternatives, longest first, any white space for a blank."""
    phrases = [phrase.strip() for phrase in words.split("|")] if isinstance(words, str) else list(words)
    return "|".join(sorted((phrase.replace(" ", r"\s+") for phrase in phrases), key=lambda p: (-len(p), p)))


def _first(code: str, table: Table) -> re.Pattern[str]:
    """Return the pattern of how a number begins; by first letter and without IGNORECASE, which is what makes it fast."""
    by_letter: dict[str, list[str]] = {}
    for word in table.small:
        by_letter.setdefault(word[0], []).append(word[1:])
    words = "|".join(rf"[{c.upper()}{c}](?:{'|'.join(rest)})" for c, rest in by_letter.items())
    lone = r"|[Hh]alf[\s-]|[Aa]n?[\s-](?:" + "|".join(table.scales) + ")" if code == "en" else ""
    letters = "".join(
        sorted({letter for c in by_letter for letter in (c, c.upper())} | set("aAhHUCNEG" if lone else "UACHNEG"))
    )
    return re.compile(
        rf"(?<![\w.,/:'’#-])(?=[\d$€£¥{letters}])(?:[\d$€£¥]|(?:US|A|C|HK|NZ)\$|(?:USD|EUR|GBP)\s|{words}{lone})"
    )


def _units(code: str, table: Table) -> dict[str, tuple[str, str, str]]:
    """Return group → pattern, unit, kind; English only has measures, elsewhere a wrong one is worse than none."""
    rows = [(table.percent, "%", "percent"), *((word, sign, "money") for word, sign in table.money.items())]
    if code == "en":
        rows += [(word, unit, OTHER_UNIT) for word, unit in UNITS.items()]
        rows += [(word, unit, LENGTH) for word, unit in UNITS_OF_LENGTH.items()]
        rows.append((UNITS_OF_TIME, "", TIME))
    return {
        f"u{place}": (rf"(?:{pattern.replace(' ', '[ ]+')})", unit, kind)
        for place, (pattern, unit, kind) in enumerate(rows)
    }
