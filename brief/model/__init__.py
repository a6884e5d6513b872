"""The values that flow through the stages, and the briefing they end in.

`Article` and `Sentence` are what the stages work on. `Briefing` and what it holds are the JSON contract, version 1.0:
each class is an object of briefing.json, each field a key, in this order. Unknown keys are refused.
"""

from .article import Article, Excluded, Sentence
from .briefing import Briefing, from_json, schema
from .findings import Changes, Difference, Dropped, Event, Figure, Findings, Quote, Side
from .parts import (
    AlsoIn,
    Citation,
    Concept,
    Coverage,
    Generator,
    LeftOut,
    Lost,
    Notice,
    Numbered,
    Passage,
    Rival,
    RunnerUp,
    Section,
    Shared,
    Source,
    Statement,
    Theme,
    ThemeMatch,
    Why,
)
from .text import digest, one_line

__all__ = [
    "AlsoIn",
    "Article",
    "Briefing",
    "Changes",
    "Citation",
    "Concept",
    "Coverage",
    "Difference",
    "Dropped",
    "Event",
    "Excluded",
    "Figure",
    "Findings",
    "Generator",
    "LeftOut",
    "Lost",
    "Notice",
    "Numbered",
    "Passage",
    "Quote",
    "Rival",
    "RunnerUp",
    "Section",
    "Sentence",
    "Shared",
    "Side",
    "Source",
    "Statement",
    "Theme",
    "ThemeMatch",
    "Why",
    "digest",
    "from_json",
    "one_line",
    "schema",
]
