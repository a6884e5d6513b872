"""Notes on a source are counts: what stands elsewhere, what judges without a judge, what is quoted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.model import Article, Notes
from brief.options import Options
from brief.render.views.view import view
from brief.source_notes import RUN, _elsewhere, _runs

COURT = (
    "The Administrative High Court in Lindhaven barred every transfer of asylum seekers until a full hearing in March."
)
WATER = "Doctors found bacteria in two of the three water tanks of the camp at Punta Ceniza and treated 31 patients."
STORM = "A storm tore the roof from the market hall of Carsby and left 9,000 households without electricity."
PRAISE = "It is a stunning and truly remarkable triumph of visionary leadership for the people of both countries."
SAID = "It is a stunning and truly remarkable triumph of visionary leadership, the foreign minister said in Lindhaven."
EXPERTS = "Observers note that the arrangement between the two governments has been followed with interest elsewhere."


def notes(*texts: str) -> list[Notes]:
    articles = [Article.from_text(text, title=f"Article {number}") for number, text in enumerate(texts)]
    found = [source.notes for source in brief.build(articles, Options(words=60)).sources]
    assert all(found)
    return [one for one in found if one]


def test_words_that_stand_elsewhere_too_are_counted() -> None:
    first, second, third = notes(f"{COURT}\n\n{WATER}", f"{COURT}\n\n{STORM} The roof fell.", f"{PRAISE} {EXPERTS}")
    words = len(COURT.split())
    assert first.copied == pytest.approx(words / (words + len(WATER.split())), abs=0.03)
    assert first.copied_from == "s2"
    assert second.copied_from == "s1"
    assert (third.copied, third.copied_from) == (0.0, None)


def test_a_copy_has_all_its_words_elsewhere() -> None:
    first, second = notes(f"{COURT} {WATER}", f"{COURT} {WATER} {STORM}")
    assert first.copied == 1.0
    assert 0.5 < second.copied < 1.0


def test_four_words_in_common_are_chance() -> None:
    first, _ = notes(f"In two of the villages nobody slept that night. {STORM}", f"{WATER} {COURT}")
    assert first.copied == 0.0


def test_judgement_without_a_judge_is_counted() -> None:
    (found,) = notes(f"{PRAISE}\n\n{COURT}\n\n{EXPERTS}")
    assert (found.evaluative, found.measured) == (2, 3)
    assert found.evaluative_share == pytest.approx(2 / 3)


def test_judgement_that_somebody_stands_for_is_not() -> None:
    (found,) = notes(f"{SAID}\n\n{COURT}")
    assert found.evaluative == 0


def test_without_a_word_list_there_is_no_count(briefing: brief.Briefing) -> None:
    spanish = next(source for source in briefing.sources if source.language == "es")
    assert spanish.notes is not None
    assert spanish.notes.evaluative is None


def test_statements_used_and_supported_add_up(briefing: brief.Briefing) -> None:
    for source in briefing.sources:
        quoted = sum(any(part.source == source.id for part in one.citations) for one in briefing.statements)
        assert source.notes is not None
        assert source.notes.statements == quoted
    assert sum(source.notes.supports for source in briefing.sources if source.notes) > 0


def test_the_promotional_sample_is_the_one_that_judges(briefing: brief.Briefing) -> None:
    shares = {source.path: source.notes.evaluative_share for source in briefing.sources if source.notes}
    assert max(shares, key=lambda path: shares[path]) == "2026-03-05-global-horizons.txt"


def test_the_page_says_it_in_one_neutral_sentence(briefing: brief.Briefing) -> None:
    said = {source.label: source.notes for source in view(briefing).sources}
    assert "words also stand in" in said["C"]
    assert "words of judgement without saying whose" in said["F"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=40))
def test_runs_are_found_elsewhere_as_by_looking_at_each(pairs: list[tuple[int, int]]) -> None:
    tokens = np.array([token for token, _ in pairs], dtype=np.int64)
    runs = _runs(tokens)
    of = np.array([article for _, article in pairs[: len(runs)]], dtype=np.int64)
    texts = [tuple(tokens[start : start + RUN].tolist()) for start in range(len(runs))]
    expected = [
        min(
            (other for text, other in zip(texts, of.tolist(), strict=True) if text == mine and other != own), default=-1
        )
        for mine, own in zip(texts, of.tolist(), strict=True)
    ]
    assert _elsewhere(runs, of).tolist() == expected
