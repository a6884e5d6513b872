"""What is new since the previous briefing: decided sentence by sentence, shown in every format, told over a week."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import cases_file
import jsonschema
import msgspec
import pypdf
import pytest
from conftest import ROOT
from golden_file import check
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_briefing import THEMES, Text, briefing, coverage, empty_briefing

import brief
from brief import language
from brief.changes import changes, mark
from brief.errors import InvalidBriefing
from brief.model import (
    Article,
    Briefing,
    Citation,
    EarlierFigure,
    Figure,
    Findings,
    LeftOut,
    Moved,
    Section,
    Statement,
    from_json,
    schema,
)
from brief.render.text.terminal import changes_to_text, to_text
from brief.render.views.changes import pieces
from brief.render.views.view import view

WEEK = sorted((ROOT / "samples" / "week").glob("2026-*"))
WINDOW = 3  # days: what a desk that reads every morning keeps in front of it


def of(texts: list[Text], created: str, printed: list[Statement] | None = None, **values: object) -> Briefing:
    """Return a briefing that prints the first sentence of each article."""
    statements = [text.says(1, "work") for text in texts] if printed is None else printed
    sections = (Section(THEMES["work"], 1, tuple(statements)),)
    sources = tuple(text.source() for text in texts)
    made = {"created": created, "sources": sources, "sections": sections, "coverage": coverage(sections, sources)}
    return msgspec.structs.replace(empty_briefing(), title="Lindhaven", **(made | values))


def article(number: int, *sentences: str, day: str) -> Text:
    values = {"published": day, "language": language.detect(" ".join(sentences)) or "en"}
    return Text("ABCDEFGHIJ"[number], [list(sentences)], f"Report {number + 1} of {day}", values=values)


@pytest.mark.parametrize(
    ("given_", "expected"), [case[1:] for case in cases_file.load("changes")], ids=[c[0] for c in cases_file.load("changes")]
)  # fmt: skip
def test_each_statement_is_new_or_not(given_: str, expected: str) -> None:
    before, after = (part.strip().splitlines() for part in given_.split("----"))
    known = [line[1:] for line in after if line.startswith("+")]
    first = [article(i, line, day="2025-04-14") for i, line in enumerate([*before, *known])]
    old = of(first, "2025-04-14", [text.says(1, "work") for text in first[: len(before)]])
    second = [
        article(i, line.removeprefix("+"), day="2025-04-14" if line[0] == "+" else "2025-04-15")
        for i, line in enumerate(after)
    ]
    found = changes(old, of(second, "2025-04-15"))
    words = dict.fromkeys(found.new, "new") | {one.id: "updated" for one in found.updated}
    words |= dict.fromkeys(found.first_quoted, "quoted")
    outcome = [words.get(f"{text.label.lower()}1", "same") for text in second]
    outcome += [f"dropped {before.index(one.text) + 1}" for one in found.dropped]
    assert ", ".join(outcome) == expected.strip()


SENTENCES = (
    "The port authority of Lindhaven will close its northern basin in March.",
    "A judge in Port Sable has asked both sides for their figures by the end of April.",
    "Union secretary Pilar Voss said that verbal promises had been broken in 2008.",
    "Ferry passengers will board at the old customs house until the works are finished.",
)


@given(st.permutations(SENTENCES))
def test_letters_and_ids_that_move_change_nothing(order: list[str]) -> None:
    old = of([article(i, text, day="2025-04-14") for i, text in enumerate(SENTENCES)], "2025-04-14")
    new = of([article(i, text, day="2025-04-14") for i, text in enumerate(order)], "2025-04-15")
    found = changes(old, new)
    assert (found.new, found.updated, found.first_quoted, found.dropped, found.figures) == ((), (), (), (), ())


def test_why_a_statement_is_gone() -> None:
    old = of([article(i, text, day="2025-04-14") for i, text in enumerate(SENTENCES[:3])], "2025-04-14")
    stays, rewritten = article(0, SENTENCES[0], day="2025-04-14"), article(1, "It is all other now.", day="2025-04-14")
    left_out = (LeftOut("over budget", ("a1",)),)
    new = of([stays, rewritten], "2025-04-15", [rewritten.says(1, "work")], left_out=left_out)
    reasons = {one.text: one.reason for one in changes(old, new).dropped}
    assert list(reasons.values()) == ["over budget", "source changed", "source not given"]
    assert list(reasons) == list(SENTENCES[:3])


def figure(text: Text, words: str, value: float, counted: str | None, unit: str | None = None) -> Figure:
    start = text.text.index(words)
    end = start + len(words)
    cited = Citation(text.id, start, end, words, text.text[max(0, start - 32) : start], text.text[end : end + 32])
    values = {
        "text": words, "value": value, "high": None, "qualifier": None, "unit": unit, "counted": counted, "as_of": None,
        "said_by": None, "origins": 1, "weight": 1.0, "sentence": f"{text.label.lower()}1", "citation": cited, "also_in": (),
    }  # fmt: skip
    return Figure(**values)


MOVES = [
    ("The reservoir fell to 55 cm below the crest.", "55 cm", 55.0, None, "cm"),
    ("The reservoir stood 90 cm below the crest on Wednesday.", "90 cm", 90.0, None, "cm"),
    ("Rescuers counted 212 people ashore at the camp on Sunday.", "212", 212.0, "people", None),
    ("Officers say they counted 187 people ashore at the camp.", "187", 187.0, "people", None),
    ("The council pays 90 cm wide doors for each of the houses.", "90 cm", 90.0, None, "cm"),
    ("The authority expects 500 people at the hearing.", "500", 500.0, "people", None),
    ("The rescue took 29 hours below the crest of the reservoir.", "29 hours", 29.0, None, "hour"),
    ("The rescue took 31 hours below the crest of the reservoir.", "31 hours", 31.0, None, "hour"),
]


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [(0, 1, True), (2, 3, True), (0, 4, False), (2, 5, False), (0, 0, False), (6, 7, False)],
)
def test_figures_move_when_the_same_thing_is_counted(before: int, after: int, moves: bool) -> None:
    sides = []
    for number, day in ((before, "2025-04-14"), (after, "2025-04-15")):
        sentence, words, value, counted, unit = MOVES[number]
        text = article(0, sentence, f"Printed on {day}.", day=day)
        sides.append(of([text], day, findings=Findings(figures=(figure(text, words, value, counted, unit),))))
    found = changes(*sides).figures
    assert [(one.before.text, one.after.text) for one in found] == (
        [(MOVES[before][1], MOVES[after][1])] if moves else []
    )


def test_a_number_of_last_times_articles_has_not_moved() -> None:
    old_text, new_text = (article(i, MOVES[i][0], day="2025-04-14") for i in (0, 1))
    numbers = [figure(text, *MOVES[i][1:4], unit="cm") for i, text in enumerate((old_text, new_text))]
    old = of([old_text, new_text], "2025-04-14", findings=Findings(figures=(numbers[0],)))
    new = of([old_text, new_text], "2025-04-15", findings=Findings(figures=tuple(numbers)))
    assert changes(old, new).figures == ()


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It costs 18 million crowns.", "It costs 26 million crowns.", "“18” → “26”"),
        ("Twelve pumps work.", "Twelve army pumps work.", "now also “army”"),
        ("Twelve army pumps work.", "Twelve pumps work.", "no longer “army”"),
        ("It is so.", "It is so.", ""),
        (
            "One of 3,400 people, about 900, may go back to Millside on Friday if it is dry.",
            "All of the 240 left of 3,400 who have to stay away will hear more at a meeting.",
            "“900” → “240”",
        ),
        ("An old sentence that has nothing in common with it.", "Another one was written by somebody else today.", ""),
    ],
)
def test_old_words_and_new_words(old: str, new: str, shown: str) -> None:
    assert pieces(old, new) == shown


def marked() -> Briefing:
    """Return the usual briefing against one of the day before that said some of it otherwise."""
    usual = briefing()
    first = Text("A", [["About 300 workers will be moved to the southern basin, the authority said."]], "Jobs")
    gone = Text("B", [["Nobody has asked the fishermen *what* they think of the [new] wall."]], "Opinion")
    same = [text for text in usual.statements if text.id in ("a2", "b2", "b5")]
    old = of([first, gone], "2025-04-14T06:00:00Z")
    shared = msgspec.structs.replace(usual.sources[1], id="s3", label="C")
    moved = [
        msgspec.structs.replace(one, id="c" + one.id[1:], citations=(msgspec.structs.replace(one.citations[0], source="s3"),))
        for one in same
        if one.id != "a2"
    ]  # fmt: skip
    sections = (Section(THEMES["work"], 1, (*old.statements, *moved)),)
    old = msgspec.structs.replace(old, sources=(*old.sources, shared), sections=sections)
    jobs = Text("A", [["About 340 dock workers will be moved to the southern basin, the authority said."]], "Jobs")
    source = msgspec.structs.replace(jobs.source(), id="s4", label="D", published="2025-04-15", url=None, passages=())
    update = msgspec.structs.replace(
        jobs.says(1, "work"), id="d1", citations=(msgspec.structs.replace(jobs.cite(1), source="s4"),)
    )
    last = usual.sections[-1]
    sections = (*usual.sections[:-1], msgspec.structs.replace(last, statements=(*last.statements, update)))
    new = msgspec.structs.replace(usual, sources=(*usual.sources, source), sections=sections)
    return mark(new, changes(old, new))


def blocks(text: str, *headings: str) -> str:
    """Return the paragraphs that follow these headings: the rest of the page is not this file's business."""
    found = [block for block in re.split(r"\n\n(?=[A-Z#])", text) if block.startswith(headings)]
    return "\n\n".join(block.strip() for block in found) + "\n"


def test_looks_as_it_did_when_somebody_read_it() -> None:
    check("text/changes.txt", blocks(to_text(marked()), "WHAT CHANGED", "NO LONGER"))
    check("text/changes-narrow.txt", blocks(to_text(marked(), 40, "ascii"), "WHAT CHANGED", "NO LONGER"))
    check("text/diff.txt", changes_to_text(marked()))
    check("markdown/changes.md", blocks(marked().to_markdown(), "## What changed", "## No longer"))


def test_marks_are_shown_in_html() -> None:
    page = marked().to_html()
    assert "What changed since 14 April 2025" in page
    assert page.count('<span class="flag">updated</span>') == 1
    assert page.count('<span class="flag">new</span>') == len(marked().changes.new)  # type: ignore[union-attr]
    assert (
        "before: “About 300 workers will be moved to the southern basin, the authority said.” (Jobs, 14 April 2025)"
        in page
    )
    assert "“300” → “340 dock”" in page
    assert '<details class="gone"><summary>1 no longer here</summary>' in page


def test_nothing_new_is_a_result_in_every_format(tmp_path: Path) -> None:
    same = mark(briefing(), changes(briefing(), briefing()))
    told = "Nothing new since 15 April 2025."
    assert same.changes is not None
    assert (same.changes.new, same.changes.updated, same.changes.dropped) == ((), (), ())
    assert told in to_text(same)
    assert told in same.to_markdown()
    assert told in same.to_html()
    assert told in changes_to_text(same)
    assert told in pypdf.PdfReader(io.BytesIO(same.to_pdf())).pages[0].extract_text()


def test_without_a_previous_briefing_nothing_is_said() -> None:
    assert view(briefing()).changes is None
    assert "changed" not in to_text(briefing()).lower()


def test_flags_are_those_of_this_comparison() -> None:
    """The usual briefing says “new” of c2; marked anew it says so of what is new now."""
    again = mark(briefing(), changes(briefing(), briefing()))
    assert not any({"new", "updated"} & set(one.flags) for one in again.statements)


def test_an_id_that_leads_nowhere_is_refused() -> None:
    one = marked()
    assert one.changes is not None
    for wrong in ({"new": ("z9",)}, {"first_quoted": ("z9",)}, {"new_sources": ("s99",)}):
        with pytest.raises(InvalidBriefing):
            view(msgspec.structs.replace(one, changes=msgspec.structs.replace(one.changes, **wrong)))


def with_words(text: str) -> Briefing:
    """Return a marked briefing in which every word of the old one is this text."""
    one = marked()
    assert one.changes is not None
    (gone,), (update,) = one.changes.dropped, one.changes.updated
    place = msgspec.structs.replace(gone.place, title=text, exact=text)
    gone = msgspec.structs.replace(gone, text=text, reason=text, place=place)
    update = msgspec.structs.replace(update, before=msgspec.structs.replace(update.before, text=text, place=place))
    figure_ = figure(Text("A", [[one.sources[0].passages[1].text]], ""), "close", 1.0, text)
    move = Moved(text, EarlierFigure(text, 2.0, text, place), msgspec.structs.replace(figure_, text=text))
    changed = msgspec.structs.replace(one.changes, dropped=(gone,), updated=(update,), figures=(move,))
    return msgspec.structs.replace(one, changes=changed)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_and_nothing_else(text: str) -> None:
    hostile, harmless = with_words(text), with_words("harmless")
    tags = re.compile(r"<[a-z/]+(?: [a-z-]+(?==))*")
    assert tags.findall(hostile.to_html()) == tags.findall(harmless.to_html())
    assert hostile.to_markdown().count("\n- ") == harmless.to_markdown().count("\n- ")
    assert max(map(cell_len, changes_to_text(hostile, 60).splitlines())) <= 60
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", changes_to_text(hostile))


def test_the_schema_describes_it_and_it_is_read_again() -> None:
    jsonschema.validate(json.loads(marked().to_json()), schema())
    assert from_json(marked().to_json()) == marked()


# The week.


def articles(day: int) -> list[Article]:
    return brief.read([str(folder) for folder in WEEK[max(0, day - WINDOW + 1) : day + 1]])


@pytest.fixture(scope="module")
def week() -> list[Briefing]:
    """Return the briefings of seven mornings, each compared with the one before."""
    made: list[Briefing] = []
    for day in range(len(WEEK)):
        made.append(brief.build(articles(day), previous=made[-1] if made else None))
    return made


def test_the_day_without_news_says_so(week: list[Briefing]) -> None:
    quiet = [one.created for one in week if "Nothing new since" in to_text(one)]
    assert quiet == ["2026-05-09"]
    assert "Nothing new since 8 May 2026." in week[5].to_markdown()


def test_every_other_day_has_something_new(week: list[Briefing]) -> None:
    assert week[0].changes is None
    assert all(one.changes and one.changes.new for one in (*week[1:5], week[6]))


def test_what_is_new_stands_in_a_new_article(week: list[Briefing]) -> None:
    for day, one in enumerate(week[1:], 1):
        assert one.changes is not None
        fresh = {s.id for s in one.sources if s.path and (s.path.startswith(WEEK[day].name) or len(one.sources) < 5)}
        assert set(one.changes.new_sources) == fresh
        by_id = {statement.id: statement for statement in one.statements}
        for changed in (*one.changes.new, *(updated.id for updated in one.changes.updated)):
            assert by_id[changed].citations[0].source in fresh
        assert {i for i, s in by_id.items() if "new" in s.flags} == set(one.changes.new)
        assert {i for i, s in by_id.items() if "updated" in s.flags} == {u.id for u in one.changes.updated}


def test_the_figures_of_the_week_are_followed_from_day_to_day(week: list[Briefing]) -> None:
    """The level of the reservoir, those who had to leave, and the cost of the repair."""
    moves = [[(m.before.value, m.after.value) for m in one.changes.figures] for one in week if one.changes]
    assert moves == [
        [(1200, 3100), (40, 55)],
        [(3100, 3400), (55, 90)],
        [(90, 140)],
        [(18_000_000, 26_000_000), (140, 170)],
        [],
        [(170, 210)],
    ]
    box = " ".join(blocks(to_text(week[1]), "WHAT CHANGED").split())
    assert (
        "40 centimetres → 55 centimetres, “The reservoir fell to 55 centimetres below the crest by…” (before: 1,200"
        in box
    )
    assert '<span class="change-label">2 figures moved</span>' in week[1].to_html()


def test_a_figure_that_another_outlet_says_was_raised() -> None:
    """The second article is new, and says itself what the number was; without “raised” two outlets only differ."""
    company = "Repairing the spillway of the Carrow Dam would cost about 18 million crowns, the company said."
    raised = "Marrow Water raised its estimate for repairing the spillway of the Carrow Dam to 26 million crowns from 18 million."
    pile = [
        Article.from_text(f"{company}\n\nThe valley railway is running as far as Tarn Bridge.", published="2026-05-07"),
        Article.from_text(f"{raised}\n\nSix letters about the floor have been found.", published="2026-05-08"),
    ]
    before = brief.build(pile[:1], brief.Options(language="en"))
    after = brief.build(pile, brief.Options(language="en"), previous=before)
    assert after.changes is not None
    assert [(m.before.value, m.after.value) for m in after.changes.figures] == [(18_000_000, 26_000_000)]


def test_every_statement_of_yesterday_stands_today_or_is_listed(week: list[Briefing]) -> None:
    for before, after in pairwise(week):
        assert after.changes is not None
        listed = {one.text for one in after.changes.dropped} | {one.before.text for one in after.changes.updated}
        kept = {one.text for one in before.statements} - listed
        exact = [part.exact for one in after.statements for part in (*one.citations, *one.also_in)]
        cited = {" ".join(text.split()) for text in exact}
        sure = [text for text in kept if " ".join(text.split()) in cited]
        assert len(sure) >= len(kept) - 2  # the others are said in other words, or with a name in brackets


def test_what_was_dropped_can_be_checked_in_yesterdays_articles(week: list[Briefing]) -> None:
    dropped = 0
    for day, one in enumerate(week[1:], 1):
        texts = {brief.model.digest(a.text): a.text for a in articles(day - 1)}  # type: ignore[attr-defined]
        assert one.changes is not None
        for gone in one.changes.dropped:
            dropped += 1
            assert texts[gone.place.text_digest][gone.place.start : gone.place.end] == gone.place.exact
    assert dropped > 10


def test_verify_is_content_with_what_is_gone(week: list[Briefing]) -> None:
    assert week[6].changes is not None
    assert week[6].changes.dropped
    assert brief.verify(week[6], articles(6)).ok


# The command line.


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "brief", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def test_the_series_of_the_manual(tmp_path: Path) -> None:
    """Two mornings of the loop in docs/findings.md, the second file over the first; then what changed, by itself."""
    first = run(WEEK[0], "-o", "monday.json", "--quiet", folder=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    second = run(*WEEK[:2], "--previous", "monday.json", "-f", "md", "-o", "tuesday.json", folder=tmp_path)
    assert second.returncode == 0
    assert "## What changed since 4 May 2026" in second.stdout
    told = run("diff", "monday.json", "tuesday.json", folder=tmp_path)
    assert told.returncode == 0
    assert "WHAT CHANGED SINCE 4 MAY 2026" in told.stdout
    same = run("diff", "tuesday.json", "tuesday.json", folder=tmp_path)
    assert same.returncode == 0
    assert "Nothing new since 5 May 2026." in same.stdout
    drawn = run("diff", "monday.json", "tuesday.json", "-f", "json", folder=tmp_path)
    assert drawn.stdout == (tmp_path / "tuesday.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("none.json", None, "none.json: No such file or directory"),
        ("broken.json", "{", "broken.json: not a briefing.json"),
        ("other.json", '{"a": 1}', "other.json: not a briefing.json"),
    ],
)
def test_a_previous_briefing_that_is_none(tmp_path: Path, name: str, text: str | None, problem: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    (tmp_path / "good.json").write_text(briefing().to_json())
    for arguments in ((WEEK[0], "--previous", name), ("diff", name, "good.json"), ("diff", "good.json", name)):
        done = run(*arguments, folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert problem in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_another_language_is_compared_by_its_words() -> None:
    spanish = article(0, "El juez suspendió el traslado de 64 solicitantes de asilo a la isla.", day="2025-04-14")
    found = changes(of([spanish], "2025-04-14", language="es"), briefing())
    assert [one.reason for one in found.dropped] == ["source not given"]
    assert len(found.new) == len(briefing().statements)
