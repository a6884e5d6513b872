"""The digest as lines of styled runs. terminal.py prints them plain or in colour, so that the text is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.model import Briefing, LeftOut, Source

from ..labels import Nn_, _, figure, ngettext
from ..views import shown
from ..views.view import view
from ..words import human_date, line, reason_label
from .cells import cells, cut, cut_middle
from .layout_changes import box, gone
from .layout_findings import counted, differences
from .lines import BULLET, DOT, GAP, HANG, INDENT, Line, Page, Run, beside, chip_runs, kept, paragraph

MOST_SOURCES = 20
"""Sources listed one by one: more would push the briefing off the screen, so then only the quoted ones are."""
LEAST_TITLE = 44
"""Columns of a source's title: with less room the entry takes two lines instead of one."""
LEAST_PLACE, MOST_PLACE = 14, 24
"""Columns of a publisher's or file's name in the table of sources."""
COUNTED = {
    "repeat": Nn_("%(num)s repeat", "%(num)s repeats"),
    "sponsored": Nn_("%(num)s advertisement", "%(num)s advertisements"),
    "navigation": Nn_("%(num)s line of page navigation", "%(num)s lines of page navigation"),
    "no words": Nn_("%(num)s line without words", "%(num)s lines without words"),
    "function words only": Nn_("%(num)s fragment", "%(num)s fragments"),
    "heading": Nn_("%(num)s heading", "%(num)s headings"),
    "title": Nn_("%(num)s title", "%(num)s titles"),
    "deck": Nn_("%(num)s line over a headline", "%(num)s lines over a headline"),
    "byline": Nn_("%(num)s byline", "%(num)s bylines"),
    "dateline": Nn_("%(num)s dateline", "%(num)s datelines"),
    "copyright": Nn_("%(num)s copyright line", "%(num)s copyright lines"),
    "imprint": Nn_("%(num)s outlet and date line", "%(num)s outlet and date lines"),
    "front matter": Nn_("%(num)s line of front matter", "%(num)s lines of front matter"),
    "not standing alone": Nn_("%(num)s unclear without its context", "%(num)s unclear without their context"),
    "says the same": Nn_("%(num)s that says the same as one quoted", "%(num)s that say the same as one quoted"),
    "other language": Nn_("%(num)s in another language", "%(num)s in another language"),
    "furniture": Nn_("%(num)s heading or page furniture", "%(num)s headings and page furniture"),
    "over budget": Nn_("%(num)s over the budget of words", "%(num)s over the budget of words"),
    "too short": Nn_("%(num)s too short", "%(num)s too short"),
    "code": Nn_("%(num)s code", "%(num)s code"),
    "table": Nn_("%(num)s tables", "%(num)s tables"),
    "advertisement": Nn_("%(num)s advertising", "%(num)s advertising"),
    "sign-up": Nn_("%(num)s newsletter sign-up", "%(num)s newsletter sign-up"),
    "cookies": Nn_("%(num)s cookie notices", "%(num)s cookie notices"),
    "same wording": Nn_("%(num)s same wording as another source", "%(num)s same wording as another source"),
    "less specific": Nn_(
        "%(num)s said with more names or numbers in another sentence",
        "%(num)s said with more names or numbers in another sentence",
    ),
}
"""What is counted in the last lines, one and many. A reason that is not listed is shown as it is: “51 unheard of”."""
FURNITURE = (
    "heading",
    "title",
    "deck",
    "byline",
    "imprint",
    "dateline",
    "copyright",
    "navigation",
    "front matter",
    "no words",
)
"""Counted as one when there are several: the other formats count each."""


def layout(briefing: Briefing, page: Page, marking: str = "") -> list[Line]:
    """Return the lines of the digest, none wider than the page.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing, marking)
    last = [*counted(briefing.findings, page), *footer(all_of_it, briefing, page, kept(_("check with brief verify")))]
    first = [*_marking(all_of_it, page), *_header(all_of_it, page)]
    return together(first, *body(all_of_it, page), _sources(all_of_it, briefing.sources, page), last)


def body(all_of_it: shown.View, page: Page, whole: str = "-o briefing.html") -> list[list[Line]]:
    """Return what is quoted, block by block; `whole` says where differences stand that have no room here."""
    links = {source.label: source.url for source in all_of_it.sources}
    return [
        _named(_("Bottom line").upper(), all_of_it.bottom_line, links, page),
        box(all_of_it.changes, links, page),
        _named(_("Key points").upper(), all_of_it.key_points, links, page),
        differences(all_of_it.findings, links, page, whole),
        *(_section(section, links, page) for section in all_of_it.sections),
        gone(all_of_it.changes, page),
    ]


def together(header: list[Line], *blocks: list[Line]) -> list[Line]:
    """Return the header, and under it the blocks with an empty line between."""
    return [*header, *[one for block in blocks if block for one in (*block, ())][:-1]]


def _header(all_of_it: shown.View, page: Page) -> list[Line]:
    """Return the title with the counts and the date at its right, and a rule."""
    title, facts = Run(all_of_it.title, "title"), [fact for fact in (all_of_it.facts[0], all_of_it.date) if fact]
    on_one_line = cells(title.text) + 2 + cells(DOT.join(facts)) <= page.width
    right = [Run(fact, "quiet") for fact in ([DOT.join(facts)] if on_one_line else facts)]
    return [*beside(page, title, right), page.spelled([Run("─" * page.width, "quiet")])]


def _marking(all_of_it: shown.View, page: Page) -> list[Line]:
    """Return the handling line in the middle, or nothing."""
    indent = " " * max((page.width - cells(all_of_it.marking)) // 2, 0)
    return paragraph(page, [Run(all_of_it.marking, "heading")], indent, "") if all_of_it.marking else []


def _named(name: str, statements: Sequence[shown.StatementView], links: dict[str, str], page: Page) -> list[Line]:
    """Return a heading and its statements, or nothing when there are none."""
    first, rest = (BULLET, HANG) if len(statements) > 1 else (INDENT, INDENT)
    lines = [one for statement in statements for one in _statement(statement, links, page, first, rest)]
    return [page.spelled([Run(name, "heading")]), *lines] if lines else []


def _section(section: shown.SectionView, links: dict[str, str], page: Page) -> list[Line]:
    """Return a theme: its support at the right, its statements, and where the others of the theme stand."""
    style = "doubt" if section.alone else "quiet"
    lines = beside(page, Run(section.label.upper(), "heading"), [Run(section.support, style)])
    for statement in section.statements:
        lines += _statement(statement, links, page, BULLET, HANG)
    return lines + paragraph(page, pointers(section, links), INDENT, HANG)


def pointers(section: shown.SectionView, links: dict[str, str]) -> list[Run]:
    """Return “also: C6 in the bottom line” for the statements of the theme that are printed above."""
    runs: list[Run] = []
    for pointer in section.above:
        runs += [
            Run("; " if runs else "", "quiet"),
            *chip_runs(pointer.chips, links),
            Run(f" {pointer.place}", "quiet"),
        ]
    return [Run(_("also: ") if section.statements else _("see "), "quiet"), *runs] if runs else []


def _statement(statement: shown.StatementView, links: dict[str, str], page: Page, first: str, rest: str) -> list[Line]:
    """Return a statement with its chip at the right, and under it who else reports it."""
    words = [Run(part.text, "added" if part.added else "") for part in statement.words]
    lines = paragraph(page, words, first, rest, chip_runs([statement.chip], links)[0])
    return lines + paragraph(page, support(statement, links), rest, rest)


def support(statement: shown.StatementView, links: dict[str, str]) -> list[Run]:
    """Return “new · also reported by A4, B9 · 2 origins”, as far as it is so."""
    parts = [[Run(flag, "flag")] for flag in statement.flags]
    also = ((_("also at"), statement.more), *statement.also)
    parts += [[Run(f"{words} ", "quiet"), *chip_runs(chips, links)] for words, chips in also if chips]
    if statement.backing:
        parts.append([Run(statement.backing, "quiet")])
    if statement.holds:
        parts.append([Run(statement.holds, "quiet")])
    if statement.before:
        parts.append([Run(_("before: %(words)s", words=statement.before), "quiet")])
    return [run for number, part in enumerate(parts) for run in (Run(DOT if number else "", "quiet"), *part)]


class Columns(NamedTuple):
    """The table of sources: the cells beside each title, and how wide their columns are."""

    rows: list[tuple[str, str, str]]
    """Words, date, publisher or file, by source."""
    sizes: list[int]
    title: int
    """What is left for the titles."""


def _columns(pairs: Sequence[tuple[shown.SourceView, Source]], page: Page, margin: int) -> Columns:
    rows = [(one.words, human_date(source.published), line(source.publisher) or one.file) for one, source in pairs]
    widest = [max((cells(page.spell(row[column])) for row in rows), default=0) for column in range(3)]
    free = page.width - margin - sum(size + len(GAP) for size in widest[:2] if size) - len(GAP)
    sizes = [*widest[:2], min(widest[2], MOST_PLACE, max(free - LEAST_TITLE, LEAST_PLACE))]
    return Columns(rows, sizes, page.width - margin - sum(size + len(GAP) for size in sizes if size))


def _sources(all_of_it: shown.View, sources: Sequence[Source], page: Page) -> list[Line]:
    """Return the list of sources; of very many only those that are quoted, and how many more there are."""
    quoted = quoted_from(all_of_it)
    pairs = [pair for pair in zip(all_of_it.sources, sources, strict=True) if _listed(pair[0], all_of_it, quoted)]
    if not pairs:
        return []
    lines = [page.spelled([Run(_("Sources").upper(), "heading")]), *_entries(pairs, page)]
    if missing := len(sources) - len(pairs):
        more = ngettext(
            "and %(num)s article read and not quoted; -o briefing.html lists them all",
            "and %(num)s articles read and not quoted; -o briefing.html lists them all",
            missing,
        )
        lines += paragraph(page, [Run(more, "quiet")], INDENT, INDENT)
    return lines


def quoted_from(all_of_it: shown.View) -> set[str]:
    """Return the letters of the sources that any chip names."""
    chips = [chip for one in all_of_it.statements for chip in (one.chip, *one.more)]
    chips += [chip for one in all_of_it.statements for _, also in one.also for chip in also]
    return {chip.source for chip in chips}


def _listed(source: shown.SourceView, all_of_it: shown.View, quoted: set[str]) -> bool:
    return len(all_of_it.sources) <= MOST_SOURCES or source.label in quoted


def _entries(pairs: Sequence[tuple[shown.SourceView, Source]], page: Page) -> list[Line]:
    """Return the sources in columns when the titles have room, else on two lines each."""
    letters = max(len(source.label) for source, _ in pairs)
    indent = " " * (len(INDENT) + letters + len(GAP))
    columns = _columns(pairs, page, len(indent))
    lines: list[Line] = []
    for (source, _recorded), row in zip(pairs, columns.rows, strict=True):
        letter = [Run(INDENT), Run(f"{source.label:<{letters}}", f"source{source.colour}"), Run(GAP)]
        if columns.title >= LEAST_TITLE:
            lines.append((*letter, *_row(source, row, columns, page)))
            below = [source.note]
        else:
            lines.append((*letter, _title(source, page.width - len(indent), page)))
            below = [row[2], row[1], row[0], source.note]
        lines += paragraph(page, [Run(DOT.join(kept(part) for part in below if part), "quiet")], indent, indent)
    return lines


def _title(source: shown.SourceView, width: int, page: Page) -> Run:
    return Run(cut(page.spell(source.title), width, page.spell("…")), "", source.url)


def _row(source: shown.SourceView, row: tuple[str, str, str], columns: Columns, page: Page) -> Line:
    """Return title, words and date flush right, and the place."""
    title = _title(source, columns.title, page)
    size_of_words, size_of_date, size_of_place = columns.sizes
    words, date, place = (page.spell(cell) for cell in row)
    place = cut_middle(place, size_of_place, page.spell("…"))
    text = " " * (columns.title - cells(title.text))
    for cell, size in ((words, size_of_words), (date, size_of_date)):
        text += GAP + " " * (size - cells(cell)) + cell if size else ""
    return title, Run(text + (GAP + place if place else ""), "quiet")


def footer(all_of_it: shown.View, briefing: Briefing, page: Page, check: str) -> list[Line]:
    """Return what was quoted and left out, how to check it, and the warnings."""
    left = ", ".join(kept(_counted(reason, number)) for reason, number in counts(briefing.left_out))
    parts = [
        all_of_it.summary,
        _("left out: %(what)s", what=left) if left else "",
        _("themes: %(sure)s", sure=all_of_it.sure) if all_of_it.sure else "",
        check,
    ]
    lines = paragraph(page, [Run(DOT.join(part for part in parts if part), "quiet")], "", "")
    for warning in all_of_it.warnings:
        about = "" if not warning.source or warning.source in warning.message else warning.source + _(": ")
        lines += paragraph(page, [Run(_("Warning: "), "doubt"), Run(about + warning.message)], "", INDENT)
    return lines


def counts(left_out: Iterable[LeftOut]) -> list[tuple[str, int]]:
    """Return how many sentences were left out for each reason, the most first; headings, bylines and the like as one."""
    numbers = Counter({left.reason: len(left.sentences) for left in left_out})
    small = [reason for reason in FURNITURE if numbers[reason]]
    if len(small) > 1:
        numbers["furniture"] += sum(numbers.pop(reason) for reason in small)
    return sorted(((reason, number) for reason, number in numbers.items() if number), key=lambda one: (-one[1], one[0]))


def _counted(reason: str, number: int) -> str:
    if reason in COUNTED:
        return ngettext(*COUNTED[reason], number)
    return f"{figure(number)} {reason_label(reason).lower()}"
