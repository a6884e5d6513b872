"""Run the systems over a collection and score each output."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from .cluster import Cluster, Collection, cut
from .content import dependent, fact_recall, facts, repeats
from .rouge import rouge
from .systems import SYSTEMS


@dataclass(frozen=True)
class Row:
    """What one system got on one cluster."""

    system: str
    cluster: str
    rouge: dict[str, float]
    facts: float | None
    sentences: int
    dependent: int
    repeats: int
    words: int
    milliseconds: float | None
    """Of CPU; published outputs have none."""


def run(collection: Collection, names: Sequence[str], jobs: int = 1) -> list[Row]:
    """Score the named systems and all published outputs on every cluster."""
    score = partial(score_cluster, names=names, words=collection.words, measure=collection.measure)
    if jobs == 1:
        return [row for cluster in collection.clusters for row in score(cluster)]
    with ProcessPoolExecutor(jobs) as pool:
        return [row for rows in pool.map(score, collection.clusters) for row in rows]


def score_cluster(cluster: Cluster, names: Sequence[str], words: int, measure: str) -> list[Row]:
    """Score all systems on one cluster."""
    rows = [score(cluster, name, list(printed), None, words, measure) for name, printed in cluster.published.items()]
    for name in names:
        printed, milliseconds = timed(name, cluster, words)
        rows.append(score(cluster, name, printed, milliseconds, words, measure))
    return rows


def timed(name: str, cluster: Cluster, words: int) -> tuple[list[str], float]:
    """Return a system's output and its CPU time; a system that fails prints nothing, and is named."""
    start = time.process_time()
    try:
        printed = SYSTEMS[name](cluster, words)
    except Exception as error:
        print(f"{name} failed on {cluster.name}: {error!r}", file=sys.stderr)
        printed = []
    return printed, 1000 * (time.process_time() - start)


def warm_up(names: Sequence[str]) -> None:
    """Import what the systems import at first use, so that no cluster pays for it."""
    text = "The court of Tarn ruled on Monday. The mayor of Tarn said that 30 houses stood empty in the old town."
    for name in names:
        timed(name, Cluster("warm-up", (text, text.replace("Tarn", "Morn")), (text,)), 20)


def score(cluster: Cluster, name: str, printed: list[str], milliseconds: float | None, words: int, measure: str) -> Row:
    """Score one output, cut to the budget."""
    kept = cut(printed, words)
    text = " ".join(kept)
    whole = printed[: len(kept)]  # a cut sentence is judged as it was written
    return Row(
        name,
        cluster.name,
        rouge(text, cluster.references, words, measure),
        fact_recall(text, facts(cluster.references)),
        len(whole),
        dependent(whole),
        repeats(whole),
        len(text.split()),
        milliseconds,
    )
