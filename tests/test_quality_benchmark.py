"""The benchmark counts right, and our default keeps its level on the project's own clusters."""

from __future__ import annotations

import re
import sys
from functools import cache

import pytest
from conftest import ROOT

import brief

sys.path.insert(0, str(ROOT))

from benchmarks.quality import content, own, own_score, stats, tables
from benchmarks.quality.cluster import Cluster, cut
from benchmarks.quality.oracle import oracle
from benchmarks.quality.own_score import OwnRow, Printed
from benchmarks.quality.plain_sumy import summarize
from benchmarks.quality.rouge import rouge, stem, tokens
from benchmarks.quality.run import Row
from benchmarks.quality.systems import CEILING, FLAT, THEMES

# ── Our default on our own clusters ──────────────────────────────────────────────────────────────────────────────────
# Measured on 2026-11-22 (see docs/quality.md), a small margin off: raise them when the ranking gets better.

FACTS = {THEMES: 0.35, FLAT: 0.35}
"""Least mean weight of the facts carried: .365 and .368, with thirteen clusters."""
FORBIDDEN, MISLEADING, SAME = {THEMES: 4, FLAT: 5}, {THEMES: 10, FLAT: 10}, {THEMES: 2, FLAT: 2}
"""Most of them over all clusters together: 3 and 4, 9 and 9, 1 and 1."""
DEPENDENT = 0.03
LARGEST = 0.60
"""Most that one origin may have of the printed words, in the mean of the clusters."""


@cache
def clusters() -> list[own.OwnCluster]:
    return own.load()


@cache
def rows(system: str) -> list[OwnRow]:
    return own_score.run(clusters(), [system])


@pytest.mark.parametrize("system", [THEMES, FLAT])
def test_facts_are_carried(system: str) -> None:
    assert stats.mean([row.facts for row in rows(system)]) >= FACTS[system]


@pytest.mark.parametrize("system", [THEMES, FLAT])
def test_little_misleads(system: str) -> None:
    assert sum(row.forbidden for row in rows(system)) <= FORBIDDEN[system]
    assert sum(row.misleading for row in rows(system)) <= MISLEADING[system]
    assert sum(row.same for row in rows(system)) <= SAME[system]
    assert stats.mean([row.dependent for row in rows(system)]) <= DEPENDENT


@pytest.mark.parametrize("system", [THEMES, FLAT])
def test_no_origin_takes_the_page(system: str) -> None:
    assert stats.mean([row.largest for row in rows(system)]) <= LARGEST


@pytest.mark.parametrize("system", [THEMES, FLAT])
def test_the_budget_is_kept(system: str) -> None:
    budgets = {cluster.name: cluster.words for cluster in clusters()}
    assert all(row.words <= budgets[row.cluster] for row in rows(system))


def test_the_default_beats_the_lead_and_chance() -> None:
    ours = stats.mean([row.facts for row in rows(FLAT)])
    for other in ("lead", "plain sumy-random"):
        assert ours > stats.mean([row.facts for row in rows(other)])


def test_the_ceiling_is_one() -> None:
    assert all(top.facts >= ours.facts for top, ours in zip(rows(CEILING), rows(THEMES), strict=True))


# ── The scorer of our own clusters ───────────────────────────────────────────────────────────────────────────────────

SAID = "The mayor said that 12 houses burned."
TOLD = "Twelve houses burned, the mayor told us."
PRAISE = "Our pumps are the best in the world."


def tiny() -> own.OwnCluster:
    texts = {"1-paper": f"{SAID} It was cold.", "2-copy": f"{SAID} It was cold.", "3-firm": f"{TOLD} {PRAISE}"}
    return own.OwnCluster(
        name="tiny",
        field="disaster",
        words=50,
        articles={stem: brief.Article.from_text(text) for stem, text in texts.items()},
        facts=(
            own.Fact("burned", 3, (re.compile("12|twelve", re.I), re.compile("burned", re.I)), 2),
            own.Fact("dead", 1, (re.compile("died"),), 1),
        ),
        forbidden=(own.Forbidden((re.compile("best"),), re.compile("said")),),
        misleading=(own.Misleading("It was cold.", "Then it was warm."),),
        same=((SAID, SAID), (SAID, TOLD)),
        copies=(("1-paper", "2-copy"),),
        puff=frozenset({"3-firm"}),
    )


def judge(*printed: tuple[str, str]) -> OwnRow:
    return own_score.judge(tiny(), "any", [Printed(*one) for one in printed], 0.0)


def test_facts_forbidden_and_misleading_are_counted() -> None:
    row = judge((SAID, "1-paper"), (PRAISE, "3-firm"), ("It  was cold.", "2-copy"))
    assert (row.facts, row.missed, row.single, row.shared) == (0.75, ("dead",), 0.0, 1.0)
    assert (row.forbidden, row.misleading, row.same) == (1, 1, 0)
    assert row.puff == pytest.approx(1 / 3)


def test_an_attributed_claim_is_allowed() -> None:
    assert judge(("“Our pumps are the best,” the firm said.", "3-firm")).forbidden == 0


def test_copies_count_when_printed_twice_and_are_one_origin() -> None:
    row = judge((SAID, "1-paper"), (SAID, "2-copy"))
    assert (row.same, row.largest) == (1, 1.0)


def test_paraphrases_count_when_both_are_printed() -> None:
    assert judge((SAID, "1-paper"), (TOLD, "3-firm")).same == 1


def test_a_bracketed_name_repairs_a_misleading_sentence() -> None:
    assert judge(("It [the night] was cold.", "1-paper")).misleading == 0


def test_the_following_sentence_repairs_a_misleading_one() -> None:
    assert judge(("It was cold.", "1-paper"), ("Then it was warm.", "1-paper")).misleading == 0
    assert judge(("It was cold. Then it was warm.", "1-paper")).misleading == 0
    assert judge(("It was cold.", "1-paper"), (SAID, "1-paper"), ("Then it was warm.", "1-paper")).misleading == 1


def test_the_article_of_a_sentence_is_found_through_other_quotes_and_marks() -> None:
    assert tiny().article_of("Our *pumps* are the  best in the world.") == "3-firm"


# ── ROUGE, names and numbers, repeats, intervals ─────────────────────────────────────────────────────────────────────


def test_rouge_by_hand() -> None:
    found = rouge("police killed the gunman", ["police kill the gunman", "the gunman kill police"], 100, "r")
    assert found["1"] == 100.0
    assert found["2"] == pytest.approx(100 * (1 + 1 / 3) / 2)
    # SU4: 6 skip bigrams and, as ROUGE-1.5.5 counts, all words but the last. The second reference shares “the gunman”,
    # “the” and “kill”.
    assert found["SU4"] == pytest.approx(100 * (1 + 3 / 9) / 2)


def test_rouge_f1_lies_between_precision_and_recall() -> None:
    assert rouge("one two", ["one two three four"], 100, "f")["1"] == pytest.approx(100 * 2 / 3)


def test_stems_are_the_official_ones() -> None:
    assert stem("mice") == "mouse"  # WordNet's list
    assert stem("countries") == "countri"  # Porter
    assert tokens("U.S.-led NATO's 1,900") == ["u", "s", "led", "nato", "s", "1", "900"]


def test_words_beyond_the_budget_do_not_count() -> None:
    assert rouge("one two three", ["three four"], 2, "r")["1"] == 0.0
    assert cut(["one two three", "four five"], 4) == ["one two three", "four"]


def test_facts_are_weighted_by_the_references_that_have_them() -> None:
    wanted = content.facts(["Rain fell on Tarn. In Tarn 12 died.", "Floods hit Tarn's centre."])
    assert wanted == {"tarn": 2, "12": 1}
    assert content.fact_recall("Tarn is wet", wanted) == pytest.approx(2 / 3)
    assert content.fact_recall("anything", content.facts(["no name here"])) is None


def test_repeats_are_found_by_stems_and_by_phrases() -> None:
    first = "The court in Tarn ordered the ministry to return the fisherman."
    assert content.repeats([first, "A court in Tarn has ordered that the ministry returns the fisherman today."]) == 1
    assert content.repeats([first, "The ministry of health counted 30 cases in the valley on Monday."]) == 0


def test_the_oracle_takes_what_the_references_say() -> None:
    cluster = Cluster("x", ("Rain fell on the old town. Nobody laughed at the clown.",), ("Rain fell on the town.",))
    assert oracle(cluster, 100)[0] == "Rain fell on the old town."


def test_plain_sumy_runs_without_data() -> None:
    assert summarize("sumy-lexrank", "The court ruled on Monday. The mayor of Tarn praised the court.", 5)


def test_intervals_are_repeatable_and_hold_the_mean() -> None:
    first = stats.estimate([1.0, 2.0, 3.0, 4.0])
    assert first == stats.estimate([1.0, 2.0, 3.0, 4.0])
    assert first.low < first.mean == 2.5 < first.high


def test_halves_split_every_second_topic() -> None:
    made = [Row("s", f"d{n}", {"1": n, "2": n, "SU4": n}, None, 1, 0, 0, 1, None) for n in range(4)]
    dev, held = tables.halves(made)
    assert [row.cluster for row in dev] == ["d0", "d2"]
    assert [row.cluster for row in held] == ["d1", "d3"]
    assert tables.differences(made) == ""
