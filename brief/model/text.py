"""Digests, text on one line, and JSON that is short enough to read."""

from __future__ import annotations

import hashlib
import re

STRING = r'"(?:[^"\\]|\\.)*+"'
INNERMOST = re.compile(rf'([\[{{])\n((?:{STRING}|\[(?:{STRING}|[^"\[\]{{}}\n])*+\]|[^"\[\]{{}}])*+)([\]}}])')
"""An indented array or object that holds no other but arrays of one line. A raw line break never stands in a string."""
ONE_LINE = 110


def digest(data: bytes | str) -> str:
    """Return `sha256:…` of the bytes, or of the UTF-8 of a text."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space: how a quotation is printed."""
    return " ".join(text.split())


def short_json(indented: str) -> str:
    """Put small arrays and objects of indented JSON on one line each: two thirds of the size, and easier to read."""
    return INNERMOST.sub(_on_one_line, INNERMOST.sub(_on_one_line, indented))


def _on_one_line(match: re.Match[str]) -> str:
    line = match[1] + re.sub(r"\n *", " ", match[2].strip()) + match[3]
    return line if len(line) <= ONE_LINE else match[0]
