"""The plain part of a message: the digest, with what readers need who have a mail program and no command line.

It is not format=flowed (RFC 3676): the marks stand flush right, and a program that sets the lines again would move them.
"""

from __future__ import annotations

from ...model import Briefing
from ..labels import _
from ..text.layout import body, footer, together
from ..text.lines import DOT, GAP, INDENT, Line, Page, Run, paragraph
from ..text.terminal import plain
from ..views import shown

COLUMNS = 72
"""Room to be quoted in a reply and still fit 80. Addresses are never broken."""


def mail_text(briefing: Briefing, all_of_it: shown.View, link: str) -> str:
    """Return the plain part; `link` is where the whole briefing stands, or nothing."""
    page = Page(COLUMNS, str)
    blocks = body(all_of_it, page, _("the whole briefing"))
    return plain(
        together(
            _head(all_of_it, page),
            *blocks,
            _whole(link, page),
            _sources(all_of_it, page),
            _last(briefing, all_of_it, page),
        )
    )


def _head(all_of_it: shown.View, page: Page) -> list[Line]:
    """Return the handling line, the title and the counts under each other: read aloud, they are in order."""
    rows = (all_of_it.marking, all_of_it.title, DOT.join(all_of_it.facts))
    lines = [line for row in rows for line in paragraph(page, [Run(row)], "", "")]
    return [*lines, (Run("─" * COLUMNS),)]


def _whole(link: str, page: Page) -> list[Line]:
    return [*paragraph(page, [Run(_("Read this briefing on the web") + ":")], "", ""), (Run(link),)] if link else []


def _sources(all_of_it: shown.View, page: Page) -> list[Line]:
    """Return the sources, each with its address below: nothing else leads to it."""
    letters = max((len(source.label) for source in all_of_it.sources), default=0)
    indent = " " * (len(INDENT) + letters + len(GAP))
    lines: list[Line] = [(Run(_("Sources").upper()),)] if all_of_it.sources else []
    for source in all_of_it.sources:
        lines += paragraph(page, [Run(source.title)], f"{INDENT}{source.label:<{letters}}{GAP}", indent)
        for below in (source.byline, source.note):
            lines += paragraph(page, [Run(below)], indent, indent)
        lines += [(Run(indent + source.url),)] if source.url else []
    return lines


def _last(briefing: Briefing, all_of_it: shown.View, page: Page) -> list[Line]:
    """Return what was counted, and what the marks are."""
    marks = _(
        "Every sentence is quoted word for word; marks such as C7 name source and sentence. Made with %(program)s.",
        program=all_of_it.generator,
    )
    return [*footer(all_of_it, briefing, page, ""), (), *paragraph(page, [Run(marks)], "", "")]
