"""Of several paraphrases the most specific stands: the one with more names and numbers, when it is not much longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..stages import Claim
from ..terms import Terms

LONGER = 1.5  # times the words: what is longer says it with more words, not more of it


def with_fuller(claims: Sequence[Claim], terms: Terms) -> list[Claim]:
    """Return the claims, each with the one that should stand for it; only claims that support each other compete."""
    carriers = {claim.sentence: {one.row for one in claim.also} for claim in claims if claim.also}
    specifics, sizes = np.diff(terms.names.starts).tolist(), terms.sizes.tolist()
    named = []
    for claim in claims:
        own = claim.sentence
        equal = [row for row in sorted(carriers.get(own, ())) if own in carriers.get(row, ())]
        fuller = [row for row in equal if specifics[row] > specifics[own] and sizes[row] <= LONGER * sizes[own]]
        best = max(fuller, key=lambda row: (specifics[row], -sizes[row], -row), default=None)
        named.append(claim if best is None else replace(claim, fuller=best))
    return named
