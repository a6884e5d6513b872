"""The words around a number, for telling whether two numbers are about one thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from ... import language
from ...quoting import printed
from ...stages import Prepared
from ...terms import Floats, Ints, inverse_frequency
from .mentions import Mention

REACH = 7  # content stems on either side of the number


FATES = (
    frozenset("kill die dead death fatal murder toll bodi corps perish drown".split()),
    frozenset("injur wound hurt hospit".split()),
    frozenset("miss unaccount".split()),
    frozenset("arrest detain custodi jail".split()),
    frozenset("rescu surviv survivor evacu".split()),
    frozenset("infect sick ill".split()),
    frozenset("homeless displac fled".split()),
    frozenset("charg convict sentenc acquit".split()),
)
"""Stems of what happens to people: numbers of different fates count different things."""


class Windows:
    """Compares mentions by the content stems within REACH of their numbers, and by their whole sentences."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._terms = prepared.terms
        self._useful: list[bool] = (self._terms.is_content & ~self._terms.is_number).tolist()
        self._fates = {stem: number for number, fate in enumerate(FATES) for stem in fate}
        self._near: dict[tuple[int, int], frozenset[int]] = {}

    @cached_property
    def _weights(self) -> Floats:
        return inverse_frequency(self._terms.words)

    def near(self, mention: Mention) -> frozenset[int]:
        """Return the content stems around the number; the number's own are not among them."""
        key = (mention.row, mention.number[0])
        if key not in self._near:
            useful, tokens = self._useful, self._terms.tokens[mention.row].tolist()
            first, last = self._places(mention, mention.number[1])
            before = [token for token in tokens[:first] if useful[token]]
            after = [token for token in tokens[last:] if useful[token]]
            self._near[key] = frozenset([*before[-REACH:], *after[:REACH]])
        return self._near[key]

    def fate(self, mention: Mention) -> int | None:
        """Return which of FATES the word nearest to a number of people tells; None when none is near."""
        if mention.head in self._fates:
            return self._fates[mention.head]
        tokens = self._terms.tokens[mention.row].tolist()
        first, last = self._places(mention, mention.end)
        found = [
            (first - place if place < first else place - last, self._fates[stem])
            for place in range(max(0, first - REACH), min(len(tokens), last + REACH))
            if (stem := self._terms.vocabulary[tokens[place]]) in self._fates
        ]
        return min(found)[1] if found else None

    def whole(self, row: int) -> frozenset[int]:
        """Return the content stems of a sentence but numbers."""
        return frozenset(token for token in self._terms.tokens[row].tolist() if self._useful[token])

    def names(self, row: int) -> frozenset[int]:
        """Return the names of a sentence."""
        return frozenset(int(token) for token in self._terms.names.row(row) if not self._terms.is_number[token])

    def words(self, stems: Sequence[int] | frozenset[int]) -> list[str]:
        """Return stems as text."""
        return [self._terms.vocabulary[stem] for stem in sorted(stems)]

    def cosine(self, mine: frozenset[int], theirs: frozenset[int]) -> float:
        """Return the cosine of two sets of stems weighted by inverse sentence frequency, 0 to 1."""
        if not mine or not theirs:
            return 0.0
        shared = self._squared(mine & theirs)
        return float(shared / np.sqrt(self._squared(mine) * self._squared(theirs)))

    def _squared(self, stems: frozenset[int]) -> float:
        chosen: Ints = np.array(sorted(stems), dtype=np.int64)
        return float(np.sum(self._weights[chosen] ** 2))

    def _places(self, mention: Mention, end: int) -> tuple[int, int]:
        """Return how many words of the sentence stand before a mention's number, and before an offset behind it."""
        sentence = self._prepared.usable[mention.row]
        text, kind = sentence.text, self._prepared.articles[sentence.article].media_type
        first, last = mention.number[0] - sentence.start, end - sentence.start
        if kind == "text/markdown":  # its marks are no words
            return len(language.words(printed(text[:first], kind))), len(language.words(printed(text[:last], kind)))
        before = len(language.words(text[:first]))
        return before, before + len(language.words(text[first:last]))
