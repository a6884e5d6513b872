"""Reports that differ, updates and denials, by tests/cases/differences.md, and in our own articles."""

from __future__ import annotations

import re

import cases_file
import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.findings.numbers.agreement import agree
from brief.findings.numbers.fates import fate
from brief.findings.numbers.mentions import Mention
from brief.growth import RISEN, formerly
from brief.model import Article, Briefing, Difference, Side

OTHER_NEWS = (
    "Dockers in Port Sable voted against the new shift plan for the grain terminal. Their branch meets again in April.",
    "The city library opens an hour longer from June. Councillors found the money in the budget for parks.",
    "Snow closed the pass above the lakes for a third day. Ploughs will try again when the wind drops.",
)
"""Behind each outlet's first sentences, so that two short texts with one sentence in common are not taken for copies."""


def build(case: str) -> Briefing:
    parts = re.split(r"^# (.+), (\S+)\n", case, flags=re.MULTILINE)[1:]
    articles = [
        Article.from_text(f"{text}\n{other}".replace("\n", "\n\n"), publisher=outlet, published=date)
        for outlet, date, text, other in zip(parts[::3], parts[1::3], parts[2::3], OTHER_NEWS, strict=False)
    ]
    return brief.build(articles, brief.Options(language="en"))


def shown(difference: Difference, briefing: Briefing) -> str:
    outlets = {source.id: source.publisher for source in briefing.sources}

    def side(own: Side) -> str:
        words = [outlets[own.citation.source], own.published, own.said_by]
        return f"{own.text} ({', '.join(word for word in words if word)})"

    return f"{difference.kind}, {difference.about}: {' / '.join(map(side, difference.sides))}"


@pytest.mark.parametrize(
    ("title", "case", "expected"), cases_file.load("differences"), ids=lambda value: value.splitlines()[0]
)
def test_case(title: str, case: str, expected: str) -> None:
    briefing = build(case)
    own = [shown(difference, briefing) for difference in briefing.findings.differences]
    assert (own or ["none"]) == expected.splitlines(), title


@pytest.mark.parametrize(
    ("title", "words", "others"),
    [
        (
            "the dead of a part are not all the dead",
            "Six people in the school of Marrowdale",
            "In Marrowdale six people",
        ),
        ("the dead of an earlier mudslide", "A similar mudslide", "A mudslide"),
        ("the dead of two villages", "Brackwater", "Marrowdale"),
        ("a report that counts the gunman", ", including the gunman,", " in the shooting,"),
        ("the gravely hurt are some of the hurt", "people critically injured", "people injured"),
        ("“killed or injured” is neither", "people killed or injured", "people killed"),
        ("some of them, described more narrowly", "Two senior harbour officials", "Two officials"),
        ("what was expected and what came", "were expected to add", "added"),
        ("two spans of one day", " in 18 hours", ""),
        ("two years", "in 2019", "in 2024"),
        ("two dozen may be 25", "two dozen", "40"),
    ],
)
def test_without_what_sets_them_apart_they_differ(title: str, words: str, others: str) -> None:
    """Each of these cases has no difference because of some words alone."""
    (case,) = (case for name, case, expected in cases_file.load("differences") if (name, expected) == (title, "none"))
    assert words in case
    assert [own.kind for own in build(case.replace(words, others)).findings.differences] == ["differ"]


PHRASES = {
    "killing {} people in the valley": "dead",
    "{} people, among them several children, were killed": "dead",
    "{} people who died": "dead",
    "the blast injured {} people": "hurt",
    "{} people are still missing": "missing",
    "police have arrested {} people": "held",
    "{} people were told to leave their homes": "moved",
    "{} people are out of their homes": "moved",
    "the disease has infected {} people": "ill",
    "{} people in the Jeep died": None,
    "{} people watched as the tower fell": None,
}


@given(st.integers(2, 9999), st.sampled_from(sorted(PHRASES)))
def test_what_became_of_them_is_read_beside_the_number(count: int, phrase: str) -> None:
    text = phrase.format(count)
    start = text.index(str(count))
    assert fate(text, (start, text.index("people") + len("people")), start, "peopl") == PHRASES[phrase]


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["million crowns", "people", "litres"]))
def test_a_sentence_that_names_the_number_before(old: int, new: int, noun: str) -> None:
    before, after = "The company raised its estimate of the cost to ", f" {noun} from {old} {noun} on Monday."
    assert formerly(before, after).startswith(f"{old} {noun}")
    assert RISEN.search(f"{before}{new}")
    assert formerly(f"The number rose from {old} to ", f" {noun}.") == str(old)
    assert formerly("The company puts the cost at ", f" {noun}.") == ""


def test_the_ferry_of_the_samples(briefing: Briefing) -> None:
    (ferry,) = [own for own in briefing.findings.differences if own.kind != "denial"]
    assert ferry.kind == "differ"
    assert [(side.value, side.published and side.published[:10], side.said_by) for side in ferry.sides] == [
        (212, "2026-03-02", "the interior ministry"),
        (187, "2026-03-03", "the camp's own register"),
    ]


def test_denials_of_the_samples(briefing: Briefing) -> None:
    denials = [own for own in briefing.findings.differences if own.kind == "denial"]
    assert any("cabin doors" in own.sides[0].text and own.sides[1].text == "denied it" for own in denials)


def test_sides_are_whole_sentences_verbatim(briefing: Briefing, samples: list[Article]) -> None:
    for difference in briefing.findings.differences:
        for side in difference.sides:
            for citation in (side.citation, *side.also_in):
                text = samples[int(citation.source[1:]) - 1].text
                assert text[citation.start : citation.end] == citation.exact


def mention(value: float, bound: str = "exact", high: float | None = None) -> Mention:
    return Mention(
        row=0, start=0, end=1, number=(0, 1), value=value, high=high, bound=bound, qualifier=None, unit=None,  # type: ignore[arg-type]
        kind="number", counted=None, head="people", added=False, of=None, part=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (mention(200, "least"), mention(238), True),
        (mention(200, "least"), mention(900), False),
        (mention(60, "least"), mention(65), True),
        (mention(60), mention(65), False),
        (mention(200, "about"), mention(212), True),
        (mention(150, "most"), mention(187), False),
        (mention(200, "exact", 300), mention(250), True),
        (mention(200, "exact", 300), mention(350), False),
        (mention(187), mention(212), False),
        (mention(12_000), mention(11_958), True),
    ],
)
def test_numbers_that_agree(mine: Mention, theirs: Mention, both: bool) -> None:
    assert agree(mine, theirs) is both
    assert agree(theirs, mine) is both


BOUNDS = st.sampled_from(["exact", "least", "most", "about"])
NUMBERS = st.builds(mention, st.integers(1, 10**7).map(float), BOUNDS)


@given(NUMBERS, NUMBERS)
def test_agreement_is_mutual_and_a_number_agrees_with_itself(mine: Mention, theirs: Mention) -> None:
    assert agree(mine, theirs) == agree(theirs, mine)
    assert agree(mine, mine)
