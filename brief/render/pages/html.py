"""One self-contained HTML page: no external request, everything from the articles escaped, one small script of our own."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from markupsafe import Markup

from ...drawing import USUAL, Drawing
from ...model import Briefing
from ..environment import asset, draw, folders
from ..views.view import view
from .filters import filters

BETWEEN_BLOCKS = re.compile(
    r">\n+(?=</?(?:blockquote|details|div|fieldset|legend|li|p|summary|table|tbody|td|th|thead|tr|ul)\b)"
)
"""White space that nobody sees: a page of thirty articles has 1.2 KB of it."""


@dataclass(frozen=True, slots=True)
class Script:
    """The script of the page, and the hash by which the page's policy lets it run and no other."""

    text: Markup
    digest: str


def to_html(briefing: Briefing, drawing: Drawing = USUAL) -> str:
    """Return the briefing as one HTML page.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    shown = view(briefing, drawing.marking)
    page = draw(
        drawing,
        "briefing.html",
        briefing=briefing,
        view=shown,
        medium="web",
        filters=filters(briefing, shown),
        script=page_script(drawing.template),
    )
    return BETWEEN_BLOCKS.sub(">", page.replace("&nbsp;", "\u00a0"))


def page_script(template: str | None = None) -> Script:
    """Return page.js of the template or of the shipped one, without indentation and comments that fill a line.

    The hash is that of Content Security Policy (CSP 3, 2.3.1): base64 of SHA-256 over what stands between the tags.
    """
    file = asset("page.js", folders(template))
    lines = [one.strip() for one in file.read_text("utf-8").splitlines()] if file else []
    text = "\n".join(one for one in lines if one and not one.startswith("//")).replace("</", "<\\/")
    return Script(Markup(text), "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())
