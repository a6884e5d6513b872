"""The promises, on the sample articles: verbatim, within budget, nothing twice, nothing lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import brief
from brief.errors import NothingToBrief, OptionError, ThemeError
from brief.model import Article, Briefing, from_json
from brief.standalone import why_dependent
from brief.verify import BRACKETS


def words(briefing: Briefing) -> int:
    return sum(len(BRACKETS.sub("", statement.text).split()) for statement in briefing.statements)


def test_every_quotation_is_verbatim(briefing: Briefing, samples: list[Article]) -> None:
    texts = {f"s{i + 1}": article.text for i, article in enumerate(samples)}
    for statement in briefing.statements:
        for part in (*statement.citations, *statement.also_in):
            assert part.exact == texts[part.source][part.start : part.end]
        assert (
            statement.citations[0].prefix
            == texts[statement.citations[0].source][
                max(0, statement.citations[0].start - 32) : statement.citations[0].start
            ]
        )


@pytest.mark.parametrize("budget", [20, 60, 100, 250, 600])
def test_the_budget_holds(samples: list[Article], budget: int) -> None:
    briefing = brief.build(samples, brief.Options(words=budget))
    assert budget - 45 <= words(briefing) <= budget


def test_no_sentence_twice_and_each_stands_alone(full_briefing: Briefing) -> None:
    texts = [statement.text for statement in full_briefing.statements]
    assert len(set(texts)) == len(texts)
    assert [why_dependent(text) for text in texts] == [""] * len(texts)


def test_every_sentence_read_is_printed_or_named_with_a_reason(briefing: Briefing) -> None:
    printed = [statement.id for statement in briefing.statements]
    left = [sentence for reason in briefing.left_out for sentence in reason.sentences]
    read = [f"{s.label.lower()}{n}" for s in briefing.sources for n in range(1, s.sentences + 1)]
    assert sorted(printed + left) == sorted(read)
    assert all(reason.reason for reason in briefing.left_out)


def test_what_must_be_left_out_is(briefing: Briefing) -> None:
    reasons = {reason.reason: set(reason.sentences) for reason in briefing.left_out}
    puff = next(source for source in briefing.sources if "global-horizons" in (source.path or ""))
    assert {f"f{n}" for n in range(1, 60)} & reasons["sponsored"]
    assert sum(span.reason == "repeat" for span in puff.excluded) >= 4
    assert all(puff.id != citation.source for s in briefing.statements for citation in s.citations)


def test_no_source_dominates(briefing: Briefing) -> None:
    sources = [statement.citations[0].source for statement in briefing.statements]
    assert max(map(sources.count, sources)) <= 0.6 * len(sources)


def test_the_bottom_line_is_two_or_three_of_the_statements(briefing: Briefing) -> None:
    assert 2 <= len(briefing.bottom_line) <= 3
    assert set(briefing.bottom_line) <= {statement.id for statement in briefing.statements}


def test_an_article_in_another_language_is_named_not_quoted(briefing: Briefing) -> None:
    spanish = next(source for source in briefing.sources if source.language == "es")
    assert all(spanish.id != s.citations[0].source for s in briefing.statements)
    assert [w.code for w in briefing.warnings if w.source == spanish.path] == ["other-language"]


@pytest.mark.parametrize("evidence", ["context", "full", "none"])
def test_evidence_is_cut_from_the_text(samples: list[Article], evidence: str) -> None:
    briefing = brief.build(samples, brief.Options(evidence=evidence))
    for source, article in zip(briefing.sources, samples, strict=True):
        for passage in source.passages:
            assert passage.text == article.text[passage.start : passage.end]
            for numbered in passage.sentences:
                assert passage.start <= numbered.start < numbered.end <= passage.end
        kept = {n.number for passage in source.passages for n in passage.sentences}
        cited = {int(s.id[1:]) for s in briefing.statements if s.citations[0].source == source.id}
        assert (kept >= cited) if evidence != "none" else not kept
        if evidence == "full":
            assert kept == set(range(1, source.sentences + 1))


def test_json_round_trip_and_schema(briefing: Briefing) -> None:
    import json

    import jsonschema

    from brief.model import schema

    text = briefing.to_json()
    assert from_json(text) == briefing
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(text), schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "broken",
    [b"", b"{}", b"[1]", b"\xff\xfe", b'{"version": "2.0"}'],
)
def test_what_is_no_briefing_is_refused(broken: bytes) -> None:
    with pytest.raises(brief.InvalidBriefing):
        from_json(broken)


def test_unknown_keys_and_other_versions_are_refused(briefing: Briefing) -> None:
    text = briefing.to_json()
    with pytest.raises(brief.InvalidBriefing, match="unknown field"):
        from_json(text.replace('"language"', '"surprise": 1, "language"', 1))
    with pytest.raises(brief.InvalidBriefing, match="version 2"):
        from_json(text.replace('"version": "1.0"', '"version": "2.0"', 1))


def test_summarize_is_a_flat_list_in_reading_order(samples: list[Article]) -> None:
    statements = brief.summarize(samples, words=100)
    assert 40 <= sum(len(s.text.split()) for s in statements) <= 100
    assert all(statement.themes == () for statement in statements)


def test_options_are_checked(samples: list[Article]) -> None:
    with pytest.raises(OptionError, match="words"):
        brief.Options(words=5)
    with pytest.raises(OptionError, match="ranker"):
        brief.build(samples, brief.Options(ranker="magic"))
    with pytest.raises(ThemeError):
        brief.build(samples, brief.Options(themes="magic"))


def test_an_article_of_one_sentence_is_briefed() -> None:
    (statement,) = brief.summarize([Article.from_text("Court stops flight to San Amaro.")])
    assert statement.text == "Court stops flight to San Amaro."


@pytest.mark.parametrize("text", ["", "   ", "…", "12 34", "中文新闻报道，关于移民法院的裁决。"])
def test_nothing_to_brief_says_so(text: str) -> None:
    with pytest.raises(NothingToBrief):
        brief.build([Article.from_text(text)])


def test_a_chinese_article_is_named_and_the_others_are_briefed(samples: list[Article]) -> None:
    chinese = Article.from_text("法院周一裁定，航班不得在三月听证会之前起飞。部长表示将上诉。" * 5, title="裁决")
    briefing = brief.build([*samples[:2], chinese])
    assert len(briefing.sources) == 2
    assert any("Chinese" in warning.message and warning.source == "裁决" for warning in briefing.warnings)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=4))
def test_any_text_is_briefed_verbatim_or_refused(texts: list[str]) -> None:
    try:
        articles = [Article.from_text(text) for text in texts]
        briefing = brief.build(articles, brief.Options(language="en", words=40))
    except NothingToBrief:
        return
    assert brief.verify(briefing, articles).ok
    assert from_json(briefing.to_json()) == briefing


def test_real_articles(shared_articles: Path) -> None:
    briefing = brief.build(brief.read(shared_articles))
    filled = {match.id for s in briefing.statements for match in s.themes}
    assert {"diplomacy", "due-process", "human-rights"} <= filled
    sources = [statement.citations[0].source for statement in briefing.statements]
    assert max(map(sources.count, sources)) <= 0.6 * len(sources)
    assert sources.count("s3") >= 4
    first = briefing.sources[0]
    assert sum(span.reason == "repeat" for span in first.excluded) == 4
    assert {"sponsored", "function words only"} <= {span.reason for span in briefing.sources[1].excluded}
