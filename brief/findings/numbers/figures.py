"""Key figures: number, unit, what is counted, as of when, said by whom. The same figure of several sources is one."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p, log10

import numpy as np

from ...citing import cite, sentence_id
from ...lookup import among
from ...model import Figure, one_line
from ...quoting import printed
from ...stages import Prepared
from ..dates import Dates
from .attribution import said_by
from .dating import as_of
from .mentions import Mention
from .windows import Windows

KIND_WEIGHT = {"time": 0.2, "length": 0.4, "share": 0.7}
"""A span of time or a distance is seldom what a story is about; the rest weighs 1."""
FEW, FEW_WEIGHT = 4, 0.4
"""“two leaders”, “three reasons”: numbers this small mostly tell things apart."""
SHARED_STEMS = 2  # around the number; else “two men” of one source would be those of another
LARGE = 4  # powers of ten that double a weight
TRIED = 64  # groups of one value and noun that a mention is compared with: “two years” may be in a thousand sentences
PLACES = 4  # decimals of a weight


def figures(prepared: Prepared, groups: Sequence[Sequence[Mention]], dates: Dates | None = None) -> tuple[Figure, ...]:
    """Return a figure for each group of mentions (see `grouped`), the most important first, then in source order.

    `dates` are given where others need them too, so that each sentence is read once.
    """
    dates = dates or Dates(prepared)
    uses = _uses(prepared, {group[0].head for group in groups if group[0].head})
    rows = {group[0].row for group in groups}  # a sentence may hold several figures
    speakers = {row: said_by(prepared.texts[row]) for row in rows if prepared.languages[row] == "en"}
    made = [_figure(prepared, group, uses, dates, speakers.get(group[0].row)) for group in groups]
    order = sorted(range(len(made)), key=lambda place: (-made[place].weight, place))
    return tuple(made[place] for place in order)


def grouped(found: Sequence[Mention], windows: Windows) -> list[list[Mention]]:
    """Put together the mentions of one value that count the same thing."""
    groups: list[list[Mention]] = []
    by_key: dict[tuple[object, ...], list[list[Mention]]] = {}
    for mention in found:
        alike = by_key.setdefault(_key(mention), [])
        group = next((own for own in alike[-TRIED:] if _same(own[0], mention, windows)), None)
        if group is None:
            group = []
            alike.append(group)
            groups.append(group)
        group.append(mention)
    return groups


def _key(mention: Mention) -> tuple[object, ...]:
    return mention.value, mention.high, mention.unit, mention.head, mention.bound, mention.added


def _same(first: Mention, other: Mention, windows: Windows) -> bool:
    return len(windows.near(first) & windows.near(other)) >= SHARED_STEMS


def _uses(prepared: Prepared, heads: set[str]) -> dict[str, int]:
    """Return in how many sentences each head stands."""
    words = prepared.terms.words
    counts = words.holder_counts
    present = np.flatnonzero(among(prepared.terms, heads)).tolist()
    return {prepared.terms.vocabulary[number]: int(counts[number]) for number in present}


def _figure(
    prepared: Prepared, group: Sequence[Mention], uses: dict[str, int], dates: Dates, speaker: str | None
) -> Figure:
    mention = group[0]
    sentence = prepared.usable[mention.row]
    origins = {prepared.origins.of[prepared.usable[other.row].article] for other in group}
    return Figure(
        text=words_at(prepared, mention, mention.number),
        value=mention.value,
        high=mention.high,
        qualifier=words_at(prepared, mention, mention.qualifier) if mention.qualifier else None,
        unit=mention.unit,
        counted=words_at(prepared, mention, mention.counted) if mention.counted else None,
        as_of=as_of(prepared, mention, dates),
        said_by=speaker,
        origins=len(origins),
        weight=_weight(mention, len(origins), uses),
        sentence=sentence_id(sentence),
        citation=cite(prepared.articles, sentence.article, mention.start, mention.end),
        also_in=tuple(cite(prepared.articles, prepared.usable[m.row].article, m.start, m.end) for m in group[1:]),
    )


def words_at(prepared: Prepared, mention: Mention, span: tuple[int, int]) -> str:
    """Return a part of a mention as it is printed: on one line, without Markdown's marks."""
    article = prepared.articles[prepared.usable[mention.row].article]
    return one_line(printed(article.text[slice(*span)], article.media_type))


def _weight(mention: Mention, origins: int, uses: dict[str, int]) -> float:
    """Importance: independent origins that give it, times how often what it counts is written about."""
    about = uses.get(mention.head, 1) if mention.head else 1
    few = mention.value < FEW and mention.unit is None
    factor = KIND_WEIGHT.get(mention.kind, 1.0) * (FEW_WEIGHT if few else 1.0) * (1 + _size(mention) / LARGE)
    return round(origins * log1p(about) * factor, PLACES)


def _size(mention: Mention) -> float:
    """The power of ten of what is counted; a thousand of money counts as one, shares and measures as a hundred."""
    if mention.unit is None or mention.kind == "money":
        return log10(max(1.0, mention.value / (1000 if mention.kind == "money" else 1)))
    return 2.0
