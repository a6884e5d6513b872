"""Which statements of two briefings say the same, which are about the same, and which stand alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..corroborate import corroborate
from ..corroborate.agreement import Agreement
from ..model import AlsoIn, Briefing, Citation, Moved, Statement, Updated
from ..quoting import printed
from ..terms import Bools, Floats, Ints, Matrix, count_terms, from_pairs, unit_entries
from .told import earlier, source_of

ABOUT = 0.42  # cosine of content words without numbers
SHARED = 3  # content words in common that are no names: “commissioner Ilse Brandvold said” alone makes no update
"""Read one by one, all 6 updates in one half of DUC 2004 (the first six articles of a cluster against the last seven) are
right, and 6 of 7 in the other half. From .34 to .42 four of six were not; with two words in common more come in, and on
our own clusters all of them are wrong."""

Span = tuple[str, int, int]
"""A place that stays: digest of the source's text, start, end."""


@dataclass(frozen=True)
class Compared:
    """The statements of two briefings, sorted by what became of them."""

    new: tuple[Statement, ...]
    updated: tuple[Updated, ...]
    first_quoted: tuple[Statement, ...]
    dropped: tuple[Statement, ...]
    digests: frozenset[str]
    """Of the texts of the old briefing's sources."""


def compare(old: Briefing, new: Briefing, figures: Sequence[Moved]) -> Compared:
    """Sort the statements of both briefings; `figures` that moved from one statement to another make it an update."""
    both = _Both(old, new)
    fresh = [row for row in both.after if not both.carriers[row] & both.before]
    known = {row for row in fresh if both.is_known(row)}
    follow = _follow(both, [row for row in fresh if row not in known], figures)
    again = {row for row, before in follow.items() if both.adds_little(row, before)}
    told = {row for after in both.after for row in both.before if after in both.carriers[row]} | set(follow.values())
    return Compared(
        new=tuple(both.statements[row] for row in fresh if row not in known and row not in follow),
        updated=tuple(
            Updated(both.statements[row].id, earlier(old, both.statements[before]))
            for row, before in sorted(follow.items())
            if row not in again
        ),
        first_quoted=tuple(both.statements[row] for row in fresh if row in known),
        dropped=tuple(both.statements[row] for row in sorted(both.before - told)),
        digests=both.digests,
    )


class _Both:
    """The statements of the new briefing, then those of the old, then the sentences its evidence holds: rows of one matrix."""

    def __init__(self, old: Briefing, new: Briefing) -> None:
        after, before = _distinct(new), _distinct(old)
        self.statements = [*after, *before]
        self.after = range(len(after))
        self.before = frozenset(range(len(after), len(self.statements)))
        self.digests = frozenset(source.text_digest for source in old.sources)
        self.sources = [*(source_of(new, one) for one in after), *(source_of(old, one) for one in before)]
        spans = [*(_spans(new, one) for one in after), *(_spans(old, one) for one in before)]
        texts = [
            printed(s.citations[0].exact, f.media_type) for s, f in zip(self.statements, self.sources, strict=True)
        ]
        codes = [source.language for source in self.sources]
        evidence = list(_evidence(old, frozenset(texts[len(after) :])))
        self._texts = [*texts, *(text for text, _ in evidence)]
        self.terms = count_terms(self._texts, [*codes, *(code for _, code in evidence)])
        self._spans = spans
        self._words = _without(self.terms.words, self.terms.is_number)
        self._unit = unit_entries(self._words)
        self._plain = 1.0 - self.terms.is_name
        self._agreement = Agreement(self.terms)
        self.carriers = self._carriers()

    def _carriers(self) -> list[set[int]]:
        """Return for each row those that say all of it: by wording, by place, or because their briefing says so."""
        same: dict[bytes, list[int]] = {}
        for row, tokens in enumerate(self.terms.tokens):
            same.setdefault(tokens.tobytes(), []).append(row)
        found = [set(same[tokens.tobytes()]) for tokens in self.terms.tokens]
        for claim in corroborate(self._texts, self.terms):
            for row in same[self.terms.tokens[claim.sentence].tobytes()]:
                found[row].update(carrier.row for carrier in claim.also)
        cited: dict[Span, list[int]] = {}
        for row, spans in enumerate(self._spans):
            cited.setdefault(spans[0], []).append(row)
        for row, spans in enumerate(self._spans):
            found[row].update(other for span in spans for other in cited.get(span, ()))
        return [rows - {row} for row, rows in enumerate(found)]

    def is_known(self, row: int) -> bool:
        """Tell whether a source of the old briefing says this, printed there or not."""
        if {digest for digest, _, _ in self._spans[row]} & self.digests:
            return True
        evidence = range(len(self.statements), self.terms.height)
        about = self.about(row)
        return any(other in self.carriers[row] or self._says(about, row, other) for other in evidence)

    def _says(self, about: Floats, row: int, other: int) -> bool:
        """Tell whether another row is about the same, and has the numbers and days of this one and contradicts nothing."""
        if about[other] < ABOUT:
            return False
        mine, theirs = self._agreement.facts(row), self._agreement.facts(other)
        agrees = mine.numbers <= theirs.numbers and mine.days <= theirs.days
        return agrees and not self._agreement.contradict(row, other)

    def may_follow(self, row: int, earlier: int) -> bool:
        """Tell whether a statement can be an update of another: it is not the older one."""
        after, before = self.sources[row].published, self.sources[earlier].published
        return not (after and before) or after[:10] >= before[:10]

    def about(self, row: int) -> Floats:
        """Return the cosine of a row's content words without numbers with each row; 0 where too few are shared."""
        words = self._words
        common = words.spread(_marked(words.width, words.row(row)) * self._plain)
        own = np.zeros(words.width)
        own[words.row(row)] = self._unit[words.starts[row] : words.starts[row + 1]]
        alike = words.sum_rows(self._unit * own[words.columns])
        return np.asarray(np.where(common >= SHARED, alike, 0.0).round(3))

    def adds_little(self, row: int, before: int) -> bool:
        """Tell whether a statement only says “repeated” for “said”: one word at most, and no number or day."""
        added = np.setdiff1d(self._words.row(row), self._words.row(before))
        return len(added) <= 1 and self._says(self.about(row), row, before)


def _without(words: Matrix, left_out: Bools) -> Matrix:
    """Return the matrix without some of its columns' entries."""
    keep = ~left_out[words.columns]
    return from_pairs(words.rows[keep], words.columns[keep], words.counts[keep], words.height, words.width)


def _marked(width: int, columns: Ints) -> Floats:
    marked = np.zeros(width)
    marked[columns] = 1.0
    return marked


def _follow(both: _Both, fresh: Sequence[int], figures: Sequence[Moved]) -> dict[int, int]:
    """Return the old row that each new row takes up, the likest pairs first, no row twice."""
    linked = {(one.after.sentence, one.before.place.id) for one in figures}
    pairs: list[tuple[float, int, int]] = []
    for row in fresh:
        about = both.about(row)
        for before in sorted(both.before):
            score = float(about[before])
            if (both.statements[row].id, both.statements[before].id) in linked:
                score += 1.0  # the same thing counted again: surer than any likeness of words
            if score >= ABOUT and both.may_follow(row, before):
                pairs.append((score, row, before))
    found: dict[int, int] = {}
    for _, row, before in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if row not in found and before not in found.values():
            found[row] = before
    return found


def _distinct(briefing: Briefing) -> list[Statement]:
    """Return the statements in the order they are printed, each once: one may stand in two sections."""
    by_id = {statement.id: statement for statement in briefing.statements}
    first = dict.fromkeys(one for one in (*briefing.bottom_line, *briefing.key_points) if one in by_id)
    return [by_id[one] for one in {**first, **dict.fromkeys(by_id)}]


def _spans(briefing: Briefing, statement: Statement) -> list[Span]:
    """Return where all of a statement stands, the place it is quoted from first."""
    also = [part for part in statement.also_in if part.relation != "related"]
    parts: list[Citation | AlsoIn] = [*statement.citations, *also]
    return [(briefing.source(part.source).text_digest, part.start, part.end) for part in parts]


def _evidence(briefing: Briefing, printed_texts: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that a briefing carries along and does not print, with their language."""
    for source in briefing.sources:
        for passage in source.passages:
            for one in passage.sentences:
                text = printed(passage.text[one.start - passage.start : one.end - passage.start], source.media_type)
                if text not in printed_texts:
                    yield text, source.language
