"""Does a sentence name what the reader of this page has not met? English. A leaf.

`standalone` sees the sentence alone. Whether “the ratio” is plain depends on the page: it is when the page is about the
ratio, or when there is but one, like the government. It is not when the article brought it in some sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .definites import TOKEN, Definite, bare_definites
from .language import stemmer
from .terms import Bools, Ints, Terms
from .unresolved import GENDERED, NAME, NO_NAME, QUOTED, SOMEBODY, TURNED_ROUND

TOPIC_STEMS = 20
TOPIC_SHARE = 0.5
"""The topic is the 20 stems of most sentences, of those in half of the articles. Right and wrong rejections of judged
sentences of our own clusters: 20 and 12; without the share 17 and 11; with 8 stems 21 and 29, with 30 18 and 10."""
CASED = 0.03  # of the content words are names: .07 and more in news, .014 at most in news put into small letters
ONE_OF_A_KIND = frozenset(
    """government police country nation state world economy internet president parliament opposition public court
    sun moon earth sky sea weather climate environment law constitution market media press army military church king
    queen pope capital north south east west congress senate cabinet treasury war peace truth future past present
    city town area region county street home house family people population poor rich elderly young old dead sick
    countryside land air ground water coast day night morning afternoon evening week month year summer winter spring
    autumn weekend time moment decade century season beginning start end middle way web telephone radio television fact
    point case problem situation number age name body authorities officials budget election elections vote accused
    knot united data work majority minority difference margin winner""".split()
)
"""Every reader knows which government and which sun; “the day” and “the end” need no more than their sentence."""
SUMS_UP = frozenset(
    """abuse abuses accusation accusations agreement allegation allegations announcement arrest assertion attack attacks bid
    charge charges claim claims comment comments complaint complaints crackdown deal decision delay delays dispute effort
    efforts endorsement episode evacuation figure figures finding findings gesture hearing incident letter measure measures
    meeting message move note offer plan proposal proposals remark remarks report request ruling session statement step
    steps suggestion talks verdict""".split()
)
"""“Pat Lindqvist attended the meeting”: a word for what was told before. A name beside it explains nothing."""
SPEAKERS = frozenset(
    """ministry agency report newspaper paper magazine study survey statement researchers scientists authors office commission
    committee spokesman spokeswoman""".split()
)
"""“Leal sent an envoy, the ministry said”: which?"""
REPORTED = re.compile(
    r"\b(?:said|says|say|added|adds|noted|notes|warned|warns|claimed|claims|insisted)(?:[^,.;]{0,40} that)? $"
)


@dataclass(frozen=True)
class Page:
    """What the reader of a page knows, and what each article has said so far."""

    topic: frozenset[str]
    """Stems."""
    names: frozenset[str]
    article: Ints
    """The article of each row."""
    number: Mapping[str, int]
    """Of each stem."""
    first: Mapping[int, int]
    """By article × stems + stem number the row that has it first."""
    anchored: Bools
    """Whether the row has a name or a word of the topic."""
    cased: bool
    """Whether names are written with capitals. Otherwise nothing can be told."""

    def told_before(self, stem: str, row: int) -> bool:
        """Tell whether an earlier row of the article has the stem."""
        number = self.number.get(stem)
        return number is not None and self.first.get(int(self.article[row]) * len(self.number) + number, row) < row


def page_of(terms: Terms, article: Sequence[int]) -> Page:
    """Look at all sentences once."""
    articles, names = np.array(article, dtype=np.int64), terms.is_name & terms.is_content
    topic, (tokens, rows) = _topic(terms, articles), terms.flat
    known = names.copy()
    known[topic] = True
    keys, places = np.unique(articles[rows] * len(terms.vocabulary) + tokens, return_index=True)
    return Page(
        topic=frozenset(terms.vocabulary[column] for column in topic),
        names=_stems(terms, names),
        article=articles,
        number={stem: number for number, stem in enumerate(terms.vocabulary)},
        first=dict(zip(keys.tolist(), rows[places].tolist(), strict=True)),
        anchored=np.bincount(rows[known[tokens]], minlength=terms.height) > 0,
        cased=int(names.sum()) >= CASED * int(terms.is_content.sum()),
    )


def _topic(terms: Terms, article: Ints) -> Ints:
    words, articles = terms.words, int(article.max()) + 1
    spread = np.bincount(words.by_group(article, articles).columns, minlength=words.width)
    sentences = np.bincount(words.columns, minlength=words.width) * (spread >= TOPIC_SHARE * articles)
    heaviest = np.argsort(-sentences, kind="stable")[:TOPIC_STEMS]
    return np.asarray(heaviest[sentences[heaviest] > 0])


def _stems(terms: Terms, wanted: Bools) -> frozenset[str]:
    return frozenset(terms.vocabulary[column] for column in np.flatnonzero(wanted))


def why_unmet(text: str, row: int, page: Page) -> str:
    """Return what the reader has not met, in a word or two; an empty text when there is nothing."""
    if not page.cased:
        return ""
    if not page.anchored[row]:
        return "no anchor"
    plain = QUOTED.sub(lambda match: " " * len(match.group()), text)
    if _nobody_before(plain, page):
        return "pronoun inside"
    unmet = any(_is_unmet(definite, plain[: definite.start], row, page) for definite in bare_definites(plain))
    return "unmet definite" if unmet else ""


def _nobody_before(plain: str, page: Page) -> bool:
    """“Velvet sleeves covered her arms”: the first word is no name, so nobody is “her”."""
    match = GENDERED.search(plain)
    before = plain[: match.start()] if match else ""
    return match is not None and not (TURNED_ROUND.match(plain) or _named(before, page) or SOMEBODY.search(before))


def _is_unmet(definite: Definite, before: str, row: int, page: Page) -> bool:
    stem = stemmer("en")
    noun = stem(definite.noun)
    if definite.noun in ONE_OF_A_KIND or noun in page.topic or noun in {stem(w.lower()) for w in TOKEN.findall(before)}:
        return False
    told_before = page.told_before(noun, row)
    if not _named(before, page):
        return definite.subject or told_before
    # A name before says what the noun belongs to, unless the name only speaks or the noun sums up what was told.
    if definite.noun in SPEAKERS and before.endswith(", "):
        return True
    return told_before and (definite.noun in SUMS_UP or (definite.subject and REPORTED.search(before) is not None))


def _named(before: str, page: Page) -> bool:
    """Tell whether a name stands in it. The first word is one when it is one elsewhere."""
    rest = NO_NAME.sub(" ", before)
    found = NAME.search(rest)
    opens = found is not None and not rest[: found.start()].strip(" “\"'‘(`")
    if found and opens and stemmer("en")(found.group().lower()) not in page.names:
        found = NAME.search(rest, found.end())
    return found is not None
