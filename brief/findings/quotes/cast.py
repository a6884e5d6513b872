"""Who is named in an article, and who of them a passage names. English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ...people import (
    FEMALE,
    GENDER_OF,
    MALE,
    NAME,
    NOBODY,
    OPENING,
    TITLE,
    FullNames,
    Person,
    begun,
)
from ...unresolved import ROLE, SOMEBODY
from .names import OFFICE, Name
from .roles import places
from .words import (
    AUXILIARIES,
    CONNECTIVES,
    DETERMINERS,
    MODALS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SILENT,
    TIMES,
)

NAME_VERB = re.compile(r"[A-ZÀ-Þ](?<![\w’'-][A-ZÀ-Þ])[\w’'-]*[a-zß-ÿ]\s+[a-z]+\b")
CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]*\w")
SMALL_WORDS = PRONOUNS | CONNECTIVES | DETERMINERS | PREPOSITIONS | SILENT | TIMES | PLURALS
ACTS = AUXILIARIES | MODALS | {"did", "does"} | {form for form, base in REPORTING.items() if form != base}
SPEAKS = frozenset(("say", "tell", "add"))
ANY_TITLE = re.compile(f"{TITLE}|[A-Z][a-z]+(?:man|woman|er|or)")
NOT_GIVEN = re.compile(rf"{TITLE}|{OFFICE}|.*[’']s?|[A-Z]+|.*(?:ican|ish|ese|ing)")
OPENERS = frozenset("meanwhile unlike beyond neither would could should even still later yes no".split())
MEN, WOMEN = ("Mr", "Sir", "Lord"), ("Ms", "Mrs", "Miss", "Dame", "Lady")
GENDERED = re.compile(
    rf"[MSLD](?<!\w\w)(?:(?P<male>){begun(MEN)}|{begun(WOMEN)})\.?\s(?:[A-Z][\w.’'-]*\s)?([A-ZÀ-Þ][\w’'-]*\w)"
)
PRONOUN_AFTER = re.compile(r"[^.“”\"A-Z]{0,60}?\b(he|his|him|she|her|hers)\b")
NEAR = 40  # characters before a surname that hold the word before it
ROLE_AHEAD = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[\w-]+[’']s)\s)?(?:[\w-]+\s){{0,3}}?{ROLE}(?:,?\s[A-Z][\w.’'-]*){{0,3}}?,?\s+\Z"
)
"""“Estmark’s interior minister, Henrik”, before a surname."""
ROLE_REACH = 200  # characters before a surname in which its role begins
APPOSITION = re.compile(r",[^,.;]*[,.;]")
ROLE_BEHIND = re.compile(rf" (?<=[a-z’'-] ){ROLE}\b", re.IGNORECASE)
ANYBODY = re.compile(r"(?:every|some|any|no)(?:one|body)|whoever", re.IGNORECASE)
SOMEBODY_REACH = 40  # characters before a role in which most of what SOMEBODY finds begins


class Cast:
    """The persons of an article, by surname; `spaced` is its text with line ends as blanks."""

    def __init__(self, spaced: str, names: Iterable[Name]) -> None:
        self._text = spaced
        self._names: dict[str, list[Name]] = {}
        for name in names:
            if name.is_person and " " in name.text:
                self._names.setdefault(name.text.rpartition(" ")[2], []).append(name)
        self._bearers: dict[str, dict[str, Person]] = {}
        self._genders: dict[str, set[str]] = {}
        self._fullest: dict[str, str | None] = {}

    def bearers(self, surname: str) -> dict[str, Person]:
        """Return all who are named in full: those the text shows to be persons, and those who speak."""
        if surname not in self._bearers:
            own = self._bearers[surname] = {}
            if person := self._full_names.bearer(surname):
                own[person.full] = person
            for name in self._names.get(surname, ()):
                person = Person(name.text, name.span[0])
                # “Henrik Aldane” and “Henrik B. Aldane” are one.
                if all(person.given.split()[0] != other.given.split()[0] for other in own.values()):
                    own[person.full] = person
        return self._bearers[surname]

    @cached_property
    def _full_names(self) -> FullNames:
        return FullNames(self._text)

    def full(self, name: str) -> str | None:
        """Return the fullest form of a name; nothing when two persons bear the surname."""
        if name not in self._fullest:
            self._fullest[name] = self._full(name)
        return self._fullest[name]

    def _full(self, name: str) -> str | None:
        bearers = [] if " " in name else list(self.bearers(name)) or self._given(name)
        return name if not bearers else bearers[0] if len(bearers) == 1 else None

    def _given(self, surname: str) -> list[str]:
        """Return the full names of a surname that nothing else shows to be persons: somebody of that surname speaks."""
        ahead = (
            (self._text[max(0, start - NEAR) : start].split() or [""])[-1] for start, _ in places(surname, self._text)
        )
        given = dict.fromkeys(word for word in ahead if CAPITAL.fullmatch(word) and not NOT_GIVEN.fullmatch(word))
        return [f"{word} {surname}" for word in given if self._may_be_given(word) and _is_name(surname)]

    def _may_be_given(self, word: str) -> bool:
        """“Meanwhile Aldane”: what opens a sentence stands in small letters elsewhere, or is known to."""
        low = word.lower()
        return _is_name(word) and low not in REPORTING and low not in OPENERS and f" {low} " not in self._text

    def named_in(self, passage: str, gender: str) -> list[str]:
        """Return whom of this gender, or of unknown, a passage names, in full if the article does."""
        found = []
        for surname in dict.fromkeys(CAPITAL.findall(passage)):
            own = self.bearers(surname) or ({surname: Person(surname, 0)} if self._is_actor(surname) else {})
            named = [full for full, person in own.items() if _is_named(person, passage)]
            if named and not (len(own) == 1 and self._gender(surname) - {gender}):
                found += named
        return found

    def is_thing(self, name: str) -> bool:
        """Tell whether a name acts and never speaks nor has a title: “Norvik”, a dog; another may be meant, but not it."""
        return self._is_actor(name) and name not in self._speaking

    def _is_actor(self, name: str) -> bool:
        """Tell whether a name does or says something, or has a title, of a person the article does not name in full."""
        return name in self._acting and _is_name(name) and not self.bearers(name)

    @cached_property
    def _acting(self) -> set[str]:
        acting = {name for name, verb in map(str.split, self._names_and_verbs) if verb in ACTS}
        return acting | self._full_names.titled

    @cached_property
    def _speaking(self) -> set[str]:
        speaking = {name for name, verb in map(str.split, self._names_and_verbs) if REPORTING.get(verb) in SPEAKS}
        return speaking | self._full_names.titled

    @cached_property
    def _names_and_verbs(self) -> list[str]:
        """The words with a capital, each with the word in small letters that follows: “Aldane said”."""
        return NAME_VERB.findall(self._text)

    @cached_property
    def _titled(self) -> dict[str, set[str]]:
        """The genders that “Mr.” and “Ms.” give each surname."""
        found: dict[str, set[str]] = {}
        for match in GENDERED.finditer(self._text):
            found.setdefault(match[2], set()).add(FEMALE if match["male"] is None else MALE)
        return found

    def _gender(self, surname: str) -> set[str]:
        """As `people.genders`, which compiles patterns for each name: 6 times as slow."""
        if surname not in self._genders:
            after = (PRONOUN_AFTER.match(self._text, end) for _, end in places(surname, self._text))
            self._genders[surname] = self._titled.get(surname) or {GENDER_OF[match[1]] for match in after if match}
        return self._genders[surname]


def _is_name(word: str) -> bool:
    return word.lower() not in SMALL_WORDS and not NOBODY.search(word)


def _is_named(person: Person, passage: str) -> bool:
    """Tell whether the person is named there, alone or in full, and not only somebody of that surname."""
    for start, end in places(person.surname, passage):
        before = (passage[max(0, start - NEAR) : start].split() or [""])[-1]
        if passage[end : end + 1] == "-":
            continue
        if not before[:1].isupper() or before[-1] in ".,;:" or before in person.full.split():
            return True
        if OPENING.match(f"{before} ") or ANY_TITLE.fullmatch(before):
            return True
    return False


def somebody_else(passage: str, full: str) -> bool:
    """Tell whether another may stand there too: “the president”, “a judge”, a name nothing is known of."""
    plain = _without_roles(passage, full)
    others = (match.group() for match in NAME.finditer(plain))
    if any(full.rpartition(" ")[2] not in name and not NOBODY.search(name) for name in others):
        return True
    return has_somebody(plain)


def has_somebody(passage: str) -> bool:
    """Tell whether SOMEBODY is found, in half the time: it takes a role behind a blank, or “anybody”."""
    role = ROLE_BEHIND.search(passage)
    if role and SOMEBODY.search(passage, max(0, role.start() - SOMEBODY_REACH)):
        return True
    return bool(role or ANYBODY.search(passage)) and SOMEBODY.search(passage) is not None


def _without_roles(passage: str, full: str) -> str:
    """Put the full name in place of what says who a person is, before the surname and behind it.

    One pattern with the surname in it would take a millisecond to compile, for each person.
    """
    surname = full.rpartition(" ")[2]
    parts, done = [], 0
    start = passage.find(surname)
    while start >= 0:
        end = start + len(surname)
        if role := ROLE_AHEAD.search(passage, max(done, start - ROLE_REACH), start):
            parts += [passage[done : role.start()], f" {full} "]
            done = end
        if apposition := APPOSITION.match(passage, end):
            parts += [passage[done:end], f" {full} "]
            done = apposition.end()
        start = passage.find(surname, max(done, end))
    return "".join([*parts, passage[done:]])
