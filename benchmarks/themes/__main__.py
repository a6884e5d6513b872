"""Measure the built-in theme sets on labelled public text: `python -m benchmarks.themes DATA`.

The sets were written from general knowledge and mended on the even-numbered texts of each collection; the tables are
from the odd-numbered ones (`--half even` shows the others).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from .data import SOURCES, Document
from .measure import Outcome, main_themes, sections
from .tasks import SECTIONS, THEMES, Task

LABEL = "label"
HALVES = {"odd": 1, "even": 0}


def main() -> None:
    """Print a table for each set and collection that is in the folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.themes", description=__doc__)
    clones = "; ".join(f"git clone {source.clone}" for source in SOURCES.values())
    parser.add_argument("data", type=Path, help=f"folder with the collections: {clones}")
    parser.add_argument("--half", choices=HALVES, default="odd", help="which texts (default: odd)")
    chosen = parser.parse_args()
    kinds: Sequence[tuple[Sequence[Task], Callable[[Sequence[Document], Task], Outcome], str]] = (
        (SECTIONS, sections, LABEL),
        (THEMES, main_themes, "main theme"),
    )
    for tasks, measure, what in kinds:
        for task in tasks:
            source = SOURCES[task.source]
            folder = chosen.data / source.folder
            if not folder.is_dir():
                print(f"{task.theme_set}: no folder {source.folder}: git clone {source.clone}\n")
                continue
            documents = list(source.read(folder))[HALVES[chosen.half] :: 2]
            print(f"**{task.theme_set}** on {source.about}, {chosen.half} half\n")
            print(table(measure(documents, task), what), flush=True)


def table(outcome: Outcome, what: str) -> str:
    """Return an outcome as a Markdown table with a line below.

    With labels, precision and recall are of the one answer each text gets. With main themes, precision is of the main
    theme, and recall tells how many of the texts labelled have the theme among all theirs.
    """
    lines = [f"| {what} | labelled | given | precision | recall |", "|---|--:|--:|--:|--:|"]
    lines += [
        f"| {row.name} | {row.labelled:,} | {row.given:,} | {row.precision:.3f} | {row.recall:.3f} |"
        for row in outcome.rows
    ]
    macro = sum(row.f1 for row in outcome.rows) / len(outcome.rows)
    lines += [
        "",
        f"{outcome.texts:,} texts, {outcome.decided / outcome.texts:.1%} decided, of these "
        f"{outcome.right / outcome.decided:.3f} right{f'; macro-F1 {macro:.3f}' if what == LABEL else ''}; precision "
        f"{outcome.at_half:.3f} on the half that leads most, and .90 up to {outcome.coverage:.0%} of the texts.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
