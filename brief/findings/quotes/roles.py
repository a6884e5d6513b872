"""The role a source gives a person, wherever in the article it stands beside the full name. English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ...unresolved import ROLE
from .marks import Span
from .names import BEFORE_NAME, COURTESY, ROLE_LIMIT, RUN, SHORTENED, WEAK, WHO, Name

APPOSITION = re.compile(
    r"\s*,\s+(?:\d\d,\s+)?(?P<role>(?:an?|the|its|his|her|former|[a-z]|[A-Z][\w-]+[’']s?\s)"
    rf"[^,;.:]{{0,100}}?\b{ROLE}\b[^,;.:]{{0,100}})(?=[,.;:])"
)
LOOSE = re.compile(
    rf"(?:\s*,)?\s+(?P<role>(?<=,\s){WHO}[^,;.:]{{1,100}}(?=[,.])|(?<!,\s)(?:of|from)\s+(?:the\s+)?{RUN.pattern})"
)
PRECEDING = re.compile(rf"(?P<role>\b(?:[Tt]he|[A-Z][\w-]+[’']s)\s(?:[a-z-]+\s){{0,4}}?{ROLE}),\s\Z")
CAPITALS_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s+|(?:of|for)\s+)+\Z")
PLACES = 4  # mentions of a name in which its role is looked for
BEFORE = 60  # characters before a name
Beside = tuple[str, int, int]
"""A role, and where it and the name begin and end."""
NONE: Beside = ("", 0, 0)


def places(name: str, text: str) -> Iterator[Span]:
    """Yield where a name stands as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(name, end)


class Roles:
    """The roles of all who are named in full in an article; `spaced` is its text with line ends as blanks."""

    def __init__(self, spaced: str, names: Iterable[Name]) -> None:
        self._text = spaced
        self._names: dict[str, list[Name]] = {}
        for name in names:
            if name.role:
                self._names.setdefault(name.text, []).append(name)
        self._known: dict[str, tuple[str | None, Span | None]] = {}

    def of(self, full: str) -> tuple[str | None, Span | None]:
        """Return a person's role and where it and the name stand; without a role, where the name first stands."""
        if full not in self._known:
            self._known[full] = self._of(full)
        return self._known[full]

    def _of(self, full: str) -> tuple[str | None, Span | None]:
        spoken = self._names.get(full, [])
        for name in spoken:
            if name.role and name.role[-1] != "." and not WEAK.match(name.role):
                return name.role, name.span
        found = list(islice(places(full, self._text), PLACES))
        for look in (self._after, self._before, self._loosely_after):
            for place in found:
                role, start, end = look(place)
                if role:
                    return " ".join(role.split()), (start, end)
        return (spoken[0].role, spoken[0].span) if spoken else (None, found[0] if found else None)

    def _after(self, place: Span, pattern: re.Pattern[str] = APPOSITION) -> Beside:
        """“Leonie Hartwick, a lawyer with …”"""
        match = pattern.match(self._text, place[1])
        role = SHORTENED.sub("", match["role"]) if match else ""
        return (role, place[0], match.start("role") + len(role)) if match and len(role) <= ROLE_LIMIT else NONE

    def _loosely_after(self, place: Span) -> Beside:
        """“Jonas Ekdal of the Farmers’ League”, “Aksel Brynn, who leads …”"""
        return self._after(place, LOOSE)

    def _before(self, place: Span) -> Beside:
        """“Interior Minister Henrik Aldane”; “Estmark’s interior minister, Henrik Aldane”"""
        start = max(0, place[0] - BEFORE)
        ahead = self._text[start : place[0]]
        if preceding := PRECEDING.search(ahead):
            return preceding["role"], start + preceding.start(), place[1]
        capitals = CAPITALS_BEFORE.search(ahead)
        title = BEFORE_NAME.match(capitals.group() + "X") if capitals else None
        if capitals and title and not COURTESY.match(title["role"]) and "." not in title["role"]:
            return title["role"], start + capitals.start(), place[1]
        return NONE
