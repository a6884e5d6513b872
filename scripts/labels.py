"""Find the words of the program, put them into the catalogues and compile these: `make labels`.

    python scripts/labels.py

Words come from `_`, `ngettext` and the like in brief/render and the templates, and from the labels of the built-in theme
sets. What is new stands untranslated in brief/locale/*/LC_MESSAGES/brief.po until somebody translates it; what is no
longer used is taken out. tests/test_labels.py fails when this would change a file, and when a translation is missing.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo

from brief.drawing import LABELS
from brief.render.labels import CATALOGUES, DOMAIN, THEME

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# The words of brief in its languages. `make labels` keeps this file up to date; translate what is empty.\n"
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}
KEYWORDS: dict[str, Any] = {**DEFAULT_KEYWORDS, "NP_": ((1, "c"), 2), "Nn_": (1, 2), "some": (1, 2)}
Found = tuple[int, str, Any, list[str]]


def _theme_labels(fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:  # noqa: ARG001
    """Yield the labels and descriptions of a theme set, as Babel's extractors do."""
    for theme in tomllib.loads(fileobj.read().decode())["theme"]:
        for text in (theme["label"], theme.get("description")):
            if text:
                yield 0, "pgettext", (THEME, text), []


FOLDERS: tuple[tuple[Path, list[tuple[str, Any]]], ...] = (
    (ROOT / "brief" / "render", [("**.py", "python")]),
    (ROOT / "templates", [("**.html", "jinja2"), ("**.md", "jinja2")]),
    (ROOT / "brief" / "themes", [("**.toml", _theme_labels)]),
)


class Undated(Catalog):
    """A catalogue whose header names no date and no version of a tool: its files change only when a message does."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return what gettext reads."""
        kind = "text/plain; charset=utf-8"
        return [("Language", str(self.locale)), ("Content-Type", kind), ("Plural-Forms", self.plural_forms)]


def template() -> Catalog:
    """Return all messages of the program, each with the files it stands in."""
    catalog = Catalog(project="brief", charset="utf-8", fuzzy=False)
    for folder, methods in FOLDERS:
        options = {pattern: JINJA for pattern, method in methods if method == "jinja2"}
        found = extract_from_dir(folder, methods, options, KEYWORDS)
        for name, _line, message, comments, context in sorted(found, key=str):
            place = (folder / name).relative_to(ROOT).as_posix()
            catalog.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def source(code: str) -> Path:
    """Return the path of a language's catalogue."""
    return CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(code: str) -> Catalog:
    """Return the catalogue of a language; an empty one when there is none yet."""
    if not source(code).exists():
        return Catalog(locale=code)
    with source(code).open("rb") as file:
        return pofile.read_po(file, locale=code)


def updated(code: str, wanted: Catalog) -> Catalog:
    """Return the catalogue of a language with the messages that are wanted, in a fixed order, and no others."""
    old, new = read(code), Undated(locale=code, charset="utf-8", fuzzy=False, header_comment=HEADER.rstrip())
    for message in sorted((one for one in wanted if one.id), key=lambda one: (str(one.context or ""), str(one.id))):
        there = old.get(message.id, message.context)
        new.add(
            message.id,
            there.string if there else "",
            message.locations,
            flags=(there.flags if there else set()) | message.flags,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return new


def lacking(message: Message) -> bool:
    """Tell whether a form of the message is not translated."""
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(message.id) and not all(forms)


def written(catalog: Catalog) -> bytes:
    """Return the .po file, without line numbers."""
    file = io.BytesIO()
    pofile.write_po(file, catalog, width=110, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """Return the .mo file."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> None:
    """Write the catalogues of all languages but English."""
    wanted = template()
    for code in LABELS[1:]:
        catalog = updated(code, wanted)
        source(code).parent.mkdir(parents=True, exist_ok=True)
        source(code).write_bytes(written(catalog))
        source(code).with_suffix(".mo").write_bytes(compiled(catalog))
        print(f"{code}: {len(catalog)} messages, {sum(map(lacking, catalog))} to translate")


if __name__ == "__main__":
    main()
