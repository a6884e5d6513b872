"""Does a statement rest on one source? Choose again without each origin and see what stays.

Only the ranking and the choice are run again, on the rows that are left: reading, splitting, themes and comparisons
stand. The origins tried are those that carry a printed statement: without another one nothing printed loses its source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from .rank import Corpus, Ranking
from .select import Pool, choose
from .stages import Claim, said_by
from .terms import Ints, distinct

MOST_RUNS = 24  # a run takes a few milliseconds a hundred sentences; the origins with most statements are tried


def stability(
    corpus: Corpus,
    rank: Callable[[Corpus], Ranking],
    pool: Pool,
    budget: int,
    chosen: Sequence[int],
    claims: Sequence[Claim],
) -> Mapping[int, float]:
    """Return, by chosen row, the share of runs without one origin in which it, or a row that says the same, is chosen.

    1 means that it holds without any one source. A statement that one origin alone carries falls with that origin.
    With a single origin there is nothing to leave out, and no row is returned.
    """
    said = said_by(claims)
    carriers = {row: {row, *said.get(row, ())} for row in chosen}
    origin = corpus.origin[corpus.article]
    carrying = [int(origin[row]) for rows in carriers.values() for row in rows]
    tried = sorted(set(carrying), key=lambda o: (-carrying.count(o), o))[:MOST_RUNS]
    if len(set(origin.tolist())) < 2:
        return {}
    open_pool = _with_copies(pool, claims)
    stays = dict.fromkeys(chosen, 0)
    for left_out in tried:
        kept = np.flatnonzero(origin != left_out)
        ranking = rank(corpus.take(distinct(corpus.article[kept])))
        again = {int(kept[row]) for row in choose(_kept(open_pool, kept, ranking), budget)}
        for row in chosen:
            stays[row] += not again.isdisjoint(carriers[row])
    return {row: round(count / len(tried), 3) for row, count in stays.items()}


def _with_copies(pool: Pool, claims: Sequence[Claim]) -> Pool:
    """Let a copy stand when the sentence it copies is gone; the rivals keep out the second of two."""
    allowed = pool.allowed.copy()
    for claim in claims:
        for one in claim.also:
            allowed[one.row] |= one.similarity == 1.0 and bool(pool.allowed[claim.sentence])
    return replace(pool, allowed=allowed)


def _kept(pool: Pool, kept: Ints, ranking: Ranking) -> Pool:
    """Return the pool of the kept rows; `ranking` is theirs."""
    place = np.full(len(pool.sizes), -1)
    place[kept] = np.arange(len(kept))

    def rivals(row: int) -> frozenset[int]:
        return frozenset(int(place[other]) for other in pool.rivals(int(kept[row])) if place[other] >= 0)

    return replace(
        pool,
        ranking=ranking,
        sizes=pool.sizes[kept],
        allowed=pool.allowed[kept],
        theme=pool.theme[kept],
        article=pool.article[kept],
        origin=pool.origin[kept],
        rivals=rivals,
    )
