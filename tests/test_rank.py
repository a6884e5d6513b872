"""Rankers: LexRank without its matrix gives what the matrix gives; votes, names and sumy's rankers."""

from __future__ import annotations

import numpy as np
import pytest

from brief.model import Article
from brief.options import Options
from brief.pipeline import build, prepare
from brief.rank import RANKERS, make_corpus
from brief.rank.centrality import DAMPING
from brief.terms import count_terms, inverse_frequency
from brief.verify import BRACKETS


def dense_lexrank(corpus) -> np.ndarray:  # type: ignore[no-untyped-def]
    words = corpus.terms.words
    rows = np.zeros((words.height, words.width))
    rows[words.rows, words.columns] = words.counts * inverse_frequency(words)[words.columns]
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    similarity = rows @ rows.T
    step = similarity / similarity.sum(axis=1, keepdims=True)
    rank = np.full(len(rows), 1 / len(rows))
    for _ in range(200):
        rank = (1 - DAMPING) / len(rows) + DAMPING * step.T @ rank
    return rank


def test_lexrank_equals_the_matrix_it_avoids(samples: list[Article]) -> None:
    corpus = make_corpus(prepare(samples[:4], Options()))
    ranking = RANKERS["lexrank"](corpus)
    np.testing.assert_allclose(ranking.gain, dense_lexrank(corpus), rtol=1e-4)


def test_copies_share_one_vote() -> None:
    story = "The court ruled on Monday that the flight to San Amaro may not leave before a hearing in March."
    other = "Farmers in the north expect a poor harvest after the driest spring on record, their union said."
    corpus = make_corpus(prepare([Article.from_text(t) for t in [story] * 6 + [other]], Options()))
    assert corpus.votes[:6].sum() == pytest.approx(1.0)
    assert corpus.votes[6] == pytest.approx(1.0, abs=0.01)


def test_an_article_that_judges_throughout_has_less_of_a_voice() -> None:
    praise = "It was a splendid evening. The remarkable mayor is a visionary. Her generous gift is a triumph. The hall opened."
    report = (
        "The mayor opened the hall on Monday. It cost 4 million. The wonderful choir sang. The council votes in May."
    )
    corpus = make_corpus(prepare([Article.from_text(text) for text in (praise, report)], Options(language="en")))
    assert corpus.sobriety.tolist() == [1 / (1 + 3 * 2 / 4), 1.0]
    assert corpus.votes[0] < 0.5 < 0.9 < corpus.votes[1]


def test_names_are_told_from_first_words() -> None:
    texts = ["Transfers were stopped by Judge Thorsen.", "The transfers began when Thorsen left."]
    terms = count_terms(texts, ["en", "en"])
    names = {terms.vocabulary[i] for i in np.flatnonzero(terms.is_name)}
    assert "thorsen" in names
    assert "transfer" not in names


@pytest.mark.parametrize("name", sorted(RANKERS))
def test_every_ranker_makes_a_briefing(name: str, samples: list[Article]) -> None:
    briefing = build(samples[:3], Options(ranker=name, words=120))
    assert briefing.statements
    assert sum(len(BRACKETS.sub("", statement.text).split()) for statement in briefing.statements) <= 120
