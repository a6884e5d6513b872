"""The look of an organisation: colour, fonts, logo and name, from the table [look] of briefing.toml."""

from __future__ import annotations

import base64
import io
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from .errors import OptionError

LEAST_CONTRAST = 4.5
"""Of text on its ground, by WCAG 2.2, 1.4.3 (AA)."""
DARK_PAPER = "#14181d"
"""The ground of the web page in dark mode (templates/default/html.css)."""
COLOUR = re.compile("#[0-9a-fA-F]{6}")
FAMILY = re.compile(r"[^\W_](?:[\w -]{0,60}\w)?")
"""A font family as it may stand in quotation marks in a style sheet: letters, digits, spaces and hyphens."""
MOST_LOGO = 256 * 1024
"""Bytes: the logo is in every HTML file; the fonts there are 90 KB."""
LOGOS = {".png": "image/png", ".svg": "image/svg+xml"}


class Look(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be changed about every template without writing one."""

    organisation: str = ""
    """Printed on top, and what a screen reader says for the logo."""
    logo: str = ""
    """A .svg or .png file beside briefing.toml, at most 256 KB; it needs an organisation."""
    accent: str = ""
    """Colour of headings and rules, #rrggbb; on white it must be legible."""
    font_serif: str = ""
    """Font family of what is quoted; where it is not installed, the shipped font stands in."""
    font_sans: str = ""
    """Font family of what the program adds; likewise."""

    def __post_init__(self) -> None:
        if self.accent and not COLOUR.fullmatch(self.accent):
            raise OptionError(f"look.accent is “{self.accent}”", "give a colour such as #14365c")
        if self.accent and contrast(self.accent, "#ffffff") < LEAST_CONTRAST:
            raise OptionError(
                f"look.accent {self.accent} is too pale on white (contrast {contrast(self.accent, '#ffffff'):.1f}, "
                f"needed {LEAST_CONTRAST})",
                f"{legible(self.accent, '#ffffff')} is the nearest that can be read",
            )
        for key in ("font_serif", "font_sans"):
            if (family := getattr(self, key)) and not FAMILY.fullmatch(family):
                raise OptionError(f"look.{key} is “{family}”", "give the name of one font family, such as Georgia")
        if self.logo and not self.organisation.strip():
            raise OptionError("look.logo has no name", "give look.organisation: screen readers say it for the logo")

    @property
    def accent_on_dark(self) -> str:
        """The accent as it can be read on the dark page."""
        return legible(self.accent, DARK_PAPER) if self.accent else ""


def read_toml(path: Path) -> dict[str, Any]:
    """Read a briefing.toml.

    Raises:
        OptionError: it cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(f"{path}: {error}", "give a TOML file with keys such as words = 250") from error


def with_logo(look: Look, path: Path) -> Look:
    """Return the look of this briefing.toml with its logo as a data URI: a page loads nothing, not even from the disk.

    Raises:
        OptionError: the logo is not beside the file, no picture or too big.
    """
    return msgspec.structs.replace(look, logo=_embedded(look.logo, path)) if look.logo else look


def _embedded(name: str, path: Path) -> str:
    home = path.resolve().parent
    file = (home / name).resolve()
    kind = LOGOS.get(file.suffix.lower())
    if kind is None or not file.is_relative_to(home):
        raise OptionError(f"{path}: look.logo is “{name}”", "name a .svg or .png file beside briefing.toml")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise OptionError(f"{path}: look.logo: {name}: {error.strerror}", "correct the name") from error
    if len(data) > MOST_LOGO:
        raise OptionError(f"{path}: look.logo: {name} has {len(data):,} bytes", f"give one of at most {MOST_LOGO:,}")
    if not _is_picture(data, kind):
        raise OptionError(f"{path}: look.logo: {name} is no {file.suffix[1:].upper()} picture", "save it as one")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _is_picture(data: bytes, kind: str) -> bool:
    """Tell whether it is a whole picture: WeasyPrint stops at half of one."""
    if kind == LOGOS[".svg"]:
        from lxml import etree  # 20 ms, for those who have a logo

        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            return False
        return bool(etree.QName(root).localname == "svg")
    from PIL import Image  # 30 ms, likewise

    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            picture.verify()  # alone finds half a picture where WeasyPrint is loaded: it tells Pillow to be content with one
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: str, ground: str) -> str:
    """Return the colour, moved in steps of a hundredth towards black or white until it can be read on the ground."""
    goal = 0 if _luminance(ground) > 0.18 else 255  # 0.18: as far from black as from white
    parts = _parts(colour)
    for step in range(101):
        moved = "#" + "".join(f"{round(part + (goal - part) * step / 100):02x}" for part in parts)
        if contrast(moved, ground) >= LEAST_CONTRAST:
            break
    return moved


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
