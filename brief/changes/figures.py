"""Figures that moved: the same thing counted again by a source that the previous briefing had not.

Precision first: two numbers of the same noun and unit in like words are right far oftener than two numbers of the same noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from .. import language
from ..model import Briefing, Citation, Figure, Moved
from ..quoting import printed
from ..terms import count_terms, unit_entries
from .told import earlier_figure
from .updates import updated

ALIKE, SHARED = 0.3, 2
"""Cosine of the sentences without numbers, and content words they share besides the noun and names, of two numbers that
count the same noun."""
ALIKE_MEASURED, SHARED_MEASURED = 0.25, 3
"""The same of two numbers that only share a unit: “40 centimetres below the crest”. With two words in common the sums of
dollars in DUC 2004 were all other sums."""
RATIO = 2.5  # of the two values at most: beyond it another thing is counted (“1,500 Kurds”, “some 41 Kurds declared”)
COMPLEMENT = re.compile(r"\b(?:all but|except)\s+\S*$", re.IGNORECASE)
"""“All but 240 of the 3,400 people” counts those who are left."""
SPANS_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
"""“29 hours after”, “within six months”: seldom the same span."""


@dataclass(frozen=True)
class _Counted:
    """A figure with what decides whether another counts the same."""

    figure: Figure
    key: tuple[str, str]
    """The counted noun's head and the unit, as stems."""
    published: str
    digest: str
    language: str
    sentence: str


def moved(old: Briefing, new: Briefing) -> tuple[Moved, ...]:
    """Return the figures that moved, the most important of the new briefing first, no figure twice."""
    known = {source.text_digest for source in old.sources}
    before = _counted(old)
    values = {(one.key, one.figure.value) for one in before}
    after = [one for one in _counted(new) if one.digest not in known and (one.key, one.figure.value) not in values]
    pairs = updated(old, new)
    taken = {id(figure) for pair in pairs for figure in pair}
    found = _pairs(*([one for one in counted if id(one.figure) not in taken] for counted in (before, after)))
    pairs += [(b.figure, a.figure) for b, a in found]
    order = {id(figure): place for place, figure in enumerate(new.findings.figures)}
    pairs.sort(key=lambda pair: order[id(pair[1])])
    return tuple(Moved(_about(b), earlier_figure(old, b), a) for b, a in pairs)


def _pairs(before: Sequence[_Counted], after: Sequence[_Counted]) -> list[tuple[_Counted, _Counted]]:
    """Pair each new figure with the latest old one it can be an update of; no old figure twice, no change told twice."""
    likeness = _likeness([*before, *after])
    taken: set[int] = set()
    told: set[tuple[tuple[str, str], float]] = set()
    pairs = []
    for a, new in enumerate(after, len(before)):
        fits = [b for b, old in enumerate(before) if b not in taken and _may_follow(old, new) and likeness(b, a)]
        if fits and (new.key, new.figure.value) not in told:
            best = max(fits, key=lambda b: (before[b].published, likeness(b, a), -b))
            taken.add(best)
            told.add((new.key, new.figure.value))
            pairs.append((before[best], new))
    return pairs


def _may_follow(old: _Counted, new: _Counted) -> bool:
    if old.key != new.key or old.figure.value == new.figure.value:
        return False
    small, large = sorted((old.figure.value, new.figure.value))
    told = old.figure.text in new.sentence or new.figure.text in old.sentence  # then it is the other number that moved
    return (
        large <= RATIO * small and not told and not (old.published and new.published and new.published < old.published)
    )


def _likeness(counted: Sequence[_Counted]) -> Callable[[int, int], float]:
    """Return the function from two figures to the cosine of their sentences without numbers, 0 where it is too little."""
    terms = count_terms([one.sentence for one in counted], [one.language for one in counted])
    words = terms.words
    unit = unit_entries(words)
    own = [frozenset(_own(one)) for one in counted]

    @cache
    def likeness(b: int, a: int) -> float:
        rows = [dict(zip(words.row(row).tolist(), unit[words.starts[row] :].tolist(), strict=False)) for row in (b, a)]
        shared = [c for c in rows[0] if c in rows[1] and not terms.is_number[c]]
        around = [c for c in shared if terms.vocabulary[c] not in own[a] and not terms.is_name[c]]
        cosine = round(sum(rows[0][c] * rows[1][c] for c in shared), 3)
        alike, fewest = (ALIKE, SHARED) if counted[a].key[0] else (ALIKE_MEASURED, SHARED_MEASURED)
        return cosine if cosine >= alike and len(around) >= fewest else 0.0

    return likeness


def _counted(briefing: Briefing) -> list[_Counted]:
    """Return the figures of a briefing with what they count; spans of time and bare numbers are left aside."""
    sources = {source.id: source for source in briefing.sources}
    found = []
    for figure in briefing.findings.figures:
        source = sources[figure.citation.source]
        key = (_head(figure.counted, source.language), _head(figure.unit, source.language))
        if any(key) and figure.unit not in SPANS_OF_TIME and not COMPLEMENT.search(figure.citation.prefix):
            sentence = _sentence(briefing, figure.citation)
            found.append(
                _Counted(figure, key, (source.published or "")[:10], source.text_digest, source.language, sentence)
            )
    return found


def _sentence(briefing: Briefing, cited: Citation) -> str:
    """Return the sentence a number stands in as far as the briefing carries it along, else the words around it."""
    source = briefing.source(cited.source)
    for passage in source.passages:
        for one in passage.sentences:
            if one.start <= cited.start < one.end:
                return printed(passage.text[one.start - passage.start : one.end - passage.start], source.media_type)
    return f"{cited.prefix}{cited.exact}{cited.suffix}"


def _head(words: str | None, code: str) -> str:
    """Return the stem of the last word, which is the noun: “asylum seekers” counts seekers."""
    return (language.stems(words or "", code) or [words or ""])[-1]


def _own(one: _Counted) -> list[str]:
    """Return the stems of the figure itself."""
    return language.stems(" ".join(filter(None, (one.figure.text, one.figure.unit, one.figure.counted))), one.language)


def _about(figure: Figure) -> str:
    """Return what is counted; a unit stands in the number's own words."""
    return figure.counted or ""
