"""Find numbers in running text and read their values: “85,000”, “€148.5 million”, “between 10 and 15”, “one in five”.

Own rules: quantulum3 and recognizers-text read “3 March” and “Boeing 737” as quantities and fail on Python 3.11 and later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec.structs import replace

from .number_words import TABLES, TIME, Table
from .numeral_patterns import SHORT_SCALES, Patterns, patterns_of

Bound = Literal["exact", "least", "most", "about"]
CODES = {"USD": "$", "EUR": "€", "GBP": "£", "US$": "$"}
ORDINAL_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
OF_TIME = ("over", "under", "around", "about", "above", "below")
"""“over three years” is a span more often than a bound."""
FIRST_YEAR, LAST_YEAR = 1000, 2100
DIGITS, WORDS, PART = 1, 2, 4
ANY = DIGITS | WORDS | PART
"""What a text may hold of a number, to be added up."""
QUALIFIER_REACH = 32  # characters before a number in which its qualifier ends


class Numeral(msgspec.Struct, frozen=True):
    """A number in a text. Offsets are of the text given; `start` to `end` is the number with its unit."""

    start: int
    end: int
    value: float
    high: float | None = None
    """The upper end, when the text gives a range."""
    unit: str | None = None
    kind: str = "number"
    """number, money, percent, share, time, length or other."""
    bound: Bound = "exact"
    first: int = -1
    """Where the qualifier starts; -1 without one."""
    year_like: bool = False
    """Four digits that may be a year."""


def numerals(text: str, code: str, holds: int = ANY) -> list[Numeral]:
    """Return the numbers of a text in order; none in a language without a table.

    Of English texts only what they are known to hold (see ANY) is looked for: that takes nine tenths of the time.
    Clock times, dates, ordinals, ages, scores and decimals that may be thousands are no numbers here.
    """
    if code not in TABLES:
        return []
    patterns = patterns_of(code)
    first = patterns.first if code != "en" or holds & WORDS else patterns.first_digit
    found = [numeral for match in _matches(text, first, patterns) if (numeral := _numeral(text, match, patterns))]
    if len(found) > 1:
        found = list(_joined(text, found, patterns))
    if code == "en":
        found = _with_shares(found, list(_shares(text, found, holds)))
    return [_qualified(text, numeral, patterns) for numeral in found]


def _matches(text: str, first: re.Pattern[str], patterns: Patterns) -> Iterator[re.Match[str]]:
    """Yield the numbers as written. `first` finds where one may begin: a third of the time of trying everywhere."""
    end = 0
    for place in first.finditer(text):
        if place.start() >= end and (match := patterns.number.match(text, place.start())):
            end = match.end()
            yield match


def _numeral(text: str, match: re.Match[str], patterns: Patterns) -> Numeral | None:
    value, digits = _value(match, patterns.table), match["digits"]
    if value is None or patterns.skip.match(text, match.end()):
        return None
    scale, sign = (match["scale"] or "").lower(), (match["sign"] or "").strip()
    if scale in SHORT_SCALES and not sign:
        return None
    high = _digits(match["upto"], patterns.table) if match["upto"] else None
    factor = SHORT_SCALES.get(scale) or patterns.table.scales.get(scale, 1.0)
    if high is not None and high <= value:
        return None  # a score
    plain = bool(digits) and len(digits) == 4 and digits.isdigit() and not scale and not sign
    numeral = Numeral(
        start=match.start(),
        end=match.end(),
        value=value * factor,
        high=None if high is None else high * factor,
        unit=CODES.get(sign, sign) or None,
        kind="money" if sign else "number",
        year_like=plain and FIRST_YEAR <= value <= LAST_YEAR,
    )
    return numeral if sign else _with_unit(text, numeral, patterns)


def _with_unit(text: str, numeral: Numeral, patterns: Patterns) -> Numeral:
    match = patterns.unit.match(text, numeral.end)
    if not match or match.lastgroup is None:
        return numeral
    unit, kind = patterns.units[match.lastgroup]
    if kind == TIME:
        unit = match[match.lastgroup].lower().rstrip("s")
    return replace(numeral, end=match.end(), unit=unit, kind=kind, year_like=False)


def _value(match: re.Match[str], table: Table) -> float | None:
    if match["digits"]:
        return _digits(match["digits"], table)
    words = re.split(r"[\s-]+", match["words"].lower())
    total = current = 0.0
    for word in words:
        if word in table.scales:
            current = (current or 1.0) * table.scales[word]
            if table.scales[word] >= 1000:
                total, current = total + current, 0.0
        elif word in ("a", "an"):
            current = current or 1.0  # “half a million”, “a dozen”
        elif word == "half":
            current = 0.5
        elif word != "and":
            current += table.small[word]
    return total + current


def _digits(digits: str, table: Table) -> float | None:
    """Return the value, or None when the separators leave two readings."""
    whole, _, part = digits.partition(table.decimal)
    if table.decimal == "," and len(part) == 3:
        return None  # “2,600” in Mexico is what “2.600” is in Spain
    return float("".join(c for c in whole if c.isdigit()) + ("." + part if part else ""))


def _joined(text: str, found: list[Numeral], patterns: Patterns) -> Iterator[Numeral]:
    """Yield the numbers, two that make a range as one: “10 to 15 people”, “between 200 and 300”."""
    place = 0
    while place < len(found):
        numeral = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        if after and (joined := _range(text, numeral, after, patterns)):
            yield joined
            place += 2
            continue
        yield numeral
        place += 1


def _range(text: str, low: Numeral, high: Numeral, patterns: Patterns) -> Numeral | None:
    link = text[low.end : high.start]
    if len(link) > 6 or not patterns.link.fullmatch(link) or low.high is not None:
        return None
    word, before = link.strip().lower(), text[max(0, low.start - 10) : low.start].lower().split()
    first, middle = patterns.table.between
    if (word == middle) != bool(before and before[-1] == first) or (before and before[-1] in ("from", "von", "de")):
        return None
    factor = _left_out_scale(low, high)
    if low.value * factor >= high.value or (low.unit and low.unit != high.unit):
        return None
    return replace(high, start=low.start, value=low.value * factor, high=high.value, year_like=low.year_like)


def _left_out_scale(low: Numeral, high: Numeral) -> float:
    """“2 to 3 million”: the scale stands once."""
    for scale in (1e9, 1e6, 1e3):
        if high.value >= scale > low.value and low.value < 1000 <= high.value and high.value / scale < 1000:
            return scale
    return 1.0


def _qualified(text: str, numeral: Numeral, patterns: Patterns) -> Numeral:
    before = text[max(0, numeral.start - QUALIFIER_REACH) : numeral.start]
    if patterns.last_words and not before.lower().rstrip().removesuffix(" a").rstrip().endswith(patterns.last_words):
        return numeral
    match = patterns.qualifier.search(before)
    if not match or match.lastgroup is None:
        return numeral
    start = numeral.start - len(before) + match.start()
    if match.lastgroup == "between":
        return replace(numeral, first=start) if numeral.high is not None else numeral
    if numeral.kind == TIME and match[match.lastgroup].lower() in OF_TIME:
        return numeral
    bound: Bound = "least" if match.lastgroup == "least" else "most" if match.lastgroup == "most" else "about"
    return replace(numeral, bound=bound, first=start)


def _with_shares(found: list[Numeral], shares: list[Numeral]) -> list[Numeral]:
    """Put the shares in place of the numbers they are written with."""
    if not shares:
        return found
    kept = [n for n in found if not any(share.start <= n.start < share.end for share in shares)]
    return sorted([*kept, *shares], key=lambda numeral: numeral.start)


def _shares(text: str, found: list[Numeral], holds: int) -> Iterator[Numeral]:
    """Yield “one in five”, “two-thirds of”, “half the”: a share of what is counted."""
    has_part = bool(holds & PART) and any(map(text.__contains__, PARTS))
    if not has_part and not any(OUT_OF.match(text, numeral.end) for numeral in found):
        return
    for match in SHARE.finditer(text):
        if match["part"]:
            top = 1.0 if match["top"].lower() in ("a", "half") else ENGLISH_SMALL[match["top"].lower()]
            value = top / ORDINAL_PARTS[(match["part"] or "half").lower().rstrip("s")]
        elif match["of"]:
            value = _small(match["out"]) / max(1.0, _small(match["of"]))
        else:
            value = 0.5
        if value < 1:
            yield Numeral(match.start(), match.end(), value, unit="share", kind="share")


def _small(word: str) -> float:
    return float(word) if word.isdigit() else ENGLISH_SMALL[word.lower()]


ENGLISH_SMALL = TABLES["en"].small
_ONES = "|".join(sorted(ENGLISH_SMALL, key=len, reverse=True))
PARTS = ("half", "Half", "third", "quarter", "fifth", "tenth")
OUT_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s|\d|[a-z]+\b)")
SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<top>a|one|two|three|four)[\s-](?P<part>thirds?|quarters?|fifths?|tenths?)(?=\s+(?:of|the)\b)"
    rf"|(?P<out>{_ONES}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<of>{_ONES}|\d{{1,3}})\b(?!\s+(?:years|days|months|weeks|hours|minutes|games)\b)"
    r"|half(?=\s+(?:of|the|its|their|his|her)\b))",
    re.IGNORECASE,
)
