"""A web server for one person that shows a briefing and draws it anew when its template changes.

The page itself is drawn as it would be written to a file, and its Content-Security-Policy lets no script run but its own.
So it stands in a frame, and the page around it, which only the preview has, listens for changes.
"""

from __future__ import annotations

import html
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from typing import Any

from . import load
from .errors import BriefError, OptionError
from .look import LOGOS
from .options import load_drawing

HOST = "127.0.0.1"
"""This machine alone can ask."""
PAUSE = 0.3
"""Seconds between two looks at the files."""
ALIVE = 15.0
"""Seconds after which something is sent to find out whether the browser still listens."""
MOST_FILES = 2_000
"""Watched in a template folder: more than any has, and less than a home folder given by mistake."""
SHELL = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Preview</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe src="/briefing.html" title="The briefing"></iframe>
<script>
const frame = document.querySelector("iframe");
new EventSource("/changes").addEventListener("change", () => {
  const from = frame.contentWindow.scrollY;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, from), { once: true });
  frame.contentWindow.location.reload();
});
frame.addEventListener("load", () => { document.title = `Preview: ${frame.contentDocument.title}`; });
</script>
</html>
"""
FAULT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not drawn</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 46rem; margin: 4rem auto; padding: 0 1rem }}
strong {{ color: #a32a2a; overflow-wrap: anywhere }}</style>
<h1>The briefing cannot be drawn</h1>
<p><strong>{problem}</strong></p>
<p>{fix}</p>
<p>This page is drawn again when a file changes.</p>
</html>
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown: a briefing.json and how it is drawn. Everything is read anew for every page."""

    briefing: Path
    config: Path | None = None
    chosen: dict[str, Any] = field(default_factory=dict)
    """Drawing options of the command line, such as `template`."""


def page(preview: Preview) -> tuple[int, str]:
    """Return the HTTP status and the page: the briefing, or what is wrong, with file and line."""
    from .render import render

    try:
        drawing = load_drawing(preview.config, preview.chosen)
        return 200, render(load(preview.briefing), "html", drawing).decode()
    except BriefError as error:
        return 500, FAULT.format(problem=html.escape(error.problem), fix=html.escape(error.fix))


def stamps(preview: Preview) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of every file the page is made from."""
    watched = [preview.briefing, *([preview.config] if preview.config else []), *_template_files(preview)]
    found = []
    for path in watched:
        try:
            state = path.stat()
        except OSError:  # gone, and that is a change too
            continue
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def _template_files(preview: Preview) -> list[Path]:
    """Return the files of the user's template folder, and the pictures beside briefing.toml: one is the logo."""
    from .render.environment import ASSETS, folders, shipped

    kinds = {*ASSETS, ".html", ".md"}
    try:
        own = folders(load_drawing(preview.config, preview.chosen).template)[0]
    except BriefError:
        own = shipped()
    inside = () if own.is_relative_to(shipped()) else (one for one in own.rglob("*") if one.suffix.lower() in kinds)
    beside = preview.config.parent.glob("*.*") if preview.config else ()
    return sorted({*islice(inside, MOST_FILES), *(one for one in beside if one.suffix.lower() in LOGOS)})


def changes(preview: Preview) -> Iterator[bytes]:
    """Yield server-sent events for ever: “change” when a file has changed, now and then a comment."""
    last, quiet = stamps(preview), 0.0
    yield b": watching\n\n"
    while True:
        time.sleep(PAUSE)
        quiet += PAUSE
        now = stamps(preview)
        if now != last:
            last = now
            yield b"event: change\ndata: \n\n"
        elif quiet >= ALIVE:
            quiet = 0.0
            yield b": still here\n\n"


def server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Return a server that listens at 127.0.0.1; port 0 takes a free one. `serve_forever` runs it.

    Raises:
        OptionError: the port is taken or forbidden.
    """
    handler = type("Handler", (_Handler,), {"preview": preview})
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OptionError(f"port {port}: {reason}", "give another --port, or 0 for a free one") from error


class _Handler(BaseHTTPRequestHandler):
    """Answers GET for the frame, the briefing and the stream of changes."""

    preview: Preview

    def do_GET(self) -> None:
        """Answer a request."""
        # A page from elsewhere may give its own name this address (DNS rebinding): such a request carries that name.
        port = self.connection.getsockname()[1]
        if self.headers.get("Host") not in (f"{HOST}:{port}", f"localhost:{port}"):
            self.send_error(403, "Ask 127.0.0.1")
        elif self.path == "/":
            self._send(200, SHELL)
        elif self.path == "/briefing.html":
            self._send(*page(self.preview))
        elif self.path == "/changes":
            self._stream()
        else:
            self.send_error(404)

    def _send(self, status: int, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            for event in changes(self.preview):
                self.wfile.write(event)
        except OSError:  # the browser has gone
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is the user's."""
