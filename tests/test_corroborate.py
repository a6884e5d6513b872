"""Copies share an origin, sentences that say the same share a statement; whatever differs in a fact does not."""

from __future__ import annotations

import brief
from brief.corroborate import corroborate
from brief.model import Article
from brief.options import Options
from brief.pipeline import prepare
from brief.terms import count_terms

FILLER = [
    "The harbour of Port Sable was closed to fishing boats on Saturday because of the storm.",
    "Doctors treated four dockers for cuts after a crane dropped its load on the eastern quay.",
    "The council will discuss the budget of the library and the swimming pool next Thursday.",
]


def supports(printed: str, other: str) -> bool:
    texts = [printed, other, *FILLER]
    claims = corroborate(texts, count_terms(texts, ["en"] * len(texts)))
    return any(row == 1 for claim in claims if claim.sentence == 0 for row, _ in claim.also)


def test_a_sentence_is_supported_by_one_that_says_it_all_and_more() -> None:
    short = "Parliament voted 78 to 71 on Friday to release a second instalment to San Amaro."
    long = "Parliament voted 78 to 71 on Friday night to release a second instalment to San Amaro, after a long debate."
    assert supports(short, long)
    assert not supports(
        long.replace("after a long debate", "which Mr. Ekdal of the Farmers' League opposed to the end"), short
    )


def test_another_number_a_negation_or_an_antonym_is_no_support() -> None:
    said = "The ferry Skerry Venture put 212 people ashore at Punta Ceniza on Sunday morning."
    assert not supports(said, said.replace("212", "187"))
    court = "The court in Lindhaven allowed the ministry to resume transfers to San Amaro on Monday."
    assert not supports(court, court.replace("allowed", "did not allow"))
    rates = "The central bank decided to increase its main interest rate at the meeting on Thursday."
    assert not supports(rates, rates.replace("increase", "decrease"))


def test_equal_sentences_become_one_claim() -> None:
    texts = [FILLER[0], FILLER[1], FILLER[0]]
    claims = corroborate(texts, count_terms(texts, ["en"] * 3))
    assert [(claim.sentence, claim.also) for claim in claims] == [(0, ((2, 1.0),)), (1, ())]


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
