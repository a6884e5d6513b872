"""Groups of articles that are about the same, from their words alone: nothing is learned beforehand, nothing is random.

TF-IDF of the articles, its 50 strongest directions (truncated SVD: Deerwester et al. 1990), and k-means on the
directions' unit sphere. Starting points and the number of groups follow from the data, so every run finds the same.
"""

from __future__ import annotations

import numpy as np

from ..terms import Floats, Ints, Matrix
from ..threads import one_thread

FEWEST = 6
"""Articles: with fewer, two groups of three would be the best that can be found."""
DIRECTIONS = 50
"""Kept of the SVD; measured on BBC News with five groups: 10 give NMI .87, 25 .88, 50 and 100 .89."""
DIRECTIONS_SHARE = 4
"""With fewer than 200 articles, one direction for so many of them, but one for each group: in more, every article is far
from every other. On 26 mixtures of two to thirteen of the project's own events the number of groups was right in 23."""
VOCABULARY = 5000
"""Stems with the most weight: the rest are in two or three articles each and cost memory, articles × stems."""
MOST_GROUPS = 12
"""A page with more sections is not read."""
ROUNDS = 50
"""Of k-means at most."""
POWERS = 8
"""Rounds of the subspace iteration."""
SPARE = 20
"""Directions carried along so that the kept ones converge."""
SEPARATE = 0.03
"""The least mean silhouette, in all directions, of groups worth a heading. Twelve articles drawn at random from five
sections of BBC News have .05 and more."""
DIGITS = 9  # of a distance: beyond, machines differ in the last bits, and ties would be broken by them


def group(words: Matrix) -> tuple[Ints, Floats]:
    """Return each article's group, from 0 in the order of size then of the articles, and how well it fits (−1 to 1).

    `words` counts the content words of each article. Articles without words have group −1. One group, 0 for all, means
    that the articles do not fall apart.
    """
    with one_thread():
        return _group(directions(words))


def _group(points: Floats) -> tuple[Ints, Floats]:
    known = np.flatnonzero((points != 0).any(axis=1))
    labels, fits = np.full(len(points), -1, dtype=np.int64), np.zeros(len(points))
    if not len(known):
        return labels, fits
    labels[known] = 0
    tried = [_split(points[known], count) for count in range(2, min(MOST_GROUPS, len(known) // 2) + 1)]
    best, fit = max(tried, key=lambda one: round(float(one[1].mean()), DIGITS), default=(labels[known], fits[known]))
    if silhouettes(points[known], best).mean() > SEPARATE:
        labels[known], fits[known] = best, fit
    return _by_size(labels), fits


def _split(points: Floats, count: int) -> tuple[Ints, Floats]:
    """Return so many groups and each point's silhouette, in as many directions as these groups and points bear."""
    few = _unit(points[:, : max(count, len(points) // DIRECTIONS_SHARE)])
    labels = k_means(few, count)
    return labels, silhouettes(few, labels)


def directions(words: Matrix) -> Floats:
    """Return each article as a point on the unit sphere of the strongest directions of its words' weights."""
    weights = _weights(words)
    size = min(DIRECTIONS + SPARE, *weights.shape)
    if not size:
        return np.zeros((words.height, 1))
    # The heaviest columns stand in for random ones: they already point where the mass is.
    heaviest = np.argsort(-(weights**2).sum(axis=0), kind="stable")[:size]
    basis = weights[:, heaviest]
    for _ in range(POWERS):
        basis, _ = np.linalg.qr(weights @ (weights.T @ basis))
    left, strengths, _ = np.linalg.svd(basis.T @ weights, full_matrices=False)
    points = (basis @ left * strengths)[:, :DIRECTIONS]
    return _unit(np.round(points, DIGITS))


def _weights(words: Matrix) -> Floats:
    """TF-IDF of the stems that more than one article has, one row an article, each of length 1."""
    holders = np.bincount(words.columns, minlength=words.width)
    telling = np.flatnonzero((holders > 1) & (holders < words.height))
    idf = np.log(words.height / np.maximum(1, holders))
    mass = words.sum_columns(1 + np.log(words.counts)) * idf
    kept = np.sort(telling[np.argsort(-mass[telling], kind="stable")[:VOCABULARY]])
    place = np.full(words.width, -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    own = place[words.columns] >= 0
    dense = np.zeros((words.height, len(kept)))
    dense[words.rows[own], place[words.columns[own]]] = ((1 + np.log(words.counts)) * idf[words.columns])[own]
    return _unit(dense)


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths))


def k_means(points: Floats, count: int) -> Ints:
    """Return the group of each point: k-means on the sphere, from starting points chosen greedily.

    The first is the point nearest to the others, each further one that which leaves the least distance over all.
    """
    likeness = points @ points.T
    near = np.full(len(points), -1.0)
    starts: list[int] = []
    for _ in range(count):
        gains = np.round(np.maximum(likeness, near[:, None]).sum(axis=0), DIGITS)
        gains[starts] = -np.inf
        starts.append(int(gains.argmax()))
        near = np.maximum(near, likeness[:, starts[-1]])
    centres = points[starts]
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        before, labels = labels, np.round(points @ centres.T, DIGITS).argmax(axis=1)
        if (labels == before).all():
            break
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, points)
        centres = np.where(np.bincount(labels, minlength=count)[:, None] > 0, _unit(sums), centres)
    return labels


def silhouettes(points: Floats, labels: Ints) -> Floats:
    """Return the silhouette of each point (Rousseeuw 1987): how much nearer its own group is than the next, −1 to 1."""
    groups = np.unique(labels)
    if len(groups) < 2:
        return np.zeros(len(points))
    member = labels[:, None] == groups
    sizes = member.sum(axis=0)
    sums = (1 - points @ points.T) @ member
    own = sums[member] / np.maximum(1, sizes[member.argmax(axis=1)] - 1)
    means = np.where(member, np.inf, sums / sizes)
    other = means.min(axis=1)
    alone = sizes[member.argmax(axis=1)] == 1
    return np.where(alone, 0.0, (other - own) / np.maximum(np.maximum(own, other), 1e-12))


def _by_size(labels: Ints) -> Ints:
    """Number the groups by size, then by their first article."""
    groups, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    number = np.full(int(labels.max(initial=0)) + 1, -1, dtype=np.int64)
    number[groups[order]] = np.arange(len(groups))
    return np.where(labels >= 0, number[labels], -1)
