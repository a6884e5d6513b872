"""Copies share an origin, sentences that say the same share a statement; whatever differs in a fact does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import cases_file
import pytest
from conftest import ROOT

import brief
from brief.corroborate import Alike, corroborate
from brief.model import Article
from brief.options import Options
from brief.pipeline import prepare
from brief.stages import Carrier
from brief.terms import count_terms
from brief.verify import verify

PRECISION, RECALL = 0.95, 0.55
"""Least share of the pairs found that say all of it, and of the pairs that do that are found; measured 1.00 and .59."""
FILLER = [
    "The harbour of Port Sable was closed to fishing boats on Saturday because of the storm.",
    "Doctors treated four dockers for cuts after a crane dropped its load on the eastern quay.",
    "The council will discuss the budget of the library and the swimming pool next Thursday.",
]


def carriers(printed: str, other: str) -> list[str]:
    """Return what `other` is to `printed`, nothing when it does not carry it."""
    texts = [printed, other, *FILLER]
    claims = corroborate(texts, count_terms(texts, ["en"] * len(texts)))
    return [one.relation for one in claims[0].also if one.row == 1]


@pytest.mark.parametrize(("title", "pair", "expected"), cases_file.load("corroborate"))
def test_support(title: str, pair: str, expected: str) -> None:
    printed, other = pair.split("\n")
    assert carriers(printed, other) == ([] if expected == "no" else [expected]), title


def judged() -> Iterator[tuple[str, bool]]:
    """Yield the judgement of each pair of our own articles, and whether the pair is found."""
    lines = (ROOT / "tests" / "cases" / "support_pairs.tsv").read_text("utf-8").splitlines()[1:]
    known = {}
    for judgement, cluster, printed, other in (line.split("\t") for line in lines):
        if cluster not in known:
            folder = ROOT / ("samples" if cluster == "samples" else f"benchmarks/clusters/{cluster}") / "articles"
            known[cluster] = prepare(brief.read(folder), Options())
        texts = known[cluster].texts
        own, theirs = ([row for row, text in enumerate(texts) if text == one] for one in (printed, other))
        assert own, f"not in {cluster}: {printed}"
        assert theirs, f"not in {cluster}: {other}"
        found = {one.row for claim in known[cluster].claims if claim.sentence in own for one in claim.also}
        yield judgement, not found.isdisjoint(theirs)


def test_pairs_judged_by_hand() -> None:
    pairs = list(judged())
    found = Counter(judgement for judgement, is_found in pairs if is_found)
    assert not found["no"]
    assert found["all"] >= PRECISION * found.total()
    assert found["all"] >= RECALL * sum(judgement == "all" for judgement, _ in pairs)


def test_equal_sentences_become_one_claim() -> None:
    texts = [FILLER[0], FILLER[1], FILLER[0]]
    claims = corroborate(texts, count_terms(texts, ["en"] * 3))
    assert [(claim.sentence, claim.also) for claim in claims] == [(0, (Carrier(2, 1.0, "same wording"),)), (1, ())]


def test_wire_copy_is_one_origin(briefing: brief.Briefing) -> None:
    origin = {source.path: source.origin for source in briefing.sources}
    wire = {
        origin[f"2026-03-{name}"]
        for name in ("04-transmare-wire.txt", "04-northern-post.html", "05-sable-coast-herald.md")
    }
    assert len(wire) == 1
    assert len(briefing.sources) == 12
    assert briefing.origins == 10
    reasons = {shared.reason for source in briefing.sources for shared in source.shares}
    assert reasons == {"copy", "wire credit"}


def test_fifty_copies_are_one_origin() -> None:
    text = " ".join(FILLER)
    prepared = prepare([Article.from_text(text) for _ in range(50)], Options())
    assert prepared.origins.count == 1
    assert all(len(claim.also) == 49 for claim in prepared.claims)


def test_two_articles_on_one_site_are_one_origin() -> None:
    articles = [
        Article.from_text(FILLER[0], url="https://news.example.co.uk/a"),
        Article.from_text(FILLER[1], url="https://www.example.co.uk/b"),
        Article.from_text(FILLER[2], url="https://example.org/c"),
    ]
    assert prepare(articles, Options()).origins.of == [0, 0, 1]


def test_paraphrases_with_a_speaker_of_their_own_perhaps_share_an_origin(shared_articles) -> None:  # type: ignore[no-untyped-def]
    prepared = prepare(brief.read(shared_articles), Options())
    assert [(link.first, link.second, link.reason) for link in prepared.origins.links] == [(0, 1, "perhaps")]


WIRE = "The port authority of Lindhaven closed its northern basin on Monday so that the quay wall can be rebuilt."
OWN_WORDS = (
    "So that the quay wall can be rebuilt, Lindhaven's port authority on Monday closed the northern basin, at dawn."
)


def test_the_same_sentence_elsewhere_is_no_second_origin() -> None:
    """Two articles of their own that both hold one wire sentence, and one that says it in its own words."""
    both = [Article.from_text(f"{WIRE} {more}", title=str(n)) for n, more in enumerate(FILLER[:2])]
    carried = brief.build(both, Options(themes="news")).statements
    assert {one.origins for one in carried if one.text == WIRE} == {1}
    reported = brief.build([both[0], Article.from_text(f"{OWN_WORDS} {FILLER[2]}")], Options()).statements
    lead = next(one for one in reported if one.citations[0].source == "s1" and one.text == WIRE)
    assert [(also.source, also.relation) for also in lead.also_in] == [("s2", "says the same")]
    assert lead.origins == 2


def test_carriers_of_one_wording_are_one_origin() -> None:
    """Two other articles that share a sentence: it is one report beside the printed one, not two."""
    texts = [WIRE, OWN_WORDS, OWN_WORDS, *FILLER]
    claims = corroborate(texts, count_terms(texts, ["en"] * len(texts)))
    assert [one.relation for one in claims[0].also] == ["says the same", "same wording"]


def test_what_shares_most_is_not_printed_beside_it() -> None:
    texts = [
        "A car rigged with explosives blew up on Friday in the Carsby market, killing two people and wounding 21.",
        "Two people were killed and at least 21 wounded when an explosives-rigged car blew up at the Carsby market.",
        "A car rigged with explosives blew up in the Carsby market, wounding 90.",
        "Judge Thorsen was looking into the deaths of Peter Harlan, Darren Mercer and Rudolf Ekdal.",
        "Peter Harlan, Darren Mercer and Rudolf Ekdal were engineers of the harbour.",
        *FILLER,
    ]
    terms = count_terms(texts, ["en"] * len(texts))
    alike = Alike(terms, corroborate(texts, terms))
    assert alike(0) == {1}  # the third has another number: reports that differ may both be printed
    assert alike(3) == frozenset()  # names alone make no likeness


def test_of_paraphrases_the_one_that_names_more_stands() -> None:
    texts = [
        "Still, he insists he has no major illness and plans to serve out the remaining two years of his term.",
        "Brynn insists he has no major illness and plans to serve out the remaining two years of his term.",
        "On the quay dockers met Brynn for an hour before noon.",
        *FILLER,
    ]
    claims = corroborate(texts, count_terms(texts, ["en"] * len(texts)))
    assert [claim.fuller for claim in claims[:2]] == [1, None]


def test_related_coverage_is_shown_checked_and_not_counted(briefing: brief.Briefing, samples: list[Article]) -> None:
    related = [(one, also) for one in briefing.statements for also in one.also_in if not also.carries]
    assert {also.relation for _, also in related} == {"related", "says part of it"}
    origin = {source.id: source.origin for source in briefing.sources}
    for one, also in related:
        assert origin[also.source] != origin[one.citations[0].source]
        assert one.origins <= 1 + sum(part.relation == "says the same" for part in one.also_in)
    assert verify(briefing, samples).ok
    assert "Related coverage" in briefing.to_html()
    assert " · related " in briefing.to_markdown()
