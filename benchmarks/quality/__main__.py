"""Print the tables: `python -m benchmarks.quality [FOLDER]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from . import agreement, duc, multinews, own, own_score, run, tables
from .cluster import Collection
from .own_score import OWN_SYSTEMS
from .systems import SYSTEMS, THEMES

SETS = ("own", "duc10", "duc3", "multinews100", "multinews250")
FOLDERS = {
    "documents": ("DUC-2004-Dataset", "git clone https://github.com/UsmanNiazi/DUC-2004-Dataset"),
    "rouge": ("duc-2004-rouge", "git clone https://github.com/stuartmackie/duc-2004-rouge"),
    "multinews": ("multi_news_plus", "git clone https://github.com/c-juhwan/multi_news_plus"),
}


def main() -> None:
    """Read the command line, run, print, and write the JSON file."""
    chosen = _arguments()
    names = [name for name in SYSTEMS if not chosen.systems or name in chosen.systems]
    results: dict[str, Any] = {}
    if not chosen.sets or "own" in chosen.sets:
        results["own"] = _own([name for name in OWN_SYSTEMS if not chosen.systems or name in chosen.systems])
    if chosen.data:
        run.warm_up(names)
        for key, collection in _collections(chosen.data, chosen.sets):
            limited = replace(collection, clusters=collection.clusters[: chosen.limit])
            results[key] = _licensed(limited, names, chosen)
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=1), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with the collections; docs/quality.md says which")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every score of every cluster too")
    parser.add_argument("--sets", nargs="+", choices=SETS, help="only these")
    parser.add_argument("--systems", nargs="+", metavar="NAME", help=f"only these of {', '.join(SYSTEMS)}")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N clusters of a collection")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes at once (default 1: steady times)")
    return parser.parse_args()


def _collections(data: Path, wanted: list[str] | None) -> Iterator[tuple[str, Collection]]:
    loaders: dict[str, Callable[[], Collection]] = {
        "duc10": lambda: duc.load(_folder(data, "documents"), _folder(data, "rouge"), 10),
        "duc3": lambda: duc.load(_folder(data, "documents"), _folder(data, "rouge"), 3),
        "multinews100": lambda: multinews.load(_folder(data, "multinews"), 100),
        "multinews250": lambda: multinews.load(_folder(data, "multinews"), 250),
    }
    for key, load in loaders.items():
        if not wanted or key in wanted:
            yield key, load()


def _folder(data: Path, key: str) -> Path:
    name, command = FOLDERS[key]
    if not (data / name).is_dir():
        raise SystemExit(f"{data / name} is missing: in {data}, {command}")
    return data / name


def _own(names: list[str]) -> list[dict[str, Any]]:
    clusters = own.load()
    own_score.run(clusters[:1], names)  # imports
    rows = own_score.run(clusters, names)
    print(f"## Own clusters ({len(clusters)})\n\n{tables.own_scores(rows)}\n")
    print(f"### {THEMES}\n\n{tables.own_clusters([row for row in rows if row.system == THEMES])}\n", flush=True)
    return [asdict(row) for row in rows]


def _licensed(collection: Collection, names: list[str], chosen: argparse.Namespace) -> list[dict[str, Any]]:
    rows = run.run(collection, names, chosen.jobs)
    unit = "recall" if collection.measure == "r" else "F1"
    print(f"## {collection.title} ({len(collection.clusters)} clusters, {collection.words} words, ROUGE {unit})\n")
    print(f"{tables.scores(rows)}\n\n### Paired differences\n\n{tables.differences(rows)}\n", flush=True)
    if collection.measure == "r":
        print(f"### Halves\n\n{tables.half_scores(rows)}\n")
    if any(cluster.published for cluster in collection.clusters):
        official = duc.official(_folder(chosen.data, "rouge"))
        print(f"### Agreement with ROUGE-1.5.5\n\n{agreement.agreement(rows, official)}\n")
    return [asdict(row) for row in rows]


if __name__ == "__main__":
    main()
