"""Digests, and text on one line."""

from __future__ import annotations

import hashlib


def digest(data: bytes | str) -> str:
    """Return `sha256:…` of the bytes, or of the UTF-8 of a text."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space: how a quotation is printed."""
    return " ".join(text.split())
