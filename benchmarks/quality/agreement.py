"""How far our ROUGE is from the official one, over the published outputs that both have scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .run import Row
from .stats import mean
from .tables import by_system, table

Official = Mapping[tuple[str, str, str], float]


def agreement(rows: Sequence[Row], official: Official) -> str:
    """Return the table: means of ours and of ROUGE-1.5.5 for each published system, in per cent of recall."""
    head = ["Published system", "R-1", "official", "R-2", "official", "largest difference in one summary"]
    lines = []
    for name, own in by_system(rows).items():
        if (name, "1", own[0].cluster) in official:
            pairs = {measure: _pairs(own, official, name, measure) for measure in ("1", "2")}
            means = [f"{mean(side):.2f}" for both in pairs.values() for side in zip(*both, strict=True)]
            lines.append([name, *means, f"{max(abs(a - b) for both in pairs.values() for a, b in both):.2f}"])
    return table(head, lines)


def _pairs(rows: Sequence[Row], official: Official, name: str, measure: str) -> list[tuple[float, float]]:
    return [(row.rouge[measure], 100 * official[name, measure, row.cluster]) for row in rows]
