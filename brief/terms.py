"""The shared term matrix: words, bigrams, names and numbers of all sentences, as numpy arrays. A leaf.

Everything that compares or weighs sentences works on this, so that a text is tokenized once. The matrices are in
compressed-row form made by hand: importing scipy.sparse takes 0.3 s, more than ranking a thousand sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import language

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NAME_SHARE = (
    0.6  # capitalised in more than this share of its uses inside sentences: a name, not a sentence's first word
)
OPENERS = frozenset("“\"'‘«([—–:")
"""After one of these a word is capitalised for its place, as at the start of a sentence."""


@dataclass(frozen=True)
class Matrix:
    """Rows of sorted, distinct column numbers with a count each: sentence × term."""

    starts: Ints
    columns: Ints
    counts: Floats
    width: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    @cached_property
    def rows(self) -> Ints:
        """The row number of each entry."""
        return np.repeat(np.arange(self.height), np.diff(self.starts))

    @cached_property
    def _entries_by_column(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.columns, kind="stable")
        return order, np.searchsorted(self.columns[order], np.arange(self.width + 1))

    def entries(self, column: int) -> Ints:
        """Return the places of the entries of one column, by row."""
        order, starts = self._entries_by_column
        return order[starts[column] : starts[column + 1]]

    def holders(self, column: int) -> Ints:
        """Return the rows that hold a column."""
        return self.rows[self.entries(column)]

    def row(self, index: int) -> Ints:
        """Return the columns of one row."""
        return self.columns[self.starts[index] : self.starts[index + 1]]

    def sum_rows(self, values: Floats) -> Floats:
        """Add up one value per entry by row."""
        return np.bincount(self.rows, weights=values, minlength=self.height).astype(float)  # integers when empty

    def sum_columns(self, values: Floats) -> Floats:
        """Add up one value per entry by column."""
        return np.bincount(self.columns, weights=values, minlength=self.width).astype(float)

    def spread(self, weights: Floats) -> Floats:
        """Return the sum of the column weights of each row, each column once."""
        return self.sum_rows(weights[self.columns])

    def by_group(self, groups: Ints, height: int) -> Matrix:
        """Add up rows that belong to the same group: sentences to articles."""
        return from_pairs(groups[self.rows], self.columns, self.counts, height, self.width)

    def take(self, rows: Ints) -> Matrix:
        """Return some of the rows, in the order given."""
        sizes = np.diff(self.starts)[rows]
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        entries = np.repeat(self.starts[rows] - starts[:-1], sizes) + np.arange(starts[-1])
        return Matrix(starts, self.columns[entries], self.counts[entries], self.width)


def from_pairs(rows: Ints, columns: Ints, counts: Floats, height: int, width: int) -> Matrix:
    """Make a matrix from entries in any order; entries of the same place are added."""
    keys, places = np.unique(rows * max(1, width) + columns, return_inverse=True)
    totals = np.bincount(places, weights=counts, minlength=len(keys)).astype(float)
    starts = np.searchsorted(keys, np.arange(height + 1) * max(1, width))
    return Matrix(starts.astype(np.int64), keys % max(1, width), totals, width)


@dataclass(frozen=True)
class Terms:
    """The words of all sentences. Rows are sentences in the order given."""

    tokens: list[Ints]
    """The stem numbers of each sentence in order, stop words included."""
    vocabulary: list[str]
    """Stems by number, in order of first use."""
    is_content: Bools
    is_name: Bools
    is_number: Bools
    sizes: Ints
    """Words as a reader counts them: separated by white space."""

    @property
    def height(self) -> int:
        """The number of sentences."""
        return len(self.tokens)

    def take(self, rows: Ints) -> Terms:
        """Return the terms of some of the sentences; the vocabulary and what is known of its words stay."""
        return replace(self, tokens=[self.tokens[row] for row in rows], sizes=self.sizes[rows])

    @cached_property
    def words(self) -> Matrix:
        """Content words by sentence."""
        return self._select(self.is_content)

    @cached_property
    def names(self) -> Matrix:
        """Names and numbers by sentence, over the same columns as `words`."""
        return self._select(self.is_content & (self.is_name | self.is_number))

    @cached_property
    def bigrams(self) -> Matrix:
        """Pairs of neighbouring stems of which one at least is a content word."""
        width = len(self.vocabulary)
        rows = np.repeat(np.arange(self.height), [max(0, len(t) - 1) for t in self.tokens])
        left = np.concatenate([t[:-1] for t in self.tokens] or [np.zeros(0, np.int64)])
        right = np.concatenate([t[1:] for t in self.tokens] or [np.zeros(0, np.int64)])
        keep = self.is_content[left] | self.is_content[right]
        _, columns = np.unique(left[keep] * width + right[keep], return_inverse=True)
        count = int(columns.max()) + 1 if len(columns) else 0
        return from_pairs(rows[keep], columns.astype(np.int64), np.ones(len(columns)), self.height, count)

    @cached_property
    def bigram_words(self) -> tuple[Ints, Ints]:
        """The two stem numbers of each bigram column."""
        width = len(self.vocabulary)
        left = np.concatenate([t[:-1] for t in self.tokens] or [np.zeros(0, np.int64)])
        right = np.concatenate([t[1:] for t in self.tokens] or [np.zeros(0, np.int64)])
        keep = self.is_content[left] | self.is_content[right]
        keys = np.unique(left[keep] * width + right[keep])
        return keys // max(1, width), keys % max(1, width)

    def _select(self, wanted: Bools) -> Matrix:
        rows = np.repeat(np.arange(self.height), [len(t) for t in self.tokens])
        columns = np.concatenate(self.tokens or [np.zeros(0, np.int64)])
        keep = wanted[columns]
        return from_pairs(rows[keep], columns[keep], np.ones(int(keep.sum())), self.height, len(self.vocabulary))


def count_terms(texts: Sequence[str], languages: Sequence[str]) -> Terms:
    """Tokenize, stem and classify the words of all sentences."""
    numbers: dict[str, int] = {}
    tokens: list[Ints] = []
    uses: dict[int, list[int]] = {}
    content: dict[int, bool] = {}
    for text, code in zip(texts, languages, strict=True):
        stem, stop = language.stemmer(code), language.stop_words(code)
        row = []
        for match in language.WORD.finditer(text):
            word = match.group()
            folded = language.fold(word, code)
            number = numbers.setdefault(stem(folded) if folded.isalpha() else folded, len(numbers))
            row.append(number)
            content.setdefault(number, folded not in stop and (len(folded) > 1 or folded.isdigit()))
            if not _starts(text, match.start()):
                use = uses.setdefault(number, [0, 0])
                use[0] += 1
                use[1] += word[0].isupper()
        tokens.append(np.array(row, dtype=np.int64))
    vocabulary = list(numbers)
    return Terms(
        tokens=tokens,
        vocabulary=vocabulary,
        is_content=np.array([content[n] for n in range(len(vocabulary))], dtype=bool),
        is_name=np.array([_is_name(uses.get(n)) for n in range(len(vocabulary))], dtype=bool),
        is_number=np.array([word[0].isdigit() for word in vocabulary], dtype=bool),
        sizes=np.array([len(text.split()) for text in texts], dtype=np.int64),
    )


def inverse_frequency(matrix: Matrix) -> Floats:
    """Return ln(1 + rows / rows that hold the column): how much a column tells, above 0."""
    holders = matrix.sum_columns(np.ones(len(matrix.columns)))
    return np.log1p(matrix.height / np.maximum(holders, 1.0))


def unit_entries(matrix: Matrix) -> Floats:
    """Return one value per entry: counts × inverse frequency, each row of length 1. Products of rows are cosines."""
    entries = matrix.counts * inverse_frequency(matrix)[matrix.columns]
    return np.asarray(entries / np.maximum(np.sqrt(matrix.sum_rows(entries**2)), 1e-12)[matrix.rows])


def _starts(text: str, offset: int) -> bool:
    """Tell whether the word at `offset` opens the sentence, a quotation or a parenthesis."""
    before = offset - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    return before < 0 or text[before] in OPENERS


def _is_name(use: list[int] | None) -> bool:
    return use is not None and use[1] > NAME_SHARE * use[0]
