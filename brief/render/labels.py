"""The program's own words in the language of the page: GNU gettext, asked when a word is drawn.

English is what stands in the sources and needs no catalogue. The others are brief/locale/*/LC_MESSAGES/brief.po, in the
form that translators' tools read; `make labels` finds new words and compiles them.
"""

from __future__ import annotations

import gettext as gnu  # the standard library's; click has loaded it already
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from ..drawing import LABELS, Drawing
from ..model import Briefing

ENGLISH = LABELS[0]
CATALOGUES = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "brief"
THEME = "theme"
"""The context of the labels of themes."""
# A context variable and no global: a web server draws several briefings at once, in threads or tasks.
_language: ContextVar[str] = ContextVar("labels", default=ENGLISH)


@contextmanager
def spoken(code: str) -> Iterator[None]:
    """Let everything that is drawn inside speak this language, one of LABELS."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def label_language(briefing: Briefing, drawing: Drawing) -> str:
    """Return the language asked for; else the briefing's when there is a catalogue of it, else English."""
    own = briefing.language.split("-")[0].lower()
    return drawing.labels or (own if own in LABELS else ENGLISH)


def language() -> str:
    """Return the language that is spoken, one of LABELS."""
    return _language.get()


@cache
def _catalogue(code: str) -> gnu.NullTranslations:
    return gnu.NullTranslations() if code == ENGLISH else gnu.translation(DOMAIN, CATALOGUES, [code])


def _(message: str, /, **values: object) -> str:
    """Return the message in the language that is spoken, with `%(name)s` filled in when values are given."""
    said = _catalogue(_language.get()).gettext(message)
    return said % values if values else said


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the message for this number, with `%(num)s` as the number as it is written in the language."""
    return plural(one, many, number) % {"num": figure(number), **values}


def some(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the message for this number as `ngettext` does, but nothing when there are none."""
    return ngettext(one, many, number, **values) if number > 0 else ""


def plural(one: str, many: str, number: int) -> str:
    """Return the message for this number with nothing filled in: Jinja does that for templates."""
    return _catalogue(_language.get()).ngettext(one, many, number)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return the message in the language that is spoken; the context tells it from the same word with another meaning."""
    said = _catalogue(_language.get()).pgettext(context, message)
    return said % values if values else said


def N_(message: str) -> str:
    """Return the message as it is: marks words in a table, which are translated by `_` where they are drawn."""
    return message


def Nn_(one: str, many: str) -> tuple[str, str]:
    """Return both messages as they are: marks words in a table, for `ngettext`."""
    return one, many


def NP_(_context: str, message: str) -> str:
    """Return the message as it is: marks words in a table, which are translated by `pgettext` where they are drawn."""
    return message


def figure(number: int) -> str:
    """Return the number with the separator of the language between thousands: 2,052 or 2.052; Spanish leaves 2052 whole."""
    fewest = int(pgettext("fewest digits with a separator", "4"))
    return f"{number:,}".replace(",", pgettext("between thousands", ",") if len(str(number)) >= fewest else "")


def percent(share: float) -> str:
    """Return the share, 0 to 1, as “17%” or as the language writes it."""
    return pgettext("share", "%(number)s%%", number=f"{share:.0%}"[:-1])
