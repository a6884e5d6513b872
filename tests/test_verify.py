"""A briefing is proved against its sources; one changed letter is found and named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import SAMPLES

import brief
from brief.model import Briefing


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES, tmp_path / "articles"))


def path_of(briefing: Briefing, number: int) -> tuple[str, str]:
    """Return a statement quoted from a plain text or Markdown file, and the file."""
    for statement in briefing.statements:
        source = briefing.source(statement.citations[0].source)
        if source.media_type != "text/html":
            return statement.id, source.path or ""
    raise AssertionError("no statement from a text file")


def test_all_sentences_are_verified(briefing: Briefing, sources: Path) -> None:
    outcome = brief.verify(briefing, sources)
    assert outcome.ok
    assert outcome.verified == outcome.total == len(briefing.statements)
    assert outcome.notes == ()


def test_files_are_found_again_under_another_name(briefing: Briefing, sources: Path) -> None:
    for path in list(sources.iterdir()):
        path.rename(path.with_name("renamed-" + path.name))
    assert brief.verify(briefing, sources).ok


def test_one_changed_letter_is_named(briefing: Briefing, sources: Path) -> None:
    wanted, path = path_of(briefing, 0)
    statement = next(s for s in briefing.statements if s.id == wanted)
    file = sources / path
    text = file.read_bytes().decode("utf-8-sig")
    citation = statement.citations[0]
    changed = text[: citation.start + 5] + "§" + text[citation.start + 6 :]
    file.write_bytes(changed.encode())
    outcome = brief.verify(briefing, sources)
    # The sentence, and the findings that cite it: a quotation, a figure, a date.
    assert outcome.failures[0].what == wanted.upper()
    assert {failure.what.split()[0] for failure in outcome.failures} == {wanted.upper()}
    assert outcome.verified == outcome.total - 1
    assert path in outcome.notes[0]


def test_a_moved_sentence_and_a_missing_file_are_told_apart(briefing: Briefing, sources: Path) -> None:
    _wanted, path = path_of(briefing, 0)
    file = sources / path
    file.write_bytes(b"One more line.\n" + file.read_bytes())
    assert any("moved" in failure.problem for failure in brief.verify(briefing, sources).failures)
    file.unlink()
    assert any(path in failure.problem for failure in brief.verify(briefing, sources).failures)


def test_a_forged_sentence_is_found(briefing: Briefing, sources: Path) -> None:
    statement = briefing.statements[0]
    forged = briefing.to_json().replace(f'"text": "{statement.text}"', '"text": "All is well."')
    from brief.model import from_json

    outcome = brief.verify(from_json(forged), sources)
    assert [failure.what for failure in outcome.failures] == [statement.id.upper()]


def test_a_note_in_brackets_is_not_part_of_the_quotation(briefing: Briefing, sources: Path) -> None:
    statement = briefing.statements[0]
    first = statement.text.split()[0]
    noted = briefing.to_json().replace(f'"text": "{first} ', f'"text": "{first} [of Lindhaven] ')
    from brief.model import from_json

    assert brief.verify(from_json(noted), sources).ok
