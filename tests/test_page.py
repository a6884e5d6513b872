"""The cases of tests/cases/page.md, on the clusters of benchmarks/clusters; how often the rules are right is measured there too."""

from __future__ import annotations

from functools import cache

import cases_file
import pytest
from conftest import ROOT
from test_standalone_labels import labels

import brief
from brief.page import Page, page_of, why_unmet
from brief.pipeline import prepare
from brief.stages import Prepared
from brief.standalone import why_dependent

CLUSTERS = ROOT / "benchmarks" / "clusters"
FLOORS = (0.6, 0.42)
"""Precision and recall among the sentences that `standalone` lets pass; measured on 2026-11-22: .67 and .48."""


@cache
def page(cluster: str) -> tuple[Prepared, Page]:
    prepared = prepare(brief.read(CLUSTERS / cluster / "articles"), brief.Options(), ())
    return prepared, page_of(prepared.terms, [sentence.article for sentence in prepared.usable])


@pytest.mark.parametrize(("title", "given", "expected"), cases_file.load("page"))
def test_case(title: str, given: str, expected: str) -> None:
    cluster, sentence = given.split("\n")
    prepared, known = page(cluster)
    assert (why_unmet(sentence, prepared.texts.index(sentence), known) or "yes") == expected, title


def test_precision_and_recall() -> None:
    judged = {label.sentence: label.stands == "no" for label in labels() if not why_dependent(label.sentence)}
    outcome = []
    for folder in sorted(CLUSTERS.glob("*/articles")):
        prepared, known = page(folder.parent.name)
        for row, text in enumerate(prepared.texts):
            if text in judged:
                outcome.append((bool(why_unmet(text, row, known)), judged.pop(text)))
    rejected, dependent = [bad for no, bad in outcome if no], [no for no, bad in outcome if bad]
    precision, recall = sum(rejected) / len(rejected), sum(dependent) / len(dependent)
    print(
        f"\n{len(outcome)} sentences, precision {precision:.3f} of {len(rejected)}, recall {recall:.3f} of {len(dependent)}"
    )
    assert precision >= FLOORS[0]
    assert recall >= FLOORS[1]


def test_text_without_capitals_is_not_judged() -> None:
    text = "The ratio stood at 2.6. Analysts put the bill at up to 95 million. The firm paid it. "
    prepared = prepare([brief.Article.from_text(text.lower() * 3)], brief.Options(language="en"), ())
    known = page_of(prepared.terms, [0] * len(prepared.texts))
    assert [why_unmet(sentence, row, known) for row, sentence in enumerate(prepared.texts)] == [""] * len(
        prepared.texts
    )
