"""Fields of a class with the words that stand under them in its source: manuals and commented files are made of them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field, or a property, of a class."""

    name: str
    type: str
    doc: str
    """On one line; nothing when there is none."""


def fields(kind: type) -> tuple[Field, ...]:
    """Return the annotated fields and the properties of a class, in their order."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    found = []
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign):
            found.append(Field(ast.unparse(node.target), ast.unparse(node.annotation), _words(after)))
        elif isinstance(node, ast.FunctionDef) and any(ast.unparse(one) == "property" for one in node.decorator_list):
            returns = ast.unparse(node.returns) if node.returns else ""
            found.append(Field(node.name, returns, " ".join((ast.get_docstring(node) or "").split())))
    return tuple(found)


def _words(node: ast.stmt | None) -> str:
    """Return the string that is a statement of its own, on one line."""
    literal = node.value if isinstance(node, ast.Expr) else None
    return (
        " ".join(literal.value.split()) if isinstance(literal, ast.Constant) and isinstance(literal.value, str) else ""
    )
