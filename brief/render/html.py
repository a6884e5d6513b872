"""One self-contained HTML page: no script, no external request, everything from the articles escaped."""

from __future__ import annotations

from ..model import Briefing
from .environment import draw
from .view import view


def to_html(briefing: Briefing, template: str | None = None) -> str:
    """Return the briefing as one HTML page.

    `template` is a folder whose files replace the shipped ones of the same name.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    return draw(template, "briefing.html", briefing=briefing, view=view(briefing), medium="web")
