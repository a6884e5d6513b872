"""Who is named in an article, and who of them a passage names. English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from ...people import FEMALE, GENDER_OF, MALE, NAME, NOBODY, OPENING, TITLE, TITLED_SURNAME, Person, people
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

NAME_VERB = re.compile(r"(?<![\w’'-])([A-ZÀ-Þ][\w’'-]*[a-zß-ÿ])\s+([a-z]+)\b")
CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]*\w")
SMALL_WORDS = PRONOUNS | CONNECTIVES | DETERMINERS | PREPOSITIONS | SILENT | TIMES | PLURALS
ACTS = AUXILIARIES | MODALS | {"did", "does"} | {form for form, base in REPORTING.items() if form != base}
SPEAKS = frozenset(("say", "tell", "add"))
ANY_TITLE = re.compile(f"{TITLE}|[A-Z][a-z]+(?:man|woman|er|or)")
NOT_GIVEN = re.compile(rf"{TITLE}|{OFFICE}|.*[’']s?|[A-Z]+|.*(?:ican|ish|ese|ing)")
OPENERS = frozenset("meanwhile unlike beyond neither would could should even still later yes no".split())
GENDERED = re.compile(
    r"\b(?:(?P<male>Mr|Sir|Lord)|Ms|Mrs|Miss|Dame|Lady)\.?\s(?:[A-Z][\w.’'-]*\s)?([A-ZÀ-Þ][\w’'-]*\w)"
)
PRONOUN_AFTER = re.compile(r"[^.“”\"A-Z]{0,60}?\b(he|his|him|she|her|hers)\b")
NEAR = 40  # characters before a surname that hold the word before it


class Cast:
    """The persons of an article, by surname; `spaced` is its text with line ends as blanks."""

    def __init__(self, spaced: str, names: Iterable[Name]) -> None:
        self._text = spaced
        self._names = [name for name in names if name.is_person and " " in name.text]
        self._gender = cache(self._find_gender)
        self.full = cache(self._full)

    @cached_property
    def bearers(self) -> dict[str, dict[str, Person]]:
        """All who are named in full: those the text shows to be persons, and those who speak."""
        known: dict[str, dict[str, Person]] = {}
        for person in people(self._text):
            known.setdefault(person.surname, {})[person.full] = person
        for name in self._names:
            person = Person(name.text, name.span[0])
            own = known.setdefault(person.surname, {})
            # “Henrik Aldane” and “Henrik B. Aldane” are one.
            if all(person.given.split()[0] != other.given.split()[0] for other in own.values()):
                own[person.full] = person
        return known

    def _full(self, name: str) -> str | None:
        """Return the fullest form of a name; nothing when two persons bear the surname."""
        bearers = [] if " " in name else list(self.bearers.get(name, {})) or self._given(name)
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
            own = self.bearers.get(surname) or ({surname: Person(surname, 0)} if surname in self._actors else {})
            other_gender = len(own) == 1 and bool(self._gender(surname) - {gender})
            found += [full for full, person in own.items() if not other_gender and _is_named(person, passage)]
        return found

    @cached_property
    def things(self) -> set[str]:
        """Names that act and never speak nor have a title: “Norvik”, a dog; another may be meant, but not they."""
        speak = {name for name, verb in NAME_VERB.findall(self._text) if REPORTING.get(verb) in SPEAKS}
        return set(self._actors) - speak - set(TITLED_SURNAME.findall(self._text))

    @cached_property
    def _actors(self) -> dict[str, None]:
        """Names that do or say something, or have a title, of persons the article does not name in full."""
        acting = [name for name, verb in NAME_VERB.findall(self._text) if verb in ACTS]
        names = dict.fromkeys([*acting, *TITLED_SURNAME.findall(self._text)])
        known = self.bearers
        return {name: None for name in names if name not in known and _is_name(name)}

    @cached_property
    def _titled(self) -> dict[str, set[str]]:
        """The genders that “Mr.” and “Ms.” give each surname."""
        found: dict[str, set[str]] = {}
        for match in GENDERED.finditer(self._text):
            found.setdefault(match[2], set()).add(MALE if match["male"] else FEMALE)
        return found

    def _find_gender(self, surname: str) -> set[str]:
        """As `people.genders`, which compiles patterns for each name: 6 times as slow."""
        after = (PRONOUN_AFTER.match(self._text, end) for _, end in places(surname, self._text))
        return self._titled.get(surname) or {GENDER_OF[match[1]] for match in after if match}


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
    surname = re.escape(full.rpartition(" ")[2])
    role = (
        rf"(?:\b(?:[Tt]he|[Aa]n?|[\w-]+[’']s)\s)?(?:[\w-]+\s){{0,3}}?{ROLE}(?:,?\s[A-Z][\w.’'-]*){{0,3}}?,?\s+{surname}"
    )
    plain = re.sub(rf"{role}|(?<={surname}),[^,.;]*[,.;]", f" {full} ", passage)
    others = (match.group() for match in NAME.finditer(plain))
    if any(full.rpartition(" ")[2] not in name and not NOBODY.search(name) for name in others):
        return True
    return SOMEBODY.search(plain) is not None
