"""What is no text of the article is marked, with a reason; nothing is cut."""

import pytest
from cases_file import load
from hypothesis import given
from hypothesis import strategies as st

from brief.clean import clean
from brief.model import Article
from brief.paragraphs import paragraphs


@pytest.mark.parametrize(("title", "text", "expected"), load("clean"), ids=lambda value: None)
def test_case(title: str, text: str, expected: str) -> None:
    article = Article(text=text, language="en")
    parts = paragraphs(article)
    reasons = {span.start: span.reason for span in clean(article, parts).excluded}
    assert [reasons.get(part.start, "text") for part in parts] == expected.split("\n"), title


@given(st.text(max_size=300))
def test_cleaning_never_changes_the_text(text: str) -> None:
    article = Article(text=text, language="en")
    cleaned = clean(article, paragraphs(article))
    assert cleaned.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in cleaned.excluded)
