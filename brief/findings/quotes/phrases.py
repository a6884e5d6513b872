"""Who stands beside a verb: the noun phrase before it or after it, without a parser. English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .tokens import Token
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

Tokens = Sequence[Token]
COMMAS = 4  # “Hartwick, a lawyer with the centre, which brought the case, said”
POSTNOMINAL = frozenset(("who", "that", "which"))


@dataclass(frozen=True)
class Phrase:
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
STOPS = CONNECTIVES | VERBS_BE | PRONOUNS | NEGATIONS


def is_adverb(token: Token) -> bool:
    """Tell whether the word may stand between subject and verb."""
    if token.is_capital:
        return False
    return token.low in ADVERBS or (token.low.endswith("ly") and token.low not in NO_ADVERBS)


def subject(tokens: Tokens, low: int, verb: int) -> Phrase | None:
    """Return the subject of the verb, looking back no further than token `low`; none for a negated or a passive verb."""
    low = max(low, verb - FARTHEST)
    participle = tokens[verb].low.endswith("ing")
    place = verb - 1
    while place >= low and (is_adverb(tokens[place]) or tokens[place].low in BETWEEN):
        word = tokens[place].low
        if word in REFUSED or (word in BE and not participle):
            return None
        place -= 1
    if place < low:
        return None
    if participle and place == verb - 1 and not (tokens[place].is_capital and tokens[place].is_word):
        return None
    if tokens[place].text == ",":
        return _before_apposition(tokens, low, place)
    return _ending(tokens, low, place + 1, place + 1)


def _before_apposition(tokens: Tokens, low: int, comma: int) -> Phrase | None:
    """“Amanda Strayer, senior counsel at Human Rights First, said”: go back to the comma that ends the name."""
    end = comma
    for _ in range(COMMAS):
        start = next((i + 1 for i in range(end - 1, low - 1, -1) if tokens[i].text in ",—–;"), low)
        if start == end:
            return None
        after_comma = start > low and tokens[start - 1].text == ","
        name = 2 <= end - start <= NAME_WORDS and all(t.is_capital or t.low in PARTICLES for t in tokens[start:end])
        if after_comma and not name and tokens[start].low not in CLAUSE_STARTS:
            end = start - 1
            continue
        before = _ending(tokens, low, start - 1, comma) if after_comma and name else None
        if before is None or before.pronoun >= 0 or tokens[max(0, before.first - 1)].low in PREPOSITIONS:
            return _ending(tokens, start, end, comma)
        return before if tokens[before.last - 1].is_capital else Phrase(start, end, comma, before.first)
    return None


def _ending(tokens: Tokens, low: int, end: int, after: int) -> Phrase | None:
    """Return the noun phrase that ends before token `end`."""
    if end > low and tokens[end - 1].text == ")":
        end = next((i for i in range(end - 1, low - 1, -1) if tokens[i].text == "("), low)
    if end <= low:
        return None
    last = tokens[end - 1]
    if last.low in PRONOUNS:
        return Phrase(end - 1, end, after)
    if last.low == "who":
        return _antecedent(tokens, low, end - 1)
    if not last.is_word or last.low in PREPOSITIONS or last.low in CONNECTIVES:
        return None
    start = _first(tokens, low, end)
    verb = tokens[start - 1] if start > low + 1 else None
    if verb is None or not verb.is_word or verb.low in CONNECTIVES:
        return _trimmed(tokens, start, end, after)
    near = range(start - 1, max(low, start - 4) - 1, -1)
    relative = next((place for place in near if tokens[place].low in POSTNOMINAL), low)
    if relative > low:
        return _ending(tokens, low, relative, after)
    reduced = verb.low.endswith("ed") and tokens[start].low in PREPOSITIONS
    if reduced and tokens[start - 2].is_word and tokens[start - 2].low not in STOPS:
        return _ending(tokens, low, start - 1, after)
    return _trimmed(tokens, start, end, after)


def _first(tokens: Tokens, low: int, end: int) -> int:
    """Return the first token of the words that may be one noun phrase, up to `end`."""
    start = end
    while start > low and _belongs(tokens, start - 1, end):
        start -= 1
        if tokens[start].low in DETERMINERS and start > low and tokens[start - 1].low not in PREPOSITIONS | DETERMINERS:
            break
    return start


def _antecedent(tokens: Tokens, low: int, who: int) -> Phrase:
    """“Mr. Bukele, who said”: the name before it."""
    end = who - 1 if who > low and tokens[who - 1].text == "," else who
    named = _ending(tokens, low, end, end) if end > low else None
    return replace(named, pronoun=who) if named and named.pronoun < 0 else Phrase(who, who + 1, who + 1)


def _belongs(tokens: Tokens, place: int, end: int) -> bool:
    token = tokens[place]
    if token.is_quotation or not (token.is_word or token.text in "&’'"):
        return False
    if token.low in ("and", "&"):
        return place > 0 and tokens[place - 1].is_capital and place + 1 < end and tokens[place + 1].is_capital
    if token.low in STOPS or (token.low == "to" and (place == 0 or tokens[place - 1].low not in TO_TITLES)):
        return False
    if token.low.endswith("ed") and not token.is_capital and len(token.low) > 4:
        return place > 0 and (tokens[place - 1].low in DETERMINERS or tokens[place - 1].is_quotation)
    return True


def _trimmed(tokens: Tokens, start: int, end: int, after: int) -> Phrase | None:
    """Take off an adverbial: “In a letter Aldane”, “On Monday the ministry”."""
    while start < end and (is_adverb(tokens[start]) or tokens[start].low in CONNECTIVES):
        start += 1
    if start < end and tokens[start].low in PREPOSITIONS:
        name = end
        while name > start and tokens[name - 1].is_capital:
            name -= 1
        if name == end or name - 1 == start or tokens[name - 1].low in PREPOSITIONS:
            articles = [i for i in range(start + 1, end) if tokens[i].low in DETERMINERS]
            if not articles:
                return None
            name = articles[-1]
        start = name
    return Phrase(start, end, after) if start < end else None


def named_after(tokens: Tokens, place: int) -> Phrase | None:
    """Return the noun phrase that begins at token `place`: “said Amanda Strayer, senior counsel …”."""
    if place >= len(tokens) or not tokens[place].is_word:
        return None
    first = tokens[place]
    if first.low in PRONOUNS:
        return Phrase(place, place + 1, place + 1)
    if first.low in PREPOSITIONS or first.low in CONNECTIVES or first.low in NEGATIONS:
        return None
    end = place
    while end < len(tokens) and (tokens[end].is_word or (tokens[end].text in "&")):
        if end > place and _stops(tokens, end):
            break
        end += 1
    return Phrase(place, end, _apposition_end(tokens, end)) if end > place else None


def _stops(tokens: Tokens, end: int) -> bool:
    token = tokens[end]
    if token.low in ("and", "&"):
        return not (tokens[end - 1].is_capital and end + 1 < len(tokens) and tokens[end + 1].is_capital)
    if token.low in AFTER_NAME:
        return False
    participle = token.low.endswith("ing") and not token.is_capital
    return token.low in AFTER_PHRASE or participle or is_adverb(token)


def _apposition_end(tokens: Tokens, end: int) -> int:
    """Return the end of “, senior counsel at …” after a name: the next mark but a comma, or the second comma."""
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    place = end + 1
    while place < len(tokens) and (tokens[place].is_word or tokens[place].text in "&’'"):
        place += 1
    return place


def leading(tokens: Tokens, low: int, high: int) -> Phrase | None:
    """Return the subject that opens a clause, before a verb this list need not know: a name, a pronoun, “the ministry”."""
    place = low
    while place < high and (tokens[place].low in CONNECTIVES or is_adverb(tokens[place]) or tokens[place].text in ",;"):
        place += 1
    if place < high and (tokens[place].low in PREPOSITIONS or tokens[place].low.endswith(("ing", "ed"))):
        commas = [i for i in range(place, high) if tokens[i].text == ","]
        if not commas:
            return None
        # “In Norvik, West Estmark, Aldane …”
        two = len(commas) > 1 and all(token.is_capital for token in tokens[commas[0] + 1 : commas[1]])
        place = commas[1 if two else 0] + 1
    if place >= high:
        return None
    if tokens[place].low in PRONOUNS:
        return Phrase(place, place + 1, place + 1)
    end = _capitals(tokens, place, high)
    single = end == place + 1 and tokens[place].low in DETERMINERS
    if end < high and (tokens[end].low in BODIES or (single and tokens[end].is_word)):
        end += 1
    after = tokens[end].low if end < high else ""
    if end == place or after in NOT_LEADING:
        return None  # “Hours later, Aldane …”, “PORT SABLE, March 4”
    return Phrase(place, end, end) if tokens[end - 1].is_capital or end - place > 1 else None


def _capitals(tokens: Tokens, place: int, high: int) -> int:
    """Return the end of the capitalised words from `place` on: “the Bank of England”."""
    end = place + 1 if tokens[place].low in DETERMINERS else place
    while end < high and (tokens[end].is_capital or tokens[end].low == "of" or tokens[end].text == "&"):
        end += 1
    while end > place + 1 and tokens[end - 1].low in ("of", "the"):
        end -= 1
    return end
