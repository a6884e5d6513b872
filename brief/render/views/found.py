"""What the sources say together, as templates show it: frozen values, nothing left to work out. findings.py makes them."""

from __future__ import annotations

from dataclasses import dataclass

from .chip import Chip


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a difference: the sentence in three parts, so that the number in it can be marked; the first chip is its own."""

    before: str
    marked: str
    after: str
    chips: tuple[Chip, ...]
    date: str
    lang: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Reports that do not agree."""

    kind: str
    """differ, update or denial."""
    label: str
    """“Reports differ”, “Updated by the same origin”, “Claimed and denied”."""
    about: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A row of the table of figures."""

    text: str
    """“more than 200”."""
    counted: str
    note: str
    """“as of 4 March 2026 · police said”, as far as known."""
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Words of a speaker."""

    words: str
    chip: Chip
    lang: str


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker and what the sources have of theirs."""

    name: str
    role: str
    amount: str
    """“3 quotations”."""
    quotations: tuple[QuotationView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated sentence."""

    date: str
    words: str
    """The words of the source that give the date."""
    sentence: str
    chip: Chip
    more: str
    """“3 more of this date in briefing.json”, or nothing."""
    lang: str


@dataclass(frozen=True, slots=True)
class FindingsView:
    """All findings; each `more` says how many are in briefing.json only, or nothing."""

    differences: tuple[DifferenceView, ...]
    differences_more: str
    figures: tuple[FigureView, ...]
    figures_more: str
    speakers: tuple[SpeakerView, ...]
    speakers_more: str
    timeline: tuple[EventView, ...]
    timeline_more: str

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.differences or self.figures or self.speakers or self.timeline)
