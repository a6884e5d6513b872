"""The layout of DESIGN: dependencies point one way, stages do not import each other."""

from __future__ import annotations

import ast

import pytest
from conftest import ROOT

PACKAGE = ROOT / "brief"
LEAVES = {
    "errors",
    "documented",
    "drawing",
    "model",
    "options",
    "look",
    "language",
    "limits",
    "lookup",
    "terms",
    "threads",
    "paragraphs",
    "quoting",
    "stages",
    "citing",
    "standalone",
    "unresolved",
    "definites",
    "growth",
    "page",
    "people",
    "",
}
STAGES = {
    "read",
    "clean",
    "split",
    "origins",
    "corroborate",
    "rank",
    "themes",
    "repair",
    "select",
    "order",
    "evidence",
    "headline",
    "findings",
}
ALLOWED = {
    "select": {"rank"},  # it chooses from a ranking
    "extend": {"select"},  # it goes on where the choice stopped
    "stability": {"rank", "select"},  # it ranks and chooses again
    "explain": {"rank", "select"},  # it goes through the choice once more
    "changes": {"corroborate"},  # two briefings are compared as two articles are
    "source_notes": {"coverage", "rank"},  # it counts what the coverage and the ranking look at
    "preview": {"render"},  # it draws what it shows
    "verify": {"read"},  # it reads the sources again
    "assemble": {"themes", "evidence", "headline", "coverage", "source_notes"},  # it puts the stages' results together
    "pipeline": STAGES | {"assemble", "changes", "explain", "extend", "stability"},
    "cli": STAGES | {"changes", "doctor", "pipeline", "preview", "render", "starter", "verify"},
    "model": {"read", "render"},  # the methods of Article and Briefing that are shortcuts
    "__init__": STAGES | {"pipeline", "verify"},
    "__main__": {"cli"},
    "render": set(),
}


def imported(path) -> set[str]:  # type: ignore[no-untyped-def]
    """Return the parts of the package a file imports."""
    depth = len(path.relative_to(PACKAGE).parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            found |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    return {name for name in found if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path) -> None:  # type: ignore[no-untyped-def]
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    beyond = imported(path) - LEAVES - ALLOWED.get(room, set()) - {room}
    assert not beyond, f"{path.relative_to(ROOT)} imports {sorted(beyond)}"
