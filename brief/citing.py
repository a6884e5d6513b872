"""How a place in a source is named: source letters, sentence ids, citations. A leaf."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Article, Citation, Sentence

CONTEXT = 32  # characters of prefix and suffix, as the W3C Web Annotation text quote selector is commonly made


def label(index: int) -> str:
    """Return the letter of a source: A … Z, AA, AB, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def source_id(article: int) -> str:
    """Return the id of the source at this index: s1, s2, …"""
    return f"s{article + 1}"


def sentence_id(sentence: Sentence) -> str:
    """Return source letter and sentence number: c7."""
    return f"{label(sentence.article).lower()}{sentence.number}"


def cite(articles: Sequence[Article], article: int, start: int, end: int, context: int = CONTEXT) -> Citation:
    """Return the citation of `articles[article].text[start:end]` with `context` characters around it."""
    text = articles[article].text
    return Citation(
        source=source_id(article),
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - context) : start],
        suffix=text[end : end + context],
    )


def cite_sentence(articles: Sequence[Article], sentence: Sentence, context: int = CONTEXT) -> Citation:
    """Return the citation of a whole sentence."""
    return cite(articles, sentence.article, sentence.start, sentence.end, context)
