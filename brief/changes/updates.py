"""Figures that moved as the new briefing itself says: its updates whose one side was known, and whose other is new.

Where the pile of the day before is part of today's, both articles were compared word by word; see findings/numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..growth import RISEN
from ..model import Briefing, Citation, Difference, Figure, Side


def updated(old: Briefing, new: Briefing) -> list[tuple[Figure, Figure]]:
    """Return for each update the last figure the old briefing had and the figure that took its place."""
    known = {source.text_digest for source in old.sources}
    pairs = (_pair(old, new, one.sides, known) for one in new.findings.differences if _is_later(one))
    return [pair for pair in pairs if pair is not None]


def _is_later(difference: Difference) -> bool:
    """Tell whether the last side took the place of the others: one outlet gives all, or the sentence says that it rose."""
    last = difference.sides[-1].citation.exact
    return difference.kind == "update" or (difference.kind == "differ" and bool(RISEN.search(" ".join(last.split()))))


def _pair(old: Briefing, new: Briefing, sides: tuple[Side, ...], known: set[str]) -> tuple[Figure, Figure] | None:
    """Return the two figures; sides are by date, and the last must be new to who has read the old briefing."""
    before = [side for side in sides if _known(new, side, known)]
    if not before or sides[-1] in before:
        return None
    first, last = _figure(old, new, before[-1]), _figure(new, new, sides[-1])
    return (first, last) if first and last else None


def _known(new: Briefing, side: Side, known: set[str]) -> bool:
    return any(new.source(cited.source).text_digest in known for cited in (side.citation, *side.also_in))


def _figure(briefing: Briefing, new: Briefing, side: Side) -> Figure | None:
    """Return the figure of a briefing that stands in a sentence which a side of the new one cites."""
    sentences = [(new.source(one.source).text_digest, one) for one in (side.citation, *side.also_in)]
    for figure in briefing.findings.figures:
        if figure.value == side.value and any(
            _within(briefing, one, sentences) for one in (figure.citation, *figure.also_in)
        ):
            return figure
    return None


def _within(briefing: Briefing, cited: Citation, sentences: Sequence[tuple[str, Citation]]) -> bool:
    digest = briefing.source(cited.source).text_digest
    return any(digest == own and one.start <= cited.start < one.end for own, one in sentences)
