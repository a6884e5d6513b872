"""Who said what: the cases of cases/quotes.md, real articles, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases_file import load
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

import brief
from benchmarks.quotes.__main__ import table
from benchmarks.quotes.polnear import load as load_polnear
from benchmarks.quotes.score import count
from brief.findings.quotes import quotes
from brief.findings.quotes.marks import quotations
from brief.findings.quotes.said import Block, said
from brief.findings.quotes.speakers import Speakers
from brief.findings.quotes.tokens import tokens
from brief.model import Article, Quote, speakers
from brief.options import Options
from brief.pipeline import prepare

OTHER = "The harbour of Norvik was closed in January because of ice, as in most years since the war."


def found(*texts: str) -> tuple[Quote, ...]:
    return quotes(prepare([Article.from_text(text) for text in texts], Options(language="en")))


def shown(quote: Quote) -> str:
    speaker = ("" if quote.resolved else "?") + quote.speaker + (f" [{quote.role}]" if quote.role else "")
    return f"{quote.kind}: {speaker} | {' … '.join(c.exact for c in (quote.citation, *quote.continued))}"


@pytest.mark.parametrize(
    ("given", "expected"), [case[1:] for case in load("quotes")], ids=[case[0] for case in load("quotes")]
)
def test_case(given: str, expected: str) -> None:
    assert ("\n".join(map(shown, found(given))) or "nothing") == expected


def test_a_citation_is_the_text_between_its_offsets() -> None:
    articles = brief.read([ROOT / "samples" / "articles"])
    prepared = prepare(articles, Options())
    texts = {f"s{number + 1}": article.text for number, article in enumerate(prepared.articles)}
    cited = [
        c for q in quotes(prepared) for c in (q.citation, *q.continued, *q.also_in, *([q.named] if q.named else []))
    ]
    assert len(cited) > 200
    assert all(texts[c.source][c.start : c.end] == c.exact for c in cited)


def test_words_of_a_wire_story_are_one_quotation_with_every_source() -> None:
    prepared = prepare(brief.read([ROOT / "samples" / "articles"]), Options())
    heard = [quote for quote in quotes(prepared) if "has not been heard" in quote.citation.exact]
    assert [(quote.speaker, quote.role, len(quote.also_in)) for quote in heard] == [("Annika Thorsen", "Judge", 2)]


def test_the_named_speaker_of_equal_words_is_kept() -> None:
    quotation = "“A person who is handed a notice he cannot read has not been heard,”"
    one = f"{OTHER}\n{quotation} he wrote."
    other = f"{OTHER}\n{quotation} Judge Annika Thorsen wrote."
    kept = [quote for quote in found(one, other) if quote.kind == "direct"]
    assert [(quote.speaker, quote.citation.source, [c.source for c in quote.also_in]) for quote in kept] == [
        ("Annika Thorsen", "s2", ["s1"])
    ]


def test_excluded_sentences_are_not_quoted() -> None:
    text = f"{OTHER}\nSponsored\n“Our rates are the best,” said Peder Lind, a banker.\n{OTHER}"
    prepared = prepare([Article.from_text(text)], Options(language="en"))
    usable = {sentence.text for sentence in prepared.usable}
    assert all(any(quote.citation.exact in sentence for sentence in usable) for quote in quotes(prepared))


def test_the_index_joins_a_surname_and_counts_words_once() -> None:
    one = f"{OTHER}\n“We will appeal,” Secretary of State Marco Ruvio said on Monday.\nMr. Ruvio said the order was wrong."
    other = "The ferry sailed late.\n“It is a model for the region,” Ruvio said in Norvik."
    index = speakers(found(one, other))
    assert [(one.name, one.role, len(one.quotes), one.sources) for one in index] == [
        ("Marco Ruvio", "Secretary of State", 3, ("s1", "s2"))
    ]


def test_the_index_leaves_out_who_is_not_resolved_and_prefers_an_office() -> None:
    text = (
        "Officials said the road was closed.\n“We are asking,” said Leonie Hartwick, who leads the case.\n"
        "Leonie Hartwick, a lawyer with the centre, said it was late."
    )
    assert [(one.name, one.roles) for one in speakers(found(text))] == [
        ("Leonie Hartwick", ("a lawyer with the centre", "who leads the case"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and «no».", ["“yes”", "«no»"]),
        ("It isn't 5'10\" but 6'2\" tall.", []),
        ("The lawyers' ‘plan’ isn’t it.", ["‘plan’"]),
        ("''Working full time,'' she said.", ["''Working full time,''"]),
        ("“Never closed, and on", ["“Never closed, and on"]),
        ('“Closed with the wrong mark," he said.', ['“Closed with the wrong mark,"']),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text, "en")] == expected


def test_german_marks() -> None:
    text = "„Wir warten“, sagte er. »Nicht mehr lange«, sagte sie."
    assert [text[start:end] for start, end in quotations(text, "de")] == ["„Wir warten“", "»Nicht mehr lange«"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Wir haben keine Betten mehr“, sagte die Ärztin Nuria Belmonte am Montag.", ["Nuria Belmonte"]),
        ("de", "Innenminister Henrik Aldane erklärte: „Das stimmt so nicht.“", ["Henrik Aldane"]),
        ("de", "„Das genügt nicht“, sagte die Sprecherin des Ministeriums. »Nein«, sagte sie.", ["?sie"]),
        ("es", "«No digo que falte», señaló el contralor general, Julio Peñalver.", ["Julio Peñalver"]),
        ("es", "La ministra Beatriz Leal dijo: «No hay oferta».", ["Beatriz Leal"]),
        ("fr", "« Nous n’avons plus de lits », a déclaré la ministre Beatriz Leal lundi.", ["Beatriz Leal"]),
        ("pt", "“Não há camas”, disse a médica Nuria Belmonte.", ["Nuria Belmonte"]),
    ],
)
def test_other_languages_have_direct_quotations(language: str, text: str, expected: list[str]) -> None:
    spans = [(0, len(text))]
    everything = said(text, [Block(0, tuple(spans))], language)
    speakers_of = Speakers(text, everything)
    found = [speakers_of.of(one, None) for one in everything]
    assert [("" if one.resolved else "?") + one.text for one in found] == expected


def test_the_benchmark_reads_standoff_files_and_scores_by_its_rule(tmp_path: Path) -> None:
    text = "“We will appeal,” said Henrik Aldane. “It is a mistake.” The road, officials feared, was lost.\n"
    folder = tmp_path / "data" / "test"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "one.txt").write_text(text, "utf-8")
    marks = {
        "T1": "Source 23 36",
        "T2": "Cue 18 22",
        "T3": "Content 0 17;38 56",
        "T4": "Source 67 76",
        "T5": "Content 57 65",
    }
    rows = [f"{key}\t{spans}\tx" for key, spans in marks.items()]
    events = ["E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3", "E2\tSource:T4 Content:T5"]
    (folder / "attributions" / "one_0a1b.ann").write_text("\n".join([*rows, *events]), "utf-8")
    counts = count(load_polnear(tmp_path, "test"))
    assert (counts.right["direct"], counts.found["direct"]) == (1, 1)
    assert (counts.recalled["direct"], counts.marked["direct"]) == (1, 1)
    assert (counts.recalled["indirect"], counts.marked["indirect"]) == (0, 1)
    assert "| direct | 1.000 | 1 | 1.000 | 1 |" in table(counts)


PIECES = st.sampled_from(
    [
        *"“”\"‘’'«»,.:;—()?!",
        " ",
        "\n",
        "said",
        "who",
        "he",
        "Aldane",
        "Mr.",
        "that",
        "the",
        "told",
        "according to",
        "’s",
        "of",
        "X1",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=80).map(" ".join))
def test_any_text_gives_spans_inside_its_paragraphs(text: str) -> None:
    ends = [place for place, letter in enumerate(text + "\n") if letter == "\n"]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
    blocks = [Block(number, (span,)) for number, span in enumerate(spans)]
    for one in said(text, blocks, "en"):
        assert one.pieces
        assert all(any(a <= start < end <= b for a, b in spans) for start, end in one.pieces)
        assert one.source is None or text[slice(*one.source)].strip()


@given(st.lists(PIECES, max_size=30).map(" ".join), st.integers(0, 9))
def test_tokens_stand_where_they_say_and_hold_all_but_white_space(text: str, start: int) -> None:
    parts = tokens(text, start)
    spans = [parts.span(place, place + 1) for place in range(len(parts))]
    assert [text[first - start : last - start] for first, last in spans] == list(parts.text)
    assert "".join(parts.text) == "".join(text.split())


@pytest.mark.parametrize(
    "word", ["who ", "said ", "“a” ", "“", "'A'", "he said, ", "of the ", "Mr. X said he said. ", "said who "]
)
def test_long_nonsense_is_read_to_its_end(word: str) -> None:
    text = f"{OTHER} {word * 3000}"
    prepared = prepare([Article.from_text(text)], Options(language="en"))
    assert all(quote.citation.exact in text for quote in quotes(prepared))
