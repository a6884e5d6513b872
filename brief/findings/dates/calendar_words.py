"""Names of months and weekdays, and the arithmetic of dates that the resolver needs."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = (
    rf"(?:{'|'.join(map(str.capitalize, MONTHS['en'].split()))}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|(?=\ \d)))"
)
"""An English month; a short form needs its full stop or a number after it."""
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
NUMBERS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
NUMBERS |= {"a": 1, "an": 1}
NUMBER_OF_MONTH = {name[:3]: n for n, name in enumerate(MONTHS["en"].split(), 1)}
WEEK = 7
YEARS = range(1700, 2100)


def month_number(name: str, language: str = "en") -> int:
    """Return 1 to 12 for a month's name or its English short form; 0 when it is none."""
    folded = name.lower().rstrip(".")
    if language == "en":
        return NUMBER_OF_MONTH.get(folded[:3], 0)
    names = MONTHS[language].split()
    return names.index(folded) + 1 if folded in names else 0


def parse_day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date and time; None when there is none, it is no whole date, or of no news."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in YEARS else None  # near the years 1 and 9999 the calendar ends


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the date; None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(digits: str) -> int:
    """Return the year, or 0 when the number is out of the range news speaks of as years."""
    return int(digits) if int(digits) in YEARS else 0


def month_key(year: int, month: int) -> str:
    """Return 2025-04; months below 1 and above 12 belong to other years."""
    years, index = divmod(month - 1, 12)
    return f"{year + years:04}-{index + 1:02}"


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def last_weekday(published: date, weekday: int) -> date:
    """Return the last such day of the week, the day of publication included."""
    return published - timedelta(days=(published.weekday() - weekday) % WEEK)


def next_weekday(published: date, weekday: int) -> date:
    """Return the next such day of the week, the day of publication included."""
    return published + timedelta(days=(weekday - published.weekday()) % WEEK)


def number(word: str) -> int:
    """Return the value of “3”, “three” or “a”; 0 when it is no number."""
    return int(word) if re.fullmatch(r"\d{1,3}", word) else NUMBERS.get(word.lower(), 0)
