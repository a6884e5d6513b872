"""Vague praise and blame: words that judge without saying what happened.

An unattributed sentence full of them is an article's own opinion, or somebody's advertising. The list holds general
English words of judgement and none of any one story; “he said” or a quotation lifts the penalty, because then somebody
stands for the judgement. With it no forbidden claim of the project's own thirteen test clusters is printed any more
(three before), and nothing is lost on DUC 2004.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from .. import language
from ..lookup import rows_with
from ..terms import Floats, Ints, Terms

WORDS = frozenset(
    """admirable admirably amazing astonishing awe-inspiring awesome beautiful beautifully beloved blossoming bold boldly
    brave breathtaking bright brilliant brilliantly celebrated charming commendable commendably compassionate
    courageous cutting-edge dazzling decisive dedication delight delighted delightful devoted dignified dynamic effortless
    elegant embodies embrace empower empowering encouraging energetic enlightened enviable essence esteemed excellence
    excellent exceptional exceptionally excited exciting exemplary exemplifies extraordinary fabulous fantastic
    far-sighted fearless finest flagship flawless flourishing forward-looking forward-thinking fruitful game-changing
    generous genius glittering glorious golden groundbreaking hallmark harmonious heartfelt heart-warming heroic
    ideal iconic impeccable impressive incredible incredibly indispensable inspirational inspired inspiring invaluable
    irresistible joy joyful legendary lovely luxurious magnificent majestic marvellous marvelous masterful memorable
    meticulous miracle miraculous next-generation noble outstanding passion passionate passionately perfect perfection
    phenomenal picturesque pioneer pioneering powerful praiseworthy premier prestigious proud proudly radiant
    refreshing relentless reliable remarkable remarkably resilience resilient resounding revolutionary rewarding
    sensational shining showcases sleek smart solid soul spectacular splendid state-of-the-art stellar strikingly
    stunning sublime superb superior symbolises symbolizes terrific testament thoughtful thrilled thrilling thriving timeless
    tireless tirelessly top-notch trailblazing tremendous triumph triumphant trusted uncompromising undeniable undeniably
    unforgettable unique uniquely unmatched unparalleled unprecedented unrivalled unrivaled unstoppable unwavering
    vibrant vision visionary wise wisely wonderful wonderfully world-class world-leading
    abhorrent appalling contemptible cowardly despicable disgraceful disgusting ghastly hideous horrendous inexcusable
    laughable ludicrous pathetic preposterous repugnant repulsive ridiculous shameful shamefully shameless vile""".split()
)
ATTRIBUTED = re.compile(
    r"[“”\"]|\b(?:said|says|told|tells|according to|stated|argued|argues|wrote|noted|announced|reported|added|called|"
    r"calls|described|describes|testified|denied|warned|insisted|claimed|praised|criticised|criticized)\b"
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NAMELESS = frozenset(
    ["experts", "observers", "analysts", "critics", "supporters", "commentators", "insiders", "many", "some", "others"]
)
NAMELESS_EXPERTS = re.compile(
    rf"\b(?:{'|'.join(sorted(NAMELESS))}) "
    r"(?:say|argue|note|believe|agree|think|suggest|feel|consider|hold|point out|describe)\b",
    re.IGNORECASE,
)
"""“As experts argue”: an attribution to nobody."""
PENALTY = 0.6  # per word, up to three; .4 chose the same sentences
MOST = 3
THROUGHOUT = 3.0
"""How much an article loses that judges throughout: 1 / (1 + 3 × the share of its judging sentences). Reports have 0 to 6 %
of them, promotion 13 to 60 %. Facts and forbidden claims of our own clusters, flat: 0 .406 and 2, 1 .412 and 2,
3 .409 and 1, 5 .403 and 0; with themes .386 and 0, .409 and 0, .414 and 0, .414 and 0."""


def restraints(texts: Sequence[str], terms: Terms, code: str) -> Floats:
    """Return 1 for each sober or attributed sentence, down to .2 for vague unattributed judgement. English only.

    `terms` has a row for each sentence: most hold no word of either list, and are not looked at.
    """
    values = np.ones(len(texts))
    if code != "en":
        return values
    for row in rows_with(terms, _stems(WORDS)):
        values[row] = _restraint(texts[row])
    for row in rows_with(terms, _stems(NAMELESS)):
        if NAMELESS_EXPERTS.search(texts[row]):
            values[row] = PENALTY
    return values


def sobrieties(restraint: Floats, article: Ints, count: int) -> Floats:
    """Return for each of `count` articles 1 when it reports, down to .25 when all its sentences judge.

    One judging sentence is nobody's habit: it does not count. `restraint` and `article` have one entry a sentence.
    """
    judging = np.bincount(article[restraint < 1.0], minlength=count)
    share = np.maximum(judging - 1, 0) / np.maximum(np.bincount(article, minlength=count), 1)
    return np.asarray(1.0 / (1.0 + THROUGHOUT * share))


def _restraint(text: str) -> float:
    judging = WORDS.intersection(WORD.findall(text.lower()))
    return 1.0 if not judging or ATTRIBUTED.search(text) else float(PENALTY ** min(MOST, len(judging)))


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stem of each word, of a hyphenated one that of its longest part."""
    return frozenset(language.stemmer("en")(max(word.split("-"), key=len)) for word in words)
