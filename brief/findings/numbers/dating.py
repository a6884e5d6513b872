"""As of when a figure holds: the date that its sentence gives right after it, or its only date."""

from __future__ import annotations

import re

from ...stages import Prepared
from ..dates.when import When, resolve
from .mentions import Mention

GAP = 24  # characters between a number with its noun and its date: “4.1 % of workers in 2022”
UNDATED = frozenset({"time", "length"})  # a span or a distance holds at all times
MAY_DATE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s+\d|month\b|year\b"
)
"""Most sentences have no date; asking costs more than looking."""


def as_of(prepared: Prepared, mention: Mention) -> str | None:
    """Return the ISO 8601 date of a mention as far as it is known, None when the sentence leaves it open."""
    sentence = prepared.usable[mention.row]
    if mention.kind in UNDATED or not MAY_DATE.search(sentence.text):
        return None
    published = prepared.articles[sentence.article].published
    dates = [
        when for when in resolve(sentence.text, published, prepared.languages[mention.row]) if when.end_date is None
    ]
    near = _after(sentence.text, mention.end - sentence.start, dates)
    only = dates[0] if len(dates) == 1 else None
    chosen = near or only
    return chosen.date if chosen else None


def _after(text: str, end: int, dates: list[When]) -> When | None:
    """Return the date that follows with no other number, comma or full stop between."""
    for when in dates:
        if 0 <= when.start - end <= GAP and not re.search(r"[\d,;.]", text[end : when.start]):
            return when
    return None
