"""An Atom feed of briefings (RFC 4287), newest first, so that a site can show them. Each entry holds the newsletter."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from ...drawing import USUAL, Drawing
from ...errors import RenderError
from ...model import Briefing, digest
from ..labels import _
from ..views import shown
from ..views.view import view
from ..words import line, printable, web_link
from .email import newsletter

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
GENERATOR = "brief"
MOST_ENTRIES = 50
"""Readers fetch the whole file each time: with newsletters of 40 KB this is 2 MB."""
NO_DATE = "1970-01-01T00:00:00Z"
"""Of a briefing without a date, because an entry must have one and the clock would change the bytes."""


def to_atom(briefing: Briefing, drawing: Drawing = USUAL) -> bytes:
    """Return a feed with this briefing as its only entry.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    key = _key(briefing, drawing)
    feed = etree.Element(_name("feed"), nsmap={None: ATOM})  # type: ignore[dict-item]  # None: the default namespace
    _add(feed, "id", uuid.uuid5(uuid.NAMESPACE_URL, key).urn)
    _add(feed, "title", _("Briefings"))
    _add(feed, "updated", _moment(briefing))
    _add(_add(feed, "author"), "name", drawing.look.organisation or GENERATOR)
    _add(feed, "generator", GENERATOR, version=line(briefing.generator.version))
    feed.append(_entry(briefing, key, drawing))
    return _written(feed)


def continued(old: bytes, new: bytes, name: str) -> bytes:
    """Return the old feed with the entries of the new one: an entry of the same briefing is replaced, at most 50 stay.

    Id and title of the feed stay as they are: a title changed by hand is kept.

    Raises:
        RenderError: `old` is no feed of ours.
    """
    feed, fresh = _read(old, name), etree.fromstring(new)
    entries = fresh.findall(_name("entry"))
    ids = {_text(entry, "id") for entry in entries}
    earlier = feed.findall(_name("entry"))
    for entry in earlier:
        feed.remove(entry)
    entries += [entry for entry in earlier if _text(entry, "id") not in ids]
    newest_first = sorted(entries, key=_when, reverse=True)[:MOST_ENTRIES]
    feed.extend(newest_first)
    _set_updated(feed, newest_first)
    return _written(feed)


def _key(briefing: Briefing, drawing: Drawing) -> str:
    """Return what the entry's id comes from: the address or title, and the day, so that a briefing made again updates it.

    An address alone will not do, for it may be that of the newest briefing, whichever that is; one without a date is
    known by all that it says.
    """
    day = (briefing.created or "")[:10]
    return digest(f"{web_link(drawing.link) or line(briefing.title)} {day}" if day else briefing.to_json())


def _entry(briefing: Briefing, key: str, drawing: Drawing) -> etree._Element:
    all_of_it = view(briefing, drawing.marking)
    entry = etree.Element(_name("entry"), {LANGUAGE: line(briefing.language)})
    _add(entry, "id", f"urn:{key}")
    _add(entry, "title", " ".join(part for part in (all_of_it.marking, all_of_it.title) if part))
    _add(entry, "updated", _moment(briefing))
    if link := web_link(drawing.link):
        _add(entry, "link", rel="alternate", type="text/html", href=link)
    for label in _themes(all_of_it):
        _add(entry, "category", term=label)
    _add(entry, "summary", " · ".join(all_of_it.facts)).set(LANGUAGE, all_of_it.labels)
    _add(entry, "content", newsletter(briefing, all_of_it, drawing), type="html")
    return entry


def _themes(all_of_it: shown.View) -> Sequence[str]:
    return list(dict.fromkeys(section.label for section in all_of_it.sections))


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element; lxml escapes what it writes, and refuses the control characters that `printable` replaces."""
    safe = {key: printable(value) for key, value in attributes.items()}
    child = etree.SubElement(parent, _name(name), safe)
    child.text = printable(text) or None
    return child


def _name(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(_name(name)) or ""


def _moment(briefing: Briefing) -> str:
    """Return the briefing's date and time as RFC 3339 asks, in UTC."""
    try:
        date = datetime.fromisoformat(briefing.created or "")
        utc = date.astimezone(UTC) if date.tzinfo else date
    except (ValueError, OverflowError):  # no date, or one beyond the calendar
        return NO_DATE
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _when(entry: etree._Element) -> datetime:
    try:
        date = datetime.fromisoformat(_text(entry, "updated"))
    except ValueError:  # changed by hand
        return datetime.min.replace(tzinfo=UTC)
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _set_updated(feed: etree._Element, newest_first: Sequence[etree._Element]) -> None:
    updated = feed.find(_name("updated"))
    if updated is not None:
        updated.text = _text(newest_first[0], "updated")


def _read(old: bytes, name: str) -> etree._Element:
    """Parse a feed that stands on disk; nothing in it is fetched or expanded."""
    fix = "name another file, or move this one away"
    try:
        feed = etree.fromstring(old, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise RenderError(f"{name}: stands there already and is no feed ({error.msg})", fix) from error
    if feed.tag != _name("feed") or _text(feed, "generator") != GENERATOR:
        raise RenderError(f"{name}: stands there already and is no feed of brief", fix)
    return feed


def _written(feed: etree._Element) -> bytes:
    etree.indent(feed)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8") + b"\n"
