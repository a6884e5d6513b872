"""What changed since the previous briefing, as it is shown: counts, chips that lead to the statements, old words → new words."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import Changes, Citation, Earlier, Moved, Place
from ..labels import _, ngettext, some
from ..words import human_date, line, quoted, reason_label

if TYPE_CHECKING:
    from .chip import Chip
    from .index import Index

MOST_PIECES = 3
LONGEST_PIECE = 7  # words
"""Beyond these a sentence was written anew, and pieces of it side by side say nothing: the old one is printed in full."""
SENTENCE = re.compile(r"\n\s*\n|(?<=[.!?])(?:\s|$)")
FEW_WORDS = 4  # on each side of a number that moved

NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?: (?:million|billion|trillion)\b)?")


@dataclass(frozen=True, slots=True)
class Item:
    """A statement that changed, and how: “‘18 million’ → ‘26 million’”, or nothing."""

    chip: Chip
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the box."""

    label: str
    """“2 updated”."""
    items: tuple[Item, ...]
    of_figures: bool = False
    """Whether the items are figures and not statements."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A statement of the previous briefing that nothing here says."""

    text: str
    where: str
    """“Orrin Valley Times, 4 May 2026”."""
    reason: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed since the previous briefing."""

    title: str
    """“Since 8 May 2026”."""
    nothing: str
    """“Nothing new since 8 May 2026.”, or nothing when something is."""
    sources: str
    """“3 more articles were read”, or nothing."""
    rows: tuple[Row, ...]
    gone_label: str
    """“4 no longer here”, or nothing."""
    gone: tuple[Gone, ...]


def changes_view(index: Index) -> ChangesView | None:
    """Return what the box shows; nothing when the briefing was compared with no other."""
    found = index.briefing.changes
    if found is None:
        return None
    anything = found.new or found.updated or found.figures
    return ChangesView(
        title=_title(found.since),
        nothing="" if anything else _nothing(found.since),
        sources=some("%(num)s more article was read", "%(num)s more articles were read", len(found.new_sources)),
        rows=tuple(row for row in _rows(index, found) if row.items),
        gone_label=some("%(num)s no longer here", "%(num)s no longer here", len(found.dropped)),
        gone=tuple(Gone(line(one.text), where(one.place), reason_label(one.reason)) for one in found.dropped),
    )


def _title(since: str | None) -> str:
    if since:
        return _("What changed since %(date)s", date=human_date(since))
    return _("What changed since the previous briefing")


def _nothing(since: str | None) -> str:
    return (
        _("Nothing new since %(date)s.", date=human_date(since))
        if since
        else _("Nothing new since the previous briefing.")
    )


def ids(found: Changes | None) -> tuple[str, ...]:
    """Return the ids of all statements that changed: they must be in the briefing."""
    return (*found.new, *found.first_quoted, *(one.id for one in found.updated)) if found else ()


def sources_named(found: Changes | None) -> set[str]:
    """Return the ids of all sources of this briefing that the changes name."""
    return {*found.new_sources, *(one.after.citation.source for one in found.figures)} if found else set()


def before(found: Changes | None, statement_id: str) -> str:
    """Return what an updated statement said in the previous briefing: “‘…’ (Stannard Herald, 8 May 2026)”; else nothing."""
    for updated in found.updated if found else ():
        if updated.id == statement_id:
            return f"{quoted(line(updated.before.text))} ({where(updated.before.place)})"
    return ""


def where(place: Place) -> str:
    """Return outlet or title, and date."""
    return ", ".join(part for part in (line(place.publisher) or line(place.title), human_date(place.published)) if part)


def pieces(old: str, new: str) -> str:
    """Return the words that differ, “‘18 million’ → ‘26 million’”: of a sentence written anew only the number, if one does."""
    a, b = old.split(), new.split()
    found = [op for op in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != "equal"]
    if len(found) > MOST_PIECES or any(max(i2 - i1, j2 - j1) > LONGEST_PIECE for _, i1, i2, j1, j2 in found):
        return _number(old, new)
    return "; ".join(_piece(" ".join(a[i1:i2]), " ".join(b[j1:j2])) for _, i1, i2, j1, j2 in found)


def _number(old: str, new: str) -> str:
    """Return “‘900’ → ‘240’” when each has one number that the other has not."""
    before, after = NUMBER.findall(old), NUMBER.findall(new)
    gone, come = [n for n in before if n not in after], [n for n in after if n not in before]
    return _piece(gone[0], come[0]) if len(set(gone)) == len(set(come)) == 1 else ""


def _piece(old: str, new: str) -> str:
    if old and new:
        return f"{quoted(old)} → {quoted(new)}"
    return _("now also %(words)s", words=quoted(new)) if new else _("no longer %(words)s", words=quoted(old))


def _rows(index: Index, found: Changes) -> tuple[Row, ...]:
    updates = tuple(Item(index.back(one.id), _words(index, one.id, one.before)) for one in found.updated)
    figures = tuple(Item(_chip(index, one), _moved(one)) for one in found.figures)
    return (
        Row(
            ngettext("%(num)s new", "%(num)s new", len(found.new)),
            tuple(Item(index.back(one), "") for one in found.new),
        ),
        Row(ngettext("%(num)s updated", "%(num)s updated", len(updates)), updates),
        Row(ngettext("%(num)s figure moved", "%(num)s figures moved", len(figures)), figures, of_figures=True),
        Row(
            ngettext("%(num)s read before, quoted now", "%(num)s read before, quoted now", len(found.first_quoted)),
            tuple(Item(index.back(one), "") for one in found.first_quoted),
        ),
    )


def _words(index: Index, statement_id: str, old: Earlier) -> str:
    return pieces(line(old.text), line(index.statements[statement_id].text))


def _chip(index: Index, one: Moved) -> Chip:
    """Return a chip to the statement when it is printed, else to the sentence in the evidence or its source."""
    if one.after.sentence in index.statements:
        return index.back(one.after.sentence)
    return index.chip(one.after.citation.source, one.after.sentence.upper())


def _moved(one: Moved) -> str:
    """Return “people: about 900 → 1,400 (before: Stannard Herald, 8 May 2026)”; of a bare measure the words around it too."""
    old, new = one.before, one.after
    numbers = " → ".join(_with_qualifier(part.qualifier, part.text) for part in (old, new))
    about = line(one.about) + _(": ") + numbers if one.about else f"{numbers}, {quoted(_around(new.citation))}"
    return _("%(figure)s (before: %(place)s)", figure=about, place=where(old.place))


def _with_qualifier(qualifier: str | None, text: str) -> str:
    return " ".join(filter(None, (line(qualifier), line(text))))


def _around(cited: Citation) -> str:
    """Return a number with a few words of its sentence on each side: “…reservoir fell to 55 centimetres below the crest by…”."""
    *earlier, before = SENTENCE.split(cited.prefix)
    after, *later = SENTENCE.split(cited.suffix)
    words, more = line(before).split(), line(after).split()
    # What the citation cuts off may be half a word.
    words, more = words if earlier else words[1:], more if later else more[:-1]
    lead = "…" if not earlier or len(words) > FEW_WORDS else ""
    trail = "…" if not later or len(more) > FEW_WORDS else ""
    return f"{lead}{' '.join([*words[-FEW_WORDS:], line(cited.exact), *more[:FEW_WORDS]])}{trail}"
