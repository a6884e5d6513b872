"""Whether two numbers can both be right: 238 and “more than 200”, “about 200” and 210, $61 billion and $61.2 billion."""

from __future__ import annotations

from .mentions import Mention

ABOUT = 0.1  # “about 200” agrees with what is within this share of it
UNROUNDED = 100  # below this a count is taken at its word: 60 dead are not 65
ABOVE = 2.0  # “more than 200” agrees with anything up to twice that: 238, not 900


def agree(mine: Mention, theirs: Mention) -> bool:
    """Tell whether two numbers can both be right: 238 and “more than 200”, “about 200” and 210."""
    if rounded(mine, theirs):
        return True
    low, high = _reach(mine)
    least, most = _reach(theirs)
    return low <= most and least <= high


def rounded(mine: Mention, theirs: Mention) -> bool:
    """Tell whether one number may be the other rounded: $61 billion and $61.2 billion. Small counts are not rounded."""
    far = abs(mine.value - theirs.value)
    large = max(mine.value, theirs.value)
    if mine.unit is None and large < UNROUNDED:
        return False
    return far <= max(_step(mine.value), _step(theirs.value)) / 2 and far <= ABOUT * large


def _step(value: float) -> float:
    """Return the power of ten that a number is written to: 1,000 of 61,000, 0.1 of 4.5."""
    power = 0
    whole = round(value * 100)
    while whole and whole % 10 == 0:
        whole //= 10
        power += 1
    return float(10.0 ** (power - 2))


def _reach(mention: Mention) -> tuple[float, float]:
    """Return the least and the most that a number says."""
    low, high = mention.value, mention.high or mention.value
    match mention.bound:
        case "least":
            return low, high * ABOVE
        case "most":
            return low / ABOVE, high
        case "about":
            return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high
