"""Hostile input is normal input: public suites of bad bytes, strings and markup never crash a run or lose a neighbour."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

from test_read import PARAGRAPHS

import brief
from brief.drawing import USUAL
from brief.errors import UnreadableSource
from brief.model import Article
from brief.read.html import Extractor, read_html
from brief.read.text import decode
from brief.render import RENDERERS

SENTENCE = "The court in Lindhaven ruled on Monday that {} may not leave the harbour before the hearing in March."


def byte_cases(path: Path) -> list[tuple[str, bytes]]:
    """Return number and bytes of each case of utf8tests.txt."""
    lines = re.findall(r"^([\d.]+):(?:in)?valid hex:([0-9A-Fa-f ]+)", path.read_text("ascii"), re.MULTILINE)
    return [(number, bytes.fromhex(digits)) for number, digits in lines]


def test_any_bytes_are_text_or_a_clear_error(suites: Path) -> None:
    cases = byte_cases(suites / "utf8tests.txt")
    assert len(cases) > 150
    for number, raw in cases:
        padded = b"The judge said " + raw + b" on Monday in the court of Lindhaven, to everybody who was there."
        try:
            text, _ = decode(padded, number)
        except UnreadableSource as error:
            assert number in str(error)
        else:
            assert text.startswith("The judge said ")


def test_naughty_strings_are_quoted_verbatim_in_every_format(suites: Path) -> None:
    strings = [text for text in json.loads((suites / "blns.json").read_text("utf-8")) if text.strip()]
    articles = [
        Article.from_text(" ".join(SENTENCE.format(text) for text in strings[start : start + 40]), title=strings[start])
        for start in range(0, len(strings), 40)
    ]
    made = brief.build(articles, brief.Options(words=900, language="en", evidence="full"))
    assert brief.verify(made, articles).ok
    assert brief.model.from_json(made.to_json()) == made
    for suffix in set(RENDERERS) - {".pdf"}:
        assert RENDERERS[suffix](made, USUAL)
    page = made.to_html()
    assert "<script>alert" not in page
    assert "javascript:alert" not in re.sub(r">[^<]*<", "><", page)


def test_naughty_strings_in_a_pdf(suites: Path) -> None:
    strings = [text for text in json.loads((suites / "blns.json").read_text("utf-8")) if text.strip()]
    articles = [Article.from_text(" ".join(SENTENCE.format(text) for text in strings[:120]), title=strings[5])]
    made = brief.build(articles, brief.Options(words=400, language="en"))
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # scripts without a font on this machine; that they are named is tested elsewhere
        assert made.to_pdf().startswith(b"%PDF")


def test_markup_of_every_kind_is_an_article_or_a_clear_error(suites: Path) -> None:
    fragments = json.loads((suites / "html5lib_tree.json").read_text("utf-8"))
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    with Extractor() as extractor:
        for fragment in fragments[::12]:
            page = f"<html><body><article>{body}</article>{fragment}</body></html>"
            try:
                article = read_html(page.encode("utf-8", "replace"), "page.html", extractor)
            except UnreadableSource as error:
                assert "page.html" in str(error)
            else:
                assert article.text.strip()


def test_formulas_of_spreadsheets_are_text(suites: Path) -> None:
    formulas = json.loads((suites / "csvinj.json").read_text("utf-8"))
    articles = [Article.from_text(" ".join(SENTENCE.format(text) for text in formulas))]
    assert brief.verify(brief.build(articles), articles).ok
