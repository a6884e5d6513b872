"""Who is named in an article, in full, and which gender the article gives them. English. A leaf.

A name counts as a person's only on evidence: a title, a role beside it, an age, “who”. A surname that two people of an
article bear names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .unresolved import QUOTED, ROLE

TITLES = (
    "Mr Mrs Ms Miss Sir Dame Lord Lady Dr Prof Professor Gen General Sen Senator Rep Judge Justice President Minister Governor Gov "
    "Mayor Cllr Councillor Capt Captain Col Colonel Lt Sgt Chancellor Secretary Inspector Prosecutor Rev Bishop Clerk Matron Pope"
).split()
TITLE = f"(?:{'|'.join(TITLES)})"
REST = r"(?>(?:[’'](?=[A-ZÀ-Þ]))?[A-Za-zÀ-ÖØ-öø-ÿ-]*[a-zß-öø-ÿ])"
"""Never tried again shorter: no blank could follow there."""
WORD = rf"[A-ZÀ-Þ]{REST}"
CAPITAL = r"[A-ZÀ-Þ](?<!\w\w)"
"""The first letter of a word. A pattern that begins with letters, not with \\b, is found up to six times as fast."""


def begun(words: Iterable[str]) -> str:
    """Return the pattern of the rest of some words, behind their first letter."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(rf"(?<={first})(?:{'|'.join(own)})" for first, own in rests.items()) + ")"


NAME = re.compile(
    rf"{CAPITAL}(?:(?=[a-z]+\.){begun(TITLES)}\.[ \n](?:{TITLE}\.[ \n]){{0,2}}{WORD}|{REST}(?=[ \n][A-ZÀ-Þvdab]))"
    rf"(?:[ \n](?:{TITLE}\.[ \n])?(?:(?:[A-Z]\.[ \n]){{0,3}}|(?:van|von|de|der|den|da|di|bin|al)[ \n]){WORD})+"
)
"""Most capitals begin no name: the two looks ahead and REST pass them in two thirds of the time, 0.7 ms in 1,000 sentences."""
TITLED = re.compile(rf"(?:.*\b{TITLE}\.?[ \n])", re.DOTALL)
OPENING = re.compile(
    r"^(?:The|A|An|In|On|At|Of|By|For|From|To|With|Asked|After|Before|When|While|If|As|Since|But|And|Or|So|That|This|Chief|Both|Only|"
    r"Even|Like|Under|Until|Because|Although|Yet|Then|Among|County|Former|State)\s"
)
NOBODY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|Ltd|Inc|Corp|Court|Council|Agency|Centre|Center|University|Institute|Board|Party|Union|Group|Hospital|Bank|"
    r"Commission|Committee|Ministry|Office|Foundation|Federation|Association|Street|Road|Club|Company|League|Act|House|Congress|News|Times|Herald|Gazette|Daily|Today|Observer|Echo|Post|Tribune|Mercury|"
    r"Bay|Valley|City|River|Island|Port|North|South|East|West|Upper|Lower|San|Santa|Puerto|Mount|Lake|Anzeiger)\b"
)
AGED_OR_WHO = re.compile(
    rf",\s(?:who\b|\d\d\b|(?:an?|the|its|his|her|former)\s(?:[\w’'-]+\s){{0,4}}?{ROLE}\b|(?!whose\b|where\b)(?:[a-z-]+\s){{0,2}}?{ROLE}\b)"
)
ROLE_BEFORE = re.compile(rf"\b{ROLE},?\s$")
ROLE_REACH = 40  # characters
SURNAME_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Dame")
TITLED_SURNAME = re.compile(
    rf"[{''.join({title[0]: 0 for title in SURNAME_TITLES})}](?<!\w\w){begun(SURNAME_TITLES)}\.?\s({WORD})"
)
THING = re.compile(rf"he\s(?<=\b[Tt]he\s)({WORD}(?: {WORD})+)")
"""“The Harlan Ledger”: no person takes the article."""
FIRST_OF_TWO = re.compile(rf"{CAPITAL}{REST}(?= {WORD})")
MALE, FEMALE = "male", "female"
GENDER_OF = {"he": MALE, "his": MALE, "him": MALE, "she": FEMALE, "her": FEMALE, "hers": FEMALE}
GENDERED_TITLES = {MALE: "Mr|Sir|Lord", FEMALE: "Ms|Mrs|Miss|Dame|Lady"}


@dataclass(frozen=True)
class Person:
    """A full name, and where it stands in the article for the first time."""

    full: str
    start: int
    shared: bool = False
    """The surname begins another name too, as of a firm: alone it says nothing."""

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.full.rpartition(" ")[2]

    @property
    def given(self) -> str:
        """All before the surname."""
        return self.full.rpartition(" ")[0]


def people(text: str) -> list[Person]:
    """Return who is named in full in the text, in order; nobody whose surname two of them bear."""
    names, shared = FullNames(text), set(FIRST_OF_TWO.findall(text))
    found = [person for surname in names.surnames if (person := names.bearer(surname))]
    found.sort(key=lambda person: person.start)
    return [replace(person, shared=True) if person.surname in shared else person for person in found]


class FullNames:
    """The full names of a text. Who bears a surname is looked at when asked for: few are, and it takes half the time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[re.Match[str]]] = {}
        for match in NAME.finditer(text):
            self._found.setdefault(match[0].split()[-1], []).append(match)

    @property
    def surnames(self) -> Iterable[str]:
        """The last words of all names, in order."""
        return self._found

    def bearer(self, surname: str) -> Person | None:
        """Return the person of a surname; nobody when two bear it, or nothing shows that it is a person's."""
        known: Person | None = None
        for match in self._found.get(surname, ()):
            full, start, is_titled = _untitled(match)
            if not full:
                continue
            if known:
                if known.given.split()[0] != full.split()[0]:
                    return None
            elif (
                is_titled or surname in self.titled or _is_described(self._text, start, match.end())
            ) and full not in self._things:
                known = Person(full, start)
        return known

    @cached_property
    def titled(self) -> set[str]:
        """Surnames with “Mr.”, “Dr.” … before them."""
        has_title = any(map(self._text.__contains__, SURNAME_TITLES))
        return set(TITLED_SURNAME.findall(self._text)) if has_title else set()

    @cached_property
    def _things(self) -> set[str]:
        return set(THING.findall(self._text))


def _untitled(match: re.Match[str]) -> tuple[str, int, bool]:
    """Return a name of two words and more, where it begins, and whether a title stands before it; nothing for other names."""
    words = match[0]
    titled = TITLED.match(words)
    start = titled.end() if titled else 0
    while opening := OPENING.match(words[start:]):
        start += opening.end()
    full = " ".join(words[start:].split())
    if " " not in full or "." in full.rpartition(" ")[2] or NOBODY.search(full):
        full = ""
    return full, match.start() + start, titled is not None


def _is_described(text: str, start: int, end: int) -> bool:
    """Tell whether an age, “who” or a role beside a name shows a person."""
    if AGED_OR_WHO.match(text, end):
        return True
    before = text[max(0, start - ROLE_REACH) : start]
    if not before[-1:].isspace():
        return False
    # Only the last word is searched: a fifth of the time.
    return ROLE_BEFORE.search(before, before.rfind(" ", 0, -2) + 1) is not None


def mentions(person: Person, text: str) -> list[re.Match[str]]:
    """Return where the person is named, outside quotations; not where the surname belongs to somebody else's name."""
    masked = QUOTED.sub(lambda match: " " * len(match.group()), text)
    given = r"\s".join(map(re.escape, person.given.split()))
    pattern = rf"(?<![\w-])(?:{TITLE}\.?\s)?(?P<given>{given}\s)?(?P<surname>{re.escape(person.surname)})(?![\w-])(?!\s{WORD})"
    found = (match for match in re.finditer(pattern, masked) if not _another(masked[: match.start()], match))
    return [match for match in found if match["given"] or not person.shared or match.start() < match.start("surname")]


def _another(before: str, match: re.Match[str]) -> bool:
    """“Lorna Averill” is not Colm Averill, “the Averill stand” nobody; “Minister Averill” may be he."""
    if re.search(r"\b[Tt]he\s$", before):
        return not match.group("given") and match.start() == match.start("surname")
    word = re.search(rf"({WORD})\s$", before)
    return word is not None and not match.group("given") and not re.fullmatch(TITLE, word[1])


def genders(person: Person, text: str) -> set[str]:
    """Return what the titles of the article say; failing these, the pronouns that follow the name in one sentence."""
    name = rf"(?:{re.escape(person.given)}\s)?{re.escape(person.surname)}"
    titled = {gender for gender, titles in GENDERED_TITLES.items() if re.search(rf"\b(?:{titles})\.?\s{name}\b", text)}
    pronouns = re.findall(rf"\b{name}\b[^.“”\"A-Z]{{0,60}}?\b(he|his|him|she|her|hers)\b", text)
    return titled or {GENDER_OF[pronoun] for pronoun in pronouns}
