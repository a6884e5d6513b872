"""`--themes auto`: themes found among the articles themselves, named by the words that tell them apart.

Articles are grouped, not sentences: a sentence has too few words for it. A sentence takes the group of its article.
Copies and articles of one origin are one voice: they are grouped as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from .. import language
from ..model import Notice, ThemeMatch
from ..stages import Prepared
from ..terms import Ints
from .groups import FEWEST, group
from .matching import match
from .sets import ThemeDefinition, ThemeSet, load

AUTO = "auto"
FALLBACK = "news"
NAMING, TELLING = 3, 10
"""Words and pairs in a group's name, and those shown as the reason of a sentence."""
PAIR_SHARE = 0.5
"""A word that stands in one pair in this share of its uses is named with it: not “Punta” but “Punta Ceniza”."""
OFTENER = 2
"""A word that tells a group is so many times as frequent in it as in the others: all articles may be about one island."""
SHORTEST = 3  # letters: “mr” and “p.m” name nothing
NAMELESS = frozenset(
    """january february march april june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday hundred thousand million billion percent today yesterday tomorrow people year years month months
    week weeks day days enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes
    miércoles jueves viernes sábado domingo millones años januar februar märz mai juni juli oktober dezember montag dienstag
    mittwoch donnerstag freitag samstag sonntag millionen milliarden prozent janvier février mars avril juin juillet août
    septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche millions milliards janeiro
    fevereiro março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta milhões bilhões
    """.split()
)
"""Dates and amounts: any group may have them."""

Key = tuple[int, ...]
"""One or two stem numbers."""


@dataclass(frozen=True)
class Discovery:
    """Themes, the match of each sentence, and what the reader should know."""

    theme_set: ThemeSet
    matches: list[tuple[ThemeMatch, ...]]
    notices: tuple[Notice, ...] = ()


def discover(prepared: Prepared) -> Discovery:
    """Group the articles of the briefing's language and name the groups; too few or too alike, the news set serves.

    The groups are ordered by their number of independent origins, then by their first article.
    """
    units, rows = _units(prepared)
    if len(set(units.tolist())) < FEWEST:
        found = len(set(units.tolist()))
        return _fallback(prepared, f"{found} independent articles are too few to find groups among ({FEWEST} at least)")
    words = prepared.terms.words.take(rows).by_group(units, int(units.max()) + 1)
    labels, fits = group(words)
    if labels.max() < 1:
        return _fallback(prepared, "the articles are too much alike to fall into groups")
    names = _Names(prepared, rows, units, labels)
    themes = tuple(names.theme(number) for number in range(int(labels.max()) + 1))
    matches: list[tuple[ThemeMatch, ...]] = [()] * len(prepared.usable)
    for row, unit in zip(rows.tolist(), units.tolist(), strict=True):
        if labels[unit] >= 0:
            theme = int(labels[unit])
            score = round(max(0.0, float(fits[unit])), 3)
            matches[row] = (ThemeMatch(themes[theme].id, score, names.terms_in(theme, row)),)
    return Discovery(ThemeSet(AUTO, "Found among the articles", themes), matches)


def _units(prepared: Prepared) -> tuple[Ints, Ints]:
    """Return the rows in the briefing's language, and the unit of each: its origin, numbered by first article."""
    rows = np.flatnonzero([code == prepared.language for code in prepared.languages])
    origins = [prepared.origins.of[prepared.usable[row].article] for row in rows.tolist()]
    number = {origin: place for place, origin in enumerate(dict.fromkeys(origins))}
    return np.array([number[origin] for origin in origins], dtype=np.int64), rows


def _fallback(prepared: Prepared, why: str) -> Discovery:
    theme_set = load(FALLBACK)
    notice = Notice("themes", None, f"themes auto: {why}, so the theme set {FALLBACK} is used")
    return Discovery(theme_set, match(prepared.texts, prepared.languages, theme_set), (notice,))


class _Names:
    """Names groups by c-TF-IDF (Grootendorst 2022): words and pairs of a group that the other groups have not."""

    def __init__(self, prepared: Prepared, rows: Ints, units: Ints, labels: Ints) -> None:
        self.prepared, self.labels = prepared, labels
        self.uses: list[Counter[Key]] = [Counter() for _ in range(int(labels.max()) + 1)]
        self.holders: dict[tuple[int, Key], set[int]] = {}
        self.forms: dict[Key, Counter[str]] = {}
        self.keys: dict[int, list[Key]] = {}
        for row, unit in zip(rows.tolist(), units.tolist(), strict=True):
            if labels[unit] >= 0:
                self._count(row, unit, int(labels[unit]))

    def _count(self, row: int, unit: int, theme: int) -> None:
        for key, form in self._keys(row):
            self.uses[theme][key] += 1
            self.holders.setdefault((theme, key), set()).add(unit)
            self.forms.setdefault(key, Counter())[form] += 1
            self.keys.setdefault(row, []).append(key)

    def _keys(self, row: int) -> Iterator[tuple[Key, str]]:
        """Yield the words of a sentence that may name something, and pairs of them with one space between."""
        text, stems, terms = self.prepared.texts[row], self.prepared.terms.tokens[row].tolist(), self.prepared.terms
        before: tuple[int, int, int] | None = None
        for found, stem in zip(language.WORD.finditer(text), stems, strict=True):
            nameless = len(found[0]) < SHORTEST or found[0].lower() in NAMELESS
            if nameless or not terms.is_content[stem] or terms.is_number[stem]:
                before = None
                continue
            yield (stem,), found[0]
            if before and text[before[2] : found.start()] == " ":
                yield (before[0], stem), text[before[1] : found.end()]
            before = (stem, found.start(), found.end())

    @cached_property
    def ranked(self) -> list[list[Key]]:
        """The words and pairs of each group, the most telling first; in a group of several, only what two have."""
        everywhere: Counter[Key] = Counter()
        for uses in self.uses:
            everywhere.update(uses)
        average = sum(everywhere.values()) / len(self.uses)
        ranked = []
        for theme, uses in enumerate(self.uses):
            least, total = min(2, int((self.labels == theme).sum())), sum(uses.values())
            rest = max(1, sum(everywhere.values()) - total)
            shared = [
                key
                for key in uses
                if len(self.holders[theme, key]) >= least
                and uses[key] / total >= OFTENER * (everywhere[key] - uses[key]) / rest
            ]
            weight = {key: round(uses[key] * log(1 + average / everywhere[key]), 6) for key in shared}
            ranked.append(sorted(shared, key=lambda key: (-weight[key], key)))
        return ranked

    def telling(self, theme: int, count: int) -> list[Key]:
        """Return the most telling words of a group, as pairs where they mostly stand in one, no word twice."""
        chosen: list[Key] = []
        for key in self.ranked[theme]:
            if len(chosen) == count:
                break
            whole = self._pair(theme, key)
            if not any(set(whole) & set(other) for other in chosen):
                chosen.append(whole)
        return chosen

    def _pair(self, theme: int, key: Key) -> Key:
        if len(key) == 2:
            return key
        uses = self.uses[theme]
        pairs = [other for other in self.ranked[theme] if len(other) == 2 and key[0] in other]
        best = max(pairs, key=lambda other: uses[other], default=key)
        return best if uses[best] >= PAIR_SHARE * uses[key] else key

    def written(self, key: Key) -> str:
        """Return a word or pair as it is most often written; of equals the first."""
        return max(self.forms[key].items(), key=lambda item: item[1])[0]

    def theme(self, number: int) -> ThemeDefinition:
        """Name a group."""
        telling = [self.written(key) for key in self.telling(number, TELLING)]
        label = ", ".join(telling[:NAMING]) or f"Group {number + 1}"
        size = int((self.labels == number).sum())
        told = f", told by {', '.join(telling)}" if telling else ""
        about = f"Found among the articles: {size} independent {'article' if size == 1 else 'articles'}{told}"
        return ThemeDefinition(f"group-{number + 1}", label[:1].upper() + label[1:], about, {})

    def terms_in(self, theme: int, row: int) -> tuple[str, ...]:
        """Return those of the group's telling words that stand in a sentence."""
        here = set(self.keys.get(row, ()))
        return tuple(self.written(key) for key in self._reasons[theme] if key in here)

    @cached_property
    def _reasons(self) -> list[Sequence[Key]]:
        return [self.telling(theme, TELLING) for theme in range(len(self.uses))]
