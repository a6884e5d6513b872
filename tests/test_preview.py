"""The preview: a real server, asked by real HTTP."""

from __future__ import annotations

import functools
import http.client
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_briefing import briefing

from brief.drawing import Drawing
from brief.errors import OptionError
from brief.preview import HOST, Preview, server
from brief.render.pages.html import to_html


class Site:
    """A running preview of a briefing with a template folder of one file."""

    def __init__(self, folder: Path) -> None:
        self.briefing, self.template = folder / "briefing.json", folder / "template"
        self.template.mkdir()
        self.sheet, self.config = self.template / "html.css", folder / "briefing.toml"
        self.sheet.write_text("body { color: #111111 }")
        self.config.write_text("")
        self.briefing.write_text(briefing().to_json(), "utf-8")
        self.server = server(Preview(self.briefing, self.config, {"template": str(self.template)}), 0)
        self.port = int(self.server.server_address[1])

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        return connection.getresponse()

    def text(self, path: str = "/briefing.html") -> str:
        return self.ask(path).read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


def test_the_page_is_the_file_that_would_be_written(site: Site) -> None:
    assert site.text() == to_html(briefing(), Drawing(template=str(site.template)))
    frame = site.text("/")
    assert 'src="/briefing.html"' in frame
    assert "EventSource" in frame


def test_it_listens_to_this_machine_alone(site: Site) -> None:
    assert site.server.server_address[0] == "127.0.0.1"
    assert site.ask("/briefing.html", Host=f"evil.example:{site.port}").status == 403
    assert site.ask("/briefing.html", Host=f"localhost:{site.port}").status == 200
    assert site.ask("/../briefing.json").status == 404


@pytest.mark.parametrize("which", ["sheet", "briefing", "config", "new file", "gone"])
def test_a_change_is_told_and_shown(site: Site, which: str) -> None:
    stream = site.ask("/changes")
    assert stream.getheader("Content-Type") == "text/event-stream"
    assert stream.readline() == b": watching\n"
    if which == "sheet":
        site.sheet.write_text("body { color: #222222; margin: 0 }")
    elif which == "briefing":
        site.briefing.write_text(briefing().to_json().replace("rebuilds its harbour", "mends its harbour"), "utf-8")
    elif which == "config":
        site.config.write_text('[look]\norganisation = "Harbour Desk"\n')
    elif which == "new file":
        (site.template / "_method.html").write_text("<p>No method</p>")
    else:
        site.sheet.unlink()
    lines = [stream.readline() for _ in range(3)]
    assert b"event: change\n" in lines
    shown = {
        "sheet": "#222222",
        "briefing": "Lindhaven mends its harbour",
        "config": "Harbour Desk · Briefing",
        "new file": "<p>No method</p>",
        "gone": "light-dark(",
    }
    assert shown[which] in site.text()
    stream.close()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("briefing.html", "one\n{% if %}", "briefing.html, line 2: Expected an expression"),
        ("briefing.html", "one\ntwo\n{{ nobody }}", "briefing.html, line 3: &#x27;nobody&#x27; is undefined"),
        ("_sources.html", "{{ 1 // 0 }}", "_sources.html, line 1: "),
    ],
)
def test_a_fault_is_a_page_with_file_and_line_until_it_is_mended(site: Site, name: str, text: str, says: str) -> None:
    (site.template / name).write_text(text)
    answer = site.ask("/briefing.html")
    assert answer.status == 500
    assert says in answer.read().decode()
    (site.template / name).unlink()
    assert site.ask("/briefing.html").status == 200


def test_a_half_written_briefing_and_a_wrong_config_are_pages_too(site: Site) -> None:
    site.briefing.write_text('{"version"')
    assert "not a briefing.json" in site.text()
    site.briefing.write_text(briefing().to_json(), "utf-8")
    site.config.write_text('[look]\naccent = "#ffee00"\n')
    assert "look.accent #ffee00 is too pale" in site.text()


def test_a_port_that_is_taken_is_told(site: Site) -> None:
    with pytest.raises(OptionError, match=f"port {site.port}: .*: give another --port, or 0"):
        server(Preview(site.briefing), site.port)
    with pytest.raises(OptionError, match="port 70000"):
        server(Preview(site.briefing), 70000)


def test_the_command_prints_its_address_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(briefing().to_json(), "utf-8")
    command = [sys.executable, "-m", "brief", "preview", "b.json", "--port", "0", "--template", "report"]
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would what they start.
    heeding = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    run = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ},
        preexec_fn=heeding,
    )
    assert run.stderr is not None
    address = run.stderr.readline().split()[0]
    port = int(address.removeprefix("http://127.0.0.1:").removesuffix("/"))
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    connection.request("GET", "/briefing.html")
    assert b'class="cover"' in connection.getresponse().read()
    run.send_signal(signal.SIGINT)
    out, error = run.communicate(timeout=20)
    assert (run.returncode, out, error) == (0, "", "ended\n")


def test_what_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "brief", "preview", "none.json"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert "none.json: No such file" in run.stderr
