"""The frozen values that templates show. view.py makes them: finished words and names, nothing left to work out."""

from __future__ import annotations

from dataclasses import dataclass

from .evidence import PassageView

COLUMNS = 20
"""Sources side by side in one coverage table: more do not fit the width of a page."""
BESIDE = 6
"""Sources in a coverage map that fits beside the text."""
LEGEND = 12
"""Sources that fit beside the text on the first page."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short mark such as “C6” that leads to its statement or its evidence."""

    label: str
    source: str
    """The source's letter."""
    colour: int
    """1 to COLOURS."""
    target: str
    """Name of the place it leads to: the evidence where it is printed, else the source's entry."""
    evidence: bool
    """Whether the target is the sentence in the evidence."""


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
    """“also reported by” and “also carried by” with the sources that do."""
    source_title: str
    lang: str
    """Language of the quotation when it is not the briefing's, or nothing."""
    origins: int
    flags: tuple[str, ...]
    holds: str
    """“holds without any one source”, or nothing."""
    why: WhyView | None
    """Nothing when the briefing does not say."""


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
    statements: tuple[StatementView, ...]
    above: tuple[Pointer, ...]
    lead: str
    """What introduces `above`."""


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


@dataclass(frozen=True, slots=True)
class View:
    """All that a template needs."""

    title: str
    language: str
    created: str
    """ISO date, for machines."""
    date: str
    facts: tuple[str, ...]
    """“3 articles, 2 origins”, “2,052 words read”, “14 April 2025”."""
    bottom_line: tuple[StatementView, ...]
    key_points: tuple[StatementView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    coverage: tuple[CoverageRow, ...]
    uncovered: str
    """The themes that no sentence is on: “Health, Sport and Education”; they have no row."""
    glance: tuple[Fact, ...]
    method: tuple[Fact, ...]
    exclusions: tuple[Exclusion, ...]
    left_out: tuple[LeftOutView, ...]
    unquoted: tuple[Unquoted, ...]
    """`exclusions` and `left_out` in one list."""
    warnings: tuple[Warned, ...]
    generator: str
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
        return f"and {len(self.sources) - LEGEND:,} more" if len(self.sources) > LEGEND else ""

    @property
    def small_coverage(self) -> bool:
        """Whether the coverage map fits beside the text."""
        return bool(self.coverage) and len(self.coverage[0].cells) <= BESIDE

    @property
    def coverage_tables(self) -> tuple[tuple[CoverageRow, ...], ...]:
        """The coverage map in tables no wider than a page."""
        width = len(self.coverage[0].cells) if self.coverage else 0
        return tuple(
            tuple(CoverageRow(row.label, row.cells[start : start + COLUMNS]) for row in self.coverage)
            for start in range(0, width, COLUMNS)
        )
