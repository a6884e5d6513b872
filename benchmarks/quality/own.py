"""The project's own clusters: benchmarks/clusters/<name>/cluster.toml beside its articles/."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brief

FOLDER = Path(__file__).parent.parent / "clusters"
MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "*": None, "_": None, "`": None})
SAID_TWICE = ("copy", "paraphrase")
"""Kinds of pairs of which a briefing prints one; of `support` it may print both."""


@dataclass(frozen=True)
class Fact:
    """What a briefing must carry: one printed sentence matches all patterns."""

    id: str
    weight: float
    all: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Forbidden:
    """What a sentence must not claim, unless it also says whose claim it is."""

    all: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None


@dataclass(frozen=True)
class OwnCluster:
    """Articles written for this project, and what a good briefing of them does. Articles go by their file's stem."""

    name: str
    field: str
    words: int
    articles: Mapping[str, brief.Article]
    facts: tuple[Fact, ...]
    forbidden: tuple[Forbidden, ...]
    misleading: tuple[str, ...]
    same: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, ...], ...]
    puff: frozenset[str]

    def article_of(self, sentence: str) -> str:
        """Return the first article that has the sentence; nothing when none has."""
        wanted = normal(sentence)
        return next((stem for stem, article in self.articles.items() if wanted in normal(article.text)), "")

    def origin(self, stem: str) -> str:
        """Return the first of the article's copies: they are one origin."""
        return next((group[0] for group in self.copies if stem in group), stem)


def load(folder: Path = FOLDER) -> list[OwnCluster]:
    """Read all clusters in the order of their names."""
    return [_cluster(path.parent) for path in sorted(folder.glob("*/cluster.toml"))]


def normal(text: str) -> str:
    """Return the text with plain quotes, single spaces and no marks of Markdown."""
    return " ".join(text.translate(MARKS).split())


def _cluster(folder: Path) -> OwnCluster:
    data = tomllib.loads((folder / "cluster.toml").read_text("utf-8"))
    paths = sorted(path for path in (folder / "articles").iterdir() if path.is_file())
    return OwnCluster(
        folder.name,
        data["field"],
        data["words"],
        {path.stem: brief.read([path])[0] for path in paths},
        tuple(Fact(one["id"], one["weight"], _patterns(one["all"])) for one in data["fact"]),
        tuple(_forbidden(one) for one in data.get("forbidden", ())),
        tuple(normal(one["sentence"]) for one in data.get("misleading", ())),
        tuple(_pair(one) for one in data.get("same", ()) if one["kind"] in SAID_TWICE),
        tuple(tuple(group) for group in data.get("copies", ())),
        frozenset(data.get("puff", ())),
    )


def _patterns(texts: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def _forbidden(one: Mapping[str, Any]) -> Forbidden:
    unless = one.get("unless")
    return Forbidden(_patterns(one["all"]), re.compile(unless, re.IGNORECASE) if unless else None)


def _pair(one: Mapping[str, Any]) -> tuple[str, str]:
    return normal(one["a"]["sentence"]), normal(one["b"]["sentence"])
