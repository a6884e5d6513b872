"""What the sources say together: quotes, figures, differences, timeline, and changes since the last briefing."""

from __future__ import annotations

from .parts import Citation, Digest, Part, StatementId


class Quote(Part, frozen=True):
    """Who said what."""

    speaker: str
    role: str | None
    resolved: bool
    citation: Citation


class Figure(Part, frozen=True):
    """A number and what it counts."""

    text: str
    value: float
    unit: str | None
    counted: str | None
    as_of: str | None
    citation: Citation


class Side(Part, frozen=True):
    """One side of a difference between reports."""

    text: str
    value: float
    citation: Citation


class Difference(Part, frozen=True):
    """The same counted thing with values that do not agree."""

    about: str
    sides: tuple[Side, ...]


class Event(Part, frozen=True):
    """A dated event."""

    date: str
    precision: str
    text: str
    citation: Citation


class Findings(Part, frozen=True):
    """What the sources say together."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Event, ...] = ()


class Dropped(Part, frozen=True):
    """A statement of the previous briefing that is not in this one."""

    text: str


class Changes(Part, frozen=True):
    """What is new since the previous briefing."""

    previous: Digest
    new: tuple[StatementId, ...]
    dropped: tuple[Dropped, ...]
    figures: tuple[Figure, ...]
