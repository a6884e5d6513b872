"""What the sources say together, in a Word document: where they differ, figures, speakers, timeline and coverage."""

from __future__ import annotations

from collections.abc import Sequence

from ..labels import _
from ..views import shown
from ..views.found import DifferenceView, EventView, FigureView, FindingsView, SpeakerView
from ..words import quoted
from .docx_texts import DOT, NBSP, chip, chips
from .word import Cell, Paragraph, Text, Word, cell
from .word_styles import AMOUNT, BULLET, CELL, CELL_NUMBER, CELL_QUOTED, HEATS, ON_DARK, STRONG

THEME_WIDTH, LEAST_THEME_WIDTH = 16, 5
"""Shares of the width for a theme's name in the coverage map, beside one for each source."""


def differences(word: Word, found: FindingsView) -> None:
    """Add where reports differ, each side in its own words."""
    if not found.differences:
        return
    word.heading(_("Where reports differ"))
    for difference in found.differences:
        _difference(word, difference)
    word.note(found.differences_more)


def _difference(word: Word, difference: DifferenceView) -> None:
    about = f" {difference.about}" if difference.about else ""
    word.add(Paragraph((Text(difference.label, STRONG), Text(about)), "Note", joined=True))
    for number, side in enumerate(difference.sides, 1):
        words = (Text(side.before), Text(side.marked, STRONG), Text(side.after), Text(NBSP), *chips(side.chips))
        date = (Text(" "), Text(side.date.replace(" ", NBSP), AMOUNT)) if side.date else ()
        word.add(Paragraph((*words, *date), BULLET, side.lang, joined=number < len(difference.sides)))


def findings(word: Word, found: FindingsView, language: str) -> None:
    """Add key figures, who is quoted, and the timeline; `language` is that of the articles."""
    if found.figures:
        word.heading(_("Key figures"))
        counted = (_("Figure"), _("What is counted"), _("Source"))
        word.table(_("Key figures"), counted, [_figure(one, language) for one in found.figures], (4, 8, 5))
        word.note(found.figures_more)
    if found.speakers:
        word.heading(_("Who is quoted"))
        for speaker in found.speakers:
            _speaker(word, speaker)
        word.note(found.speakers_more)
    if found.timeline:
        word.heading(_("Timeline"))
        header = (_("Date"), _("What the source says"))
        word.table(_("Timeline"), header, [_event(one, language) for one in found.timeline], (4, 13))
        word.note(found.timeline_more)


def _figure(one: FigureView, language: str) -> Sequence[Cell]:
    note = Text(f" {one.note}" if one.counted else one.note, AMOUNT)
    number, counted = (Text(words, language=language) for words in (one.text, one.counted))
    return cell(number), cell(counted, note), cell(*chips(one.chips))


def _speaker(word: Word, speaker: SpeakerView) -> None:
    role = f", {speaker.role}" if speaker.role else ""
    texts = (Text(speaker.name, STRONG), Text(role), Text(f"{DOT}{speaker.amount}", AMOUNT))
    word.add(Paragraph(texts, joined=True))
    for number, said in enumerate(speaker.quotations, 1):
        words = (Text(said.words), Text(NBSP), chip(said.chip))
        word.add(Paragraph(words, BULLET, said.lang, joined=number < len(speaker.quotations)))


def _event(one: EventView, language: str) -> Sequence[Cell]:
    """Return the date with the words that give it, and the sentence."""
    more = (Text(f" {one.more}", AMOUNT),) if one.more else ()
    words = Text(quoted(one.words), AMOUNT, language=one.lang or language)
    date = Cell((Paragraph((Text(one.date),), CELL), Paragraph((words,), CELL)))
    sentence = Paragraph((Text(one.sentence), Text(NBSP), chip(one.chip), *more), CELL_QUOTED, one.lang)
    return date, Cell((sentence,))


def coverage(word: Word, all_of_it: shown.View) -> None:
    """Add how many sentences each source has on each theme: the number stands in every field, the shade only helps."""
    if not all_of_it.coverage_tables:
        return
    word.heading(_("Coverage"))
    word.note(_("How many sentences each source has on each theme."), joined=True)
    for rows in all_of_it.coverage_tables:
        letters = [cell(one.source, style=CELL_NUMBER) for one in rows[0].cells]
        widths = (max(LEAST_THEME_WIDTH, THEME_WIDTH - len(letters)), *(1 for _letter in letters))
        word.table(
            _("Sentences by theme and source"), (_("Theme"), *letters), map(_counted, rows), widths, together=True
        )
    if all_of_it.uncovered:
        word.note(_("No article speaks of: %(themes)s.", themes=all_of_it.uncovered))
    word.note(all_of_it.silent)


def _counted(row: shown.CoverageRow) -> Sequence[Cell]:
    last = len(HEATS) - 1
    numbers = (
        cell(Text(str(one.count), ON_DARK if one.heat == last else ""), style=CELL_NUMBER, fill=HEATS[one.heat])
        for one in row.cells
    )
    return (cell(row.label), *numbers)
