"""Stretches of text that the parts of a Word document share: chips, statements, and lines with dots between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..views import shown
from ..views.chip import Chip
from .word import Text
from .word_styles import ADDED, chip_style

DOT, NBSP = " · ", "\u00a0"


def chip(one: Chip) -> Text:
    """Return a chip: it leads to the sentence in the evidence, to the statement, or to its source in the list."""
    return Text(one.label, chip_style(one.colour), f"#{one.target}")


def chips(found: Iterable[Chip]) -> list[Text]:
    """Return chips with a space between: each has its frame."""
    return [text for number, one in enumerate(found) for text in ((Text(" "), chip(one)) if number else (chip(one),))]


def statement_texts(one: shown.StatementView) -> list[Text]:
    """Return the words of a statement, ours in their own style."""
    return [Text(part.text, ADDED if part.added else "") for part in one.words]


def dotted(parts: Iterable[Sequence[Text]]) -> list[Text]:
    """Return the parts that say something, with dots between."""
    said = [part for part in parts if part]
    return [text for number, part in enumerate(said) for text in ((Text(DOT), *part) if number else part)]
