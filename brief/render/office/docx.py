"""A Word document (.docx) for people who go on writing: real styles, tables, and citations that lead to the evidence and back."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence

from ...drawing import USUAL, Drawing
from ...look import Look
from ...model import Briefing
from ..labels import _
from ..views import shown
from ..views.changes import ChangesView
from ..views.chip import Chip
from ..views.view import view
from .docx_back import evidence, gone, method, places, sources
from .docx_findings import coverage, differences, findings
from .docx_texts import DOT, NBSP, chips, dotted, statement_texts
from .word import Paragraph, Text, Word
from .word_parts import Properties
from .word_styles import BOX, BOX_NOTE, BULLET, CHANGE, FACTS, KICKER, NOTE, NUMBERED, STRONG, UNDER

LOGO = "data:image/png;base64,"
LOGO_HEIGHT = 1.1
"""Centimetres. A logo in SVG is left out: Word takes one only beside a picture of it."""


def to_docx(briefing: Briefing, drawing: Drawing = USUAL) -> bytes:
    """Return the briefing as a Word document, the same bytes for the same briefing and drawing.

    Of the drawing it takes page size, marking and look; templates do not apply to it.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing, drawing.marking)
    word = Word(drawing, all_of_it.language, all_of_it.title)
    _title(word, all_of_it, drawing.look)
    _named(word, _("Bottom line"), all_of_it.bottom_line, BOX, BOX_NOTE)
    _changes(word, all_of_it.changes)
    _named(word, _("Key points"), all_of_it.key_points, NUMBERED, UNDER)
    differences(word, all_of_it.findings)
    for section in all_of_it.sections:
        _section(word, section)
    if not all_of_it.statements:
        word.note(_("No sentence was quoted: none of the sources holds one that can stand alone."))
    findings(word, all_of_it.findings, all_of_it.language)
    coverage(word, all_of_it)
    evidence(word, all_of_it)
    sources(word, all_of_it)
    gone(word, all_of_it.changes)
    method(word, all_of_it)
    places(word, all_of_it, briefing)
    author = drawing.look.organisation or all_of_it.generator
    return word.to_bytes(Properties(all_of_it.title, author, all_of_it.language, all_of_it.created))


def _title(word: Word, all_of_it: shown.View, look: Look) -> None:
    """Add logo, organisation, title and the counts."""
    if look.logo.startswith(LOGO):
        word.picture(base64.b64decode(look.logo.removeprefix(LOGO)), look.organisation, LOGO_HEIGHT, KICKER)
    named = "" if look.logo.startswith(LOGO) else look.organisation
    word.note(DOT.join(filter(None, (named, _("Briefing")))), KICKER)
    word.heading(all_of_it.title, 0)
    word.note(DOT.join((*all_of_it.facts, all_of_it.summary)), FACTS)


def _named(word: Word, name: str, statements: Sequence[shown.StatementView], style: str, under: str) -> None:
    if statements:
        word.heading(name)
    for one in statements:
        _statement(word, one, style, under)


def _section(word: Word, section: shown.SectionView) -> None:
    """Add a theme: its support, its statements, and where the others of the theme stand."""
    word.heading(section.label)
    word.note(section.support, joined=True)
    for one in section.statements:
        _statement(word, one, BULLET, UNDER)
    if section.above:
        texts = [Text(section.lead)]
        for number, pointer in enumerate(section.above):
            texts += [Text("; " if number else " "), *chips(pointer.chips), Text(f" {pointer.place}")]
        word.add(Paragraph(texts, NOTE))


def _statement(word: Word, one: shown.StatementView, style: str, under: str) -> None:
    """Add a statement with its chip, and under it who else reports it and what it said before."""
    backing = _support(one)
    before = [Text(_("before: %(words)s", words=one.before))] if one.before else []
    below = [texts for texts in (backing, before) if texts]
    words = [*statement_texts(one), Text(NBSP), *chips([one.chip])]
    word.add(Paragraph(words, style, one.lang, joined=bool(below) or style == BOX, marks=(one.anchor,)))
    for number, texts in enumerate(below, 1):
        word.add(Paragraph(texts, under, joined=number < len(below)))


def _support(one: shown.StatementView) -> list[Text]:
    """Return “new · also reported by A4, B9 · 2 origins · related coverage D22”, as far as it is so."""
    parts: list[list[Text]] = [[Text(flag, STRONG)] for flag in one.flags]
    related = ((_("related coverage"), one.related),)
    parts += [_by(words, found) for words, found in ((_("also at"), one.more), *one.also) if found]
    parts += [[Text(one.backing)]] if one.backing else []
    parts += [_by(words, found) for words, found in related if found]
    parts += [[Text(one.holds)]] if one.holds else []
    return dotted(parts)


def _by(words: str, found: Iterable[Chip]) -> list[Text]:
    return [Text(f"{words} "), *chips(found)]


def _changes(word: Word, changes: ChangesView | None) -> None:
    """Say what changed since the previous briefing, with the labels of the statements."""
    if changes is None:
        return
    word.heading(changes.title)
    word.note(changes.nothing, CHANGE)
    for row in changes.rows:
        texts = [Text(row.label, STRONG), Text(" ")]
        for number, item in enumerate(row.items):
            between = ("; " if row.items[number - 1].text or item.text else " ") if number else ""
            texts += [Text(between), *chips([item.chip]), Text(f" {item.text}" if item.text else "")]
        word.add(Paragraph(texts, CHANGE))
    if changes.gone_label:
        there = Text(_("listed behind the sources"), link="#gone")
        word.add(Paragraph((Text(changes.gone_label, STRONG), Text(", "), there), CHANGE))
    word.note(changes.sources, CHANGE)
