"""Months, quarters, years and decades: in April 2024, last March, the third quarter of 2024, from 2008 to 2013."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .calendar_words import MONTH, month_key, month_number
from .explicit import BOUNDS, DASH, SHORT_MONTHS, YEAR
from .found import Found, Given, NoDate, Value
from .tense import Tense, tense

OF_YEAR = rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})\b(?!,\d)|(?P<relative>last|this|next)\syear\b))?"
MONTH_WORD = re.compile(
    rf"(?=[LlNnTtJFMASOD])\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<month>{MONTH})(?!\w|\s[0-3]?\d\b){OF_YEAR}"
    rf"(?:(?P<join>{DASH}|\s(?:to|and|through|until)\s)(?P<last>{MONTH})(?!\w|\s[0-3]?\d\b)(?:,?\s(?P<last_year>{YEAR})\b)?)?"
)
MONTH_LEADS = frozenset("in since by until till from between through throughout during early late".split())
SURE_LEADS = frozenset(("in", "since", "during", "throughout"))
"""After these a month is a month even with a name behind it: “in March President …”; “by August Wilson” is a person."""
QUARTER = re.compile(
    r"\b(?:(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-]quarter|Q(?P<number>[1-4]))\b"
    rf"(?:\s(?:of\s)?(?P<year>{YEAR})\b)?"
)
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
BUSINESS = re.compile(
    r"\b(?:profits?|sales|revenues?|earnings|incomes?|growth|grew|economy|GDP|shares|output|exports?|imports?|shipments|"
    r"results|loss(?:es)?|production|investments?|deliveries|orders|deficit|surplus|spending)\b",
    re.IGNORECASE,
)
"""A quarter without a year is one of the calendar only where business is spoken of: matches have quarters, too."""
YEAR_WORD = re.compile(
    rf"(?=[12])(?<![\d.,/$€£#])(?<!\d[-–])\b(?P<first>{YEAR})"
    rf"(?:(?P<decade>['’]?s)\b|(?:{DASH}|\s(?:to|until|through)\s|(?<=[Bb]etween\s\d{{4}})\sand\s)(?P<last>{YEAR}|\d\d(?!\d))\b)?"
    r"(?![\d%$€£]|[,.]\d|-\w)"
)
YEAR_LEADS = frozenset("in since by until till during of from between through throughout".split())
SPAN_LEADS = frozenset("in during from between of over throughout".split())
NAMED = re.compile(
    r"(?:^|\s)(?!(?:Spring|Summer|Autumn|Fall|Winter|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][\w’'-]+ of $"
    r"|\b(?:laws?|acts?|codes?|treaty|treaties|constitution|convention|charter|statute|directive|levels?) of $"
)
"""“Immigration Act of 1952”, “Class of 2019”, “the law of 2011”, “the level of 1990”."""
COUNTED = re.compile(
    r"\s(?:GMT|UTC|hours|(?!(?:was|is|has|as|its|his|this|does|us|sources|officials|police|news|across|always|perhaps|"
    r"thanks|unless|besides|towards|sometimes|afterwards)\b)[a-z]+(?<!s)s\b)"
)
"""“in 2000 cases”, “in 1998 dollars”, “by 1900 GMT”."""
LIST = re.compile(r",?\s(?:and|or)\s|,\s")
MONTHS_A_YEAR = 12
LEADS_TELL: dict[str, Tense] = {"since": "past", "until": "future", "till": "future"}
SHIFT = {"last": -1, "this": 0, "next": 1}


def months(given: Given) -> Iterator[Found]:
    """Find months with a year, and those without one that a preposition, “last” or “next” shows to be months."""
    if not given.has(SHORT_MONTHS):
        return
    for match in MONTH_WORD.finditer(given.text):
        start, lead = given.lead(match.start())
        if (
            match["year"]
            or match["relative"]
            or match["last_year"]
            or match["which"]
            or _is_month(given, match, start, lead)
        ):
            yield from _found_months(given, match, start, lead)


def _found_months(given: Given, match: re.Match[str], start: int, lead: str) -> Iterator[Found]:
    if lead in BOUNDS or _is_title(given.text, match):
        yield Found(start, match.end(), NoDate.NONE)
    elif (match["join"] or "").strip() == "and" and lead != "between":
        yield Found(start, match.start("join"), _month(given, match, lead, "month"))
        yield Found(match.start("last"), match.end(), _month(given, match, lead, "last"))
    elif match["last"]:
        yield Found(start, match.end(), _span(given, match, lead))
    else:
        yield Found(start, match.end(), _month(given, match, lead, "month"))


def _is_month(given: Given, match: re.Match[str], start: int, lead: str) -> bool:
    words = given.text[start : match.start()].split()
    named = re.match(r"\s[A-Z]", given.after(match.end())) is not None
    if lead in BOUNDS or (named and lead not in SURE_LEADS):
        return False
    # “At the end of April”, “late April”; “of April” and “the April meeting” alone tell too little.
    return lead in MONTH_LEADS or (len(words) > 1 and words[-1].lower() != "the") or words[-1:] == ["Late"]


def _is_title(text: str, match: re.Match[str]) -> bool:
    """“December 1963” in quotation marks is the name of something."""
    return text[match.start() - 1 : match.start()] in ('"', "“") and text[match.end() : match.end() + 1] in ('"', "”")


def _month(given: Given, match: re.Match[str], lead: str, group: str) -> Value | NoDate:
    month = month_number(match[group])
    year = int(match["year"] or match["last_year"] or 0) or _year_of_month(given, match, lead, month)
    return Value(month_key(year, month), None, "month") if year else NoDate.UNRESOLVED


def _span(given: Given, match: re.Match[str], lead: str) -> Value | NoDate:
    first, last = month_number(match["month"]), month_number(match["last"])
    if match["last_year"]:
        until = int(match["last_year"])
        since = int(match["year"] or until - (first > last))
    else:
        since = int(match["year"] or 0) or _year_of_month(given, match, lead, first) or 0
        until = since + (first > last)
    return Value(month_key(since, first), month_key(until, last), "month") if since else NoDate.UNRESOLVED


def _year_of_month(given: Given, match: re.Match[str], lead: str, month: int) -> int | None:
    if given.published is None:
        return None
    this = given.published.year
    if match["relative"]:
        return this + SHIFT[match["relative"]]
    which = (match["which"] or "").lower()
    if which == "this":
        return this
    if which:
        return (
            this
            - (which == "last" and month >= given.published.month)
            + (which == "next" and month <= given.published.month)
        )
    told: Tense = LEADS_TELL.get(lead) or tense(given.text, *match.span())
    return nearest_year(given.published.month, month, told, this, MONTHS_A_YEAR)


def nearest_year(now: int, part: int, told: Tense, this: int, parts: int) -> int:
    """Return the year of the month or quarter the tense points to; without tense the nearest. `now` is this year's."""
    if told == "past":
        return this - (part > now)
    if told == "future":
        return this + (part < now)
    return this + (part - now < -parts / 2) - (part - now > parts / 2)


def quarters(given: Given) -> Iterator[Found]:
    """Find quarters of a year; without a year only where business is spoken of."""
    for match in QUARTER.finditer(given.text):
        if match["year"] or BUSINESS.search(given.text):
            number = int(match["number"] or QUARTERS[match["word"].lower()])
            yield Found(given.lead(match.start())[0], match.end(), _quarter(given, match, number))


def _quarter(given: Given, match: re.Match[str], number: int) -> Value | NoDate:
    if match["year"]:
        return quarter_value(int(match["year"]), number)
    if given.published is None:
        return NoDate.UNRESOLVED
    told = tense(given.text, *match.span())
    now = quarter_number(given.published)
    return quarter_value(nearest_year(now, number, told, given.published.year, 4), number)


def quarter_number(day: date) -> int:
    """Return 1 to 4."""
    return (day.month + 2) // 3


def quarter_value(year: int, number: int) -> Value:
    """Return first and last month of a quarter; number 0 is the last of the year before."""
    return Value(month_key(year, 3 * number - 2), month_key(year, 3 * number), "quarter")


def years(given: Given) -> Iterator[Found]:
    """Find years that a preposition shows to be years; one that describes a thing (“the 2019 election”) is left alone."""
    accepted = -1
    for match in YEAR_WORD.finditer(given.text):
        start, lead = given.lead(match.start())
        follows = accepted >= 0 and LIST.fullmatch(given.text[accepted : match.start()])
        value = _years(given, match, start, lead, bool(follows))
        if value is not None:
            accepted = match.end() if isinstance(value, Value) else -1
            yield Found(match.start() if follows else start, match.end(), value)


def _years(given: Given, match: re.Match[str], start: int, lead: str, follows: bool) -> Value | NoDate | None:
    """Return the year, decade or span; nothing when it is a number or an attribute."""
    first = int(match["first"])
    leads = given.text[start : match.start()]
    definite = given.before(match.start()).endswith(("the ", "The "))
    if match["decade"]:
        whole = first % 10 == 0 and lead in YEAR_LEADS and "the " in leads
        return Value(str(first), str(first + 9), "year") if whole else None
    if lead in BOUNDS:
        return NoDate.NONE
    if definite or COUNTED.match(given.text, match.end()) or NAMED.search(given.before(match.start())):
        return None
    if match["last"]:
        last = int(match["first"][:2] + match["last"]) if len(match["last"]) == 2 else int(match["last"])
        return Value(str(first), str(last), "year") if lead in SPAN_LEADS and first < last else None
    vague = lead == "" and leads.strip() != ""  # “Early 2024”
    return Value(str(first), None, "year") if lead in YEAR_LEADS or vague or follows else None
