"""The Jinja environment: where templates are found, what they may do, and how their errors are told.

A name is looked for in the user's folder (or that of a shipped look) first, then in `templates/default`, then in
`templates`. A user's template can build on the one it replaces: `{% extends "shipped/default/briefing.html" %}`.
"""

from __future__ import annotations

import base64
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .. import language
from ..drawing import Drawing
from ..errors import TemplateError
from . import labels
from .pages.charts import figure_series, strip
from .pages.one_page import one_page
from .pages.overview import overview

LOOKS = ("default", "compact", "report")
"""The shipped looks, a folder each in `templates`."""
PACKAGE = Path(__file__).resolve().parent.parent
ASSETS = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""What a template may load from its folders, and nothing else."""


def shipped() -> Path:
    """Return the folder of the shipped templates: inside the installed package, else the checkout's."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def folders(template: str | None = None) -> tuple[Path, ...]:
    """Return the folders a template's name is looked for in, that of the look or of the user first.

    `template` is a shipped look's name or a folder; a folder that is called as a look is written ./report.

    Raises:
        TemplateError: `template` is neither.
    """
    usual = (shipped() / LOOKS[0], shipped())
    if template is None or template == LOOKS[0]:
        return usual
    folder = shipped() / template if template in LOOKS else Path(template)
    if not folder.is_dir():
        raise TemplateError(
            f"template {template} is no folder",
            f"give a folder that holds briefing.html, html.css or print.css, or one of {', '.join(LOOKS)}",
        )
    return (folder, *usual)


def asset(name: str, places: tuple[Path, ...]) -> Path | None:
    """Return the file of this name in the first folder that has it; nothing outside of the folders is ever found."""
    for folder in places:
        file = (folder / name).resolve()
        if file.suffix.lower() in ASSETS and file.is_relative_to(folder.resolve()) and file.is_file():
            return file
    return None


def environment(template: str | None = None) -> jinja2.Environment:
    """Return the environment all templates are drawn in: everything is escaped, nothing undefined, and sandboxed.

    Raises:
        TemplateError: `template` is no folder.
    """
    places = folders(template)
    loader = jinja2.ChoiceLoader(
        [jinja2.PrefixLoader({"shipped": jinja2.FileSystemLoader(shipped())}), jinja2.FileSystemLoader(places)]
    )
    # autoescape=True and not select_autoescape(): that one leaves names such as x.html.j2 unescaped.
    env = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install = env.install_gettext_callables  # type: ignore[attr-defined]
    install(labels._, labels.plural, newstyle=True, pgettext=labels.pgettext)
    env.globals |= {"direction": language.direction, "direction_of": language.direction_of}
    env.globals["style"] = _reader(places, _rules)
    env.globals["data_uri"] = _reader(places, None)
    env.globals |= {"one_page": one_page, "overview": overview, "strip": strip, "figure_series": figure_series}
    return env


CSS_SPACE = re.compile(
    r"""("[^"]*"|'[^']*'|url\([^)]*\))|/\*.*?\*/|\s*([{},]|;(?!\s*\}))\s*|(:)\s+|;?\s*(\})\s*|(\s)\s*""", re.S
)
"""Strings and addresses, which stay; comments; and white space with the sign it stands at, if that needs none. A colon
before a space belongs to a property: in a selector it stands at its name."""


def _rules(data: bytes) -> Markup:
    """Return a style sheet as it stands in the page, without comments and needless white space: every page carries it."""
    css = CSS_SPACE.sub(lambda match: next(filter(None, match.groups()), ""), data.decode("utf-8"))
    return Markup(css.strip().replace("</", "<\\/"))


def _reader(places: tuple[Path, ...], show: Callable[[bytes], str] | None) -> Callable[[str], str]:
    """Return a function for templates that puts a file of their folders into the page."""

    def read(name: str) -> str:
        file = asset(name, places)
        if file is None:
            raise TemplateError(
                f"the template asks for {name}, which is in none of its folders", "add it or correct the name"
            )
        data = file.read_bytes()
        return show(data) if show else f"data:{ASSETS[file.suffix.lower()]};base64,{base64.b64encode(data).decode()}"

    return read


def draw(drawing: Drawing, name: str, **values: Any) -> str:
    """Draw a template with these values and the look of the drawing.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
    """
    env = environment(drawing.template)
    try:
        return env.get_template(name).render(look=drawing.look, **values)
    except TemplateError:
        raise
    except Exception as error:  # a user's template can raise anything
        _explain(error, name)


def _explain(error: Exception, name: str) -> NoReturn:
    """Turn what a template raised into one line with file and line."""
    fix = "correct the template, or draw without --template"
    if isinstance(error, jinja2.TemplateNotFound):
        raise TemplateError(f"{name}: template {error.name} not found", fix) from error
    if isinstance(error, jinja2.TemplateSyntaxError):
        raise TemplateError(f"{error.filename or error.name}, line {error.lineno}: {error.message}", fix) from error
    # Jinja gives its frames the template's file and line.
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.endswith((".py", ">"))]
    place = f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else name
    # “'brief.render.views.shown.View object' has no attribute 'tilte'” is Python's way to say it.
    said = re.sub(r"'[\w.]+\.(\w+) object' has no attribute", r"\1 has no variable", str(error))
    raise TemplateError(f"{place}: {said or type(error).__name__}", fix) from error
