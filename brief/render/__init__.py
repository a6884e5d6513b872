"""Draw a briefing: one function per format, found by suffix. What a format needs is imported when it is drawn."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from brief.drawing import USUAL, Drawing
from brief.errors import OptionError, RenderError
from brief.model import Briefing

Renderer = Callable[[Briefing, Drawing], bytes]
"""Takes a briefing and how to draw it; returns the bytes of a file."""


def _json(briefing: Briefing, _drawing: Drawing) -> bytes:
    return briefing.to_json().encode()


def _html(briefing: Briefing, drawing: Drawing) -> bytes:
    from .pages.html import to_html

    return to_html(briefing, drawing).encode()


def _pdf(briefing: Briefing, drawing: Drawing) -> bytes:
    from .pages.pdf import to_pdf

    return to_pdf(briefing, drawing)


def _markdown(briefing: Briefing, drawing: Drawing) -> bytes:
    from .text.markdown import to_markdown

    return to_markdown(briefing, drawing).encode()


def _text(briefing: Briefing, drawing: Drawing) -> bytes:
    from .text.terminal import to_text

    return to_text(briefing, marking=drawing.marking).encode()


def _docx(briefing: Briefing, drawing: Drawing) -> bytes:
    from .office.docx import to_docx

    return to_docx(briefing, drawing)


def _bibtex(briefing: Briefing, _drawing: Drawing) -> bytes:
    from .office.references import to_bibtex

    return to_bibtex(briefing).encode()


def _ris(briefing: Briefing, _drawing: Drawing) -> bytes:
    from .office.references import to_ris

    return to_ris(briefing).encode()


def _csl_json(briefing: Briefing, _drawing: Drawing) -> bytes:
    from .office.references import to_csl_json

    return to_csl_json(briefing).encode()


def _email(briefing: Briefing, drawing: Drawing) -> bytes:
    from .mail.email import to_email

    return to_email(briefing, drawing).encode()


def _eml(briefing: Briefing, drawing: Drawing) -> bytes:
    from .mail.eml import to_eml

    return to_eml(briefing, drawing)


def _atom(briefing: Briefing, drawing: Drawing) -> bytes:
    from .mail.feed import to_atom

    return to_atom(briefing, drawing)


def _continued(old: bytes, new: bytes, name: str) -> bytes:
    from .mail.feed import continued

    return continued(old, new, name)


RENDERERS: dict[str, Renderer] = {
    ".json": _json,
    ".html": _html,
    ".pdf": _pdf,
    ".md": _markdown,
    ".txt": _text,
    ".docx": _docx,
    ".bib": _bibtex,
    ".ris": _ris,
    ".csl.json": _csl_json,
    ".email.html": _email,
    ".eml": _eml,
    ".atom": _atom,
}
"""A new format is one function and one line here."""
GROWING = {".atom": _continued}
"""Formats whose file goes on: from the bytes that stand there, the new ones and the file's name."""


def formats() -> tuple[str, ...]:
    """Return the names of the formats: json, html, pdf, md, txt and the others."""
    return tuple(suffix.removeprefix(".") for suffix in RENDERERS)


def render(briefing: Briefing, format_name: str, drawing: Drawing = USUAL) -> bytes:
    """Draw the briefing in the format of this name.

    Raises:
        OptionError: there is no such format.
        RenderError: it could not be drawn.
        TemplateError: the template cannot be found, read or drawn.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    return _drawn(_by_name(format_name), briefing, drawing)


def check_formats(paths: Iterable[str | Path], format_name: str | None = None) -> None:
    """Refuse what `save` and `render` would refuse, before the work begins.

    Raises:
        OptionError: a path's suffix or the name is no format.
    """
    for path in paths:
        _by_suffix(Path(path))
    if format_name is not None:
        _by_name(format_name)


def save(briefing: Briefing, path: Path, drawing: Drawing = USUAL) -> None:
    """Write the briefing to a file; the suffix says the format. A feed that stands there goes on.

    The file appears whole or not at all: what stood there before survives a failure.

    Raises:
        OptionError: no format has this suffix.
        RenderError: it could not be drawn or written.
        TemplateError: the template cannot be found, read or drawn.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    renderer = _by_suffix(path)
    if not path.parent.is_dir():  # said before a long drawing and not after it
        _explain(path, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
    data = _grown(path, _drawn(renderer, briefing, drawing))
    try:
        _replace(Path(os.path.realpath(path)), data)  # a link stays one: its target is written
    except OSError as error:
        _explain(path, error)


def _drawn(renderer: Renderer, briefing: Briefing, drawing: Drawing) -> bytes:
    """Draw with the program's words in the language chosen."""
    from .labels import label_language, spoken

    with spoken(label_language(briefing, drawing)):
        return renderer(briefing, drawing)


def _by_name(name: str) -> Renderer:
    renderer = RENDERERS.get("." + name.lower().removeprefix("."))
    if renderer is None:
        raise OptionError(f"format is “{name}”", f"give one of {', '.join(formats())}")
    return renderer


def _by_suffix(path: Path) -> Renderer:
    """Return the renderer of the longest suffix that fits, so that .email.html can stand beside .html."""
    known = [suffix for suffix in RENDERERS if path.name.lower().endswith(suffix) and len(path.name) > len(suffix)]
    if not known:
        raise OptionError(f"{path}: no format has this suffix", f"end the name with {', '.join(RENDERERS)}")
    return RENDERERS[max(known, key=len)]


def _grown(path: Path, data: bytes) -> bytes:
    """Return what the file will hold."""
    grow = GROWING.get(path.suffix.lower())
    try:
        old = path.read_bytes() if grow and path.is_file() else b""
    except OSError as error:
        _explain(path, error)
    return grow(old, data, str(path)) if grow and old else data


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place in one step."""
    beside = path.with_name(f".brief-{os.urandom(6).hex()}.tmp")
    # Not tempfile: its files are private (0600), and this one is for the others in the folder, as the umask says.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        with contextlib.suppress(OSError):  # a file that was there keeps its permissions
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


FIXES = {
    errno.ENOENT: "make the folder first, or name another",
    errno.ENOTDIR: "a part of the path is a file: name a folder",
    errno.EISDIR: "there is a folder of that name: name a file",
    errno.EACCES: "write to a folder where you may",
    errno.EPERM: "write to a folder where you may",
    errno.EROFS: "write to a folder where you may",
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ENOSPC: "make room on the disk, or write elsewhere",
}


def _explain(path: Path, error: OSError) -> NoReturn:
    fix = FIXES.get(error.errno or 0, "write to another place")
    raise RenderError(f"{path}: not written ({error.strerror or error})", fix) from error
