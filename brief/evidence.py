"""How much of each source a briefing carries along, so that it can be checked without the articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .model import Article, Numbered, Passage, Sentence

AROUND = 1  # sentences before and after a cited one, within its paragraph


def passages_of(article: Article, sentences: Sequence[Sentence], cited: set[int], evidence: str) -> tuple[Passage, ...]:
    """Return the passages kept: all of the article (full), what stands around each citation (context), or none.

    `sentences` are all of the article's, `cited` the numbers of those that are printed or say the same.
    """
    if evidence == "none":
        return ()
    passages = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.block):
        block = list(group)
        for run in [block] if evidence == "full" else _runs(block, cited):
            start, end = run[0].start, run[-1].end
            numbered = tuple(Numbered(sentence.number, sentence.start, sentence.end) for sentence in run)
            passages.append(Passage(start, end, article.text[start:end], numbered))
    return tuple(passages)


def _runs(block: Sequence[Sentence], cited: set[int]) -> list[list[Sentence]]:
    """Return the runs of neighbouring sentences that are cited or stand next to a cited one."""
    kept = {
        index + step
        for index, sentence in enumerate(block)
        if sentence.number in cited
        for step in range(-AROUND, AROUND + 1)
        if 0 <= index + step < len(block)
    }
    runs: list[list[Sentence]] = []
    for index in sorted(kept):
        if index - 1 in kept and runs:
            runs[-1].append(block[index])
        else:
            runs.append([block[index]])
    return runs
