"""The newsletter as an e-mail message: plain text and HTML side by side (RFC 2046, multipart/alternative).

A message of the same briefing has the same bytes: its boundary and its id come from the digest of briefing.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from markupsafe import Markup

from ...drawing import USUAL, Drawing
from ...language import direction
from ...model import Briefing, digest
from ..environment import draw
from ..labels import _, language
from ..text.cells import cut
from ..views.view import view
from ..words import line, web_link
from .email import newsletter
from .mail_text import mail_text

PREHEADER = 140
"""Columns: what programs show of a message beside its subject."""
ONE_CLICK = "List-Unsubscribe=One-Click"
"""RFC 8058: the mail program may unsubscribe with a POST to the https address."""

END = "\r\n"


class Policy(EmailPolicy):
    """How headers are written: addresses and ids on one line each, for Python would break long ones into encoded words.

    RFC 2047, 5, forbids those inside <…>; a line may have 998 characters (RFC 5322, 2.1.1).
    """

    whole = ("list-id", "list-unsubscribe", "message-id")

    def fold(self, name: str, value: str) -> str:
        """Return the header's lines."""
        if name.lower() not in self.whole:
            return str(super().fold(name, value))
        return f"{name}: {value}".replace(">, <", f">,{END} <") + END

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return the header's lines as bytes."""
        return (
            self.fold(name, value).encode("ascii") if name.lower() in self.whole else super().fold_binary(name, value)
        )


POLICY = Policy(linesep=END, max_line_length=76)
"""Python sets quoted-printable as wide as headers, which may have 78; RFC 2045, 6.7, has 76."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A briefing drawn for mail, whoever gets it."""

    subject: str
    language: str
    preheader: str
    text: str
    fragment: str
    digest: str
    """Of briefing.json, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a message says beside the briefing."""

    sender: Address
    recipient: Address
    date: datetime
    subject: str = ""
    """The briefing's title when empty."""
    list_id: str = ""
    unsubscribe: tuple[str, ...] = ()
    """Addresses that end the subscription, https: or mailto:."""


def to_eml(briefing: Briefing, drawing: Drawing = USUAL) -> bytes:
    """Return the message as a draft: without sender and recipient, for a mail program to open, complete and send.

    Its date is the briefing's.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    drawn = mail(briefing, drawing)
    message = EmailMessage(POLICY)
    message["Subject"] = drawn.subject
    if date := _date(briefing.created):
        message["Date"] = date
    message["X-Unsent"] = "1"  # Outlook opens it ready to be sent
    _fill(message, drawn, "", drawing)
    return message.as_bytes()


def mail(briefing: Briefing, drawing: Drawing = USUAL) -> Mail:
    """Draw what all recipients get.

    Raises:
        TemplateError: the template cannot be found, read or drawn; the message names file and line.
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    all_of_it = view(briefing, drawing.marking)
    first = all_of_it.statements[0].text if all_of_it.statements else ""
    return Mail(
        # TLP 2.0 asks for the marking in the subject too.
        subject=" ".join(part for part in (all_of_it.marking, all_of_it.title) if part),
        language=all_of_it.language,
        preheader=cut(first, PREHEADER),
        text=mail_text(briefing, all_of_it, web_link(drawing.link)),
        fragment=newsletter(briefing, all_of_it, drawing),
        digest=digest(briefing.to_json()).removeprefix("sha256:"),
    )


def message_for(drawn: Mail, envelope: Envelope, drawing: Drawing = USUAL) -> EmailMessage:
    """Return the message to one recipient.

    Raises:
        TemplateError: email/message.html cannot be found, read or drawn.
        ValueError: a part of the envelope holds a line break.
    """
    message = EmailMessage(POLICY)
    message["From"] = envelope.sender
    message["To"] = envelope.recipient
    message["Subject"] = envelope.subject or drawn.subject
    message["Date"] = envelope.date
    message["Message-ID"] = _id(drawn, envelope)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notes in answer
    if envelope.list_id:
        message["List-Id"] = envelope.list_id
    if envelope.unsubscribe:
        message["List-Unsubscribe"] = ", ".join(f"<{address}>" for address in envelope.unsubscribe)
    if any(address.startswith("https:") for address in envelope.unsubscribe):
        message["List-Unsubscribe-Post"] = ONE_CLICK
    _fill(message, drawn, next(iter(envelope.unsubscribe), ""), drawing)
    return message


def _id(drawn: Mail, envelope: Envelope) -> str:
    """Return an id that is the same when the same briefing goes to the same reader again: mail programs then show one."""
    key = digest(f"{drawn.digest} {envelope.recipient.addr_spec} {envelope.subject}").removeprefix("sha256:")
    return f"<{key[:32]}@{envelope.sender.domain}>"


def _fill(message: EmailMessage, drawn: Mail, unsubscribe: str, drawing: Drawing) -> None:
    """Put both parts into the message, the plain one first, as the standard asks."""
    page = draw(
        drawing,
        "email/message.html",
        title=message["Subject"],
        language=drawn.language,
        direction=direction(drawn.language),
        preheader=drawn.preheader,
        newsletter=Markup(drawn.fragment),  # drawn by a template, in which everything was escaped
        unsubscribe=unsubscribe,
        labels=language(),
    )
    end = "\n" + _("Unsubscribe: %(address)s", address=unsubscribe) + "\n" if unsubscribe else ""
    message.set_content(drawn.text + end, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    # “=_” cannot stand in quoted-printable text (RFC 2045, 6.7).
    message.set_boundary(f"=_brief_{drawn.digest[:32]}")


def _date(created: str | None) -> str:
    """Return the briefing's date as mail writes it, or nothing."""
    try:
        date = datetime.fromisoformat(line(created))
    except ValueError:
        return ""
    return format_datetime(date if date.tzinfo else date.replace(tzinfo=UTC))
