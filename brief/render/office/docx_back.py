"""The back of a Word document: evidence, sources, what is gone, how it was made, and where each quotation stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Briefing, Citation
from ..labels import _
from ..views import shown
from ..views.changes import ChangesView
from ..views.evidence import PassageView, Piece
from ..words import capital, line, quoted
from .docx_texts import DOT, NBSP, dotted
from .word import Cell, Paragraph, Text, Word, cell
from .word_styles import (
    BULLET,
    CELL,
    CELL_QUOTED,
    LEFT_OUT,
    NOTE,
    NUMBER,
    PASSAGE,
    QUOTED,
    SAME,
    STRONG,
    UNDER,
    chip_style,
)


def evidence(word: Word, all_of_it: shown.View) -> None:
    """Add the source text that the briefing carries along, with the quoted sentences marked."""
    if not all_of_it.has_evidence:
        return
    word.heading(_("Evidence"))
    word.add(Paragraph(_legend(), NOTE))
    for source in (one for one in all_of_it.sources if one.passages):
        letter = Text(source.label, chip_style(source.colour), f"#{source.anchor}")
        title = (letter, Text(f"{NBSP}{NBSP}{source.title}"))
        word.add(Paragraph(title, "Heading 2", source.lang, marks=(_passages_anchor(source),)))
        word.note(source.alone, joined=True)
        for passage in source.passages:
            _passage(word, passage, source.lang)
        _gap(word, source.missing)


def _passages_anchor(source: shown.SourceView) -> str:
    return f"passages-{source.label.lower()}"


def _legend() -> list[Text]:
    """Return what the marks in the evidence mean, each word marked so itself."""
    return [
        Text(_("The source text around each quotation.")),
        Text(" "),
        Text(_("Quoted in this briefing"), QUOTED),
        Text(DOT),
        Text(_("left out"), LEFT_OUT),
        Text(DOT),
        Text(_("says the same as the sentence named behind it"), SAME),
        Text(DOT),
        Text(_("cf.: related coverage")),
    ]


def _gap(word: Word, said: str, *, joined: bool = False) -> None:
    word.note(f"[{said}]" if said else "", joined=joined)


def _passage(word: Word, passage: PassageView, language: str) -> None:
    _gap(word, passage.gap, joined=True)
    word.add(Paragraph([text for piece in passage.pieces for text in _piece(piece)], PASSAGE, language))


def _piece(piece: Piece) -> list[Text]:
    """Return a stretch of source text with its number before it, and behind it the statement it says the same as."""
    first = next(iter((*piece.quoted, *piece.same, *piece.related)), "")
    style = QUOTED if piece.quoted else SAME if piece.same else ""
    if not first and piece.excluded:
        style = STRONG if piece.heading else LEFT_OUT
    back = f"#statement-{first}"
    number = [Text(f"{piece.number}{NBSP}", NUMBER, back if piece.quoted else "")] if piece.number else []
    sign = "=" if piece.same else _("cf.")
    other = (
        [] if piece.quoted or not first else [Text(f"{NBSP}{sign}{NBSP}", NUMBER), Text(first.upper(), NUMBER, back)]
    )
    return [*number, Text(piece.text, style, marks=piece.anchors), *other]


def sources(word: Word, all_of_it: shown.View) -> None:
    """Add every source that was read, with publisher, date and address, and what of it is quoted."""
    word.heading(_("Sources"))
    header = (_("Letter"), _("Source"), _("About it"))
    own = {one.label: [s for s in all_of_it.statements if s.chip.source == one.label] for one in all_of_it.sources}
    rows = [(_letter(one), _article(one), _about(one, own[one.label])) for one in all_of_it.sources]
    word.table(_("Sources"), header, rows, (1.4, 8, 7.6))


def _letter(one: shown.SourceView) -> Cell:
    return Cell((Paragraph((Text(one.label, chip_style(one.colour)),), CELL, marks=(one.anchor,)),))


def _article(one: shown.SourceView) -> Cell:
    """Return title, byline and address; the title leads there too."""
    address = [Paragraph((Text(one.url, link=one.url),), CELL)] if one.url else []
    byline = [Paragraph((Text(one.byline),), CELL)] if one.byline else []
    return Cell((Paragraph((Text(one.title, "", one.url),), CELL_QUOTED, one.lang), *byline, *address))


def _about(one: shown.SourceView, statements: Sequence[shown.StatementView]) -> Cell:
    """Return what was read and quoted, with links to the statements and the evidence, and how it stands to the others."""
    own = [Text(s.chip.label, chip_style(one.colour), f"#{s.anchor}") for s in statements]
    there = [Text(_("evidence"), "", f"#{_passages_anchor(one)}")] if one.passages else []
    links = [text for chip in own for text in (Text(" "), chip)]
    counted = dotted([[Text(one.words)], [Text(one.quoted), *links], there, [Text(one.file)] if one.file else []])
    lines = [counted, *([Text(said)] for said in (capital(one.shares), one.alone, one.notes) if said)]
    return Cell([Paragraph(texts, CELL) for texts in lines])


def gone(word: Word, changes: ChangesView | None) -> None:
    """Add what the previous briefing said and this one does not."""
    if changes is None or not changes.gone:
        return
    word.add(Paragraph((Text(_("No longer here")),), "Heading 1", marks=("gone",)))
    word.note(_("What the previous briefing printed and nothing above says, with where it stood and why it is gone."))
    for one in changes.gone:
        word.add(Paragraph((Text(one.text),), BULLET, joined=True))
        word.note(DOT.join(filter(None, (one.where, one.reason))), UNDER)


def method(word: Word, all_of_it: shown.View) -> None:
    """Say how the briefing was made, what is not in it and why, and what a reader should be warned of."""
    word.heading(_("Method and exclusions"))
    word.note(
        _(
            "No sentence of this briefing was written by a machine: all are quoted word for word. Words in [square "
            "brackets] and everything in this typeface were added. A sentence is one source’s word unless others are "
            "named below it."
        )
    )
    for facts in (all_of_it.glance, all_of_it.method):
        word.add(Paragraph(dotted([Text(fact.label, STRONG), Text(f" {fact.value}")] for fact in facts), NOTE))
    if all_of_it.unquoted:
        word.heading(_("Not quoted, and why"), 2)
        rows = [(cell(one.label), cell(one.amount), cell(", ".join(one.which))) for one in all_of_it.unquoted]
        word.table(_("Not quoted, and why"), (_("Reason"), _("How many"), _("Which")), rows, (5, 4, 8))
    if all_of_it.warnings:
        word.heading(_("Warnings"))
    for warning in all_of_it.warnings:
        word.note(warning.text)


def places(word: Word, all_of_it: shown.View, briefing: Briefing) -> None:
    """Say how to check the quotations, and where each stands in its source."""
    word.heading(_("How to verify"))
    word.note(
        _(
            "This document can be edited, so check its quotations with the briefing.json of the same run: brief verify "
            "briefing.json --sources FOLDER. Places count Unicode characters of the article’s text."
        ),
        joined=bool(all_of_it.statements),
    )
    labels = {source.id: line(source.path) or source.label for source in briefing.sources}
    cited = {statement.id: statement.citations for statement in reversed(briefing.statements)}
    rows = [_place(one, _characters(cited[one.id], labels)) for one in all_of_it.statements]
    if rows:
        word.table(_("Places of the quotations"), (_("Sentence"), _("Source"), _("Place")), rows, (2, 7, 8))
    word.note(_("Made with %(program)s.", program=all_of_it.generator))


def _characters(citations: Iterable[Citation], labels: dict[str, str]) -> str:
    places = (
        (_("characters %(start)s–%(end)s", start=one.start, end=one.end), labels[one.source]) for one in citations
    )
    return DOT.join(_("%(place)s of %(file)s", place=place, file=file) for place, file in places)


def _place(one: shown.StatementView, place: str) -> Sequence[Cell]:
    """Return label, title and place; the wording of the source too where we added to it."""
    label = Text(one.chip.label, chip_style(one.chip.colour), f"#{one.anchor}")
    wording = [Paragraph((Text(quoted(one.exact)),), CELL_QUOTED, one.lang)] if one.text != one.exact else []
    title = Paragraph((Text(one.source_title),), CELL_QUOTED, one.lang)
    return cell(label), Cell((title,)), Cell((Paragraph((Text(place),), CELL), *wording))
