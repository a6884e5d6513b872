"""One frozen set of options: defaults, then briefing.toml, then the command line. Checked once; errors name the key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .drawing import Drawing
from .errors import OptionError
from .look import read_toml, with_logo
from .model import digest

EVIDENCE = ("context", "full", "none")
Kind = TypeVar("Kind", bound=msgspec.Struct)
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user can choose about a briefing's content. How it is drawn is the renderers' business."""

    title: str | None = None
    """Printed on top; by default made from the articles."""
    words: int = 250
    """Budget of quoted words, 20 to 100,000."""
    themes: str = "news"
    """Name of a built-in theme set, path of a TOML file, or "auto": groups found among the articles."""
    ranker: str = "coverage"
    """How sentences are weighed: coverage, lexrank, lead, or sumy's: sumy-lexrank, sumy-lsa, …"""
    language: str | None = None
    """ISO 639-1 code that overrides detection."""
    evidence: str = "context"
    """How much source text the briefing carries along: context, full or none."""
    flat: bool = False
    """One list in reading order, without themes and bottom line."""
    date: str | None = None
    """The briefing's date, ISO 8601; by default the newest article's."""

    def __post_init__(self) -> None:
        if not 20 <= self.words <= 100_000:
            raise OptionError(f"words is {self.words}", "give a number from 20 to 100000")
        if self.evidence not in EVIDENCE:
            raise OptionError(f"evidence is “{self.evidence}”", f"give one of {', '.join(EVIDENCE)}")
        if self.language is not None and not re.fullmatch("[a-z]{2}", self.language):
            raise OptionError(f"language is “{self.language}”", "give a two-letter code such as en, de, es, fr or pt")
        if self.date is not None and not ISO_DATE.fullmatch(self.date):
            raise OptionError(f"date is “{self.date}”", "give it as 2025-04-14 or 2025-04-14T06:00:00Z")

    def as_dict(self) -> dict[str, Any]:
        """Return the options as the briefing records them: a theme file by its name alone, no folder of this machine."""
        values: dict[str, Any] = msgspec.to_builtins(self)
        values["themes"] = Path(self.themes).name
        return values

    def digest(self) -> str:
        """Return the digest of the recorded options, to see at once whether two briefings were made alike."""
        return digest(msgspec.json.encode(self.as_dict()))


def load(path: Path | None, chosen: dict[str, Any]) -> Options:
    """Put the values of a briefing.toml under the chosen ones; its keys about drawing are left to `load_drawing`.

    Raises:
        OptionError: the file cannot be read, or a key or value is wrong.
    """
    values = _values(path, chosen)
    return _convert({key: values[key] for key in values if key not in Drawing.__struct_fields__}, Options, path)


def load_drawing(path: Path | None, chosen: dict[str, Any]) -> Drawing:
    """Put what a briefing.toml says of the drawing under the chosen values; its other keys are left to `load`.

    Raises:
        OptionError: the file cannot be read, or a key or value is wrong.
    """
    values = _values(path, chosen)
    kept = {key: values[key] for key in values if key not in Options.__struct_fields__}
    drawing = _convert(kept, Drawing, path)
    return msgspec.structs.replace(drawing, look=with_logo(drawing.look, path)) if path else drawing


def _values(path: Path | None, chosen: dict[str, Any]) -> dict[str, Any]:
    """Return the values of the file, and the chosen ones over them."""
    values = read_toml(path) if path else {}
    return values | {key: value for key, value in chosen.items() if value is not None}


def _convert(values: dict[str, Any], kind: type[Kind], path: Path | None) -> Kind:
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, OptionError):
            raise error.__cause__ from None
        known = ", ".join((*Options.__struct_fields__, *Drawing.__struct_fields__))
        raise OptionError(f"{path or 'options'}: {error}", f"known keys are {known}") from error
