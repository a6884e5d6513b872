"""Merge tags that an article happens to hold, “{{ name }}” or “*|FNAME|*”: newsletter services must not fill them in.

A reader sees them letter by letter. Two things keep a service from seeing them: a character reference, for those that
search the HTML as it stands (Listmonk, Buttondown, Mailchimp), and an empty element between the first two signs, for those
that read the HTML and write it again, which turns references into characters (Ghost).
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

OPENING = {
    "{": re.compile(r"\{"),  # {{ x }}, {% x %}, {x}: Listmonk, Buttondown, Ghost and most others
    "*": re.compile(r"\*(?=\|)"),  # *|x|*: Mailchimp
    "%": re.compile(r"%(?=[A-Za-z_%{\[])"),  # %x%, %%x%%: Mailgun, ActiveCampaign, Ghost; not “5 % of” nor “5%.”
    "@": re.compile(r"@(?=TrackLink)"),  # https://x.example@TrackLink: Listmonk
}
"""What a merge tag begins with, and where."""
SIGNS = {opening: chr(0xFDD0 + number) for number, opening in enumerate(OPENING)}
"""Stand for them until all is drawn, so that a template's own tags stay alive: noncharacters, which no text may hold."""
TAG = re.compile(r"""<[A-Za-z/!](?:"[^"]*"|[^">])*>""")
"""As html5ever writes them: every attribute in double quotes."""
SIGNED = re.compile(f"[{''.join(SIGNS.values())}]")
HEXADECIMAL = re.compile("[0-9A-Fa-f]{2}")


def marked(value: Any) -> Any:
    """Return a value for a template with the beginnings of merge tags in every text of it replaced by signs."""
    if isinstance(value, str):
        for opening, pattern in OPENING.items():
            value = pattern.sub(SIGNS[opening], value)
        return value
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if isinstance(value, dict):
        return {key: marked(one) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: marked(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **parts)
    return value


def inert(html: str) -> str:
    """Return the HTML with each sign as text that reads the same and that no service takes for a tag of its own."""
    if not SIGNED.search(html):
        return html
    parts, end = [], 0
    for tag in TAG.finditer(html):
        parts += [_in_text(html[end : tag.start()]), _in_address(tag[0])]
        end = tag.end()
    return "".join([*parts, _in_text(html[end:])])


def _in_text(text: str) -> str:
    for opening, sign in SIGNS.items():
        text = text.replace(sign, f"&#{ord(opening)};<wbr>")
    return text


def _in_address(tag: str) -> str:
    """Return a tag with the signs as an address writes them (RFC 3986, 2.1); an escape such as %E2 is one already."""
    for opening, sign in SIGNS.items():
        pieces = tag.split(sign)
        joints = ["%" if opening == "%" and HEXADECIMAL.match(one) else f"%{ord(opening):02X}" for one in pieces[1:]]
        tag = pieces[0] + "".join(joint + one for joint, one in zip(joints, pieces[1:], strict=True))
    return tag
