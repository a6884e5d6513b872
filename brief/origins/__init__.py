"""Which articles are copies of each other, or share a source: independent origins are counted, not articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ..model import Article, Sentence
from ..paragraphs import DATELINE
from ..stages import Link, Origins
from ..terms import Ints, Terms
from .shared_claims import perhaps_links

COPY = 0.5  # 5-gram containment from which one article is a copy of the other, trimmed or embedded
ALIKE = 0.3  # from here only when names and numbers agree too; otherwise it is a template about another firm
ALIKE_NAMES = 0.6
SHINGLE = 5

CREDIT = re.compile(
    r"^\W*(?:source|agency|distributed by|©|copyright)?[:\s]*\(?([A-ZÀ-Þ][\w.&’' -]{1,30}?)"
    r"(?: contributed to this (?:report|story)| news agency| wire)\b",
    re.IGNORECASE,
)


def find_origins(articles: Sequence[Article], sentences: Sequence[Sentence], terms: Terms) -> Origins:
    """Group articles by origin: copies, the same wire credit, the same site, and those that perhaps share a source.

    `sentences` are the usable ones; `terms` has a row for each.
    """
    links = _copies(articles, sentences, terms) + _same_key(articles)
    linked = {(link.first, link.second) for link in links}
    links += [link for link in perhaps_links(sentences, terms) if (link.first, link.second) not in linked]
    links.sort(key=lambda link: (link.first, link.second, link.reason))
    return Origins(_components(len(articles), links), links)


def _copies(articles: Sequence[Article], sentences: Sequence[Sentence], terms: Terms) -> list[Link]:
    """Containment of 5-grams, after Broder (1997): Jaccard would miss trimmed and embedded copies."""
    shingles, holders = _shingles(sentences, terms)
    sizes = np.bincount(holders, minlength=len(articles)).tolist()
    links = []
    for (first, second), shared in sorted(_overlaps(shingles, holders).items()):
        score = shared / max(1, min(sizes[first], sizes[second]))
        if score >= COPY or (score >= ALIKE and _names_agree(first, second, sentences, terms)):
            links.append(Link(first, second, "copy", round(score, 3)))
    return links


def _shingles(sentences: Sequence[Sentence], terms: Terms) -> tuple[Ints, Ints]:
    """Return the distinct 5-grams of each article as numbers, by number and article, and the article of each."""
    tokens, rows = terms.flat
    articles = np.array([sentence.article for sentence in sentences], dtype=np.int64)[rows]
    whole = articles[: -SHINGLE + 1] == articles[SHINGLE - 1 :]
    grams = tokens
    for step in range(1, SHINGLE):
        grams = _numbered(grams[:-1], tokens[step:])
    count = int(articles.max(initial=0)) + 1
    keys, _ = np.unique(grams[whole] * count + articles[: len(whole)][whole], return_inverse=True)
    return keys // count, keys % count


def _numbered(left: Ints, right: Ints) -> Ints:
    """Return a number for each pair, the same for the same pair."""
    _, numbers = np.unique(left * (int(right.max(initial=0)) + 1) + right, return_inverse=True)
    return np.asarray(numbers, dtype=np.int64)


def _overlaps(shingles: Ints, holders: Ints) -> dict[tuple[int, int], int]:
    """Count shared shingles by pair of articles: linear where little is shared."""
    starts = np.flatnonzero(np.diff(shingles, prepend=-1))
    sizes = np.diff(starts, append=len(shingles))
    shared: Counter[tuple[int, int]] = Counter()
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        shared.update(combinations(holders[start : start + size].tolist(), 2))
    return shared


def _names_agree(first: int, second: int, sentences: Sequence[Sentence], terms: Terms) -> bool:
    mine, theirs = (
        {int(column) for i, s in enumerate(sentences) if s.article == article for column in terms.names.row(i)}
        for article in (first, second)
    )
    return len(mine & theirs) >= ALIKE_NAMES * max(1, min(len(mine), len(theirs)))


def _same_key(articles: Sequence[Article]) -> list[Link]:
    """Link articles of the same wire credit, or of the same site or publisher."""
    links = []
    for reason, keys in (("wire credit", map(_wire, articles)), ("same site", map(_site, articles))):
        first_with: dict[str, int] = {}
        for index, key in enumerate(keys):
            if key and first_with.setdefault(key, index) != index:
                links.append(Link(first_with[key], index, reason, 1.0))
    return links


def _wire(article: Article) -> str:
    """Return the agency named in a dateline or a credit line, in lower case."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    for line in lines[:8]:
        if match := DATELINE.match(line):
            return match.group(1).strip().lower()
    for line in lines[-6:]:
        if len(line) < 120 and (match := CREDIT.match(line)):
            return match.group(1).strip().lower()
    return ""


def _site(article: Article) -> str:
    if article.url:
        from tld import get_fld  # the public suffix list, in the package; only for articles with an address

        return get_fld(article.url, fail_silently=True) or ""
    return (article.publisher or "").strip().lower()


def _components(count: int, links: Sequence[Link]) -> list[int]:
    """Return the number of each article's group, groups numbered in the order of their first article."""
    root = list(range(count))
    for link in links:
        low, high = sorted((_find(root, link.first), _find(root, link.second)))
        root[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_find(root, article), len(numbers)) for article in range(count)]


def _find(root: list[int], article: int) -> int:
    while root[article] != article:
        article = root[article]
    return article
