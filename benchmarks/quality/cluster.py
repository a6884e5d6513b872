"""The values that pass through the benchmark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cluster:
    """Articles about one thing, and what people wrote about them."""

    name: str
    documents: tuple[str, ...]
    references: tuple[str, ...]
    published: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The outputs of published systems, as sentences."""


@dataclass(frozen=True)
class Collection:
    """Clusters that are scored alike."""

    title: str
    clusters: tuple[Cluster, ...]
    words: int
    """The budget. What a system prints beyond it is cut off, as ROUGE-1.5.5 does with -l."""
    measure: str
    """`r` for recall, `f` for F1."""


System = Callable[[Cluster, int], list[str]]
"""From a cluster and a number of words to the printed sentences."""


def cut(sentences: list[str], words: int) -> list[str]:
    """Return the first `words` words, the last sentence shortened if need be."""
    kept: list[str] = []
    for sentence in sentences:
        tokens = sentence.split()[:words]
        if not tokens:
            break
        kept.append(" ".join(tokens))
        words -= len(tokens)
    return kept
