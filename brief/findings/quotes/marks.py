"""Where quotation marks open and close, as spans with their marks."""

from __future__ import annotations

import re

Span = tuple[int, int]

DOUBLE = r"“(?:[^”]*”|[^”\"]*\"|[^”]*\Z)|(?<!\d)\"[^\"]*(?:\"|\Z)|''(?=\S)(?:(?!'').)*(?:''|\Z)|„[^“”]*(?:[“”]|\Z)"
SINGLE = r"(?<!\w)‘(?=\w)[^‘]*?(?:[,.?!…]’(?!\w)|(?<=[a-rt-z])’(?=[\s,.;:)]|\Z))|(?<![\w'])'(?=[A-Z])[^'\"]*(?:\w'\w[^'\"]*)*[,.?!]'(?!\w)"
"""The close of a single mark is told from an apostrophe by the punctuation before it, or by a space after a letter other than s."""
OUTWARD = r"«[^»]*(?:»|\Z)"
INWARD = r"»[^«]*(?:«|\Z)"
PAIRS = {"de": re.compile(f"{DOUBLE}|{INWARD}|{SINGLE}", re.DOTALL)}
OTHERS = re.compile(f"{DOUBLE}|{OUTWARD}|{SINGLE}", re.DOTALL)
OPENER = re.compile("[“\"«»„‘'](?:(?<!\\w['‘])|(?='))")
"""Where a quotation may open: not at the apostrophe in a word."""


def quotations(text: str, language: str) -> list[Span]:
    """Return the spans of a paragraph's outermost quotations, marks included; one left open ends with the paragraph."""
    pattern, found, end = PAIRS.get(language, OTHERS), [], 0
    for mark in OPENER.finditer(text):  # to try the pattern at each letter takes six times as long
        if mark.start() >= end and (match := pattern.match(text, mark.start())):
            found.append(match.span())
            end = match.end()
    return found


def is_closed(quotation: str) -> bool:
    """Tell whether the closing mark is there: when not, the quotation goes on in the next paragraph."""
    return len(quotation) > 1 and quotation[-1] in "”\"»«“’'"
