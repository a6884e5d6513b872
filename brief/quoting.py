"""How a sentence of a source is printed: white space as one space, Markdown's marks taken off; not a letter else. A leaf."""

from __future__ import annotations

import re

from .model import one_line

MARKUP = (
    (re.compile(r"\n[ \t]*(?:>[ \t]?)+"), "\n"),  # a block quote's marker inside a wrapped sentence
    (re.compile(r"!\[[^\]\n]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), ""),  # an image
    (re.compile(r"\[([^\]\n]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # a link: its words
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),  # a footnote reference
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def printed(exact: str, media_type: str) -> str:
    """Return the form in which a verbatim sentence is printed."""
    if media_type == "text/markdown":
        for pattern, words in MARKUP:
            exact = pattern.sub(words, exact)
    return one_line(exact)
