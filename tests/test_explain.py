"""Explain: what is said about the choice is true of the sources and of the page."""

from __future__ import annotations

import itertools
import json

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_briefing import briefing as by_hand
from sample_briefing import long_briefing

import brief
from brief import language
from brief.errors import InvalidBriefing, UsageError
from brief.model import Article, Briefing, Citation, from_json, one_line, schema
from brief.model.text import short_json
from brief.render.pages.html import to_html
from brief.render.text.explain import explained


@pytest.fixture(scope="module", params=["coverage", "lexrank", "flat"])
def built(request: pytest.FixtureRequest, samples: list[Article]) -> Briefing:
    options = {"flat": True} if request.param == "flat" else {"ranker": request.param}
    return brief.build(samples, brief.Options(words=200, **options))


def stems(text: str, code: str) -> list[str]:
    return language.stems(text, code)


def holds(article: Article, words: str, *, pairs: bool) -> bool:
    """Tell whether an article has the words, and every pair of neighbours of which one is no function word."""
    own, wanted = stems(article.text, article.language or "en"), stems(words, "en")
    stop = {stem for word in language.stop_words("en") for stem in stems(word, "en")}
    neighbours = set(itertools.pairwise(own))
    content = {stem for stem in wanted if stem not in stop}
    if not pairs:
        return content <= set(own)
    return all(pair in neighbours for pair in itertools.pairwise(wanted) if not set(pair) <= stop)


def test_concepts_stand_in_the_sentence_and_in_the_sources(built: Briefing, samples: list[Article]) -> None:
    articles = {f"s{number}": article for number, article in enumerate(samples, 1)}
    origins = {source.id: source.origin for source in built.sources}
    pairs = built.generator.options["ranker"] == "coverage"
    for statement in built.statements:
        assert statement.why
        assert 1 <= len(statement.why.concepts) <= 8
        assert sum(concept.weight for concept in statement.why.concepts) <= 1.01
        for concept in statement.why.concepts:
            assert concept.words in one_line(statement.citations[0].exact).replace("**", "")
            assert statement.citations[0].source in concept.sources
            assert concept.origins == len({origins[source] for source in concept.sources})
            assert [s for s in concept.sources if not holds(articles[s], concept.words, pairs=pairs)] == []


def test_weights_are_in_order_and_shares(built: Briefing) -> None:
    for statement in built.statements:
        assert statement.why
        weights = [concept.weight for concept in statement.why.concepts]
        assert weights == sorted(weights, reverse=True)
        assert 0 <= statement.why.covered < 1
    assert any(statement.why and statement.why.covered == 0 for statement in built.statements)


def test_rivals_and_runners_up_are_verbatim_and_not_printed(built: Briefing, samples: list[Article]) -> None:
    articles = {f"s{number}": article for number, article in enumerate(samples, 1)}
    labels = {source.id: source.label.lower() for source in built.sources}
    printed = {statement.id for statement in built.statements}
    whys = [statement.why for statement in built.statements if statement.why]
    rivals = [why.rival for why in whys if why.rival]
    assert rivals
    for other in (*rivals, *built.runners_up):
        citation: Citation = other.citation
        assert other.id not in printed
        assert other.id.startswith(labels[citation.source])
        assert citation.exact == articles[citation.source].text[citation.start : citation.end]


def test_verify_reads_them_again(built: Briefing, samples: list[Article]) -> None:
    assert brief.verify(built, samples).ok
    first = built.runners_up[0]
    false = msgspec.structs.replace(first, citation=msgspec.structs.replace(first.citation, exact="Never said."))
    outcome = brief.verify(msgspec.structs.replace(built, runners_up=(false,)), samples)
    assert [failure.what for failure in outcome.failures] == [f"{first.id.upper()} (not printed)"]
    assert outcome.verified == outcome.total


def test_runners_up_are_the_sentences_that_did_not_fit(built: Briefing) -> None:
    over = {one for left in built.left_out if left.reason == "over budget" for one in left.sentences}
    assert len(built.runners_up) == 10
    assert {runner.id for runner in built.runners_up} <= over
    scores = [runner.score for runner in built.runners_up]
    assert scores == sorted(scores, reverse=True)
    labels = {theme.label for theme in built.coverage.themes}
    assert {runner.theme for runner in built.runners_up} <= labels


def test_a_rival_that_says_the_same_lost_for_that() -> None:
    one = "The court in Lindhaven stopped the transfer of 64 asylum seekers to San Amaro on Tuesday evening."
    more = one.replace("on Tuesday evening", "on Tuesday evening after a hearing of three hours")
    own = "Doctors in the camp counted 31 cases of gastroenteritis among the 187 people held at Punta Ceniza."
    made = brief.build([Article.from_text(f"{one} {own}"), Article.from_text(more)], brief.Options(words=60))
    (statement,) = (s for s in made.statements if "64 asylum seekers" in s.text)
    assert statement.why
    assert statement.why.rival
    assert statement.why.rival.lost == "says the same"
    assert statement.why.rival.citation.exact in {one, more} - {statement.text}


def test_one_sentence_has_no_rival_and_no_runner_up() -> None:
    made = brief.build([Article.from_text("Court stops flight to San Amaro.")])
    (statement,) = made.statements
    assert statement.why
    assert (statement.why.rival, made.runners_up) == (None, ())


def test_json_round_trip_schema_and_size(built: Briefing) -> None:
    text = built.to_json()
    assert from_json(text) == built
    jsonschema.validate(json.loads(text), schema(), cls=jsonschema.Draft202012Validator)
    with pytest.raises(brief.InvalidBriefing, match="unknown field"):
        from_json(text.replace('"covered"', '"surprise": 1, "covered"', 1))
    bare = msgspec.structs.replace(
        built,
        runners_up=(),
        sections=tuple(
            msgspec.structs.replace(s, statements=tuple(msgspec.structs.replace(one, why=None) for one in s.statements))
            for s in built.sections
        ),
    )
    indented = json.dumps(json.loads(bare.to_json()), indent=2, ensure_ascii=False)
    assert len(text.encode()) < 1.4 * len(indented.encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='[]{}",:\\\n a'),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(alphabet='[]{}",:\\\n a'), inner),
)


@given(JSON)
def test_short_json_is_the_same_json(value: object) -> None:
    indented = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    assert json.loads(short_json(indented)) == value


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_text_of_one_statement() -> None:
    text = explained(by_hand(), ["B6"])
    assert text.startswith("B6    The rebuilding will cost 84 million and take two years, harbour master\n      Ines")
    for said in (
        "Place         in the bottom line, under Economy",
        "Origins       1 origin; also carried by A4",
        "Theme terms   Economy: court",
        "Adds          31% “84 million”, in A, B (1 origin)",
        "12% “rebuilding”, in B",
        "Said before   40% of what it says",
        "Nearest rival A4  Harbour master Ines Okafor said",
        "Not printed: it says the same as a printed sentence.",
    ):
        assert said in text
    assert max(map(len, text.splitlines())) <= 80


def test_all_are_explained_when_none_is_named(built: Briefing) -> None:
    text = explained(built)
    assert [line.split()[0].lower() for line in text.splitlines() if line[:1].strip()] == [
        statement.id for statement in built.statements
    ]
    assert ("holds without any one source" in text) == any(s.stability == 1 for s in built.statements)


def test_what_did_not_fit_is_listed() -> None:
    text = explained(by_hand(), left_out=True)
    assert text.startswith("Best sentences that did not fit")
    assert "A3    The wall, built in 1961" in text
    assert "+0.10 · Economy · A Port of Lindhaven" in text
    assert "B6" not in text
    assert "No sentence was left" in explained(long_briefing(), left_out=True)


def test_an_unknown_id_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no statement z9 in this briefing: it has a2, b2, b6"):
        explained(by_hand(), ["z9"])


def test_a_reason_that_names_no_source_is_told() -> None:
    one = by_hand()
    lost = msgspec.structs.replace(one.runners_up[0].citation, source="s99")
    runner = msgspec.structs.replace(one.runners_up[0], citation=lost)
    with pytest.raises(InvalidBriefing, match="s99"):
        explained(msgspec.structs.replace(one, runners_up=(runner,)))


def test_old_terminals_get_plain_characters() -> None:
    assert explained(by_hand(), encoding="ascii").isascii()


def test_the_page_says_it_behind_a_fold() -> None:
    page = to_html(by_hand())
    assert page.count('<details class="why">') == 1
    fold = page[page.index('<details class="why">') :]
    assert "<q>84 million</q>" in fold[: fold.index("</details>")]
