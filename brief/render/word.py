"""A Word document written from runs: what python-docx has no call for stands here.

Internal links and bookmarks, page numbers, header rows that repeat, the language, and the same bytes every time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .lines import Run
from .word_styles import ADDED, CELL, CITATION, LINK, set_styles
from .words import printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

MOST_TITLE = 255
"""Characters of a core property: OPC (ECMA-376 part 2) allows no more."""
MOST_BOOKMARK = 40
"""Characters of a bookmark's name that Word keeps."""
TEXT_WIDTH = 16.6
"""Centimetres between the margins of an A4 page."""
MARGIN = 2.2
CELL_MARGIN = 57
"""Twentieths of a point (1 mm) left and right in a cell: twenty columns of numbers still fit beside a theme."""
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The first a zip file can hold: the clock must not change the bytes."""


class Word:
    """A Word document that is being written, paragraph by paragraph."""

    def __init__(self, header: str, language: str) -> None:
        from docx import Document  # 40 ms that no other format pays
        from docx.shared import Cm

        self._document = Document()
        self._bookmarks = 0
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
        set_styles(self._document.styles, language)
        self._add_runs(section.header.paragraphs[0], [Run(header)])
        _add_page_number(section.footer.paragraphs[0])

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading; level 0 is the title."""
        self.paragraph([Run(text)], f"Heading {level}" if level else "Title")

    def paragraph(
        self,
        runs: Iterable[Run],
        style: str = "Normal",
        *,
        bookmark: str = "",
        language: str = "",
        joined: bool = False,
    ) -> None:
        """Add a paragraph in a style of Word; `joined` keeps it on the page of the next one."""
        paragraph = self._document.add_paragraph(style=style)
        self._add_runs(paragraph, runs, language)
        if bookmark:
            self._mark(paragraph, bookmark)
        if joined:
            paragraph.paragraph_format.keep_with_next = True

    def table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Sequence[Run]]],
        widths: Sequence[float],
        marks: Sequence[str] = (),
    ) -> None:
        """Add a table with a header row; `widths` are shares of the page's, `marks` a bookmark for each row."""
        from docx.oxml.ns import qn
        from docx.shared import Cm

        if self._document.element.body[-2].tag.endswith("}tbl"):
            self._document.add_paragraph(style=CELL)  # Word makes one table of two in a row
        table = self._document.add_table(rows=0, cols=len(header), style="Light List")
        table.autofit = False
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(_margins())  # the schema wants this order
        sizes = [Cm(TEXT_WIDTH * width / sum(widths)) for width in widths]
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        for number, cells in enumerate([[[Run(name)] for name in header], *rows]):
            row = table.add_row()
            for cell, runs, size in zip(row.cells, cells, sizes, strict=True):
                cell.width = size
                cell.paragraphs[0].style = CELL
                self._add_runs(cell.paragraphs[0], runs)
            if number and marks:
                self._mark(row.cells[0].paragraphs[0], marks[number - 1])
            _set_row(row, is_header=number == 0)

    def to_bytes(self, title: str, author: str, created: str) -> bytes:
        """Return the file, the same bytes for the same document.

        `created` is an ISO date or date and time, or nothing: then the document has no date.
        """
        _set_properties(self._document.core_properties, title, author, created)
        package = self._document.part.package
        for name in [name for name, one in package.rels.items() if one.reltype.endswith("/thumbnail")]:
            del package.rels[name]  # a picture of the empty template
        written = io.BytesIO()
        self._document.save(written)
        return _same_zip(written)

    def _mark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        number = str(self._bookmarks)
        # After the paragraph's properties, which have to come first.
        place = 0 if paragraph._p.pPr is None else 1
        paragraph._p.insert(place, _element("w:bookmarkStart", {"w:id": number, "w:name": bookmark_name(name)}))
        paragraph._p.append(_element("w:bookmarkEnd", {"w:id": number}))

    def _add_runs(self, paragraph: Paragraph, runs: Iterable[Run], language: str = "") -> None:
        """Add the runs; a link that begins with # leads to a bookmark, any other to the web."""
        for run in runs:
            if run.text:
                added = paragraph.add_run(printable(run.text))
                _dress(added, run, language)
                if run.link == printable(run.link) != "":
                    paragraph._p.append(_linked(paragraph, added, run.link))


def bookmark_name(anchor: str) -> str:
    """Return the anchor as a bookmark's name, in which Word allows letters, digits and underscores."""
    return anchor.replace("-", "_")[:MOST_BOOKMARK]


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    return element


def _dress(added: Any, run: Run, language: str) -> None:
    """Give a run its style: bold for what is marked, our character styles for links, citations and added words."""
    added.bold = run.style in ("strong", "flag") or None
    if run.style == "added":
        added.style = ADDED
    elif run.link:
        added.style = CITATION if run.link.startswith("#") else LINK
    if language and run.style != "added":
        added._r.get_or_add_rPr().append(_element("w:lang", {"w:val": language}))


def _linked(paragraph: Paragraph, added: Any, link: str) -> Any:
    """Return a hyperlink that holds the run."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    if link.startswith("#"):
        hyperlink = _element("w:hyperlink", {"w:anchor": bookmark_name(link[1:]), "w:history": "1"})
    else:
        address = paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        hyperlink = _element("w:hyperlink", {"r:id": address, "w:history": "1"})
    hyperlink.append(added._r)  # lxml moves it
    return hyperlink


def _set_row(row: Any, *, is_header: bool) -> None:
    """Keep the row on one page, and repeat it on every page when it is the header."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_header:
        properties.append(_element("w:tblHeader"))


def _margins() -> Any:
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", {"w:w": str(CELL_MARGIN), "w:type": "dxa"}))
    return margins


def _add_page_number(paragraph: Paragraph) -> None:
    """Write “Page 1 of 9” as fields, which Word counts."""
    paragraph.add_run("Page ")
    for field, after in (("PAGE", " of "), ("NUMPAGES", "")):
        simple = _element("w:fldSimple", {"w:instr": field})
        paragraph._p.append(simple)
        simple.append(paragraph.add_run("1")._r)
        paragraph.add_run(after)


def _set_properties(properties: Any, title: str, author: str, created: str) -> None:
    properties.title, properties.author = title[:MOST_TITLE], author[:MOST_TITLE]
    properties.last_modified_by, properties.comments = "", ""
    if created:
        properties.created = properties.modified = datetime.fromisoformat(created).replace(tzinfo=None)
        return
    for element in [one for one in properties._element if one.tag.endswith(("}created", "}modified"))]:
        properties._element.remove(element)  # the date of the empty template


def _same_zip(written: io.BytesIO) -> bytes:
    """Return the zip file with the same date on every part, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(info, source.read(name))
    return out.getvalue()
