"""Whether the fonts that briefing.toml names are on this machine: WeasyPrint takes another one without a word."""

from __future__ import annotations

import re
import shutil
import subprocess

from ...look import Look

SECONDS = 20
"""fc-list takes 20 ms, and longer the first time on a machine with thousands of fonts."""


def missing_fonts(look: Look, html: str) -> tuple[str, ...]:
    """Return a line for each family of the look that neither the machine nor a @font-face of the page has.

    Fontconfig's own fc-list is asked, which comes with Pango on Debian; without it nothing is said.
    """
    wanted = [family for family in dict.fromkeys((look.font_serif, look.font_sans)) if family]
    if not wanted or not shutil.which("fc-list"):
        return ()
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, timeout=SECONDS, check=False).stdout
    there = {name.strip().lower() for name in re.split(r"[,\n]", listed.decode("utf-8", "replace"))}
    faces = {name.lower() for name in re.findall(r'@font-face\s*{[^}]*font-family:\s*"([^"]+)"', html)}
    return tuple(
        f"font {family} is not installed: the shipped font stands in"
        for family in wanted
        if family.lower() not in there | faces
    )
