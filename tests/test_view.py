"""What templates are given: finished words, marked evidence, and an error for an id that leads nowhere."""

from __future__ import annotations

import msgspec
import pytest
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.errors import InvalidBriefing
from brief.model import AlsoIn, Excluded
from brief.render.views.view import view
from brief.render.words import human_date, listed, printable, ranges, web_link


def test_every_statement_is_printed_in_full_exactly_once() -> None:
    for each in (briefing(), long_briefing()):
        printed = [statement.id for statement in view(each).statements]
        assert sorted(printed) == sorted(statement.id for statement in each.statements)


def test_a_statement_of_two_sections_is_printed_in_the_first() -> None:
    one = briefing()
    first, second, *rest = one.sections
    twice = msgspec.structs.replace(second, statements=(first.statements[1], *second.statements))
    shown = view(msgspec.structs.replace(one, sections=(first, twice, *rest)))
    assert [s.id for s in shown.sections[1].statements] == ["b7", "b8", "c6"]
    pointer = shown.sections[1].above[0]
    assert (pointer.chips[0].label, pointer.place) == ("B2", "under Economy")


def test_pieces_of_evidence_are_the_passage_again() -> None:
    one = briefing()
    for source, drawn in zip(one.sources, view(one).sources, strict=True):
        texts = ["".join(piece.text for piece in passage.pieces) for passage in drawn.passages]
        assert texts == [passage.text for passage in source.passages]


def test_evidence_is_marked_where_it_is_quoted_repeated_or_left_out() -> None:
    pieces = [piece for passage in view(briefing()).sources[0].passages for piece in passage.pieces]
    marked = [(p.number, p.quoted, p.same, p.excluded) for p in pieces if p.quoted or p.same or p.excluded]
    assert marked == [
        ("A1", (), (), "heading"),
        ("A2", ("a2",), (), ""),
        ("A4", (), ("b6",), ""),
        ("A6", (), (), "sponsored"),
        ("A7", (), ("c2",), ""),
        ("A9", (), (), "repeat"),
    ]


def test_spans_that_overlap_or_leave_the_passage_do_no_harm() -> None:
    one = briefing()
    source = one.sources[0]
    odd = (Excluded(0, 10**9, "all of it"), Excluded(5, 5, "nothing"), Excluded(70, 20, "backwards"))
    drawn = view(
        msgspec.structs.replace(one, sources=(msgspec.structs.replace(source, excluded=odd), *one.sources[1:]))
    )
    text = "".join(piece.text for piece in drawn.sources[0].passages[1].pieces)
    assert text == source.passages[1].text


def test_sentences_between_passages_are_counted() -> None:
    one = briefing()
    source = msgspec.structs.replace(one.sources[0], passages=(one.sources[0].passages[1], one.sources[0].passages[4]))
    drawn = view(msgspec.structs.replace(one, sources=(source, *one.sources[1:]))).sources[0]
    assert [passage.gap for passage in drawn.passages] == ["1 sentence not shown", "3 sentences not shown"]
    assert drawn.missing == "2 sentences not shown"


def test_without_evidence_marks_lead_to_the_source() -> None:
    one = briefing()
    sources = tuple(msgspec.structs.replace(source, passages=()) for source in one.sources)
    shown = view(msgspec.structs.replace(one, sources=sources))
    assert not shown.has_evidence
    assert {(s.chip.target, s.chip.evidence) for s in shown.statements} == {
        ("source-a", False), ("source-b", False), ("source-c", False),
    }  # fmt: skip
    assert "Verbatim check" not in {fact.label for fact in shown.glance}


def test_a_quotation_that_is_not_in_the_evidence_is_not_called_checked() -> None:
    one = briefing()
    section = one.sections[0]
    statement = section.statements[0]
    wrong = msgspec.structs.replace(statement.citations[0], exact="Never said.")
    false = msgspec.structs.replace(statement, citations=(wrong,))
    sections = (msgspec.structs.replace(section, statements=(false, *section.statements[1:])), *one.sections[1:])
    glance = {fact.label: fact.value for fact in view(msgspec.structs.replace(one, sections=sections)).glance}
    assert glance["Verbatim check"] == "9 of 10"


def test_the_same_text_is_carried_and_other_words_are_a_report() -> None:
    statements = {statement.id: statement for statement in view(briefing()).statements}
    assert [words for words, _ in statements["b6"].also] == ["also carried by"]  # A and B are of one origin
    assert [words for words, _ in statements["c2"].also] == ["also reported by"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"bottom_line": ("z9",)}, "names statement z9, which no section holds"),
        ({"key_points": ("z8",)}, "names statement z8"),
        ({"sources": ()}, "names s1, which is no source"),
    ],
)
def test_an_id_that_leads_nowhere_is_told(changes: dict[str, tuple[str, ...]], says: str) -> None:
    with pytest.raises(InvalidBriefing, match=says):
        view(msgspec.structs.replace(briefing(), **changes))


def test_a_statement_with_a_source_that_is_gone_is_told() -> None:
    one = briefing()
    lost = msgspec.structs.replace(
        one.sections[0].statements[0], also_in=(AlsoIn("s99", 0, 1, "x", 1.0, "says the same"),)
    )
    section = msgspec.structs.replace(one.sections[0], statements=(lost, *one.sections[0].statements[1:]))
    with pytest.raises(InvalidBriefing, match="names s99, which is no source"):
        view(msgspec.structs.replace(one, sections=(section, *one.sections[1:])))


def test_an_empty_briefing_has_a_name_and_no_date() -> None:
    shown = view(empty_briefing())
    assert (shown.title, shown.date, shown.facts) == ("Briefing", "", ("1 article", "88 words read"))


def test_words() -> None:
    assert human_date("2025-04-14T06:00:00Z") == "14 April 2025"
    assert human_date("last Tuesday\n") == "last Tuesday"
    assert human_date(None) == ""
    assert [listed("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert ranges(["A4", "A5", "A6", "B1", "B3", "AA4"]) == ("A4–6", "B1", "B3", "AA4")
    assert printable("a\x00\u202eb\tc\ud800") == "a  b\tc "


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://news.example/a?b=c&d", "https://news.example/a?b=c&d"),
        ("  HTTP://news.example/ ", "HTTP://news.example/"),
        ("javascript:alert(1)", ""),
        ("https://user:secret@news.example/", ""),
        ("https://news.example/a b", ""),
        ("https:///nowhere", ""),
        ("https://[broken", ""),
        ("//news.example/", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_are_links(address: str | None, link: str) -> None:
    assert web_link(address) == link
