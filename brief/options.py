"""One frozen set of options: defaults, then briefing.toml, then the command line. Checked once; errors name the key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from .errors import OptionError
from .model import digest

EVIDENCE = ("context", "full", "none")
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
    """Put the values of a briefing.toml under the chosen ones.

    Raises:
        OptionError: the file cannot be read, or a key or value is wrong.
    """
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise OptionError(f"{path}: {error}", "give a TOML file with keys such as words = 250") from error
    values |= {key: value for key, value in chosen.items() if value is not None}
    try:
        return msgspec.convert(values, Options)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, OptionError):
            raise error.__cause__ from None
        known = ", ".join(Options.__struct_fields__)
        raise OptionError(f"{path or 'options'}: {error}", f"known keys are {known}") from error
