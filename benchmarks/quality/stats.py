"""Means with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 1_000
SEED = 2004


@dataclass(frozen=True)
class Estimate:
    """A mean and its 95 % interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.2f} [{self.low:.2f}, {self.high:.2f}]"


def estimate(values: Sequence[float]) -> Estimate:
    """Return the mean and the percentile interval of 1,000 resamples of the clusters, the same draws every time."""
    found = np.asarray(values, dtype=float)
    if not len(found):
        return Estimate(float("nan"), float("nan"), float("nan"))
    draws = np.random.default_rng(SEED).integers(0, len(found), (RESAMPLES, len(found)))
    low, high = np.percentile(found[draws].mean(axis=1), (2.5, 97.5))
    return Estimate(float(found.mean()), float(low), float(high))


def mean(values: Sequence[float]) -> float:
    """Return the mean; not a number when there is nothing."""
    return sum(values) / len(values) if values else float("nan")
