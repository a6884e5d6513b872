"""“The ratio stood at 2.6”: find the nouns with “the” that nothing in their sentence explains. English. A leaf.

Only the definite of one word is judged, “the ratio”, not “the ratio of debt to profit” or “the finance ministry”: two words
are right half as often. The word lists stand in for a tagger: what ends a noun phrase is a verb, a full stop or a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

THE = re.compile(r"he (?<=\b[Tt]he )(?=[a-z])")
"""Begins with letters that stand for themselves: it is found ten times as fast."""
TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
COUNT = frozenset("two three four five six seven eight nine ten".split())
VERBS = frozenset(
    """is are was were has have had will would can could may might must should shall does did do says said also now never
    cannot still already then again later
    agree agrees appear appears arose asks ate awoke bade beat became becomes began begins belongs believes bent bet bid bit
    bled blew bore bought bound bred bring brings broke brought builds built burnt burst buys calls came cast clung comes
    costs covers crept cut dealt denies drank drew drove dug dwelt expects failed fails fed fell felt finds fled flew
    flung forbade forgave forgot fought found froze gave gets gives goes got grew grows held helps hid hit holds hung hurt
    keeps kept knew knows laid lasts lay leads leapt leaves led left lends lent lies lit lost made makes means meant met needs
    overcame overtook paid pays plans put puts ran rang reads remains rises rode rose runs sang sank sat saw seeks seemed
    seems sells sends sent set sets shone shook shot shows shrank shut slept slid slit sold sought spat sped spent spilt split
    spoke sprang stands stays stole stood stopped strikes strode strove struck stuck stung swam swelled swept swore swung
    takes taught tears tells thinks thought threw told took tore tries trod turned understood undertook upheld upset wants
    warns went wins withdrew withheld withstood woke won wore works wound wove writes wrote""".split()
)
"""After one of these the noun is a subject, and over. A word in -ed counts too."""
ENDS = frozenset(
    """and or but as than because while if until since although though so not yet last this next earlier later today
    yesterday during after before""".split()
)
"""What else may follow a noun that nothing explains."""
SINGLED_OUT = re.compile(
    r"(?!(?:ar|inqu|requ|prot|inter|for|harv|cont|conqu|gu|unr|manif)est)"
    r"(?:first|last|next|only|sole|best|worst|most|least|same|other|rest|[a-z]{3,}est)$"
)
"""“The largest”, “the only”: these say themselves which one."""
APPOSITION = re.compile(r",\s(?:[A-ZÀ-Þ]|(?:who|which|whose|where|an?|the)\b)")
"""“The deal, which will …”."""
REDUCED = re.compile(r" \w+ed (?:of|by)\b")
REDUCED_OBJECT = re.compile(r" \w+ed (?:in|on|at|to|for|from|with|last|this)\b")
"""“They had before them the note published on Sunday.”"""
IS_NAME = re.compile(r" (?:is|was|are|were) [A-ZÀ-Þ]")
"""“The defendant is Graham Tull.”"""
NAMED_OWN = re.compile(r"(?: [a-z-]+){1,4},? [A-ZÀ-Þ]")
"""“The borough's inspector, Graham Tull.”"""


@dataclass(frozen=True)
class Definite:
    """A bare definite: its noun in small letters, and where it starts."""

    noun: str
    start: int
    subject: bool
    """A verb follows, or what it owns, or it is counted (“the two men”)."""


def bare_definites(plain: str) -> Iterator[Definite]:
    """Yield the bare definites of a text without quotations."""
    for match in THE.finditer(plain):
        words = list(islice(TOKEN.finditer(plain, match.end()), 3))
        counted = words[0].group() in COUNT
        # “The two were forced to”: the number is the noun.
        skip = counted and len(words) > 1 and words[1].group() not in VERBS
        found = _bare(plain, words[skip:], opening=match.start() == 1)
        if found is not None:
            noun, subject = found
            yield Definite(noun, match.start() - 1, subject or counted)


def _bare(plain: str, words: list[re.Match[str]], *, opening: bool) -> tuple[str, bool] | None:
    """Return the noun and whether it is a subject; nothing when something explains it."""
    if not words or SINGLED_OUT.match(words[0].group()):
        return None
    noun, after = words[0].group(), words[1].group() if len(words) > 1 else ""
    owner, rest = POSSESSIVE.sub("", noun), plain[words[0].end() :]
    if REDUCED.match(rest) or (not opening and REDUCED_OBJECT.match(rest)):
        return None
    if NAMED_OWN.match(rest) if owner != noun else IS_NAME.match(rest):
        return None
    subject = owner != noun or after in VERBS or after.endswith("ed")
    over = not after or after in ENDS or not (after[0].isalnum() or after == "[")
    return (owner.lower(), subject) if (subject or over) and not APPOSITION.match(rest) else None
