"""The objects inside briefing.json: sources, statements, citations, sections, coverage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from .article import Excluded, Offset

Digest = Annotated[str, Meta(pattern="^sha256:[0-9a-f]{64}$")]
Colour = Annotated[str, Meta(pattern="^#[0-9a-f]{6}$")]
Share = Annotated[float, Meta(ge=0, le=1)]
SourceId = Annotated[str, Meta(pattern="^s[1-9][0-9]*$")]
Confidence = Literal["confident", "probable", "other"]
"""How sure a statement's main theme is: other when no theme claims it."""
Lost = Literal[
    "says the same",
    "less of it is new",
    "theme already has its share of words",
    "source already has its share of words",
    "too long for the words left",
    "lower gain",
]
"""Why a sentence was not chosen when the one most like it was."""
Relation = Literal["same wording", "same speaker", "says the same", "says part of it", "related"]
"""What another sentence is to a statement: its wording, or the same person's words, in another place (no independent
report), the same in words of its own (one), part of it and nothing beyond, or something about the same thing, which
confirms nothing."""
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


class Notes(Part, frozen=True):
    """What can be counted about a source, without a verdict. docs/findings.md says what each number is worth."""

    copied: Annotated[Share, Meta(description="of its words that stand in runs of five or more in another source, too")]
    copied_from: Annotated[SourceId | None, Meta(description="the source that has most of them")]
    evaluative: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(description="sentences that judge and name nobody who does; none where no word list exists"),
    ]
    measured: Annotated[
        int, Meta(ge=0, description="sentences that were looked at: headings and excluded ones are not")
    ]
    statements: Annotated[int, Meta(ge=0, description="printed statements that are quoted from it")]
    supports: Annotated[
        int, Meta(ge=0, description="printed statements quoted from another source that it carries, too")
    ]

    @property
    def evaluative_share(self) -> float:
        """Share of the sentences that judge and name nobody who does."""
        return (self.evaluative or 0) / max(1, self.measured)


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
    notes: Notes | None = None


class Citation(Part, frozen=True):
    """Where a quotation stands: W3C Web Annotation position (start, end) and quote (exact, prefix, suffix) selectors."""

    source: SourceId
    start: Offset
    end: Offset
    exact: str
    prefix: str
    suffix: str


class AlsoIn(Part, frozen=True):
    """Another sentence that says the same, or is related."""

    source: SourceId
    start: Offset
    end: Offset
    exact: str
    similarity: Share
    relation: Relation

    @property
    def carries(self) -> bool:
        """Whether it says all of what the statement says."""
        return self.relation not in ("says part of it", "related")


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
    confidence: Confidence = "other"
    """How sure its first theme is: confident with a score of 2 and a lead of 1, else probable; other without a theme."""


class Theme(Part, frozen=True):
    """The name of a section."""

    id: str
    label: str
    description: str
    external_id: Annotated[str | None, Meta(description="its id elsewhere: medtop:11000000 of IPTC Media Topics")] = (
        None
    )
    colour: Colour | None = None


class Section(Part, frozen=True):
    """The statements of one theme in reading order."""

    theme: Theme
    origins: Annotated[int, Meta(ge=1)]
    statements: tuple[Statement, ...]


class Alone(Part, frozen=True):
    """What one source alone carries."""

    statements: Annotated[tuple[StatementId, ...], Meta(description="printed statements that no other source carries")]
    sentences: Annotated[int, Meta(ge=0, description="its sentences, printed or not, that no other source supports")]


class Silent(Part, frozen=True):
    """A source that nothing printed is quoted from, and why."""

    source: SourceId
    reason: Literal[
        "no sentence to rank", "other language", "copy", "says the same", "not standing alone", "lower gain"
    ]
    instead: Annotated[
        SourceId | None, Meta(description="the quoted source it copies, or most of whose words it repeats")
    ]


class Coverage(Part, frozen=True):
    """How many sentences each source has on each theme: `counts[theme][source]`, and what is missing where.

    `day[source]` is the place of its date in `days`: with `counts` that is theme × source × day.
    """

    themes: tuple[Theme, ...]
    sources: tuple[SourceId, ...]
    counts: tuple[tuple[int, ...], ...]
    days: Annotated[tuple[str, ...], Meta(description="ISO 8601 days of the sources, in order")] = ()
    day: Annotated[tuple[int | None, ...], Meta(description="by source; none for one without a date")] = ()
    alone: Annotated[tuple[Alone, ...], Meta(description="by source")] = ()
    leaves_out: Annotated[
        tuple[tuple[StatementId, ...], ...],
        Meta(description="by source: statements of the bottom line or of several origins on which it has nothing"),
    ] = ()
    gaps: Annotated[tuple[str, ...], Meta(description="ids of themes that no sentence of any source is on")] = ()
    silent: tuple[Silent, ...] = ()

    def on(self, day: str) -> tuple[int, ...]:
        """Return the number of sentences on each theme in the sources of one day."""
        of_day = [source for source, place in enumerate(self.day) if place is not None and self.days[place] == day]
        return tuple(sum(row[source] for source in of_day) for row in self.counts)


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


def citations_in(value: object) -> Iterator[Citation | AlsoIn]:
    """Yield every citation inside a part of a briefing, in the order of its fields."""
    if isinstance(value, Citation | AlsoIn):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from citations_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from citations_in(each)
