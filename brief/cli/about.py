"""What brief says of itself: its data model, and what is installed."""

from __future__ import annotations

import click

MISSING = 1


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of briefing.json."""
    import json

    from ..model import schema as make

    click.echo(json.dumps(make(), indent=2, ensure_ascii=False))


@click.command(short_help="Say what is missing, and what mends it.")
def doctor() -> int:
    """Say what is installed, what is missing, and the one line that fixes it."""
    from ..doctor import lines, report

    checks = report()
    for line in lines(checks):
        click.echo(line)
    return 0 if all(check.ok for check in checks) else MISSING
