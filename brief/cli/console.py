"""What the command line prints on, and how: one safe line for a person, bytes for a pipe, a spinner on a terminal."""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence

import click

from ..model import Notice


def write(data: bytes) -> None:
    """Write bytes to standard output, after what was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_text(draw: Callable[..., str]) -> None:
    """Write what `draw(encoding=…)` returns to standard output in its encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    write(draw(encoding=encoding).encode(encoding, "replace"))


def line_of(notice: Notice) -> str:
    """Return a notice as one line."""
    return f"{notice.source}: {notice.message}" if notice.source else notice.message


def lines_of(notices: Sequence[Notice]) -> tuple[str, ...]:
    """Return notices as lines."""
    return tuple(map(line_of, notices))


def say(line: str, *, prefix: bool = True) -> None:
    """Print one line to standard error, whatever its encoding and whatever stood in the name of a file."""
    safe = "".join(character if character.isprintable() else "\ufffd" for character in line)
    encoding = sys.stderr.encoding or "utf-8"
    text = f"brief: {safe}" if prefix else safe
    click.echo(text.encode(encoding, "replace").decode(encoding), err=True)


@contextlib.contextmanager
def spoken_warnings() -> Iterator[None]:
    """Print what a renderer warns of, such as letters no font has, as lines of ours."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    for warning in caught:
        say(str(warning.message))


@contextlib.contextmanager
def progress(what: str) -> Iterator[None]:
    """Show a spinner on a terminal when the work lasts over a second."""
    if not sys.stderr.isatty():
        yield
        return
    import threading

    stop = threading.Event()

    def spin() -> None:
        if stop.wait(1.0):
            return
        from rich.console import Console  # only now: most runs are over before

        with Console(stderr=True).status(what):
            stop.wait()

    spinner = threading.Thread(target=spin, daemon=True)
    spinner.start()
    try:
        yield
    finally:
        stop.set()
        spinner.join()


def close_stdout() -> None:
    """Send what is still to be written nowhere: whoever read our output has stopped."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
