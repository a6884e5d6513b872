"""Score briefings of the project's own clusters."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import brief
from brief.rank import RANKERS
from brief.rank.sumy_rankers import CLASSES
from brief.verify import BRACKETS

from .content import dependent
from .own import Fact, Forbidden, Misleading, OwnCluster, normal
from .plain_sumy import sentences, summarize
from .systems import CEILING, DEFAULT, FLAT, THEMES

EXPONENTS = (0.5, 1.0)


@dataclass(frozen=True)
class Printed:
    """A printed sentence and the stem of its article."""

    text: str
    article: str


OwnSystem = Callable[[OwnCluster], list[Printed]]


@dataclass(frozen=True)
class OwnRow:
    """What one system got on one own cluster. Shares are of 1."""

    system: str
    cluster: str
    facts: float
    """Weight of the facts carried over the weight of all."""
    single: float | None
    """The same for the facts of one origin …"""
    shared: float | None
    """… and for those of several; none where the cluster has none."""
    missed: tuple[str, ...]
    forbidden: int
    misleading: int
    same: int
    """Pairs that say the same, both printed."""
    largest: float
    """Share of the words that the largest origin has; copies are one origin."""
    puff: float | None
    """Share of the statements that come from a puff piece; none where the cluster has no such piece."""
    dependent: float
    words: int
    milliseconds: float


def ours(ranker: str, *, flat: bool) -> OwnSystem:
    """Return our whole pipeline with a ranker."""

    def system(cluster: OwnCluster) -> list[Printed]:
        options = brief.Options(words=cluster.words, ranker=ranker, flat=flat, evidence="none")
        briefing = brief.build(list(cluster.articles.values()), options)
        stems = dict(zip((source.id for source in briefing.sources), cluster.articles, strict=True))
        return [Printed(one.text, stems[one.citations[0].source]) for one in briefing.statements]

    return system


def plain(name: str) -> OwnSystem:
    """Return sumy's class of this name on the joined text, cut after the sentence that reaches the budget."""

    def system(cluster: OwnCluster) -> list[Printed]:
        text = "\n\n".join(article.text for article in cluster.articles.values())
        return [Printed(one, cluster.article_of(one)) for one in summarize(name, text, cluster.words)]

    return system


def oracle(cluster: OwnCluster) -> list[Printed]:
    """Choose greedily by the facts, leaving out what is marked as forbidden or misleading."""
    marked = {one.sentence for one in cluster.misleading}
    texts = [one for article in cluster.articles.values() for one in sentences(article.text)]
    texts = [
        one for one in texts if normal(one) not in marked and not any(claims(one, bad) for bad in cluster.forbidden)
    ]
    held = {one: {fact.id: fact.weight for fact in cluster.facts if carries(one, fact)} for one in texts}
    outcomes = [_greedy(held, cluster.words, exponent) for exponent in EXPONENTS]
    best = max(outcomes, key=lambda chosen: sum({k: w for one in chosen for k, w in held[one].items()}.values()))
    return [Printed(one, cluster.article_of(one)) for one in best]


def _greedy(held: dict[str, dict[str, float]], words: int, exponent: float) -> list[str]:
    chosen: list[str] = []
    have: set[str] = set()
    while True:
        worth = {
            one: sum(weight for fact, weight in facts.items() if fact not in have) / len(one.split()) ** exponent
            for one, facts in held.items()
            if len(one.split()) <= words
        }
        best = max(worth, key=lambda one: worth[one], default="")
        if not best or worth[best] <= 0:
            return chosen
        chosen.append(best)
        have |= set(held[best])
        words -= len(best.split())


OWN_SYSTEMS: dict[str, OwnSystem] = {
    THEMES: ours(DEFAULT, flat=False),
    FLAT: ours(DEFAULT, flat=True),
    **{name: ours(name, flat=True) for name in RANKERS if name != DEFAULT},
    **{f"plain {name}": plain(name) for name in CLASSES},
    CEILING: oracle,
}


def carries(sentence: str, fact: Fact) -> bool:
    """Tell whether one sentence states the fact."""
    return all(pattern.search(sentence) for pattern in fact.all)


def claims(sentence: str, bad: Forbidden) -> bool:
    """Tell whether a sentence makes the claim without saying whose it is."""
    said = all(pattern.search(sentence) for pattern in bad.all)
    return said and not (bad.unless and bad.unless.search(sentence))


def run(clusters: Sequence[OwnCluster], names: Sequence[str]) -> list[OwnRow]:
    """Score the named systems on every cluster."""
    return [score(cluster, name) for cluster in clusters for name in names]


def score(cluster: OwnCluster, name: str) -> OwnRow:
    """Score one system on one cluster."""
    start = time.process_time()
    printed = OWN_SYSTEMS[name](cluster)
    milliseconds = 1000 * (time.process_time() - start)
    return judge(cluster, name, printed, milliseconds)


def judge(cluster: OwnCluster, name: str, printed: Sequence[Printed], milliseconds: float) -> OwnRow:
    """Score what was printed."""
    texts = [normal(one.text) for one in printed]
    missed = [fact for fact in cluster.facts if not any(carries(text, fact) for text in texts)]
    return OwnRow(
        name,
        cluster.name,
        _recall(cluster.facts, missed) or 0.0,
        _recall([fact for fact in cluster.facts if fact.origins == 1], missed),
        _recall([fact for fact in cluster.facts if fact.origins > 1], missed),
        tuple(fact.id for fact in missed),
        sum(claims(text, bad) for text in texts for bad in cluster.forbidden),
        sum(_misleads(texts, marked) for marked in cluster.misleading),
        sum(_both(texts, *pair) for pair in cluster.same),
        _largest(cluster, printed),
        sum(one.article in cluster.puff for one in printed) / max(1, len(printed)) if cluster.puff else None,
        dependent(texts) / max(1, len(texts)),
        sum(len(BRACKETS.sub("", text).split()) for text in texts),
        milliseconds,
    )


def _recall(facts: Sequence[Fact], missed: Sequence[Fact]) -> float | None:
    whole = sum(fact.weight for fact in facts)
    return sum(fact.weight for fact in facts if fact not in missed) / whole if whole else None


def _misleads(texts: Sequence[str], marked: Misleading) -> bool:
    """Tell whether the sentence is printed and what follows it in the article does not follow."""
    for text, after in zip(texts, [*texts[1:], ""], strict=True):
        if marked.sentence in text:
            rest = (text.partition(marked.sentence)[2] + " " + after).strip()
            return not (marked.following and rest.startswith(marked.following))
    return False


def _has(texts: Sequence[str], marked: str) -> bool:
    return any(marked in text for text in texts)


def _both(texts: Sequence[str], first: str, second: str) -> bool:
    """Copies have the same words: then the sentence must be there twice."""
    return sum(first in text for text in texts) > 1 if first == second else _has(texts, first) and _has(texts, second)


def _largest(cluster: OwnCluster, printed: Sequence[Printed]) -> float:
    words: Counter[str] = Counter()
    for one in printed:
        words[cluster.origin(one.article)] += len(one.text.split())
    return max(words.values(), default=0) / max(1, words.total())
