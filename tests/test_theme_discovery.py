"""`--themes auto`: groups among articles, the same in every run, named by words that stand in them."""

from __future__ import annotations

from bisect import bisect

import numpy as np
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief import themes
from brief.model import Article
from brief.options import Options
from brief.pipeline import prepare
from brief.terms import from_pairs
from brief.themes.discover import AUTO, discover
from brief.themes.groups import FEWEST, directions, group, k_means, silhouettes

CLUSTERS = ROOT / "benchmarks" / "clusters"
EVENTS = ("health-legionella", "labour-tram-strike", "sport-doping", "disaster-quake")
"""Four of the project's own piles on one event each."""
BEGINS = (0, 5, 9, 13)
"""The first article of each."""


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [article for event in EVENTS for article in brief.read(sorted((CLUSTERS / event / "articles").iterdir()))]


@pytest.fixture(scope="module")
def found(articles: list[Article]) -> brief.Briefing:
    return brief.build(articles, Options(themes="auto", words=400))


def test_four_events_are_four_groups(articles: list[Article]) -> None:
    prepared = prepare(articles, Options())
    found = discover(prepared)
    assert [theme.id for theme in found.theme_set.themes] == ["group-1", "group-2", "group-3", "group-4"]
    by_event: dict[str, set[str]] = {}
    for sentence, matches in zip(prepared.usable, found.matches, strict=True):
        event = EVENTS[bisect(BEGINS, sentence.article) - 1]
        by_event.setdefault(event, set()).update(match.id for match in matches)
    assert sorted(map(len, by_event.values())) == [1, 1, 1, 1] and len(set.union(*by_event.values())) == 4


def test_a_group_is_named_by_words_as_its_articles_write_them(found: brief.Briefing, articles: list[Article]) -> None:
    text = "\n".join(article.text for article in articles).lower()
    for section in found.sections:
        names = section.theme.label.split(", ")
        assert len(names) == 3 and all(name.lower() in text for name in names)
        assert section.theme.description.startswith("Found among the articles: ")
    labels = " ".join(section.theme.label.lower() for section in found.sections)
    assert all(word in labels for word in ("tower", "drivers", "tablets", "valley"))


def test_the_reasons_of_a_sentence_stand_in_it(found: brief.Briefing) -> None:
    statements = [statement for section in found.sections for statement in section.statements]
    assert any(match.terms for statement in statements for match in statement.themes)
    for statement in statements:
        for match in statement.themes:
            assert 0 <= match.score <= 1 and len(match.terms) <= 10
        assert statement.confidence == "probable"


def test_the_order_of_the_articles_changes_no_group(articles: list[Article]) -> None:
    def groups(own: list[Article]) -> set[frozenset[str]]:
        prepared = prepare(own, Options())
        members: dict[str, set[str]] = {}
        for sentence, matches in zip(prepared.usable, discover(prepared).matches, strict=True):
            for match in matches:
                members.setdefault(match.id, set()).add(own[sentence.article].title)
        return {frozenset(titles) for titles in members.values()}

    assert groups(articles) == groups(articles[::-1])


def test_too_few_articles_are_grouped_by_the_news_set(articles: list[Article]) -> None:
    briefing = brief.build(articles[: FEWEST - 1], Options(themes="auto"))
    (notice,) = (notice for notice in briefing.warnings if notice.code == "themes")
    assert notice.message.endswith("too few to find groups among (6 at least), so the theme set news is used")
    assert "diplomacy" in {theme.id for theme in briefing.coverage.themes}


def test_copies_are_one_voice(articles: list[Article]) -> None:
    briefing = brief.build([*articles[:2]] * 4, Options(themes="auto"))
    (notice,) = (notice for notice in briefing.warnings if notice.code == "themes")
    assert "2 independent articles are too few" in notice.message


def test_articles_that_share_no_word_are_too_much_alike_to_group() -> None:
    words = [f"{letter * 4}ova {letter * 5}ik {letter * 6}um." for letter in "abcdefgh"]
    briefing = brief.build(
        [Article.from_text(text.capitalize()) for text in words], Options(themes="auto", language="en")
    )
    assert [notice.code for notice in briefing.warnings] == ["themes"]


def test_a_file_of_that_name_is_not_read() -> None:
    assert AUTO not in themes.names()


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_silhouette_is_that_of_the_paper() -> None:
    points = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.6, 0.8]])
    found = silhouettes(points, np.array([0, 0, 1, 1]))
    # cosine distances: of the third to its own group .2, to the other 1; of the fourth .2 and .4
    assert found.round(3).tolist() == [1.0, 1.0, 0.8, 0.5]


def test_k_means_stands_still_and_fills_every_group() -> None:
    points = np.array([[1.0, 0.0], [0.96, 0.28], [0.0, 1.0], [0.28, 0.96], [-1.0, 0.0], [-0.96, 0.28]])
    assert k_means(points, 3)[[0, 2, 4]].tolist() == k_means(points, 3)[[1, 3, 5]].tolist()
    assert len(set(k_means(points, 3).tolist())) == 3


@given(
    st.lists(st.lists(st.integers(0, 12), max_size=8), min_size=1, max_size=14),
)
def test_any_articles_can_be_grouped(rows: list[list[int]]) -> None:
    pairs = [(row, column) for row, columns in enumerate(rows) for column in columns]
    first = np.array([row for row, _ in pairs], dtype=np.int64)
    second = np.array([column for _, column in pairs], dtype=np.int64)
    words = from_pairs(first, second, np.ones(len(pairs)), len(rows), 13)
    labels, fits = group(words)
    assert len(labels) == len(fits) == len(rows) and labels.min() >= -1 and np.isfinite(fits).all()
    assert sorted(set(labels.tolist()) - {-1}) == list(range(labels.max() + 1))
    sizes = np.bincount(labels[labels >= 0])
    assert (np.diff(sizes) <= 0).all()
    lengths = np.linalg.norm(directions(words), axis=1)
    assert ((lengths == 0) | (abs(lengths - 1) < 1e-6)).all()
    assert (group(words)[0] == labels).all()
