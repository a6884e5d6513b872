"""Findings in every format: what there is stands on the page in the source's words, and no heading stands over nothing."""

from __future__ import annotations

import msgspec
import pytest
from conftest import SAMPLES

from brief.errors import InvalidBriefing
from brief.model import Briefing, Findings
from brief.render.views.view import view
from brief.verify import verify

HEADINGS = ("Where reports differ", "Key figures", "Who is quoted", "Timeline")


def drawn(briefing: Briefing, format_: str) -> str:
    return briefing.to_html() if format_ == "html" else briefing.to_markdown()


@pytest.mark.parametrize("format_", ["html", "md"])
def test_all_four_are_shown(briefing: Briefing, format_: str) -> None:
    page = drawn(briefing, format_)
    assert [heading for heading in HEADINGS if heading not in page] == []
    assert "212 people" in page
    assert "187 people" in page
    assert "Henrik Aldane" in page


@pytest.mark.parametrize("format_", ["html", "md"])
def test_nothing_is_shown_when_there_is_nothing(briefing: Briefing, format_: str) -> None:
    page = drawn(msgspec.structs.replace(briefing, findings=Findings()), format_)
    assert [heading for heading in HEADINGS if heading in page] == []


def test_what_is_shown_is_a_part_and_the_rest_is_counted(briefing: Briefing) -> None:
    found, shown = briefing.findings, view(briefing).findings
    assert shown.figures_more == f"{len(found.figures) - len(shown.figures)} more figures in briefing.json"
    assert "more speakers in briefing.json" in shown.speakers_more
    assert "more dated events in briefing.json" in shown.timeline_more


def test_the_timeline_has_a_date_once_and_in_order(briefing: Briefing) -> None:
    events = view(briefing).findings.timeline
    dates = [event.date for event in events]
    assert len(dates) == len(set(dates)) > 5
    order = [event.date for event in briefing.findings.timeline]
    assert order == sorted(order)


def test_marks_of_markdown_are_not_shown(briefing: Briefing) -> None:
    found = view(briefing).findings
    words = [quotation.words for speaker in found.speakers for quotation in speaker.quotations]
    words += [event.sentence for event in found.timeline]
    assert words
    assert [text for text in words if "*" in text or "](" in text] == []


def test_a_claim_is_not_said_three_times(briefing: Briefing) -> None:
    denials = [each for each in view(briefing).findings.differences if each.label == "Claimed and denied"]
    assert denials
    for denial in denials:
        assert denial.about == ""
        assert denial.sides[0].marked == ""
        assert denial.sides[1].marked


def test_every_finding_is_verified(briefing: Briefing) -> None:
    outcome = verify(briefing, SAMPLES)
    found = briefing.findings
    sides = sum(len(difference.sides) for difference in found.differences)
    assert outcome.findings == len(found.quotes) + len(found.figures) + sides + len(found.timeline)
    assert outcome.findings_verified == outcome.findings > 100


def test_a_forged_figure_is_found(briefing: Briefing) -> None:
    first, *rest = briefing.findings.figures
    forged = msgspec.structs.replace(first, text="9,999")
    found = msgspec.structs.replace(briefing.findings, figures=(forged, *rest))
    outcome = verify(msgspec.structs.replace(briefing, findings=found), SAMPLES)
    assert not outcome.ok
    assert outcome.findings_verified == outcome.findings - 1
    assert "what is shown does not stand in what is cited" in outcome.failures[0].problem


def test_a_finding_with_an_unknown_source_is_refused(briefing: Briefing) -> None:
    first, *rest = briefing.findings.figures
    lost = msgspec.structs.replace(first, citation=msgspec.structs.replace(first.citation, source="s99"))
    found = msgspec.structs.replace(briefing.findings, figures=(lost, *rest))
    with pytest.raises(InvalidBriefing, match="s99"):
        msgspec.structs.replace(briefing, findings=found).to_html()
