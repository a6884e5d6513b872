"""Who stands beside a verb: the noun phrase before it or after it, without a parser. English."""

from __future__ import annotations

import msgspec

from .tokens import Tokens
from .words import (
    ADVERBS,
    AUXILIARIES,
    BODIES,
    CONNECTIVES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TO_TITLES,
    VERBS_BE,
    WEEKDAYS,
)

COMMAS = 4  # “Hartwick, a lawyer with the centre, which brought the case, said”
POSTNOMINAL = frozenset(("who", "that", "which"))


class Phrase(msgspec.Struct, frozen=True):
    """Token numbers: the noun phrase [first, last), the end of an apposition after it, the start of a role before it."""

    first: int
    last: int
    after: int
    opens: int = -1
    """Where all of it begins, when that is not `first`: “the presiding judge, Johan Faber, read”."""
    pronoun: int = -1
    """“Mr. Bukele, who said …”: the token of “who”, when the phrase is what it stands for."""

    @property
    def start(self) -> int:
        """The token it begins with beside its verb."""
        return self.pronoun if self.pronoun >= 0 else self.opens if self.opens >= 0 else self.first


FARTHEST = 60  # tokens before its verb that a subject may begin
NAME_WORDS = 4  # of a person's name between two commas
PARTICLES = frozenset(("de", "van", "von", "al", "bin"))
CLAUSE_STARTS = frozenset(("and", "but", "or", "while", "he", "she", "they", "it"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
REFUSED = NEGATIONS | MODALS
BETWEEN = REFUSED | AUXILIARIES
AFTER_NAME = frozenset(("of", "for", "at", "with", "from"))
NOT_LEADING = frozenset((",", "of", "later", "last", "earlier", "ago"))
NO_ADVERBS = frozenset("only family ally rally reply supply assembly monopoly bully fly ply anomaly".split())
LATER_WORDS = WEEKDAYS | {"last", "earlier", "yesterday", "today"}
AFTER_PHRASE = PREPOSITIONS | CONNECTIVES | VERBS_BE | LATER_WORDS
OPENS_PHRASE = PREPOSITIONS | DETERMINERS
BEFORE_NAME = PREPOSITIONS | CONNECTIVES | NEGATIONS
NO_END = PREPOSITIONS | CONNECTIVES
STOPS = CONNECTIVES | VERBS_BE | PRONOUNS | NEGATIONS


def is_adverb(tokens: Tokens, place: int) -> bool:
    """Tell whether the word may stand between subject and verb."""
    low = tokens.low[place]
    return (low in ADVERBS or (low.endswith("ly") and low not in NO_ADVERBS)) and not tokens.is_capital(place)


def subject(tokens: Tokens, low: int, verb: int) -> Phrase | None:
    """Return the subject of the verb, looking back no further than token `low`; none for a negated or a passive verb."""
    low = max(low, verb - FARTHEST)
    participle = tokens.low[verb].endswith("ing")
    place = verb - 1
    while place >= low and (tokens.low[place] in BETWEEN or is_adverb(tokens, place)):
        word = tokens.low[place]
        if word in REFUSED or (word in BE and not participle):
            return None
        place -= 1
    if place < low:
        return None
    if participle and place == verb - 1 and not (tokens.is_capital(place) and tokens.is_word(place)):
        return None
    if tokens.text[place] == ",":
        return _before_apposition(tokens, low, place)
    return _ending(tokens, low, place + 1, place + 1)


def _before_apposition(tokens: Tokens, low: int, comma: int) -> Phrase | None:
    """“Amanda Strayer, senior counsel at Human Rights First, said”: go back to the comma that ends the name."""
    end = comma
    for _ in range(COMMAS):
        start = next((i + 1 for i in range(end - 1, low - 1, -1) if tokens.text[i] in ",—–;"), low)
        if start == end:
            return None
        after_comma = start > low and tokens.text[start - 1] == ","
        name = 2 <= end - start <= NAME_WORDS and all(
            tokens.is_capital(i) or tokens.low[i] in PARTICLES for i in range(start, end)
        )
        if after_comma and not name and tokens.low[start] not in CLAUSE_STARTS:
            end = start - 1
            continue
        before = _ending(tokens, low, start - 1, comma) if after_comma and name else None
        if before is None or before.pronoun >= 0 or tokens.low[max(0, before.first - 1)] in PREPOSITIONS:
            return _ending(tokens, start, end, comma)
        return before if tokens.is_capital(before.last - 1) else Phrase(start, end, comma, before.first)
    return None


def _ending(tokens: Tokens, low: int, end: int, after: int) -> Phrase | None:
    """Return the noun phrase that ends before token `end`."""
    if end > low and tokens.text[end - 1] == ")":
        end = next((i for i in range(end - 1, low - 1, -1) if tokens.text[i] == "("), low)
    if end <= low:
        return None
    last = tokens.low[end - 1]
    if last in PRONOUNS:
        return Phrase(end - 1, end, after)
    if last == "who":
        return _antecedent(tokens, low, end - 1)
    if last in NO_END or not tokens.is_word(end - 1):
        return None
    start = _first(tokens, low, end)
    if start <= low + 1 or not tokens.is_word(start - 1) or tokens.low[start - 1] in CONNECTIVES:
        return _trimmed(tokens, start, end, after)
    near = range(start - 1, max(low, start - 4) - 1, -1)
    relative = next((place for place in near if tokens.low[place] in POSTNOMINAL), low)
    if relative > low:
        return _ending(tokens, low, relative, after)
    reduced = tokens.low[start - 1].endswith("ed") and tokens.low[start] in PREPOSITIONS
    if reduced and tokens.is_word(start - 2) and tokens.low[start - 2] not in STOPS:
        return _ending(tokens, low, start - 1, after)
    return _trimmed(tokens, start, end, after)


def _first(tokens: Tokens, low: int, end: int) -> int:
    """Return the first token of the words that may be one noun phrase, up to `end`."""
    start = end
    while start > low and _belongs(tokens, start - 1, end):
        start -= 1
        if tokens.low[start] in DETERMINERS and start > low and tokens.low[start - 1] not in OPENS_PHRASE:
            break
    return start


def _antecedent(tokens: Tokens, low: int, who: int) -> Phrase:
    """“Mr. Bukele, who said”: the name before it."""
    end = who - 1 if who > low and tokens.text[who - 1] == "," else who
    named = _ending(tokens, low, end, end) if end > low else None
    if named is None or named.pronoun >= 0:
        return Phrase(who, who + 1, who + 1)
    return Phrase(named.first, named.last, named.after, named.opens, who)


def _belongs(tokens: Tokens, place: int, end: int) -> bool:
    low = tokens.low[place]
    if not (tokens.is_word(place) or tokens.text[place] in "&’'"):
        return False
    if low in ("and", "&"):
        return place > 0 and tokens.is_capital(place - 1) and place + 1 < end and tokens.is_capital(place + 1)
    if low in STOPS or (low == "to" and (place == 0 or tokens.low[place - 1] not in TO_TITLES)):
        return False
    if low.endswith("ed") and len(low) > 4 and not tokens.is_capital(place):
        return place > 0 and (tokens.low[place - 1] in DETERMINERS or tokens.is_quotation(place - 1))
    return True


def _trimmed(tokens: Tokens, start: int, end: int, after: int) -> Phrase | None:
    """Take off an adverbial: “In a letter Aldane”, “On Monday the ministry”."""
    while start < end and (tokens.low[start] in CONNECTIVES or is_adverb(tokens, start)):
        start += 1
    if start < end and tokens.low[start] in PREPOSITIONS:
        name = end
        while name > start and tokens.is_capital(name - 1):
            name -= 1
        if name == end or name - 1 == start or tokens.low[name - 1] in PREPOSITIONS:
            articles = [i for i in range(start + 1, end) if tokens.low[i] in DETERMINERS]
            if not articles:
                return None
            name = articles[-1]
        start = name
    return Phrase(start, end, after) if start < end else None


def named_after(tokens: Tokens, place: int) -> Phrase | None:
    """Return the noun phrase that begins at token `place`: “said Amanda Strayer, senior counsel …”."""
    if place >= len(tokens) or not tokens.is_word(place):
        return None
    if tokens.low[place] in PRONOUNS:
        return Phrase(place, place + 1, place + 1)
    if tokens.low[place] in BEFORE_NAME:
        return None
    end = place
    while end < len(tokens) and (tokens.is_word(end) or tokens.text[end] == "&"):
        if end > place and _stops(tokens, end):
            break
        end += 1
    return Phrase(place, end, _apposition_end(tokens, end)) if end > place else None


def _stops(tokens: Tokens, end: int) -> bool:
    low = tokens.low[end]
    if low in ("and", "&"):
        return not (tokens.is_capital(end - 1) and end + 1 < len(tokens) and tokens.is_capital(end + 1))
    if low in AFTER_NAME:
        return False
    participle = low.endswith("ing") and not tokens.is_capital(end)
    return low in AFTER_PHRASE or participle or is_adverb(tokens, end)


def _apposition_end(tokens: Tokens, end: int) -> int:
    """Return the end of “, senior counsel at …” after a name: the next mark but a comma, or the second comma."""
    if end >= len(tokens) or tokens.text[end] != ",":
        return end
    place = end + 1
    while place < len(tokens) and (tokens.is_word(place) or tokens.text[place] in "&’'"):
        place += 1
    return place


def leading(tokens: Tokens, low: int, high: int) -> Phrase | None:
    """Return the subject that opens a clause, before a verb this list need not know: a name, a pronoun, “the ministry”."""
    place = low
    while place < high and (tokens.low[place] in CONNECTIVES or is_adverb(tokens, place) or tokens.text[place] in ",;"):
        place += 1
    if place < high and (tokens.low[place] in PREPOSITIONS or tokens.low[place].endswith(("ing", "ed"))):
        commas = [i for i in range(place, high) if tokens.text[i] == ","]
        if not commas:
            return None
        # “In Norvik, West Estmark, Aldane …”
        two = len(commas) > 1 and all(map(tokens.is_capital, range(commas[0] + 1, commas[1])))
        place = commas[1 if two else 0] + 1
    if place >= high:
        return None
    if tokens.low[place] in PRONOUNS:
        return Phrase(place, place + 1, place + 1)
    end = _capitals(tokens, place, high)
    single = end == place + 1 and tokens.low[place] in DETERMINERS
    if end < high and (tokens.low[end] in BODIES or (single and tokens.is_word(end))):
        end += 1
    after = tokens.low[end] if end < high else ""
    if end == place or after in NOT_LEADING:
        return None  # “Hours later, Aldane …”, “PORT SABLE, March 4”
    return Phrase(place, end, end) if tokens.is_capital(end - 1) or end - place > 1 else None


def _capitals(tokens: Tokens, place: int, high: int) -> int:
    """Return the end of the capitalised words from `place` on: “the Bank of England”."""
    end = place + 1 if tokens.low[place] in DETERMINERS else place
    while end < high and (tokens.is_capital(end) or tokens.low[end] == "of" or tokens.text[end] == "&"):
        end += 1
    while end > place + 1 and tokens.low[end - 1] in ("of", "the"):
        end -= 1
    return end
