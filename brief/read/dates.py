"""Publication dates as sources write them → ISO 8601."""

from __future__ import annotations

import re

ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def iso_date(value: str | None) -> str | None:
    """Return the date, or date and time, in ISO 8601; None when it is missing or cannot be told for sure.

    A date of digits alone that is not ISO ("03/04/2026") is not guessed at: half the world reads it the other way.
    """
    if not value:
        return None
    match = ISO.match(value.strip())
    if match:
        return _iso(*match.groups())
    if not re.search(r"[^\W\d_]{3}", value):
        return None
    from dateutil.parser import ParserError, parse  # 25 ms; most dates are ISO

    try:
        return parse(value).date().isoformat()
    except (ParserError, OverflowError):
        return None


def _iso(day: str, time: str | None, zone: str | None) -> str | None:
    from datetime import datetime

    zone = "" if zone is None else "+00:00" if zone == "Z" else zone
    whole = f"{day}T{time}{zone}" if time else day
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return None
    return whole.replace("+00:00", "Z")
