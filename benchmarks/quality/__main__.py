"""Measure which sentences are chosen: `python -m benchmarks.quality [FOLDER]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from . import duc, multinews, own, own_score, report, run
from .cluster import Collection
from .own_score import OWN_SYSTEMS, OwnRow
from .run import Row
from .systems import SYSTEMS

FOLDERS = {
    "DUC-2004-Dataset": "git clone https://github.com/UsmanNiazi/DUC-2004-Dataset",
    "duc-2004-rouge": "git clone https://github.com/stuartmackie/duc-2004-rouge",
    "multi_news_plus": "git clone https://github.com/c-juhwan/multi_news_plus",
}
LOADERS: dict[str, Callable[[Path], Collection]] = {
    "duc10": lambda data: duc.load(_folder(data, "DUC-2004-Dataset"), _folder(data, "duc-2004-rouge"), 10),
    "duc3": lambda data: duc.load(_folder(data, "DUC-2004-Dataset"), _folder(data, "duc-2004-rouge"), 3),
    "multinews100": lambda data: multinews.load(_folder(data, "multi_news_plus"), 100),
    "multinews250": lambda data: multinews.load(_folder(data, "multi_news_plus"), 250),
}


def main() -> None:
    """Read the command line, run (or read earlier results), print, and write the files asked for."""
    chosen = _arguments()
    rouge = (chosen.data or Path()) / "duc-2004-rouge"
    official = duc.official(rouge) if rouge.is_dir() else {}
    results: dict[str, list[Any]] = {}
    for key, rows in _read(chosen.read) if chosen.read else _run(chosen):
        results[key] = rows
        found = report.own_tables(rows) if key == "own" else report.named_tables(key, rows, official)
        print(report.show(key, found), flush=True)
        if chosen.docs:
            report.fill(chosen.docs, found)
    if chosen.json:
        plain = {key: [asdict(row) for row in rows] for key, rows in results.items()}
        chosen.json.write_text(json.dumps(plain, indent=1), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with the collections; docs/quality.md says which")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every score of every cluster")
    parser.add_argument("--read", type=Path, nargs="+", metavar="FILE", help="run nothing: join files of --json")
    parser.add_argument("--docs", type=Path, metavar="FILE", help="put the tables into this page")
    parser.add_argument("--sets", nargs="+", choices=("own", *LOADERS), help="only these")
    parser.add_argument("--systems", nargs="+", metavar="NAME", help=f"only these of {'; '.join(SYSTEMS)}")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N clusters of a collection")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes at once (default 1: steady times)")
    return parser.parse_args()


def _run(chosen: argparse.Namespace) -> Iterator[tuple[str, list[Any]]]:
    wanted = chosen.sets or ["own", *LOADERS]
    if "own" in wanted:
        yield "own", _run_own(_names(OWN_SYSTEMS, chosen.systems))
    if chosen.data:
        names = _names(SYSTEMS, chosen.systems)
        run.warm_up(names)
        for key in (key for key in LOADERS if key in wanted):
            collection = LOADERS[key](chosen.data)
            limited = replace(collection, clusters=collection.clusters[: chosen.limit])
            yield key, run.run(limited, names, chosen.jobs)


def _run_own(names: list[str]) -> list[OwnRow]:
    clusters = own.load()
    own_score.run(clusters[:1], names)  # imports, so that no cluster pays for them
    return own_score.run(clusters, names)


def _names(known: dict[str, Any], wanted: list[str] | None) -> list[str]:
    return [name for name in known if not wanted or name in wanted]


def _folder(data: Path, name: str) -> Path:
    if not (data / name).is_dir():
        raise SystemExit(f"{data / name} is missing: in {data}, {FOLDERS[name]}")
    return data / name


def _read(paths: list[Path]) -> Iterator[tuple[str, list[Any]]]:
    """Join earlier results; of a system and cluster that is there twice the later file counts."""
    joined: dict[str, dict[tuple[str, str], Any]] = {}
    for path in paths:
        for key, rows in json.loads(path.read_text("utf-8")).items():
            made = [OwnRow(**row) if key == "own" else Row(**row) for row in rows]
            joined.setdefault(key, {}).update({(row.system, row.cluster): row for row in made})
    for key, found in joined.items():
        yield key, list(found.values())


if __name__ == "__main__":
    main()
