"""Bring the chosen sentences into reading order: sections by weight, statements by date and by the sources' own order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .model import Article, Sentence


def order_sections(
    rows: Sequence[int], theme: Mapping[int, int], gain: Mapping[int, float], last: int
) -> list[tuple[int, list[int]]]:
    """Group rows by theme, the weightiest theme first; theme `last` (Other) ends the page whatever it weighs."""
    sections: dict[int, list[int]] = {}
    for row in rows:
        sections.setdefault(theme[row], []).append(row)
    weight = {number: round(sum(gain[row] for row in own), 9) for number, own in sections.items()}
    return sorted(sections.items(), key=lambda item: (item[0] == last, -weight[item[0]], item[0]))


def order_statements(
    rows: Sequence[int],
    sentences: Sequence[Sentence],
    articles: Sequence[Article],
    carriers: Mapping[int, Sequence[int]],
) -> list[int]:
    """Sort rows by the day of their article, then by their mean place in the articles that carry them.

    An article without a date counts as the newest day known: its sentences follow what is dated before. `carriers[row]`
    are the rows that say the same.
    """
    days = [article.published[:10] for article in articles if article.published]
    newest = max(days, default="")
    lengths: dict[int, int] = {}
    for sentence in sentences:
        lengths[sentence.article] = max(lengths.get(sentence.article, 1), sentence.number)

    def place(row: int) -> float:
        group = [row, *carriers.get(row, ())]
        return sum(sentences[r].number / lengths[sentences[r].article] for r in group) / len(group)

    def key(row: int) -> tuple[str, float, int, int]:
        sentence = sentences[row]
        published = articles[sentence.article].published
        return (published[:10] if published else newest, round(place(row), 6), sentence.article, sentence.start)

    return sorted(rows, key=key)


def lead_first(rows: Sequence[int], in_order: Callable[[Sequence[int]], list[int]]) -> list[int]:
    """Put the first of the bottom line's rows first, as a newspaper would, and the others in reading order behind it.

    They come with the one that tells most in front. By date alone the press release of the day before leads in five of
    thirteen stories; all in the order of their weight, one speaks of “the freeze” before another tells of it.
    """
    return [*rows[:1], *in_order(rows[1:])]
