"""Does the clause around a time word speak of what was or of what is to come? English only.

The verb that governs a time word stands before it in most clauses (“will vote on Friday”), after it when the time
word opens the clause (“On Friday, the council will vote”). The nearest verb group decides.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Literal

Tense = Literal["past", "future", ""]

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[;:“”\"—–]")
BOUNDARIES = frozenset(
    'who which that and but while when after before as because where if whether than although though ; : — – “ ” "'.split()
)
MODALS = frozenset(
    "will ’ll 'll shall would won't won’t wouldn't wouldn’t may might can could should must cannot ought".split()
)
PLANNED = frozenset("expected scheduled due slated planned set poised".split())
"""Participles that look ahead where “for”, “to” or the time word follows, and “had” does not stand before them."""
AHEAD = frozenset("for to on by in at until be".split())
UPCOMING = frozenset("upcoming forthcoming likely".split())
SAID = frozenset("said says told announced added reported confirmed warned predicted".split())
DETERMINERS = frozenset(
    "the a an his her its their our my this these those no any he she it they we i you there both all some".split()
)
GOING = frozenset(
    """is are am begins starts opens meets votes goes go takes take resumes ends closes expires faces hosts plays returns
    visits arrives travels hears holds launches leaves runs continues convenes marks kicks hold vote meet begin start open
    comes come falls fall""".split()
)
"""Present forms that, with a day, speak of the calendar: “the trial begins on Monday”."""
IRREGULAR = frozenset(
    """said told was were had did made took came went got held met saw found gave left began became brought built bought
    caught chose cost cut drew drove fell felt fought flew forgot froze grew heard hit hurt kept knew laid led lent let lost
    meant paid put quit ran rang read rose sank sat sent shook shot showed shut sold sought spent spoke spread stole stood
    struck swept swore thought threw understood upset withdrew won wore wrote broke sang hung dug lit sued died
    seen taken given gone done been known shown spoken written driven broken chosen fallen grown thrown drawn stolen shed
    overthrew overtook undertook withstood bore bred fled slid stuck sworn torn wound beat beaten bid burst cast dealt
    underwent arose awoke ate drank rode hid oversaw foresaw""".split()
)
NOT_PAST = frozenset(
    "need speed feed seed breed indeed bleed proceed succeed exceed hundred red bed shed weed deed".split()
)
AUXILIARIES = frozenset("be been being not also then still now only soon later have to".split())
FAR = 300  # characters from the time word to its verb at most
PAST_AUXILIARIES = frozenset("was were had did".split())
REACH = 4  # words back from a participle to its modal: “will almost certainly be released”
INTENT = re.compile(
    r"\b(?:(?:agree[ds]?|plan(?:s|ned|ning)?|want(?:s|ed)?|order(?:s|ed)|ask(?:s|ed)|hope[ds]?|intend(?:s|ed)?|vow(?:s|ed)?|"
    r"promise[ds]?|pledge[ds]?|threaten(?:s|ed)?|likely|prepar(?:e[ds]?|ing)|urge[ds]?|invite[ds]?|deadline|agreement|"
    r"told|chartered|invited|on course|on track)(?: [\w’'-]+){0,5}?|is|are|was|were) to "
    r"(?!the |a |an |his |her |its |their |[A-Z])[a-z]+(?: [^,;]*)?$"
)
"""“agreed to meet again on …”, “is to visit … on …”: the day lies ahead of what was agreed."""
CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)? for|ahead of|in time for|(?:set|prepar\w+|plan\w*|hearing|vote|date) for)\b[^,;]*$"
)


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around `text[start:end]`; nothing when no verb tells."""
    before = TOKEN.findall(text[max(0, start - FAR) : start])
    clause = _clause(before)
    if clause:
        left = text[max(0, start - 120) : start].rstrip()
        if (CALLED_FOR.search(left) or INTENT.search(left)) and not _pluperfect(clause):
            return "future"
    after = TOKEN.findall(text[end : end + FAR])
    if text.startswith((" will ", " would "), end) or _conditional(before, clause):
        return "future"
    if _opener(before, clause) == "after" and _nearest_left(before) != "future":
        return "past"  # “after the collapse on Saturday, the mine will …”
    if _opens_what_is_said(clause) and (found := _nearest_right(after)):
        return found
    return _nearest_left(clause) or _nearest_right(after) or _nearest_left(before)


def _opener(before: list[str], clause: list[str]) -> str:
    return before[-len(clause) - 1].lower() if clause and len(before) > len(clause) else ""


def _conditional(before: list[str], clause: list[str]) -> bool:
    """“If she is elected in May”: what has not happened yet."""
    return _opener(before, clause) in ("if", "unless") and PAST_AUXILIARIES.isdisjoint(
        token.lower() for token in clause
    )


def _opens_what_is_said(clause: list[str]) -> bool:
    """“She said the vote on Tuesday will …”: what stands before the time word is the subject of what is said."""
    lower = [token.lower() for token in clause]
    said = max((place for place, word in enumerate(lower) if word in SAID), default=-1)
    rest = range(said + 1, len(lower))
    return (
        said >= 0
        and lower[said + 1 : said + 2] != []
        and lower[said + 1] in DETERMINERS - {"he", "she"}
        and not any(_of(clause, place) for place in rest)
    )


def opens_clause(text: str, start: int) -> bool:
    """Tell whether nothing, or only a mark or a conjunction, stands before the time word in its clause."""
    return not _clause(TOKEN.findall(text[max(0, start - FAR) : start]))


def after(text: str) -> Tense:
    """Return the tense of the first verb in a text."""
    return _nearest_right(TOKEN.findall(text))


def _clause(before: list[str]) -> list[str]:
    for place in range(len(before) - 1, -1, -1):
        if before[place].lower() in BOUNDARIES and not _joins_verbs(before, place):
            return before[place + 1 :]
    return before


def _joins_verbs(before: list[str], place: int) -> bool:
    """“Will hover and make its descent on Sunday”: after “and” no new subject, so the verb before it counts, too."""
    after = before[place + 1 : place + 2]
    return before[place].lower() == "and" and after != [] and after[0].islower() and after[0] not in DETERMINERS


def _pluperfect(tokens: list[str]) -> bool:
    lower = [token.lower() for token in tokens]
    return any(one == "had" and two == "been" for one, two in pairwise(lower))


def _nearest_left(tokens: list[str]) -> Tense:
    for place in range(len(tokens) - 1, -1, -1):
        if found := _of(tokens, place):
            return found
    return ""


def _nearest_right(tokens: list[str]) -> Tense:
    for place, token in enumerate(tokens):
        if token == ";":
            return ""
        if found := _of(tokens, place):
            return found
    return ""


def _of(tokens: list[str], place: int) -> Tense:
    """Return what the token says as part of its verb group."""
    word = tokens[place].lower()
    if word == "could" and tokens[place + 1 : place + 2] == ["not"]:
        return "past"
    if word in MODALS or word in UPCOMING:
        return "future"
    if word in PLANNED and _looks_ahead(tokens, place):
        return "past" if "had" in _group(tokens, place) else "future"
    if word in PLANNED and word != "set":
        return ""  # “its planned attempt”
    if _is_past(word) and (place == 0 or tokens[place].islower()):  # “the United States” is no verb
        return "future" if _under_modal(_group(tokens, place)) else "past"
    return "future" if word in GOING else ""


def _group(tokens: list[str], place: int) -> list[str]:
    return [token.lower() for token in tokens[max(0, place - REACH) : place]]


def _looks_ahead(tokens: list[str], place: int) -> bool:
    return place + 1 == len(tokens) or tokens[place + 1].lower() in AHEAD


def _under_modal(group: list[str]) -> bool:
    """Tell whether a modal or “to” stands before a participle with only auxiliaries and adverbs between."""
    for word in reversed(group):
        if word in MODALS or word == "to":
            return True
        if word not in AUXILIARIES and not word.endswith("ly"):
            return False
    return False


@cache
def _is_past(word: str) -> bool:
    return word in IRREGULAR or (
        word.endswith("ed")
        and len(word) > 3
        and word not in NOT_PAST
        and not word.startswith(("unp", "une", "uni", "unr"))
    )
