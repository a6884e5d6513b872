"""The speaker index: who is quoted, in which role, how often and where."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from .findings import Quote

WEAK = ("who ", "of ", "for ", "from ", "with ", "at ")
"""“For the applicants”, “who leads the case”: printed only when there is no other."""


class Speaker(Struct, frozen=True):
    """A person or body that the sources name, and all they have of its words."""

    name: str
    """The fullest name."""
    roles: tuple[str, ...]
    """As the sources word them, without repeats, in the order of the sources, offices first; the first is the one to print."""
    quotes: tuple[Quote, ...]
    """In the order of the sources; words that several sources carry are one quotation."""

    @property
    def role(self) -> str | None:
        """The role to print, if any source gives one."""
        return self.roles[0] if self.roles else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that quote the speaker, without repeats."""
        cited = (citation for quote in self.quotes for citation in (quote.citation, *quote.also_in))
        return tuple(dict.fromkeys(citation.source for citation in cited))


def speakers(quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
    """Group what named speakers say: those with most quotations first, of equals the first in the sources.

    “Rubio” in one article is Marco Rubio of another when only one speaker bears the surname. Quotations whose speaker is
    not resolved (`Quote.resolved`) belong to nobody and are left out.
    """
    named = [quote for quote in quotes if quote.resolved]
    full = _full_names({quote.speaker: None for quote in named}.keys())
    by_name: dict[str, list[Quote]] = {}
    for quote in named:
        by_name.setdefault(full[quote.speaker], []).append(quote)
    index = [_speaker(name, own) for name, own in by_name.items()]
    return tuple(sorted(index, key=lambda speaker: -len(speaker.quotes)))


def _full_names(names: Collection[str]) -> dict[str, str]:
    """Return for each name the one full name that ends in it; itself when there is none or more."""
    by_surname: dict[str, list[str]] = {}
    for name in names:
        if " " in name:
            by_surname.setdefault(name.rpartition(" ")[2], []).append(name)
    bearers = {name: by_surname.get(name, []) for name in names}
    return {name: own[0] if len(own) == 1 else name for name, own in bearers.items()}


def _speaker(name: str, quotes: list[Quote]) -> Speaker:
    roles = sorted(dict.fromkeys(quote.role for quote in quotes if quote.role), key=lambda role: role.startswith(WEAK))
    return Speaker(name, tuple(roles), tuple(quotes))
