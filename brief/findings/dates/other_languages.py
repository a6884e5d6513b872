"""Days and months with a name in German, Spanish, French and Portuguese: 3. März 2026, 3 de marzo, en avril 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .calendar_words import MONTHS, make_day, month_key, month_number
from .explicit import nearest_day
from .found import Found, Given, NoDate, Value, day_value

YEAR = r"(?:1[7-9]|20)\d\d"
OF = {"de": r"", "fr": r"", "es": r"(?:de\s|del\s)?", "pt": r"(?:de\s)?"}


def other_languages(given: Given, language: str) -> Iterator[Found]:
    """Find days and months with a name. Without a year the nearest day is meant: no tense is read in these languages."""
    if language not in OF:
        return
    for match in _pattern(language).finditer(given.text):
        month = month_number(match["month"], language)
        if month and (match["day"] or match["year"]):
            yield Found(*match.span(), _value(given, match, month))


def _value(given: Given, match: re.Match[str], month: int) -> Value | NoDate:
    if not match["day"]:
        return Value(month_key(int(match["year"]), month), None, "month")
    number = int(match["day"])
    if match["year"]:
        day = make_day(int(match["year"]), month, number)
        return day_value(day) if day else NoDate.NONE
    day = nearest_day(given.published, month, number, "") if given.published else None
    return day_value(day) if day else NoDate.UNRESOLVED


@cache
def _pattern(language: str) -> re.Pattern[str]:
    of = OF[language]
    months = "|".join(MONTHS[language].split())
    return re.compile(
        rf"\b(?:(?P<day>[0-3]?\d)(?:\.|er|º|°)?\s{of})?(?P<month>{months})\b(?:\s{of}(?P<year>{YEAR})\b)?",
        re.IGNORECASE,
    )
