"""All systems by name: every ranker of ours, sumy by itself, and the ceiling."""

from __future__ import annotations

import brief
from brief.rank import RANKERS

from .cluster import Cluster, System
from .oracle import oracle
from .plain_sumy import PLAIN

DEFAULT = "coverage"
FLAT = f"{DEFAULT}, flat"
"""The default without themes: what `brief.summarize` gives, and the fair row beside systems that know no themes."""
THEMES = f"{DEFAULT}, themes"
CEILING = "greedy oracle"
TRIMMED = f"{FLAT}, cut"
"""Asked for a quarter more and cut at the budget, as the published outputs are: what keeping to whole sentences costs."""


def ours(ranker: str, *, flat: bool, more: float = 1.0) -> System:
    """Return our whole pipeline with a ranker."""

    def system(cluster: Cluster, words: int) -> list[str]:
        articles = [brief.Article.from_text(text) for text in cluster.documents]
        options = brief.Options(words=round(words * more), ranker=ranker, flat=flat, evidence="none", language="en")
        return [statement.text for statement in brief.build(articles, options).statements]

    return system


SYSTEMS: dict[str, System] = {
    THEMES: ours(DEFAULT, flat=False),
    FLAT: ours(DEFAULT, flat=True),
    TRIMMED: ours(DEFAULT, flat=True, more=1.25),
    **{name: ours(name, flat=True) for name in RANKERS if name != DEFAULT},
    **PLAIN,
    CEILING: oracle,
}
