"""Which words of a sentence are attributed to whom: one frame for each place a verb of saying can stand. English.

The frames are the order rules of quotation attribution (after, before and around a quotation: O'Keefe et al. 2012,
“A sequence labelling approach to quote attribution”; Pareti et al. 2013), here over tokens, without a parser.
"""

from __future__ import annotations

from collections.abc import Iterator

from .content import (
    AFTER_PARENTHESIS,
    SUBORDINATING,
    Frame,
    after_quotation,
    around,
    before_quotation,
    clause,
    own_clause,
    stripped,
)
from .phrases import Phrase, is_adverb, leading, named_after, subject
from .tokens import Tokens
from .words import (
    AS_FORMS,
    CLAUSE_FORMS,
    DETERMINERS,
    NOUNS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SILENT,
    TIMES,
    VERBS,
)

DASHES = "—–―"
COORDINATING = frozenset(("and", "but", "while", "whereas", ";", "though", "although", "according"))
CAPITAL_CUES = frozenset(("says", "according"))  # headlines: “Aldane Says …”; elsewhere a capital is a name
CUE_WORDS = frozenset(VERBS) | {"according"}
ALONE = frozenset((*CLAUSE_FORMS, *AS_FORMS, "according"))
"""These report without “that” and without a quotation."""
ENDS_PARENTHESIS = AFTER_PARENTHESIS | {".", ","}
DETERMINES = DETERMINERS | {"to", "be", "been"}
GOVERNS = PREPOSITIONS - {"by"}
NO_SPEAKER = SILENT | TIMES
MAY_BE_PRESENT = frozenset(("read", "put"))
BEFORE_PRESENT = frozenset(("did", "does", "do", "will"))
BEFORE_NOUN = frozenset("such same new own recent false similar".split())
CLOSE = 3  # tokens before a noun in which its article stands: “the latest claims”


def frames(tokens: Tokens) -> list[Frame]:
    """Return the attributions of one sentence, or of the sentences that one quotation joins, in order."""
    found: list[Frame] = []
    for place, low in _cues(tokens):
        frame = _according(tokens, place) if low == "according" else _verb(tokens, place, found)
        if frame and frame.pieces and not any(_within(tokens, frame, earlier) for earlier in found):
            found = [_cut(tokens, earlier, frame) for earlier in found if not _covers(frame, earlier)]
            found.append(frame)
    found = [frame for frame in found if frame.pieces]
    return found or (_signed(tokens) or _announced(tokens) if tokens.quotations else [])


def _cues(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """Yield the verbs that may report here, by place: without a quotation few do, and to find out takes most of the time."""
    quoting, that = bool(tokens.quotations), "that" in tokens.low
    for place, low in enumerate(tokens.low):
        if low in CUE_WORDS and (low in CAPITAL_CUES or not tokens.is_capital(place)):
            may_report = quoting or low in ALONE or (low in REPORTING and (that or _beside_comma(tokens, place)))
            if may_report:
                yield place, low


def _beside_comma(tokens: Tokens, verb: int) -> bool:
    """“…, he announced.”  “…, announced the court.”: what may be said without “that” stands before a comma."""
    last = verb + 1 == len(tokens)
    return last or tokens.low[verb + 1] in ENDS_PARENTHESIS or (verb > 0 and tokens.text[verb - 1] == ",")


def _within(tokens: Tokens, frame: Frame, earlier: Frame) -> bool:
    """Tell whether a frame only stands in what another reports: “Moe said Lund had erred when he called it …”."""
    first = min(frame.source.start, frame.cue)
    inside = any(start <= first < end for start, end in earlier.pieces)
    if not inside or frame.source == earlier.source:
        return False
    return tokens.low[first - 1] not in COORDINATING and tokens.low[0] not in SUBORDINATING


def _covers(frame: Frame, earlier: Frame) -> bool:
    """“Moe had been told that …, the clerk added”: the last is who says it all."""
    place = earlier.source.first
    return earlier.source != frame.source and any(start <= place < end for start, end in frame.pieces)


def _cut(tokens: Tokens, earlier: Frame, later: Frame) -> Frame:
    """End what is said where the next attribution begins."""
    edge = later.source.start if later.source.start > earlier.cue else later.cue
    if not any(end > edge for _, end in earlier.pieces):
        return earlier
    pieces = [(start, min(end, edge)) for start, end in earlier.pieces if start < edge]
    return Frame(earlier.source, earlier.cue, stripped(tokens, *pieces))


def _verb(tokens: Tokens, place: int, found: list[Frame]) -> Frame | None:
    """Return the frame of the verb at token `place`."""
    if _is_noun(tokens, place):
        return None
    low = max(tokens.quoted(0, place), default=-1) + 1
    source = subject(tokens, low, place)
    if source is None:
        participle = tokens.low[place].endswith("ing")
        reports = tokens.low[place] in REPORTING
        return _participle(tokens, place, found) if participle else _inverted(tokens, place) if reports else None
    if not _can_speak(tokens, source) or not _agrees(tokens, source, place):
        return None
    own = own_clause(tokens, source, place)
    return after_quotation(tokens, source, place) or before_quotation(own, source, place) or clause(own, source, place)


def _is_noun(tokens: Tokens, place: int) -> bool:
    """“The report”, “his claims”, “to say”: no finite verb."""
    if place == 0:
        return False
    ahead = place - 1
    word, before = tokens.low[place], tokens.low[ahead]
    if before in DETERMINES or before in GOVERNS or (tokens.is_possessive(ahead) and not tokens.is_capital(ahead)):
        return True
    if word not in NOUNS or before in PRONOUNS or before == "who" or tokens.is_capital(ahead):
        return False
    last = place + 1 == len(tokens) or tokens.text[place + 1] == "."
    if (last and tokens.is_word(ahead)) or before.endswith("est") or before in BEFORE_NOUN:
        return True
    article = not DETERMINERS.isdisjoint(tokens.low[max(0, place - CLOSE) : ahead])
    return not (before in ",)" or is_adverb(tokens, ahead) or article)


def _can_speak(tokens: Tokens, source: Phrase) -> bool:
    """Tell whether the phrase may be somebody: no date, no number, not the writer's “I”."""
    first, last = tokens.low[source.first], tokens.low[source.last - 1]
    if first in NO_SPEAKER or last in TIMES or last.endswith(("’s", "'s")):
        return False
    if first.endswith("ing") and not tokens.is_capital(source.first):
        return False
    return any(word[0].isalpha() for word in tokens.text[source.first : source.last])


def _agrees(tokens: Tokens, source: Phrase, verb: int) -> bool:
    """Tell whether subject and verb agree: “let Mr. Lund explain” has no subject and verb."""
    low = tokens.low[verb]
    if VERBS[low] != low or low in MAY_BE_PRESENT or tokens.low[verb - 1] in BEFORE_PRESENT:
        return True
    words = tokens.low[source.first : source.last]
    return words[-1].endswith("s") or "and" in words or not PLURALS.isdisjoint(words) or source.pronoun >= 0


def _according(tokens: Tokens, place: int) -> Frame | None:
    """“According to Espinoza-Madrigal, a lead figure at …, we are witnessing …”; “…, according to their lawyers.”"""
    source = named_after(tokens, place + 2) if tokens.low[place + 1 : place + 2] == ["to"] else None
    if source is None:
        return None
    if place:
        return Frame(source, place, stripped(tokens, (0, place)))
    commas = [i for i in range(source.last, len(tokens) - 1) if tokens.text[i] == ","]
    comma = next((i for i in commas if i >= source.after), commas[0] if commas else None)
    if comma is None:
        return None
    return Frame(source, place, stripped(tokens, (comma + 1, len(tokens))))


def _inverted(tokens: Tokens, verb: int) -> Frame | None:
    """“…,” said Amanda Strayer, senior counsel …; “The camp is full, said two aid workers.”"""
    before = verb - 1
    while before >= 0 and (tokens.text[before] in f",{DASHES}" or is_adverb(tokens, before)):
        before -= 1
    source = named_after(tokens, verb + 1) if before >= 0 else None
    if source is None or not _can_speak(tokens, source):
        return None
    if tokens.is_quotation(before):
        return Frame(source, verb, around(tokens, before, source.after - 1))
    ends = source.after >= len(tokens) or tokens.text[source.after] in ".,"
    if tokens.text[verb - 1] == "," and ends and not tokens.quoted(0, verb):
        return Frame(source, verb, stripped(tokens, (0, before + 1)))
    return None


def _participle(tokens: Tokens, verb: int, found: list[Frame]) -> Frame | None:
    """“…, adding that the water was safe”: said by whoever is the subject of the sentence."""
    before = verb - 1
    if before < 0 or not (
        tokens.text[before] in f",{DASHES}"
        or tokens.low[before] in ("by", "and")
        or tokens.is_quotation(before)
        or is_adverb(tokens, before)
    ):
        return None
    source = found[-1].source if found else leading(tokens, 0, verb)
    if source is None or not _can_speak(tokens, source):
        return None
    own = own_clause(tokens, source, verb)
    return before_quotation(own, source, verb) or clause(own, source, verb, beside=False)


def _signed(tokens: Tokens) -> list[Frame]:
    """“…” ― Maud Ennis"""
    if len(tokens) < 3 or not tokens.is_quotation(0) or tokens.text[1] not in DASHES:
        return []
    source = named_after(tokens, 2)
    if source is None or source.last < len(tokens) - 1 or not tokens.is_capital(source.first):
        return []
    return [Frame(source, 1, ((0, 1),))]


def _announced(tokens: Tokens) -> list[Frame]:
    """“Mr. Lund has a new slogan: “…””: a quotation after a colon is of the subject."""
    text, last = tokens.text, len(tokens) - 1
    colon = next((i for i, word in enumerate(text) if word == ":" and i < last and tokens.is_quotation(i + 1)), 0)
    source = leading(tokens, 0, colon) if colon else None
    if source is None or source.last == colon or not _can_speak(tokens, source):
        return []
    return [Frame(source, colon, ((colon + 1, tokens.quotations[-1] + 1),))]
