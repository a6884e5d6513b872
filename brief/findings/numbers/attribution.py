"""Who is named as the source of what a sentence says: “police said”, “according to the camp's register”. English.

Only what stands in the sentence itself, in the commonest forms; a sentence with two speakers has no answer.
"""

from __future__ import annotations

import re

SAYING = (
    "said|says|reported|reports|announced|estimated|estimates|told|confirmed|stated|claimed|claims|showed|shows|found|warned|"
    "acknowledged|added|noted|declared|disclosed|predicted"
)
NAME_LONGEST = 90  # characters; longer than any body with its place: “the … of the National … in …”
WORDS = rf"[^,;:“”\"()]{{3,{NAME_LONGEST}}}?"
ACCORDING = re.compile(
    rf"\b[Aa]ccording to ({WORDS})(?=\s*(?:[,;.:]|$)|,? (?:which|who|whose|that|published|released|seen|dated)\b)"
)
AFTER = re.compile(rf",[”\"’']*\s+({WORDS})\s+(?:{SAYING})(?=\s*(?:[,;.]|$)|\s+(?:on|in|at|late|early)\b)")
TURNED = re.compile(rf",[”\"’']*\s+(?:said|reported|announced|says)\s+({WORDS})(?=\s*(?:[,;.]|$))")
FOLLOWED = r"\d|the|there|it|about|at least|more than|an?|its|they|their|some|\w+s"
BEFORE = re.compile(
    rf"^[“\"'\s]*({WORDS}),?\s+(?:{SAYING})(?:\s+(?:on\s+)?[A-Z][a-z]+day)?\s+(?:that|[^,;]*?\bthat|{FOLLOWED})\b"
)
PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|which|that|this|these|one)$", re.IGNORECASE)
ADVERB = re.compile(r"\s+(?:also|now|later|then|again|still|initially|already)$")
CLAUSE = re.compile(
    r"\b(?:and|but|that|which|who|when|while|because|if|after|as|is|are|was|were|has|have|had|will|would)\b"
)


SAYS = re.compile(rf"\s(?:{SAYING})\b|ccording to ")
"""Without one of these no pattern fits: to look takes a fifth of their time."""


def said_by(sentence: str) -> str | None:
    """Return the words that name who says it, as written; None when nobody or more than one is named."""
    found: dict[str, None] = {}
    if not SAYS.search(sentence):
        return None
    for pattern in (ACCORDING, AFTER, TURNED, BEFORE):
        for match in pattern.finditer(sentence):
            name = ADVERB.sub("", match[1].strip())
            if name and not PRONOUN.match(name) and not CLAUSE.search(name) and any(c.isalpha() for c in name):
                found.setdefault(" ".join(name.split()))
    return next(iter(found)) if len(found) == 1 else None
