"""A Word document (.docx) for people who go on writing: real styles, tables, and citations that lead to the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief.model import Briefing

from . import shown
from .changes import ChangesView
from .chip import Chip
from .found import DifferenceView, FindingsView, SpeakerView
from .layout import support
from .lines import DOT, Run
from .view import view
from .word import Word
from .word_styles import UNDER
from .words import line

BULLET = "List Bullet"
COMMA, SPACE = Run(", "), Run("\u00a0")
VERIFY = (
    "Every sentence was quoted word for word; what stands in [square brackets] was added. Places count Unicode "
    "characters of the article’s text. This document can be edited, so check quotations with the briefing.json of the "
    "same run: brief verify briefing.json --sources FOLDER"
)


def to_docx(briefing: Briefing, marking: str = "") -> bytes:
    """Return the briefing as a Word document, the same bytes for the same briefing; the marking stands on every page.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing, marking)
    word = Word(DOT.join(filter(None, (all_of_it.marking, all_of_it.title))), all_of_it.language)
    word.heading(all_of_it.title, 0)
    word.paragraph([Run(DOT.join(all_of_it.facts))], "Caption")
    _named(word, "Bottom line", all_of_it.bottom_line, "Quote")
    _changes(word, all_of_it.changes)
    _named(word, "Key points", all_of_it.key_points, BULLET)
    _differences(word, all_of_it.findings)
    for section in all_of_it.sections:
        _section(word, section)
    if not all_of_it.statements:
        word.paragraph([Run("No sentence was quoted: none of the sources holds one that can stand alone.")])
    _findings(word, all_of_it.findings)
    _coverage(word, all_of_it)
    _sources(word, all_of_it.sources)
    _gone(word, all_of_it.changes)
    _left_out(word, all_of_it)
    _verify(word, all_of_it, briefing)
    return word.to_bytes(all_of_it.title, all_of_it.generator, all_of_it.created)


def _chips(chips: Iterable[Chip]) -> Iterator[Run]:
    """Yield the chips with commas between, each a link to its statement or source: a Word document has no evidence."""
    for number, chip in enumerate(chips):
        if number:
            yield COMMA
        there = chip.target.startswith("statement-")
        yield Run(chip.label, "", f"#{chip.target}" if there else _source(chip.source))


def _source(label: str) -> str:
    return f"#source-{label.lower()}"


def _statement(word: Word, one: shown.StatementView, style: str) -> None:
    """Add a statement with its citation, and under it who else reports it."""
    words = [Run(part.text, "added" if part.added else "") for part in one.words]
    chip = Run(one.chip.label, "", _source(one.chip.source))
    links = {found.source: _source(found.source) for _, also in (("", one.more), *one.also) for found in also}
    backing = support(one, links)
    word.paragraph([*words, SPACE, chip], style, bookmark=one.anchor, language=one.lang, joined=bool(backing))
    if backing:
        word.paragraph(backing, UNDER if style == BULLET else "Caption")


def _named(word: Word, name: str, statements: Sequence[shown.StatementView], style: str) -> None:
    if statements:
        word.heading(name)
    for one in statements:
        _statement(word, one, style)


def _section(word: Word, section: shown.SectionView) -> None:
    """Add a theme: its support, its statements, and where the others of the theme stand."""
    word.heading(section.label)
    if section.support:
        word.paragraph([Run(section.support)], "Caption", joined=True)
    for one in section.statements:
        _statement(word, one, BULLET)
    if section.above:
        runs = [Run(section.lead)]
        for pointer in section.above:
            runs += [Run(" "), *_chips(pointer.chips), Run(f" {pointer.place}")]
        word.paragraph(runs, "Caption")


def _changes(word: Word, changes: ChangesView | None) -> None:
    if changes is None:
        return
    word.heading(changes.title)
    if changes.nothing:
        word.paragraph([Run(changes.nothing)])
    for row in changes.rows:
        runs = [Run(f"{row.label}: ", "strong")]
        for number, item in enumerate(row.items):
            between = ("; " if row.items[number - 1].text or item.text else ", ") if number else ""
            runs += [Run(between), *_chips([item.chip]), Run(f" {item.text}" if item.text else "")]
        word.paragraph(runs, BULLET)
    if changes.gone_label:
        word.paragraph([Run(changes.gone_label, "strong"), Run(", listed behind the sources")], BULLET)
    _note(word, changes.sources)


def _gone(word: Word, changes: ChangesView | None) -> None:
    if changes is None or not changes.gone:
        return
    word.heading("No longer here")
    for one in changes.gone:
        word.paragraph([Run(one.text)], BULLET, joined=True)
        word.paragraph([Run(DOT.join(filter(None, (one.where, one.reason))))], UNDER)


def _note(word: Word, text: str) -> None:
    if text:
        word.paragraph([Run(text)], "Caption")


def _differences(word: Word, findings: FindingsView) -> None:
    if not findings.differences:
        return
    word.heading("Where reports differ")
    for difference in findings.differences:
        _difference(word, difference)
    _note(word, findings.differences_more)


def _difference(word: Word, difference: DifferenceView) -> None:
    """Add what is told in more than one way, each side in its own words with the difference marked."""
    about = f": {difference.about}" if difference.about else ""
    word.paragraph([Run(difference.label, "strong"), Run(about)], joined=True)
    for side in difference.sides:
        date = [Run(f", {side.date}")] if side.date else []
        runs = [Run(side.before), Run(side.marked, "strong"), Run(side.after), SPACE, *_chips(side.chips), *date]
        word.paragraph(runs, BULLET, language=side.lang)


def _findings(word: Word, findings: FindingsView) -> None:
    if findings.figures:
        word.heading("Key figures")
        rows = [
            [[Run(one.text)], [Run(DOT.join(filter(None, (one.counted, one.note))))], [*_chips(one.chips)]]
            for one in findings.figures
        ]
        word.table(("Figure", "What is counted", "Source"), rows, (4, 9, 3))
        _note(word, findings.figures_more)
    if findings.speakers:
        word.heading("Who is quoted")
        for speaker in findings.speakers:
            _speaker(word, speaker)
        _note(word, findings.speakers_more)
    if findings.timeline:
        word.heading("Timeline")
        rows = [
            [
                [Run(one.date)],
                [Run(f"“{one.words}”")],
                [Run(one.sentence), SPACE, *_chips([one.chip]), *_more(one.more)],
            ]
            for one in findings.timeline
        ]
        word.table(("Date", "In the words of the source", "What the source says"), rows, (3, 3, 10))
        _note(word, findings.timeline_more)


def _more(text: str) -> list[Run]:
    return [Run(f"{DOT}{text}")] if text else []


def _speaker(word: Word, speaker: SpeakerView) -> None:
    role = f", {speaker.role}" if speaker.role else ""
    word.paragraph([Run(speaker.name, "strong"), Run(role), Run(f"{DOT}{speaker.amount}")], joined=True)
    for said in speaker.quotations:
        word.paragraph([Run(said.words), SPACE, *_chips([said.chip])], BULLET, language=said.lang)


def _coverage(word: Word, all_of_it: shown.View) -> None:
    if not all_of_it.coverage_tables:
        return
    word.heading("Coverage")
    _note(word, "How many sentences each source has on each theme.")
    for rows in all_of_it.coverage_tables:
        letters = [cell.source for cell in rows[0].cells]
        counted = [[[Run(row.label)], *([Run(str(cell.count))] for cell in row.cells)] for row in rows]
        word.table(("Theme", *letters), counted, (max(6, 16 - len(letters)), *(1 for _ in letters)))
    if all_of_it.uncovered:
        _note(word, f"No article speaks of: {all_of_it.uncovered}.")
    _note(word, all_of_it.silent)


def _sources(word: Word, sources: Sequence[shown.SourceView]) -> None:
    word.heading("Sources")
    rows = []
    for one in sources:
        about = (one.byline, one.words, one.quoted, one.file, one.shares, one.alone, one.notes)
        details = DOT.join(filter(None, about))
        rows.append([[Run(one.label)], [Run(one.title, "", one.url)], [Run(details)]])
    word.table(("Letter", "Title", "About it"), rows, (1.4, 6.6, 8), [one.anchor for one in sources])


def _left_out(word: Word, all_of_it: shown.View) -> None:
    word.heading("What was left out")
    themes = f" Their themes: {all_of_it.sure}." if all_of_it.sure else ""
    word.paragraph([Run(f"{all_of_it.summary}.{themes}")])
    if all_of_it.unquoted:
        rows = [[[Run(one.label)], [Run(one.amount)], [Run(", ".join(one.which))]] for one in all_of_it.unquoted]
        word.table(("Reason", "How many", "Which"), rows, (5, 3, 8))
    for warning in all_of_it.warnings:
        word.paragraph([Run("Warning: ", "strong"), Run(warning.text)])


def _verify(word: Word, all_of_it: shown.View, briefing: Briefing) -> None:
    """Say how to check the quotations, and where each stands in its source."""
    word.heading("How to verify")
    word.paragraph([Run(VERIFY)])
    sources = {source.id: source for source in briefing.sources}
    cited = {statement.id: statement.citations for statement in reversed(briefing.statements)}
    rows = []
    for one in all_of_it.statements:
        places = [
            f"characters {part.start}–{part.end} of {line(sources[part.source].path) or sources[part.source].label}"
            for part in cited[one.id]
        ]
        wording = [f"in the source: “{one.exact}”"] if one.text != one.exact else []
        label = Run(one.chip.label, "", f"#{one.anchor}")
        rows.append([[label], [Run(one.source_title)], [Run(DOT.join((*places, *wording)))]])
    if rows:
        word.table(("Sentence", "Source", "Place"), rows, (2, 6, 8))
    _note(word, f"Made with {all_of_it.generator}.")
