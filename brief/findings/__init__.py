"""What the sources say together: who is quoted, what is counted, where reports differ, what happened when."""

from __future__ import annotations

from ..model import Findings
from ..stages import Prepared
from .denials import denials
from .differences import differences
from .figures import figures, grouped
from .mentions import mentions
from .quotes import quotes
from .timeline import timeline
from .windows import Windows


def find(prepared: Prepared) -> Findings:
    """Return the findings of all usable sentences, printed or not, in the order of the sources."""
    events, undated = timeline(prepared)
    windows = Windows(prepared)
    groups = grouped(mentions(prepared), windows)
    return Findings(
        figures=figures(prepared, groups),
        differences=(*differences(prepared, groups, windows), *denials(prepared)),
        quotes=quotes(prepared),
        timeline=events,
        undated=undated,
    )
