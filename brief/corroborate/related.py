"""Coverage of the same thing below the bar of support: shown beside a statement, never merged, not counted as an origin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..stages import Carrier, Prepared, said_by
from ..standalone import why_dependent
from .alike import Likeness

RELATED = 0.28  # cosine, weights from within the cluster: the best true pairs of two paraphrases are at .3 to .5
PART = 0.5  # less than that of a long sentence is a detail of it
MOST = 3


def related(prepared: Prepared, printed: Sequence[int]) -> dict[int, tuple[Carrier, ...]]:
    """Return by printed row the best row of each article of another origin that is about the same, three at most.

    A row that the statement supports says part of it. Articles that carry the statement are left out: they say more.
    """
    likeness, origin = Likeness(prepared.terms), prepared.origins.of
    article = np.array([sentence.article for sentence in prepared.usable], dtype=np.int64)
    carriers = {claim.sentence: claim.also for claim in prepared.claims}
    said = said_by(prepared.claims)
    found = {}
    for row in printed:
        cosines = np.round(likeness.cosines(row), 3)
        told = {int(article[one.row]) for one in carriers.get(row, ())}
        best: dict[int, int] = {}
        for other in np.flatnonzero(cosines >= RELATED).tolist():
            its = int(article[other])
            if its not in told and origin[its] != origin[article[row]] and other not in printed:
                best[its] = max(best.get(its, other), other, key=lambda one: (cosines[one], -one))
        parts = {one for one in said.get(row, ()) if _stands(prepared, one)}
        others = [_carrier(one, float(cosines[one]), one in parts) for one in best.values()]
        others.sort(key=lambda one: (one.relation != "says part of it", -one.similarity, one.row))
        found[row] = tuple(others[:MOST])
    return found


def _stands(prepared: Prepared, row: int) -> bool:
    """“He denied it” is part of every denial of his."""
    return not why_dependent(prepared.texts[row], prepared.languages[row])


def _carrier(row: int, cosine: float, part: bool) -> Carrier:
    return Carrier(row, min(1.0, cosine), "says part of it" if part and cosine >= PART else "related")
