"""What can be counted about a source: what stands elsewhere too, what judges without a judge, what is quoted from it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .citing import source_id
from .coverage import carriers
from .model import Notes, Statement
from .rank.evaluative import restraints
from .stages import Prepared
from .terms import Bools, Ints

RUN = 5
"""Words in a row that stand in another source, too: the shingle by which copies are found. Independent reports of one
subject share 3 % of their words so (median of 98 newswire articles; nine in ten under 10 %, at most 13 %)."""
BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd number with its bits well spread: five words become one 64-bit number, and two runs share one once in 10^19."""
MEASURED = "en"  # the language of the word lists


def source_notes(prepared: Prepared, statements: Sequence[Statement]) -> tuple[Notes, ...]:
    """Return the notes of each article. `statements` are those printed."""
    article = np.array([sentence.article for sentence in prepared.usable], dtype=np.int64)
    count = len(prepared.articles)
    copied, copied_from = _copied(prepared, article)
    judging = _judging(prepared)
    evaluative = np.bincount(article[judging], minlength=count).tolist()
    measured = np.bincount(article, minlength=count).tolist()
    quoted = [{part.source for part in statement.citations} for statement in statements]
    carried = [carriers(statement) for statement in statements]
    return tuple(
        Notes(
            copied=copied[index],
            copied_from=source_id(copied_from[index]) if copied[index] else None,
            evaluative=evaluative[index] if prepared.articles[index].language == MEASURED else None,
            measured=measured[index],
            statements=sum(source_id(index) in sources for sources in quoted),
            supports=sum(source_id(index) in all_ - own for all_, own in zip(carried, quoted, strict=True)),
        )
        for index in range(count)
    )


def _judging(prepared: Prepared) -> Bools:
    """Tell which rows hold words of judgement and neither a quotation nor a verb of saying; see rank/evaluative.py."""
    english = np.array([code == MEASURED for code in prepared.languages], dtype=bool)
    return np.asarray((restraints(prepared.texts, prepared.terms, MEASURED) < 1.0) & english)


def _copied(prepared: Prepared, article: Ints) -> tuple[list[float], list[int]]:
    """Return by article the share of its words in runs that stand elsewhere, and the article that has most of them."""
    tokens, rows = prepared.terms.flat
    of = article[rows]
    count = len(prepared.articles)
    runs = _runs(tokens)
    whole = np.flatnonzero(of[: len(runs)] == of[RUN - 1 :]) if len(runs) else np.zeros(0, dtype=np.int64)
    other = _elsewhere(runs[whole], of[whole])
    found, holders = whole[other >= 0], other[other >= 0]
    covered = np.zeros(len(tokens), dtype=bool)
    for step in range(RUN):
        covered[found + step] = True
    words = np.maximum(np.bincount(of, minlength=count), 1)
    shares = np.round(np.bincount(of[covered], minlength=count) / words, 3)
    return shares.tolist(), _most(of[found], holders, count)


def _runs(tokens: Ints) -> Ints:
    """Return a number for each run of words; equal runs have equal numbers."""
    length = max(0, len(tokens) - RUN + 1)
    runs = np.zeros(length, dtype=np.uint64)
    for step in range(RUN):
        runs = runs * BASE + tokens[step : step + length].astype(np.uint64)  # wraps at 64 bits
    return runs.view(np.int64)


def _elsewhere(runs: Ints, of: Ints) -> Ints:
    """Return for each run the first article but its own that has it; −1 when there is none."""
    _, places = np.unique(runs, return_inverse=True)
    many = int(places.max()) + 1 if len(places) else 0
    none = np.iinfo(np.int64).max
    first = np.full(many, none)
    np.minimum.at(first, places, of)
    second = np.full(many, none)
    later = of != first[places]
    np.minimum.at(second, places[later], of[later])
    other = np.where(of == first[places], second[places], first[places])
    return np.where(other == none, -1, other)


def _most(of: Ints, holders: Ints, count: int) -> list[int]:
    """Return by article the other article that holds most of its runs; of equals the first."""
    pairs, numbers = np.unique(of * max(1, count) + holders, return_counts=True)
    best = [(0, 0)] * count
    for pair, number in zip(pairs.tolist(), numbers.tolist(), strict=True):
        mine, theirs = divmod(pair, count)
        best[mine] = max(best[mine], (number, -theirs))
    return [-theirs for _, theirs in best]
