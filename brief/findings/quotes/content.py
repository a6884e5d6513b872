"""What is said, beside a verb whose subject is known: a quotation before or after it, or a clause. English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .marks import Span
from .phrases import Phrase
from .tokens import MASK, Token
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

Tokens = Sequence[Token]
NAMED_WITHIN = 14  # tokens between “called” and what is quoted of its object
BESIDE = 3  # tokens between “asked” or “announced” and a quotation without “that”
THAT_WITHIN = 10  # tokens between a verb and its “that”
TITLE_LENGTH = 45  # characters of “The Evening Hour,”
CLOSELY = 4  # tokens between two quotations of one object: “a mess” and “a shame”
TAIL = 12  # tokens that may follow “he said” at the end: “in an interview on Monday”
SHORTEST = 4  # tokens of a reported clause
FINITE = VERBS_BE | MODALS | AUXILIARIES
CLAUSE_SIGNS = (PRONOUNS | VERBS_BE | CONNECTIVES) - {"that"}
RELATIVE = frozenset(("what", "which", "whom", "how", "that", "than"))
WRITERS = frozenset("but which who whose as per including according a an".split())
"""After what is quoted these begin what the writer adds."""
SUBORDINATING = frozenset(
    ("when", "as", "after", "while", "if", "although", "though", "since", "because", "before", "asked")
)


@dataclass(frozen=True)
class Frame:
    """An attribution: who (a phrase), the token of the verb, and the spans of what is said, as offsets into the text."""

    source: Phrase
    cue: int
    pieces: tuple[Span, ...]


def quotations(tokens: Tokens, first: int, last: int) -> list[int]:
    """Return the tokens of [first, last) that are quotations."""
    return [place for place, token in enumerate(tokens[first:last], first) if token.text[0] == MASK]


def stripped(tokens: Tokens, *pieces: Span) -> tuple[Span, ...]:
    """Take commas and connectives off both ends of each piece; leave out what is empty then."""
    kept = []
    for start, end in pieces:
        inside = [token for token in tokens if start <= token.start and token.end <= end]
        while inside and (inside[-1].text in ",;:.—–-" or inside[-1].low in ("and", "but", "while", "as")):
            inside.pop()
        while inside and inside[0].text in ",;:—–":
            inside.pop(0)
        if inside:
            kept.append((inside[0].start, inside[-1].end))
    return tuple(kept)


def after_quotation(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """“…,” Mr. Aldane said.  “…,” she said, “….”"""
    if tokens[verb].low not in REPORTING:
        return None
    before = source.start - 1
    while before >= 0 and tokens[before].text == ",":
        before -= 1
    if before < 0 or not tokens[before].is_quotation or _is_title(tokens, before, verb):
        return None
    return Frame(source, verb, around(tokens, before, verb))


def _is_title(tokens: Tokens, place: int, verb: int) -> bool:
    """“On “The Evening Hour,” Mr. Lund said all should …”: what is said follows."""
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if place == 0 or following is None or not (following.is_word or following.is_quotation):
        return False
    short = tokens[place].end - tokens[place].start <= TITLE_LENGTH and _continues(tokens, verb)
    return short or tokens[0].low in PREPOSITIONS


def _continues(tokens: Tokens, verb: int) -> bool:
    """Tell whether a clause follows the verb, and not only where and when it was said."""
    low = tokens[verb + 1].low
    return low not in PREPOSITIONS | TIMES and any(token.low in FINITE for token in tokens[verb + 1 :])


def around(tokens: Tokens, before: int, last: int) -> tuple[Span, ...]:
    """The quotation at token `before` with what leads up to it, and the one that goes on after the attribution."""
    first = before
    while first > 0 and tokens[first - 1].text not in ".;:" and tokens[first - 1].low not in REPORTING:
        first -= 1
    leads = sum(token.is_word for token in tokens[first:before]) > 1
    pieces = [(tokens[first if leads else before].start, tokens[before].end)]
    following = quotations(tokens, last + 1, len(tokens))
    if following and not any(token.low in REPORTING for token in tokens[last + 1 : following[0]]):
        pieces.append((tokens[following[0]].start, tokens[following[-1]].end))
    return stripped(tokens, *pieces)


def before_quotation(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """He said: “…”  He called it “a disgrace”.  He said that courts had “no say”."""
    tokens = _own_clause(tokens, source, verb)
    following = quotations(tokens, verb + 1, len(tokens))
    if not following or not _reaches(tokens, source, verb, following[0]):
        return None
    if tokens[following[0] - 1].text in ",:" or following[0] == verb + 1:
        last = next((a for a, b in pairwise(following) if any(t.low in REPORTING for t in tokens[a:b])), following[-1])
        return Frame(source, verb, stripped(tokens, (tokens[following[0]].start, tokens[last].end)))
    names = tokens[verb].low not in REPORTING
    start = verb if names or VERBS[tokens[verb].low] in VERB_TELLS else _content_start(tokens, verb)
    end = _named_end(following) if names else _reported_end(tokens, following[-1])
    return Frame(source, verb, stripped(tokens, (tokens[start].start, tokens[end].end)))


def _reaches(tokens: Tokens, source: Phrase, verb: int, quotation: int) -> bool:
    """Tell whether the quotation belongs to the verb: near enough, or in its clause; not when “, he said,” only interrupts."""
    if tokens[verb + 1].text == "," and quotation > verb + 2 and _follows_comma(tokens, source):
        return False
    if any(token.text == ";" for token in tokens[verb + 1 : quotation]):
        return False
    if tokens[verb].low in CLAUSE_FORMS or _that(tokens, verb) is not None:
        return True
    beside = tokens[verb].low in REPORTING and tokens[quotation - 1].text not in ",:"
    return quotation - verb - 1 <= (BESIDE if beside else NAMED_WITHIN)


def _follows_comma(tokens: Tokens, source: Phrase) -> bool:
    return source.start > 1 and tokens[source.start - 1].text == ","


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
    if last + 2 < len(tokens) and tokens[last + 2].low in WRITERS:
        return last
    for place in range(last + 1, len(tokens) - 1):
        after = tokens[place + 1].low
        if tokens[place].text in ",—–" and (after in WRITERS or after.endswith(("ing", "ly"))):
            return place
    return len(tokens) - 1


def _own_clause(tokens: Tokens, source: Phrase, verb: int) -> Tokens:
    """“When Moe noted that nothing was paid, Lund answered …”: what she noted ends at the comma, as after “who”."""
    before = tokens[source.start - 1].low if source.start > 0 else ""
    if before not in SUBORDINATING and source.pronoun < 0:
        return tokens
    for place in range(verb + 2, len(tokens)):
        if tokens[place].text in ",―—–" and not tokens[place - 1].is_quotation:
            return tokens[:place]
    return tokens


def clause(tokens: Tokens, source: Phrase, verb: int, *, beside: bool = True) -> Frame | None:
    """He said (that) the government would appeal.  The danger, she said, lies less in …  They were late, he said.

    Of a participle (“…, adding that”) the subject does not stand `beside` the verb.
    """
    tokens = _own_clause(tokens, source, verb)
    if tokens[verb].low not in REPORTING:
        return _as(tokens, source, verb)
    that = _that(tokens, verb)
    if that is None and beside and _follows_comma(tokens, source) and _is_parenthesis(tokens, source, verb):
        return Frame(source, verb, _interrupted(tokens, source, verb))
    if that is not None and that + 1 < len(tokens):
        begin = verb if VERBS[tokens[verb].low] in VERB_TELLS else that + 1
        return Frame(source, verb, stripped(tokens, (tokens[begin].start, tokens[-1].end)))
    if beside and source.start > 0 and tokens[source.start - 1].low in RELATIVE:
        return None
    return _bare(tokens, source, verb)


def _bare(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """He said the government would appeal; not “he added a week”."""
    start = _content_start(tokens, verb)
    base = CLAUSE_FORMS.get(tokens[verb].low)
    if base is None or len(tokens) - start < SHORTEST or tokens[verb + 1].low in ("to", "and", "or", "."):
        return None
    if base not in SURE_CLAUSE and not any(token.low in FINITE for token in tokens[start:]):
        return None
    return Frame(source, verb, stripped(tokens, (tokens[start].start, tokens[-1].end)))


def _interrupted(tokens: Tokens, source: Phrase, verb: int) -> tuple[Span, ...]:
    """What stands before “, she said,” and what goes on after it."""
    pieces = [(tokens[0].start, tokens[source.start - 1].start)]
    comma = _past_hearer(tokens, verb)
    if comma < len(tokens) - 1 and tokens[comma].text == "," and not tokens[comma + 1].low.endswith("ing"):
        pieces.append((tokens[comma].end, tokens[-1].end))
    return stripped(tokens, *pieces)


def _is_parenthesis(tokens: Tokens, source: Phrase, verb: int) -> bool:
    """Tell whether “he said” only stands in, or after, what is said."""
    if tokens[0].low in PREPOSITIONS or tokens[0].low in SUBORDINATING:
        return False
    rest = tokens[_past_hearer(tokens, verb) :]
    if not rest or rest[0].text in ".,":
        return source.start > 2 or bool(rest)
    return source.start > 3 and len(rest) <= TAIL and rest[0].low in PREPOSITIONS | TIMES | {"last", "later"}


def _as(tokens: Tokens, source: Phrase, verb: int) -> Frame | None:
    """“Rubio characterized the partnership as a model for the region.”"""
    if VERBS[tokens[verb].low] not in AS_VERBS or not any(token.low == "as" for token in tokens[verb + 1 :]):
        return None
    return Frame(source, verb, stripped(tokens, (tokens[verb].start, tokens[-1].end)))


def _that(tokens: Tokens, verb: int) -> int | None:
    """Return the “that” of a verb, unless another clause begins before it: “said he hopes that …”."""
    for place in range(verb + 1, min(len(tokens), verb + 1 + THAT_WITHIN)):
        token = tokens[place]
        if token.low == "that":
            return place
        another = token.low in CLAUSE_SIGNS or (token.low in REPORTING and token.low not in NOUNS)
        if token.is_quotation or token.text in ";:" or (another and token.low != "written"):
            return None
    return None


def _past_hearer(tokens: Tokens, verb: int) -> int:
    """Return the token after “said”, or after “told reporters”."""
    if VERBS[tokens[verb].low] != "tell":
        return verb + 1
    place = verb + 2
    while place < len(tokens) and (
        tokens[place].is_capital or tokens[place - 1].low in DETERMINERS or tokens[place - 1].low == "of"
    ):
        place += 1
    return place


def _content_start(tokens: Tokens, verb: int) -> int:
    """Return the token at which a reported clause begins, past “reporters on Monday that”."""
    that = _that(tokens, verb)
    place = _past_hearer(tokens, verb) if that is None else that + 1
    while place < len(tokens) - 1 and that is None:
        if tokens[place].low not in WEEKDAYS and not (
            tokens[place].low in ("on", "last") and tokens[place + 1].low in WEEKDAYS
        ):
            break
        place += 1
    return min(place, len(tokens) - 1)
