"""Small pure helpers that turn values into the words a reader sees: dates, counts, ranges, clean text, safe links."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ..model import one_line

# Readers replace these when they read an article; a briefing.json may come from a stranger, so it is done again here.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
REASONS = {
    "repeat": "Repeats of an earlier passage",
    "navigation": "Page navigation",
    "no words": "Lines without words",
    "function words only": "Fragments of function words only",
    "heading": "Headings",
    "title": "Titles",
    "deck": "Lines over the headline",
    "byline": "Bylines",
    "dateline": "Datelines",
    "imprint": "Outlet and date lines",
    "copyright": "Copyright lines",
    "code": "Code",
    "table": "Tables",
    "front matter": "Front matter of the file",
    "not standing alone": "Not clear without its context",
    "over budget": "Over the budget of words",
    "says the same": "Says the same as a quoted sentence",
    "other language": "In another language than the briefing",
    "too short": "Too short",
    "same wording": "Same wording as another source",
    "less specific": "Said with more names or numbers in another sentence",
    "advertisement": "Advertising",
    "sponsored": "Sponsored content",
    "source not given": "Its article is no longer given",
    "source changed": "Its article has changed",
    "not chosen": "Not chosen this time",
    "sign-up": "Newsletter sign-up",
    "cookies": "Cookie notices",
}
"""What the reader sees for a reason; one that is not listed is shown as it is, with a capital."""
HOLDS = "holds-without-any-one-source"


def printable(text: str) -> str:
    """Return the text with each control, bidirectional override and lone surrogate as one space: offsets stay true."""
    return UNPRINTABLE.sub(" ", text)


def line(text: str | None) -> str:
    """Return the text printable and on one line; nothing for None."""
    return one_line(printable(text or ""))


def human_date(iso: str | None) -> str:
    """Return “14 April 2025” for an ISO date or date and time; what is no such date is shown as it is.

    `strftime` would follow the machine's locale, so the month names stand above.
    """
    try:
        day = datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return line(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def iso_date(iso: str | None) -> str:
    """Return the date when it is an ISO date or date and time, else nothing."""
    try:
        datetime.datetime.fromisoformat(iso or "")
    except ValueError:
        return ""
    return iso or ""


def count(number: int, one: str, many: str = "") -> str:
    """Return “1 article” or “2,052 articles”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str]) -> str:
    """Return “A”, “A and B” or “A, B and C”."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def reason_label(reason: str) -> str:
    """Return the words for a reason of exclusion."""
    clean = line(reason)
    return REASONS.get(clean, clean[:1].upper() + clean[1:])


def ranges(labels: Iterable[str]) -> tuple[str, ...]:
    """Return sentence labels with runs joined: A4, A5, A6, B1 become “A4–6”, “B1”."""
    runs: list[tuple[str, int, int]] = []
    for label in labels:
        source, number = label.rstrip("0123456789"), int(label.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        if runs and runs[-1][0] == source and runs[-1][2] == number - 1:
            runs[-1] = (source, runs[-1][1], number)
        else:
            runs.append((source, number, number))
    return tuple(f"{source}{first}" + (f"–{last}" if last > first else "") for source, first, last in runs)


def web_link(url: str | None) -> str:
    """Return the address when it is an http(s) address without user name or spaces, else nothing."""
    address = (url or "").strip()
    try:
        parts = urlsplit(address)
        safe = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    return address if safe and not re.search(r"[\s\x00-\x1f\x7f\\]", address) else ""


def host(url: str) -> str:
    """Return the host of a web address without “www.”."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
