"""What the sources say together: quotes, figures, differences, timeline, and changes since the last briefing."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from .parts import Citation, Digest, Part, StatementId


class Quote(Part, frozen=True):
    """Who said what."""

    speaker: Annotated[str, Meta(description="the fullest name the source gives; “he”, “officials” when unresolved")]
    role: Annotated[str | None, Meta(description="as the source words it: “senior counsel at …”")]
    resolved: bool
    kind: Literal["direct", "mixed", "indirect"]
    sentence: StatementId
    citation: Annotated[Citation, Meta(description="the words quoted or reported")]
    named: Annotated[Citation | None, Meta(description="where the source gives the speaker's full name and role")]


class Figure(Part, frozen=True):
    """A number and what it counts."""

    text: Annotated[str, Meta(description="the number as written: “85,000”, “21 billion”")]
    value: float
    qualifier: Annotated[str | None, Meta(description="“more than”, “about”, as written")]
    unit: str | None
    counted: str | None
    as_of: Annotated[str | None, Meta(description="ISO 8601 date, when the sentence gives one")]
    said_by: Annotated[str | None, Meta(description="to whom the source attributes the number")]
    sentence: StatementId
    citation: Citation


class Side(Part, frozen=True):
    """One side of a difference between reports."""

    text: str
    value: Annotated[float | None, Meta(description="none for a denial")]
    sentence: StatementId
    citation: Citation


class Difference(Part, frozen=True):
    """Reports that do not agree: a number, its update by the same origin, or a claim and its denial."""

    about: str
    kind: Literal["differ", "update", "denial"]
    sides: tuple[Side, ...]


class Event(Part, frozen=True):
    """A dated event."""

    date: Annotated[str, Meta(description="ISO 8601, as far as it is known: 2025, 2025-04, 2025-04-14")]
    end: Annotated[str | None, Meta(description="the last day of a span")]
    precision: Literal["day", "month", "quarter", "year"]
    text: Annotated[str, Meta(description="the words of the source that give the date: “on Monday”")]
    sentence: StatementId
    citation: Annotated[Citation, Meta(description="the sentence")]


class Findings(Part, frozen=True):
    """What the sources say together."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Event, ...] = ()
    undated: Annotated[int, Meta(ge=0, description="time words that could not be resolved to a date")] = 0


class Dropped(Part, frozen=True):
    """A statement of the previous briefing that is not in this one."""

    text: str


class Changes(Part, frozen=True):
    """What is new since the previous briefing."""

    previous: Digest
    new: tuple[StatementId, ...]
    dropped: tuple[Dropped, ...]
    figures: tuple[Figure, ...]
