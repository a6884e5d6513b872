"""What fits on one printed page: the template `compact` asks, because templates neither count nor cut.

Heights are in lines of a column (8.8 pt, a line of 4.1 mm), estimated from above: a page that is drawn with room left is
no harm, a second page is. tests/test_templates.py draws what is estimated.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...look import Look
from ..labels import _, some
from ..views.shown import SectionView, SourceView, StatementView, View
from ..words import listed

LINES = {"A4": 66, "Letter": 61}
"""In a column, of paper 297 and 279 mm high with 25 mm of margins."""
COLUMNS = 2
IN_COLUMN, ACROSS, SMALL, TITLE = 55, 99, 126, 56
"""Letters in a line of a column, of the bottom line, of the sources and of the title, in the shipped fonts."""
WIDE = 0.82
"""As many letters there are in the lines of another font: DejaVu, among the widest, has .83."""
MASTHEAD, LOGO, MARKING, PANEL, HEADING, FOOT = 4.3, 3.3, 3.5, 3.5, 1.9, 2.6
"""Heights of what stands around the text, with its space."""
SPACE = 0.5
"""Behind a statement."""
MOST_SOURCES = 14
"""Listed by title: more would take a third of the page."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """The statements and sources that fit, in their order, and how many do not."""

    bottom_line: tuple[StatementView, ...]
    key_points: tuple[StatementView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    more: str
    """“3 statements and 2 sources are not on this page”, or nothing."""


def one_page(view: View, page_size: str = "A4", look: Look | None = None) -> OnePage:
    """Return what fits on a page: the bottom line first, then the first statement of each theme, the second, …"""
    sources = view.sources[:MOST_SOURCES]
    look = look or Look()
    wide = WIDE if look.font_serif or look.font_sans else 1.0
    listed = " · ".join(f"{one.label}   {one.title} {one.byline}" for one in sources)
    around = MASTHEAD + FOOT + 1.9 * _lines(view.title, TITLE * wide) + 0.95 * _lines(listed, SMALL * wide)
    room = COLUMNS * (LINES[page_size] - around - MARKING * bool(view.marking) - LOGO * bool(look.logo))
    kept: set[str] = set()
    for statement in _in_turn(view):
        if _height(view, kept | {statement.id}, wide) <= room:
            kept.add(statement.id)
    return _only(view, kept, sources)


def _in_turn(view: View) -> Iterator[StatementView]:
    """Yield the statements, the most important first."""
    yield from view.bottom_line
    yield from view.key_points
    for turn in range(max((len(section.statements) for section in view.sections), default=0)):
        for section in view.sections:
            yield from section.statements[turn : turn + 1]


def _height(view: View, kept: set[str], wide: float) -> float:
    """Return how many lines of a column these statements take with what stands around them."""
    bottom = [1.15 * _lines(_text(one), ACROSS * wide) + SPACE for one in view.bottom_line if one.id in kept]
    sections = [(0, view.key_points), *((len(section.above), section.statements) for section in view.sections)]
    total, tallest = COLUMNS * (sum(bottom) + PANEL * bool(bottom)), 0.0
    for above, statements in sections:
        heights = [_lines(_text(one), IN_COLUMN * wide) + SPACE for one in statements if one.id in kept]
        total += sum(heights) + (HEADING + above) * bool(heights)
        tallest = max(tallest, *heights, 0.0)
    return total + tallest  # columns are balanced, and no statement is broken: as much as the longest stays empty


def _only(view: View, kept: set[str], sources: tuple[SourceView, ...]) -> OnePage:
    sections = tuple(
        replace(section, statements=tuple(one for one in section.statements if one.id in kept))
        for section in view.sections
    )
    unkept, unlisted = len(view.statements) - len(kept), len(view.sources) - len(sources)
    statements = some("%(num)s statement", "%(num)s statements", unkept)
    lacking = [*filter(None, (statements, some("%(num)s source", "%(num)s sources", unlisted)))]
    return OnePage(
        bottom_line=tuple(one for one in view.bottom_line if one.id in kept),
        key_points=tuple(one for one in view.key_points if one.id in kept),
        sections=tuple(section for section in sections if section.statements),
        sources=sources,
        more=_("Not on this page: %(what)s", what=listed(lacking)) if lacking else "",
    )


def _text(statement: StatementView) -> str:
    return " ".join((statement.text, statement.chip.label, *statement.flags, statement.backing))


def _lines(text: str, width: float) -> int:
    """Return in how many lines a text is set, from above: letters beyond Latin are broader, those of East Asia twice."""
    cells = sum(2.2 if unicodedata.east_asian_width(one) in "WF" else 1.25 if one > "\u024f" else 1 for one in text)
    return math.ceil(cells / width)
