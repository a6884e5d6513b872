"""`brief preview`: a briefing in the browser, drawn anew when its template changes."""

from __future__ import annotations

from pathlib import Path

import click

from .. import load
from ..options import load_drawing
from .console import say

PORT = 8000


@click.command(short_help="Show a briefing.json in the browser; reload when its template changes.")
@click.argument("briefing", type=click.Path(path_type=Path))
@click.option("--template", metavar="NAME|DIR", help="A shipped look or a folder of templates.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="A briefing.toml; its table [look] is used."
)
@click.option("--port", type=int, default=PORT, show_default=True, help="0 takes a free one.")
def preview(briefing: Path, template: str | None, config: Path | None, port: int) -> None:
    """Show BRIEFING, a briefing.json, as HTML at an address of this machine, until Ctrl-C.

    The page is drawn anew when the briefing, the template folder or the briefing.toml changes. What is wrong with a
    template is shown in the page, with file and line.
    """
    from ..preview import HOST, Preview, server

    chosen = {"template": template}
    load(briefing)  # what is not there is told here and not in the browser
    load_drawing(config, chosen)
    with server(Preview(briefing, config, chosen), port) as running:
        say(f"http://{HOST}:{running.server_address[1]}/  (Ctrl-C ends)", prefix=False)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            say("ended", prefix=False)
