"""What the web page can be filtered by: the themes and sources of the statements it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Briefing
from ..views.shown import SourceView, StatementView, View
from ..words import theme_words


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of some statement."""

    number: int
    anchor: str
    """Its section, or nothing when all its statements stand under other themes."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Of a statement: the numbers of its themes and the letters of its sources, a space between them."""

    themes: str
    sources: str


@dataclass(frozen=True, slots=True)
class Filters:
    """All there is to choose from."""

    themes: Mapping[str, Theme]
    """By label: sections in the order of the page, then those of the coverage map."""
    sources: tuple[SourceView, ...]
    statements: Mapping[str, Facets]
    """By id."""

    @property
    def any(self) -> bool:
        """Whether there is anything to choose between."""
        return len(self.statements) > 1 and (len(self.themes) > 1 or len(self.sources) > 1)


def filters(briefing: Briefing, shown: View) -> Filters:
    """Return the themes and sources that at least one printed statement has."""
    labels = {theme.id: theme_words(briefing, theme.label) for theme in briefing.coverage.themes}
    of = {one.id: {labels[match.id] for match in one.themes if match.id in labels} for one in briefing.statements}
    for section, view in zip(briefing.sections, shown.sections, strict=True):
        for statement in section.statements:
            of[statement.id].add(view.label)
    anchors = {section.label: section.anchor for section in reversed(shown.sections)}
    used = set().union(*of.values())
    ordered = dict.fromkeys((*(section.label for section in shown.sections), *labels.values()))
    themes = {
        label: Theme(number, anchors.get(label, ""))
        for number, label in enumerate((label for label in ordered if label in used), 1)
    }
    facets = {
        one.id: _facets(one, [themes[label].number for label in themes if label in of[one.id]])
        for one in shown.statements
    }
    letters = {letter for facet in facets.values() for letter in facet.sources.split()}
    return Filters(themes, tuple(source for source in shown.sources if source.label in letters), facets)


def _facets(statement: StatementView, themes: list[int]) -> Facets:
    """Count a source that carries or reports the statement too; related coverage confirms nothing and does not count."""
    chips = (statement.chip, *statement.more, *(chip for _, also in statement.also for chip in also))
    return Facets(" ".join(map(str, themes)), " ".join(dict.fromkeys(chip.source for chip in chips)))
