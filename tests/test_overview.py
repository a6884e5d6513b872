"""The table at the foot of page one of a PDF: which sources and themes it lists, and that its counts add up."""

from __future__ import annotations

import msgspec
import pytest
import sample_briefing

import brief
from brief.model import Briefing
from brief.render.pages.overview import Overview, overview
from brief.render.views.view import view


def table(briefing: Briefing) -> Overview:
    return overview(view(briefing), briefing)


@pytest.mark.parametrize(
    ("sources", "key_points", "listed", "more"),
    [
        (3, False, 3, ""),
        (15, False, 15, ""),
        (16, False, 12, "4 more sources"),
        (40, False, 12, "28 more sources"),
        (40, True, 8, "32 more sources"),
        (15, True, 15, ""),
    ],
)
def test_how_many_sources_are_listed(sources: int, key_points: bool, listed: int, more: str) -> None:
    briefing = sample_briefing.long_briefing(60, sources=sources)
    if not key_points:
        briefing = msgspec.structs.replace(briefing, key_points=())
    found = table(briefing)
    assert (len(found.rows), found.more_sources, len(found.more_cells)) == (
        listed, more, len(found.themes) if more else 0,
    )  # fmt: skip


def test_sources_of_the_bottom_line_come_before_others() -> None:
    """The last of forty sources carries the bottom line: it is listed, in its place behind the others."""
    briefing = sample_briefing.long_briefing(60, sources=40)
    last = briefing.sources[-1]
    theirs = next(s.id for s in briefing.statements if s.citations[0].source == last.id)
    found = table(msgspec.structs.replace(briefing, bottom_line=(theirs,), key_points=()))
    assert found.rows[-1].source.label == last.label
    order = [source.label for source in briefing.sources]
    labels = [row.source.label for row in found.rows]
    assert labels == sorted(labels, key=order.index)


@pytest.mark.parametrize("sources", [3, 12, 40])
def test_what_is_listed_and_what_is_not_add_up(sources: int) -> None:
    briefing = sample_briefing.long_briefing(60, sources=sources)
    found, whole = table(briefing), view(briefing)
    totals = {row.label: sum(cell.count for cell in row.cells) for row in whole.coverage}
    for number, theme in enumerate(found.themes):
        more = found.more_cells[number] if found.more_cells else 0
        assert sum(row.cells[number].count for row in found.rows) + more == totals[theme], theme


def test_the_themes_most_reported_on_in_their_order(briefing: brief.Briefing) -> None:
    """Of the fifteen themes of the samples the six with most sentences, without what no theme claims."""
    found, whole = table(briefing), view(briefing)
    totals = {row.label: sum(cell.count for cell in row.cells) for row in whole.coverage}
    assert found.more_themes == f"{len(totals) - 6} more themes"
    assert list(found.themes) == [label for label in totals if label in found.themes]
    rest = totals.keys() - {*found.themes, "Other"}
    assert min(totals[label] for label in found.themes) >= max(totals[label] for label in rest)
    assert "Other" not in found.themes


def test_a_small_briefing_has_all_its_themes() -> None:
    found = table(sample_briefing.briefing())
    assert (found.themes, found.more_themes) == (("Economy", "Due process", "Work"), "")


def test_gaps_and_shown_sentences_are_all_sentences(briefing: brief.Briefing) -> None:
    for source, shown in zip(briefing.sources, view(briefing).sources, strict=True):
        if source.passages:
            gaps = sum(passage.skipped + passage.unseen for passage in shown.passages)
            assert gaps + sum(len(passage.sentences) for passage in source.passages) == source.sentences
