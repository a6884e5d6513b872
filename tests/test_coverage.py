"""The coverage map: theme × source × day, what one source alone carries, what a source leaves out, what nobody says."""

from __future__ import annotations

import msgspec
import pytest

import brief
from brief.model import Article, Silent
from brief.options import Options
from brief.render.views.view import view

VOTE = "Parliament voted 78 to 71 on Friday to release a second instalment of 49.5 million euros to San Amaro."
COURT = (
    "The Administrative High Court in Lindhaven barred every transfer of asylum seekers until a full hearing in March."
)
WATER = "Doctors found bacteria in two of the three water tanks of the camp at Punta Ceniza and treated 31 patients."
FERRY = "The ferry Skerry Venture sailed from Port Sable with 187 passengers and reached the island after five days."
STORM = "A storm tore the roof from the market hall of Carsby and left 9,000 households without electricity."
FILLER = [
    "Fishermen mended their nets on the quay and waited for the wind to turn before the evening tide.",
    "The bakery on Pier Street sold out before eight, and the owner closed the shutters for the day.",
    "A choir of retired dockers sang in the old customs house to raise money for a new piano.",
]


def article(title: str, *sentences: str, published: str | None = "2026-03-06") -> Article:
    return Article.from_text("\n\n".join(sentences), title=title, published=published)


def build(*articles: Article, words: int = 60) -> brief.Briefing:
    return brief.build(list(articles), Options(words=words))


@pytest.fixture(scope="module")
def three() -> brief.Briefing:
    return build(
        article("One", VOTE, COURT, FILLER[0], published="2026-03-04"),
        article("Two", VOTE.replace("to San Amaro", "to the island of San Amaro"), WATER, FILLER[1]),
        article("Three", STORM, FILLER[2]),
        words=200,
    )


def test_counts_add_up_to_the_sentences_of_each_source(briefing: brief.Briefing) -> None:
    coverage = briefing.coverage
    assert [sum(column) for column in zip(*coverage.counts, strict=True)] == [
        source.notes.measured for source in briefing.sources if source.notes
    ]


def test_days_and_counts_give_theme_by_source_by_day(briefing: brief.Briefing) -> None:
    coverage = briefing.coverage
    assert list(coverage.days) == sorted({s.published[:10] for s in briefing.sources if s.published})
    assert [None if place is None else coverage.days[place] for place in coverage.day] == [
        s.published and s.published[:10] for s in briefing.sources
    ]
    undated = [place for place, day in enumerate(coverage.day) if day is None]
    for theme, row in enumerate(coverage.counts):
        dated = sum(coverage.on(day)[theme] for day in coverage.days)
        assert dated + sum(row[source] for source in undated) == sum(row)


def test_what_one_source_alone_carries(three: brief.Briefing) -> None:
    first, second, third = three.coverage.alone
    vote = next(one for one in three.statements if "voted 78 to 71" in one.text)
    assert vote.id not in (*first.statements, *second.statements)
    assert (first.statements, second.statements, third.statements) == (("a2", "a3"), ("b2", "b3"), ("c1", "c2"))
    assert (first.sentences, second.sentences, third.sentences) == (2, 2, 2)


def test_the_sentences_nobody_else_supports_are_counted() -> None:
    copy = build(article("One", VOTE, COURT, FILLER[0]), article("Two", VOTE, COURT, FILLER[0], WATER))
    assert [one.sentences for one in copy.coverage.alone] == [0, 1]


def test_a_source_leaves_out_only_what_it_has_no_part_of(three: brief.Briefing) -> None:
    vote = next(one for one in three.statements if "voted 78 to 71" in one.text)
    assert vote.id in three.bottom_line or vote.origins > 1
    first, second, third = three.coverage.leaves_out
    assert vote.id not in first + second
    assert vote.id in third


def test_a_source_of_an_earlier_day_leaves_nothing_out() -> None:
    found = build(
        article("One", VOTE, COURT, WATER, FERRY, published="2026-03-06"),
        article("Two", STORM, *FILLER, published="2026-03-01"),
        article("Three", STORM, *FILLER[:2], published="2026-03-08"),
        words=40,
    )
    late = [one for one in found.bottom_line if one.startswith("a")]
    assert late
    assert not set(late) & set(found.coverage.leaves_out[1])


def test_gaps_are_the_themes_nobody_speaks_of(briefing: brief.Briefing) -> None:
    coverage = briefing.coverage
    without = {theme.id for theme, row in zip(coverage.themes, coverage.counts, strict=True) if not any(row)}
    assert set(coverage.gaps) == without - {"other"}
    assert "science" in coverage.gaps


def test_sources_that_gave_nothing_and_why(briefing: brief.Briefing) -> None:
    quoted = {part.source for one in briefing.statements for part in one.citations}
    reasons = {one.source: one for one in briefing.coverage.silent}
    assert set(reasons) == {source.id for source in briefing.sources} - quoted
    paths = {source.path: source.id for source in briefing.sources}
    spanish = paths["2026-03-05-diario-amarense.html"]
    assert reasons[spanish].reason == "other language"
    copies = [one for one in reasons.values() if one.reason == "copy"]
    assert copies, "the wire story is printed once"
    assert all(one.instead in quoted for one in copies)


def test_a_source_of_advertising_only_has_no_sentence_to_rank() -> None:
    found = build(article("One", VOTE, COURT, WATER), article("Two", "Sponsored", "Advertisement"))
    assert found.coverage.silent == (Silent("s2", "no sentence to rank", None),)


def test_a_single_article_has_a_map_without_comparison() -> None:
    found = build(article("One", VOTE, COURT, WATER))
    assert found.coverage.leaves_out == ((),)
    assert found.coverage.silent == ()
    assert view(found).sources[0].alone == ""


def test_the_page_names_gaps_and_silent_sources(briefing: brief.Briefing) -> None:
    shown = view(briefing)
    assert "Science and technology" in shown.uncovered
    assert "E (in Spanish)" in shown.silent
    assert "No article speaks of: Science and technology" in briefing.to_html()


def test_a_briefing_without_the_newer_keys_is_still_read(briefing: brief.Briefing) -> None:
    data = msgspec.json.decode(briefing.to_json())
    for key in ("days", "day", "alone", "leaves_out", "gaps", "silent"):
        del data["coverage"][key]
    old = brief.model.from_json(msgspec.json.encode(data))
    assert old.coverage.counts == briefing.coverage.counts
    assert view(old).silent == ""
