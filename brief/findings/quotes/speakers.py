"""Who is meant: the fullest name the article gives, its role, and the one person a pronoun can stand for. English.

A pronoun is explained only when one person, and nobody else, is named from the sentence before on, or in the paragraph,
or in the paragraph before; the measurement is in docs/findings.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ...people import GENDER_OF
from ...unresolved import QUOTED
from .cast import Cast, has_somebody, somebody_else
from .marks import Span
from .names import Name, name_in
from .roles import Roles
from .said import Said

PRONOUN = re.compile(r"^(?:he|she|they|it|who)$", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:after|before|when|because|since|that|who|whom|as|if|though|although|where)\s$")
"""“Moe told Lund, after he admitted …”: not who speaks."""
LONGEST_CONNECTIVE = 10  # characters
MANY = re.compile(r"^(?:[A-Z]\w+s|Police|People|Many|Some|Others?|Most|Few|Several)$")
"""“Observers”, “Republicans”: a word at the start of a sentence, or a group."""
FAR = 1500  # characters before a pronoun in which it may find its name


class Speaker(msgspec.Struct, frozen=True):
    """Who said it: a name and a role, or the words as written when nobody is named; `named` is where the source says so."""

    text: str
    role: str | None
    resolved: bool
    named: Span | None
    is_person: bool = False


NOBODY = Speaker("", None, False, None)


class Speakers:
    """The speakers of one article."""

    def __init__(self, text: str, found: Sequence[Said]) -> None:
        self._text = text.replace("\n", " ").replace("\r", " ")  # a name may be broken over lines
        self._names = {
            (said.name, said.around): name_in(text, said.name, said.around)
            for said in found
            if said.name and said.around
        }
        self._cast = Cast(self._text, self._names.values())
        self._roles = Roles(self._text, self._names.values())

    def of(self, said: Said, before: tuple[int, Speaker] | None) -> Speaker:
        """Return who says it; `before` is where somebody spoke last, and who."""
        if said.name is None or said.around is None:
            return NOBODY
        name = self._names[said.name, said.around]
        if PRONOUN.match(name.text):
            return self._meant(said, name.text, before)
        if not name.is_named:
            return Speaker(name.text, None, False, None)
        full = self._cast.full(name.text)
        if full is None or (full == name.text and name.role is None and MANY.match(full)):
            return Speaker(name.text, name.role, False, None)
        return self._with_role(full, name)

    def _with_role(self, full: str, name: Name) -> Speaker:
        if name.role and (name.text == full or " " in name.role):
            return Speaker(full, name.role, resolved=True, named=name.span, is_person=name.is_person)
        role, span = self._roles.of(full)
        if role is None and name.role:
            return Speaker(full, name.role, resolved=True, named=name.span, is_person=name.is_person)
        return Speaker(full, role, resolved=True, named=span or name.span, is_person=name.is_person)

    def _meant(self, said: Said, pronoun: str, before: tuple[int, Speaker] | None) -> Speaker:
        """Return the one person whom “he” or “she” can stand for; the pronoun, unresolved, when there are more or none."""
        unresolved = Speaker(pronoun, None, False, None)
        gender = GENDER_OF.get(pronoun.lower())
        if gender is None or said.source is None or not said.since:
            return unresolved
        place = said.source[0]
        last = before[1] if before and before[0] >= said.since[0] else None
        if WITHIN.search(self._text[max(0, place - LONGEST_CONNECTIVE) : place]) or (
            last and not self._is_person(last)
        ):
            return unresolved
        for start in said.since:
            passage = QUOTED.sub(" ", self._text[max(start, place - FAR) : place])
            near = self._cast.named_in(passage, gender)
            if last is not None and len(near) != 1:
                return last if not near or last.text in near else unresolved
            if len(near) == 1 and not self._cast.is_thing(near[0]) and (last or not somebody_else(passage, near[0])):
                return self._named(near[0])
            if near or has_somebody(passage):
                return unresolved
        return unresolved

    def _is_person(self, speaker: Speaker) -> bool:
        """Looked up only for a pronoun: to list the persons of an article takes a quarter of the time."""
        return speaker.is_person or bool(speaker.resolved and self._cast.bearers(speaker.text.rpartition(" ")[2]))

    def _named(self, full: str) -> Speaker:
        """A surname alone has no role of its own: “President Vogt” may be another Vogt."""
        role, span = self._roles.of(full) if " " in full else (None, None)
        return Speaker(full, role, True, span, is_person=True)
