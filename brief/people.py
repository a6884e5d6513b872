"""Who is named in an article, in full, and which gender the article gives them. English. A leaf.

A name counts as a person's only on evidence: a title, a role beside it, an age, “who”. A surname that two people of an
article bear names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .unresolved import QUOTED, ROLE

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof|Professor|Gen|General|Sen|Senator|Rep|Judge|Justice|President|Minister|Governor|"
    r"Gov|Mayor|Cllr|Councillor|Capt|Captain|Col|Colonel|Lt|Sgt|Chancellor|Secretary|Inspector|Prosecutor|Rev|Bishop|Clerk|Matron|Pope)"
)
REST = r"(?:[’'](?=[A-ZÀ-Þ]))?[A-Za-zÀ-ÖØ-öø-ÿ-]*[a-zß-öø-ÿ]"
WORD = rf"[A-ZÀ-Þ]{REST}"
NAME = re.compile(
    rf"\b(?=[A-ZÀ-Þ])(?:{TITLE}\.[ \n]){{0,3}}{WORD}"
    rf"(?:[ \n](?:{TITLE}\.[ \n])?(?:(?:[A-Z]\.[ \n]){{0,3}}|(?:van|von|de|der|den|da|di|bin|al)[ \n]){WORD})+"
)
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
SURNAME_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Dame")
TITLED_SURNAME = re.compile(rf"\b(?:{'|'.join(SURNAME_TITLES)})\.?\s({WORD})")
THING = re.compile(rf"he\s(?<=\b[Tt]he\s)({WORD}(?: {WORD})+)")
"""“The Harlan Ledger”: no person takes the article. A pattern that begins with letters, not with \\b, is found six times as fast."""
FIRST_OF_TWO = re.compile(rf"([A-ZÀ-Þ](?<!\w\w){REST})(?= {WORD})")
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
    titled = set(TITLED_SURNAME.findall(text)) if any(map(text.__contains__, SURNAME_TITLES)) else set()
    things = set(THING.findall(text))
    shared = set(FIRST_OF_TWO.findall(text))
    found: dict[str, Person] = {}
    twice = set()
    for full, start, sure in _candidates(text):
        given, _, surname = full.rpartition(" ")
        known = found.get(surname)
        if known and known.given.split()[0] != given.split()[0]:
            twice.add(surname)
        elif not known and (sure or surname in titled) and full not in things:
            found[surname] = Person(full, start, surname in shared)
    return [person for surname, person in found.items() if surname not in twice]


def _candidates(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield every name of two words and more, where it stands, and whether it is surely a person's."""
    for match in NAME.finditer(text):
        words = match.group()
        titled = TITLED.match(words)
        start = titled.end() if titled else 0
        while opening := OPENING.match(words[start:]):
            start += opening.end()
        full = " ".join(words[start:].split())
        if " " in full and "." not in full.rpartition(" ")[2] and not NOBODY.search(full):
            place = match.start() + start
            sure = (
                titled or AGED_OR_WHO.match(text, match.end()) or ROLE_BEFORE.search(text[max(0, place - 40) : place])
            )
            yield full, place, bool(sure)


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
