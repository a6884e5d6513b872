"""What `brief explain` prints: why each statement was chosen, and the best sentences that did not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from ...errors import UsageError
from ...model import Briefing, Statement
from ..views import shown
from ..views.index import BOTTOM_LINE, KEY_POINTS, Index, source_title
from ..words import count, line, listed
from .lines import Line, Page, Run, paragraph
from .spelling import for_encoding

WIDTH = 80
LABEL = 14
"""Columns of the names of facts."""


def explained(
    briefing: Briefing, wanted: Sequence[str] = (), left_out: bool = False, *, encoding: str | None = None
) -> str:
    """Return why the statements `wanted` (all when none is named) were chosen; with `left_out` what came next.

    With `left_out` alone only that is said.

    Raises:
        UsageError: no statement has this id.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    index, page = Index(briefing), Page(WIDTH, partial(for_encoding, encoding=encoding))
    ids = _checked(index, wanted) if wanted or left_out else [statement.id for statement in briefing.statements]
    blocks = [_statement(index, page, statement_id) for statement_id in dict.fromkeys(ids)]
    if left_out:
        blocks.append(_left_out(briefing, page))
    return "\n".join("".join(_plain(block) for block in lines) for lines in blocks)


def _plain(block: Line) -> str:
    return "".join(run.text for run in block).rstrip() + "\n"


def _checked(index: Index, wanted: Iterable[str]) -> list[str]:
    ids = [name.lower() for name in wanted]
    known = ", ".join(statement.id for statement in index.briefing.statements)
    for unknown in (name for name in ids if name not in index.statements):
        raise UsageError(f"no statement {unknown} in this briefing", f"it has {known or 'none'}")
    return ids


def _statement(index: Index, page: Page, statement_id: str) -> list[Line]:
    statement, view = index.statements[statement_id], index.statement(statement_id)
    facts = [
        ("Source", f"{view.chip.source}  {view.source_title}"),
        ("Place", _place(index.briefing, statement_id)),
        ("Score", f"{statement.score:.2f} (the statement that gains most has 1)"),
        ("Origins", _origins(index, view, statement)),
        *([("Related", f"{listed(chip.label for chip in view.related)}: confirms nothing")] if view.related else []),
        *(_reasons(view.why) if view.why else [("Why", "the briefing does not say")]),
    ]
    head = view.chip.label.ljust(4) + "  "
    lines = paragraph(page, [Run(view.text)], head, " " * len(head))
    for name, text in facts:
        lines += paragraph(page, [Run(text)], f"  {name:{LABEL}}", " " * (LABEL + 2))
    return lines


def _place(briefing: Briefing, statement_id: str) -> str:
    above = [(briefing.bottom_line, BOTTOM_LINE), (briefing.key_points, KEY_POINTS)]
    places = [place for ids, place in above if statement_id in ids]
    sections = [s for s in briefing.sections if any(one.id == statement_id for one in s.statements)]
    return ", ".join([*places, *(f"under {line(section.theme.label)}" for section in sections)])


def _origins(index: Index, view: shown.StatementView, statement: Statement) -> str:
    also = [f"{words} {listed(chip.label for chip in chips)}" for words, chips in view.also]
    carried = any(one.carries for one in statement.also_in)
    alone = (
        f", rests on {view.chip.source}" if statement.origins == 1 and len(index.sources) > 1 and not carried else ""
    )
    return "; ".join([count(statement.origins, "origin") + alone, *also])


def _reasons(why: shown.WhyView) -> list[tuple[str, str]]:
    facts = [("Stability", why.stability)]
    facts += _listed("Theme terms", [f"{theme.label}: {theme.value}" for theme in why.themes if theme.value])
    facts += _listed("Adds", [f"{one.share} “{one.words}”, in {one.sources}" for one in why.concepts])
    if why.covered:
        facts.append(("Said before", why.covered))
    if why.rival:
        facts += _listed("Nearest rival", [f"{why.rival.label}  {why.rival.text}", f"Not printed: {why.rival.lost}."])
    return facts


def _listed(name: str, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Put the name before the first text only."""
    return [("" if number else name, text) for number, text in enumerate(texts)]


def _left_out(briefing: Briefing, page: Page) -> list[Line]:
    """List the best sentences that did not fit, with what each would add to the page."""
    said = "Best sentences that did not fit, and what each would add (the statement that gains most has 1)"
    lines = paragraph(
        page, [Run(said if briefing.runners_up else "No sentence was left that would add anything.")], "", ""
    )
    for runner in briefing.runners_up:
        source = briefing.source(runner.citation.source)
        head = f"{runner.id.upper():4}  "
        lines += [(), *paragraph(page, [Run(line(runner.citation.exact))], head, " " * len(head))]
        foot = f"+{runner.score:.2f} · {line(runner.theme)} · {source.label} {source_title(source)}"
        lines += paragraph(page, [Run(foot)], " " * len(head), " " * len(head))
    return lines
