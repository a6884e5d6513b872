"""Measure who said what: `python -m benchmarks.quotes FOLDER [--split test]`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from . import score
from .polnear import load

ROWS = {
    "direct": ("direct",),
    "mixed": ("mixed",),
    "direct and mixed": ("direct", "mixed"),
    "indirect": ("indirect",),
    "all": ("direct", "mixed", "indirect"),
}
SAYING = "indirect, verb of saying"


def main() -> None:
    """Read the command line, count, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes", description=__doc__)
    parser.add_argument("data", type=Path, help="a checkout of https://github.com/networkdynamics/PolNeAR")
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    chosen = parser.parse_args()
    if not (chosen.data / "data" / chosen.split / "text").is_dir():
        raise SystemExit(f"{chosen.data} holds no PolNeAR: git clone https://github.com/networkdynamics/PolNeAR")
    print(table(score.count(load(chosen.data, chosen.split))))


def table(counts: score.Counts) -> str:
    """Return precision, recall and what they were counted over, as a Markdown table."""
    lines = ["| kind | precision | of found | recall | of marked |", "|---|---|---|---|---|"]
    for name, kinds in ROWS.items():
        lines.append(
            f"| {name} | {_rate(counts.right, counts.found, kinds)} | {_rate(counts.recalled, counts.marked, kinds)} |"
        )
    lines.append(f"| {SAYING} | | | {_rate(counts.recalled, counts.marked, (SAYING,))} |")
    return "\n".join([*lines, "", f"Quotations found without a speaker: {counts.alone}"])


def _rate(part: Counter[str], whole: Counter[str], kinds: tuple[str, ...]) -> str:
    total = sum(whole[kind] for kind in kinds)
    return f"{sum(part[kind] for kind in kinds) / total:.3f} | {total}" if total else "– | 0"


if __name__ == "__main__":
    main()
