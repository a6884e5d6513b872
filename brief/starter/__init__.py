"""What `brief init` writes: a commented briefing.toml, a theme set and a template to begin with."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ..documented import fields
from ..drawing import Drawing
from ..look import Look
from ..options import Options

FOLDER = Path(__file__).resolve().parent
EXAMPLES = {
    "title": "The week at the harbour",
    "language": "en",
    "date": "2026-03-09",
    "template": "compact",
    "page_size": "Letter",
    "labels": "es",
    "marking": "TLP:GREEN",
    "link": "https://example.org/briefing.html",
    "organisation": "The Harbour Desk",
    "logo": "logo.svg",
    "accent": "#14365c",
    "font_serif": "Georgia",
    "font_sans": "Verdana",
}
"""For keys that have no value of their own; tests/test_init.py finds a new one that lacks it."""
HEAD = """\
# Every key that briefing.toml knows, with its default, or an example of one that is not set. Take the # away to set it;
# options on the command line win. Use it with: brief articles/ --config briefing.toml
"""


def config() -> str:
    """Return a briefing.toml with every key as a comment, from the classes that read it: it cannot grow stale."""
    parts = (
        ("# What is in the briefing", Options),
        ("# How it is drawn", Drawing),
        ("# Your colours, fonts and logo\n[look]", Look),
    )
    return "\n".join((HEAD, *(f"{head}\n\n{_keys(kind)}" for head, kind in parts)))


def files(template: bool) -> dict[str, str]:
    """Return the files by their names, with the template folder when it is asked for."""
    wanted = ["themes.toml", *(["template/briefing.html", "template/own.css"] if template else [])]
    return {"briefing.toml": config()} | {name: (FOLDER / name).read_text("utf-8") for name in wanted}


def _keys(kind: type[msgspec.Struct]) -> str:
    """Return the keys of a struct, but for tables: what each means, then key and value."""
    documented = {field.name: field.doc for field in fields(kind)}
    lines = []
    for key in msgspec.structs.fields(kind):
        if isinstance(key.default, msgspec.Struct):
            continue
        lines += [f"# {documented[key.name]}"] if documented.get(key.name) else []
        lines += [f"# {key.name} = {_value(key.name, key.default)}", ""]
    return "\n".join(lines)


def _value(name: str, default: object) -> str:
    """Return the default in TOML, or an example where nothing is the default."""
    unset = default in (None, "")
    value = msgspec.json.encode(EXAMPLES[name] if unset else default)  # TOML writes such values as JSON does
    return f"{value.decode()}{'  # for example' if unset else ''}"
