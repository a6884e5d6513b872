"""What an old terminal can show: typographic characters by their nearest plain ones."""

from __future__ import annotations

import unicodedata

PLAIN = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "′": "'",
    "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "─": "-", "·": "-",
    "•": "*", "→": "->", "…": "...", "×": "x", "€": "EUR ", "£": "GBP ", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i",
}  # fmt: skip
"""Used only where the encoding has no such character."""
UNKNOWN = "?"


def for_encoding(text: str, encoding: str | None) -> str:
    """Return the text with what `encoding` cannot write replaced: “ by ", — by -, é by e, else ?.

    An encoding of None or an unknown name counts as UTF-8 and ASCII respectively: nothing here ever raises.
    """
    name = encoding or "utf-8"
    try:
        text.encode(name)
    except LookupError:
        return for_encoding(text, "ascii")
    except UnicodeError:
        return "".join(_spelled(character, name) for character in text)
    return text


def _spelled(character: str, encoding: str) -> str:
    """Try the character, its plain form and its base letter. Not ², whose plain 2 would make another number."""
    base = unicodedata.normalize("NFD", character)[0]
    for candidate in (character, PLAIN.get(character, ""), base):
        if candidate and _writable(candidate, encoding):
            return candidate
    return "" if unicodedata.combining(character) else UNKNOWN


def _writable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True
