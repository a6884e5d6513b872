"""`brief send` against a real SMTP server on this machine: what arrives, what is refused, and that no password leaks."""

from __future__ import annotations

import asyncio
import email
import email.policy
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from sample_briefing import briefing

from brief.cli.smtp import server as parsed
from brief.errors import OptionError
from brief.render.mail.email import to_email

USER, PASSWORD = "desk", "correct horse"
LOGIN = {"BRIEF_SMTP_USER": USER, "BRIEF_SMTP_PASSWORD": PASSWORD}
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
BEYOND = "0.0.0.0"
"""Leads to this machine, and is not known to: brief takes it for another one."""


class Office:
    """Takes messages but not those to and from some, and notes who logged in."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, list[str], EmailMessage]] = []
        self.passwords: list[str] = []
        self.encrypted: list[bool] = []

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("stranger"):
            return "553 5.7.1 Not your address"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("nobody"):
            return "550 5.1.1 No such reader"
        if address.startswith("later"):
            return "450 4.2.0 Come back in an hour"
        if address.startswith("closing"):
            return "421 4.3.2 Closing for today"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if envelope.rcpt_tos[0].startswith("full"):
            return "552 5.2.2 Mailbox full"
        if envelope.rcpt_tos[0].startswith("power-cut"):
            cast(asyncio.Transport, server.transport).abort()
            return "250 OK, which nobody hears"
        message = email.message_from_bytes(cast(bytes, envelope.content), policy=email.policy.default)
        self.arrived.append((str(envelope.mail_from), list(envelope.rcpt_tos), cast(EmailMessage, message)))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"

    def allowed(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.passwords.append(data.password.decode())
        right = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
        return AuthResult(success=right, handled=right)  # what is not handled the server answers with 535


class Running:
    """A server that runs, and what came in."""

    def __init__(self, office: Office, port: int) -> None:
        self.office, self.port = office, port


Start = Callable[..., Running]


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def authority_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "127.0.0.1", BEYOND).configure_cert(context)
    return context


@pytest.fixture
def start() -> Iterator[Start]:
    """Start servers that end with the test."""
    running: list[Controller] = []

    def begin(**options: Any) -> Running:
        office = Office()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        controller = Controller(
            office, hostname="127.0.0.1", port=port, authenticator=office.allowed, auth_require_tls=False, **options
        )
        controller.start()
        running.append(controller)
        return Running(office, port)

    yield begin
    for controller in running:
        controller.stop()


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("send") / "briefing.json"
    briefing().save(path)
    return path


def send(saved: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    usual = {key: value for key, value in os.environ.items() if key not in LOGIN and key != "SSL_CERT_FILE"}
    command = [sys.executable, "-m", "brief", "send", str(saved), "--from", "The Desk <desk@example.org>", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**usual, **environment})
    assert "Traceback" not in run.stderr
    assert PASSWORD not in run.stdout + run.stderr
    return run


def test_each_reader_gets_a_message_of_their_own(saved: Path, start: Start) -> None:
    post = start()
    run = send(
        saved,
        "--to",
        "Åsa <a@example.org>",
        "--to",
        "b@example.org",
        "--to",
        "a@example.org",
        "--smtp",
        f"localhost:{post.port}",
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "sent to 2\n")
    assert [(sender, readers) for sender, readers, _ in post.office.arrived] == [
        ("desk@example.org", ["a@example.org"]),
        ("desk@example.org", ["b@example.org"]),
    ]
    first, second = (message for _, _, message in post.office.arrived)
    assert (first["From"], first["To"], first["Subject"]) == (
        "The Desk <desk@example.org>",
        "Åsa <a@example.org>",
        briefing().title,
    )
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Date"].datetime.tzinfo is not None
    assert first["Message-ID"].endswith("@example.org>")
    assert first["Message-ID"] != second["Message-ID"]
    assert "X-Unsent" not in first
    page, plain = first.get_body(("html",)), first.get_body(("plain",))
    assert page is not None
    assert plain is not None
    assert to_email(briefing()).strip() in page.get_content().replace("\r\n", "\n")
    assert plain.get_content().startswith(briefing().title)


def test_the_same_briefing_to_the_same_reader_has_the_same_id(saved: Path, start: Start) -> None:
    post = start()
    for _ in range(2):
        send(saved, "--to", "a@example.org", "--smtp", f"localhost:{post.port}")
    first, second = (message for _, _, message in post.office.arrived)
    assert first["Message-ID"] == second["Message-ID"]


def test_the_headers_of_a_list(saved: Path, start: Start) -> None:
    post = start()
    leave = (
        "--list-unsubscribe",
        "https://example.org/leave?who={to}",
        "--list-unsubscribe",
        "mailto:leave@example.org",
    )
    send(
        saved,
        "--to",
        "a+1@example.org",
        "--smtp",
        f"localhost:{post.port}",
        "--list-id",
        "daily.example.org",
        *leave,
        "--subject",
        "Today’s",
    )
    ((_, _, message),) = post.office.arrived
    address = "https://example.org/leave?who=a%2B1%40example.org"
    assert message["List-Id"] == "<daily.example.org>"
    assert message["List-Unsubscribe"] == f"<{address}>, <mailto:leave@example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Subject"] == "Today’s"
    page, plain = message.get_body(("html",)), message.get_body(("plain",))
    assert page is not None
    assert plain is not None
    assert f'<a href="{address}"' in page.get_content()
    assert f"Unsubscribe: {address}" in plain.get_content()


def test_one_click_is_promised_only_for_a_web_address(saved: Path, start: Start) -> None:
    post = start()
    send(
        saved,
        "--to",
        "a@example.org",
        "--smtp",
        f"localhost:{post.port}",
        "--list-unsubscribe",
        "mailto:leave@example.org",
    )
    ((_, _, message),) = post.office.arrived
    assert "List-Unsubscribe" in message
    assert "List-Unsubscribe-Post" not in message


# Credentials.


@pytest.mark.parametrize("host", ["localhost", BEYOND])
def test_a_password_goes_through_starttls(
    host: str, saved: Path, start: Start, tls: ssl.SSLContext, authority_file: str
) -> None:
    post = start(tls_context=tls, auth_required=True)
    run = send(saved, "--to", "a@example.org", "--smtp", f"{host}:{post.port}", SSL_CERT_FILE=authority_file, **LOGIN)
    assert run.returncode == 0, run.stderr
    assert post.office.passwords == [PASSWORD]
    assert post.office.encrypted == [True]


def test_a_password_goes_nowhere_without_tls(saved: Path, start: Start) -> None:
    post = start()
    run = send(saved, "--to", "a@example.org", "--smtp", f"{BEYOND}:{post.port}", **LOGIN)
    assert run.returncode == 1
    assert "offers no TLS, so the password was not sent: use port 587 or 465" in run.stderr
    assert (post.office.passwords, post.office.arrived) == ([], [])


@pytest.mark.parametrize("host", ["localhost", BEYOND])
def test_a_password_goes_to_no_server_with_a_strange_certificate(
    host: str, saved: Path, start: Start, tls: ssl.SSLContext
) -> None:
    post = start(tls_context=tls, auth_required=True)
    run = send(saved, "--to", "a@example.org", "--smtp", f"{host}:{post.port}", **LOGIN)
    assert run.returncode == 1
    assert "no trusted connection" in run.stderr
    assert "SSL_CERT_FILE" in run.stderr
    assert run.stderr.count("\n") == 1
    assert (post.office.passwords, post.office.arrived) == ([], [])


def test_within_this_machine_a_password_needs_no_tls(saved: Path, start: Start) -> None:
    post = start(auth_required=True)
    assert send(saved, "--to", "a@example.org", "--smtp", f"127.0.0.1:{post.port}", **LOGIN).returncode == 0
    assert post.office.passwords == [PASSWORD]


def test_a_local_server_with_a_certificate_of_its_own_takes_mail_without_a_password(
    saved: Path, start: Start, tls: ssl.SSLContext
) -> None:
    post = start(tls_context=tls)
    assert send(saved, "--to", "a@example.org", "--smtp", f"localhost:{post.port}").returncode == 0
    assert len(post.office.arrived) == 1


def test_a_wrong_password_is_told(saved: Path, start: Start) -> None:
    post = start(auth_required=True)
    wrong = {**LOGIN, "BRIEF_SMTP_PASSWORD": "battery staple"}
    run = send(saved, "--to", "a@example.org", "--smtp", f"localhost:{post.port}", **wrong)
    assert run.returncode == 1
    assert "did not let desk in (535 " in run.stderr
    assert "check BRIEF_SMTP_USER and BRIEF_SMTP_PASSWORD" in run.stderr
    assert "battery" not in run.stderr
    assert post.office.arrived == []


# What goes wrong.


def test_a_refused_reader_is_named_and_the_others_get_theirs(saved: Path, start: Start) -> None:
    post = start()
    readers = ("nobody@example.org", "a@example.org", "full@example.org", "b@example.org")
    run = send(saved, *(part for one in readers for part in ("--to", one)), "--smtp", f"localhost:{post.port}")
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "brief: refused: nobody@example.org (550 5.1.1 No such reader)",
        "brief: refused: full@example.org (552 5.2.2 Mailbox full)",
        "brief: sent to 2 of 4: correct the addresses above, and send to those again",
    ]
    assert [readers for _, readers, _ in post.office.arrived] == [["a@example.org"], ["b@example.org"]]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            "later@example.org",
            [
                "refused: later@example.org (450 4.2.0 Come back in an hour)",
                "sent to 2 of 3: wait a little, and send to those above again",
            ],
        ),
        (
            "closing@example.org",
            [
                "refused: closing@example.org (421 4.3.2 Closing for today)",
                "not tried: b@example.org",
                "sent to 1 of 3 (the server ended the connection): wait a little, and send to those above again",
            ],
        ),
        (
            "power-cut@example.org",
            [
                "perhaps sent: power-cut@example.org",
                "not tried: b@example.org",
                "sent to 1 of 3 (Connection unexpectedly closed): wait a little, and send to those above again",
            ],
        ),
    ],
)
def test_who_got_none_is_named_when_the_server_takes_no_more(
    second: str, told: list[str], saved: Path, start: Start
) -> None:
    post = start()
    readers = ("a@example.org", second, "b@example.org")
    run = send(saved, *(part for one in readers for part in ("--to", one)), "--smtp", f"localhost:{post.port}")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.splitlines() == [f"brief: {line}" for line in told]
    arrived = [readers[0] for _, readers, _ in post.office.arrived]
    assert arrived == [one for one in readers if not any(one in line for line in told)]


def test_a_sender_whom_the_server_does_not_know_is_told_once(saved: Path, start: Start) -> None:
    post = start()
    readers = ("--to", "a@example.org", "--to", "b@example.org", "--from", "stranger@example.net")
    run = send(saved, *readers, "--smtp", f"localhost:{post.port}")
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "brief: not tried: a@example.org",
        "brief: not tried: b@example.org",
        "brief: sent to 0 of 2 (553 5.7.1 Not your address): check --from and the login, and send to those above",
    ]
    assert post.office.arrived == []


def test_an_address_given_twice_is_one_reader(saved: Path, start: Start) -> None:
    post = start()
    twice = ("--to", "Ana <ana@example.org>", "--to", "ana@Example.ORG")
    assert send(saved, *twice, "--smtp", f"localhost:{post.port}").returncode == 0
    assert [readers for _, readers, _ in post.office.arrived] == [["ana@example.org"]]


def test_a_server_that_is_not_there_is_told(saved: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = send(saved, "--to", "a@example.org", "--smtp", f"localhost:{port}")
    assert (run.returncode, run.stderr) == (
        1,
        f"brief: localhost:{port}: cannot be reached (Connection refused): check --smtp host:port\n",
    )


def test_a_server_that_asks_for_a_login_is_told(saved: Path, start: Start) -> None:
    run = send(saved, "--to", "a@example.org", "--smtp", f"localhost:{start(auth_required=True).port}")
    assert run.returncode == 1
    assert "530 5.7.0 Authentication required" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "a@example.org"), "no server to send through: give --smtp host:port, or --dry-run"),
        (("--to", "everybody", "--dry-run"), "to is “everybody”: give an address such as"),
        (("--to", "a@example.org\nBcc: b@example.org", "--dry-run"), "to is “"),
        (("--to", "a@example.org", "--subject", "x\r\nBcc: b@example.org", "--dry-run"), "subject holds a line break"),
        (("--to", "a@example.org", "--list-id", "no id", "--dry-run"), "list-id is “no id”"),
        (
            ("--to", "a@example.org", "--list-unsubscribe", "http://x.example", "--dry-run"),
            "give an https: or mailto: address",
        ),
        (
            ("--to", "a@example.org", "--list-unsubscribe", "https://x.example/\r\nX: y", "--dry-run"),
            "give an https: or mailto: address",
        ),
        (("--to", "a@example.org", "--smtp", "https://mail.example.org"), "give host or host:port"),
    ],
)
def test_wrong_use_is_one_line_with_the_next_step(arguments: tuple[str, ...], says: str, saved: Path) -> None:
    run = send(saved, *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert says in run.stderr
    assert run.stderr.count("\n") == 1


def test_half_of_the_credentials_is_wrong_use(saved: Path) -> None:
    run = send(saved, "--to", "a@example.org", "--smtp", "localhost:25", BRIEF_SMTP_USER="desk")
    assert run.returncode == 2
    assert "only one of BRIEF_SMTP_USER and BRIEF_SMTP_PASSWORD is set" in run.stderr


def test_a_dry_run_says_all_and_opens_no_connection(saved: Path, start: Start) -> None:
    post = start()
    run = send(
        saved,
        "--to",
        "a@example.org",
        "--to",
        "b@example.org",
        "--smtp",
        f"localhost:{post.port}",
        "--dry-run",
        **LOGIN,
    )
    assert run.returncode == 0
    for words in (
        f"Subject: {briefing().title}",
        "BOTTOM LINE",
        " bytes to b@example.org",
        f"server: localhost:{post.port} as desk",
    ):
        assert words in run.stdout
    assert (post.office.passwords, post.office.arrived) == ([], [])


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("mail.example.org", "mail.example.org", 587),
        ("mail.example.org:465", "mail.example.org", 465),
        ("[::1]:2525", "::1", 2525),
        ("[::1]", "::1", 587),
    ],
)
def test_addresses_of_servers(text: str, host: str, port: int) -> None:
    assert (parsed(text, "", "").host, parsed(text, "", "").port) == (host, port)


@pytest.mark.parametrize("text", ["", ":25", "host:", "host:smtp", "host:0", "host:70000", "user@host:25", "a b:25"])
def test_what_is_no_server(text: str) -> None:
    with pytest.raises(OptionError):
        parsed(text, "", "")


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.9", True),
        ("[::1]:25", True),
        ("0.0.0.0", False),
        ("localhost.example.org", False),
    ],
)
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert parsed(host, "", "").local is local
