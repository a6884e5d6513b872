"""Match sentences with themes: the longest phrase on stems, weighted, rare terms first.

One dictionary goes from a word as it stands in the text to the phrases that may begin there, so a word that begins no
phrase costs one look-up, and stemming is paid once per distinct word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .. import language
from ..model import Confidence, Theme, ThemeMatch
from .organisations import in_capitals, in_name
from .sets import OTHER_ID, Term, ThemeSet

OTHER = Theme(id=OTHER_ID, label="Other", description="What no theme of the set claims")

THRESHOLD = 0.6
"""The least score of a match: one plain word that is not everywhere, but not one generic word (.5)."""
FALLBACK = 1.0
"""When no theme reaches the threshold, those whose terms count this much before rarity: a pile of articles about one
thing has its words everywhere, and is about that thing all the same."""
SIDE_SHARE = 0.2
"""A theme with less than this share of the best one's score is an aside: “government” and “policies” in a sentence with
three terms on deportation. Up to .25 nothing asked for is lost on the labelled sentences, from .30 on it is."""
RARITY_FLOOR = 0.35
"""The least a frequent term is scaled to. Without rarity one word that is everywhere swallows all other themes."""
PRIOR_SENTENCES = 20
"""Sentences assumed beside the given ones, so that in a text of three the word in two of them is not yet frequent."""
REPEAT = 0.5
"""Each further hit of a term in a sentence counts half of the one before: three times “trade” is not three reasons."""
CONFIDENT, LEAD = 2.0, 1.0
"""A phrase or two words, and one word more than the next theme."""
CONFIDENCES: tuple[Confidence, ...] = ("confident", "probable", "other")
DIGITS = 3  # of a score: enough to order by, few enough that every machine's logarithm gives the same

ELISIONS = frozenset(
    ["l", "d", "n", "s", "j", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "dell", "nell", "sull", "all"]
)
"""Before an apostrophe they are words of their own in French and Italian: *l’inflation* is about inflation."""

TOKEN = re.compile(rf"{language.WORD.pattern}|[,;:.!?()\[\]…–—|/]|\s-+\s|\n")
"""Words, and the punctuation no phrase reaches across."""


IGNORED = -1
"""The theme of words that the set ignores: they block every theme."""


@dataclass(frozen=True, eq=False, slots=True)  # compared by identity: a hit is counted by it
class Phrase:
    """A term ready to match: stems to compare, forms where the exact word is asked for."""

    stems: tuple[str, ...]
    forms: tuple[str, ...]
    theme: int
    term: Term


class Begin(NamedTuple):
    """The phrases that may begin with a word: the longer ones by their second stem, longest first, and the single words."""

    longer: dict[str, list[Phrase]]
    single: list[Phrase]


class Stems(dict[str, str]):
    """From a word as it stands in the text to its stem; filled as words come."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.stem = language.stemmer(code)

    def __missing__(self, token: str) -> str:
        self[token] = stem = self.stem(plain(token))
        return stem


class Starts(dict[str, Begin | None]):
    """From a word as it stands in the text to the phrases that may begin with it; filled as words come."""

    def __init__(self, phrases: Sequence[Phrase], code: str) -> None:
        super().__init__()
        self.stems = Stems(code)
        self.by_stem: dict[str, list[Phrase]] = {}
        ordered = sorted(phrases, key=lambda phrase: (-len(phrase.stems), phrase.theme == IGNORED, phrase.theme))
        self.phrases = tuple(phrases)
        self.prefixes = [phrase for phrase in ordered if phrase.term.prefix]
        for phrase in ordered:
            if not phrase.term.prefix:
                self.by_stem.setdefault(phrase.stems[0], []).append(phrase)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to find: no themes, or none with terms for the language."""
        return not (self.by_stem or self.prefixes)

    def __missing__(self, token: str) -> Begin | None:
        word = plain(token)
        found = [phrase for phrase in self.by_stem.get(self.stems[token], ()) if _same_form(token, phrase, 0)]
        found += [phrase for phrase in self.prefixes if word.startswith(phrase.stems[0])]
        longer: dict[str, list[Phrase]] = {}
        for phrase in found:
            if len(phrase.stems) > 1:
                longer.setdefault(phrase.stems[1], []).append(phrase)
        self[token] = begin = Begin(longer, [p for p in found if len(p.stems) == 1]) if found else None
        return begin


def bare(token: str) -> str:
    """Return a word without elided article and possessive, an acronym as its letters: `l’UE` → `UE`, `U.N.’s` → `UN`."""
    word = token.replace("’", "'")
    head, _, tail = word.partition("'")
    if len(tail) > 1 and head.lower() in ELISIONS:
        word = tail
    word = word.removesuffix("'s").removesuffix("'S")
    return word.replace(".", "") if word[0].isalpha() else word


def plain(token: str) -> str:
    """Return the bare word in lower case."""
    return bare(token).lower()


def match(texts: Sequence[str], languages: Sequence[str], theme_set: ThemeSet) -> list[tuple[ThemeMatch, ...]]:
    """Return each sentence's themes, best first by (−score, place in the set); an empty tuple is Other.

    `languages` holds an ISO 639-1 code per sentence; "" means not known. A score is the sum of the terms' weights, each
    scaled by its rarity among the given sentences (.35 to 1); it is at least .6, or the terms count at least 1 unscaled.
    `terms` are those that count for the theme, as they stand in the set, by weight, then name.

    Raises:
        ValueError: texts and languages differ in number.
    """
    starts = {code: starts_for(theme_set, code) for code in sorted(set(languages))}
    hits = [find_hits(text, starts[code]) for text, code in zip(texts, languages, strict=True)]
    rarity = _rarity(hits)
    return [_assign(found, rarity, theme_set) if found else () for found in hits]


def confidence(matches: Sequence[ThemeMatch]) -> Confidence:
    """Return how sure the main theme of a sentence is, from its matches, best first."""
    if not matches:
        return "other"
    lead = matches[0].score - (matches[1].score if len(matches) > 1 else 0.0)
    return "confident" if matches[0].score >= CONFIDENT and lead >= LEAD else "probable"


@lru_cache(maxsize=64)  # sets × languages
def starts_for(theme_set: ThemeSet, code: str) -> Starts:
    """Compile the terms that serve a language; "" is one not known."""
    source = theme_set.terms_language(code)
    if source is None:
        return Starts((), code)
    stemming = code or source or "en"
    listed = [(theme, definition.terms) for theme, definition in enumerate(theme_set.themes)]
    listed.append((IGNORED, theme_set.ignore))
    return Starts(
        [_phrase(term, theme, stemming) for theme, terms in listed for term in terms.get(source, ())], stemming
    )


def _phrase(term: Term, theme: int, code: str) -> Phrase:
    tokens = TOKEN.findall(term.text.rstrip("*"))
    stem = str if term.prefix else language.stemmer(code)
    forms = tuple(tokens) if term.exact else ()
    return Phrase(tuple(stem(plain(token)) for token in tokens), forms, theme, term)


def _same_form(token: str, phrase: Phrase, index: int) -> bool:
    """Tell whether the word is the exact form asked for; capitals asked for must be there."""
    if not phrase.forms:
        return True
    form = phrase.forms[index]
    if form == form.lower():
        return plain(token) == plain(form)
    return bare(token) == bare(form)


def find_hits(text: str, starts: Starts) -> list[Phrase]:
    """Return the terms of a sentence; in each theme the leftmost, and there the longest, takes its words."""
    if starts.is_empty:
        return []
    tokens = TOKEN.findall(text)
    hits: list[Phrase] = []
    free: dict[int, int] = {}
    ignored = 0
    for index, phrase in _phrases(tokens, starts):
        end = index + len(phrase.stems)
        if phrase.theme == IGNORED:
            ignored = max(ignored, end)
        elif index >= ignored and index >= free.get(phrase.theme, 0):
            free[phrase.theme] = end
            if phrase.term.weight and not (tokens[index][0].isupper() and in_name(tokens, index, end)):
                hits.append(phrase)
    return hits


def _phrases(tokens: list[str], starts: Starts) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases that stand in the tokens, from left to right, at each place the longest first."""
    for index, begin in [(index, begin) for index, token in enumerate(tokens) if (begin := starts[token])]:
        following = starts.stems[tokens[index + 1]] if begin.longer and index + 1 < len(tokens) else ""
        for phrase in begin.longer.get(following, ()):
            if _follows(tokens, index, phrase, starts.stems):
                yield index, phrase
        for phrase in begin.single:
            # In capitals “WHO” is a question.
            if not (phrase.forms and phrase.term.text.isupper() and in_capitals(tokens)):
                yield index, phrase


def _follows(tokens: list[str], index: int, phrase: Phrase, stems: Stems) -> bool:
    """Tell whether the words after the second are the phrase's too, and all forms asked for."""
    count = len(phrase.stems)
    if count == 2 and not phrase.forms:
        return True
    found = tokens[index : index + count]
    if len(found) < count or any(stems[found[place]] != phrase.stems[place] for place in range(2, count)):
        return False
    return all(_same_form(token, phrase, place) for place, token in enumerate(found))


def _rarity(hits: list[list[Phrase]]) -> dict[Phrase, float]:
    """Scale each term by how few of the sentences hold it: 1 for a single one, .35 at least."""
    counts = Counter(hit for found in hits for hit in set(found))
    whole = math.log(len(hits) + PRIOR_SENTENCES)
    return {hit: max(RARITY_FLOOR, math.sqrt(max(0.0, 1 - math.log(n) / whole))) for hit, n in counts.items()}


def _assign(hits: list[Phrase], rarity: dict[Phrase, float], theme_set: ThemeSet) -> tuple[ThemeMatch, ...]:
    raw: dict[int, float] = {}
    score: dict[int, float] = {}
    for hit, count in Counter(hits).items():
        weight = hit.term.weight * (1 - REPEAT**count) / (1 - REPEAT)
        raw[hit.theme] = raw.get(hit.theme, 0.0) + weight
        score[hit.theme] = score.get(hit.theme, 0.0) + weight * (rarity[hit] if weight > 0 else 1.0)
    score = {theme: round(value, DIGITS) for theme, value in score.items()}
    least = max(THRESHOLD, SIDE_SHARE * max(score.values()))
    chosen = [theme for theme, value in score.items() if value >= least]
    chosen = chosen or [theme for theme, value in raw.items() if value >= FALLBACK]
    ordered = sorted(chosen, key=lambda theme: (-score[theme], theme))
    return tuple(ThemeMatch(theme_set.themes[theme].id, score[theme], _terms(hits, theme)) for theme in ordered)


def _terms(hits: list[Phrase], theme: int) -> tuple[str, ...]:
    found = {hit.term for hit in hits if hit.theme == theme and hit.term.weight > 0}
    return tuple(dict.fromkeys(term.text for term in sorted(found, key=lambda term: (-term.weight, term.text))))
