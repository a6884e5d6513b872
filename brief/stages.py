"""The values that pass between stages. A leaf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .model import Article, Notice, Sentence
from .terms import Terms


@dataclass(frozen=True)
class Link:
    """Two articles of one origin, why, and how much they share (0 to 1)."""

    first: int
    second: int
    reason: str
    score: float


@dataclass(frozen=True)
class Origins:
    """`of[article]` is the number of its origin, from 0 in the order of the articles; `links` are the reasons."""

    of: list[int]
    links: list[Link]

    @property
    def count(self) -> int:
        """The number of independent origins."""
        return len(set(self.of))


@dataclass(frozen=True)
class Claim:
    """A sentence that may be printed, and the sentences that say what it says, best first: (sentence, similarity)."""

    sentence: int
    also: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Prepared:
    """All articles read, cleaned, split and compared. Rows are indices into `usable`."""

    articles: Sequence[Article]
    sentences: Sequence[Sentence]
    """All of them, headings and excluded ones too."""
    usable: Sequence[Sentence]
    """Those that may be ranked; `texts`, `languages` and `terms` have one entry for each."""
    texts: Sequence[str]
    """As printed."""
    languages: Sequence[str]
    language: str
    """The briefing's."""
    terms: Terms
    origins: Origins
    claims: Sequence[Claim]
    notices: Sequence[Notice]


@dataclass(frozen=True)
class Choice:
    """What is printed and where, as rows."""

    sections: Sequence[tuple[int, Sequence[int]]]
    """Theme number and rows, in reading order."""
    lines: Sequence[int]
    points: Sequence[int]
    gain: Mapping[int, float]
    left_out: Mapping[int, str]
    """Why a row could not be chosen; rows that simply did not fit are not here."""
    stability: Mapping[int, float]
    """See stability.py; empty when there is but one origin."""
