"""Stability: what stays when one origin is left out."""

from __future__ import annotations

import brief
from brief.model import Article

SHARED = "The court in Lindhaven stopped the transfer of 64 asylum seekers to San Amaro on Tuesday evening."
OWN = (
    "Doctors in the camp counted 31 cases of gastroenteritis among the 187 people held at Punta Ceniza.",
    "Parliament released the second instalment of €49.5 million by 78 votes to 71 after a long debate.",
    "Inspectors of the commission found that 14 of 40 toilets at the camp worked on the day they came.",
)
MORE = (
    "Water for the camp comes by lorry since the tanks were closed, four litres for each person every day.",
    "An amendment on independent monitors had failed in the afternoon because three members stayed away.",
    "Lawyers were admitted once since the opening, for two hours, and could not see every one who had asked.",
)


def test_a_statement_two_origins_carry_holds_without_either() -> None:
    articles = [Article.from_text(f"{SHARED} {own} {more}") for own, more in zip(OWN, MORE, strict=True)]
    stays = {s.text: s.stability for s in brief.build(articles, brief.Options(words=100)).statements}
    assert stays[SHARED] == 1.0
    for own in OWN:
        if own in stays:
            assert stays[own] is not None
            assert stays[own] < 1.0


def test_a_single_origin_has_no_stability() -> None:
    statements = brief.build([Article.from_text(" ".join(OWN))]).statements
    assert {statement.stability for statement in statements} == {None}


def test_the_flag_says_what_the_number_says(briefing: brief.Briefing) -> None:
    for statement in briefing.statements:
        holds = statement.stability == 1.0 and statement.origins > 1
        assert holds == ("holds-without-any-one-source" in statement.flags)
    assert len({statement.stability for statement in briefing.statements}) > 1
