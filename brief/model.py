"""The values that flow through the stages, and the briefing they end in.

`Article` and `Sentence` are what the stages work on. `Briefing` and what it holds are the JSON contract, version 1.0:
each class here is an object of briefing.json, each field a key, in this order. Unknown keys are refused.

Offsets (`start`, `end`) are Unicode code points into `Article.text`; `end` is exclusive.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from .errors import InvalidBriefing

SCHEMA_URL = "https://citedbrief.org/schema/briefing-1.json"
VERSION = "1.0"

Offset = Annotated[int, Meta(ge=0, description="Unicode code points from the start of Article.text")]
Digest = Annotated[str, Meta(pattern="^sha256:[0-9a-f]{64}$")]
Share = Annotated[float, Meta(ge=0, le=1)]
SourceId = Annotated[str, Meta(pattern="^s[1-9][0-9]*$")]
StatementId = Annotated[str, Meta(pattern="^[a-z]+[1-9][0-9]*$", description="source label and sentence number: c7")]


def digest(data: bytes | str) -> str:
    """Return `sha256:…` of the bytes, or of the UTF-8 of a text."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space: how a quotation is printed."""
    return " ".join(text.split())


# ── What the stages work on ──────────────────────────────────────────────────────────────────────────────────────────


class Excluded(Struct, frozen=True, forbid_unknown_fields=True):
    """A span of an article that is kept out of the ranking, and why."""

    start: Offset
    end: Offset
    reason: str


class Article(Struct, frozen=True, kw_only=True):
    """One article as read. `text` is the decoded file, or what was extracted from it, and is never changed afterwards."""

    text: str
    title: str = ""
    published: str | None = None
    """ISO 8601 date or date and time, as the source gives it."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    """Relative to the folder that holds all sources, so that a briefing names no machine's folders."""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    language: str = ""
    """ISO 639-1 code; empty before `language.detect`."""
    raw_digest: str = ""
    pipeline: tuple[str, ...] = ()
    """What turned the bytes into `text`: `("decode/utf-8@1",)`."""
    title_span: tuple[int, int] | None = None
    """Where the title stands in the text, if it does."""
    excluded: tuple[Excluded, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str = "",
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        author: str | None = None,
    ) -> Article:
        """Make an article from text you already have.

        `published` is an ISO 8601 date. Control characters are replaced one for one by a space, as when a file is read.

        Raises:
            NothingToBrief: the text is empty.
        """
        from .read.text import article_from_text  # reading lives in its own stage

        return article_from_text(text, title=title, published=published, publisher=publisher, url=url, author=author)


class Sentence(Struct, frozen=True):
    """A sentence, heading or excluded passage of an article: `text == article.text[start:end]`."""

    article: int
    """Index of the article in the list given."""
    number: int
    """Counted from 1 in the article; excluded sentences count too, so the number can be found again by hand."""
    start: int
    end: int
    text: str
    block: int
    """Index of the paragraph."""
    excluded: str = ""
    """The reason it is kept out of the ranking ("repeat", "heading", …), or nothing."""


# ── The briefing ─────────────────────────────────────────────────────────────────────────────────────────────────────


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
    stability: float | None


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


class Briefing(Part, frozen=True, kw_only=True):
    """A briefing: what briefing.json holds, and what every other format is drawn from."""

    schema: str = field(name="$schema", default=SCHEMA_URL)
    version: str = VERSION
    title: str
    language: str
    created: str | None
    generator: Generator
    sources: tuple[Source, ...]
    bottom_line: tuple[StatementId, ...]
    key_points: tuple[StatementId, ...]
    sections: tuple[Section, ...]
    findings: Findings
    changes: Changes | None
    coverage: Coverage
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Notice, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, section by section."""
        return tuple(statement for section in self.sections for statement in section.statements)

    @property
    def origins(self) -> int:
        """The number of independent origins among the sources."""
        return len({source.origin for source in self.sources})

    def source(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises:
            KeyError: there is none.
        """
        return {source.id: source for source in self.sources}[source_id]

    def to_json(self) -> str:
        """Return the JSON text, the same bytes for the same briefing."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode() + "\n"

    def to_html(self, template: str | None = None) -> str:
        """Return one self-contained HTML page."""
        from .render.html import to_html

        return to_html(self, template)

    def to_pdf(self, template: str | None = None) -> bytes:
        """Return a tagged PDF.

        Raises:
            RenderError: WeasyPrint, Pango or a font is missing, or the drawing took too long.
        """
        from .render.pdf import to_pdf

        return to_pdf(self, template)

    def to_markdown(self, template: str | None = None) -> str:
        """Return CommonMark with footnotes for the citations."""
        from .render.markdown import to_markdown

        return to_markdown(self, template)

    def to_text(self, width: int = 80) -> str:
        """Return the plain-text digest, `width` columns wide."""
        from .render.terminal import to_text

        return to_text(self, width)

    def save(self, path: str | Path, template: str | None = None) -> None:
        """Write the briefing; the suffix says the format (.pdf .html .md .txt .json).

        Raises:
            OptionError: no format has this suffix.
            RenderError: it could not be drawn or written; an existing file is left as it was.
        """
        from .render import save

        save(self, Path(path), template)


def from_json(data: bytes | str) -> Briefing:
    """Read a briefing.json.

    Raises:
        InvalidBriefing: not JSON, not a briefing, an unknown key, or another major version.
    """
    try:
        briefing = msgspec.json.decode(data, type=Briefing)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidBriefing(
            f"not a briefing.json ({error})", "give a file that `brief … -o briefing.json` wrote"
        ) from error
    if not re.fullmatch(r"1\.\d+", briefing.version):
        raise InvalidBriefing(f"briefing.json is version {briefing.version}", "this program reads version 1")
    return briefing


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of briefing.json."""
    (reference,), definitions = msgspec.json.schema_components([Briefing], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL,
        **reference,
        "$defs": definitions,
    }
