"""What became of the people a number counts, read from the words right beside it. English.

“killing at least 36 people”, “17 people who died”, “left 29 dead”, “the number of people told to leave their homes has risen
to 3,100”. Words farther off do not count: “three people in the Jeep died” is a part of those who died.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

REACH = 48  # characters before a number in which the verb stands
HOMES = r"leave|flee|from their homes|out of their homes"
DOING = {
    "dead": r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of|the deaths? of|t(?:ook|aking) the lives of",
    "hurt": r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|hospitali[sz](?:es|ed|ing)",
    "held": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?",
    "saved": r"rescu(?:es|ed|ing)",
    "moved": r"evacuat(?:es|ed|ing)|displac(?:es|ed|ing)|the evacuation of",
    "ill": r"infect(?:s|ed|ing)|sicken(?:s|ed|ing)",
}
"""Before the number: what is done to those counted."""
DONE = {
    "dead": r"killed|dead|died|dies|perished|drowned|murdered|lost their lives",
    "hurt": r"injured|wounded|hurt|hospitali[sz]ed",
    "missing": r"missing|unaccounted for",
    "held": r"arrested|detained|in custody|taken into custody",
    "saved": r"rescued|saved",
    "moved": rf"evacuated|displaced|moved out|fled|left their homes|(?:told|ordered|forced|driven|had|asked)(?: to)? (?:{HOMES})|"
    r"out of their homes",
    "ill": r"infected|sickened|ill|sick",
}
"""Behind it: what happened to them."""
HEADS = {
    stem: fate
    for fate, stems in {
        "dead": "dead death fatal kill die",
        "hurt": "injur injuri wound hurt",
        "missing": "miss unaccount",
        "held": "arrest detain",
        "saved": "rescu",
        "moved": "evacu evacue displac",
        "ill": "infect",
    }.items()
    for stem in stems.split()
}
"""Stems of counted nouns that say it themselves."""
PEOPLE = frozenset("peopl person victim".split())
"""Stems of nouns that only say that people are counted."""


def _any(words: Mapping[str, str]) -> str:
    return "|".join(rf"(?P<{fate}>{own})" for fate, own in words.items())


BEFORE = re.compile(rf"\b(?:{_any(DOING)})(?:,? (?:as many as|a total of|all|a combined))?\s+$", re.IGNORECASE)
BETWEEN = (
    r"(?:,? (?:including|among them|many of them|most of them|some of them|mostly|mainly)[^,.;]{0,60},)?"
    r"(?:,? (?:who|that|have|had|has|been|was|were|are|is|be|being|now|also|reportedly|feared|reported|believed|confirmed|"
    r"presumed|known|thought|said|to|already|still|seriously|critically|slightly|severely|badly|remain|remained|made|left)){0,8}"
)
AFTER = re.compile(rf"{BETWEEN},? (?:{_any(DONE)})\b")
SAID = re.compile(rf"\b(?:{_any(DONE)})\b")


def fate(text: str, phrase: tuple[int, int], number: int, head: str | None) -> str | None:
    """Return what became of the people counted, a key of DONE; None when nothing did, or when others are counted.

    Offsets are of the text; `phrase` is the number with what it counts, `number` where the number itself starts.
    """
    if head in HEADS:
        return HEADS[head]
    if head not in PEOPLE:
        return None
    start, end = phrase
    match = (
        BEFORE.search(text[max(0, start - REACH) : start]) or AFTER.match(text, end) or SAID.search(text[start:number])
    )
    return match.lastgroup if match else None
