"""A Word document written from stretches of text: what python-docx has no call for stands here and in word_parts.py.

Internal links and bookmarks, header rows that repeat, both directions of writing, and the language of each stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ...drawing import Drawing
from ...language import RTL_LETTERS, direction, direction_of
from .. import labels
from ..labels import _
from ..words import printable
from . import word_parts
from .word_parts import Properties, element
from .word_styles import CELL, CENTRED, CHIP, LINK, MARKING, OURS, TABLE, Faces, language_attributes, set_styles

MOST_BOOKMARK = 40
"""Characters of a bookmark's name that Word keeps."""
PAGES = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}  # centimetres
SIDE = 2.2
"""Margins left and right, in centimetres."""
MARKED = 0.5
"""Centimetres that a marking adds to the margins above and below."""
TWIPS = 1440 / 2.54
"""Of a centimetre; Word measures in twentieths of a point."""
SPACE = re.compile(r"[ \t\n\v\f\r\x1c-\x1f]+")
"""Not U+00A0, which Word keeps as it is."""


class Text(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str = ""
    """A character style, or nothing."""
    link: str = ""
    """“#anchor” within the document, a web address, or nothing."""
    language: str = ""
    """When it is not that of the paragraph."""
    marks: tuple[str, ...] = ()
    """Names of the bookmarks around it."""
    field: str = ""
    """A field of Word that counts, PAGE or NUMPAGES; the text stands there until it has."""


TO_THE_RIGHT = Text("\t")
"""What follows stands at the end of the line."""


class Paragraph(NamedTuple):
    """Stretches of text in one paragraph style."""

    texts: Sequence[Text]
    style: str = "Normal"
    language: str = ""
    """When it is not the document's."""
    joined: bool = False
    """Whether it stays on the page of the next one."""
    marks: tuple[str, ...] = ()


class Cell(NamedTuple):
    """A field of a table."""

    paragraphs: Sequence[Paragraph]
    fill: str = ""
    """RRGGBB, or nothing."""


def cell(*texts: Text | str, style: str = CELL, fill: str = "") -> Cell:
    """Return a field that holds one paragraph."""
    return Cell((Paragraph([Text(one) if isinstance(one, str) else one for one in texts], style),), fill)


class Word:
    """A Word document that is being written, paragraph by paragraph."""

    def __init__(self, drawing: Drawing, language: str, title: str) -> None:
        from docx import Document  # 40 ms that no other format pays

        self._document = Document()
        self._language, self._bookmarks = language, 0
        self._right_to_left = direction(language) == "rtl"
        width, height = PAGES[drawing.page_size or "A4"]
        self._width = width - 2 * SIDE
        set_styles(self._document, Faces.of(drawing.look), language, labels.language(), self._width)
        self._ids = {style.name: style.style_id for style in self._document.styles}
        self._end = self._document.element.body.sectPr
        self._set_page(width, height, MARKED if drawing.marking else 0.0)
        self._set_margins(title, printable(drawing.marking))

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading of our own words; level 0 is the title."""
        self.add(Paragraph((Text(text),), f"Heading {level}" if level else "Title"))

    def note(self, text: str, style: str = "Note", *, joined: bool = False) -> None:
        """Add a line of our own words, when there is anything to say; `joined` keeps it on the page of what follows."""
        if text:
            self.add(Paragraph((Text(text),), style, joined=joined))

    def add(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        self._end.addprevious(self._paragraph(paragraph))

    def picture(self, data: bytes, words: str, height: float, style: str) -> None:
        """Add a PNG picture, so many centimetres high, with the words that a screen reader says."""
        from docx.shared import Cm

        paragraph = self._document.add_paragraph(style=style)
        shape = paragraph.add_run().add_picture(word_parts.stream(data), height=Cm(height))
        shape._inline.docPr.set("descr", words)

    def table(
        self,
        name: str,
        header: Sequence[str | Cell],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[float],
        *,
        together: bool = False,
    ) -> None:
        """Add a table with a header row; `name` is read aloud before it, `widths` are shares of the page's.

        Neither the header nor the last row stands alone on a page; `together` keeps all of them on one, when it is long enough.
        """
        if self._end.getprevious().tag.endswith("}tbl"):
            self.add(Paragraph((), CELL))  # Word makes one table of two in a row
        sizes = [round(self._width * TWIPS * width / sum(widths)) for width in widths]
        table = word_parts.table(self._ids[TABLE], printable(name), sizes, right_to_left=self._right_to_left)
        all_rows = [[one if isinstance(one, Cell) else cell(one) for one in header], *rows]
        for number, cells in enumerate(all_rows):
            joined = number + 1 < len(all_rows) and (together or number in (0, len(all_rows) - 2))
            made = [([self._paragraph(one, joined=joined) for one in field.paragraphs], field.fill) for field in cells]
            table.append(word_parts.row(made, sizes, is_header=number == 0))
        self._end.addprevious(table)

    def to_bytes(self, properties: Properties) -> bytes:
        """Return the file, the same bytes for the same document."""
        return word_parts.packed(self._document, properties)

    def _set_page(self, width: float, height: float, more: float) -> None:
        from docx.shared import Cm

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(width), Cm(height)
        section.left_margin = section.right_margin = Cm(SIDE)
        section.top_margin, section.bottom_margin = Cm(2.3 + more), Cm(2.1 + more)
        section.header_distance = section.footer_distance = Cm(1.1)
        section.different_first_page_header_footer = True
        if self._right_to_left:
            self._end.insert_element_before(element("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")

    def _set_margins(self, title: str, marking: str) -> None:
        """Write title and marking over each page (the title not over the first) and the number of the page under it."""
        section = self._document.sections[0]
        marked = (Paragraph((Text(marking),), MARKING),) if marking else ()
        above = Paragraph((Text(title),), "Header")
        page = _("Page %(page)s of %(pages)s", page="\x02", pages="\x03")
        fields = {"\x02": Text("1", field="PAGE"), "\x03": Text("1", field="NUMPAGES")}
        said = _("Every sentence is quoted word for word. Marks such as C7 name source and sentence.")
        numbers = [fields.get(part, Text(part)) for part in re.split("([\x02\x03])", page)]
        below = Paragraph((Text(said), TO_THE_RIGHT, *numbers), "Footer")
        for part, paragraphs in (
            (section.header, (*marked, above)),
            (section.first_page_header, marked or (Paragraph((), "Header"),)),
            (section.footer, (below, *marked)),
            (section.first_page_footer, (below, *marked)),
        ):
            part.is_linked_to_previous = False
            part._element[:] = [self._paragraph(one) for one in paragraphs]

    def _paragraph(self, paragraph: Paragraph, *, joined: bool = False) -> Any:
        """Return a paragraph as XML; the language decides the side it begins on."""
        properties = element("w:pPr")
        properties.append(element("w:pStyle", {"w:val": self._ids[paragraph.style]}))
        if joined or paragraph.joined:
            properties.append(element("w:keepNext"))
        if self._begins_right(paragraph):
            properties.append(element("w:bidi"))
        elif self._right_to_left and paragraph.style not in CENTRED:
            properties.append(element("w:jc", {"w:val": "right"}))
        content = [part for text in paragraph.texts if text.text for part in self._text(text, paragraph.language)]
        made = element("w:p")
        made.extend([properties, *self._marked(content, paragraph.marks)])
        return made

    def _begins_right(self, paragraph: Paragraph) -> bool:
        """Tell whether it is written from right to left: by its language when that is not the document's, else by its letters."""
        if paragraph.language and paragraph.style not in OURS:
            return direction(paragraph.language) == "rtl"
        letters = direction_of("".join(text.text for text in paragraph.texts))
        return letters == "rtl" or (not letters and self._right_to_left and paragraph.style not in OURS)

    def _text(self, text: Text, language: str) -> list[Any]:
        """Return a stretch of text as a run, in its link or field and between its bookmarks."""
        if text is TO_THE_RIGHT:
            return [word_parts.run("", "", {})]
        words = SPACE.sub(" ", printable(text.text))
        linked = text.link == printable(text.link) != ""
        style = text.style or (LINK if linked else "")
        language = text.language or ("" if style in OURS or style.startswith(CHIP) else language)
        made = word_parts.run(words, self._ids.get(style, ""), self._languages(words, language))
        if linked or text.field:
            around = self._hyperlink(text.link) if linked else element("w:fldSimple", {"w:instr": text.field})
            around.append(made)
            made = around
        return self._marked([made], text.marks)

    def _languages(self, words: str, language: str) -> dict[str, str]:
        """Return the attributes of a run's language; a run that is read from right to left always has some."""
        if RTL_LETTERS.search(words):
            known = (language, self._language, "ar")
            return {"w:bidi": next(code for code in known if direction(code) == "rtl")}
        return language_attributes(language) if language and direction(language) == "ltr" else {}

    def _hyperlink(self, link: str) -> Any:
        from docx.opc.constants import RELATIONSHIP_TYPE

        if link.startswith("#"):
            return element("w:hyperlink", {"w:anchor": bookmark_name(link[1:]), "w:history": "1"})
        address = self._document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return element("w:hyperlink", {"r:id": address, "w:history": "1"})

    def _marked(self, content: list[Any], marks: Iterable[str]) -> list[Any]:
        """Put the content between bookmarks of these names."""
        for mark in marks:
            self._bookmarks += 1
            number = {"w:id": str(self._bookmarks)}
            start = element("w:bookmarkStart", {**number, "w:name": bookmark_name(mark)})
            content = [start, *content, element("w:bookmarkEnd", number)]
        return content


def bookmark_name(anchor: str) -> str:
    """Return the anchor as a bookmark's name, in which Word allows letters, digits and underscores."""
    return anchor.replace("-", "_")[:MOST_BOOKMARK]
