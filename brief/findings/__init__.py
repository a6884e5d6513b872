"""What the sources say together: who is quoted, what is counted, where reports differ, what happened when."""

from __future__ import annotations

from ..model import Findings
from ..stages import Prepared


def find(prepared: Prepared) -> Findings:
    """Return the findings of all usable sentences, printed or not, in the order of the sources."""
    return Findings()
