"""Key figures: value, unit, what is counted and how it is meant, by tests/cases/figures.md."""

from __future__ import annotations

import re

import cases_file
import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.findings.numbers.mentions import Mention, mentions
from brief.findings.numbers.numerals import numerals
from brief.model import Article, Figure
from brief.model.series import series
from brief.options import Options
from brief.pipeline import prepare


def found(text: str, code: str) -> list[Mention]:
    return mentions(prepare([Article.from_text(text)], Options(language=code)))


def shown(mention: Mention, text: str) -> str:
    value = f"{mention.value:.10g}" + (f"–{mention.high:.10g}" if mention.high is not None else "")
    words = [value, mention.unit or "", "" if mention.bound == "exact" else mention.bound]
    return f"{text[mention.start : mention.end]} = {' '.join(word for word in words if word)}"


@pytest.mark.parametrize(
    ("title", "text", "expected"), cases_file.load("figures"), ids=lambda value: value.splitlines()[0]
)
def test_case(title: str, text: str, expected: str) -> None:
    own = [shown(mention, text) for mention in found(text, title.split(":")[0])]
    assert (own or ["none"]) == expected.splitlines()


def figures_of(*texts: str) -> tuple[Figure, ...]:
    articles = [Article.from_text(text, published="2026-03-04", publisher=f"Paper {n}") for n, text in enumerate(texts)]
    return brief.build(articles).findings.figures


def test_one_figure_of_two_sources_is_one() -> None:
    (figure,) = figures_of(
        "The ferry put 212 people ashore at Punta Ceniza, the ministry said. Dockers in Port Sable had refused to touch its lines.",
        "The minister spoke late. He told members of parliament that a ferry had put 212 people ashore on the island last week.",
    )
    assert (figure.value, figure.counted, figure.origins, figure.said_by) == (212, "people", 2, "the ministry")
    assert [citation.exact for citation in (figure.citation, *figure.also_in)] == ["212 people", "212 people"]
    assert [citation.source for citation in (figure.citation, *figure.also_in)] == ["s1", "s2"]


def test_what_more_origins_give_comes_first() -> None:
    figures = figures_of(
        "The strike closed 40 schools in the north. The mayor ordered 9 buses for the county.",
        "The strike closed 40 schools in the north and the south of the county, teachers said.",
    )
    assert [figure.counted for figure in figures] == ["schools", "buses"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The quake killed 86 people, officials said.", "officials"),
        ("According to the camp's own register, 187 people were put ashore.", "the camp's own register"),
        ("Police said on Monday that 12 people were arrested.", "Police"),
        ("The quake killed 86 people in the valley.", None),
        ("He said that 212 people had been taken to the camp.", None),
    ],
)
def test_said_by(text: str, name: str | None) -> None:
    assert figures_of(text)[0].said_by == name


def test_a_series() -> None:
    figures = figures_of("Unemployment rose from 3.2 % in 2021 to 4.1 % in 2022 and to 5.0 % in 2023, the office said.")
    assert [[(figure.text, figure.as_of) for figure in own] for own in series(figures)] == [
        [("3.2 %", "2021"), ("4.1 %", "2022"), ("5.0 %", "2023")]
    ]


def test_two_dates_are_no_series() -> None:
    assert series(figures_of("Unemployment rose from 3.2 % in 2021 to 4.1 % in 2022, the office said.")) == []


def test_figures_of_the_shared_articles(shared_articles) -> None:  # type: ignore[no-untyped-def]
    figures = brief.build(brief.read(shared_articles)).findings.figures
    assert {"85,000 Salvadorans", "more than 200 deportees"} <= {figure.citation.exact for figure in figures}


def test_citations_are_verbatim(samples) -> None:  # type: ignore[no-untyped-def]
    briefing = brief.build(samples)
    for figure in briefing.findings.figures:
        for citation in (figure.citation, *figure.also_in):
            text = samples[int(citation.source[1:]) - 1].text
            assert text[citation.start : citation.end] == citation.exact
            assert re.search(r"\w", citation.exact)


@given(st.integers(min_value=2, max_value=10**12))
def test_digits_with_commas_are_read_back(value: int) -> None:
    (numeral,) = numerals(f"They counted {value:,} of them", "en")
    assert numeral.value == value


@given(
    st.text(alphabet=st.sampled_from("0123456789.,-–$€% abtwohundredmillion\n"), max_size=60),
    st.sampled_from(["en", "de", "fr", "es", "pt"]),
)
def test_any_text_gives_ordered_numbers_inside_it(text: str, code: str) -> None:
    end = 0
    for numeral in numerals(text, code):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.value >= 0
        assert numeral.high is None or numeral.high > numeral.value
        end = numeral.end


def test_a_language_without_a_table_has_none() -> None:
    assert numerals("Nel porto 212 persone", "it") == []
