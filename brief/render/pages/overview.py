"""The table at the foot of page one of a PDF: whose letters are whose, and who reports how much on the chief themes.

Templates call `overview(view, briefing)`, because they neither count nor cut. The whole map of all sources and themes
stands before the list of sources, and the table says so when it leaves any out.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Briefing
from ..labels import some
from ..views.shown import Cell, CoverageRow, SourceView, StatementView, View

ALL, SOME, LEAST = 15, 12, 8
"""Sources listed on page one: all when they are so many or fewer, else so many, or fewer still for the sake of key points.
Fifteen rows take a third of the page."""
THEMES = 6
"""Columns: with more, titles of sources have less than half of the width of the paper."""
FEW, MORE_THEMES = 6, 8
"""So few sources leave room for titles of two lines each, and so for more columns."""


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A source and how many sentences it has on each theme."""

    source: SourceView
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Sources, and the themes that most sentences are on."""

    themes: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    more_sources: str
    """“28 more sources”, or nothing."""
    more_cells: tuple[int, ...]
    """What these sources have on each theme together; empty when there are none."""
    more_themes: str
    """“9 more themes”, or nothing."""


def overview(view: View, briefing: Briefing) -> Overview:
    """Return the sources the statements are from, filled up with the first others, and the themes most reported on."""
    chief = _chief(view, briefing)
    listed = _listed(view)
    cells = [{cell.source: cell for cell in theme.cells} for theme in chief]
    left = [source.label for source in view.sources if source.label not in listed]
    return Overview(
        themes=tuple(theme.label for theme in chief),
        rows=tuple(
            OverviewRow(source, tuple(by.get(source.label, Cell(0, 0, source.label)) for by in cells))
            for source in view.sources
            if source.label in listed
        ),
        more_sources=some("%(num)s more source", "%(num)s more sources", len(left)),
        more_cells=tuple(sum(by[label].count for label in left if label in by) for by in cells) if left else (),
        more_themes=some("%(num)s more theme", "%(num)s more themes", len(view.coverage) - len(chief)),
    )


def _chief(view: View, briefing: Briefing) -> list[CoverageRow]:
    """Return all rows when they fit, else those with most sentences in the order of the map, without what no theme claims."""
    most = MORE_THEMES if len(view.sources) <= FEW else THEMES
    if len(view.coverage) <= most:
        return list(view.coverage)
    coverage = briefing.coverage
    ids = [theme.id for theme, row in zip(coverage.themes, coverage.counts, strict=False) if any(row)]
    themed = [row for name, row in zip(ids, view.coverage, strict=True) if name != "other"]
    chief = sorted(themed, key=lambda row: -sum(cell.count for cell in row.cells))[:most]
    return [row for row in themed if row in chief]


def _listed(view: View) -> set[str]:
    """Return the letters of the sources to list: a reader meets first those of the bottom line, then of the rest."""
    quoted = [label for statement in view.statements for label in _sources(statement)]
    order = list(dict.fromkeys((*quoted, *(source.label for source in view.sources))))
    return set(order if len(order) <= ALL else order[: LEAST if view.key_points else SOME])


def _sources(statement: StatementView) -> list[str]:
    return [chip.source for chip in (statement.chip, *statement.more)]
