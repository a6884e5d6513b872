"""Themes: which theme a sentence belongs to, and the terms that say so.

A theme set is one TOML file of weighted terms (`news.toml`, or the reader's own); matching counts them. Nothing is
learned and nothing is guessed: the matched terms are printed with the sentence, and what no term claims is Other.
`discover` finds themes among the articles instead; it needs numpy, so it is imported by itself.
"""

from .check import Finding, Sample, check
from .matching import CONFIDENCES, OTHER, confidence, match
from .sets import Term, ThemeDefinition, ThemeSet, load, names

__all__ = [
    "CONFIDENCES",
    "OTHER",
    "Finding",
    "Sample",
    "Term",
    "ThemeDefinition",
    "ThemeSet",
    "check",
    "confidence",
    "load",
    "match",
    "names",
]
