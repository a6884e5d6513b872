"""Weekdays, yesterday, last week, three days ago: resolved against the article's day and the tense of the clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .calendar_words import (
    NUMBERS,
    WEEK,
    WEEKDAY,
    WEEKDAYS,
    last_weekday,
    month_key,
    next_weekday,
    number,
    week_of,
)
from .found import Found, Given, NoDate, Value, day_value
from .periods import quarter_number, quarter_value
from .tense import Tense, after, opens_clause, tense

DAY_OF_WEEK = re.compile(
    rf"(?P<day>{WEEKDAY})(?P<plural>s\b)?(?:\s(?:to|through|until|and)\s(?P<last>{WEEKDAY})(?!\w))?"
    r"(?:\s(?:early\s)?(?:morning|afternoon|evening|night)\b)?(?P<owns>['’]s?\b)?(?![\w’'])"
)
WHICH = re.compile(
    r"(?<!\w)(?:last|this past|this coming|this|next|every|each|an?|one|some|most|the (?:following|previous|same|next)|that)\s$",
    re.IGNORECASE,
)
LONGEST_WHICH = 24  # characters that hold the longest of them, and of HOLIDAY, with the character before it
HOLIDAY = re.compile(
    r"\b(?:Black|Good|Ash|Palm|Bloody|Super|Easter|Maundy|Holy|Cyber|Giving|Fat|Shrove|Whit|Mad"
    r"|(?:Mail|Independent|Scotland)\son)\s$"
)
"""Days with a name of their own, and newspapers."""
NAMED = re.compile(r"\b[Tt]he\s$")
CLAUSE = re.compile("[,;]")
NOT_UNTIL = re.compile(r"\b(?:not|never|no|nothing|nobody|n['’]t)\b[^,;]*$")
RECURRING = frozenset(("every", "each", "a", "an", "one", "some", "most"))
AHEAD = frozenset(("by", "until", "till", "starting", "beginning"))
BEHIND = frozenset(("since", "following"))

COUNT = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
NEAR_DAYS = (
    "yesterday",
    "oday",
    "onight",
    "omorrow",
    "his morning",
    "his afternoon",
    "his evening",
    "ast night",
    "Yesterday",
)
PERIODS = tuple(f"{which} {unit}" for which in ("ast", "his", "ext") for unit in ("week", "month", "year", "quarter"))
ENDS = ("of the week", "of the month", "of the year", "year end", "year-end", "year's end", "year’s end")
SEASONS = ("summer", "winter", "spring", "autumn", "fall")
NEAR_DAY = re.compile(
    r"(?=[ytl])\b(?P<word>the day before yesterday|yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|last night)\b"
    r"(?P<owns>['’]s\b)?",
    re.IGNORECASE,
)
PLAN = re.compile(r"\b(?:will|would|shall|due|expected|scheduled|is to|are to)\b|['’]ll\b")
SHIFTS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
PERIOD = re.compile(
    r"(?=[ltn])\b(?P<which>last|this|next)\s(?P<unit>week|month|year|quarter|weekend)\b(?P<owns>['’]s\b)?",
    re.IGNORECASE,
)
PERIOD_END = re.compile(
    r"\b(?:by\s|at\s|before\s)?(?:(?:the\s)?(?:end|beginning|start|middle|close)\sof\sthe\s(?P<unit>week|month|year)\b"
    r"|(?P<years>year)[’']?s?[\s-]end\b)",
    re.IGNORECASE,
)
WEEKEND = re.compile(r"\b(?:over|at|on|during|for|through)\sthe\sweekend\b", re.IGNORECASE)
AGO = re.compile(
    rf"\b(?P<about>(?:about|around|nearly|almost|over|more than|less than|some|roughly|at least|only)\s)?(?P<count>{COUNT})\s"
    r"(?P<unit>day|week|month|year)s?\sago\b",
    re.IGNORECASE,
)
LONG_AGO = {"day": 31, "week": 12, "month": 24, "year": 9}
"""Beyond these a count is round: “thirty years ago” names no year."""
COMPARED = re.compile(r"\b(?:than|from|with|to|as)\s$")
"""“58 per cent, up from 40 a year ago”: what is compared with is no event."""
UNIT = re.compile(
    r"\s(?P<unit>(?:(?:day|week|month|year|decade)s?|morning|evening|night|afternoon|weekend|summer|winter|spring|autumn|fall)(?!\w))"
)
POINTED = re.compile(r"\b(?:the (?:following|previous|same|preceding)|that)\s$", re.IGNORECASE)
POINTING = frozenset("following previous same preceding that next".split())
NEXT = re.compile(r"(\w+)?\s?\bthe next\s$", re.IGNORECASE)
SEASON = re.compile(r"\b(?:last|next|this)\s$", re.IGNORECASE)
COUNTED = re.compile(rf"\b(?:{COUNT}|several|many|some|a few|\w+teen|\w+ty|\d+)\s$", re.IGNORECASE)
LATER = re.compile(r"\s(?:later|earlier|before|afterwards?|after|ago)\b")
STRETCH = frozenset("over in within for during through of".split())
"""“Over the next year” is a stretch of time, not a day that leans on another."""


def weekdays(given: Given) -> Iterator[Found]:
    """Find days of the week; the tense of the clause says which."""
    for match in DAY_OF_WEEK.finditer(given.text):
        which = WHICH.search(given.before(match.start(), LONGEST_WHICH))
        start, lead = given.lead(match.start() - len(which[0]) if which else match.start())
        yield Found(start, match.end(), _weekday(given, match, which[0].strip().lower() if which else "", lead))


def _weekday(given: Given, match: re.Match[str], which: str, lead: str) -> Value | NoDate:
    before, rest = given.before(match.start(), LONGEST_WHICH), given.after(match.end())
    if match["plural"] or which in RECURRING or lead in ("every", "each") or HOLIDAY.search(before):
        return NoDate.NONE
    if (lead in ("before", "after", "following") and not match["owns"]) or (
        NAMED.search(before) and re.match(r"\s[A-Z]", rest)
    ):
        return NoDate.NONE
    if lead == "of" and not match["owns"] and re.match(r"\s[a-z]", rest):
        return NoDate.NONE  # “of Saturday matinee movies”
    if given.published is None or which.startswith(("the ", "that")):
        return NoDate.UNRESOLVED
    told = _tense_of_weekday(given, match, lead)
    day = WEEKDAYS.index(match["day"])
    if match["last"]:
        return _weekday_span(given.published, day, WEEKDAYS.index(match["last"]), told)
    return day_value(_pick(given.published, day, which, told))


def _pick(published: date, day: int, which: str, told: Tense) -> date:
    if which in ("last", "this past"):
        return last_weekday(published - timedelta(days=1), day)
    if which == "next":
        return week_of(published)[1] + timedelta(days=day + 1)
    if which == "this coming" or told == "future":
        return next_weekday(published, day)
    return last_weekday(published, day)


def _weekday_span(published: date, first: int, last: int, told: Tense) -> Value:
    if told == "future":
        start = next_weekday(published, first)
        return day_value(start, next_weekday(start, last))
    end = last_weekday(published, last)
    return day_value(last_weekday(end, first), end)


def _tense_of_weekday(given: Given, match: re.Match[str], lead: str) -> Tense:
    if lead in BEHIND or (lead == "after" and match["owns"]):
        return "past"
    if lead in AHEAD and not opens_clause(given.text, given.lead(match.start())[0]):
        return "past" if lead in ("until", "till") and _ended(given, match) else "future"
    if match["owns"]:  # “Friday's vote will …”: the verb of its own clause stands behind it
        return after(CLAUSE.split(given.after(match.end()), maxsplit=1)[0]) or tense(given.text, *match.span())
    return tense(given.text, *match.span())


def _ended(given: Given, match: re.Match[str]) -> bool:
    """“Were not returned until Wednesday”, “until Friday, it was the water”: the end has come."""
    if tense(given.text, *match.span()) != "past":
        return False
    rest = given.after(match.end())
    return NOT_UNTIL.search(given.before(match.start())) is not None or (rest.startswith(",") and after(rest) == "past")


def near_days(given: Given) -> Iterator[Found]:
    """Find yesterday, today, tomorrow, tonight, this morning, last night."""
    if given.has(NEAR_DAYS):
        yield from _relative(given, NEAR_DAY, _near_day)


def stretches(given: Given) -> Iterator[Found]:
    """Find last week, this year, the weekend, the end of the month."""
    if given.has(PERIODS):
        yield from _relative(given, PERIOD, _period)
    if given.has(ENDS):
        yield from _relative(given, PERIOD_END, _period_end)
    if "the weekend" in given.text:
        yield from _relative(given, WEEKEND, _the_weekend)


def ago(given: Given) -> Iterator[Found]:
    """Find three days ago, a year ago."""
    return _relative(given, AGO, _ago)


def _relative(
    given: Given, pattern: re.Pattern[str], value: Callable[[Given, re.Match[str]], Value | NoDate]
) -> Iterator[Found]:
    for match in pattern.finditer(given.text):
        yield Found(given.lead(match.start())[0], match.end(), value(given, match))


def _near_day(given: Given, match: re.Match[str]) -> Value | NoDate:
    word = match["word"].lower()
    if word == "today" and match["owns"]:
        return NoDate.NONE  # “today's youth”
    # What is said in quotation marks may have been said on another day than that of the article.
    if given.published is None or given.quoted(match.start()):
        return NoDate.UNRESOLVED
    if word == "today" and not _of_this_day(given, match):
        return NoDate.UNRESOLVED
    return day_value(given.published + timedelta(days=SHIFTS.get(word, 0)))


def _of_this_day(given: Given, match: re.Match[str]) -> bool:
    """“Today, half of all households rent” means these times: only a past or a planned action is of one day."""
    before = given.before(match.start()).strip()
    told = tense(given.text, *match.span())
    return before != "" and (told == "past" or (told == "future" and PLAN.search(given.text) is not None))


def _period(given: Given, match: re.Match[str]) -> Value | NoDate:
    which, unit = match["which"].lower(), match["unit"].lower()
    if given.before(match.start()).lower().endswith(("the ", "these ", "than ")) and unit != "weekend":
        return NoDate.NONE  # “over the next year” is a stretch of time
    if match["owns"] and unit in ("year", "quarter"):
        return NoDate.NONE  # as “the 2019 election”
    if given.published is None:
        return NoDate.UNRESOLVED
    if unit == "weekend":
        return _weekend(given, which, tense(given.text, *match.span()))
    return _shifted(given.published, unit, {"last": -1, "this": 0, "next": 1}[which])


def _shifted(published: date, unit: str, by: int) -> Value:
    """Return the week, month, quarter or year so many before or after that of the article."""
    if unit == "week":
        monday, sunday = week_of(published + timedelta(days=WEEK * by))
        return Value(monday.isoformat(), sunday.isoformat(), "week")
    if unit == "month":
        return Value(month_key(published.year, published.month + by), None, "month")
    if unit == "quarter":
        return quarter_value(published.year, quarter_number(published) + by)
    return Value(str(published.year + by), None, "year")


def _period_end(given: Given, match: re.Match[str]) -> Value | NoDate:
    if match[0].lower().startswith("before"):
        return NoDate.NONE
    told = tense(given.text, *match.span())
    if given.published is None or told == "past":
        return NoDate.UNRESOLVED
    return _shifted(given.published, (match["unit"] or match["years"]).lower(), 0)


def _weekend(given: Given, which: str, told: Tense) -> Value | NoDate:
    if given.published is None:
        return NoDate.UNRESOLVED
    saturday = week_of(given.published)[0] + timedelta(days=5)
    if which == "next":
        saturday += timedelta(days=WEEK)
    elif which == "last" or (told != "future" and saturday > given.published):
        saturday -= timedelta(days=WEEK)
    return day_value(saturday, saturday + timedelta(days=1))


def _ago(given: Given, match: re.Match[str]) -> Value | NoDate:
    count, unit = number(match["count"]), match["unit"].lower()
    if COMPARED.search(given.before(match.start())):
        return NoDate.NONE
    if given.published is None or match["about"] or count > LONG_AGO[unit]:
        return NoDate.UNRESOLVED
    if unit == "day":
        return day_value(given.published - timedelta(days=count))
    return _shifted(given.published, unit, -count)


def _the_weekend(given: Given, match: re.Match[str]) -> Value | NoDate:
    return _weekend(given, "", tense(given.text, *match.span()))


def contextual(given: Given) -> Iterator[Found]:
    """Find time words that lean on something told before: the next day, two weeks later, last summer."""
    for match in UNIT.finditer(given.text):
        start = match.start("unit")
        if lean := _leans(match["unit"], given.before(start), given.after(match.end())):
            yield Found(start - len(lean[0].lstrip()), match.end(), NoDate.UNRESOLVED)


def _leans(unit: str, before: str, rest: str) -> re.Match[str] | None:
    """Return the words before a unit of time that make it lean on the context, or count from it."""
    if LATER.match(rest) and (found := COUNTED.search(before) or re.search(r"the\s$", before)):
        return found
    if unit in SEASONS:
        return SEASON.search(before)
    # What NEXT and POINTED end with: to look at the last word takes a tenth of their time.
    if unit.endswith("s") or (before.split() or [""])[-1].lower() not in POINTING:
        return None
    following = NEXT.search(before)
    return following if following and (following[1] or "").lower() not in STRETCH else POINTED.search(before)
