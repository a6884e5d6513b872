"""Source lists: what other programs read is what the briefing says, whatever stands in a title."""

from __future__ import annotations

import json
import re

import bibtexparser
import msgspec
import pytest
import rispy
from hostile import HOSTILE, naughty_strings
from hypothesis import given
from hypothesis import strategies as st
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.model import Briefing, Source
from brief.render.office.references import LATEX, references, to_bibtex, to_csl_json, to_ris
from brief.render.words import line

URL = "https://news.example/lindhaven"


def of(**values: object) -> Briefing:
    """Return the sample briefing with one source of these values."""
    return msgspec.structs.replace(briefing(), sources=(msgspec.structs.replace(briefing().sources[0], **values),))


def from_bibtex(text: str) -> list[dict[str, str]]:
    """Read BibTeX with bibtexparser; its fields without our second pair of braces and with LaTeX's words read back."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [
        {"type": entry.entry_type, "key": entry.key, **{field.key: unlatex(field.value) for field in entry.fields}}
        for entry in library.entries
    ]


def unlatex(value: str) -> str:
    words = {latex: character for character, latex in LATEX.items()}
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], inner)


def test_bibtex_as_somebody_read_it() -> None:
    first, second, _third = to_bibtex(briefing()).split("\n\n")
    assert first == (
        "@article{lindhaven-post-2025-a,\n"
        "  author = {{M. Castellan}},\n"
        "  title = {{Port of Lindhaven to close its northern basin for two years}},\n"
        "  journal = {The Lindhaven Post},\n"
        "  date = {2025-04-14},\n"
        "  url = {https://news.example/lindhaven},\n"
        "  langid = {english},\n"
        "  label = {A},\n"
        "}"
    )
    assert second.startswith("@misc{council-backs-harbour-works-2025-b,\n  title = {{Council backs harbour works")


def test_ris_as_somebody_read_it() -> None:
    assert to_ris(of()) == "\r\n".join(
        (
            "TY  - NEWS",
            "ID  - lindhaven-post-2025-a",
            "LB  - A",
            "TI  - Port of Lindhaven to close its northern basin for two years",
            "AU  - M. Castellan",
            "T2  - The Lindhaven Post",
            "PY  - 2025",
            "DA  - 2025/04/14",
            "UR  - https://news.example/lindhaven",
            "LA  - en",
            "ER  - ",
            "",
        )
    )


def test_csl_json_as_somebody_read_it() -> None:
    assert json.loads(to_csl_json(of())) == [
        {
            "id": "lindhaven-post-2025-a",
            "type": "article-newspaper",
            "citation-label": "A",
            "title": "Port of Lindhaven to close its northern basin for two years",
            "container-title": "The Lindhaven Post",
            "author": [{"literal": "M. Castellan"}],
            "issued": {"date-parts": [[2025, 4, 14]]},
            "URL": "https://news.example/lindhaven",
            "language": "en",
        }
    ]


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2026-03-02", ("2026", "03", "02")),
        ("2026-03-02T06:00:00Z", ("2026", "03", "02")),
        ("2026-03", ("2026", "03")),
        ("2026", ("2026",)),
        ("2026-13-02", ()),
        ("Monday", ()),
        ("20260302", ()),
        (None, ()),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(published: str | None, parts: tuple[str, ...]) -> None:
    (one,) = references(of(published=published))
    assert one.date == parts


@pytest.mark.parametrize(
    ("publisher", "url", "types"),
    [
        ("The Post", URL, ("article-newspaper", "article", "NEWS")),
        ("The Post", None, ("article-newspaper", "article", "NEWS")),
        (None, URL, ("webpage", "online", "ELEC")),
        (None, "javascript:alert(1)", ("document", "misc", "GEN")),
        (None, None, ("document", "misc", "GEN")),
    ],
)
def test_types(publisher: str | None, url: str | None, types: tuple[str, str, str]) -> None:
    one = of(publisher=publisher, url=url)
    found = json.loads(to_csl_json(one))[0]["type"], from_bibtex(to_bibtex(one))[0]["type"], to_ris(one)[6:].split()[0]
    assert found == types


def test_keys_tell_all_sources_apart() -> None:
    keys = [one.key for one in references(long_briefing(120, 60))]
    assert len(set(keys)) == 60
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)
    (one,) = references(of(publisher="Süddeutsche Zeitung", published=None))
    assert one.key == "suddeutsche-zeitung-a"
    (one,) = references(of(publisher="人民日报"))
    assert one.key == "source-2025-a"


def test_braces_in_an_address_are_written_as_an_address_may_have_them() -> None:
    assert "url = {https://news.example/%7Bx%7D?a=1&b=50%25_},\n" in to_bibtex(
        of(url="https://news.example/{x}?a=1&b=50%25_")
    )


def read_back(text: str) -> None:
    """Check that three programs read the title, the author and the publisher as they are."""
    one = of(title=text, author=text, publisher=text)
    shown = line(text)
    (item,) = json.loads(to_csl_json(one))
    (entry,) = from_bibtex(to_bibtex(one))
    (record,) = rispy.loads(to_ris(one))
    title = references(one)[0].title  # the file's name when there is no title
    assert (item["title"], entry["title"], record["title"]) == (title, title, title)
    assert item.get("author", []) == ([{"literal": shown}] if shown else [])
    assert entry.get("author", "") == "".join(record.get("authors", [])) == shown
    assert entry.get("journal", "") == record.get("secondary_title", "") == shown


@given(st.text(max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    read_back(text)


@given(st.text('{}\\@%#"$&~^_,=\n\r- ER', max_size=20))
def test_what_the_formats_are_made_of_is_read_back(text: str) -> None:
    read_back(text)


def test_hostile_text_is_read_back() -> None:
    for text in (*HOSTILE, *naughty_strings()):
        read_back(text)


def test_all_sources_in_their_order(briefing: Briefing) -> None:
    def titles(sources: tuple[Source, ...]) -> list[str]:
        return [line(source.title) for source in sources]

    assert [one["title"] for one in json.loads(to_csl_json(briefing))] == titles(briefing.sources)
    assert [one["title"] for one in from_bibtex(to_bibtex(briefing))] == titles(briefing.sources)
    assert [one["title"] for one in rispy.loads(to_ris(briefing))] == titles(briefing.sources)


def test_a_source_without_anything_still_has_a_title() -> None:
    assert json.loads(to_csl_json(empty_briefing()))[0]["title"] == "Untitled"
