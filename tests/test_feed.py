"""The Atom feed: what RFC 4287 requires, and what happens to a feed that stands there already."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from conftest import SAMPLES
from hostile import HOSTILE, saying
from hostile_briefing import hostile_briefing
from lxml import etree
from sample_briefing import briefing, empty_briefing, long_briefing

from brief.drawing import Drawing
from brief.errors import RenderError
from brief.look import Look
from brief.model import Briefing
from brief.render.mail.email import to_email
from brief.render.mail.feed import ATOM, MOST_ENTRIES, to_atom

NAMES = {"a": ATOM}


def of(day: int, title: str = "") -> Briefing:
    return msgspec.structs.replace(empty_briefing(), created=f"2026-03-{day:02}T06:00:00Z", title=title or f"Day {day}")


def one(element: etree._Element, path: str) -> str:
    (found,) = element.xpath(path, namespaces=NAMES)
    return str(found)


def titles(path: Path) -> list[str]:
    return [str(found) for found in etree.parse(path).xpath("//a:entry/a:title/text()", namespaces=NAMES)]


@pytest.mark.parametrize("made", [briefing(), long_briefing(), empty_briefing(), hostile_briefing()])
def test_it_has_what_the_standard_requires(made: Briefing) -> None:
    feed = etree.fromstring(to_atom(made, Drawing(link="https://example.org/a?b=1&c=2")))
    assert feed.tag == f"{{{ATOM}}}feed"
    (entry,) = feed.findall("a:entry", NAMES)
    for holder in (feed, entry):  # RFC 4287, 4.1.1 and 4.1.2: exactly one of each
        assert re.fullmatch(r"urn:(uuid|sha256):[0-9a-f-]+", one(holder, "a:id/text()"))
        assert one(holder, "a:title/text()")
        assert datetime.fromisoformat(one(holder, "a:updated/text()")).tzinfo
    assert one(feed, "a:author/a:name/text()")
    assert one(entry, "a:link[@rel='alternate']/@href") == "https://example.org/a?b=1&c=2"
    assert one(entry, "a:content/@type") == "html"
    terms = entry.xpath("a:category/@term", namespaces=NAMES)
    assert len(terms) == len(set(terms))


def test_the_content_is_the_newsletter() -> None:
    feed = etree.fromstring(to_atom(briefing()))
    assert one(feed, "//a:content/text()") == to_email(briefing())


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_an_article_are_words(words: str) -> None:
    feed = etree.fromstring(to_atom(saying(words)))
    known = "feed id title updated author name generator entry link category summary content".split()
    assert {etree.QName(element).localname for element in feed.iter()} <= {*known}


def test_a_feed_goes_on_newest_first_and_a_briefing_is_in_it_once(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    for day in (2, 4, 3, 4):
        of(day).save(path)
    assert titles(path) == ["Day 4", "Day 3", "Day 2"]
    assert one(etree.parse(path).getroot(), "a:updated/text()") == "2026-03-04T06:00:00Z"


@pytest.mark.parametrize("link", ["", "https://example.org/2026-03-04"])
def test_a_briefing_made_again_takes_the_place_of_the_first(tmp_path: Path, link: str) -> None:
    """With one sentence less: the entry keeps its id, so that readers update it and do not show a second one."""
    path, drawing = tmp_path / "feed.atom", Drawing(link=link)
    first = msgspec.structs.replace(briefing(), created="2026-03-04T06:00:00Z")
    again = msgspec.structs.replace(first, created="2026-03-04T09:00:00Z", bottom_line=first.bottom_line[:1])
    other = msgspec.structs.replace(again, title="Another one")
    ids, dates, contents = set(), [], set()
    for each in (first, again):
        each.save(path, drawing)
        (entry,) = etree.parse(path).getroot().findall("a:entry", NAMES)
        ids.add(one(entry, "a:id/text()"))
        dates.append(one(entry, "a:updated/text()"))
        contents.add(one(entry, "a:content/text()"))
    assert dates == ["2026-03-04T06:00:00Z", "2026-03-04T09:00:00Z"]
    assert (len(ids), len(contents)) == (1, 2)
    other.save(path, Drawing(link=f"{link}-other" if link else ""))
    assert titles(path) == ["Another one", first.title]


def test_one_address_for_whichever_is_newest_makes_an_entry_a_day(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    for day in (1, 2):
        of(day).save(path, Drawing(link="https://example.org/newest"))
    assert titles(path) == ["Day 2", "Day 1"]


def test_it_says_whose_it_is_and_in_which_language() -> None:
    spanish = msgspec.structs.replace(briefing(), language="es")
    feed = etree.fromstring(to_atom(spanish, Drawing(look=Look(organisation="The Desk"))))
    assert one(feed, "a:author/a:name/text()") == "The Desk"
    assert one(feed, "a:entry/@xml:lang") == "es"
    assert one(feed, "a:entry/a:summary/@xml:lang") == "en"


def test_entries_keep_their_bytes_and_the_order_of_saving_leaves_no_trace(tmp_path: Path) -> None:
    for name, days in {"a": (1, 2, 3), "b": (1, 3, 2)}.items():
        for day in days:
            of(day).save(tmp_path / f"{name}.atom")
    assert (tmp_path / "a.atom").read_bytes() == (tmp_path / "b.atom").read_bytes()


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    for number in range(MOST_ENTRIES + 2):
        msgspec.structs.replace(
            of(1), title=f"Hour {number}", created=f"2026-03-{1 + number // 24:02}T{number % 24:02}:00:00Z"
        ).save(path)
    assert len(titles(path)) == MOST_ENTRIES
    assert (titles(path)[0], titles(path)[-1]) == (f"Hour {MOST_ENTRIES + 1}", "Hour 2")


def test_id_and_title_of_the_feed_stay(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    of(1).save(path)
    before = one(etree.parse(path).getroot(), "a:id/text()")
    path.write_bytes(path.read_bytes().replace(b"<title>Briefings<", b"<title>The Desk &amp; more<"))
    of(2).save(path)
    assert one(etree.parse(path).getroot(), "a:title/text()") == "The Desk & more"
    assert one(etree.parse(path).getroot(), "a:id/text()") == before


@pytest.mark.parametrize(
    "stands_there",
    [
        b"notes of mine",
        b"<html><body>page</body></html>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><generator>Jekyll</generator></feed>',
        b'<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom">&x;</feed>',
    ],
)
def test_what_is_no_feed_of_ours_is_left_as_it_is(stands_there: bytes, tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_bytes(stands_there)
    with pytest.raises(RenderError, match=r"feed\.atom: stands there already .* name another file"):
        of(1).save(path)
    assert path.read_bytes() == stands_there
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("created", "updated"),
    [
        ("2026-03-09", "2026-03-09T00:00:00Z"),
        ("2026-03-09T06:30:00+02:00", "2026-03-09T04:30:00Z"),
        ("2026-03-09T06:30", "2026-03-09T06:30:00Z"),
        (None, "1970-01-01T00:00:00Z"),
        ("soon", "1970-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00Z"),
    ],
)
def test_dates_are_those_of_the_briefing(created: str | None, updated: str) -> None:
    feed = etree.fromstring(to_atom(msgspec.structs.replace(briefing(), created=created)))
    assert one(feed, "a:entry/a:updated/text()") == updated


def test_the_command_line_goes_on_with_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    for day in ("2026-03-09", "2026-03-10"):
        command = [
            sys.executable,
            "-m",
            "brief",
            str(SAMPLES),
            "--date",
            day,
            "-o",
            str(path),
            "--link",
            "https://example.org/x",
        ]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": day[-1]})
    dates = etree.parse(path).xpath("//a:entry/a:updated/text()", namespaces=NAMES)
    assert dates == ["2026-03-10T00:00:00Z", "2026-03-09T00:00:00Z"]
