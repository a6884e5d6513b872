"""The briefing: what briefing.json holds, version 1.0."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
from msgspec import field

from ..drawing import USUAL, Drawing
from ..errors import InvalidBriefing
from .findings import Changes, Findings
from .parts import Coverage, Generator, LeftOut, Notice, Part, RunnerUp, Section, Source, Statement, StatementId
from .text import short_json

SCHEMA_URL = "urn:x-citedbrief:schema/briefing-1.json"
VERSION = "1.0"


class Briefing(Part, frozen=True, kw_only=True):
    """A briefing: what briefing.json holds, and what every other format is drawn from."""

    schema: str = field(name="$schema", default=SCHEMA_URL)
    version: str = VERSION
    title: str
    language: str
    created: str | None
    generator: Generator
    sources: tuple[Source, ...]
    bottom_line: tuple[StatementId, ...]
    key_points: tuple[StatementId, ...]
    sections: tuple[Section, ...]
    findings: Findings
    changes: Changes | None
    coverage: Coverage
    left_out: tuple[LeftOut, ...]
    runners_up: tuple[RunnerUp, ...]
    """The best sentences that did not fit, best first."""
    warnings: tuple[Notice, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, section by section."""
        return tuple(statement for section in self.sections for statement in section.statements)

    @property
    def origins(self) -> int:
        """The number of independent origins among the sources."""
        return len({source.origin for source in self.sources})

    def source(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises:
            KeyError: there is none.
        """
        return {source.id: source for source in self.sources}[source_id]

    def to_json(self) -> str:
        """Return the JSON text, the same bytes for the same briefing."""
        return short_json(msgspec.json.format(msgspec.json.encode(self), indent=2).decode()) + "\n"

    def to_html(self, drawing: Drawing = USUAL) -> str:
        """Return one self-contained HTML page."""
        from ..render import render

        return render(self, "html", drawing).decode()

    def to_pdf(self, drawing: Drawing = USUAL) -> bytes:
        """Return a tagged PDF.

        Raises:
            RenderError: WeasyPrint, Pango or a font is missing, or the drawing took too long.
        """
        from ..render import render

        return render(self, "pdf", drawing)

    def to_email(self, drawing: Drawing = USUAL) -> str:
        """Return the newsletter: a fragment of HTML with inlined styles, for any editor."""
        from ..render import render

        return render(self, "email.html", drawing).decode()

    def to_eml(self, drawing: Drawing = USUAL) -> bytes:
        """Return the newsletter as a message, a draft without sender and recipient."""
        from ..render import render

        return render(self, "eml", drawing)

    def to_atom(self, drawing: Drawing = USUAL) -> bytes:
        """Return an Atom feed with this briefing as its only entry; `save` goes on from the feed that stands there."""
        from ..render import render

        return render(self, "atom", drawing)

    def to_markdown(self, drawing: Drawing = USUAL) -> str:
        """Return CommonMark with footnotes for the citations."""
        from ..render import render

        return render(self, "md", drawing).decode()

    def to_text(self, width: int = 80, drawing: Drawing = USUAL) -> str:
        """Return the plain-text digest, `width` columns wide; of the drawing its labels and marking count."""
        from ..render.labels import label_language, spoken
        from ..render.text.terminal import to_text

        with spoken(label_language(self, drawing)):
            return to_text(self, width, marking=drawing.marking)

    def save(self, path: str | Path, drawing: Drawing = USUAL) -> None:
        """Write the briefing; the suffix says the format (.pdf .html .md .txt .json .docx .email.html .eml .atom …).

        Raises:
            OptionError: no format has this suffix.
            RenderError: it could not be drawn or written; an existing file is left as it was.
        """
        from ..render import save

        save(self, Path(path), drawing)


def from_json(data: bytes | str) -> Briefing:
    """Read a briefing.json.

    Raises:
        InvalidBriefing: not JSON, not a briefing, an unknown key, or another major version.
    """
    try:
        briefing = msgspec.json.decode(data, type=Briefing)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidBriefing(
            f"not a briefing.json ({error})", "give a file that `brief … -o briefing.json` wrote"
        ) from error
    if not re.fullmatch(r"1\.\d+", briefing.version):
        raise InvalidBriefing(f"briefing.json is version {briefing.version}", "this program reads version 1")
    return briefing


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of briefing.json."""
    (reference,), definitions = msgspec.json.schema_components([Briefing], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL,
        **reference,
        "$defs": definitions,
    }
