"""Date words resolve to the day a reader would say, and the timeline tells each event once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.findings.dates.reading import Dates
from brief.findings.dates.timeline import timeline
from brief.findings.dates.when import resolve, times
from brief.model import Article, Event
from brief.options import Options
from brief.pipeline import prepare

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "timeline.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
FLOOR = 0.9
WEDNESDAY = "2025-04-16"


def language_of(sentence: str) -> str:
    return "de" if sentence.startswith("Am ") else "en"


def answer(published: str, sentence: str) -> str:
    """Return the dates found in the notation of the cases."""
    found = times(sentence, None if published == "-" else published, language_of(sentence))
    dates = [f"{one.date}/{one.end_date}" if one.end_date else one.date for one in found.resolved]
    return " ".join(dates + ["?"] * found.unresolved) or "-"


def test_at_least_nine_in_ten_hand_made_cases_are_right() -> None:
    wrong = [case for case in CASES if answer(case[0], case[1]) != case[2]]
    assert len(CASES) >= 100
    assert len(wrong) <= (1 - FLOOR) * len(CASES), wrong


@pytest.mark.parametrize(
    ("sentence", "date", "precision"),
    [
        ("The court ruled on Monday.", "2025-04-14", "day"),
        ("The court ruled last week.", "2025-04-07", "week"),
        ("The court ruled last month.", "2025-03", "month"),
        ("Profit fell in the fourth quarter of 2024.", "2024-10", "quarter"),
        ("The court ruled two years ago.", "2023", "year"),
    ],
)
def test_the_precision_says_how_much_is_known(sentence: str, date: str, precision: str) -> None:
    (found,) = resolve(sentence, WEDNESDAY)
    assert (found.date, found.precision) == (date, precision)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The court ruled on Monday that it may go on.", "on Monday"),
        ("She has led the party since 2012.", "since 2012"),
        ("They have until the end of April to answer.", "until the end of April"),
        ("Monday’s ruling stands.", "Monday’s"),
        ("On Friday, 11 April, the lake froze over.", "On Friday, 11 April"),
        ("The strike lasted from 3 to 5 March.", "from 3 to 5 March"),
    ],
)
def test_the_words_shown_are_those_that_give_the_date(sentence: str, words: str) -> None:
    (found,) = resolve(sentence, WEDNESDAY)
    assert sentence[found.start : found.end] == words


@pytest.mark.parametrize(
    ("language", "sentence", "date"),
    [
        ("de", "Der Vertrag wurde am 3. März 2026 unterzeichnet.", "2026-03-03"),
        ("de", "Die Wahl fand im April 2024 statt.", "2024-04"),
        ("es", "El acuerdo, firmado el 14 de noviembre, prevé tres plazos.", "2025-11-14"),
        ("fr", "Le tribunal a statué le 1er février 2026.", "2026-02-01"),
        ("pt", "O acordo foi assinado em 9 de março de 2026.", "2026-03-09"),
    ],
)
def test_named_months_of_other_languages(language: str, sentence: str, date: str) -> None:
    assert [found.date for found in resolve(sentence, "2026-03-05", language)] == [date]


PIECES = st.sampled_from(
    """on in since until last next this Monday Friday's April May March 3 14 2024 1998 Feb. 30 quarter first third week
    month year ago two weeks later yesterday today the of from to and - , . “ ” will said 2025-04-14 31/12/2020 99/99/9999
    weekend 1990s mid- tomorrow 29-year-old Q3 by 0000""".split()
)


@given(
    st.lists(PIECES, max_size=14),
    st.sampled_from([None, "", "2025", WEDNESDAY, "2024-02-29T23:59:00Z", "9999-12-31", "0001-01-01"]),
)
def test_any_row_of_date_words_is_read_without_error_and_inside_the_text(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    found = resolve(text, published)
    places = [place for one in found for place in (one.start, one.end)]
    assert places == sorted(places), "dates overlap"
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end_date is None or one.date < one.end_date for one in found)


@given(st.text(max_size=60), st.sampled_from(["en", "de", "es", "fr", "pt", "it", "zh"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    for one in resolve(text, WEDNESDAY, language):
        assert 0 <= one.start < one.end <= len(text)


def events(*articles: Article) -> tuple[tuple[Event, ...], int]:
    return timeline(prepare(list(articles), Options()))


def article(text: str, title: str, published: str | None = WEDNESDAY) -> Article:
    return Article.from_text(text, title=title, published=published)


def test_looking_for_words_of_time_first_misses_no_date() -> None:
    cases = "\n\n".join(sentence for _, sentence, _ in CASES if language_of(sentence) == "en")
    prepared = prepare([article(cases, "Cases")], Options())
    dates = Dates(prepared)
    assert len(prepared.usable) >= 100
    for row, sentence in enumerate(prepared.usable):
        assert dates.of(row) == times(sentence.text, WEDNESDAY), sentence.text


VOTE = "Parliament voted 78 to 71 on Monday to release the second instalment to San Amaro."
COURT = "The Administrative High Court will hear the case of the sixty-four passengers on Friday."
FOUNDED = "The camp at Punta Ceniza was opened in November 2024 in a former cannery."


def test_events_stand_in_order_of_date_each_with_its_sentence() -> None:
    found, undated = events(article(f"{COURT} {VOTE} {FOUNDED} The next day the ferry sailed.", "One"))
    assert [(event.date, event.precision, event.text) for event in found] == [
        ("2024-11", "month", "in November 2024"),
        ("2025-04-14", "day", "on Monday"),
        ("2025-04-18", "day", "on Friday"),
    ]
    assert [event.citation.exact for event in found] == [FOUNDED, VOTE, COURT]
    assert undated == 1


def test_what_two_sources_say_alike_of_one_day_is_told_once() -> None:
    other = "Parliament voted 78 to 71 on Monday to release the second instalment to San Amaro, the speaker said."
    found, _ = events(
        article(f"{VOTE} Dockers loaded the ship.", "One"), article(f"A storm is near. {other}", "Two", "2025-04-15")
    )
    assert [event.sentence for event in found] == ["a1"]


def test_the_same_words_of_different_weeks_are_two_events() -> None:
    rain = (
        "The river rose by two metres and the lower quays of the old harbour had to be cleared of boats and crates. "
        * 2
    )
    rain += (
        "Farmers along the upper valley counted their losses in sheep, hay and fences, and asked the county for help."
    )
    found, _ = events(article(f"{VOTE} {rain}", "One"), article(f"{COURT} {FOUNDED} {VOTE}", "Two", "2025-04-23"))
    assert [event.date for event in found] == ["2024-11", "2025-04-14", "2025-04-21", "2025-04-25"]


def test_a_copy_printed_later_keeps_the_days_of_the_first() -> None:
    story = f"{VOTE} {FOUNDED} The prime minister flew home yesterday after three days of talks in Geneva."
    found, _ = events(article(story, "One"), article(story, "Two", "2025-04-22"))
    assert [(event.date, event.sentence) for event in found] == [
        ("2024-11", "a2"),
        ("2025-04-14", "a1"),
        ("2025-04-15", "a3"),
    ]


def test_without_the_articles_date_only_whole_dates_are_resolved() -> None:
    found, undated = events(article(f"{VOTE} {FOUNDED}", "One", published=None))
    assert ([event.date for event in found], undated) == (["2024-11"], 1)


def test_the_samples_have_a_timeline(briefing: brief.Briefing) -> None:
    found = briefing.findings.timeline
    assert len(found) > 50
    assert [event.date for event in found] == sorted(event.date for event in found)
    assert any(event.date == "2025-11-14" and event.text == "on 14 November" for event in found)
