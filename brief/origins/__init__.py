"""Which articles are copies of each other, or share a source: independent origins are counted, not articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from ..model import Article, Sentence
from ..paragraphs import DATELINE
from ..stages import Link, Origins
from ..terms import Terms
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
    """Containment of hashed 5-grams, after Broder (1997): Jaccard would miss trimmed and embedded copies."""
    shingles = _shingles(len(articles), sentences, terms)
    sizes = [len(shingle) for shingle in shingles]
    links = []
    for (first, second), shared in sorted(_overlaps(shingles).items()):
        score = shared / max(1, min(sizes[first], sizes[second]))
        if score >= COPY or (score >= ALIKE and _names_agree(first, second, sentences, terms)):
            links.append(Link(first, second, "copy", round(score, 3)))
    return links


def _shingles(count: int, sentences: Sequence[Sentence], terms: Terms) -> list[set[tuple[int, ...]]]:
    streams: list[list[int]] = [[] for _ in range(count)]
    for sentence, tokens in zip(sentences, terms.tokens, strict=True):
        streams[sentence.article] += tokens.tolist()
    return [set(zip(*(stream[i:] for i in range(SHINGLE)), strict=False)) for stream in streams]


def _overlaps(shingles: Sequence[set[tuple[int, ...]]]) -> dict[tuple[int, int], int]:
    """Count shared shingles by pair of articles through an inverted index: linear where little is shared."""
    holders: dict[tuple[int, ...], list[int]] = {}
    for article, own in enumerate(shingles):
        for shingle in own:
            holders.setdefault(shingle, []).append(article)
    shared: dict[tuple[int, int], int] = {}
    for articles in holders.values():
        if len(articles) > 1:
            for pair in combinations(articles, 2):
                shared[pair] = shared.get(pair, 0) + 1
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
