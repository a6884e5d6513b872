"""What a sentence says itself of a number that moved: “has risen to 3,100”, “to 26 million crowns from 18 million”. English. A leaf."""

from __future__ import annotations

import re

RISEN = re.compile(
    r"\b(?:rose|rises|risen|climbed|climbs|raised|revised|increased|grew|grown|jumped|up|fell|fallen|lowered|cut)\s+"
    r"(?:sharply\s+|further\s+|again\s+)?(?:(?:its|the|their)\s+(?:\w+\s+){1,10}?)?(?:to|from)\b",
    re.IGNORECASE,
)
"""Ends right before the number."""
BEHIND = re.compile(r"[^.;\d]{0,30}?\bfrom\s+(?P<old>[^.;]{1,40})")
AHEAD = re.compile(r"\bfrom\s+(?P<old>[^.;]{1,40}?)\s+to\s*$")


def formerly(before: str, after: str) -> str:
    """Return the words that begin with the number before, given the sentence before and behind a number; empty when none is named."""
    match = BEHIND.match(after) or AHEAD.search(before)
    return match["old"] if match else ""
