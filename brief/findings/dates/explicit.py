"""Days written with numbers: 14 April 2025, April 14, from 3 to 5 March, 2025-04-14."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from .calendar_words import MONTH, WEEKDAY, WEEKDAYS, make_day, month_number, year_of
from .found import Found, Given, NoDate, Value, day_value
from .tense import Tense, tense

YEAR = r"(?:1[7-9]|20)\d\d"
D = r"[0-3]?\d(?:st|nd|rd|th)?"
DASH = r"\s?[-–—]\s?"
BETWEEN = r"(?:(?<=[Bb]etween\s\d)|(?<=[Bb]etween\s\d\d))\sand\s"
RELATIVE_YEAR = r"(?:,?\s(?:of\s)?(?P<relative>last|this|next)\syear\b)"
FAR, NEAR = 300, 65
"""Days. A day whose tense puts it ten months off while its other year is at most two months off is of that other year:
a writer would have named the year."""
NAMED_AFTER_A_DAY = 183
"""Days. “The Oct. 7 attack” is of any year; within half a year of the article the nearest one is meant."""
SHORT_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())

DIGITS = re.compile(r"\d[-/.]\d")
ISO = re.compile(r"(?<![\d/.-])(\d{4})-(\d\d)-(\d\d)(?![\d/-])")
SLASHED = re.compile(r"(?<![\d/.-])(\d\d?)([/.])(\d\d?)\2(\d{4})(?![\d/])")
DAY = re.compile(
    rf"(?=[\dJFMASONDTW])(?:(?P<weekday>{WEEKDAY}),?\s\(?)?"
    rf"(?:\b(?P<d1>{D})(?:(?:{DASH}|\s(?:to|through|until)\s|{BETWEEN})(?P<d2>{D}))?\s(?:of\s)?(?P<m1>{MONTH})(?!\w)"
    rf"|\b(?P<m2>{MONTH})\s(?P<d3>{D})(?:(?:{DASH}|\s(?:to|through|until)\s)(?P<d4>{D}))?\b(?!:\d|%|[.,]\d))"
    rf"(?:,?\s(?P<year>{YEAR})\b(?!,\d)|{RELATIVE_YEAR})?"
)
"""What it may begin with is looked at first: a third of the time."""
DAY_TO_DAY = re.compile(rf"^(?:{DASH}|\s(?:to|and|through|until|till)\s)$")
BOUNDS = frozenset(("before", "after", "prior to", "beyond", "following", "than"))
"""“Before 2010”: the event is on any other day than the one named."""
ATTRIBUTE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|that|this|last|’s|'s)|['’]s)\s$", re.IGNORECASE)
ATTACK = re.compile(r",? (?:\w+ )?(?:attacks?|terror|suicide|massacre|riot|insurrection|committee|commission)")
FAMOUS = {(9, 11), (10, 7), (1, 6)}
"""Days that stand for the attacks of 2001, 2023 and 2021, whatever the year of the article."""


def numeric(given: Given) -> Iterator[Found]:
    """Find dates of digits alone; one that may be read two ways stays unresolved."""
    if not DIGITS.search(given.text):
        return
    for match in ISO.finditer(given.text):
        if (day := make_day(*map(int, match.groups()))) and day.year in range(1700, 2100):
            yield Found(given.lead(match.start())[0], match.end(), day_value(day))
    for match in SLASHED.finditer(given.text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        readings = {day for day in (make_day(year, second, first), make_day(year, first, second)) if day}
        if readings and year_of(match[4]):
            value = day_value(readings.pop()) if len(readings) == 1 else NoDate.UNRESOLVED
            yield Found(given.lead(match.start())[0], match.end(), value)


def days(given: Given) -> Iterator[Found]:
    """Find days of a named month, alone and as spans."""
    if not given.has(SHORT_MONTHS):
        return
    matches = list(DAY.finditer(given.text))
    taken = -1
    for match, after in zip_longest(matches, matches[1:]):
        if match.start() < taken:
            continue
        start, lead = given.lead(match.start())
        if after and lead != "and" and _joined(given, match, after, lead):
            taken = after.end()
            yield Found(start, taken, _span(given, match, after))
        else:
            yield Found(start, match.end(), _day(given, match, lead))


def _joined(given: Given, match: re.Match[str], after: re.Match[str], lead: str) -> bool:
    between = given.text[match.end() : after.start()]
    return bool(DAY_TO_DAY.match(between)) and (between.strip() != "and" or lead == "between")


def _span(given: Given, first: re.Match[str], last: re.Match[str]) -> Value | NoDate:
    """Return the span between two days; the year of one is the year of both."""
    end = _date_of(given, last, last["d1"] or last["d3"], None)
    start = _date_of(given, first, first["d1"] or first["d3"], end.year if end and not first["year"] else None)
    if start and end and start > end and not first["year"]:
        start = make_day(start.year - 1, start.month, start.day)
    return day_value(start, end) if start and end and start < end else NoDate.UNRESOLVED


def _day(given: Given, match: re.Match[str], lead: str) -> Value | NoDate:
    named = _named(given, match)
    if named or lead in BOUNDS:
        return NoDate.NONE
    number = match["d1"] or match["d3"]
    if not _exists(match, number):
        return NoDate.NONE
    day = _date_of(given, match, number, None)
    if day is None or _of_any_year(given, match, day):
        return NoDate.UNRESOLVED
    if until := match["d2"] or match["d4"]:
        last = _date_of(given, match, until, day.year)
        return day_value(day, last) if last and last > day else NoDate.NONE
    return day_value(day)


def _exists(match: re.Match[str], number: str) -> bool:
    year = int(match["year"]) if match["year"] else 2024  # a leap year: any day of the calendar
    return make_day(year, month_number(match["m1"] or match["m2"]), int(number.rstrip("stndrh"))) is not None


def _named(given: Given, match: re.Match[str]) -> bool:
    """Tell whether the day is part of a name: “the April 6 Movement”, “the Sept. 11 attacks”."""
    if match["year"] or not ATTRIBUTE.search(given.before(match.start())):
        return False
    day = month_number(match["m1"] or match["m2"]), int((match["d1"] or match["d3"]).rstrip("stndrh"))
    rest = given.after(match.end())
    return re.match(r" [A-Z][a-z]", rest) is not None or (day in FAMOUS and ATTACK.match(rest) is not None)


def _of_any_year(given: Given, match: re.Match[str], day: date) -> bool:
    if match["year"] or match["relative"] or given.published is None:
        return False
    attribute = ATTRIBUTE.search(given.before(match.start())) and re.match(r" [a-z]", given.after(match.end()))
    return bool(attribute) and abs((day - given.published).days) > NAMED_AFTER_A_DAY


def _date_of(given: Given, match: re.Match[str], number: str, year: int | None) -> date | None:
    month, day = month_number(match["m1"] or match["m2"]), int(number.rstrip("stndrh"))
    if match["year"]:
        return make_day(int(match["year"]), month, day)
    if year is not None:
        return make_day(year, month, day)
    if given.published is None:
        return None
    if match["relative"]:
        return make_day(given.published.year + {"last": -1, "this": 0, "next": 1}[match["relative"]], month, day)
    weekday = WEEKDAYS.index(match["weekday"]) if match["weekday"] else None
    return nearest_day(given.published, month, day, tense(given.text, *match.span()), weekday)


def nearest_day(published: date, month: int, day: int, told: Tense, weekday: int | None = None) -> date | None:
    """Return the day of the year the tense points to; a day of the week, where given, must agree."""
    found = [make_day(published.year + shift, month, day) for shift in (-1, 0, 1)]
    dates = [one for one in found if one and weekday in (None, one.weekday())]
    past = max((one for one in dates if one <= published), default=None)
    future = min((one for one in dates if one > published or (one == published and told == "future")), default=None)
    if past is None or future is None:
        return past or future
    back, ahead = (published - past).days, (future - published).days
    if told == "past":
        return future if back > FAR and ahead <= NEAR else past
    if told == "future":
        return past if ahead > FAR and back <= NEAR else future
    return past if back <= ahead else future
