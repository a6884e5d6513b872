"""What the sources say together: quotes, figures, differences, timeline, and changes since the last briefing."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from .article import Offset
from .parts import Citation, Digest, Part, SourceId, StatementId

DateString = Annotated[str, Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$")]


class Quote(Part, frozen=True):
    """Who said what."""

    speaker: Annotated[
        str, Meta(description="the fullest name given; “he”, “officials” when unresolved; empty when none is")
    ]
    role: Annotated[str | None, Meta(description="as the source words it: “senior counsel at …”")]
    resolved: bool
    kind: Literal["direct", "mixed", "indirect"]
    sentence: StatementId
    citation: Annotated[Citation, Meta(description="the words quoted or reported")]
    continued: Annotated[tuple[Citation, ...], Meta(description="more of the same, after “she said” or a paragraph on")]
    named: Annotated[Citation | None, Meta(description="where the source gives the speaker's full name and role")]
    also_in: Annotated[tuple[Citation, ...], Meta(description="the same words of the same speaker elsewhere")]


class Figure(Part, frozen=True):
    """A number and what it counts."""

    text: Annotated[str, Meta(description="the number as written: “85,000”, “21 billion”")]
    value: Annotated[float, Meta(description="of a range the lower end, of a share (one in five) the fraction")]
    high: Annotated[float | None, Meta(description="the upper end of a range")]
    qualifier: Annotated[str | None, Meta(description="“more than”, “about”, as written")]
    unit: Annotated[
        str | None, Meta(description="%, €, km, day …; “share” of a fraction; none when things are counted")
    ]
    counted: Annotated[
        str | None, Meta(description="as written: “asylum seekers”; none when the sentence does not say")
    ]
    as_of: Annotated[str | None, Meta(description="ISO 8601 date, when the sentence gives one")]
    said_by: Annotated[str | None, Meta(description="to whom the source attributes the number")]
    origins: Annotated[int, Meta(ge=1, description="independent origins that give it")]
    weight: Annotated[float, Meta(ge=0, description="importance; figures are listed by it")]
    sentence: StatementId
    citation: Annotated[Citation, Meta(description="the number with its qualifier and what it counts")]
    also_in: Annotated[tuple[Citation, ...], Meta(description="where else the same figure stands")]


class Side(Part, frozen=True):
    """One side of a difference between reports."""

    text: Annotated[str, Meta(description="the number with what it counts, or the words that deny, as written")]
    value: Annotated[float | None, Meta(description="none for a claim and its denial")]
    published: Annotated[str | None, Meta(description="ISO 8601, of the source")]
    said_by: Annotated[str | None, Meta(description="to whom the source attributes it")]
    sentence: StatementId
    citation: Annotated[Citation, Meta(description="the sentence")]
    also_in: Annotated[tuple[Citation, ...], Meta(description="sentences of other sources with the same value")]


class Difference(Part, frozen=True):
    """Reports that do not agree: a number, its update by the same origin, or a claim and its denial."""

    about: Annotated[str, Meta(description="what is counted, or what is denied, in words of the sources")]
    kind: Literal["differ", "update", "denial"]
    sides: Annotated[tuple[Side, ...], Meta(description="by date; the claim before its denial")]


class Event(Part, frozen=True):
    """A dated event: a sentence and one date in it."""

    date: Annotated[DateString, Meta(description="ISO 8601, as far as it is known: 2025, 2025-04, 2025-04-14")]
    end: Annotated[
        DateString | None, Meta(description="the last day, month or year of a span; weeks and quarters are spans")
    ]
    precision: Literal["day", "week", "month", "quarter", "year"]
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


class Place(Part, frozen=True):
    """Where a sentence of the previous briefing stood. Its source is named by digest: ids and letters shift between briefings."""

    id: Annotated[StatementId, Meta(description="in the previous briefing")]
    title: Annotated[str, Meta(description="of the source")]
    publisher: str | None
    published: str | None
    text_digest: Digest
    start: Offset
    end: Offset
    exact: str


class Earlier(Part, frozen=True):
    """A statement as the previous briefing printed it."""

    text: str
    place: Place


class Updated(Part, frozen=True):
    """A statement that says more or other than one of the previous briefing did."""

    id: StatementId
    before: Earlier


class Dropped(Part, frozen=True):
    """A statement of the previous briefing that no statement of this one says."""

    text: str
    reason: Annotated[
        str,
        Meta(description="source not given, source changed, not chosen, or its reason in left_out of this briefing"),
    ]
    place: Place


class EarlierFigure(Part, frozen=True):
    """A number as it stood in the previous briefing's sources."""

    text: str
    value: float
    qualifier: str | None
    place: Place


class Moved(Part, frozen=True):
    """The same thing counted again, with another result."""

    about: str
    before: EarlierFigure
    after: Figure


class Changes(Part, frozen=True):
    """What is new since the previous briefing. Statements that are in none of the lists stand in both."""

    previous: Annotated[Digest, Meta(description="of the previous briefing.json")]
    since: Annotated[str | None, Meta(description="the previous briefing's date")]
    new: Annotated[tuple[StatementId, ...], Meta(description="what no source of the previous briefing says")]
    updated: tuple[Updated, ...]
    first_quoted: Annotated[
        tuple[StatementId, ...], Meta(description="not printed in the previous briefing, but said by a source of it")
    ]
    dropped: tuple[Dropped, ...]
    figures: Annotated[tuple[Moved, ...], Meta(description="figures that moved, printed or not")]
    new_sources: Annotated[tuple[SourceId, ...], Meta(description="articles that the previous briefing had not")]
