"""The list of sources for a reference manager: CSL-JSON (Zotero, pandoc), BibTeX (biblatex with biber) and RIS (all others).

Every source that was read is listed under a key made of publisher, year and its letter: harbour-gazette-2026-a. A byline
stays one text, because nobody can tell by rule whether it names a person, two, or an agency.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...language import name
from ...model import Briefing, Source
from ..views.index import source_title
from ..words import line, printable, web_link

DATE = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
ARTICLE, PAGE, DOCUMENT = "article", "page", "document"
CSL_TYPES = {ARTICLE: "article-newspaper", PAGE: "webpage", DOCUMENT: "document"}
BIBTEX_TYPES = {ARTICLE: "article", PAGE: "online", DOCUMENT: "misc"}
RIS_TYPES = {ARTICLE: "NEWS", PAGE: "ELEC", DOCUMENT: "GEN"}
LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
"""What LaTeX would act on. Not \\{ for a brace: BibTeX counts braces before LaTeX sees them."""
BABEL = {"german": "ngerman"}
"""Where babel, whose names biblatex takes, calls a language otherwise than English does."""
KEY_WORDS = 4
LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as a reference manager knows it; a text is empty and a date shorter where it is not known."""

    key: str
    kind: str
    label: str
    title: str
    author: str
    publisher: str
    date: tuple[str, ...]
    """Year, month and day, as far as known: “2026”, “03”, “02”."""
    url: str
    language: str


def references(briefing: Briefing) -> tuple[Reference, ...]:
    """Return the sources of a briefing in their order."""
    return tuple(map(_reference, briefing.sources))


def to_csl_json(briefing: Briefing) -> str:
    """Return the sources as CSL-JSON (citation-style-language, csl-data.json version 1.0)."""
    return json.dumps([_csl(one) for one in references(briefing)], ensure_ascii=False, indent=2) + "\n"


def to_bibtex(briefing: Briefing) -> str:
    """Return the sources as entries for biblatex, in Unicode, with the field names of its manual (2.2)."""
    return "\n".join(map(_bibtex, references(briefing)))


def to_ris(briefing: Briefing) -> str:
    """Return the sources as RIS (the tags of 2011), each line ended by CR and LF."""
    return "".join(f"{text}\r\n" for one in references(briefing) for text in _ris(one))


def _reference(source: Source) -> Reference:
    publisher, url = line(source.publisher), web_link(source.url)
    date = DATE.match(source.published or "")
    parts = tuple(filter(None, date.groups())) if date else ()
    return Reference(
        key=_key(publisher or line(source.author) or source_title(source), parts[:1], source.label),
        kind=ARTICLE if publisher else PAGE if url else DOCUMENT,
        label=source.label,
        title=source_title(source),
        author=line(source.author),
        publisher=publisher,
        date=parts,
        url=re.sub(r"[{}<>\"]", lambda found: f"%{ord(found[0]):02X}", url) if url == printable(url) else "",
        language=source.language if re.fullmatch("[a-z]{2,3}", source.language) else "",
    )


def _key(who: str, year: Iterable[str], label: str) -> str:
    """Return a key of ASCII letters, digits and hyphens; the letter at its end makes it the only one."""
    plain = unicodedata.normalize("NFKD", who).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall("[a-z0-9]+", plain) if word != "the"]
    short = "-".join(words[:KEY_WORDS])[:LONGEST_KEY].strip("-") or "source"
    return "-".join((short, *year, label.lower()))


def _csl(one: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": one.key,
        "type": CSL_TYPES[one.kind],
        "citation-label": one.label,
        "title": one.title,
        "container-title": one.publisher,
        "author": [{"literal": one.author}] if one.author else [],
        "issued": {"date-parts": [[int(part) for part in one.date]]} if one.date else {},
        "URL": one.url,
        "language": one.language,
    }
    return {key: value for key, value in item.items() if value}


def _bibtex(one: Reference) -> str:
    """Return an entry; author and title stand in a second pair of braces: one name, and capitals as they are."""
    language = "" if name(one.language) == one.language else name(one.language).lower()
    fields = {
        "author": f"{{{latex(one.author)}}}" if one.author else "",
        "title": f"{{{latex(one.title)}}}",
        "journal": latex(one.publisher),
        "date": "-".join(one.date),
        "url": one.url,
        "langid": BABEL.get(language, language),
        "label": one.label,
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{BIBTEX_TYPES[one.kind]}{{{one.key},\n{lines}}}\n"


def latex(text: str) -> str:
    """Return the text with what LaTeX would act on written out; letters of every script stay, for biber reads UTF-8."""
    return "".join(LATEX.get(character, character) for character in text)


def _ris(one: Reference) -> list[str]:
    tags = (
        ("TY", RIS_TYPES[one.kind]),
        ("ID", one.key),
        ("LB", one.label),
        ("TI", one.title),
        ("AU", one.author),
        ("T2", one.publisher),
        ("PY", "".join(one.date[:1])),
        ("DA", "/".join(one.date)),
        ("UR", one.url),
        ("LA", one.language),
    )
    return [*(f"{tag}  - {value}" for tag, value in tags if value), "ER  - "]
