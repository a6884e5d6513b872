"""`brief init`: files to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ..errors import OptionError
from .console import say


@click.command(short_help="Write a commented briefing.toml, a theme set and a template.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".", metavar="[DIR]")
@click.option("--template", is_flag=True, help="Write a folder of templates to begin with, too.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
def init(folder: Path, template: bool, force: bool) -> None:
    """Write to DIR (by default here) a briefing.toml with every option as a comment, and a theme set to begin with."""
    from ..starter import files

    wanted = {folder / name: text for name, text in files(template).items()}
    there = [str(path) for path in wanted if path.exists()]
    if there and not force:
        raise OptionError(f"{', '.join(there)}: there already, nothing written", "name another folder, or give --force")
    try:
        for path, text in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            say(f"wrote {path}", prefix=False)
    except OSError as error:
        raise OptionError(f"{folder}: not written ({error.strerror})", "name a folder where you may write") from error
    own = ["--template", str(folder / "template")] if template else []
    line = ["brief", "articles/", "--config", str(folder / "briefing.toml"), "--themes", str(folder / "themes.toml")]
    say(f"next: {shlex.join([*line, *own, '-o', 'briefing.html', '-o', 'briefing.json'])}", prefix=False)
    if template:
        preview = ["brief", "preview", "briefing.json", *own]
        say(f"then: {shlex.join(preview)}", prefix=False)
