"""The short mark behind a quotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chip:
    """A short mark such as “C6” that leads to its statement or its evidence."""

    label: str
    source: str
    """The source's letter."""
    colour: int
    """1 to COLOURS."""
    target: str
    """Name of the place it leads to: the evidence where it is printed, else the source's entry."""
    evidence: bool
    """Whether the target is the sentence in the evidence."""
