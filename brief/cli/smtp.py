"""Messages to an SMTP server, encrypted wherever they leave the machine with credentials.

A password is sent only over TLS with a certificate that was checked (SSL_CERT_FILE names authorities of your own), or to
this machine itself.
"""

from __future__ import annotations

import contextlib
import ipaddress
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage

from ..errors import OptionError, SendError

SUBMISSION, SUBMISSIONS = 587, 465
"""STARTTLS (RFC 6409), and TLS from the first byte (RFC 8314)."""
PATIENCE = 60.0  # seconds without a word from the server
USER, PASSWORD = "BRIEF_SMTP_USER", "BRIEF_SMTP_PASSWORD"


@dataclass(frozen=True, slots=True)
class Server:
    """Where messages are handed in, and as whom."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """“mail.example.org:587”."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def described(self) -> str:
        """The same, and as whom."""
        return f"{self.name} as {self.user}" if self.user else self.name

    @property
    def local(self) -> bool:
        """Whether it is this machine, so that nothing passes over a network."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of the messages that the server did not take."""

    refused: dict[str, str]
    """Recipients, and the server's words."""
    unsure: str = ""
    """The recipient at whose message the connection broke: it may have been taken."""
    untried: tuple[str, ...] = ()
    """Recipients that were left when the server took no more."""
    ended: str = ""
    """Why it took no more."""


def server(address: str, user: str, password: str) -> Server:
    """Return the server of “host”, “host:port” or “[::1]:port”.

    Raises:
        OptionError: it is no such address, or only one of user and password is given.
    """
    host, colon, port = address.rpartition(":") if "]" not in address.rpartition(":")[2] else (address, "", "")
    if not colon:
        host, port = address, str(SUBMISSION)
    host = host.removeprefix("[").removesuffix("]")
    if not host or any(sign in host for sign in "/@ ") or not port.isascii() or not port.isdigit():
        raise OptionError(f"smtp is “{address}”", "give host or host:port, such as smtp.example.org:587")
    if not 0 < int(port) < 65536:
        raise OptionError(f"smtp is “{address}”", "give a port from 1 to 65535")
    if bool(user) != bool(password):
        raise OptionError(f"only one of {USER} and {PASSWORD} is set", "set both, or none")
    return Server(host, int(port), user, password)


def send(target: Server, messages: Sequence[EmailMessage]) -> Handed:
    """Hand in the messages over one connection, each once; return what was not taken.

    Raises:
        SendError: the server cannot be reached, or lets us not in.
    """
    refused: dict[str, str] = {}
    names = [str(message["To"]) for message in messages]
    with _session(target) as session:
        for number, message in enumerate(messages):
            try:
                session.send_message(message)
            except smtplib.SMTPRecipientsRefused as error:
                refused[names[number]] = "; ".join(_answer(code, words) for code, words in error.recipients.values())
            except smtplib.SMTPSenderRefused as error:  # and so it would be with the next
                return Handed(refused, untried=tuple(names[number:]), ended=_reason(error))
            except smtplib.SMTPResponseException as error:
                refused[names[number]] = _reason(error)
            except (smtplib.SMTPException, OSError) as error:
                return Handed(refused, names[number], tuple(names[number + 1 :]), _reason(error))
            if session.sock is None:  # the server hung up after its answer (421)
                return Handed(refused, untried=tuple(names[number + 1 :]), ended="the server ended the connection")
    return Handed(refused)


@contextlib.contextmanager
def _session(target: Server) -> Iterator[smtplib.SMTP]:
    """Open a session, encrypted and logged in as far as it has to be."""
    try:
        session = _connected(target)
    except ssl.SSLError as error:
        fix = "use the name in its certificate; for a certificate authority of your own set SSL_CERT_FILE"
        raise SendError(f"{target.name}: no trusted connection ({_reason(error)})", fix) from error
    except (smtplib.SMTPException, OSError) as error:
        raise SendError(f"{target.name}: cannot be reached ({_reason(error)})", "check --smtp host:port") from error
    try:
        _log_in(session, target)
        yield session
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            session.quit()
        session.close()


def _connected(target: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if target.port == SUBMISSIONS:
        return smtplib.SMTP_SSL(target.host, target.port, timeout=PATIENCE, context=context)
    session = smtplib.SMTP(target.host, target.port, timeout=PATIENCE)
    try:
        session.ehlo_or_helo_if_needed()
        # Within this machine TLS protects only a password: the server there mostly has a certificate that nobody signed.
        if session.has_extn("starttls") and (target.user or not target.local):
            session.starttls(context=context)
    except BaseException:
        session.close()
        raise
    return session


def _log_in(session: smtplib.SMTP, target: Server) -> None:
    """Log in when there are credentials.

    Raises:
        SendError: the connection is not safe for a password, or the server does not take it.
    """
    if not target.user:
        return
    if not isinstance(session.sock, ssl.SSLSocket) and not target.local:
        raise SendError(
            f"{target.name}: offers no TLS, so the password was not sent",
            f"use port {SUBMISSION} or {SUBMISSIONS}, or unset {USER} and {PASSWORD}",
        )
    try:
        session.login(target.user, target.password)
    except smtplib.SMTPNotSupportedError as error:
        raise SendError(f"{target.name}: takes no login", f"unset {USER} and {PASSWORD}") from error
    except (smtplib.SMTPException, OSError) as error:
        fix = f"check {USER} and {PASSWORD}"
        raise SendError(f"{target.name}: did not let {target.user} in ({_reason(error)})", fix) from error


def _reason(error: Exception) -> str:
    """Return an error on one line: the server's own words when it gave any."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())


def _answer(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {text}".split())
