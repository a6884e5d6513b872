"""The frozen values that templates show. view.py makes them: finished words and names, nothing left to work out."""

from __future__ import annotations

from dataclasses import dataclass

from ..labels import some
from .changes import ChangesView
from .chip import Chip
from .evidence import PassageView
from .found import FindingsView

COLUMNS = 20
"""Sources side by side in one coverage table: more do not fit the width of a page."""
BESIDE = 6
"""Sources in a coverage map that fits beside the text."""
LEGEND = 12
"""Sources that fit beside the text on the first page."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a printed statement: the source's words, or ours in [square brackets]."""

    text: str
    added: bool


@dataclass(frozen=True, slots=True)
class ConceptView:
    """Words a statement added to the page."""

    words: str
    share: str
    """“17 %” of what it added."""
    sources: str
    """“A, B (1 origin)”."""


@dataclass(frozen=True, slots=True)
class RivalView:
    """The sentence most like a statement that is not printed, and why."""

    label: str
    text: str
    lost: str
    """“gains less for its words”."""


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why a statement was chosen."""

    themes: tuple[Fact, ...]
    """Labels of its themes and the terms that matched."""
    concepts: tuple[ConceptView, ...]
    covered: str
    """“45 % of its weight had been said by earlier choices”, or nothing."""
    stability: str
    rival: RivalView | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as it is printed in full, which happens once."""

    id: str
    anchor: str
    text: str
    """On one line; what we added stands in [square brackets]."""
    words: tuple[Words, ...]
    exact: str
    """The quoted sentence as the source has it, on one line."""
    chip: Chip
    more: tuple[Chip, ...]
    """Its further citations."""
    also: tuple[tuple[str, tuple[Chip, ...]], ...]
    """“also reported by”, “also quoted by” and “also carried by” with the sources that do."""
    related: tuple[Chip, ...]
    """Coverage of the same thing by others; it confirms nothing."""
    source_title: str
    lang: str
    """Language of the quotation when it is not the briefing's, or nothing."""
    backing: str
    """“2 origins”, “1 source”; nothing where its place on the page says so."""
    flags: tuple[str, ...]
    holds: str
    """“holds without any one source”, or nothing."""
    before: str
    """What an updated statement said in the previous briefing, and where; or nothing."""
    why: WhyView | None
    """Nothing when the briefing does not say."""
    probable: bool
    """Whether its theme is probable only: drawn quietly, as a dotted line."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Statements of a section that stand elsewhere: “C2, C6 in the bottom line”."""

    chips: tuple[Chip, ...]
    place: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A theme: what is printed here, and what of it was printed above."""

    anchor: str
    label: str
    description: str
    support: str
    """“2 of 3 origins”, “1 source, not confirmed”."""
    alone: bool
    """Whether one origin alone carries it, of several sources."""
    statements: tuple[StatementView, ...]
    above: tuple[Pointer, ...]
    lead: str
    """What introduces `above`."""
    colour: str
    """The theme's colour, `#rrggbb`, or nothing."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: legend, list entry and evidence."""

    label: str
    anchor: str
    colour: int
    title: str
    url: str
    """An http(s) address, or nothing."""
    byline: str
    """“Publisher · Author · 14 April 2025”, as far as known."""
    file: str
    words: str
    """“502 words”."""
    quoted: str
    """“4 of 19 sentences quoted”."""
    note: str
    """“perhaps of one origin with A”, towards the sources listed before it; or nothing."""
    shares: str
    """The same towards all sources."""
    alone: str
    """“Not found elsewhere: C4–6. Nothing found here on A3.”, or nothing."""
    notes: str
    """“12 % of its words also stand in A; 4 statements used.”, or nothing."""
    digest: str
    short_digest: str
    lang: str
    passages: tuple[PassageView, ...]
    missing: str
    """“5 sentences not shown” after the last passage, or nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the coverage map."""

    count: int
    heat: int
    """0 for none to HEAT_LEVELS for the most."""
    source: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A theme of the coverage map."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """How many passages were marked as excluded for one reason, in all and by source."""

    label: str
    count: int
    by_source: str
    """“A 5, B 2”."""


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """Sentences that were ranked and not printed."""

    label: str
    count: int
    sentences: tuple[str, ...]
    """Runs of labels: “A4–9”, “B3”."""


@dataclass(frozen=True, slots=True)
class Unquoted:
    """All that is not quoted for one reason: passages marked as excluded, and sentences."""

    label: str
    amount: str
    """“17 sentences, 6 passages”."""
    which: tuple[str, ...]
    """Runs of sentence labels, or passages by source when none of them is a sentence."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with the source it is about, if any."""

    source: str
    message: str
    text: str
    """Both in one line."""
    lang: str
    """Its language where that is not the one of the labels, or nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """All that a template needs."""

    marking: str
    """The handling line, such as “TLP:GREEN”, or nothing."""
    title: str
    language: str
    labels: str
    """The language of all that is not quoted: en, es, fr or de."""
    created: str
    """ISO date, for machines."""
    date: str
    facts: tuple[str, ...]
    """“3 articles, 2 origins”, “2,052 words read”, “14 April 2025”."""
    bottom_line: tuple[StatementView, ...]
    changes: ChangesView | None
    """Nothing when the briefing was compared with no other."""
    key_points: tuple[StatementView, ...]
    sections: tuple[SectionView, ...]
    findings: FindingsView
    sources: tuple[SourceView, ...]
    coverage: tuple[CoverageRow, ...]
    uncovered: str
    """The themes that no sentence is on: “Health, Sport and Education”; they have no row."""
    silent: str
    """“Nothing is quoted from D (copy of C).”, or nothing."""
    glance: tuple[Fact, ...]
    method: tuple[Fact, ...]
    exclusions: tuple[Exclusion, ...]
    left_out: tuple[LeftOutView, ...]
    unquoted: tuple[Unquoted, ...]
    """`exclusions` and `left_out` in one list."""
    warnings: tuple[Warned, ...]
    generator: str
    sure: str
    """How sure the themes are: “2 confident, 5 probable, 1 other”, or nothing."""
    summary: str
    """“22 of 80 sentences quoted”."""

    @property
    def statements(self) -> tuple[StatementView, ...]:
        """All printed statements in the order they are printed."""
        rest = (statement for section in self.sections for statement in section.statements)
        return (*self.bottom_line, *self.key_points, *rest)

    @property
    def has_evidence(self) -> bool:
        """Whether any source text is carried along."""
        return any(source.passages for source in self.sources)

    @property
    def legend(self) -> tuple[SourceView, ...]:
        """The sources that fit beside the text."""
        return self.sources[:LEGEND]

    @property
    def legend_more(self) -> str:
        """“and 88 more”, or nothing."""
        return some("and %(num)s more", "and %(num)s more", len(self.sources[LEGEND:]))

    @property
    def small_coverage(self) -> bool:
        """Whether the coverage map fits beside the text."""
        return bool(self.coverage) and len(self.coverage[0].cells) <= BESIDE

    @property
    def coverage_tables(self) -> tuple[tuple[CoverageRow, ...], ...]:
        """The coverage map in tables no wider than a page, all of them about as wide."""
        width = len(self.coverage[0].cells) if self.coverage else 0
        step = -(-width // -(-width // COLUMNS)) if width else 1
        return tuple(
            tuple(CoverageRow(row.label, row.cells[start : start + step]) for row in self.coverage)
            for start in range(0, width, step)
        )
