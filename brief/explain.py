"""Why each sentence was chosen, why the one most like it was not, and what came next when the words ran out.

The choice is gone through once more in its order, so that what a sentence added is what it added then. Only sentences
that share a concept with a chosen one are looked at: a millisecond for four hundred sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from . import language
from .model import Lost
from .quoting import printed
from .select import Covering, Damping, Pool
from .stages import Added, Grounds, Prepared
from .terms import Bools, Floats, Ints

CONCEPTS_MOST = 8
RUNNERS_UP_MOST = 10
LEAST_SHARE = 0.03  # of what a sentence adds: what weighs less explains nothing
RIVAL_SHARE = 0.1  # of the weight of a sentence's concepts: who shares less is about something else


T = TypeVar("T")


class _Run(NamedTuple):
    """Words `first` to `last` of a sentence, the articles that have them, and their share of what it adds."""

    first: int
    last: int
    articles: tuple[int, ...]
    weight: float


class _State(NamedTuple):
    """How things stood when a row was chosen: by row what it would gain, how damped it was, and the words left."""

    gain: Floats
    by_theme: Floats
    by_origin: Floats
    article_has_room: Bools
    left: int


def grounds(prepared: Prepared, pool: Pool, chosen: Sequence[int], budget: int) -> dict[int, Grounds]:
    """Return by chosen row what it added and how its nearest rival lost. `chosen` is in the order of choice."""
    covering, damping, left = Covering(pool.ranking), Damping(pool, budget), budget
    found: dict[int, Grounds] = {}
    for row in chosen:
        state = _State(covering.gain, damping.by_theme, damping.by_origin, damping.article_has_room, left)
        rival = _rival(pool, row, chosen)
        found[row] = Grounds(
            added=_added(prepared, pool, row, covering),
            covered=_covered(pool, row, covering),
            rival=rival,
            rival_gain=0.0 if rival is None else float(pool.ranking.gain[rival]),
            lost=None if rival is None else _lost(pool, row, rival, chosen, state),
        )
        covering.cover(row)
        damping.use(row)
        left -= int(pool.sizes[row])
    return found


def runners_up(pool: Pool, chosen: Sequence[int]) -> list[tuple[int, float]]:
    """Return the best rows that are allowed and not chosen, and their gain on top of what is; none says the same."""
    covering, closed = Covering(pool.ranking), set(chosen)
    for row in chosen:
        covering.cover(row)
        closed |= pool.rivals(row)
    gain = np.round(np.where(pool.allowed, covering.gain, 0.0), 12)
    best: list[tuple[int, float]] = []
    for row in np.argsort(-gain, kind="stable").tolist():
        if gain[row] <= 0 or len(best) == RUNNERS_UP_MOST:
            break
        if row not in closed:
            best.append((row, float(gain[row])))
            closed |= pool.rivals(row)
    return best


def _covered(pool: Pool, row: int, covering: Covering) -> float:
    columns = pool.ranking.concepts.row(row)
    weights = pool.ranking.weights[columns]
    return round(float(weights[~covering.is_new(columns)].sum() / max(float(weights.sum()), 1e-12)), 3)


def _rival(pool: Pool, row: int, chosen: Sequence[int]) -> int | None:
    """Return the row that may be printed, is not, and shares most with this one; of equals the first."""
    concepts, weights = pool.ranking.concepts, pool.ranking.weights
    columns = concepts.row(row)
    entries = concepts.entries_of(columns)
    shared = np.bincount(concepts.rows[entries], weights=weights[concepts.columns[entries]], minlength=concepts.height)
    shared[~pool.allowed] = 0.0
    shared[list(chosen)] = 0.0
    best = int(np.round(shared, 12).argmax())
    return best if shared[best] > RIVAL_SHARE * float(weights[columns].sum()) else None


def _lost(pool: Pool, row: int, rival: int, chosen: Sequence[int], state: _State) -> Lost:
    """Say why the rival was not chosen when the row was."""
    if not pool.rivals(rival).isdisjoint(chosen):
        return "says the same"
    if pool.sizes[rival] > state.left:
        return "too long for the words left"
    if not state.article_has_room[rival]:
        return "source already has its share of words"
    if pool.ranking.gain[rival] < pool.ranking.gain[row]:
        return "lower gain"
    if state.gain[rival] < state.gain[row]:
        return "less of it is new"
    by_theme = state.gain * state.by_theme
    if by_theme[rival] < by_theme[row]:
        return "theme already has its share of words"
    by_both = by_theme * state.by_origin
    return "source already has its share of words" if by_both[rival] < by_both[row] else "lower gain"


def _added(prepared: Prepared, pool: Pool, row: int, covering: Covering) -> list[Added]:
    """Return the heaviest concepts that are new, heaviest first; neighbours that the same articles have are one."""
    if pool.ranking.concepts.width - prepared.terms.words.width not in (0, prepared.terms.bigrams.width):
        return []  # a ranker with concepts of its own: no words are known for them
    columns = pool.ranking.concepts.row(row)
    columns = columns[covering.is_new(columns)]
    weights = pool.ranking.weights[columns]
    share = np.round(weights / max(float(weights.sum()), 1e-12), 9)
    heaviest = np.lexsort((columns, -share))[:CONCEPTS_MOST]
    sentence = _Sentence(prepared, pool, row)
    runs = [
        _Run(*sentence.span(column), sentence.articles(*sentence.span(column)), weight)
        for column, weight in zip(columns[heaviest].tolist(), share[heaviest].tolist(), strict=True)
        if weight >= LEAST_SHARE
    ]
    new = {sentence.span(column) for column in columns.tolist()}
    added: dict[str, Added] = {}
    for run in _joined(runs, sentence):
        first, last = sentence.trimmed(run.first, run.last, new)
        words = sentence.words(first, last)
        weight = run.weight + (added[words].weight if words in added else 0.0)
        added[words] = Added(words, round(weight, 3), sentence.articles(first, last))
    return sorted(added.values(), key=lambda one: (-one.weight, one.words))


def _joined(runs: Sequence[_Run], sentence: _Sentence) -> list[_Run]:
    """Join runs that overlap or touch and are in the same articles: “Kilmar Armando” and “Abrego” are one name."""
    joined: dict[tuple[int, ...], list[_Run]] = {}
    for run in sorted(runs):
        own = joined.setdefault(run.articles, [])
        before = own[-1] if own else None
        if before and (run.first <= before.last or sentence.touch(before.last, run.first)):
            own[-1] = _Run(before.first, max(before.last, run.last), run.articles, before.weight + run.weight)
        else:
            own.append(run)
    return [run for own in joined.values() for run in own]


class _Sentence:
    """The words of one sentence, numbered from 0, and the concepts and articles that have them."""

    def __init__(self, prepared: Prepared, pool: Pool, row: int) -> None:
        self._terms, self._article = prepared.terms, pool.article
        sentence = prepared.usable[row]
        # Not prepared.texts: the terms were counted in the words as the source has them.
        self._text = printed(sentence.text, prepared.articles[sentence.article].media_type)
        self._words = list(language.WORD.finditer(self._text))
        self._tokens = self._terms.tokens[row].tolist()
        # The columns of words stand behind those of bigrams, see rank/coverage.py; other rankers have only words.
        self._behind = pool.ranking.concepts.width - self._terms.words.width
        self._bigrams = self._bigram_columns(row) if self._behind else {}
        self._spans = {self._behind + token: (place, place) for place, token in self._backwards(self._tokens)}
        for place, pair in self._backwards(list(pairwise(self._tokens))):
            if pair in self._bigrams:
                self._spans[self._bigrams[pair]] = (place, place + 1)

    def _bigram_columns(self, row: int) -> dict[tuple[int, int], int]:
        left, right = self._terms.bigram_words
        return {(int(left[c]), int(right[c])): c for c in self._terms.bigrams.row(row).tolist()}

    @staticmethod
    def _backwards(values: list[T]) -> list[tuple[int, T]]:
        """Number the values and turn them round: the first place of a word is the last to be noted."""
        return list(enumerate(values))[::-1]

    def span(self, column: int) -> tuple[int, int]:
        """Return the first and last word of a concept where it first stands."""
        return self._spans[column]

    def words(self, first: int, last: int) -> str:
        return self._text[self._words[first].start() : self._words[last].end()]

    def touch(self, left: int, right: int) -> bool:
        """Tell whether nothing but a space or a hyphen stands between two words."""
        return self._text[self._words[left].end() : self._words[right].start()] in (" ", "-")

    def trimmed(self, first: int, last: int, new: set[tuple[int, int]]) -> tuple[int, int]:
        """Return the span without function words at its ends, unless an old word alone would be left of a new pair."""
        content = [place for place in range(first, last + 1) if self._terms.is_content[self._tokens[place]]]
        short = (content[0], content[-1])
        return short if len(content) > 1 or short in new else (first, last)

    def articles(self, first: int, last: int) -> tuple[int, ...]:
        """Return the articles that have all these words and, where pairs are known, every pair of neighbours."""
        tokens = self._tokens[first : last + 1]
        holders = [self._terms.words.holders(token) for token in tokens if self._terms.is_content[token]]
        pairs = [self._bigrams[pair] for pair in pairwise(tokens) if pair in self._bigrams]
        holders += [self._terms.bigrams.holders(column) for column in pairs]
        return tuple(sorted(set.intersection(*map(self._in_articles, holders))))

    def _in_articles(self, rows: Ints) -> set[int]:
        return set(self._article[rows].tolist())
