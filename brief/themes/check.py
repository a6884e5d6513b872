"""What is wrong with a theme set: terms that never count, that are something else, or that match everything.

What can be told from the set alone is told from it; the rest needs text to try it on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from .everyday import EVERYDAY
from .matching import IGNORED, THRESHOLD, Phrase, Starts, find_hits, plain, starts_for
from .sets import Term, ThemeSet

SWALLOWS = 1 / 3
"""A term in more than this share of the sentences tells no theme. In fifteen piles of articles, most of them on one event,
no term of the news set that gives its theme alone is in more than .23 of the sentences."""
ENOUGH_SENTENCES = 20
"""Below, one article's own subject is in a third of the sentences."""
ENDINGS = ("", "s", "es", "ed", "d", "e", "ing", "y", "ies", "ied", "er", "ers", "or", "ors")
"""Two words that differ in these only are forms of one: *migrant* and *migrants*, *invade* and *invading*."""
CARRIER = "xx {} xx"
"""Words of no set around a term, so that acronyms do not stand in a text all in capitals, where they do not count."""

LONGER = "xyz"
"""In place of a star: no other term is about a word that begins like this and goes on so."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `wrong` is certain; the rest is for the set's owner to judge."""

    kind: str
    """never, collides, swallows, look-alike or silent."""
    text: str
    """The whole of it in words, theme and term first."""
    wrong: bool = False


@dataclass(frozen=True)
class Sample:
    """Text to try a set on: sentences and the language of each, "" when not known."""

    texts: Sequence[str]
    languages: Sequence[str]
    places: Sequence[str] = ()
    """Where each stands, for a person: file and number of the sentence."""


def check(theme_set: ThemeSet, sample: Sample | None = None) -> list[Finding]:
    """Return what is wrong or doubtful: what is certainly wrong first, then theme by theme.

    Without a sample: terms that never count, terms that stand in two themes, and English terms that are found in
    everyday words. With one also: terms in more than a third of the sentences, and those that are in none.
    """
    checkers = [_Checker(theme_set, code) for code in theme_set.languages or ("",)]
    findings = [finding for checker in checkers for finding in checker.alone()]
    if sample is not None:
        findings += _tried(theme_set, sample)
    return sorted(findings, key=lambda finding: not finding.wrong)


class _Checker:
    """Looks at the terms of one language."""

    def __init__(self, theme_set: ThemeSet, code: str) -> None:
        self.set, self.code = theme_set, code
        self.starts: Starts = starts_for(theme_set, code)

    def alone(self) -> Iterator[Finding]:
        yield from self._never()
        yield from self._collisions()
        if self.code in ("en", ""):
            yield from self._look_alikes()

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The phrases of the themes, in the order of the file."""
        return [phrase for phrase in self.starts.phrases if phrase.theme != IGNORED]

    def name(self, theme: int, term: Term) -> str:
        language = f" ({self.code})" if len(self.set.languages) > 1 else ""
        return f"{self.set.themes[theme].id}{language}: “{term.text}”"

    def _never(self) -> Iterator[Finding]:
        """Try each term on itself: another one may take its words, by its stem or its place in the file."""
        for phrase in self.phrases:
            if not phrase.term.weight:
                continue
            hits = find_hits(CARRIER.format(phrase.term.text.replace("*", LONGER)), self.starts)
            taker = next((hit for hit in hits if hit.theme == phrase.theme), None)
            if phrase in hits or (taker and taker.forms and taker.stems == phrase.stems):  # the other forms are left
                continue
            why = f"“{taker.term.text}” takes its words" if taker else "its words are in ignore, or marked with !"
            text = f"{self.name(phrase.theme, phrase.term)} never counts: {why}: delete one of the two"
            yield Finding("never", text, wrong=True)

    def _collisions(self) -> Iterator[Finding]:
        """Find terms that would each give its theme alone, and stand in two of them."""
        seen: dict[tuple[str, ...], Phrase] = {}
        for phrase in self.phrases:
            if phrase.term.weight < THRESHOLD:
                continue
            first = seen.setdefault((*phrase.stems, "*" * phrase.term.prefix, *phrase.forms), phrase)
            if first.theme != phrase.theme:
                other = self.set.themes[first.theme].id
                text = f"{self.name(phrase.theme, phrase.term)} stands in {other} too: a sentence with it is both"
                yield Finding("collides", f"{text}, or mark it with ~ in one of them")

    def _look_alikes(self) -> Iterator[Finding]:
        """Find single words that match an everyday word of another meaning by its stem."""
        alike: dict[Phrase, list[str]] = {}
        for word in EVERYDAY:
            begin = self.starts[word]
            for phrase in begin.single if begin else ():
                if phrase.theme != IGNORED and phrase.term.weight and not same_word(word, plain(phrase.term.text)):
                    alike.setdefault(phrase, []).append(word)
        for phrase, words in alike.items():
            if phrase.term.prefix or phrase.forms:
                continue
            advice = f"write it as “={phrase.term.text}” if that is another word"
            text = f"{self.name(phrase.theme, phrase.term)} is found in {', '.join(words)} too: {advice}"
            yield Finding("look-alike", text)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one, by the usual endings of English.

    >>> same_word("imports", "import"), same_word("important", "import")
    (True, False)
    """
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return _is_ending(one, shared) and _is_ending(other, shared)


def _is_ending(word: str, start: int) -> bool:
    rest = word[start:]
    return rest in ENDINGS or (rest[:1] == word[start - 1 : start] and rest[1:] in ENDINGS)  # stop and sto-p-ped


def _tried(theme_set: ThemeSet, sample: Sample) -> Iterator[Finding]:
    counts, total = _count(theme_set, sample), len(sample.texts)
    used = [code for code in theme_set.languages or ("",) if any(lang in (code, "") for lang in sample.languages)]
    for code in used if theme_set.languages else ("",):
        for theme, definition in enumerate(theme_set.themes):
            own = [term for term in definition.terms[code] if term.weight > 0]
            for term in own:
                found_in = counts[theme, term]
                if total >= ENOUGH_SENTENCES and found_in > SWALLOWS * total and term.weight >= THRESHOLD:
                    text = f"{definition.id}: “{term.text}” is in {found_in} of {total} sentences"
                    yield Finding("swallows", f"{text}, too many to tell them apart: mark it with ~, or use a phrase")
            silent = [term.text for term in own if not counts[theme, term]]
            if silent:
                text = f"{definition.id}: {len(silent)} of {len(own)} terms are in none of the {total} sentences"
                yield Finding("silent", f"{text}: {', '.join(silent)}")


def _count(theme_set: ThemeSet, sample: Sample) -> Counter[tuple[int, Term]]:
    """Count the sentences each term is in."""
    counts: Counter[tuple[int, Term]] = Counter()
    for text, code in zip(sample.texts, sample.languages, strict=True):
        counts.update({(hit.theme, hit.term) for hit in find_hits(text, starts_for(theme_set, code))})
    return counts
