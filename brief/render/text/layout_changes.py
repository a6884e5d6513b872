"""What changed since the previous briefing, as lines of the digest and as the whole of `brief diff`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..labels import _, figure
from ..views.changes import ChangesView, Gone, Item, Row
from ..views.shown import StatementView, View
from .lines import BULLET, DOT, HANG, INDENT, Line, Page, Run, beside, chip_runs, paragraph


def box(changes: ChangesView | None, links: dict[str, str], page: Page) -> list[Line]:
    """Return the counts with chips: “3 new: A4, B2, C7”; nothing when the briefing was compared with no other."""
    if changes is None:
        return []
    lines = _head(changes, page)
    for row in changes.rows:
        lines += paragraph(page, _row(row, links), INDENT, HANG)
    if changes.gone_label:
        lines += paragraph(page, [Run(changes.gone_label), Run(_(", see below"), "quiet")], INDENT, HANG)
    return lines


def gone(changes: ChangesView | None, page: Page) -> list[Line]:
    """Return what the previous briefing said and this one does not, with the reason; nothing when there is none."""
    if changes is None or not changes.gone:
        return []
    heading = beside(page, Run(_("No longer here").upper(), "heading"), [Run(figure(len(changes.gone)), "quiet")])
    return [*heading, *(one for left in changes.gone for one in _gone(left, page))]


def report(all_of_it: View, links: dict[str, str], page: Page) -> list[Line]:
    """Return everything that changed, with the sentences in full."""
    changes = all_of_it.changes
    if changes is None:
        return []
    printed = {statement.anchor: statement for statement in all_of_it.statements}
    blocks = [_head(changes, page)]
    for row in changes.rows:
        blocks.append([page.spelled([Run(row.label.upper(), "heading")]), *_items(row, printed, links, page)])
    blocks.append(gone(changes, page))
    return [one for block in blocks if block for one in (*block, ())][:-1]


def _head(changes: ChangesView, page: Page) -> list[Line]:
    right = [Run(changes.sources, "quiet")] if changes.sources else []
    lines = beside(page, Run(changes.title.upper(), "heading"), right)
    return lines + (paragraph(page, [Run(changes.nothing)], INDENT, INDENT) if changes.nothing else [])


def _row(row: Row, links: dict[str, str]) -> list[Run]:
    """Return “2 updated: C9 ‘18 million’ → ‘26 million’; D2”."""
    runs = [Run(row.label + _(": "))]
    for number, item in enumerate(row.items):
        between = ("; " if row.items[number - 1].text or item.text else ", ") if number else ""
        runs += [Run(between, "quiet"), *chip_runs([item.chip], links), Run(f" {item.text}" if item.text else "")]
    return runs


def _items(row: Row, printed: dict[str, StatementView], links: dict[str, str], page: Page) -> Iterable[Line]:
    """Yield the statements of a row in full, or its figures."""
    for item in row.items:
        statement = None if row.of_figures else printed.get(item.chip.target)
        (chip,) = chip_runs([item.chip], links)
        yield from paragraph(page, [Run(statement.text if statement else item.text)], BULLET, HANG, chip)
        if statement:
            yield from paragraph(page, _was(item, statement), HANG, HANG)


def _was(item: Item, statement: StatementView) -> Sequence[Run]:
    parts = [
        part for part in (item.text, _("before: %(words)s", words=statement.before) if statement.before else "") if part
    ]
    return [Run(DOT.join(parts), "quiet")]


def _gone(left: Gone, page: Page) -> list[Line]:
    lines = paragraph(page, [Run(left.text)], BULLET, HANG)
    return lines + paragraph(page, [Run(DOT.join(filter(None, (left.where, left.reason))), "quiet")], HANG, HANG)
