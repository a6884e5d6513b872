"""Words and marks of a paragraph with their offsets; a whole quotation is one token."""

from __future__ import annotations

import re
from typing import NamedTuple

from .marks import Span

MASK = "\ue000"  # private use: no article that was read holds it for a letter
TOKEN = re.compile(
    rf"{MASK}+|(?:[A-Z]\.){{1,4}}|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Reps|Sens|Gen|Prof|St|Jr|Sr|Lt|Col|Capt|Rev|Hon|Cllr)\.|\w+(?:[’'&./\u2010-\u2011-]+\w+)*|[^\w\s]"
)


class Token(NamedTuple):
    """A word, a mark or a quotation."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_quotation(self) -> bool:
        """Whether it stands for a whole quotation."""
        return self.text[0] == MASK

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.text[0].isalnum()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in ’s."""
        return self.low.endswith(("’s", "'s"))

    @property
    def is_capital(self) -> bool:
        """Whether it is capitalised."""
        return self.text[0].isupper()


def masked(text: str, quotations: list[Span]) -> str:
    """Return the text with every quotation blotted out, at the same length."""
    parts, place = [], 0
    for start, end in quotations:
        parts += [text[place:start], MASK * (end - start)]
        place = end
    return "".join([*parts, text[place:]])


def tokens(text: str, start: int, end: int, offset: int = 0) -> list[Token]:
    """Return the tokens of a masked text between two of its offsets; their own offsets are `offset` higher."""
    new = tuple.__new__  # as Token(…) does, which takes twice the time
    return [
        new(Token, (word := match[0], word.lower(), match.start() + offset, match.end() + offset))
        for match in TOKEN.finditer(text, start, end)
    ]
