"""Turn articles into a short, sourced briefing.

    articles = brief.read(["a.html", "b.txt"])
    brief.build(articles, brief.Options(words=250)).save("briefing.pdf")
"""

from __future__ import annotations

__version__ = "0.1.0"

from typing import TYPE_CHECKING

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
from .model import Article, Briefing, Statement
from .options import Options

if TYPE_CHECKING:
    from pathlib import Path

    from .pipeline import build, summarize
    from .read import read
    from .themes import ThemeSet
    from .verify import Verification, verify

LAZY = {
    "build": ".pipeline",
    "summarize": ".pipeline",
    "read": ".read",
    "ThemeSet": ".themes",
    "verify": ".verify",
    "Verification": ".verify",
}
"""Loaded at first use: whoever only loads and draws a briefing.json needs no numpy."""


def load(path: str | Path) -> Briefing:
    """Read a briefing.json.

    Raises:
        InvalidBriefing: the file cannot be read, or is no briefing of version 1.
    """
    from pathlib import Path

    from .model import from_json

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InvalidBriefing(f"{path}: {error.strerror}", "give the path of a briefing.json") from error
    return from_json(data)


def __getattr__(name: str) -> object:
    if name in LAZY:
        from importlib import import_module

        return getattr(import_module(LAZY[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Article",
    "BriefError",
    "Briefing",
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
