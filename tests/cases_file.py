"""Reads tests/cases/<stage>.md: a title, then input and expected output, each ended by a line with a full stop."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


def load(stage: str) -> list[tuple[str, str, str]]:
    """Return (title, input, expected) of each case of a stage."""
    parts = (FOLDER / f"{stage}.md").read_text("utf-8").split("\n.\n")
    assert len(parts) % 3 == 1, (
        f"{stage}.md: each case is title, input, expected, each ended by a line with a full stop"
    )
    cases = [(parts[i].strip().splitlines()[-1], parts[i + 1], parts[i + 2]) for i in range(0, len(parts) - 1, 3)]
    assert cases, f"{stage}.md holds no case"
    return cases
