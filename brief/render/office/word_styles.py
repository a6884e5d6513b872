"""What a Word document looks like: Word's own styles, set so that the sources' words and ours can be told apart.

Who edits the document changes a style, and all headings, chips or quotations with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ...language import direction
from ...look import Look

ACCENT, INK, GREY, RULE, PANEL, MARKED, FRESH = (
    "14365C", "1A1D21", "56606B", "D5DBE1", "F1F5F9", "FFEEB0", "1C6B47",
)  # fmt: skip
"""Of print.css."""
SOURCE_COLOURS = ("173B63", "8A4B08", "1C6B47", "7A2A6E", "0B6072", "A32A2A", "5A5F0E", "4B3FA8")
"""Of print.css, as many as COLOURS."""
HEATS = ("F2F5F8", "DBE6F1", "BDD2E6", "97B8D9", "6997C6", "22609E")
"""Fills of the coverage map, for none to the most; on the last the number is white."""
SERIF, SANS = "Cambria", "Calibri"
"""With every Word since 2007, and as wide as Caladea and Carlito, which LibreOffice takes for them: lines break alike."""
STAND_INS = {SERIF: "Caladea", SANS: "Carlito"}
OTHER_SCRIPTS = {SERIF: "Times New Roman", SANS: "Arial"}
"""The fonts for Arabic and Hebrew, which Cambria and Calibri lack."""

LINK, ADDED, STRONG, QUOTED, SAME, LEFT_OUT, NUMBER, AMOUNT, ON_DARK = (
    "Hyperlink", "Added words", "Strong", "Quoted in briefing", "Says the same", "Left out", "Sentence number",
    "Small print", "On dark",
)  # fmt: skip
KICKER, FACTS, BOX, BOX_NOTE, CHANGE, NOTE, UNDER, BULLET, NUMBERED, PASSAGE, MARKING = (
    "Kicker", "Subtitle", "Bottom line", "Bottom line note", "What changed", "Note", "List Continue", "List Bullet", "List Number",
    "Evidence", "Marking",
)  # fmt: skip
CELL, CELL_NUMBER, CELL_QUOTED, TABLE = "Table text", "Table number", "Table quotation", "Briefing table"
OURS = (
    "Heading 1", "Header", "Footer", KICKER, FACTS, BOX_NOTE, CHANGE, NOTE, UNDER, CELL, CELL_NUMBER, MARKING,
    ADDED, NUMBER, AMOUNT,
)  # fmt: skip
"""Styles of our own words, whose language is not that of the articles."""
CHIP = "Source "
"""What the names of the styles of chips begin with."""
CENTRED = (MARKING, CELL_NUMBER)
BEFORE_SPACING = (
    "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl",
)  # fmt: skip
"""What may stand behind borders and shading in a style, by the schema (ECMA-376, CT_PPrBase)."""
EAST_ASIAN = ("zh", "ja", "ko")


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts and the colour of a document."""

    serif: str
    sans: str
    accent: str

    @classmethod
    def of(cls, look: Look) -> Faces:
        """Return those of an organisation's look, ours where it says nothing."""
        return cls(look.font_serif or SERIF, look.font_sans or SANS, look.accent.removeprefix("#").upper() or ACCENT)


def chip_style(colour: int) -> str:
    """Return the character style of a source's letter, 1 to COLOURS."""
    return f"{CHIP}{colour}"


def language_attributes(code: str) -> dict[str, str]:
    """Return the attributes of w:lang for a language: Word asks for those written right to left, and those of East Asia, apart."""
    if direction(code) == "rtl":
        return {"w:bidi": code}
    return {"w:eastAsia": code, "w:val": code} if code.partition("-")[0] in EAST_ASIAN else {"w:val": code}


def set_styles(document: Any, faces: Faces, language: str, ours: str, width: float) -> None:
    """Set the styles; `language` is that of the articles, `ours` that of the headings, `width` that of a line in centimetres."""
    styles = document.styles
    _drop_unused(styles)
    _set_paragraphs(styles, faces)
    _set_boxes(styles, faces, width, right_to_left=direction(language) == "rtl")
    _set_characters(styles, faces)
    _add_table_style(styles)
    _set_languages(styles, language, ours)


def _drop_unused(styles: Any) -> None:
    """Remove the hundred table styles of python-docx's template, and the character styles that repeat its headings.

    They are nine tenths of what a reader's Word would load, and some viewers draw a heading in the second and not the first.
    """
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    for style in list(styles):
        if (style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table") or style.name.endswith(" Char"):
            style.delete()
    for link in list(styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)


def _set_paragraphs(styles: Any, faces: Faces) -> None:
    """Set size, colour, weight and the space before and after: a serif for the sources, a sans for us."""
    serif, sans = faces.serif, faces.sans
    for name, face, size, colour, bold, before, after in (
        ("Normal", serif, 10.5, INK, False, 0, 4),
        ("Title", serif, 22, INK, True, 2, 2),
        ("Heading 1", sans, 14, faces.accent, True, 16, 3),
        ("Heading 2", sans, 11, INK, True, 10, 2),
        ("Header", sans, 8.5, GREY, False, 0, 10),
        ("Footer", sans, 8.5, GREY, False, 0, 0),
        (MARKING, sans, 12, INK, True, 0, 2),
        (KICKER, sans, 9, faces.accent, True, 0, 0),
        (FACTS, sans, 10, GREY, False, 0, 8),
        (BOX, serif, 11.5, INK, False, 0, 3),
        (BOX_NOTE, sans, 9, GREY, False, 0, 6),
        (CHANGE, sans, 9.5, INK, False, 0, 3),
        (NOTE, sans, 9, GREY, False, 4, 5),
        (UNDER, sans, 9, GREY, False, 0, 5),
        (BULLET, serif, 10.5, INK, False, 2, 2),
        (NUMBERED, serif, 10.5, INK, False, 2, 2),
        (PASSAGE, serif, 9.5, INK, False, 0, 4),
        (CELL, sans, 9, INK, False, 1, 1),
        (CELL_NUMBER, sans, 8, "", False, 1, 1),
        (CELL_QUOTED, serif, 9.5, INK, False, 1, 1),
    ):
        style = _paragraph_style(styles, name)
        _set_font(style, face, size, colour, bold=bold)
        _set_spacing(style, before, after)


def _paragraph_style(styles: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    if name in styles:
        return styles[name]
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = styles["Normal"], True
    return style


def _set_spacing(style: Any, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing, form.widow_control = Pt(before), Pt(after), 1.1, True
    for tag in (
        "w:contextualSpacing",
        "w:pBdr",
    ):  # of the template: no space between items, a blue rule under the title
        for unwanted in style.element.pPr.findall(qn(tag)):
            style.element.pPr.remove(unwanted)


def _set_boxes(styles: Any, faces: Faces, width: float, *, right_to_left: bool) -> None:
    """Set borders, shading and tabs: of the bottom line, under the headings and above the footer."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.oxml.ns import qn
    from docx.shared import Cm

    start, end = ("right", "left") if right_to_left else ("left", "right")
    for name in (BOX, BOX_NOTE):
        sides = {start: (faces.accent, 24, 8), end: (PANEL, 4, 8)}
        _insert(styles[name], _borders({side: sides[side] for side in ("left", "right")}), _shade(PANEL))
        styles[name].paragraph_format.left_indent = styles[name].paragraph_format.right_indent = Cm(0.35)
    styles[BOX].paragraph_format.keep_with_next = styles[KICKER].paragraph_format.keep_with_next = True
    _insert(styles[CHANGE], _borders({start: (FRESH, 24, 8)}))
    styles[CHANGE].paragraph_format.left_indent = Cm(0.35)
    if right_to_left:  # our own lines go from left to right, and stand under text that does not
        styles[UNDER].paragraph_format.right_indent = styles[UNDER].paragraph_format.left_indent
    _insert(styles["Heading 1"], _borders({"bottom": (RULE, 4, 2)}))
    _insert(styles[KICKER], _borders({"top": (faces.accent, 24, 6)}))
    for name in ("Header", "Footer"):
        styles[name].element.pPr.remove(styles[name].element.pPr.find(qn("w:tabs")))  # for the template's page
        styles[name].paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    styles[FACTS].element.pPr.remove(styles[FACTS].element.pPr.numPr)  # the template has it as an item of a list
    for name in CENTRED:
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_characters(styles: Any, faces: Faces) -> None:
    """Set the styles of stretches of text; a chip has a frame in its source's colour."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_UNDERLINE

    for name, face, size, colour in (
        (LINK, "", 0, faces.accent),
        (ADDED, faces.sans, 0, GREY),
        (QUOTED, "", 0, ""),
        (SAME, "", 0, ""),
        (LEFT_OUT, "", 0, "6B7480"),
        (NUMBER, faces.sans, 0, GREY),
        (AMOUNT, faces.sans, 8.5, GREY),
        (ON_DARK, "", 0, "FFFFFF"),
        *((chip_style(number), faces.sans, 8.5, colour) for number, colour in enumerate(SOURCE_COLOURS, 1)),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        is_chip = name.startswith(CHIP)
        _set_font(style, face, size, colour, bold=is_chip)
        if is_chip:
            style.font.no_proof = True  # a label is no word to check
            style.element.rPr.append(_xml(f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'))
    styles[LINK].font.underline = styles[LEFT_OUT].font.strike = styles[NUMBER].font.superscript = True
    styles[SAME].font.underline = WD_UNDERLINE.DOTTED
    styles[QUOTED].element.get_or_add_rPr().append(_shade(MARKED))


def _set_font(style: Any, face: str, size: float, colour: str = "", *, bold: bool = False) -> None:
    """Set a style's font; what is empty or nought stays as in the text around."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    properties = style.element.get_or_add_rPr()
    if face or bold:
        for child in list(properties):  # of the template: italics, themes and spaced letters
            properties.remove(child)
    if face:
        style.font.name = face
        properties.rFonts.set(qn("w:cs"), OTHER_SCRIPTS.get(face, face))
    if bold:
        style.font.bold = style.font.cs_bold = True
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    if size:
        style.font.size = Pt(size)
        properties.find(qn("w:sz")).addnext(_xml(f'<w:szCs w:val="{round(size * 2)}"/>'))


def _insert(style: Any, *elements: Any) -> None:
    for element in elements:
        style.element.get_or_add_pPr().insert_element_before(element, *BEFORE_SPACING)


def _borders(sides: dict[str, tuple[str, int, int]]) -> Any:
    """Return borders by side: colour, eighths of a point of width, points from the text."""
    each = (
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{distance}" w:color="{colour}"/>'
        for side, (colour, width, distance) in sides.items()
    )
    return _xml(f"<w:pBdr>{''.join(each)}</w:pBdr>")


def _shade(fill: str) -> Any:
    return _xml(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')


def _xml(text: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", text))


TABLE_STYLE = f"""<w:style w:type="table" w:customStyle="1" w:styleId="BriefingTable"><w:name w:val="{TABLE}"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>
<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{GREY}"/></w:tcBorders></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>"""
"""Thin rules, the header row and the first column in bold.
57 twentieths of a point (1 mm) beside the text: twenty columns of numbers still fit."""


def _add_table_style(styles: Any) -> None:
    styles.element.append(_xml(TABLE_STYLE))


def _set_languages(styles: Any, language: str, ours: str) -> None:
    """Set the document's language, and that of our own words where it is another."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for default in styles.element.iter(qn("w:lang")):
        for key, value in language_attributes(language).items():
            default.set(qn(key), value)
    for name in OURS if language != ours else ():
        spoken = OxmlElement("w:lang")
        for key, value in language_attributes(ours).items():
            spoken.set(qn(key), value)
        styles[name].element.get_or_add_rPr().append(spoken)
