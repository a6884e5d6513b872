"""The newsletter against caniemail.com's table of what mail programs know: no more is asked of them than we looked at."""

from __future__ import annotations

import email
import email.policy
import json
import re
import shutil
import subprocess
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import hostile_briefing
import pytest
import sample_briefing
from lxml import html
from lxml.etree import _Element

from brief.changes import changes, mark
from brief.drawing import Drawing
from brief.render.mail.email import to_email
from brief.render.mail.eml import to_eml

WEB = Path(__file__).parent / "web"
PROGRAMS = ("apple-mail.*", "gmail.*", "outlook.*", "yahoo.*", "samsung-email.*", "thunderbird.*", "protonmail.*")
LACKING = {
    # Where it is missing, or half there, and nothing is lost:
    "font-size": "only rem and per cent are missing, and all of ours are px",
    "line-height": "at least and not exactly so high in Outlook for Windows",
    "font-weight": "only numbers are missing, and ours are bold",
    "margin": "only negative ones and auto are missing, and ours are neither",
    "text-align": "only start and end are missing, and ours are left and right",
    "border": "on cells and tables it is there; see test_outlook_for_windows_gets_what_it_knows",
    "padding": "on cells it is there; see the same test",
    "letter-spacing": "only negative ones and em are off, and ours is 1px",
    "text-transform": "lowercase is missing, and ours is uppercase",
    "background": "colours are there",
    "max-width": "on tables it is there from Outlook 2019 on, and a table of 600 for older ones stands around; telephones are narrow",
    "width property": "on cells and tables it is there",
    "width attribute": "only of pictures",
    "align attribute": "only left and right on tables are missing, and ours is center on a cell",
    "word-break": "a word longer than the line makes the page wider, or is broken where it should not be",
    "role attribute": "on tables it is there, or is not asked for where it is missing",
    "lang attribute": "for screen readers; on cells Yahoo drops it",
    "dir attribute": "off on links, where we have none; Gmail's mobile page turns all of a message that holds Arabic",
    "border-spacing": "the attribute stands beside it",
    "cellspacing attribute": "the style stands beside it",
    "cellpadding attribute": "every cell with text has a padding of its own",
    "border-collapse": "then the spacing is what counts, and it is none",
    "<wbr> element": "stands where an article held a merge tag, and shows nothing",
    # Names that the checker takes for others:
    "transform": "it means text-transform",
    "height property": "it means line-height",
    "<body> element": "it means tbody; of body only the colours count, and the table around all has them too",
}
LACKING_IN_MESSAGE = {
    # In the head, for programs that know it; the others show the colours that stand in the tags.
    "<style> element": "missing in Gmail's app with an account elsewhere, and on its mobile page",
    "@media": "dark colours of our own, narrower margins on a telephone",
    # The preview line; where it cannot be hidden it is a sentence of the briefing, above it.
    "display": "only none is asked for",
    "display:none": "",
    "overflow": "only hidden is asked for",
    "aria-hidden attribute": "",
}
BRIEFINGS = {
    "usual": sample_briefing.briefing(),
    "changed": mark(sample_briefing.briefing(), changes(sample_briefing.empty_briefing(), sample_briefing.briefing())),
    "hostile": hostile_briefing.hostile_briefing(),
}


def lacking(text: str, *programs: str) -> dict[str, dict[str, list[str]]]:
    """Return the features that these programs lack, or have in part, with caniemail's notes."""
    node = shutil.which("node")
    if not node or not (WEB / "node_modules" / "caniemail").is_dir():
        pytest.skip("caniemail is not installed: `npm ci` in tests/web, which `make test` does when npm is there")
    command = [node, str(WEB / "caniemail.mjs"), *programs]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=True)
    return cast(dict[str, dict[str, list[str]]], json.loads(done.stdout))


def page(raw: bytes) -> str:
    message = cast(EmailMessage, email.message_from_bytes(raw, policy=email.policy.default))
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_the_checker_checks() -> None:
    found = lacking('<p style="display:grid;border-radius:4px">x</p>', "outlook.windows")
    assert {"display:grid", "border-radius"} <= {*found["outlook.windows"]}


@pytest.mark.parametrize("name", BRIEFINGS)
def test_the_fragment_asks_for_nothing_that_matters_and_is_missing(name: str) -> None:
    found = lacking(to_email(BRIEFINGS[name], Drawing(link="https://example.org/x")), *PROGRAMS)
    assert len(found) > 10  # every version is a program of its own
    assert {feature for features in found.values() for feature in features} - {*LACKING} == set()


def test_the_message_asks_in_its_head_for_what_may_be_missing() -> None:
    found = lacking(page(to_eml(BRIEFINGS["usual"])), *PROGRAMS)
    assert {feature for features in found.values() for feature in features} - {*LACKING, *LACKING_IN_MESSAGE} == set()


def style(element: _Element) -> dict[str, str]:
    return dict(re.findall(r"([\w-]+):\s*([^;]+);", element.get("style", "")))


@pytest.mark.parametrize("name", BRIEFINGS)
def test_outlook_for_windows_gets_what_it_knows(name: str) -> None:
    """It draws with Word: padding and borders on cells only, a width on tables only, no negative or automatic margin."""
    fragment = to_email(BRIEFINGS[name], Drawing(link="https://example.org/x"))
    elements = [
        one for one in html.fragment_fromstring(fragment, create_parent="div").iter() if isinstance(one.tag, str)
    ]
    for one in elements:
        rules = style(one)
        if one.tag not in ("td", "th"):
            assert not [
                rule for rule in rules if rule.startswith(("padding", "border-left", "border-right", "border-top"))
            ]
        assert not re.search(r"-\d|auto", rules.get("margin", ""))
        assert "max-width" not in rules or one.tag == "table"
        if one.tag == "table":
            assert (one.get("cellspacing"), one.get("cellpadding"), rules.get("border-spacing")) == ("0", "0", "0")
    assert fragment.count("<!--[if mso]>") == fragment.count("<![endif]-->") == 2
