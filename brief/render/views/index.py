"""The sources and statements of a briefing by their ids, and the chips, anchors and quotations that come from them."""

from __future__ import annotations

import re

from ...errors import InvalidBriefing
from ...model import Briefing, Section, Source, Statement, citations_in
from ..labels import N_, _, ngettext
from ..words import HOLDS, line, theme_words
from . import changes, evidence, shown
from .chip import Chip
from .why import sources_named, why

COLOURS = 8
"""Source colours in the style sheets. A ninth takes the first again: letters name a source, colours only help."""
BOTTOM_LINE, KEY_POINTS = N_("in the bottom line"), N_("in the key points")
QUIET = ("single-source", HOLDS, "name-added")
"""Flags that are not printed as such: the theme says the first, the line of sources the second, the brackets the third."""
FLAGS = {"new": N_("new"), "updated": N_("updated"), "continues": N_("goes on from the sentence above")}
"""What a reader sees for a flag; one that is not listed is shown as it is."""
FIX = "make the briefing again with `brief SOURCE… -o briefing.json`"


class Index:
    """The briefing's sources and statements by id, checked once, with the evidence that citations lead to."""

    def __init__(self, briefing: Briefing) -> None:
        """Index the briefing.

        Raises:
            InvalidBriefing: an id in it leads nowhere.
        """
        self.briefing = briefing
        self.sources = {source.id: source for source in briefing.sources}
        self.order = {source.id: index for index, source in enumerate(briefing.sources)}
        self.statements = {statement.id: statement for statement in reversed(briefing.statements)}
        self._check()
        spans = evidence.spans_by_source(briefing.sources, self.statements.values())
        self.passages = {source.id: evidence.passages(source, spans[source.id]) for source in briefing.sources}
        pieces = [p for views in self.passages.values() for passage in views for p in passage.pieces]
        self.anchors = {anchor for piece in pieces for anchor in piece.anchors}

    def _check(self) -> None:
        briefing = self.briefing
        listed = {*briefing.bottom_line, *briefing.key_points, *changes.ids(briefing.changes)}
        for unknown in sorted(listed - self.statements.keys()):
            raise InvalidBriefing(f"the briefing names statement {unknown}, which no section holds", FIX)
        for statement in self.statements.values():
            if not statement.citations:
                raise InvalidBriefing(f"statement {statement.id} has no citation", FIX)
        named = {citation.source for citation in citations_in((briefing.sections, briefing.findings))}
        named |= sources_named(briefing) | changes.sources_named(briefing.changes)
        named |= {shared.source for source in briefing.sources for shared in source.shares}
        for unknown in sorted({*named, *briefing.coverage.sources} - self.sources.keys()):
            raise InvalidBriefing(f"the briefing names {unknown}, which is no source", FIX)

    def placed(self) -> dict[str, str]:
        """Say for each statement where it is printed in full: the first place that names it."""
        places: dict[str, str] = {}
        for ids, place in ((self.briefing.bottom_line, BOTTOM_LINE), (self.briefing.key_points, KEY_POINTS)):
            for statement_id in ids:
                places.setdefault(statement_id, place)
        for section in self.briefing.sections:
            for statement in section.statements:
                places.setdefault(statement.id, under(self.briefing, section))
        return places

    def colour(self, source_id: str) -> int:
        """Return the source's colour, 1 to COLOURS."""
        return self.order[source_id] % COLOURS + 1

    def chip(self, source_id: str, label: str, anchor: str = "") -> Chip:
        """Return a chip that leads to the evidence, or to the source's entry when no evidence is carried along."""
        source, there = self.sources[source_id], anchor in self.anchors
        target = anchor if there else source_anchor(source)
        return Chip(label, source.label, self.colour(source_id), target, there)

    def back(self, statement_id: str) -> Chip:
        """Return a chip that leads to where the statement is printed in full."""
        source_id = self.statements[statement_id].citations[0].source
        source, anchor = self.sources[source_id], statement_anchor(statement_id)
        return Chip(statement_id.upper(), source.label, self.colour(source_id), anchor, False)

    def label_at(self, source_id: str, start: int) -> str:
        """Return “A3” for a place in a source, or “A” when the sentence's number is not known."""
        source = self.sources[source_id]
        numbered = (s for passage in source.passages for s in passage.sentences if s.start <= start < s.end)
        sentence = next(numbered, None)
        return source.label + (str(sentence.number) if sentence else "")

    def statement(self, statement_id: str) -> shown.StatementView:
        """Return the statement as it is printed in full."""
        statement = self.statements[statement_id]
        first, *others = statement.citations
        source, text, exact = self.sources[first.source], line(statement.text), line(first.exact)
        chips = [
            self.chip(c.source, self.label_at(c.source, c.start), evidence.quoted_anchor(statement, index))
            for index, c in enumerate(others, 1)
        ]
        return shown.StatementView(
            id=statement.id,
            anchor=statement_anchor(statement.id),
            text=text,
            words=_words(text, exact),
            exact=exact,
            chip=self.chip(first.source, statement.id.upper(), evidence.quoted_anchor(statement, 0)),
            more=tuple(chips),
            also=_also(self, statement),
            related=_related(self, statement),
            backing=self._backing(statement),
            source_title=source_title(source),
            lang=self.lang(source),
            flags=tuple(_(FLAGS.get(flag, line(flag))) for flag in statement.flags if flag not in QUIET),
            holds=_("holds without any one source") if HOLDS in statement.flags else "",
            before=changes.before(self.briefing.changes, statement.id),
            why=why(self.briefing, self.sources, statement),
            probable=statement.confidence == "probable",
        )

    def _backing(self, statement: Statement) -> str:
        """Say how many origins stand behind the statement, where its place on the page does not say so already."""
        if statement.citations[1:] or any(also.carries for also in statement.also_in):
            return ngettext("%(num)s origin", "%(num)s origins", statement.origins) if self.briefing.origins > 1 else ""
        if self.briefing.origins == 1 or statement.origins > 1:
            return ""
        above = statement.id in (*self.briefing.bottom_line, *self.briefing.key_points)
        beside = [s.statements for s in self.briefing.sections if any(one.id == statement.id for one in s.statements)]
        mixed = any(one.origins > 1 for statements in beside for one in statements)
        return _("1 source") if above or mixed else ""

    def lang(self, source: Source) -> str:
        """Return the source's language when it is not the briefing's, else nothing."""
        language = language_tag(source.language)
        return language if language != language_tag(self.briefing.language) else ""


def language_tag(language: str) -> str:
    """Return the language when it can stand in a `lang` attribute, else nothing."""
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else ""


def statement_anchor(statement_id: str) -> str:
    """Return the name of the place where the statement is printed in full."""
    return f"statement-{statement_id}"


def source_anchor(source: Source) -> str:
    """Return the name of the source's entry in the list of sources."""
    return f"source-{source.label.lower()}"


def source_title(source: Source) -> str:
    """Return the title, or what else can name the source."""
    return line(source.title) or line(source.path) or line(source.url) or _("Untitled")


def under(briefing: Briefing, section: Section) -> str:
    """Return “under Health”, the place of the statements that a section prints."""
    return _("under %(theme)s", theme=theme_words(briefing, section.theme.label))


def place_words(place: str) -> str:
    """Return a place of `Index.placed` as a reader sees it."""
    return _(place) if place in (BOTTOM_LINE, KEY_POINTS) else place


def _words(text: str, exact: str) -> tuple[shown.Words, ...]:
    """Tell the [brackets] we added from brackets that stand in the source."""
    pieces = re.split(r"(\[[^\[\]]*\])", text)
    return tuple(shown.Words(p, p.startswith("[") and p.endswith("]") and p not in exact) for p in pieces if p)


ALSO = {
    "says the same": N_("also reported by"),
    "says part of it": N_("reported in part by"),
    "same speaker": N_("also quoted by"),
    "same wording": N_("also carried by"),
}
"""How a reader is told what another source is to a statement."""


def _also(index: Index, statement: Statement) -> tuple[tuple[str, tuple[Chip, ...]], ...]:
    """Tell sources that report it on their own from those that quote the same person or carry the same text."""
    origin = index.sources[statement.citations[0].source].origin
    groups: dict[str, list[Chip]] = {}
    for number, also in enumerate(statement.also_in):
        if also.relation != "related":
            words = ALSO[also.relation if index.sources[also.source].origin != origin else "same wording"]
            groups.setdefault(words, []).append(_chip(index, statement, number))
    return tuple((_(words), tuple(groups[words])) for words in ALSO.values() if words in groups)


def _related(index: Index, statement: Statement) -> tuple[Chip, ...]:
    numbers = [number for number, also in enumerate(statement.also_in) if also.relation == "related"]
    return tuple(_chip(index, statement, number) for number in numbers)


def _chip(index: Index, statement: Statement, number: int) -> Chip:
    also = statement.also_in[number]
    label = index.label_at(also.source, also.start)
    return index.chip(also.source, label, evidence.same_anchor(statement, number))
