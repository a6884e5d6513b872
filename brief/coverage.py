"""Who reports on what: theme × source × day, what one source alone carries, what each leaves out, what nobody says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from .citing import source_id
from .model import Alone, Coverage, Silent, Statement, Theme
from .model.parts import SourceId, StatementId
from .stages import Choice, Prepared
from .terms import inverse_frequency

NO_THEME = frozenset(("other", "summary"))
"""Names of what no theme claims: that nothing is there is no gap."""
DAY = len("2025-04-14")
LAST_DAY = "9999-12-31"  # an undated source may be as new as any
TOUCHED = 0.2
"""A source has nothing on a statement when all its sentences together hold less than this share of the statement's weight:
14 of 16 pairs so found in four clusters were right. To name every source that does not carry a statement would often be
wrong, for paraphrase is not found (docs/findings.md)."""


def coverage(
    prepared: Prepared, choice: Choice, main: Sequence[int], themes: Sequence[Theme], statements: Sequence[Statement]
) -> Coverage:
    """Count the sentences of each source by main theme, printed or not, and compare what the sources carry.

    `main` has the number of the theme of each usable sentence; `statements` are those printed.
    """
    counts = [[0] * len(prepared.articles) for _ in themes]
    for sentence, number in zip(prepared.usable, main, strict=True):
        counts[number][sentence.article] += 1
    found = {theme.id: any(row) for theme, row in zip(themes, counts, strict=True) if theme.id not in NO_THEME}
    published = [(article.published or "")[:DAY] for article in prepared.articles]
    days = sorted({day for day in published if day})
    return Coverage(
        themes=tuple(themes),
        sources=tuple(map(source_id, range(len(prepared.articles)))),
        counts=tuple(map(tuple, counts)),
        days=tuple(days),
        day=tuple(days.index(day) if day else None for day in published),
        alone=_alone(prepared, statements),
        leaves_out=_leaves_out(prepared, choice, statements),
        # When no theme has a sentence, the set speaks another language: that says nothing about the articles.
        gaps=tuple(name for name, there in found.items() if not there and any(found.values())),
        silent=_silent(prepared, choice, statements),
    )


def carriers(statement: Statement) -> set[SourceId]:
    """Return the sources that say all of a statement, quoted for it or not."""
    return {part.source for part in statement.citations} | {part.source for part in statement.also_in if part.carries}


def _alone(prepared: Prepared, statements: Sequence[Statement]) -> tuple[Alone, ...]:
    ids: dict[SourceId, list[StatementId]] = {}
    for statement in statements:
        sources = carriers(statement)
        if len(sources) == 1:
            ids.setdefault(sources.pop(), []).append(statement.id)
    numbers = _unsupported(prepared)
    return tuple(Alone(tuple(ids.get(source_id(article), ())), number) for article, number in enumerate(numbers))


def _unsupported(prepared: Prepared) -> list[int]:
    """Count by article the sentences that no other article supports; of equal sentences the first stands for all."""
    article = [sentence.article for sentence in prepared.usable]
    leads = {claim.sentence for claim in prepared.claims}
    counts = [0] * len(prepared.articles)
    for claim in prepared.claims:
        carried = [claim.sentence, *(one.row for one in claim.also)]
        if len({article[row] for row in carried}) == 1:
            counts[article[claim.sentence]] += sum(row == claim.sentence or row not in leads for row in carried)
    return counts


def _leaves_out(
    prepared: Prepared, choice: Choice, statements: Sequence[Statement]
) -> tuple[tuple[StatementId, ...], ...]:
    """Return by source what the bottom line or several origins say, and of which the source has not even a part.

    A source in another language, or of an earlier day than all that carry the statement, is not blamed.
    """
    found: list[list[StatementId]] = [[] for _ in prepared.articles]
    rows = [row for _, section in choice.sections for row in section]
    silence = _Silence(prepared)
    for row, statement in zip(rows, statements, strict=True):
        if statement.origins > 1 or row in choice.lines:
            touched = {one.source for one in statement.citations} | {one.source for one in statement.also_in}
            days = [silence.days[index] for index in range(len(found)) if source_id(index) in touched]
            for index in silence.on(row):
                if source_id(index) not in touched and (silence.days[index] or LAST_DAY) >= min(days):
                    found[index].append(statement.id)
    return tuple(map(tuple, found))


class _Silence:
    """Which articles have nothing on a statement: hardly a word of weight of it stands in them."""

    def __init__(self, prepared: Prepared) -> None:
        self._words = prepared.terms.words
        self._weights = inverse_frequency(self._words)
        article = np.array([sentence.article for sentence in prepared.usable], dtype=np.int64)
        self._whole = self._words.by_group(article, len(prepared.articles))
        self._comparable = np.array(
            [article.language == prepared.language for article in prepared.articles], dtype=bool
        )
        self.days = [(article.published or "")[:DAY] for article in prepared.articles]

    def on(self, row: int) -> list[int]:
        """Return the articles that have nothing on the statement of this row."""
        columns = self._words.row(row)
        mark = np.zeros(self._words.width)
        mark[columns] = self._weights[columns]
        share = self._whole.spread(mark) / max(float(mark.sum()), 1e-12)
        nothing: list[int] = np.flatnonzero(self._comparable & (share < TOUCHED)).tolist()
        return nothing


def _silent(prepared: Prepared, choice: Choice, statements: Sequence[Statement]) -> tuple[Silent, ...]:
    quoted = {part.source for statement in statements for part in statement.citations}
    rows: list[list[int]] = [[] for _ in prepared.articles]
    for row, sentence in enumerate(prepared.usable):
        rows[sentence.article].append(row)
    originals = _originals(prepared, quoted)
    carried = [(carriers(statement), statement.citations[0].source) for statement in statements]
    found = []
    for index, own in enumerate(rows):
        mine = source_id(index)
        if mine not in quoted:
            said = Counter(source for sources, source in carried if mine in sources).most_common(1)
            found.append(_why_silent(prepared, choice, index, own, originals.get(index), said[0][0] if said else None))
    return tuple(found)


def _why_silent(
    prepared: Prepared,
    choice: Choice,
    index: int,
    rows: Sequence[int],
    original: SourceId | None,
    supported: SourceId | None,
) -> Silent:
    """Return why nothing is quoted from an article, given the quoted source it copies and the one it supports most."""
    mine = source_id(index)
    if not rows:
        return Silent(mine, "no sentence to rank", None)
    if prepared.articles[index].language != prepared.language:
        return Silent(mine, "other language", None)
    if original:
        return Silent(mine, "copy", original)
    if supported:
        return Silent(mine, "says the same", supported)
    return Silent(mine, "not standing alone" if all(row in choice.left_out for row in rows) else "lower gain", None)


def _originals(prepared: Prepared, quoted: set[SourceId]) -> dict[int, SourceId]:
    """Return for the articles that are copies of a quoted one the first such source."""
    found: dict[int, SourceId] = {}
    for link in prepared.origins.links:
        if link.reason == "copy":
            for one, other in ((link.first, link.second), (link.second, link.first)):
                if source_id(other) in quoted:
                    found.setdefault(one, source_id(other))
    return found
