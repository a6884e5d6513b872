"""`brief send`: the newsletter to its readers through an SMTP server, a message each."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from .. import load
from ..drawing import LABELS, Drawing
from ..errors import OptionError, SendError
from ..options import load_drawing
from .console import progress, say, spoken_warnings

if TYPE_CHECKING:
    from ..render.mail.eml import Envelope
    from .smtp import Handed

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
"""An address as the HTML standard takes it (4.10.5.1.5); letters beyond ASCII need servers that few have."""
UNSUBSCRIBE = re.compile(r"(?:https:|mailto:)[!-;=?-~]{1,900}")
"""What RFC 2369 takes, on one line of a header: no spaces, no angle brackets."""
LIST_ID = re.compile(r"(?:[ -;=?-~]* ?<[A-Za-z0-9._-]+>|[A-Za-z0-9._-]+)")
READER = "{to}"
"""Stands for the reader's address in an unsubscribe address: RFC 8058 wants one that says who leaves."""


@click.command(short_help="Send a briefing as a newsletter.")
@click.argument("briefing", type=click.Path(path_type=Path))
@click.option("--to", "recipients", multiple=True, required=True, metavar="ADDRESS", help="A reader. Repeatable.")
@click.option("--from", "sender", required=True, metavar="ADDRESS", help="“Name <address>” or the address alone.")
@click.option("--smtp", metavar="HOST[:PORT]", help="The server; port 587 unless you name one, 465 for TLS at once.")
@click.option("--subject", default="", metavar="TEXT", help="The subject.  [default: the briefing's title]")
@click.option("--list-id", default="", metavar="ID", help="Header List-Id, such as daily.example.org.")
@click.option(
    "--list-unsubscribe",
    "unsubscribe",
    multiple=True,
    metavar="URL",
    help="How to leave: https: (one click) or mailto:; {to} stands for the reader's address. Repeatable.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be sent, to whom and how big; open no connection.")
@click.option("--template", metavar="DIR", help="A folder of templates that replace or extend the shipped ones.")
@click.option("--labels", type=click.Choice(LABELS, False), help="Language of headings and notes.")
@click.option("--link", metavar="URL", help="Where the whole briefing stands.")
@click.option("--marking", metavar="TEXT", help="A handling line, such as TLP:GREEN.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="A briefing.toml with the same keys.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is sent.")
def send(
    briefing: Path,
    recipients: tuple[str, ...],
    smtp: str | None,
    dry_run: bool,
    quiet: bool,
    config: Path | None,
    template: str | None,
    labels: str | None,
    link: str | None,
    marking: str | None,
    **envelope: Any,
) -> None:
    """Send BRIEFING, a briefing.json, as a newsletter: a message to each reader.

    The user and password of the server come from BRIEF_SMTP_USER and BRIEF_SMTP_PASSWORD, and go nowhere without TLS.
    Exit status: 0 sent to everybody, 1 not sent or not to everybody, 2 wrong use.
    """
    from . import smtp as post

    target = post.server(smtp, os.environ.get(post.USER, ""), os.environ.get(post.PASSWORD, "")) if smtp else None
    drawing = load_drawing(config, {"template": template, "labels": labels, "link": link, "marking": marking})
    messages = _messages(briefing, drawing, _envelopes(recipients, **envelope))
    if dry_run:
        _tell(messages, target.described if target else "none given")
        return
    if target is None:
        raise OptionError("no server to send through", "give --smtp host:port, or --dry-run")
    with progress(f"Sending through {target.name}"):
        handed = post.send(target, messages)
    _report(handed, len(messages), quiet)


def _envelopes(
    recipients: tuple[str, ...], sender: str, subject: str, list_id: str, unsubscribe: tuple[str, ...]
) -> list[Envelope]:
    """Return an envelope for each reader; an address given twice is one reader.

    Raises:
        OptionError: an address, the list's id or the subject is none.
    """
    from ..render.mail.eml import Envelope  # and with it Jinja, which `brief send --help` does not need

    from_ = _address(sender, "from")
    readers: dict[tuple[str, str], Address] = {}
    for reader in (_address(one, "to") for one in recipients):
        readers.setdefault((reader.username, reader.domain.lower()), reader)
    _check(subject, list_id, unsubscribe)
    return [
        Envelope(
            sender=from_,
            recipient=reader,
            date=datetime.now(UTC).replace(microsecond=0),
            subject=subject,
            list_id=list_id if "<" in list_id or not list_id else f"<{list_id}>",
            unsubscribe=tuple(one.replace(READER, quote(reader.addr_spec, safe="")) for one in unsubscribe),
        )
        for reader in readers.values()
    ]


def _messages(path: Path, drawing: Drawing, envelopes: list[Envelope]) -> list[EmailMessage]:
    """Draw the briefing once, and put it into a message for each reader."""
    from ..render.labels import label_language, spoken
    from ..render.mail.eml import mail, message_for

    briefing = load(path)
    with spoken(label_language(briefing, drawing)):
        with spoken_warnings():
            drawn = mail(briefing, drawing)
        return [message_for(drawn, envelope, drawing) for envelope in envelopes]


def _address(text: str, option: str) -> Address:
    """Return “Name <address>” or a bare address as one.

    Raises:
        OptionError: it is neither.
    """
    name, address = parseaddr(text)
    if not ADDRESS.fullmatch(address) or not text.isprintable():
        raise OptionError(
            f"{option} is “{text}”", "give an address such as desk@example.org, or Desk <desk@example.org>"
        )
    return Address(name, addr_spec=address)


def _check(subject: str, list_id: str, unsubscribe: tuple[str, ...]) -> None:
    if not subject.isprintable():
        raise OptionError("subject holds a line break or another control character", "give one line of text")
    if list_id and not LIST_ID.fullmatch(list_id):
        raise OptionError(
            f"list-id is “{list_id}”", "give an id such as daily.example.org or Daily <daily.example.org>"
        )
    for one in unsubscribe:
        if not UNSUBSCRIBE.fullmatch(one):
            raise OptionError(f"list-unsubscribe is “{one}”", "give an https: or mailto: address")


def _tell(messages: list[EmailMessage], server: str) -> None:
    """Print what would be sent: the first message's headers and plain part, and everybody's address and size."""
    first = messages[0]
    for name, value in first.items():
        click.echo(f"{name}: {value}")
    plain = first.get_body(("plain",))
    click.echo("\n" + (plain.get_content() if plain else ""))
    for message in messages:
        click.echo(f"would send {len(message.as_bytes()):,} bytes to {message['To']}")
    click.echo(f"not sent (--dry-run); server: {server}")


def _report(handed: Handed, total: int, quiet: bool) -> None:
    """Say how many were sent, and name everybody who got none, so that it can be sent to them alone.

    Raises:
        SendError: not all of them.
    """
    for recipient, answer in handed.refused.items():
        say(f"refused: {recipient} ({answer})")
    if handed.unsure:
        say(f"perhaps sent: {handed.unsure}")
    for recipient in handed.untried:
        say(f"not tried: {recipient}")
    sent = total - len(handed.refused) - len(handed.untried) - bool(handed.unsure)
    if sent < total:
        why = f" ({handed.ended})" if handed.ended else ""
        raise SendError(f"sent to {sent:,} of {total:,}{why}", _next_step(handed))
    if not quiet:
        say(f"sent to {total:,}", prefix=False)


def _next_step(handed: Handed) -> str:
    """Return what to do now; an answer that begins with 4 means later, one with 5 never like this (RFC 5321, 4.2.1)."""
    if handed.ended.startswith("5"):
        return "check --from and the login, and send to those above"
    if handed.ended or any(answer.startswith("4") for answer in handed.refused.values()):
        return "wait a little, and send to those above again"
    return "correct the addresses above, and send to those again"
