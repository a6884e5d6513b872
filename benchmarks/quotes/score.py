"""Compares what `brief` finds with what people marked.

The rule. A source matches when the words `brief` takes for the speaker, as they stand beside the verb, share a character
with the marked source, or their last word is a word of it (a quotation that stands alone is marked with the name of the
sentence before). A found attribution is right when marked attributions whose source matches cover at least half of its
characters. A marked attribution is found when found ones whose source matches cover at least half of its characters.
Precision is by the kind found, recall by the kind marked; what is marked without a source is not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from brief.findings.quotes.said import Block, Said, said
from brief.findings.quotes.words import REPORTING
from brief.model import Article
from brief.paragraphs import paragraphs
from brief.split import split

from .polnear import Attribution, Marked, Span

HALF = 0.5


@dataclass
class Counts:
    """By kind: attributions found, of them right; attributions marked, of them found."""

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    recalled: Counter[str] = field(default_factory=Counter)
    alone: int = 0
    """Quotations found without a speaker; no claim, so no error of precision."""


def find(text: str) -> list[Said]:
    """Return what is said in a text, every sentence of it, headings too."""
    article = Article(text=text, language="en")
    blocks = groupby(split(article, 0, paragraphs(article)), key=lambda sentence: sentence.block)
    return said(text, [Block(number, tuple((s.start, s.end) for s in own)) for number, own in blocks], "en")


def count(articles: Iterable[Marked]) -> Counts:
    """Add up all articles."""
    counts = Counts()
    for article in articles:
        _count(counts, article, [one for one in article.attributions if one.source], find(article.text))
    return counts


def _count(counts: Counts, article: Marked, marked: Sequence[Attribution], found: Sequence[Said]) -> None:
    named = [one for one in found if one.source]
    counts.alone += len(found) - len(named)
    for one in named:
        covered = sum(_shared(one.pieces, other.content) for other in marked if _same_source(article.text, one, other))
        counts.found[one.kind] += 1
        counts.right[one.kind] += covered >= HALF * _size(one.pieces)
    for other in marked:
        covered = sum(_shared(one.pieces, other.content) for one in named if _same_source(article.text, one, other))
        for kind in (other.kind, "indirect, verb of saying") if _says(other) else (other.kind,):
            counts.marked[kind] += 1
            counts.recalled[kind] += covered >= HALF * _size(other.content)


def _says(attribution: Attribution) -> bool:
    """Tell whether reported speech is marked with a verb of saying: PolNeAR has wishes, fears and votes too."""
    words = re.findall(r"\w+", attribution.cue.lower())
    return attribution.kind == "indirect" and any(word in REPORTING for word in words)


def _same_source(text: str, one: Said, other: Attribution) -> bool:
    if one.source is None:
        return False
    start, end = one.source
    if any(start < last and first < end for first, last in other.source):
        return True
    head = (re.findall(r"[\w’'-]+", text[start:end]) or [""])[-1]
    return any(re.search(rf"\b{re.escape(head)}\b", text[first:last]) for first, last in other.source)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _size(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)
