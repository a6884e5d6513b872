"""The XML of a Word document below paragraphs and tables, and the package around it: the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from .word_styles import SANS, SERIF, STAND_INS

MOST_TITLE = 255
"""Characters of a core property: OPC (ECMA-376 part 2) allows no more."""
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The first a zip file can hold: the clock must not change the bytes."""
WORD = "15"
"""Word 2013 and all after it. An older one would open the document in compatibility mode, without its accessibility checker."""
UNWANTED = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects", "/fontTable", "/webSettings")
"""Parts of python-docx's template: a picture of the empty page, its writer's name, an empty bibliography, styles of 2010."""
FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"


class Properties(NamedTuple):
    """What a file manager and a library show of a document."""

    title: str
    author: str
    language: str
    created: str
    """An ISO date or date and time, or nothing: then the document has no date."""


def element(name: str, attributes: Mapping[str, str] | None = None) -> Any:
    """Return an element such as w:tab with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made


def run(words: str, style: str, languages: Mapping[str, str]) -> Any:
    """Return a run in a character style (its id); no words make a tab. In w:bidi the language of a run read from right to left."""
    made = element("w:r")
    properties = [element("w:rStyle", {"w:val": style})] if style else []
    if "w:bidi" in languages:
        properties.append(element("w:rtl"))
    if languages:
        properties.append(element("w:lang", languages))
    if properties:
        made.append(element("w:rPr"))
        made[0].extend(properties)
    if words:
        text = element("w:t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(text if words else element("w:tab"))
    return made


def table(style: str, name: str, sizes: Sequence[int], *, right_to_left: bool) -> Any:
    """Return a table without rows, its columns so many twentieths of a point wide; the order is the schema's."""
    properties = element("w:tblPr")
    properties.append(element("w:tblStyle", {"w:val": style}))
    if right_to_left:
        properties.append(element("w:bidiVisual"))
    properties.append(element("w:tblW", {"w:w": str(sum(sizes)), "w:type": "dxa"}))
    properties.append(element("w:tblLayout", {"w:type": "fixed"}))
    looks = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    properties.append(element("w:tblLook", {"w:val": "06A0", **{f"w:{key}": value for key, value in looks.items()}}))
    properties.append(element("w:tblCaption", {"w:val": name}))
    grid = element("w:tblGrid")
    grid.extend(element("w:gridCol", {"w:w": str(size)}) for size in sizes)
    made = element("w:tbl")
    made.extend([properties, grid])
    return made


def row(cells: Iterable[tuple[Sequence[Any], str]], sizes: Sequence[int], *, is_header: bool) -> Any:
    """Return a row of paragraphs with a fill each. It stays on one page; a header row is repeated on every page."""
    made = element("w:tr")
    made.append(element("w:trPr"))
    made[0].append(element("w:cantSplit"))
    if is_header:
        made[0].append(element("w:tblHeader"))
    for (paragraphs, fill), size in zip(cells, sizes, strict=True):
        properties = element("w:tcPr")
        properties.append(element("w:tcW", {"w:w": str(size), "w:type": "dxa"}))
        if fill:
            properties.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}))
        field = element("w:tc")
        field.extend([properties, *paragraphs])
        made.append(field)
    return made


def stream(data: bytes) -> io.BytesIO:
    """Return the bytes as a file to read."""
    return io.BytesIO(data)


def packed(document: Any, properties: Properties) -> bytes:
    """Return the file of a document with these properties, the same bytes for the same document."""
    for owner in (document.part.package, document.part):
        for name in [name for name, one in owner.rels.items() if one.reltype.endswith(UNWANTED)]:
            del owner.rels[name]
    _set_fonts(document.part)
    _set_settings(document.settings.element, properties.language)
    _set_properties(document.core_properties, properties)
    written = io.BytesIO()
    document.save(written)
    return _same_zip(written)


def _set_fonts(part: Any) -> None:
    """Name the fonts that stand in for ours where they are not installed."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.oxml.xmlchemy import serialize_for_reading

    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{STAND_INS[name]}"/><w:family w:val="{family}"/></w:font>'
        for name, family in ((SERIF, "roman"), (SANS, "swiss"))
    )
    xml = serialize_for_reading(parse_xml(f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"))
    table = Part(PackURI("/word/fontTable.xml"), FONT_TABLE, xml.encode(), part.package)
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)


def _set_settings(settings: Any, language: str) -> None:
    """Have Word check spelling when it opens the document, in its language and as the Word of today."""
    from docx.oxml.ns import qn

    for tag in ("w:zoom", "w:proofState", "w:savePreviewPicture", "w:rsids"):
        for one in settings.findall(qn(tag)):
            settings.remove(one)
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), WORD)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), language)


def _set_properties(core: Any, properties: Properties) -> None:
    core.title, core.author = properties.title[:MOST_TITLE], properties.author[:MOST_TITLE]
    core.language = properties.language
    core.last_modified_by, core.comments = "", ""
    if properties.created:
        moment = datetime.fromisoformat(properties.created)
        core.created = core.modified = (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None)
        return
    for dated in [one for one in core._element if one.tag.endswith(("}created", "}modified"))]:
        core._element.remove(dated)  # the date of the empty template


def _same_zip(written: io.BytesIO) -> bytes:
    """Return the zip file with the same date on every part, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(info, source.read(name))
    return out.getvalue()
