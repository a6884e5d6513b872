"""The clusters of benchmarks/clusters hold what their keys say: files, quotations, patterns, and enough of each kind."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import brief
from brief.options import Options
from brief.pipeline import prepare

CLUSTERS = Path(__file__).parent.parent / "benchmarks" / "clusters"
NAMES = sorted(path.parent.name for path in CLUSTERS.glob("*/cluster.toml"))
KINDS = {"copy", "paraphrase", "support"}

Key = dict[str, Any]


@functools.cache
def key(name: str) -> Key:
    return tomllib.loads((CLUSTERS / name / "cluster.toml").read_text(encoding="utf-8"))


@functools.cache
def articles(name: str) -> dict[str, Path]:
    return {path.stem: path for path in sorted((CLUSTERS / name / "articles").iterdir())}


@functools.cache
def text(name: str, article: str) -> str:
    return collapse(articles(name)[article].read_text(encoding="utf-8"))


@functools.cache
def sentences(name: str) -> dict[str, list[str]]:
    """Return the sentences of each article that a briefing may print, white space collapsed."""
    prepared = prepare(brief.read([str(path) for path in articles(name).values()]), Options())
    found: dict[str, list[str]] = {article: [] for article in articles(name)}
    for sentence in prepared.usable:
        found[Path(prepared.articles[sentence.article].path or "").stem].append(collapse(sentence.text))
    return found


def collapse(value: str) -> str:
    return " ".join(value.split())


def matches(patterns: Sequence[str], sentence: str) -> bool:
    return all(re.search(pattern, sentence, re.IGNORECASE) for pattern in patterns)


def carriers(name: str, patterns: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (article, sentence)
        for article, own in sentences(name).items()
        for sentence in own
        if matches(patterns, sentence)
    ]


def quoted(cluster: Key) -> Iterator[tuple[str, str]]:
    for entry in cluster["misleading"]:
        yield entry["article"], entry["sentence"]
    for entry in [*cluster["same"], *cluster.get("differ", [])]:
        for side in ("a", "b"):
            yield entry[side]["article"], entry[side]["sentence"]


def test_there_are_enough_clusters_and_of_every_kind() -> None:
    keys = [key(name) for name in NAMES]
    assert len(keys) >= 12
    assert len({cluster["field"] for cluster in keys}) >= 10
    assert sum(bool(cluster["copies"]) for cluster in keys) >= 5
    assert sum(bool(cluster["puff"]) for cluster in keys) >= 4
    assert sum(bool(cluster.get("differ")) for cluster in keys) >= 4
    assert all(any(pair["kind"] != "copy" for pair in cluster["same"]) for cluster in keys)


def test_every_folder_is_a_cluster() -> None:
    assert [path.name for path in sorted(CLUSTERS.iterdir()) if path.is_dir()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_key_has_the_right_shape(name: str) -> None:
    cluster = key(name)
    assert cluster["title"]
    assert cluster["field"]
    assert 80 <= cluster["words"] <= 200
    assert 8 <= len(cluster["fact"]) <= 14
    assert len({fact["id"] for fact in cluster["fact"]}) == len(cluster["fact"])
    assert all(fact["weight"] in (1, 2, 3) and fact["text"] for fact in cluster["fact"])
    assert 2 <= sum(fact["weight"] == 3 for fact in cluster["fact"]) <= 6
    assert len(cluster["forbidden"]) >= 2
    assert len(cluster["misleading"]) >= 5
    assert all(pair["kind"] in KINDS for pair in cluster["same"])
    assert all(pair["about"] for pair in cluster.get("differ", []))


@pytest.mark.parametrize("name", NAMES)
def test_articles_are_few_and_short(name: str) -> None:
    assert 3 <= len(articles(name)) <= 6
    for path in articles(name).values():
        assert path.suffix in {".txt", ".md"}
        assert 150 <= len(path.read_text(encoding="utf-8").split()) <= 500, path.name


@pytest.mark.parametrize("name", NAMES)
def test_named_articles_exist(name: str) -> None:
    cluster = key(name)
    named = {article for fact in cluster["fact"] for article in fact["sources"]}
    named |= {article for group in cluster["copies"] for article in group} | set(cluster["puff"])
    named |= {article for article, _ in quoted(cluster)}
    assert named <= set(articles(name))
    assert all(len(group) >= 2 for group in cluster["copies"])


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_carried_by_their_sources_and_by_no_other_article(name: str) -> None:
    for fact in key(name)["fact"]:
        found = {article for article, _ in carriers(name, fact["all"])}
        assert found == set(fact["sources"]), fact["id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_can_be_carried_by_a_sentence_that_does_not_mislead(name: str) -> None:
    cluster = key(name)
    misleading = {(entry["article"], entry["sentence"]) for entry in cluster["misleading"]}
    for fact in cluster["fact"]:
        assert set(carriers(name, fact["all"])) - misleading, fact["id"]


@pytest.mark.parametrize("name", NAMES)
def test_some_facts_are_shared_and_some_stand_in_one_article(name: str) -> None:
    facts = key(name)["fact"]
    assert any(len(fact["sources"]) > 1 and fact["weight"] == 3 for fact in facts)
    assert any(len(fact["sources"]) == 1 and fact["weight"] >= 2 for fact in facts)


@pytest.mark.parametrize("name", NAMES)
def test_forbidden_claims_stand_unattributed_in_an_article(name: str) -> None:
    for claim in key(name)["forbidden"]:
        found = [sentence for _, sentence in carriers(name, claim["all"])]
        assert any(not re.search(claim["unless"], sentence, re.IGNORECASE) for sentence in found), claim["text"]


@pytest.mark.parametrize("name", NAMES)
def test_quoted_sentences_stand_in_their_article(name: str) -> None:
    for article, sentence in quoted(key(name)):
        assert sentence == collapse(sentence)
        assert sentence in text(name, article), (article, sentence)


@pytest.mark.parametrize("name", NAMES)
def test_pairs_join_two_articles_and_copies_are_word_for_word(name: str) -> None:
    cluster = key(name)
    for pair in [*cluster["same"], *cluster.get("differ", [])]:
        assert pair["a"]["article"] != pair["b"]["article"]
    for pair in cluster["same"]:
        assert (pair["a"]["sentence"] == pair["b"]["sentence"]) == (pair["kind"] == "copy")


LEADS = {
    "business-recall": "recalling 62,000 batteries",
    "courts-grandstand": "found Kestrel Staging Ltd guilty",
    "crime-waterworks": "310,000 customers",
    "disaster-quake": "death toll",
    "elections-recount": "ordered a full recount",
}
"""Stories in which an article of an earlier day, or a comment, would stand first if the date decided."""


@pytest.mark.parametrize(("name", "news"), LEADS.items())
def test_the_news_leads_the_bottom_line(name: str, news: str) -> None:
    briefing = brief.build(brief.read([CLUSTERS / name / "articles"]), Options(words=250))
    first = next(statement for statement in briefing.statements if statement.id == briefing.bottom_line[0])
    assert news in first.text


@pytest.mark.parametrize("name", [name for name in NAMES if key(name)["puff"]])
def test_what_advertises_lends_no_line_to_the_bottom_line(name: str) -> None:
    briefing = brief.build(brief.read([CLUSTERS / name / "articles"]), Options(words=250))
    puff = {source.id for source in briefing.sources if Path(source.path or "").stem in key(name)["puff"]}
    lines = [statement for statement in briefing.statements if statement.id in briefing.bottom_line]
    assert lines
    assert not puff & {citation.source for statement in lines for citation in statement.citations}
