"""What the sources say together: who is quoted, what is counted, where reports differ, what happened when."""

from __future__ import annotations

from ..model import Findings
from ..stages import Prepared
from .dates import Dates, timeline
from .numbers import Windows, denials, differences, figures, grouped, mentions
from .quotes import quotes


def find(prepared: Prepared) -> Findings:
    """Return the findings of all usable sentences, printed or not, in the order of the sources."""
    dates = Dates(prepared)
    events, undated = timeline(prepared, dates)
    windows = Windows(prepared)
    groups = grouped(mentions(prepared), windows)
    return Findings(
        figures=figures(prepared, groups, dates),
        differences=(*differences(prepared, groups, windows), *denials(prepared)),
        quotes=quotes(prepared),
        timeline=events,
        undated=undated,
    )
