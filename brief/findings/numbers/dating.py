"""As of when a figure holds: the date that its sentence gives right after it, or its only date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...stages import Prepared
from ..dates import Dates
from ..dates.when import When
from .mentions import Mention

GAP = 24  # characters between a number with its noun and its date: “4.1 % of workers in 2022”
UNDATED = frozenset({"time", "length"})  # a span or a distance holds at all times
DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s+\d|month\b|year\b"
)
"""Without one of these a sentence mostly names a month alone (“in August”): read by hand, 35 of 45 such dates were right."""
BETWEEN = re.compile(r"[\d,;.]")


def as_of(prepared: Prepared, mention: Mention, dates: Dates) -> str | None:
    """Return the ISO 8601 date of a mention as far as it is known, None when the sentence leaves it open."""
    if mention.kind in UNDATED:
        return None
    sentence = prepared.usable[mention.row]
    days = [when for when in dates.of(mention.row).resolved if when.end_date is None]
    if not days or not DATED.search(sentence.text):
        return None
    near = _after(sentence.text, mention.end - sentence.start, days)
    only = days[0] if len(days) == 1 else None
    chosen = near or only
    return chosen.date if chosen else None


def _after(text: str, end: int, dates: Sequence[When]) -> When | None:
    """Return the date that follows with no other number, comma or full stop between."""
    for when in dates:
        if 0 <= when.start - end <= GAP and not BETWEEN.search(text[end : when.start]):
            return when
    return None
