"""The objects inside briefing.json: sources, statements, citations, sections, coverage."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from .article import Excluded, Offset

Digest = Annotated[str, Meta(pattern="^sha256:[0-9a-f]{64}$")]
Share = Annotated[float, Meta(ge=0, le=1)]
SourceId = Annotated[str, Meta(pattern="^s[1-9][0-9]*$")]
Lost = Literal[
    "says the same",
    "less of it is new",
    "theme already has its share of words",
    "too long for the words left",
    "lower gain",
]
"""Why a sentence was not chosen when the one most like it was."""
StatementId = Annotated[str, Meta(pattern="^[a-z]+[1-9][0-9]*$", description="source label and sentence number: c7")]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every object of briefing.json: unknown keys are refused."""


class Numbered(Part, frozen=True):
    """A sentence inside a passage: its number in the source and its offsets."""

    number: Annotated[int, Meta(ge=1)]
    start: Offset
    end: Offset


class Passage(Part, frozen=True):
    """A paragraph, or part of one, kept as evidence: `text == article.text[start:end]`."""

    start: Offset
    end: Offset
    text: str
    sentences: tuple[Numbered, ...]


class Shared(Part, frozen=True):
    """Another source of the same origin, and what shows it."""

    source: SourceId
    reason: Annotated[str, Meta(description="copy, wire credit, same site, or perhaps")]
    score: Share


class Source(Part, frozen=True):
    """One article of the briefing."""

    id: SourceId
    label: Annotated[str, Meta(pattern="^[A-Z]+$")]
    title: str
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None
    path: str | None
    media_type: str
    language: str
    words: Annotated[int, Meta(ge=0)]
    sentences: Annotated[int, Meta(ge=0)]
    origin: Annotated[str, Meta(pattern="^o[1-9][0-9]*$")]
    shares: tuple[Shared, ...]
    raw_digest: Digest
    text_digest: Digest
    pipeline: tuple[str, ...]
    excluded: tuple[Excluded, ...]
    passages: tuple[Passage, ...]
    """The evidence kept: none, the paragraphs around each citation, or all, as `--evidence` says."""


class Citation(Part, frozen=True):
    """Where a quotation stands: W3C Web Annotation position (start, end) and quote (exact, prefix, suffix) selectors."""

    source: SourceId
    start: Offset
    end: Offset
    exact: str
    prefix: str
    suffix: str


class AlsoIn(Part, frozen=True):
    """Another sentence that says the same."""

    source: SourceId
    start: Offset
    end: Offset
    exact: str
    similarity: Share


class ThemeMatch(Part, frozen=True):
    """A theme a statement belongs to, its score, and the terms that matched."""

    id: str
    score: float
    terms: tuple[str, ...]


class Concept(Part, frozen=True):
    """What a statement added to the page: neighbouring words of it that weigh, and who has them too."""

    words: Annotated[str, Meta(description="as they stand in the quoted sentence")]
    weight: Annotated[float, Meta(ge=0, le=1, description="share of what the statement added when it was chosen")]
    origins: Annotated[int, Meta(ge=1, description="independent origins that have all of these words")]
    sources: Annotated[tuple[SourceId, ...], Meta(description="the first twelve sources that have them")]


class Rival(Part, frozen=True):
    """The sentence that shares most with a statement and is not printed, and why it lost."""

    id: StatementId
    score: Annotated[float, Meta(ge=0, description="on the scale of Statement.score")]
    lost: Lost
    citation: Citation


class Why(Part, frozen=True):
    """Why a statement was chosen."""

    concepts: tuple[Concept, ...]
    covered: Annotated[Share, Meta(description="of the weight of its concepts; what earlier choices had covered")]
    rival: Rival | None


class RunnerUp(Part, frozen=True):
    """One of the best sentences that did not fit."""

    id: StatementId
    theme: Annotated[str, Meta(description="the label of its main theme")]
    score: Annotated[float, Meta(ge=0, description="what it would add to the page, on the scale of Statement.score")]
    citation: Citation


class Statement(Part, frozen=True):
    """One printed sentence with all that carries it."""

    id: StatementId
    text: str
    score: float
    origins: Annotated[int, Meta(ge=1, description="independent origins that carry it")]
    themes: tuple[ThemeMatch, ...]
    citations: tuple[Citation, ...]
    also_in: tuple[AlsoIn, ...]
    flags: tuple[str, ...]
    stability: Share | None
    """Share of the choices, each made without one of the origins printed here, in which it or its equal stays."""
    why: Why | None
    """Why it was chosen; `brief explain` says it in words."""


class Theme(Part, frozen=True):
    """The name of a section."""

    id: str
    label: str
    description: str


class Section(Part, frozen=True):
    """The statements of one theme in reading order."""

    theme: Theme
    origins: Annotated[int, Meta(ge=1)]
    statements: tuple[Statement, ...]


class Coverage(Part, frozen=True):
    """How many sentences each source has on each theme: `counts[theme][source]`."""

    themes: tuple[Theme, ...]
    sources: tuple[SourceId, ...]
    counts: tuple[tuple[int, ...], ...]


class LeftOut(Part, frozen=True):
    """Sentences that were read and are not printed, by reason. With the excluded spans nothing is lost in silence."""

    reason: str
    sentences: tuple[StatementId, ...]


class Notice(Part, frozen=True):
    """Something the reader should know: a source that could not be read, a language without rules."""

    code: str
    source: str | None
    message: str


class Generator(Part, frozen=True):
    """The program and the options that made the briefing."""

    name: str
    version: str
    options: dict[str, Any]
    options_digest: Digest
