"""Evidence as a template shows it: the kept passages of a source, cut into pieces that are quoted, dropped or plain."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...model import Passage, Source, Statement
from ..labels import some
from ..words import line, printable, reason_label


class Span(NamedTuple):
    """A stretch of the article that means something: quoted, says the same, is related, or left out."""

    start: int
    end: int
    kind: str
    """"quoted", "same", "related" or "excluded"."""
    value: str
    """The statement's id, or the reason of the exclusion."""
    anchor: str
    """Name of the place that chips link to; empty for what is excluded."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of source text that is shown in one style."""

    text: str
    number: str = ""
    """“C6” when a numbered sentence begins here."""
    quoted: tuple[str, ...] = ()
    """Ids of the statements that quote it."""
    same: tuple[str, ...] = ()
    """Ids of the statements that say the same in other words."""
    related: tuple[str, ...] = ()
    """Ids of the statements that are about the same thing."""
    anchors: tuple[str, ...] = ()
    """Names of the places here that chips link to."""
    excluded: str = ""
    """The reason it was left out, or nothing."""

    @property
    def heading(self) -> bool:
        """Whether it is a heading or the title: not quoted, and no rubbish either."""
        return self.excluded in ("heading", "title")

    @property
    def reason(self) -> str:
        """The reason it was left out as a reader sees it, or nothing."""
        return reason_label(self.excluded)


@dataclass(frozen=True, slots=True)
class PassageView:
    """A paragraph of evidence."""

    pieces: tuple[Piece, ...]
    gap: str
    """“3 sentences not shown” when some are missing before this paragraph, or nothing."""
    skipped: int
    """How many are."""
    unseen: int
    """How many sentences the source has after this paragraph, its last one here; else 0."""


def quoted_anchor(statement: Statement, index: int) -> str:
    """Return the name of the place where the statement's citation number `index` stands in the evidence."""
    return f"evidence-{statement.id}" + (f"-{index + 1}" if index else "")


def same_anchor(statement: Statement, index: int) -> str:
    """Return the name of the place where the evidence says the same as the statement, number `index`."""
    return f"same-{statement.id}-{index + 1}"


def spans_by_source(sources: Iterable[Source], statements: Iterable[Statement]) -> dict[str, list[Span]]:
    """Collect what is quoted, repeated and left out, source by source."""
    spans: dict[str, list[Span]] = {
        source.id: [Span(e.start, e.end, "excluded", line(e.reason), "") for e in source.excluded] for source in sources
    }
    for statement in statements:
        for index, citation in enumerate(statement.citations):
            anchor = quoted_anchor(statement, index)
            spans[citation.source].append(Span(citation.start, citation.end, "quoted", statement.id, anchor))
        for index, also in enumerate(statement.also_in):
            kind = "same" if also.carries else "related"
            spans[also.source].append(Span(also.start, also.end, kind, statement.id, same_anchor(statement, index)))
    return spans


def passages(source: Source, spans: Sequence[Span]) -> tuple[PassageView, ...]:
    """Return the source's passages with each piece marked."""
    inside = _by_passage(source.passages, spans)
    placed: set[str] = set()
    views, last = [], 0
    for passage, its_spans in zip(source.passages, inside, strict=True):
        pieces = tuple(_pieces(source.label, passage, its_spans, placed))
        first = passage.sentences[0].number if passage.sentences else last + 1
        unseen = unseen_after(source) if passage is source.passages[-1] else 0
        views.append(PassageView(pieces, _gap(first - last - 1), max(first - last - 1, 0), unseen))
        last = passage.sentences[-1].number if passage.sentences else last
    return tuple(views)


def missing_after(source: Source) -> str:
    """Return “5 sentences not shown” when the source goes on after its last passage, or nothing."""
    return _gap(unseen_after(source))


def unseen_after(source: Source) -> int:
    """Return how many sentences the source has after its last passage; 0 when it has no passage."""
    numbers = [sentence.number for passage in source.passages for sentence in passage.sentences]
    return max(source.sentences - max(numbers), 0) if numbers else 0


def _gap(sentences: int) -> str:
    return some("%(num)s sentence not shown", "%(num)s sentences not shown", sentences)


def _by_passage(kept: Sequence[Passage], spans: Sequence[Span]) -> list[list[Span]]:
    """Sort the spans into the passages they touch, in time that grows with their number and not its square."""
    starts = [passage.start for passage in kept]
    inside: list[list[Span]] = [[] for _ in kept]
    for span in sorted(spans):
        index = max(bisect_right(starts, span.start) - 1, 0)
        while index < len(kept) and kept[index].start < span.end:
            if span.start < kept[index].end:
                inside[index].append(span)
            index += 1
    return inside


def _pieces(label: str, passage: Passage, spans: Sequence[Span], placed: set[str]) -> Iterable[Piece]:
    """Cut the passage wherever a sentence or a span begins or ends."""
    numbers = {sentence.start: f"{label}{sentence.number}" for sentence in passage.sentences}
    parts = [(part.start, part.end) for part in spans] + [(part.start, part.end) for part in passage.sentences]
    edges = {edge for part in parts for edge in part if passage.start < edge < passage.end}
    cuts = sorted(edges | {passage.start, passage.end})
    text = printable(passage.text)
    for start, end in pairwise(cuts):
        here = [span for span in spans if span.start <= start < span.end]
        first = [span.anchor for span in here if span.anchor and span.anchor not in placed]
        placed.update(first)
        yield Piece(
            text[start - passage.start : end - passage.start],
            numbers.get(start, ""),
            tuple(span.value for span in here if span.kind == "quoted"),
            tuple(span.value for span in here if span.kind == "same"),
            tuple(span.value for span in here if span.kind == "related"),
            tuple(first),
            next((span.value for span in here if span.kind == "excluded"), ""),
        )
