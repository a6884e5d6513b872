"""Markdown for a repository, a wiki or a newsletter's editor: CommonMark with GitHub's tables and footnotes.

A footnote holds what a chip leads to elsewhere: source, date, link and the exact place. Its mark stands behind the
label (“… a new wall. (C6)[^c6]”) because GitHub numbers footnotes anew, and an editor without footnotes drops them.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from brief.drawing import USUAL, Drawing
from brief.model import AlsoIn, Briefing, Citation, Source, Statement

from ..environment import draw
from ..labels import N_, _, figure
from ..views import shown
from ..views.view import view
from ..words import capital, human_date, line, quoted, web_link
from .layout import pointers, support
from .lines import DOT

LIVE = re.compile(
    r"""
      [\\`*\[\]<>|~{}]                # emphasis, code, links, HTML, tables, and what site generators look for
    | (?<![^\W_])_ | _(?![^\W_])       # an underscore that is not inside a word
    | (?<!\w)\#                        # a heading, or the end of one
    | &(?=\#?\w+;)                     # an entity
    | (?<=:)/(?=/) | (?<=\bwww)\.      # an address that GitHub would make a link
    """,
    re.VERBOSE | re.IGNORECASE,
)
BLOCK = re.compile(r"^([ \t]*)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[+\-=]))", re.MULTILINE)
"""What begins a list item or underlines a heading, at the start of a line."""
ALSO = {
    "says the same": N_("also"),
    "says part of it": N_("in part"),
    "same speaker": N_("also quoted by"),
    "same wording": N_("also carried by"),
    "related": N_("related"),
}
MOST_LISTED = 12
"""Sentences and runs of sentences listed for a reason: with 400 sentences read, a list of all drowns the rest."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a section says beside its statements."""

    support: Markup
    """“2 origins”, “1 source, not confirmed”."""
    above: Markup
    """“also: C6 in the bottom line”."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list."""

    label: Markup
    title: Markup
    """A link when the source has a web address."""
    details: Markup


@dataclass(frozen=True, slots=True)
class Note:
    """The footnote of a statement."""

    id: str
    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Page:
    """What the template shows beside the view, as Markdown."""

    facts: Markup
    support: dict[str, Markup]
    """“also reported by A4 · 2 origins” by statement, or nothing."""
    themes: tuple[Theme, ...]
    sources: tuple[SourceLine, ...]
    left_out: tuple[Markup, ...]
    """Counts by reason, the greatest first, and which sentences where the list is short."""
    shortened: bool
    """Whether a list of sentences was too long."""
    warnings: tuple[Markup, ...]
    notes: tuple[Note, ...]


def to_markdown(briefing: Briefing, drawing: Drawing = USUAL) -> str:
    """Return the briefing as Markdown.

    A template folder may bring its own markdown/briefing.md.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing, drawing.marking)
    text = draw(drawing, "markdown/briefing.md", view=escaped(all_of_it), page=_page(briefing, all_of_it))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def plain(text: str) -> Markup:
    """Return Markdown that shows this text and does nothing else: no emphasis, link, heading, list, table or HTML.

    Only what would be live is escaped, so that the Markdown itself can still be read.
    """
    safe = LIVE.sub(r"\\\g<0>", text)
    if safe.count("$") > 1:  # GitHub sets $…$ as a formula
        safe = safe.replace("$", r"\$")
    return Markup(BLOCK.sub(r"\1\2\\", safe))


def escaped(value: Any) -> Any:
    """Return the view with every text in it made plain, so that no template has to remember to."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(map(escaped, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: escaped(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **parts)
    return value


def linked(text: str, url: str) -> Markup:
    """Return the text as a link to the address, or plain when there is none."""
    if not url:
        return plain(text)
    target = re.sub(r"[<>\\]", lambda found: f"%{ord(found[0]):02X}", url).replace("&", "&amp;")
    return Markup(f"[{plain(text)}](<{target}>)")


def code(text: str) -> Markup:
    """Return the text as code: a file name such as notes.md would become a link to a host in Moldova elsewhere."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return Markup(f"{fence}{pad}{text}{pad}{fence}") if text else Markup()


def _page(briefing: Briefing, all_of_it: shown.View) -> Page:
    return Page(
        facts=plain(DOT.join(all_of_it.facts)),
        support={one.id: _joined(run.text for run in support(one, {})) for one in all_of_it.statements},
        themes=tuple(
            Theme(plain(one.support), _sentence(run.text for run in pointers(one, {}))) for one in all_of_it.sections
        ),
        sources=tuple(_source(source) for source in all_of_it.sources),
        left_out=tuple(_left_out(row) for row in sorted(all_of_it.left_out, key=lambda row: (-row.count, row.label))),
        shortened=any(len(row.sentences) > MOST_LISTED for row in all_of_it.left_out),
        warnings=tuple(plain(one.text) for one in all_of_it.warnings),
        notes=_notes(briefing, all_of_it),
    )


def _joined(texts: Iterable[str]) -> Markup:
    return plain("".join(texts))


def _sentence(texts: Iterable[str]) -> Markup:
    text = "".join(texts)
    return plain(capital(text))


def _source(source: shown.SourceView) -> SourceLine:
    about, more = (source.byline, source.words, source.quoted), (source.shares, source.alone, source.notes)
    details = (*map(plain, about), code(source.file), *map(plain, more))
    return SourceLine(plain(source.label), linked(source.title, source.url), Markup(DOT).join(filter(None, details)))


def _left_out(row: shown.LeftOutView) -> Markup:
    which = f" ({', '.join(row.sentences)})" if len(row.sentences) <= MOST_LISTED else ""
    return plain(_("%(label)s: %(number)s", label=row.label, number=figure(row.count)) + which)


def _notes(briefing: Briefing, all_of_it: shown.View) -> tuple[Note, ...]:
    """Return a footnote for each printed statement, in the order they are printed."""
    statements = {statement.id: statement for statement in reversed(briefing.statements)}
    sources = {source.id: source for source in briefing.sources}
    return tuple(Note(one.id, one.chip.label, _note(one, statements[one.id], sources)) for one in all_of_it.statements)


def _note(one: shown.StatementView, statement: Statement, sources: dict[str, Source]) -> Markup:
    """Return source, date and place of a statement, its wording there if we added to it, and who else reports it."""
    first = statement.citations[0]
    source = sources[first.source]
    parts = [linked(one.source_title, web_link(source.url))]
    parts += [plain(part) for part in (line(source.publisher), human_date(source.published)) if part]
    parts.append(_place(_characters(first), line(source.path)))
    if one.text != one.exact:
        parts.append(plain(_("in the source: %(words)s", words=quoted(one.exact))))
    carriers: list[tuple[str, Citation | AlsoIn]] = [(_("also"), part) for part in statement.citations[1:]]
    carriers += [(_(ALSO[part.relation]), part) for part in statement.also_in]
    parts += [plain(f"{how} {sources[part.source].label}, {_characters(part)}") for how, part in carriers]
    return Markup(DOT).join(parts)


def _place(place: str, path: str) -> Markup:
    """Return “characters 10–42 of `a.txt`”."""
    said = plain(_("%(place)s of %(file)s", place=place, file="\0")) if path else plain(place)
    return Markup(said.replace("\0", code(path)))


def _characters(part: Citation | AlsoIn) -> str:
    return _("characters %(start)s–%(end)s", start=part.start, end=part.end)
