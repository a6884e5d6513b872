"""Two groups of numbers that count the same thing with values that cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass

from .mentions import Mention


@dataclass(frozen=True)
class Pair:
    """Places of the groups (see figures.grouped) in the order of the sources."""

    first: int
    second: int
    score: float
    likest: tuple[Mention, Mention]
    """Those of the two groups that are most alike: these are shown."""
