"""Turn articles into a short, sourced briefing.

articles = brief.read(["a.html", "b.txt"])
brief.build(articles, brief.Options(words=250)).save("briefing.pdf")
"""

from __future__ import annotations

__version__ = "0.1.0"

from pathlib import Path
from typing import TYPE_CHECKING

from .drawing import Drawing
from .errors import (
    BriefError,
    InvalidBriefing,
    NothingToBrief,
    OptionError,
    RenderError,
    TemplateError,
    ThemeError,
    UnreadableSource,
    UsageError,
)
from .model import Article, Briefing, Statement, from_json
from .options import Options

# These two share their name with their folder or file: imported now, so that the function is what the name means.
from .read import read
from .verify import Verification, verify

if TYPE_CHECKING:
    from .pipeline import build, summarize
    from .themes import ThemeSet

LAZY = {"build": ".pipeline", "summarize": ".pipeline", "ThemeSet": ".themes"}
"""Loaded at first use: whoever only reads, draws or verifies a briefing.json waits for no numpy."""


def load(path: str | Path) -> Briefing:
    """Read a briefing.json.

    Raises:
        InvalidBriefing: the file cannot be read, or is no briefing of version 1.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InvalidBriefing(f"{path}: {error.strerror}", "give the path of a briefing.json") from error
    try:
        return from_json(data)
    except InvalidBriefing as error:
        raise InvalidBriefing(f"{path}: {error.problem}", error.fix) from error


def __getattr__(name: str) -> object:
    if name in LAZY:
        from importlib import import_module

        return getattr(import_module(LAZY[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Article",
    "BriefError",
    "Briefing",
    "Drawing",
    "InvalidBriefing",
    "NothingToBrief",
    "OptionError",
    "Options",
    "RenderError",
    "Statement",
    "TemplateError",
    "ThemeError",
    "ThemeSet",
    "UnreadableSource",
    "UsageError",
    "Verification",
    "build",
    "load",
    "read",
    "summarize",
    "verify",
]
