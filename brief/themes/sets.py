"""Theme sets: TOML in, checked and frozen values out.

Every error names the file, the theme and the key, and says what to write instead.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from .. import language
from ..errors import ThemeError
from ..model import Theme

FOLDER = Path(__file__).parent
DOCS = "see docs/themes.md"
ANY = ""
"""The language of `terms` in a set that names no languages: they are tried on every text."""
OTHER_ID = "other"

PHRASE, WORD, AGAINST = 2.0, 1.0, -2.0
"""What a hit counts: two words together are rarely an accident, one word often is; one term against outweighs two words
for. Kept from the recipe measured at precision .985 and recall .984."""
GENERIC = 0.5
"""With `~` a term stays below the threshold of .6 alone, and two of them pass it. For generic words (*government*) and
for names of actors, who do not say what about (*White House*)."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[a-z]{2}")
EXTERNAL_ID = re.compile(r"[a-z][a-z0-9.+-]*:[^\s<>\"]+")
"""A qcode such as `medtop:11000000` or an address: scheme, colon, the rest."""
COLOUR = re.compile("#[0-9a-f]{6}")
TERM = re.compile(r"([~+!-]?)(=?)([^\s=~+!-].*)")
"""The weight mark, the exact mark, the words."""
LONGEST_TERM = 8  # words; a longer term is a sentence, and no other article has that sentence


class Term(NamedTuple):
    """One term of a theme. `text` is how it stands in the file, without the marks in front."""

    text: str
    weight: float
    """2 phrase or `+`, 1 word, 0.5 with `~`, −2 with `-`, 0 with `!`."""
    exact: bool = False
    """`=`: no stemming; capitals in it must be capitals in the text."""
    prefix: bool = False
    """`…*`: every word that begins like this."""


Terms = Mapping[str, tuple[Term, ...]]
"""Terms by language code; `ANY` when the set names no languages."""


@dataclass(frozen=True)
class ThemeDefinition:
    """One theme of a set."""

    id: str
    label: str
    description: str
    terms: Terms = field(hash=False)
    external_id: str | None = None
    """The theme's id in a public vocabulary, such as `medtop:11000000` of the IPTC Media Topics."""
    colour: str | None = None
    """`#rrggbb`."""

    @property
    def theme(self) -> Theme:
        """The theme as the briefing names it."""
        return Theme(self.id, self.label, self.description, self.external_id, self.colour)


@dataclass(frozen=True)
class ThemeSet:
    """Themes in the order in which they stand in the file, which breaks ties."""

    name: str
    title: str
    themes: tuple[ThemeDefinition, ...]
    description: str = ""
    languages: tuple[str, ...] = ()
    """The languages it covers; empty when its terms are tried on every language."""
    ignore: Terms = field(default_factory=dict, hash=False)
    """Words that say nothing about any theme: names of organisations, figures of speech."""

    def terms_language(self, code: str) -> str | None:
        """Return which language's terms serve a text in this language; None when the set does not cover it."""
        own = {key for theme in self.themes for key in theme.terms}
        if code in own:
            return code
        if not self.languages:
            return ANY
        return None if code else self.languages[0]


class _Theme(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    label: str
    terms: list[str]
    description: str = ""
    external_id: str | None = None
    colour: str | None = None
    translations: dict[str, list[str]] = {}


class _Set(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    theme: list[_Theme]
    title: str = ""
    description: str = ""
    version: int = 1
    languages: list[str] = []
    ignore: list[str] = []
    ignore_translations: dict[str, list[str]] = {}


def names() -> list[str]:
    """Return the names of the built-in sets, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name_or_path: str) -> ThemeSet:
    """Return a built-in set by its name, or the set in a TOML file.

    Raises:
        ThemeError: there is no such set or file, or the file is not a theme set; the message names file, theme and key.
    """
    path = FOLDER / f"{name_or_path}.toml" if name_or_path in names() else Path(name_or_path)
    if not path.is_file():
        fix = f"the built-in sets are {', '.join(names())}; or give the path of a TOML file, {DOCS}"
        raise ThemeError(f"there is no theme set “{name_or_path}”", fix)
    return _checked(_decoded(_read(path), path.name), path.name)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n"))
    except OSError as error:
        raise ThemeError(f"{path.name}: cannot be read ({error.strerror})", "give a file you may read") from error
    except UnicodeDecodeError as error:
        raise ThemeError(f"{path.name}: not UTF-8 (byte {error.start})", "save the file as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeError(f"{path.name}: not TOML ({error})", f"mend that place; {DOCS} has an example") from error


def _decoded(values: dict[str, Any], file: str) -> _Set:
    try:
        return msgspec.convert(values, _Set)
    except msgspec.ValidationError as error:
        problem = re.sub(r" - at `\$(.*)`", lambda found: _place(values, found[1]), str(error))
        known = f"a theme has {', '.join(_Theme.__struct_fields__)}; a set has {', '.join(_Set.__struct_fields__)}"
        raise ThemeError(f"{file}: {problem}", known) from error


def _place(values: dict[str, Any], path: str) -> str:
    """Say where a value stands: `.theme[1].label` → ` in theme “health”, key label`."""
    found = re.match(r"\.theme\[(\d+)\]\.?(.*)", path)
    if found is None:
        return f" in key {path.strip('.')}" if path.strip(".") else ""
    theme = values["theme"][int(found[1])]
    name = theme.get("id", theme.get("label")) if isinstance(theme, dict) else None
    where = f" in theme “{name}”" if name else f" in theme number {int(found[1]) + 1}"
    return f"{where}, key {found[2]}" if found[2] else where


def _checked(raw: _Set, file: str) -> ThemeSet:
    if raw.version != 1:
        raise ThemeError(f"{file}: version is {raw.version}", "this program reads version 1")
    if not raw.name.strip():
        raise ThemeError(f"{file}: name is empty", 'give the set a name such as name = "news"')
    if not raw.theme:
        raise ThemeError(f"{file}: there is no theme", f"add a [[theme]] with id, label and terms; {DOCS}")
    _check_codes(raw.languages, f"{file}: languages")
    _check_ids(raw.theme, file)
    return ThemeSet(
        name=raw.name,
        title=raw.title or raw.name,
        themes=tuple(_definition(theme, raw.languages, file) for theme in raw.theme),
        description=raw.description,
        languages=tuple(raw.languages),
        ignore=_by_language(
            [f"!{text}" for text in raw.ignore],
            {code: [f"!{text}" for text in texts] for code, texts in raw.ignore_translations.items()},
            raw.languages,
            f"{file}: ignore",
        ),
    )


def _check_codes(codes: Iterable[str], place: str) -> None:
    for code in codes:
        if not CODE.fullmatch(code):
            raise ThemeError(f"{place}: “{code}” is not a language code", "give two letters such as en, de, es, fr, pt")


def _check_ids(themes: list[_Theme], file: str) -> None:
    seen: set[str] = set()
    for theme in themes:
        if not ID.fullmatch(theme.id):
            fix = "use lower-case letters, digits and hyphens, such as due-process"
            raise ThemeError(f"{file}: theme “{theme.id}”: id is not usable", fix)
        if theme.id == OTHER_ID:
            raise ThemeError(f"{file}: theme “other”: id is taken by what no theme claims", "choose another id")
        if theme.id in seen:
            raise ThemeError(f"{file}: theme “{theme.id}”: id stands twice", "rename or join the two themes")
        if not theme.label.strip():
            raise ThemeError(f"{file}: theme “{theme.id}”: label is empty", "give the heading that readers see")
        seen.add(theme.id)


def _definition(raw: _Theme, languages: list[str], file: str) -> ThemeDefinition:
    place = f"{file}: theme “{raw.id}”"
    terms = _by_language(raw.terms, raw.translations, languages, place)
    for code in languages or [ANY]:
        if not any(term.weight > 0 for term in terms.get(code, ())):
            key = "terms" if code in ("", *languages[:1]) else f"translations.{code}"
            raise ThemeError(
                f"{place}: {key} is missing or has no term that counts", f'give some, {key} = ["court order"]'
            )
    _check_looks(raw, place)
    return ThemeDefinition(raw.id, raw.label, raw.description, terms, raw.external_id, raw.colour)


def _check_looks(raw: _Theme, place: str) -> None:
    if raw.external_id is not None and not EXTERNAL_ID.fullmatch(raw.external_id):
        fix = "write the vocabulary and its code, such as medtop:11000000"
        raise ThemeError(f"{place}: external_id “{raw.external_id}” is not usable", fix)
    if raw.colour is not None and not COLOUR.fullmatch(raw.colour):
        raise ThemeError(f"{place}: colour “{raw.colour}” is not usable", "write it as #1f6f8b: # and six of 0-9, a-f")


def _by_language(own: list[str], translations: dict[str, list[str]], languages: list[str], place: str) -> Terms:
    _check_codes(translations, f"{place}: translations")
    for code in translations:
        if languages and code not in languages[1:]:
            fix = f"add it to languages, after the language of terms, or write terms in “{code}” under terms"
            raise ThemeError(f"{place}: translations.{code} is in no language of the set", fix)
    first = languages[0] if languages else ANY
    listed = {first: own, **translations}
    return {code: tuple(_terms(texts, code, place)) for code, texts in listed.items()}


def _terms(texts: list[str], code: str, place: str) -> Iterator[Term]:
    seen: set[tuple[str, bool]] = set()
    for text in texts:
        term = parse_term(" ".join(text.split()), place)
        same = (term.text, term.exact)
        if same in seen:
            where = f" in {code}" if code else ""
            raise ThemeError(f"{place}: term “{term.text}” stands twice{where}", "delete one of the two")
        seen.add(same)
        yield term


def parse_term(text: str, place: str = "term") -> Term:
    """Read one term: `court order`, `~government`, `=import`, `-sports`, `!court of public opinion`, `+asylum`, `flut*`.

    Raises:
        ThemeError: it has no word, an unknown mark, more than 8 words, or a star that is not at the end of one word.
    """
    found = TERM.fullmatch(text)
    count = len(language.words(text))
    if found is None or not count:
        raise ThemeError(f"{place}: bad term “{text}”", f"write words, with ~ + - ! or = in front, each once; {DOCS}")
    if count > LONGEST_TERM:
        raise ThemeError(f"{place}: term “{text}” has {count} words", f"use at most {LONGEST_TERM}")
    mark, exact, body = found.groups()
    prefix = body.endswith("*")
    if "*" in body[:-1] or (prefix and (exact or count > 1)):
        raise ThemeError(
            f"{place}: bad term “{text}”", "a star stands at the end of a single word without =, such as flood*"
        )
    return Term(body, _weight(mark, count), bool(exact), prefix)


def _weight(mark: str, count: int) -> float:
    plain = PHRASE if count > 1 else WORD
    return {"": plain, "~": GENERIC, "+": PHRASE, "-": AGAINST, "!": 0.0}[mark]
