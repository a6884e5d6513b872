"""Reading: every kind of source, its metadata, and what is done with bytes that are no article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.errors import UnreadableSource
from brief.read import collect
from brief.read.dates import iso_date
from brief.read.text import decode, find_title, make_safe

PAGE = """<!doctype html><html lang="en"><head><title>Court stops flight | The Gazette</title>
<meta property="og:title" content="Court stops flight"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2026-03-04T08:00:00Z"><meta name="author" content="Dana Ruiter"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Court stops flight</h1>
{paragraphs}</article><footer>© 2026 The Gazette</footer></body></html>"""
PARAGRAPHS = [
    "A judge in Lindhaven stopped a chartered plane with 64 asylum seekers aboard late on Tuesday evening.",
    "The order bars every transfer under the agreement with San Amaro until a full hearing later in March.",
    "The interior ministry said it would appeal, and that the first group would stay in the camp for now.",
]


def page() -> str:
    return PAGE.format(paragraphs="".join(f"<p>{text}</p>" for text in PARAGRAPHS))


def test_a_saved_page_gives_text_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (article,) = brief.read(tmp_path)
    assert all(text in article.text for text in PARAGRAPHS)
    assert "World" not in article.text
    assert (article.title, article.author, article.published) == ("Court stops flight", "Dana Ruiter", "2026-03-04")
    assert article.pipeline[0] == "decode/utf-8@1"
    assert article.pipeline[1].startswith("extract/trafilatura@")


def test_front_matter_gives_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    source = '---\ntitle: "The list"\nauthor: Femke Aldous\ndate: 2026-03-03\nsource: The Courier\n---\n\nThe camp has 187 names.\n'
    (tmp_path / "a.md").write_text(source, "utf-8")
    (article,) = brief.read(tmp_path)
    assert article.text == source
    assert (article.title, article.author, article.published) == ("The list", "Femke Aldous", "2026-03-03")
    assert article.publisher == "The Courier"
    assert source[article.excluded[0].start : article.excluded[0].end].endswith("---")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "A deck that says it all.\nThe Title Here\n\nThe Title Here\nAnother deck line here.\nLong body text of it.",
            "The Title Here",
        ),
        (
            "in ,\n\nAlliance: A New Approach\n\nThe collaboration has gathered significant attention.",
            "Alliance: A New Approach",
        ),
        ("\nThe president is to meet his guest on Monday.\nThe guest has a nickname.", ""),
        (
            "TRM0417  4 EUR  MIGRATION-COURT\nWed Mar 4 2026 09:52 GMT\n\nCourt halts flight\n\nA judge stopped a plane.",
            "Court halts flight",
        ),
    ],
)
def test_the_title_of_plain_text(text: str, title: str) -> None:
    assert find_title(text)[0] == title


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("Iván said".encode(), "Iván said", "utf-8"),
        (b"\xef\xbb\xbfIv\xc3\xa1n", "Iván", "utf-8-sig"),
        ("Iván “said”".encode("cp1252"), "Iván “said”", "cp1252"),
        ("Iván".encode("utf-16"), "Iván", "utf-16"),
    ],
)
def test_decoding(raw: bytes, text: str, encoding: str) -> None:
    assert decode(raw, "a.txt") == (text, encoding)


@given(st.text())
def test_unsafe_characters_are_replaced_one_for_one(text: str) -> None:
    safe = make_safe(text)
    assert len(safe) == len(text)
    safe.encode("utf-8")
    assert not any(c in safe for c in "\x00\x1b\u202e\u2066")


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_clear_error(raw: bytes) -> None:
    try:
        text, _ = decode(raw, "a.txt")
    except UnreadableSource as error:
        assert "a.txt" in str(error)
    else:
        assert isinstance(text, str)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T08:00:00+00:00", "2026-03-04T08:00:00Z"),
        ("March 4, 2026", "2026-03-04"),
        ("8 March 2026", "2026-03-08"),
        ("03/04/2026", None),
        ("2026-13-40", None),
        ("yesterday evening", None),
        (None, None),
    ],
)
def test_dates(value: str | None, iso: str | None) -> None:
    assert iso_date(value) == iso


def test_folders_globs_and_standard_input(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.md", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The court ruled on Monday. It was late.", "utf-8")
    assert [a.path for a in brief.read(tmp_path)] == ["a.txt", "b.txt", "sub/c.md"]
    assert [a.path for a in brief.read(str(tmp_path / "*.txt"))] == ["a.txt", "b.txt"]
    (notice,) = collect([str(tmp_path)]).notices
    assert "picture.png" in notice.message
    reading = collect(["-"], stdin=lambda: page().encode())
    assert reading.articles[0].title == "Court stops flight"


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The court ruled on Monday.", "utf-8")
    path = str(tmp_path / "a.txt")
    assert len(collect([path, path]).articles) == 1


@pytest.mark.parametrize(
    ("name", "raw", "code", "said"),
    [
        ("empty.txt", b"", "empty", "save the article again"),
        ("blank.txt", b" \n\n ", "empty", "save the article again"),
        ("binary.txt", bytes(range(256)) * 4, "binary", "give the article as .txt"),
        ("scan.pdf", b"%PDF-1.7\n", "type", "pdftotext"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no-text", "reader view"),
        ("huge.html", b"<html>" + b"<p>x</p>" * 1_100_000, "too-large", "reader view"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_next_step(
    tmp_path: Path, name: str, raw: bytes, code: str, said: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text("The court ruled on Monday.", "utf-8")
    reading = collect([str(tmp_path / name), str(tmp_path / "good.txt")])
    assert [a.path for a in reading.articles] == ["good.txt"]
    (notice,) = reading.notices
    assert (notice.source, notice.code) == (name, code)
    assert said in notice.message


def test_missing_files_and_addresses(tmp_path: Path) -> None:
    reading = collect([str(tmp_path / "none.txt"), "https://example.org/a", str(tmp_path / "*.md"), str(tmp_path)])
    assert [n.code for n in reading.notices] == ["url", "missing", "empty-folder", "missing"]
    with pytest.raises(UnreadableSource, match=r"none\.txt"):
        brief.read(tmp_path / "none.txt")


def test_two_thousand_nested_divs_are_read_or_reported(tmp_path: Path) -> None:
    deep = "<div>" * 2000 + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>" * 2000
    (tmp_path / "deep.html").write_text(f"<html><body>{deep}</body></html>", "utf-8")
    reading = collect([str(tmp_path / "deep.html")])
    assert reading.articles or reading.notices[0].code == "no-text"
