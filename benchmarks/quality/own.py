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
FOLLOWING = 30
"""Characters by which the following sentence is known."""
SAID_TWICE = ("copy", "paraphrase")
"""Kinds of pairs of which a briefing prints one; of `support` it may print both."""


@dataclass(frozen=True)
class Fact:
    """What a briefing must carry: one printed sentence matches all patterns."""

    id: str
    weight: float
    all: tuple[re.Pattern[str], ...]
    origins: int
    """Independent articles that carry it."""


@dataclass(frozen=True)
class Misleading:
    """A sentence that misleads alone; with the one that follows it in the article it does not."""

    sentence: str
    following: str
    """How the article goes on."""


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
    misleading: tuple[Misleading, ...]
    same: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, ...], ...]
    puff: frozenset[str]

    def article_of(self, sentence: str) -> str:
        """Return the first article that has the sentence; nothing when none has."""
        wanted = normal(sentence)
        return next((stem for stem, article in self.articles.items() if wanted in normal(article.text)), "")

    def origin(self, stem: str) -> str:
        """Return the first of the article's copies: they are one origin."""
        return _origin(stem, self.copies)


def load(folder: Path = FOLDER) -> list[OwnCluster]:
    """Read all clusters in the order of their names."""
    return [_cluster(path.parent) for path in sorted(folder.glob("*/cluster.toml"))]


def normal(text: str) -> str:
    """Return the text with plain quotes, single spaces and no marks of Markdown."""
    return " ".join(text.translate(MARKS).split())


def _cluster(folder: Path) -> OwnCluster:
    data = tomllib.loads((folder / "cluster.toml").read_text("utf-8"))
    paths = sorted(path for path in (folder / "articles").iterdir() if path.is_file())
    articles = {path.stem: brief.read([path])[0] for path in paths}
    copies = tuple(tuple(group) for group in data.get("copies", ()))
    return OwnCluster(
        folder.name,
        data["field"],
        data["words"],
        articles,
        tuple(
            Fact(one["id"], one["weight"], _patterns(one["all"]), _origins(one["sources"], copies))
            for one in data["fact"]
        ),
        tuple(_forbidden(one) for one in data.get("forbidden", ())),
        tuple(_misleading(one, articles) for one in data.get("misleading", ())),
        tuple(_pair(one) for one in data.get("same", ()) if one["kind"] in SAID_TWICE),
        copies,
        frozenset(data.get("puff", ())),
    )


def _patterns(texts: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def _origin(stem: str, copies: Sequence[Sequence[str]]) -> str:
    return next((group[0] for group in copies if stem in group), stem)


def _origins(sources: Sequence[str], copies: Sequence[Sequence[str]]) -> int:
    return len({_origin(stem, copies) for stem in sources})


def _misleading(one: Mapping[str, Any], articles: Mapping[str, brief.Article]) -> Misleading:
    sentence = normal(one["sentence"])
    _, _, rest = normal(articles[one["article"]].text).partition(sentence)
    return Misleading(sentence, rest.strip()[:FOLLOWING])


def _forbidden(one: Mapping[str, Any]) -> Forbidden:
    unless = one.get("unless")
    return Forbidden(_patterns(one["all"]), re.compile(unless, re.IGNORECASE) if unless else None)


def _pair(one: Mapping[str, Any]) -> tuple[str, str]:
    return normal(one["a"]["sentence"]), normal(one["b"]["sentence"])
