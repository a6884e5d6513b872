"""The shared term matrix: words, bigrams, names and numbers of all sentences, as numpy arrays. A leaf.

Everything that compares or weighs sentences works on this, so that a text is tokenized once. The matrices are in
compressed-row form made by hand: importing scipy.sparse takes 0.3 s, more than ranking a thousand sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from . import language

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NAME_SHARE = (
    0.6  # capitalised in more than this share of its uses inside sentences: a name, not a sentence's first word
)
OPENER = re.compile(r"[“\"'‘«(\[—–:](?:(?<!\w')| ) *(?=[^\W_])")
"""After one of these a word is capitalised for its place, as at the start of a sentence; the apostrophe in “Rita's” is none."""


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
        # Sorting plain numbers takes a sixth of the time of a stable argsort.
        count = max(1, len(self.columns))
        ordered = np.sort(self.columns * count + np.arange(len(self.columns)))
        return ordered % count, offsets(self.holder_counts)

    def entries(self, column: int) -> Ints:
        """Return the places of the entries of one column, by row."""
        order, starts = self._entries_by_column
        return order[starts[column] : starts[column + 1]]

    def entries_of(self, columns: Ints) -> Ints:
        """Return the places of the entries of several columns, column by column, each by row."""
        order, starts = self._entries_by_column
        return order[ranges(starts[columns], starts[columns + 1])]

    @cached_property
    def holder_counts(self) -> Ints:
        """The number of rows that hold each column."""
        return np.bincount(self.columns, minlength=self.width)

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
        starts, ends = self.starts[rows], self.starts[rows + 1]
        entries = ranges(starts, ends)
        return Matrix(offsets(ends - starts), self.columns[entries], self.counts[entries], self.width)


def offsets(sizes: Ints) -> Ints:
    """Return where each run of these sizes starts when they stand one behind the other, and the end of the last."""
    places = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=places[1:])
    return places


def ranges(starts: Ints, ends: Ints) -> Ints:
    """Return the numbers of all half-open ranges, one range behind the other."""
    sizes = ends - starts
    places = offsets(sizes)
    return np.repeat(starts - places[:-1], sizes) + np.arange(places[-1])


def distinct(numbers: Ints) -> Ints:
    """Return the distinct numbers from 0 up, sorted. np.unique hashes first, and imports numpy.ma, which takes 7 ms."""
    ordered = np.sort(numbers)
    return ordered[np.diff(ordered, prepend=-1) > 0]


def no_entries(height: int) -> Matrix:
    """Make a matrix without columns."""
    none = np.zeros(0, dtype=np.int64)
    return Matrix(np.zeros(height + 1, dtype=np.int64), none, none.astype(float), 0)


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
        """Return the terms of some of the sentences; the vocabulary, its pairs and what is known of them stay."""
        taken = replace(self, tokens=[self.tokens[row] for row in rows], sizes=self.sizes[rows])
        # The cached properties: nothing is counted again.
        vars(taken).update(
            words=self.words.take(rows),
            names=self.names.take(rows),
            bigrams=self.bigrams.take(rows),
            bigram_words=self.bigram_words,
        )
        return taken

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
        rows, _ = self._pairs
        keys, columns = self._numbered_pairs
        return from_pairs(rows, columns, np.ones(len(rows)), self.height, len(keys))

    @cached_property
    def bigram_words(self) -> tuple[Ints, Ints]:
        """The two stem numbers of each bigram column."""
        keys, _ = self._numbered_pairs
        width = max(1, len(self.vocabulary))
        return keys // width, keys % width

    @cached_property
    def _numbered_pairs(self) -> tuple[Ints, Ints]:
        """The distinct pairs, and which of them each pair is."""
        keys, columns = np.unique(self._pairs[1], return_inverse=True)
        return keys, columns.astype(np.int64)

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        """The row of each pair, and a number for its two stems."""
        tokens, rows = self.flat
        inside = rows[:-1] == rows[1:]
        left, right = tokens[:-1][inside], tokens[1:][inside]
        keep = self.is_content[left] | self.is_content[right]
        return rows[:-1][inside][keep], (left * len(self.vocabulary) + right)[keep]

    @cached_property
    def flat(self) -> tuple[Ints, Ints]:
        """All tokens one behind the other, and the row of each."""
        rows = np.repeat(np.arange(self.height), [len(tokens) for tokens in self.tokens])
        return np.concatenate(self.tokens or [np.zeros(0, np.int64)]), rows

    def _select(self, wanted: Bools) -> Matrix:
        tokens, rows = self.flat
        keep = wanted[tokens]
        return from_pairs(rows[keep], tokens[keep], np.ones(int(keep.sum())), self.height, len(self.vocabulary))


def count_terms(texts: Sequence[str], languages: Sequence[str]) -> Terms:
    """Tokenize, stem and classify the words of all sentences."""
    known = _Known()
    rows, opening = [], []
    for text, code in zip(texts, languages, strict=True):
        forms = known.forms(code)
        rows.append([forms[word] for word in language.WORD.findall(text)])
        opening += [forms[word] for word in _opening_words(text)]
    stems = np.array(known.stems, dtype=np.int64)
    used = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    tokens = stems[used]
    places = offsets(np.array([len(row) for row in rows], dtype=np.int64)).tolist()
    return Terms(
        tokens=[tokens[start:end] for start, end in pairwise(places)],
        vocabulary=list(known.numbers),
        is_content=np.array(known.content, dtype=bool),
        is_name=_are_names(known, stems, used, np.array(opening, dtype=np.int64)),
        is_number=np.array([stem[0].isdigit() for stem in known.numbers], dtype=bool),
        sizes=np.array([len(text.split()) for text in texts], dtype=np.int64),
    )


def _opening_words(text: str) -> list[str]:
    """Return the words that open the sentence, a quotation or a parenthesis."""
    places = [0, *(opener.end() for opener in OPENER.finditer(text))]
    return [word.group() for place in places if (word := language.WORD.match(text, place))]


def _are_names(known: _Known, stems: Ints, used: Ints, opening: Ints) -> Bools:
    """Tell which stems are capitalised in most of their uses where the place asks for no capital."""
    uses = np.bincount(used, minlength=len(stems)) - np.bincount(opening, minlength=len(stems))
    inside = np.bincount(stems, weights=uses, minlength=len(known.numbers))
    capitalised = np.bincount(stems, weights=uses * np.array(known.capital, dtype=bool), minlength=len(known.numbers))
    return np.asarray(capitalised > NAME_SHARE * inside)


class _Known:
    """What is known of the words so far: of each form as it stands in a text, and of each stem."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        """By stem, in order of first use."""
        self.content: list[bool] = []
        """By stem number: its first form is no stop word."""
        self.stems: list[int] = []
        """By form number."""
        self.capital: list[bool] = []
        """By form number."""
        self.forms = cache(partial(_Forms, self))
        """The numbers of the forms of a language."""


class _Forms(dict[str, int]):
    """From a word of one language as it stands in a text to its number; filled as words come, so each is stemmed once."""

    def __init__(self, known: _Known, code: str) -> None:
        super().__init__()
        self._known, self._code = known, code
        self._stem, self._stop = language.stemmer(code), language.stop_words(code)

    def __missing__(self, word: str) -> int:
        known, folded = self._known, language.fold(word, self._code)
        number = known.numbers.setdefault(self._stem(folded) if folded.isalpha() else folded, len(known.numbers))
        if number == len(known.content):
            known.content.append(folded not in self._stop and (len(folded) > 1 or folded.isdigit()))
        known.stems.append(number)
        known.capital.append(word[0].isupper())
        self[word] = len(known.stems) - 1
        return self[word]


def inverse_frequency(matrix: Matrix) -> Floats:
    """Return ln(1 + rows / rows that hold the column): how much a column tells, above 0."""
    return np.log1p(matrix.height / np.maximum(matrix.holder_counts, 1.0))


def unit_entries(matrix: Matrix) -> Floats:
    """Return one value per entry: counts × inverse frequency, each row of length 1. Products of rows are cosines."""
    entries = matrix.counts * inverse_frequency(matrix)[matrix.columns]
    return np.asarray(entries / np.maximum(np.sqrt(matrix.sum_rows(entries**2)), 1e-12)[matrix.rows])
