"""From the words beside the verb to a speaker: the name in them, the role before or after it, or neither. English."""

from __future__ import annotations

import re

import msgspec

from ...people import NOBODY, TITLE
from ...unresolved import ROLE
from .marks import Span
from .words import BODIES

WORD = r"(?:[A-ZÀ-Þ][\w’'-]*\.?|(?:de|del|della|di|da|dos|van|von|der|den|bin|al|el|ten|la|le|du)(?=\s+[A-ZÀ-Þ]))"
RUN = re.compile(rf"{WORD}(?:\s+(?:&\s+)?{WORD})*")
"""Capitalised words in a row."""
ONE_NAME = re.compile(r"[A-ZÀ-Þ][\w-]*\.?")
POSSESSIVE = re.compile(r"[’']s?$")
OFFICE = (
    r"(?:Speaker|Chairman|Chairwoman|Chair|Spokesman|Spokeswoman|Spokesperson|Director|Chief|Commissioner|Ambassador|"
    r"Congress(?:man|woman)|Leader|Whip|Attorney|Solicitor|Officer|Sheriff|Detective|Coach|Premier|King|Queen|Prince|Princess|"
    r"Archbishop|Cardinal|Imam|Rabbi|Father|Sister|Manager|Strategist|Nominee|Candidate|Deputy|Reps?|Sens?|Hon|First\sLady|"
    r"Chancellor|Treasurer|Editor|Democrat|Republican|Independent|Pastor|Sergeant|Lieutenant|Major|Admiral|Marshal|Envoy|"
    r"Head|Expert|Analyst|Economist|Reporter|Author|[A-Z][a-z]+master|(?!Human|German|Roman|Norman)[A-Z][a-z]+(?:woman|man|person))"
)
BEFORE_NAME = re.compile(rf"^(?P<role>.*\b(?:{TITLE}|{OFFICE})\.?)\s+(?P<name>\S.*)$", re.DOTALL)
OFFICE_OF = re.compile(
    r"^(?P<role>.*\b(?:Secretary|Minister|Secretaries|Chief|Director|Head)\s+(?:of|for)\s+(?:the\s+)?(?:\S+\s+)+?)(?P<name>\S+\s+\S+)$",
    re.DOTALL,
)
COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.?$")
ABBREVIATED = re.compile(r"^(?:the\s+)?(?:\w{2,5}\.\s?)+$", re.IGNORECASE)
NAME_THEN = re.compile(rf"^(?P<name>{RUN.pattern})\s+(?P<role>(?:of|from|for|with|at)\s+.+)$", re.DOTALL)
JOINS = re.compile(r"\b(?:of|for|from|with|at|in|to|by|on|among|close)\b")
SMALL = re.compile(r"\b(?!of\b|for\b|the\b|and\b|on\b)[a-z]+\b")
"""A word of a description: “a spokesman for the Justice Department” is not the Department."""
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
WHO = (
    r"who\s(?:is|was|leads|led|runs|ran|heads|headed|helms|helmed|teaches|taught|chairs|chaired|represents|represented|directs|"
    r"directed|founded|oversees|oversaw|serves|served|works|worked|studies|studied|manages|managed|owns|owned|edits|edited|"
    r"commands|commanded|writes|wrote)\s"
)
"""A clause that says what somebody is; “who has dubbed himself …” says what he did."""
ROLE_AFTER = re.compile(
    rf"^,\s+(?:\d\d,\s+)?(?P<role>(?!whose\b|which\b|\d)(?:{WHO}[^,;]+|(?:of|for|from|with|at)\s[^,;]+|[^,;]*\b{ROLE}s?\b[^,;]*|(?:an?|the|its|his|her)\s[^,;]+))"
)
ROLE_ALONE, ROLE_LAST, ANY_ROLE = re.compile(rf"{ROLE}\Z"), re.compile(rf"{ROLE}$"), re.compile(rf"\b{ROLE}s?\b")
WEAK = re.compile(r"(?:who|of|for|from|with|at)\s")
SHORTENED = re.compile(r"(?<=\w)\s+who\s.*", re.DOTALL)
ROLE_LIMIT = 120  # characters; a longer apposition tells a story


class Name(msgspec.Struct, frozen=True):
    """A speaker as one place gives it."""

    text: str
    """The name without titles; the words as written when there is none."""
    role: str | None
    is_named: bool
    is_person: bool
    """A title, an office or an apposition says so."""
    span: Span
    """Name and role together."""


def name_in(text: str, written: Span, around: Span) -> Name:
    """Return the speaker that the words `written` name; `around` holds what explains them before and after."""
    phrase = text[written[0] : written[1]]
    before, name, after, person = NOTHING if phrase.islower() else _parts(phrase)
    if not name:
        return Name(" ".join(phrase.split()), None, False, False, written)
    role = _role(text[around[0] : written[0]].rstrip(", \n"), before, after, text[written[1] : around[1]])
    end = written[1]
    if role and role in text[written[1] : around[1]]:
        end = text.index(role, written[1]) + len(role)
    begin = around[0] if role and role in text[around[0] : written[0]] else written[0]
    return Name(
        " ".join(name.split()), " ".join(role.split()) if role else None, True, person or role is not None, (begin, end)
    )


def _parts(phrase: str) -> tuple[str, str, str, bool]:
    """Return what stands before the name, the name, what stands after it, and whether a title shows a person."""
    if ONE_NAME.fullmatch(phrase):  # one in three: what follows would give the same
        return "", phrase, "", False
    phrase = ARTICLE.sub("", phrase)
    leads = NAME_THEN.match(phrase)
    if leads and not OFFICE_OF.match(phrase):
        before, name, person = _untitled(leads["name"])
        if " " in name and not _is_body(name):
            return before, name, leads["role"], person
    if office := OFFICE_OF.match(phrase):
        return office["role"].strip(), office["name"], "", True
    runs = list(RUN.finditer(phrase))
    if not runs or POSSESSIVE.search(runs[-1].group()):
        return NOTHING
    run = runs[-1]
    before, after = phrase[: run.start()].strip(), phrase[run.end() :].strip()
    if after:
        return ("", phrase, "", False) if after.split()[-1].lower() in BODIES and not JOINS.search(before) else NOTHING
    if JOINS.search(before):
        return ("", phrase, "", False) if not SMALL.search(before) else NOTHING
    title, name, person = _untitled(run.group())
    if " " not in before and before.islower() and not ROLE_ALONE.match(before):
        before = ""  # “a weary Henrik Aldane”
    role = " ".join(part for part in (before, title) if part)
    return role, name, "", person or bool(before and ROLE_LAST.search(before))


NOTHING = ("", "", "", False)


def _is_body(name: str) -> bool:
    return NOBODY.search(name) is not None or any(word.lower() in BODIES for word in name.split())


def _untitled(run: str) -> tuple[str, str, bool]:
    """Part titles and offices from the name: “Interior Minister” and “Henrik Aldane”."""
    match = BEFORE_NAME.match(run)
    if match is None or _is_body(run):
        return "", run, False
    return match["role"], match["name"], True


def _role(preceding: str, before: str, after: str, following: str) -> str | None:
    """Return the role in the source's words: after the name, before it, or “who leads …”; a bare “Gen.” when no other."""
    match = ROLE_AFTER.match(following)
    beside = SHORTENED.sub("", match["role"]).strip() if match else ""
    beside = beside if len(beside) <= ROLE_LIMIT else ""
    preceding = preceding if ANY_ROLE.search(preceding) else ""
    plain = "" if COURTESY.match(before) else before
    weak = WEAK.match(beside) is not None
    choices = (preceding, "" if weak else beside, after, "" if ABBREVIATED.match(plain) else plain, beside, plain)
    return next((choice for choice in choices if choice), None)
