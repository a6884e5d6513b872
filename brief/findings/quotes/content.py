"""What is said, beside a verb whose subject is known: a quotation before or after it, or a clause. English."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from .phrases import Phrase
from .tokens import MASK, Tokens
from .words import (
    AS_VERBS,
    AUXILIARIES,
    CLAUSE_FORMS,
    CONNECTIVES,
    DETERMINERS,
    MODALS,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SURE_CLAUSE,
    TIMES,
    VERB_TELLS,
    VERBS,
    VERBS_BE,
    WEEKDAYS,
)

Piece = tuple[int, int]
"""Token numbers, half-open."""
NAMED_WITHIN = 14  # tokens between “called” and what is quoted of its object
BESIDE = 3  # tokens between “asked” or “announced” and a quotation without “that”
THAT_WITHIN = 10  # tokens between a verb and its “that”
TITLE_LENGTH = 45  # characters of “The Evening Hour,”
CLOSELY = 4  # tokens between two quotations of one object: “a mess” and “a shame”
TAIL = 12  # tokens that may follow “he said” at the end: “in an interview on Monday”
SHORTEST = 4  # tokens of a reported clause
FINITE = VERBS_BE | MODALS | AUXILIARIES
ENDS_CLAUSE = ((PRONOUNS | VERBS_BE | CONNECTIVES | (REPORTING.keys() - NOUNS)) - {"that", "written"}) | {";", ":"}
"""Another clause begins before a “that” behind one of these."""
RELATIVE = frozenset(("what", "which", "whom", "how", "that", "than"))
WRITERS = frozenset("but which who whose as per including according a an".split())
"""After what is quoted these begin what the writer adds."""
NO_CLAUSE = PREPOSITIONS | TIMES
AFTER_PARENTHESIS = PREPOSITIONS | TIMES | {"last", "later"}
TRAILING = frozenset(("and", "but", "while", "as"))
SUBORDINATING = frozenset(
    ("when", "as", "after", "while", "if", "although", "though", "since", "because", "before", "asked")
)


class Frame(msgspec.Struct, frozen=True):
    """An attribution, as token numbers: who (a phrase), the verb, and what is said."""

    source: Phrase
    cue: int
    pieces: tuple[Piece, ...]


def stripped(tokens: Tokens, *pieces: Piece) -> tuple[Piece, ...]:
    """Take commas and connectives off both ends of each piece; leave out what is empty then."""
    kept = []
    for first, last in pieces:
        while first < last and (tokens.text[last - 1] in ",;:.—–-" or tokens.low[last - 1] in TRAILING):
            last -= 1
        while first < last and tokens.text[first] in ",;:—–":
            first += 1
        if first < last:
            kept.append((first, last))
    return tuple(kept)


def after_quotation(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """“…,” Mr. Aldane said.  “…,” she said, “….”"""
    if tokens.low[verb] not in REPORTING:
        return None
    before = source.start - 1
    while before >= 0 and tokens.text[before] == ",":
        before -= 1
    if before < 0 or not tokens.is_quotation(before) or _is_title(tokens, before, verb):
        return None
    return Frame(source, verb, around(tokens, before, verb))


def _is_title(tokens: Tokens, place: int, verb: int) -> bool:
    """“On “The Evening Hour,” Mr. Lund said all should …”: what is said follows."""
    after = verb + 1
    if place == 0 or after == len(tokens) or not (tokens.is_word(after) or tokens.is_quotation(after)):
        return False
    short = len(tokens.text[place]) <= TITLE_LENGTH and _continues(tokens, verb)
    return short or tokens.low[0] in PREPOSITIONS


def _continues(tokens: Tokens, verb: int) -> bool:
    """Tell whether a clause follows the verb, and not only where and when it was said."""
    return tokens.low[verb + 1] not in NO_CLAUSE and not FINITE.isdisjoint(tokens.low[verb + 1 :])


def around(tokens: Tokens, before: int, last: int) -> tuple[Piece, ...]:
    """The quotation at token `before` with what leads up to it, and the one that goes on after the attribution."""
    first = before
    while first > 0 and tokens.text[first - 1] not in ".;:" and tokens.low[first - 1] not in REPORTING:
        first -= 1
    leads = sum(map(tokens.is_word, range(first, before))) > 1
    pieces = [(first if leads else before, before + 1)]
    following = tokens.quoted(last + 1, len(tokens))
    if following and REPORTING.keys().isdisjoint(tokens.low[last + 1 : following[0]]):
        pieces.append((following[0], following[-1] + 1))
    return stripped(tokens, *pieces)


def before_quotation(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """He said: “…”  He called it “a disgrace”.  He said that courts had “no say”."""
    following = tokens.quoted(verb + 1, len(tokens))
    if not following or not _reaches(tokens, source, verb, following[0]):
        return None
    low = tokens.low
    if tokens.text[following[0] - 1] in ",:" or following[0] == verb + 1:
        pairs = pairwise(following)
        last = next((a for a, b in pairs if not REPORTING.keys().isdisjoint(low[a:b])), following[-1])
        return Frame(source, verb, stripped(tokens, (following[0], last + 1)))
    names = low[verb] not in REPORTING
    start = verb if names or VERBS[low[verb]] in VERB_TELLS else _content_start(tokens, verb)
    end = _named_end(following) if names else _reported_end(tokens, following[-1])
    return Frame(source, verb, stripped(tokens, (start, end + 1)))


def _reaches(tokens: Tokens, source: Phrase, verb: int, quotation: int) -> bool:
    """Tell whether the quotation belongs to the verb: near enough, or in its clause; not when “, he said,” only interrupts."""
    if tokens.text[verb + 1] == "," and quotation > verb + 2 and _follows_comma(tokens, source):
        return False
    if ";" in tokens.text[verb + 1 : quotation]:
        return False
    if tokens.low[verb] in CLAUSE_FORMS or _that(tokens, verb) is not None:
        return True
    beside = tokens.low[verb] in REPORTING and tokens.text[quotation - 1] not in ",:"
    return quotation - verb - 1 <= (BESIDE if beside else NAMED_WITHIN)


def _follows_comma(tokens: Tokens, source: Phrase) -> bool:
    return source.start > 1 and tokens.text[source.start - 1] == ","


def _named_end(following: Sequence[int]) -> int:
    """“called it “a mess” and “a shame” after …”: quotations that follow closely belong to it."""
    end = following[0]
    for place in following[1:]:
        if place - end > CLOSELY:
            break
        end = place
    return end


def _reported_end(tokens: Tokens, last: int) -> int:
    """“… a “sad mistake” to build there, repeating an old charge”: the participle is the writer's."""
    if last + 2 < len(tokens) and tokens.low[last + 2] in WRITERS:
        return last
    for place in range(last + 1, len(tokens) - 1):
        after = tokens.low[place + 1]
        if tokens.text[place] in ",—–" and (after in WRITERS or after.endswith(("ing", "ly"))):
            return place
    return len(tokens) - 1


def own_clause(tokens: Tokens, source: Phrase, verb: int) -> Tokens:
    """“When Moe noted that nothing was paid, Lund answered …”: what she noted ends at the comma, as after “who”."""
    before = tokens.low[source.start - 1] if source.start > 0 else ""
    if before not in SUBORDINATING and source.pronoun < 0:
        return tokens
    for place in range(verb + 2, len(tokens)):
        if tokens.text[place] in ",―—–" and not tokens.is_quotation(place - 1):
            return tokens.until(place)
    return tokens


def clause(tokens: Tokens, source: Phrase, verb: int, *, beside: bool = True) -> Frame | None:
    """He said (that) the government would appeal.  The danger, she said, lies less in …  They were late, he said.

    Of a participle (“…, adding that”) the subject does not stand `beside` the verb.
    """
    if tokens.low[verb] not in REPORTING:
        return _as(tokens, source, verb)
    that = _that(tokens, verb)
    if that is None and beside and _follows_comma(tokens, source) and _is_parenthesis(tokens, source, verb):
        return Frame(source, verb, _interrupted(tokens, source, verb))
    if that is not None and that + 1 < len(tokens):
        begin = verb if VERBS[tokens.low[verb]] in VERB_TELLS else that + 1
        return Frame(source, verb, stripped(tokens, (begin, len(tokens))))
    if beside and source.start > 0 and tokens.low[source.start - 1] in RELATIVE:
        return None
    return _bare(tokens, source, verb)


def _bare(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """He said the government would appeal; not “he added a week”."""
    base = CLAUSE_FORMS.get(tokens.low[verb])
    if base is None:
        return None
    start = _content_start(tokens, verb)
    if len(tokens) - start < SHORTEST or tokens.low[verb + 1] in ("to", "and", "or", "."):
        return None
    if base not in SURE_CLAUSE and FINITE.isdisjoint(tokens.low[start:]):
        return None
    return Frame(source, verb, stripped(tokens, (start, len(tokens))))


def _interrupted(tokens: Tokens, source: Phrase, verb: int) -> tuple[Piece, ...]:
    """What stands before “, she said,” and what goes on after it."""
    pieces = [(0, source.start - 1)]
    comma = _past_hearer(tokens, verb)
    if comma < len(tokens) - 1 and tokens.text[comma] == "," and not tokens.low[comma + 1].endswith("ing"):
        pieces.append((comma + 1, len(tokens)))
    return stripped(tokens, *pieces)


def _is_parenthesis(tokens: Tokens, source: Phrase, verb: int) -> bool:
    """Tell whether “he said” only stands in, or after, what is said."""
    if tokens.low[0] in PREPOSITIONS or tokens.low[0] in SUBORDINATING:
        return False
    rest = _past_hearer(tokens, verb)
    if rest >= len(tokens) or tokens.text[rest] in ".,":
        return source.start > 2 or rest < len(tokens)
    return source.start > 3 and len(tokens) - rest <= TAIL and tokens.low[rest] in AFTER_PARENTHESIS


def _as(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """“Rubio characterized the partnership as a model for the region.”"""
    if VERBS[tokens.low[verb]] not in AS_VERBS or "as" not in tokens.low[verb + 1 :]:
        return None
    return Frame(source, verb, stripped(tokens, (verb, len(tokens))))


def _that(tokens: Tokens, verb: int) -> int | None:
    """Return the “that” of a verb, unless another clause begins before it: “said he hopes that …”."""
    for place, low in enumerate(tokens.low[verb + 1 : verb + 1 + THAT_WITHIN], verb + 1):
        if low == "that":
            return place
        if low in ENDS_CLAUSE or low[0] == MASK:
            return None
    return None


def _past_hearer(tokens: Tokens, verb: int) -> int:
    """Return the token after “said”, or after “told reporters”."""
    low = tokens.low
    if VERBS[low[verb]] != "tell":
        return verb + 1
    place = verb + 2
    while place < len(tokens) and (tokens.is_capital(place) or low[place - 1] in DETERMINERS or low[place - 1] == "of"):
        place += 1
    return place


def _content_start(tokens: Tokens, verb: int) -> int:
    """Return the token at which a reported clause begins, past “reporters on Monday that”."""
    that = _that(tokens, verb)
    if that is not None:
        return min(that + 1, len(tokens) - 1)
    low, place = tokens.low, _past_hearer(tokens, verb)
    while place < len(tokens) - 1:
        if low[place] not in WEEKDAYS and not (low[place] in ("on", "last") and low[place + 1] in WEEKDAYS):
            break
        place += 1
    return min(place, len(tokens) - 1)
