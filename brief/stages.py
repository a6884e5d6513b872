"""The values that pass between stages. A leaf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .model import Article, Lost, Notice, Relation, Sentence
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
class Carrier:
    """Another row that carries a claim, how much of the claim is found in it (0 to 1), and what that is worth."""

    row: int
    similarity: float
    relation: Relation


@dataclass(frozen=True)
class Claim:
    """A sentence that may be printed, and the sentences that say what it says, best first."""

    sentence: int
    also: tuple[Carrier, ...] = ()
    fuller: int | None = None
    """The row that says the same, neither more nor less, and names more: of several paraphrases it should stand."""


def said_by(claims: Sequence[Claim]) -> dict[int, set[int]]:
    """Return by row the rows that say the same, whichever of the two carries the other."""
    found: dict[int, set[int]] = {}
    for claim in claims:
        for carrier in claim.also:
            found.setdefault(claim.sentence, set()).add(carrier.row)
            found.setdefault(carrier.row, set()).add(claim.sentence)
    return found


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
    repaired: Mapping[int, str] = field(default_factory=dict)
    """Rows that stand alone only with a name in [brackets], and their text with it. See repair.py."""


@dataclass(frozen=True)
class Added:
    """Neighbouring concepts that a sentence added when it was chosen, in its own words."""

    words: str
    weight: float
    """Share of what the sentence added."""
    articles: tuple[int, ...]
    """Those that have all of it."""


@dataclass(frozen=True)
class Grounds:
    """Why a row was chosen, and why the row most like it was not."""

    added: Sequence[Added]
    covered: float
    """Share of the weight of its concepts that rows chosen before had covered."""
    rival: int | None
    rival_gain: float
    lost: Lost | None


@dataclass(frozen=True)
class Choice:
    """What is printed and where, as rows."""

    sections: Sequence[tuple[int, Sequence[int]]]
    """Theme number and rows, in reading order."""
    lines: Sequence[int]
    points: Sequence[int]
    continued: Mapping[int, int]
    """Rows that may only be read behind another, and that other. See extend.py."""
    gain: Mapping[int, float]
    left_out: Mapping[int, str]
    """Why a row could not be chosen; rows that simply did not fit are not here."""
    grounds: Mapping[int, Grounds]
    """See explain.py: one for each chosen row."""
    runners_up: Sequence[tuple[int, float]]
    """The best rows that are not printed, and what each would add to the page."""
    stability: Mapping[int, float]
    """See stability.py; empty when there is but one origin."""
    texts: Mapping[int, str]
    """What is printed, with the names in [brackets] that were added."""
    related: Mapping[int, Sequence[Carrier]] = field(default_factory=dict)
    """Sentences of other origins about the same thing; they carry nothing."""
