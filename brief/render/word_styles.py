"""What a Word document looks like: Word's own styles, set so that the sources' words and ours can be told apart."""

from __future__ import annotations

from typing import Any

LINK, CITATION, ADDED = "Hyperlink", "Citation", "Added words"
"""Character styles of ours: who edits the document changes all links, citations or [brackets] at once."""
CELL, UNDER = "Table text", "List Continue"
"""Paragraph styles: the cells of a table, and the quiet line under an item of a list."""
GREY, INK, BLUE = "555555", "1A1A1A", "1F4E9E"
SANS = "Calibri"
OURS = ("Heading 1", "Caption", UNDER, "Header", "Footer")
"""Paragraph styles of our own words, which are English whatever the articles are in."""


def set_styles(styles: Any, language: str) -> None:
    """Set the styles of a document: a serif for the sources, a sans for us, quiet lines in grey, and the language."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    _set_font(styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH), SANS, 9)  # no colour: header rows are white on black
    styles[CELL].paragraph_format.space_after = Pt(0)
    for name, size, colour in (("Title", 22, INK), ("Heading 1", 13, INK), ("Caption", 9, GREY), (UNDER, 9, GREY)):
        _set_font(styles[name], SANS, size, colour)
        styles[name].font.bold = name in ("Title", "Heading 1")
    for name in ("Caption", UNDER):
        styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(3), Pt(6)
    for name in ("Header", "Footer"):
        _set_font(styles[name], SANS, 9, GREY)
    styles["List Bullet"].paragraph_format.space_after = Pt(4)
    styles["Quote"].font.italic, styles["Quote"].font.size = False, Pt(12)
    for name, face, size, colour in ((LINK, "", 0, BLUE), (CITATION, SANS, 9, BLUE), (ADDED, "", 0, GREY)):
        _set_font(styles.add_style(name, WD_STYLE_TYPE.CHARACTER), face, size, colour)
    styles[LINK].font.underline = styles[ADDED].font.italic = True
    _set_languages(styles, language)


def _set_font(style: Any, face: str, size: int, colour: str = "") -> None:
    """Set a style's font; what is empty or nought stays as in the text around."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    if size:
        style.font.size = Pt(size)
    if face:
        style.font.name = face
        for theme in ("w:asciiTheme", "w:hAnsiTheme"):  # they would win over the name
            style.element.rPr.rFonts.attrib.pop(qn(theme), None)


def _set_languages(styles: Any, language: str) -> None:
    """Set the document's language, and English for our own words."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for default in styles.element.iter(qn("w:lang")):
        default.set(qn("w:val"), language)
    for name in OURS if language != "en" else ():
        english = OxmlElement("w:lang")
        english.set(qn("w:val"), "en")
        styles[name].element.get_or_add_rPr().append(english)
