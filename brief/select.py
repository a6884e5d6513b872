"""Choose what to print: budgeted greedy choice without repeating, a share of the words for each theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .page import Page, page_of, why_unmet
from .rank import Ranking
from .stages import Prepared
from .standalone import why_dependent
from .terms import Bools, Floats, Ints, Matrix

ORIGIN_SHARE = (
    4.0  # times an even share of the words halves an origin's gain: many voices where they have as much to say
)
ARTICLE_MOST = (
    0.57  # of the budget, so three fifths of what is printed: no article is the whole page while others speak
)
FEWEST_WORDS = 8
BOTTOM_LINE_MOST = 3
BOTTOM_LINE_SHARE = 0.4  # of the budget at most: it is a bottom line, not the page
BOTTOM_LINE_SOBER = 0.6  # none from an article of which two ninths judge: it may fill a section, not stand for all
BOTTOM_LINE_FLOOR = 0.15  # of the best statement's gain: what is slighter stays in its section; .25 left one line only
BOTTOM_LINE_WORDS = 45  # a longer sentence is no line
SAME_THEME = 0.5  # a second statement of one theme counts half for the bottom line: together they tell the story
KEY_POINTS_FROM = 14  # statements; a shorter briefing fits on the first page as it is
KEY_POINTS_MOST = 5


@dataclass(frozen=True)
class Pool:
    """The sentences to choose from. All arrays have one entry a sentence."""

    ranking: Ranking
    sizes: Ints
    """Words."""
    allowed: Bools
    theme: Ints
    """Number of the sentence's main theme."""
    article: Ints
    """Number of its article."""
    origin: Ints
    """Number of the origin of its article."""
    sobriety: Floats
    """1 when its article reports, down to .25 when it judges throughout."""
    rivals: Callable[[int], frozenset[int]]
    """From a row to those that say the same, in whole or part: at most one of them is printed."""


def allow(prepared: Prepared) -> tuple[Bools, dict[int, str]]:
    """Return which rows may be printed, and why each of the others may not.

    When no sentence passes, as in an article of one short line, the rules give way one after another.
    """
    leads = {claim.sentence for claim in prepared.claims}
    page = page_of(prepared.terms, [sentence.article for sentence in prepared.usable])
    reasons = {row: _why_not(prepared, row, leads, page) for row in range(len(prepared.texts))}
    for claim in prepared.claims:
        if claim.fuller is not None and not reasons[claim.fuller]:
            reasons[claim.sentence] = reasons[claim.sentence] or "less specific"
    for waived in ("", "too short", "not standing alone"):
        reasons = {row: reason for row, reason in reasons.items() if reason and reason != waived}
        if len(reasons) < len(prepared.texts):
            break
    allowed = np.ones(len(prepared.texts), dtype=bool)
    allowed[list(reasons)] = False
    return allowed, reasons


def _why_not(prepared: Prepared, row: int, leads: set[int], page: Page) -> str:
    if row not in leads:
        return "same wording"
    if prepared.languages[row] != prepared.language:
        return "other language"
    if prepared.terms.sizes[row] < FEWEST_WORDS:
        return "too short"
    text = prepared.repaired.get(row, prepared.texts[row])
    code = prepared.language
    dependent = why_dependent(text, code) or (code == "en" and why_unmet(text, row, page))
    return "not standing alone" if dependent else ""


def choose(pool: Pool, budget: int) -> list[int]:
    """Return the chosen sentences in the order of choice; their words add up to at most `budget`."""
    if not pool.allowed.any():
        return []
    start = Covering(pool.ranking)
    outcomes = [_greedy(pool, budget, exponent, start.again()) for exponent in pool.ranking.exponents]
    return max(outcomes, key=lambda outcome: outcome[1])[0]


def _greedy(pool: Pool, budget: int, exponent: float, state: Covering) -> tuple[list[int], float]:
    """Return one greedy choice and what it gained, damped by 1 / (1 + words used / quota) for theme and origin.

    Measured on DUC 2004 (R-1 / R-2): no damping by theme 38.8 / 10.2, this 38.1 / 10.0, its square 37.7 / 9.6; by origin
    nothing is lost (38.6 / 10.2 without, 38.8 / 10.3 with it).
    """
    damping = Damping(pool, budget)
    open_ = pool.allowed.copy()
    cost = np.maximum(pool.sizes, 1) ** exponent
    left, total = budget, 0.0
    chosen: list[int] = []
    while True:
        damped = state.gain * (damping.by_theme * damping.by_origin)
        worth = np.round(np.where(open_ & (pool.sizes <= left), damped, 0.0) / cost, 12)
        within = np.where(damping.article_has_room, worth, 0.0)
        # The first of equals: the order of the sources decides, never chance.
        best = int((within if within.any() else worth).argmax())
        if worth[best] <= 0:
            return chosen, round(total, 9)
        chosen.append(best)
        total += float(worth[best] * cost[best])
        left -= int(pool.sizes[best])
        damping.use(best)
        open_[[best, *pool.rivals(best)]] = False
        state.cover(best)


class Covering:
    """The gain of every sentence, kept up as concepts get covered: linear in the entries of the concepts."""

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self._sums = ranking.sums.copy()
        self._covered = np.zeros(ranking.concepts.width, dtype=bool)
        self._new_names = ranking.name_counts.copy()
        self._named = np.zeros(ranking.names.width, dtype=bool)
        self._known: dict[int, tuple[tuple[Ints, Ints], tuple[Ints, Ints]]] = {}
        """By sentence what it covers in which sentences: rows and columns of concepts, and of names."""

    @property
    def gain(self) -> Floats:
        """The gain of each sentence on top of what is covered."""
        return self._ranking.worth(self._sums, self._new_names)

    def is_new(self, columns: Ints) -> Bools:
        """Tell which of the concepts are not covered yet."""
        return ~self._covered[columns]

    def again(self) -> Covering:
        """Return a new start on the same ranking, which need not look up the same sentences once more."""
        new = Covering(self._ranking)
        new._known = self._known
        return new

    def cover(self, sentence: int) -> None:
        """Take the concepts and names of a sentence as said."""
        if sentence not in self._known:
            ranking = self._ranking
            self._known[sentence] = _entries(ranking.concepts, sentence), _entries(ranking.names, sentence)
        (rows, columns), (named, names) = self._known[sentence]
        new = ~self._covered[columns]
        np.subtract.at(self._sums, rows[new], self._ranking.weights[columns[new]])
        self._covered[columns] = True
        np.subtract.at(self._new_names, named[~self._named[names]], 1.0)
        self._named[names] = True


def _entries(matrix: Matrix, row: int) -> tuple[Ints, Ints]:
    """Return the rows and columns of all entries in the columns of a row."""
    entries = matrix.entries_of(matrix.row(row))
    return matrix.rows[entries], matrix.columns[entries]


class Damping:
    """How much less a row gains for the words its theme and its origin have used already."""

    def __init__(self, pool: Pool, budget: int) -> None:
        self._pool = pool
        self._quota = _quotas(pool, budget)
        self._share = ORIGIN_SHARE * budget / np.count_nonzero(np.bincount(pool.origin))
        self._used = np.zeros(len(self._quota))
        self._heard = np.zeros(int(pool.origin.max()) + 1)
        self._quoted = np.zeros(int(pool.article.max()) + 1)
        self._most = ARTICLE_MOST * budget

    @property
    def by_theme(self) -> Floats:
        """1 / (1 + words of the theme / its quota), for each row."""
        return (1.0 / (1.0 + self._used / self._quota))[self._pool.theme]

    @property
    def by_origin(self) -> Floats:
        """1 / (1 + words of the origin / four even shares), for each row."""
        return (1.0 / (1.0 + self._heard / self._share))[self._pool.origin]

    @property
    def article_has_room(self) -> Bools:
        """Tell which rows would leave their article within its part of the page."""
        return self._quoted[self._pool.article] + self._pool.sizes <= self._most

    def use(self, row: int) -> None:
        """Count the words of a row."""
        self._quoted[self._pool.article[row]] += self._pool.sizes[row]
        self._used[self._pool.theme[row]] += self._pool.sizes[row]
        self._heard[self._pool.origin[row]] += self._pool.sizes[row]


def _quotas(pool: Pool, budget: int) -> Floats:
    """Return each theme's share of the words, by the root of what its sentences could gain: small themes get a voice."""
    mass = np.bincount(pool.theme, weights=np.where(pool.allowed, pool.ranking.gain, 0.0))
    roots = np.sqrt(np.maximum(mass, 0.0))
    return np.maximum(budget * roots / max(float(roots.sum()), 1e-12), 1.0)


def bottom_line(pool: Pool, chosen: Sequence[int], budget: int) -> list[int]:
    """Return the one to three of the chosen sentences that together tell most."""
    state = Covering(pool.ranking)
    floor = BOTTOM_LINE_FLOOR * max((float(pool.ranking.gain[row]) for row in chosen), default=0.0)
    fit = [row for row in chosen if pool.sizes[row] <= BOTTOM_LINE_WORDS and pool.sobriety[row] >= BOTTOM_LINE_SOBER]
    weighty = [row for row in fit if pool.ranking.gain[row] >= floor]
    left = int(BOTTOM_LINE_SHARE * budget)
    lines: list[int] = []
    while len(lines) < min(BOTTOM_LINE_MOST, max(1, len(chosen) // 3)):
        themes = {int(pool.theme[row]) for row in lines}
        open_ = [row for row in weighty or chosen if row not in lines and (pool.sizes[row] <= left or not lines)]
        if not open_:
            break
        worth = {row: round(_line_worth(state, pool, row, themes), 12) for row in open_}
        best = max(open_, key=lambda row: (worth[row], -row))
        lines.append(best)
        left -= int(pool.sizes[best])
        state.cover(best)
    return lines


def _line_worth(state: Covering, pool: Pool, row: int, themes: set[int]) -> float:
    return float(state.gain[row]) * (SAME_THEME if int(pool.theme[row]) in themes else 1.0)


def key_points(pool: Pool, chosen: Sequence[int], lines: Sequence[int]) -> list[int]:
    """Return the best statement of each further theme for the first page; none when all fits on it."""
    if len(chosen) < KEY_POINTS_FROM:
        return []
    rest = [row for row in chosen if row not in lines]
    rest.sort(key=lambda row: (-round(float(pool.ranking.gain[row]), 12), row))
    first = {int(pool.theme[row]): row for row in reversed(rest)}
    return sorted(first.values(), key=rest.index)[:KEY_POINTS_MOST]
