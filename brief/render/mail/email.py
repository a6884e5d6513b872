"""The newsletter: a fragment of HTML made of tables, with every style inlined, to paste into any editor.

Mail programs drop style sheets, scripts and links inside a message; Gmail hides what is beyond 102 KB. So the marks lead
to the articles themselves, and what would be too long is cut between two sections, with a link to the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...drawing import USUAL, Drawing
from ...language import direction
from ...model import Briefing, Findings, speakers
from ..environment import draw
from ..labels import _, some
from ..text.cells import ELLIPSIS, cells, cut
from ..text.layout import quoted_from
from ..views import shown
from ..views.findings import more_differences
from ..views.found import EventView, FigureView
from ..views.view import view
from ..words import human_date, line, web_link
from .inert import inert, marked

MOST_BYTES = 90_000
"""Of UTF-8. Gmail clips at 102 KB; a newsletter service makes every link longer and adds a footer and a pixel."""
MOST_FIGURES, MOST_EVENTS, MOST_SOURCES = 5, 5, 40
"""Beyond these a newsletter is no longer read; the other formats have them."""
LONGEST_NAME = 40  # columns: one line on a telephone


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the newsletter that is shown whole or not at all."""

    kind: str
    """“bottom line”, “changes”, “key points”, “differences”, “theme”, “figures”, “timeline” or “speakers”."""
    name: str
    """As the reader is told of it when it is cut."""
    theme: shown.SectionView | None = None
    """Of a theme."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who a mark stands for."""

    name: str
    """“Harbour Gazette, 2 March 2026”; the title when no publisher is known."""
    url: str
    direction: str
    """How the name is written, “ltr” or “rtl”."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What of the view stands in the newsletter."""

    blocks: tuple[Block, ...]
    missing: tuple[str, ...]
    """Names of the blocks that were cut."""
    link: str
    """Where the whole briefing stands, or nothing."""
    sources: dict[str, Outlet]
    """By letter."""
    listed: tuple[shown.SourceView, ...]
    unlisted: str
    """“and 12 articles read and not listed here”, or nothing."""
    figures: tuple[FigureView, ...]
    differences_more: str
    """“2 more differences in the whole briefing”, or nothing."""
    figures_more: str
    """“and 12 more figures in the whole briefing”, or nothing."""
    timeline: tuple[EventView, ...]
    timeline_more: str
    speakers_more: str


def to_email(briefing: Briefing, drawing: Drawing = USUAL) -> str:
    """Return the newsletter as a fragment of HTML, at most MOST_BYTES long.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    return newsletter(briefing, view(briefing, drawing.marking), drawing)


def newsletter(briefing: Briefing, all_of_it: shown.View, drawing: Drawing) -> str:
    """Return the fragment for a view of the briefing that has been worked out; see `to_email`."""
    blocks, language = tuple(_blocks(all_of_it)), all_of_it.language
    outlets = {
        one.label: Outlet(
            _outlet(line(source.publisher), one.title, source.published),
            one.url,
            direction(source.language or language),
        )
        for one, source in zip(all_of_it.sources, briefing.sources, strict=True)
    }
    listed, shown_view = _listed(all_of_it), marked(all_of_it)
    way = direction(language)
    css = draw(drawing, "email/email.css", direction=way)

    def drawn(dropped: int) -> str:
        kept = max(len(blocks) - dropped, 0)
        few = listed[: len(listed) - max(dropped - len(blocks), 0)]
        letter = _letter(all_of_it, briefing.findings, drawing, blocks, kept, outlets, few)
        html = draw(drawing, "email/briefing.html", view=shown_view, letter=marked(letter), direction=way)
        return _inlined(html, css)

    return _longest_that_fits(drawn, len(blocks) + len(listed))


def _longest_that_fits(drawn: Callable[[int], str], most: int) -> str:
    """Return what is drawn with the fewest pieces dropped, 0 to `most`, that is short enough; else that with none left."""
    whole = drawn(0)
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    low, high, best = 1, most, ""
    while low <= high:
        middle = (low + high) // 2
        text = drawn(middle)
        if len(text.encode()) <= MOST_BYTES:
            best, high = text, middle - 1
        else:
            low = middle + 1
    return best or drawn(most)


def _blocks(all_of_it: shown.View) -> Iterator[Block]:
    """Yield what there is to show, in reading order: what can go first stands last."""
    found = all_of_it.findings
    if all_of_it.bottom_line:
        yield Block("bottom line", _("Bottom line"))
    if all_of_it.changes:
        yield Block("changes", _("What changed"))
    if all_of_it.key_points:
        yield Block("key points", _("Key points"))
    if found.differences:
        yield Block("differences", _("Where reports differ"))
    for theme in all_of_it.sections:
        if theme.statements:
            yield Block("theme", theme.label, theme)
    if found.figures:
        yield Block("figures", _("Key figures"))
    if found.timeline:
        yield Block("timeline", _("Timeline"))
    if found.speakers:
        yield Block("speakers", _("Who is quoted"))


def _letter(
    all_of_it: shown.View,
    found: Findings,
    drawing: Drawing,
    blocks: tuple[Block, ...],
    kept: int,
    outlets: dict[str, Outlet],
    listed: tuple[shown.SourceView, ...],
) -> Letter:
    return Letter(
        blocks=blocks[:kept],
        missing=tuple(block.name for block in blocks[kept:]),
        link=web_link(drawing.link),
        sources=outlets,
        listed=listed,
        unlisted=some(
            "%(num)s more article read and not listed here.",
            "%(num)s more articles read and not listed here.",
            len(all_of_it.sources) - len(listed),
        ),
        figures=all_of_it.findings.figures[:MOST_FIGURES],
        differences_more=more_differences(
            len(found.differences) - len(all_of_it.findings.differences), _("the whole briefing")
        ),
        figures_more=some(
            "and %(num)s more figure in the whole briefing",
            "and %(num)s more figures in the whole briefing",
            len(found.figures) - MOST_FIGURES,
        ),
        timeline=all_of_it.findings.timeline[:MOST_EVENTS],
        timeline_more=some(
            "and %(num)s more dated sentence in the whole briefing",
            "and %(num)s more dated sentences in the whole briefing",
            len(found.timeline) - MOST_EVENTS,
        ),
        speakers_more=some(
            "and %(num)s more speaker in the whole briefing",
            "and %(num)s more speakers in the whole briefing",
            len(speakers(found.quotes)) - len(all_of_it.findings.speakers),
        ),
    )


def _listed(all_of_it: shown.View) -> tuple[shown.SourceView, ...]:
    """Return the sources to list: all, or of very many the quoted ones."""
    if len(all_of_it.sources) <= MOST_SOURCES:
        return all_of_it.sources
    quoted = quoted_from(all_of_it)
    return tuple(source for source in all_of_it.sources if source.label in quoted)[:MOST_SOURCES]


def _outlet(publisher: str, title: str, published: str | None) -> str:
    name = publisher or title
    if cells(name) > LONGEST_NAME:
        head = cut(name, LONGEST_NAME, "")
        name = (head if name[len(head)] == " " else head.rpartition(" ")[0] or head) + ELLIPSIS
    return ", ".join(part for part in (name, human_date(published)) if part)


def _inlined(html: str, css: str) -> str:
    """Return the fragment with the rules in its tags."""
    from css_inline import CSSInliner

    text = CSSInliner(load_remote_stylesheets=False).inline_fragment(html, css)
    # An empty line would end the HTML for an editor that takes Markdown (CommonMark 4.6).
    return inert("".join(f"{one.strip()}\n" for one in text.split("\n") if one.strip()))
