"""Small pure helpers that turn values into the words a reader sees: dates, counts, ranges, clean text, safe links."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ..model import Briefing, one_line
from .labels import N_, NP_, THEME, _, pgettext

# Readers replace these when they read an article; a briefing.json may come from a stranger, so it is done again here.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

MONTHS = (
    NP_("month", "January"), NP_("month", "February"), NP_("month", "March"), NP_("month", "April"),
    NP_("month", "May"), NP_("month", "June"), NP_("month", "July"), NP_("month", "August"),
    NP_("month", "September"), NP_("month", "October"), NP_("month", "November"), NP_("month", "December"),
)  # fmt: skip
NOT_IN_A_SET = (NP_("theme", "Other"), NP_("theme", "What no theme of the set claims"), NP_("theme", "Summary"))
"""Labels and descriptions of themes that stand in no theme set's file."""
REASONS = {
    "repeat": N_("Repeats of an earlier passage"),
    "navigation": N_("Page navigation"),
    "no words": N_("Lines without words"),
    "function words only": N_("Fragments of function words only"),
    "heading": N_("Headings"),
    "title": N_("Titles"),
    "deck": N_("Lines over the headline"),
    "byline": N_("Bylines"),
    "dateline": N_("Datelines"),
    "imprint": N_("Outlet and date lines"),
    "copyright": N_("Copyright lines"),
    "code": N_("Code"),
    "table": N_("Tables"),
    "front matter": N_("Front matter of the file"),
    "not standing alone": N_("Not clear without its context"),
    "over budget": N_("Over the budget of words"),
    "says the same": N_("Says the same as a quoted sentence"),
    "other language": N_("In another language than the briefing"),
    "too short": N_("Too short"),
    "same wording": N_("Same wording as another source"),
    "less specific": N_("Said with more names or numbers in another sentence"),
    "advertisement": N_("Advertising"),
    "sponsored": N_("Sponsored content"),
    "source not given": N_("Its article is no longer given"),
    "source changed": N_("Its article has changed"),
    "not chosen": N_("Not chosen this time"),
    "sign-up": N_("Newsletter sign-up"),
    "cookies": N_("Cookie notices"),
}
"""What the reader sees for a reason; one that is not listed is shown as it is, with a capital."""
I_SOUND = re.compile(r"h?[ií](?![eé])", re.IGNORECASE)
"""Before it the Spanish “y” is “e”: Educación e Infraestructura, but madera y hierro."""
HOLDS = "holds-without-any-one-source"


def printable(text: str) -> str:
    """Return the text with each control, bidirectional override and lone surrogate as one space: offsets stay true."""
    return UNPRINTABLE.sub(" ", text)


def line(text: str | None) -> str:
    """Return the text printable and on one line; nothing for None."""
    return one_line(printable(text or ""))


def human_date(iso: str | None) -> str:
    """Return “14 April 2025” for an ISO date or date and time; what is no such date is shown as it is.

    Or in the words of another language. `strftime` would follow the machine's locale.
    """
    try:
        day = datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return line(iso)
    first = pgettext("first day of a month", "1")
    return _(
        "%(day)s %(month)s %(year)s", day=first if day.day == 1 else day.day, month=month(day.month), year=day.year
    )


def month(number: int) -> str:
    """Return the name of a month, 1 to 12."""
    return pgettext("month", MONTHS[number - 1])


def iso_date(iso: str | None) -> str:
    """Return the date when it is an ISO date or date and time, else nothing."""
    try:
        datetime.datetime.fromisoformat(iso or "")
    except ValueError:
        return ""
    return iso or ""


def capital(text: str) -> str:
    """Return the text with its first letter as a capital and the others as they are."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str = "") -> str:
    """Return “1 article” or “2,052 articles”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str]) -> str:
    """Return “A”, “A and B” or “A, B and C”."""
    *first, last = list(names) or [""]
    if not first:
        return last
    joined = (
        pgettext("before the sound i", "%(first)s and %(last)s") if I_SOUND.match(last) else _("%(first)s and %(last)s")
    )
    return joined % {"first": ", ".join(first), "last": last}


def quoted(text: str) -> str:
    """Return words of a source in the quotation marks of the language spoken."""
    return pgettext("quotation marks", "“%(words)s”", words=text)


def theme_words(briefing: Briefing, text: str) -> str:
    """Return the label or description of a theme: of a built-in set in the language spoken, else as its author wrote it."""
    text = line(text)
    written = str(briefing.generator.options.get("themes", "")).endswith(".toml")
    return text if written or not text else pgettext(THEME, text)


def reason_label(reason: str) -> str:
    """Return the words for a reason of exclusion."""
    clean = line(reason)
    return _(REASONS[clean]) if clean in REASONS else capital(clean)


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
