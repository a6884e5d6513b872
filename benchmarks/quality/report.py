"""From scores to tables with names, to the terminal, and into docs/quality.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from . import tables
from .agreement import Official, agreement
from .own_score import OwnRow
from .run import Row
from .systems import THEMES

TITLES = {
    "own": "Own clusters",
    "duc10": "DUC 2004, ten articles a cluster, 100 words, recall",
    "duc3": "DUC 2004, three articles a cluster, 100 words, recall",
    "multinews100": "Multi-News+, 100 words, F1",
    "multinews250": "Multi-News+, 250 words, F1",
}


def named_tables(key: str, rows: Sequence[Row], official: Official) -> dict[str, str]:
    """Return the tables of a licensed collection by their names, such as `duc10 scores`."""
    found = {"scores": tables.scores(rows), "differences": tables.differences(rows)}
    if key.startswith("duc"):
        found["halves"] = tables.half_scores(rows)
    if any((row.system, "1", row.cluster) in official for row in rows):
        found["agreement"] = agreement(rows, official)
    return {f"{key} {name}": text for name, text in found.items() if text}


def own_tables(rows: Sequence[OwnRow]) -> dict[str, str]:
    """Return the tables of the project's own clusters."""
    mine = [row for row in rows if row.system == THEMES]
    return {"own scores": tables.own_scores(rows), "own clusters": tables.own_clusters(mine)}


def show(key: str, found: Mapping[str, str]) -> str:
    """Return the tables under their headings."""
    parts = [f"## {TITLES[key]}"]
    for name, text in found.items():
        parts += [f"### {name}", text]
    return "\n\n".join(parts) + "\n"


def fill(path: Path, found: Mapping[str, str]) -> None:
    """Put each table between its two marks, `<!-- duc10 scores -->` and `<!-- / -->`; other text stays."""
    page = path.read_text("utf-8")
    for name, text in found.items():
        before, mark, rest = page.partition(f"<!-- {name} -->\n")
        if mark:
            _, end, after = rest.partition("<!-- / -->")
            page = f"{before}{mark}\n{text}\n\n{end}{after}"
    path.write_text(page, "utf-8")
