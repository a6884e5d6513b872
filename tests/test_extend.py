"""Where sentences that stand alone run out, the page goes on with the one that follows a printed one, right behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SAMPLES

import brief
from brief.model import Briefing

ARTICLES = sorted(SAMPLES.glob("*"))
WORDS = 400


def one_article(path: Path, **options: object) -> Briefing:
    return brief.build(brief.read(path), brief.Options(words=WORDS, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("flat", [False, True])
def test_it_stands_right_behind_the_sentence_it_follows_in_the_source(path: Path, flat: bool) -> None:
    briefing = one_article(path, flat=flat)
    shown_above = {*briefing.bottom_line, *briefing.key_points}
    for section in briefing.sections:
        for place, statement in enumerate(section.statements):
            if "continues" in statement.flags:
                before = section.statements[place - 1]
                assert place > 0
                assert before.citations[0].source == statement.citations[0].source
                assert int(before.id.lstrip("abcdefghijklmnopqrstuvwxyz")) + 1 == int(statement.id[1:])
                assert before.id not in shown_above


def test_short_articles_are_gone_on_with() -> None:
    flags = [flag for path in ARTICLES for s in one_article(path).statements for flag in s.flags]
    assert flags.count("continues") >= 5


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_budget_is_kept(path: Path) -> None:
    printed = sum(len(s.citations[0].exact.split()) for s in one_article(path).statements)
    assert printed <= WORDS


def test_a_page_that_is_full_is_left_as_it_is(briefing: Briefing) -> None:
    assert not any("continues" in statement.flags for statement in briefing.statements)


def test_what_follows_is_not_counted_as_left_out() -> None:
    briefing = one_article(ARTICLES[0])
    followers = {statement.id for statement in briefing.statements if "continues" in statement.flags}
    left_out = {each for reason in briefing.left_out for each in reason.sentences}
    assert followers.isdisjoint(left_out)
