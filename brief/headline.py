"""The briefing's own words: its title when none is given, and a name for an article that has no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .model import Article, Sentence, one_line
from .stages import Prepared

NUMBERS = {
    "en": "no one two three four five six seven eight nine ten eleven twelve".split(),
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce".split(),
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split(),
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(),
}
TOLD = {
    "en": "what {number} articles report",
    "es": "lo que cuentan {number} artículos",
    "fr": "ce que rapportent {number} articles",
    "de": "was {number} Artikel berichten",
}
NAMED = {"en": "{names}: {told}", "es": "{names}: {told}", "fr": "{names}\u00a0: {told}", "de": "{names}: {told}"}
AND = {"en": " and ", "es": " y ", "fr": " et ", "de": " und "}
"""A title is part of the briefing and in the language of its articles, whatever language it is drawn in; else English."""
NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-ZÀ-Þ][\w’'-]*[^\W\d_](?: (?:[A-ZÀ-Þ][\w’'-]*[^\W\d_]))*")
TITLE_WORDS = 14
DETERMINED = {
    "de": re.compile(
        r"""(?<!,\ )\b(?i:d(?:er|ie|as|en|em|es)|(?:[kms]?ein|dies|jed|ihr|unser|all|viel|mehrer|einig|wenig)(?:e[nmrs]?)?
        |im|ins|am|beim|vom|zu[mr]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[\d.,]*\d)
        \ (?:(?!gegen|hinter|über|unter|neben|zwischen|wegen)[a-zäöüß]+e[nmrs]?\ ){0,2}([A-ZÄÖÜ][\w-]+)""",
        re.VERBOSE,
    ),
    "es": re.compile(r"\b(?:el|la|los|las|un|una|unos|unas|al|del)\ ([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\b(?!\ [A-ZÁÉÍÓÚÑ])"),
}
"""Where capitals do not tell a name: German has them on every noun (“die Brücke”), Spanish on institutions (“el Gobierno”)."""
NOUN = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|nis)(?:en|e|s)?$|^(?:Angaben|Anfang|Mitte|Ende|Teil|Uhr|Euro)$"
)
"""German words that often stand without an article and are no names."""
OFFICE = re.compile(
    r"(?:präsident|minister|kanzler|meister|richter|ingenieur|sprecher|direktor|chef|leiter|führer|anwalt)(?:in)?$"
)
FUNCTIONS = frozenset(
    """mr mrs ms dr president prime minister secretary judge chief general gen sen rep gov monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december mr. mrs.
    the a an i he she it they we
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember""".split()
)


def headline(prepared: Prepared) -> str:
    """Return a title made from the two names most articles share: “Bukele and Trump: what three articles report”.

    It is in the language of the briefing where we have the words. One article lends its own title.
    """
    count = len(prepared.articles)
    if count == 1:
        return title_of(prepared.articles[0], prepared.sentences)
    code = prepared.language if prepared.language in TOLD else "en"
    numbers = NUMBERS[code]
    told = TOLD[code].format(number=numbers[count] if count < len(numbers) else f"{count:,}" if code == "en" else count)
    names = AND[code].join(_leading_names(prepared)[:2])
    return NAMED[code].format(names=names, told=told) if names else told[:1].upper() + told[1:]


def title_of(article: Article, sentences: Sequence[Sentence]) -> str:
    """Return the article's title, else the start of its first sentence."""
    if article.title:
        return article.title
    first = next((sentence.text for sentence in sentences if not sentence.excluded), article.path or "Untitled")
    words = one_line(first).split()
    return " ".join(words[:TITLE_WORDS]).rstrip(",;:") + ("…" if len(words) > TITLE_WORDS else "")


def _leading_names(prepared: Prepared) -> list[str]:
    """Return names by the number of origins, then of sentences, that have them; a part of a longer name counts as it."""
    origins: dict[str, set[int]] = {}
    uses: dict[str, int] = {}
    german, common = prepared.language == "de", _common(prepared)
    for row, text in enumerate(prepared.texts):
        for name in {_bare(match.group(), german) for match in NAME.finditer(text)} - {""}:
            origins.setdefault(name, set()).add(prepared.origins.of[prepared.usable[row].article])
            uses[name] = uses.get(name, 0) + 1
    names = [name for name in uses if name.split()[0] not in common]
    if german:
        names = [name for name in names if len(origins[name]) > 1 and not NOUN.search(name)]
    ranked = sorted(names, key=lambda name: (-len(origins[name]) * uses[name], name))
    leading: list[str] = []
    for name in ranked:
        if not any(set(name.split()) & set(other.split()) for other in leading):
            leading.append(name)
        if len(leading) == 2:
            break
    return leading


def _common(prepared: Prepared) -> set[str]:
    """Return the words with a capital that stand behind an article, or a number: nouns and not names."""
    behind = DETERMINED.get(prepared.language)
    return {found for text in prepared.texts for found in behind.findall(text)} if behind else set()


def _bare(name: str, german: bool) -> str:
    """Take offices and days off a name, and its possessive."""
    words = [word for word in re.sub(r"[’']s?$", "", name).split() if word.lower() not in FUNCTIONS]
    return " ".join(word for word in words if not (german and OFFICE.search(word.lower())))
