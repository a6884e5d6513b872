"""Where sentences that stand alone run out before the words do: print on from one that is printed.

A sentence that leans on the one before it can be read right behind it. That is the only place where it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .select import Covering, Pool
from .stages import Prepared

LEAST_SHARE = 0.1  # of the budget: when less is left, the page is full
LEAST_WORDS = 25  # a sentence of the news has about so many


def extend(
    prepared: Prepared, pool: Pool, chosen: Sequence[int], *, closed: Sequence[int], dependent: set[int], budget: int
) -> dict[int, int]:
    """Return, in the order of choice, each row that continues a printed one, and the row it continues.

    `closed` are printed rows that nothing can follow where they stand; `dependent` those that may not stand alone.
    Together with `chosen` the rows returned have at most `budget` words.
    """
    left, least = budget - int(pool.sizes[list(chosen)].sum()), max(LEAST_SHARE * budget, LEAST_WORDS)
    if left <= least:
        return {}  # as on nearly every page
    covering, printed = Covering(pool.ranking), set(chosen)
    for row in chosen:
        covering.cover(row)
    before = {row: row - 1 for row in dependent if _follows(prepared, row)}
    continued: dict[int, int] = {}
    while left > least:
        heads = printed.difference(closed)
        open_ = [
            row for row, head in before.items() if head in heads and row not in printed and pool.sizes[row] <= left
        ]
        open_ = [row for row in open_ if pool.rivals(row).isdisjoint(printed)]
        if not open_:
            break
        gain = covering.gain
        best = min(open_, key=lambda row: (-round(float(gain[row]), 12), row))
        continued[best] = before[best]
        printed.add(best)
        covering.cover(best)
        left -= int(pool.sizes[best])
    return continued


def insert(rows: Sequence[int], continued: Mapping[int, int]) -> list[int]:
    """Return the rows with each continuation right behind what it continues."""
    after = {head: row for row, head in continued.items()}
    placed: list[int] = []
    for row in rows:
        placed.append(row)
        while placed[-1] in after:
            placed.append(after[placed[-1]])
    return placed


def with_followers(values: Mapping[int, float], continued: Mapping[int, int]) -> dict[int, float]:
    """Return the values with each continuation's: that of the row it continues, with which it stays and goes."""
    found = dict(values)
    for row, head in continued.items():
        if head in found:
            found[row] = found[head]
    return found


def _follows(prepared: Prepared, row: int) -> bool:
    """Tell whether the row before is the sentence before in the same article, with nothing left out between."""
    if row == 0:
        return False
    this, previous = prepared.usable[row], prepared.usable[row - 1]
    return this.article == previous.article and this.number == previous.number + 1
