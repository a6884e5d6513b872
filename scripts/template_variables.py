"""Write the tables of docs/templates.md: what a template gets, from the classes that define it.

    python scripts/template_variables.py

tests/test_templates.py fails when the manual is not what this writes.
"""

from __future__ import annotations

import re
from pathlib import Path

from brief.documented import fields
from brief.look import Look
from brief.render.pages import one_page, overview
from brief.render.views import changes, chip, evidence, found, shown

BEGIN, END = "<!-- variables: made by scripts/template_variables.py -->", "<!-- end of variables -->"
FIRST = (shown.View, shown.StatementView, shown.SectionView, shown.SourceView, chip.Chip, found.FindingsView)
"""What is asked for most."""
LAST = (overview.Overview, overview.OverviewRow, one_page.OnePage, Look)


def _classes() -> tuple[type, ...]:
    """Return all classes a template meets, those of FIRST and LAST at their ends."""
    there = [
        kind
        for module in (shown, found, changes, evidence, chip)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__ and hasattr(kind, "__dataclass_fields__")
    ]
    return (*FIRST, *(kind for kind in there if kind not in FIRST), *LAST)


KINDS = _classes()


def manual() -> Path:
    """Return the manual's path."""
    return Path(__file__).resolve().parent.parent / "docs" / "templates.md"


def current() -> str:
    """Return the manual with its tables made anew."""
    before, rest = manual().read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{''.join(map(_table, KINDS))}{END}{after}"


def _table(kind: type) -> str:
    rows = "".join(f"| `{one.name}` | {_type(one.type)} | {_cell(one.doc)} |\n" for one in fields(kind))
    words = " ".join((kind.__doc__ or "").split())
    return f"### {kind.__name__}\n\n{words}\n\n| name | type | |\n|---|---|---|\n{rows}\n"


def _type(annotation: str) -> str:
    """Return the type as a reader of templates thinks of it: text, number, a list of …"""
    plain = re.sub(r"\b(shown|found)\.", "", annotation)
    plain = re.sub(r"tuple\[tuple\[str, tuple\[Chip, \.\.\.\]\], \.\.\.\]", "list of pairs: words, list of Chip", plain)
    while re.search(r"tuple\[([^\[\]]+), \.\.\.\]", plain):
        plain = re.sub(r"tuple\[([^\[\]]+), \.\.\.\]", r"list of \1", plain)
    plain = plain.replace(" | None", " or nothing")
    for name, word in (("str", "text"), ("int", "number"), ("bool", "yes or no")):
        plain = re.sub(rf"\b{name}\b", word, plain)
    return plain


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    manual().write_text(current(), "utf-8")
