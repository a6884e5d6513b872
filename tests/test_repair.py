"""Names in [brackets]: only when one person can be meant, and nothing else is added."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.model import Article, Briefing, from_json
from brief.options import Options
from brief.people import MALE, genders, mentions, people
from brief.pipeline import prepare
from brief.quoting import printed
from brief.repair import first_mentions
from brief.standalone import why_dependent
from brief.verify import BRACKETS

SPOKE = "“The law has all but disappeared,” said Amanda Strayer, senior counsel at the Law Fund in Port Sable."
NEXT = "She criticized the minister's plan for two new camps on the northern coast."


def repaired(*sentences: str) -> list[str]:
    """Return the repaired sentences of an article; each sentence is a paragraph."""
    return list(prepare([Article.from_text("\n".join(sentences))], Options(language="en")).repaired.values())


def test_the_speaker_before_is_named() -> None:
    assert repaired(SPOKE, NEXT) == [NEXT.replace("She", "She [Amanda Strayer]")]


def test_a_possessive_and_an_attribution() -> None:
    assert repaired(SPOKE, "Her report on the camps names 14 guards and two doctors.") == [
        "Her [Amanda Strayer’s] report on the camps names 14 guards and two doctors."
    ]
    assert repaired(SPOKE, "“Nobody has counted the beds in Port Sable,” she said.") == [
        "“Nobody has counted the beds in Port Sable,” she [Amanda Strayer] said."
    ]
    assert repaired(SPOKE, "“Nobody has counted the beds in Port Sable,” said she.") == [
        "“Nobody has counted the beds in Port Sable,” said she [Amanda Strayer]."
    ]


@pytest.mark.parametrize(
    "before",
    [
        "A spokeswoman for the Law Fund told Amanda Strayer, senior counsel there, to wait in Port Sable.",
        "Judge Elin Storck met Amanda Strayer, senior counsel at the Law Fund, in Port Sable.",
        "Amanda Strayer, senior counsel at the Law Fund, said the minister had lied about the camp.",
        "The harbour of Port Sable was closed on Monday because of the storm.",
        "Mr. Amanda Strayer, senior counsel at the Law Fund, said the law had all but disappeared.",
        "Strayer’s report says that the law has all but disappeared from Port Sable.",
    ],
    ids=["role noun", "two people", "minister", "nobody", "other gender", "only the possessive"],
)
def test_nobody_is_named_when_another_could_be_meant(before: str) -> None:
    assert repaired(before, NEXT) == []


def test_a_sentence_between_the_two_prevents_it() -> None:
    assert repaired(SPOKE, "The harbour of Port Sable was closed on Monday because of the storm.", NEXT) == []


def test_another_fault_remains_a_fault() -> None:
    assert repaired(SPOKE, "“We had no choice. She said nothing at all about the two camps.") == []
    assert repaired(SPOKE, "She had counted eleven of the 41, and our guards had helped with it.") == []


def test_a_bracketed_name_stands_for_the_pronoun() -> None:
    assert why_dependent("She [Amanda Strayer] criticized the plan.") == ""
    assert why_dependent("She criticized the plan of Amanda Strayer.") == "pronoun"


def in_full(*sentences: str) -> list[str]:
    prepared = prepare([Article.from_text("\n".join(sentences))], Options(language="en"))
    return list(first_mentions(prepared, range(1, len(prepared.texts))).values())


KNOWN = "Interior Minister Henrik Aldane said on Monday that the first plane would leave on Tuesday."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mr. Aldane will appeal to the court in May.", "Mr. [Henrik] Aldane will appeal to the court in May."),
        ("Aldane will appeal to the court in May.", "[Henrik] Aldane will appeal to the court in May."),
        ("The court in May heard Aldane’s appeal alone.", "The court in May heard [Henrik] Aldane’s appeal alone."),
        ("Henrik Aldane will appeal to the court in May.", "Henrik Aldane will appeal to the court in May."),
        ("Lorna Aldane will appeal to the court in May.", "Lorna Aldane will appeal to the court in May."),
        ("“Aldane will appeal,” the court heard in May.", "“Aldane will appeal,” the court heard in May."),
    ],
)
def test_the_given_name_is_added(sentence: str, expected: str) -> None:
    assert in_full(KNOWN, sentence) == [expected]


def test_only_the_first_mention_is_completed() -> None:
    first, second = in_full(KNOWN, "Mr. Aldane will appeal to the court.", "Mr. Aldane spoke of a plane in Carsby.")
    assert first.startswith("Mr. [Henrik] Aldane")
    assert second.startswith("Mr. Aldane spoke")


def test_a_firm_that_bears_the_surname_keeps_it_bare() -> None:
    sale = "Aldane Ferries sold two ships to the port in May."
    assert in_full(KNOWN, sale, "The port paid Aldane a sum of two million in June.")[-1].startswith(
        "The port paid Aldane"
    )


def test_who_is_a_person() -> None:
    text = "Velmar Transit, the operator, met Agnes Maro, a former judge, and Mr. Knoop. Bertil Knoop said so in San Amaro."
    assert [person.full for person in people(text)] == ["Agnes Maro", "Bertil Knoop"]
    knoop = people(text)[1]
    assert genders(knoop, text) == {MALE}
    assert len(mentions(knoop, text)) == 2
    assert people("Goran Setik, the minister, met Pavle Setik, who is his brother.") == []


def test_a_repaired_statement_is_flagged_and_verified() -> None:
    articles = [Article.from_text(f"{SPOKE}\n{NEXT}")]
    briefing = brief.build(articles)
    statement = next(s for s in briefing.statements if "[" in s.text)
    assert "name-added" in statement.flags
    assert brief.verify(briefing, articles).ok
    forged = from_json(briefing.to_json().replace("[Amanda Strayer] criticized", "[Amanda Strayer] praised"))
    assert not brief.verify(forged, articles).ok


def test_without_its_brackets_a_statement_is_what_the_source_says(full_briefing: Briefing) -> None:
    for statement in full_briefing.statements:
        citation = statement.citations[0]
        plain = BRACKETS.sub("", statement.text).strip()
        assert plain == printed(citation.exact, full_briefing.source(citation.source).media_type)


PEOPLE = st.sampled_from(
    [
        "Amanda Strayer",
        "Mr. Henrik Aldane",
        "Judge Elin Storck",
        "Strayer",
        "Mr. Aldane",
        "she",
        "The firm",
        "Ms. Strayer",
    ]
)
VERBS = st.sampled_from(
    ["said that the plan was dead", "criticized the court", "told reporters, who left, of it", "’s report names two"]
)
QUOTES = st.sampled_from(["", "“No,” ", "“We ", "(", "[sic] ", "… "])
SENTENCES = st.builds(
    lambda quote, who, verb, after: (
        f"{quote}{who} {verb}{after}".replace(" ’s", "’s")[:1].upper()
        + f"{quote}{who} {verb}{after}".replace(" ’s", "’s")[1:]
    ),
    QUOTES,
    PEOPLE,
    VERBS,
    st.sampled_from(
        [" in the harbour of Port Sable.", ", she said.", ", said he.", ", according to Aldane [then a judge]."]
    ),
)


@given(st.lists(SENTENCES, min_size=2, max_size=8))
def test_nothing_but_brackets_is_added(sentences: list[str]) -> None:
    text = "\n".join(["Amanda Strayer, who is a lawyer, met Henrik Aldane, the minister.", *sentences])
    articles = [Article.from_text(text)]
    briefing = brief.build(articles, Options(language="en", words=200))
    assert brief.verify(briefing, articles).ok
    for statement in briefing.statements:
        exact = printed(statement.citations[0].exact, "text/plain")
        assert BRACKETS.sub("", statement.text).strip() == BRACKETS.sub("", exact).strip()


@pytest.mark.parametrize(
    "piece", ["Mr. ", "Aa ", "Aa. ", "the ", "Xy van ", "A. ", "“", ", it ", "said says ", "of those "]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    """Quadratic patterns would need minutes for this."""
    start = time.process_time()
    people(piece * 50_000)
    why_dependent(piece * 5_000)
    assert time.process_time() - start < 5
