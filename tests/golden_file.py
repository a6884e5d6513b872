"""Golden files: what an output looked like when somebody read it and found it good.

    BRIEF_GOLDEN=write pytest tests/test_terminal.py tests/test_markdown.py

writes them anew. Read the difference before you commit it: these files are for reading.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
REFRESH = (
    "it is not as in the golden file; if the change is right, run again with BRIEF_GOLDEN=write and read the difference"
)


def check(name: str, text: str) -> None:
    """Compare a text with tests/golden/NAME, or write it there when BRIEF_GOLDEN=write says so."""
    path = GOLDEN / name
    if os.environ.get("BRIEF_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{path} is missing: run with BRIEF_GOLDEN=write"
    assert text == path.read_bytes().decode(), REFRESH
