"""Sentences are spans: exact, in order, and where a reader would put them."""

import itertools

import pytest
from cases_file import load
from hypothesis import given
from hypothesis import strategies as st

from brief.clean import clean
from brief.model import Article
from brief.paragraphs import paragraphs
from brief.split import spans_of, split


@pytest.mark.parametrize(("title", "text", "expected"), load("split"), ids=lambda value: None)
def test_case(title: str, text: str, expected: str) -> None:
    code, body = text[1:3], text[5:]
    article = Article(text=body, language=code)
    assert [body[start:end] for start, end in spans_of(article, 0, len(body))] == expected.split("\n"), title


@given(st.text(alphabet=st.sampled_from("aB .!?“”\"'\n\t1,:;()*_—ÄñU.S"), max_size=200))
def test_spans_are_exact_ordered_and_lose_nothing(text: str) -> None:
    article = Article(text=text, language="en")
    parts = paragraphs(article)
    sentences = split(clean(article, parts), 0, parts)
    for sentence in sentences:
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip() != ""
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    kept = "".join(sentence.text for sentence in sentences)
    dateline = sum(span.end - span.start for span in clean(article, parts).excluded if span.reason == "dateline")
    assert len("".join(kept.split())) + dateline >= len("".join(text.split()))


def test_a_dateline_stays_out_of_the_sentence() -> None:
    text = "PORT SABLE, March 4 (Transmare) - A judge stopped a plane on Tuesday."
    article = Article(text=text, language="en")
    parts = paragraphs(article)
    cleaned = clean(article, parts)
    assert [(text[e.start : e.end], e.reason) for e in cleaned.excluded] == [
        ("PORT SABLE, March 4 (Transmare) -", "dateline")
    ]
    assert [s.text for s in split(cleaned, 0, parts)] == ["A judge stopped a plane on Tuesday."]


def test_wrapped_lines_are_one_paragraph_and_long_lines_are_one_each() -> None:
    wrapped = (
        "The first group of asylum seekers reached the camp on\nSunday morning by ferry, officials of the interior\n"
        "ministry said, and were taken to the tents by bus.\n\nThe second group was to follow by plane on Tuesday\n"
        "night, but a judge stopped it forty-two minutes before\nit was due to leave the airfield at Carsby."
    )
    assert len(paragraphs(Article(text=wrapped))) == 2
    listed = "The first paragraph is one line.\nThe second paragraph is another line.\nThe third one ends it all."
    assert len(paragraphs(Article(text=listed))) == 3
