"""Reads PolNeAR: news articles in which every attribution is marked as source, cue and content (brat standoff files).

Newell, Margolin and Ruths 2018, “An attribution relations corpus for political news”, LREC. The folder is a checkout of
https://github.com/networkdynamics/PolNeAR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
VERB_ONLY = re.compile(r"(?:said|says|say|told|added|wrote|asked|called|noted)(?: \w+)?")
"""In some marked sources stands the verb, and in the cue the speaker: the two are swapped back."""
QUOTATION = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|''(?:(?!'').)*(?:''|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Attribution:
    """What is said, who says it and by which words, as spans of the article."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: str
    kind: str
    """direct when all words of the content stand in quotation marks, mixed when some do, else indirect."""


@dataclass(frozen=True)
class Marked:
    """An article and the attributions people marked in it."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def load(folder: Path, split: str) -> Iterator[Marked]:
    """Yield the articles of a split; of several annotators of one article the first by file name counts."""
    root = folder / "data" / split
    marked = sorted((root / "attributions").glob("*.ann"))
    for path in sorted((root / "text").glob("*.txt")):
        own = [one for one in marked if re.fullmatch(re.escape(path.stem) + r"_[0-9a-f]{4}", one.stem)]
        if own:
            text = path.read_bytes().decode("utf-8")
            yield Marked(path.stem, text, tuple(_attributions(own[0].read_text("utf-8"), text)))


def _attributions(annotation: str, text: str) -> Iterator[Attribution]:
    """Read “T1 Source 0 5 …” (spans) and “E1 Attribution:T4 Content:T3 …” (which belong together)."""
    rows = [line.split("\t") for line in annotation.splitlines()]
    spans = {row[0]: _spans(row[1]) for row in rows if row[0][:1] == "T" and len(row) == 3}
    for row in rows:
        if row[0][:1] == "E" and len(row) > 1:
            parts: dict[str, list[Span]] = {}
            for role, _, key in (item.partition(":") for item in row[1].split()):
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
            if parts.get("Content"):
                yield _attribution(parts, text)


def _spans(field: str) -> list[Span]:
    """“Content 3080 3273;3276 3665” has two spans."""
    pairs = (part.split() for part in field.partition(" ")[2].split(";"))
    return [(int(start), int(end)) for start, end in pairs]


def _attribution(parts: dict[str, list[Span]], text: str) -> Attribution:
    source, cue = parts.get("Source", []), parts.get("Cue", [])
    if VERB_ONLY.fullmatch(_words(text, source)):
        source, cue = cue, source
    return Attribution(tuple(parts["Content"]), tuple(source), _words(text, cue), _kind(_words(text, parts["Content"])))


def _words(text: str, spans: list[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _kind(content: str) -> str:
    if not QUOTATION.search(content):
        return "indirect"
    return "mixed" if re.search(r"\w", QUOTATION.sub("", content)) else "direct"
