"""Themes: which theme a sentence belongs to, and the terms that say so.

A theme set is one TOML file of weighted terms (`news.toml`, or the reader's own); matching counts them. Nothing is
learned and nothing is guessed: the matched terms are printed with the sentence, and what no term claims is Other.
"""

from .matching import OTHER, confidence, match
from .sets import Term, ThemeDefinition, ThemeSet, load, names

__all__ = ["OTHER", "Term", "ThemeDefinition", "ThemeSet", "confidence", "load", "match", "names"]
