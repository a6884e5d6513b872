"""Which words of a sentence are attributed to whom: one frame for each place a verb of saying can stand. English.

The frames are the order rules of quotation attribution (after, before and around a quotation: O'Keefe et al. 2012,
“A sequence labelling approach to quote attribution”; Pareti et al. 2013), here over tokens, without a parser.
"""

from __future__ import annotations

from .content import (
    SUBORDINATING,
    Frame,
    Tokens,
    after_quotation,
    around,
    before_quotation,
    clause,
    quotations,
    stripped,
)
from .phrases import Phrase, is_adverb, leading, named_after, subject
from .words import (
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
BEFORE_NOUN = frozenset("such same new own recent false similar".split())
CLOSE = 3  # tokens before a noun in which its article stands: “the latest claims”


def frames(tokens: Tokens) -> list[Frame]:
    """Return the attributions of one sentence, or of the sentences that one quotation joins, in order."""
    found: list[Frame] = []
    for place, token in enumerate(tokens):
        if not (token.low in VERBS or token.low == "according") or (token.is_capital and token.low not in CAPITAL_CUES):
            continue
        frame = _according(tokens, place) if token.low == "according" else _verb(tokens, place, found)
        if frame and frame.pieces and not any(_within(tokens, frame, earlier) for earlier in found):
            found = [_cut(tokens, earlier, frame) for earlier in found if not _covers(tokens, frame, earlier)]
            found.append(frame)
    return [frame for frame in found if frame.pieces] or _signed(tokens) or _announced(tokens)


def _within(tokens: Tokens, frame: Frame, earlier: Frame) -> bool:
    """Tell whether a frame only stands in what another reports: “Moe said Lund had erred when he called it …”."""
    first = min(frame.source.start, frame.cue)
    inside = any(start <= tokens[first].start < end for start, end in earlier.pieces)
    if not inside or frame.source == earlier.source:
        return False
    return tokens[first - 1].low not in COORDINATING and tokens[0].low not in SUBORDINATING


def _covers(tokens: Tokens, frame: Frame, earlier: Frame) -> bool:
    """“Moe had been told that …, the clerk added”: the last is who says it all."""
    place = tokens[earlier.source.first].start
    return earlier.source != frame.source and any(start <= place < end for start, end in frame.pieces)


def _cut(tokens: Tokens, earlier: Frame, later: Frame) -> Frame:
    """End what is said where the next attribution begins."""
    edge = tokens[later.source.start if later.source.start > earlier.cue else later.cue].start
    if not any(end > edge for _, end in earlier.pieces):
        return earlier
    pieces = [(start, min(end, edge)) for start, end in earlier.pieces if start < edge]
    return Frame(earlier.source, earlier.cue, stripped(tokens, *pieces))


def _verb(tokens: Tokens, place: int, found: list[Frame]) -> Frame | None:
    """Return the frame of the verb at token `place`."""
    if _is_noun(tokens, place):
        return None
    low = max(quotations(tokens, 0, place), default=-1) + 1
    source = subject(tokens, low, place)
    if source is None:
        participle = tokens[place].low.endswith("ing")
        reports = tokens[place].low in REPORTING
        return _participle(tokens, place, found) if participle else _inverted(tokens, place) if reports else None
    if not _can_speak(tokens, source) or not _agrees(tokens, source, place):
        return None
    return (
        after_quotation(tokens, source, place)
        or before_quotation(tokens, source, place)
        or clause(tokens, source, place)
    )


def _is_noun(tokens: Tokens, place: int) -> bool:
    """“The report”, “his claims”, “to say”: no finite verb."""
    if place == 0:
        return False
    token, before = tokens[place], tokens[place - 1]
    if before.low in DETERMINERS or before.low in ("to", "be", "been"):
        return True
    if (before.low in PREPOSITIONS and before.low != "by") or (before.is_possessive and not before.is_capital):
        return True
    if token.low not in NOUNS or before.is_capital or before.low in PRONOUNS or before.low == "who":
        return False
    last = place + 1 == len(tokens) or tokens[place + 1].text == "."
    if (last and before.is_word) or before.low.endswith("est") or before.low in BEFORE_NOUN:
        return True
    ahead = any(tokens[i].low in DETERMINERS for i in range(max(0, place - CLOSE), place - 1))
    return not (before.text in ",)" or is_adverb(before) or ahead)


def _can_speak(tokens: Tokens, source: Phrase) -> bool:
    """Tell whether the phrase may be somebody: no date, no number, not the writer's “I”."""
    words = tokens[source.first : source.last]
    if words[0].low in SILENT | TIMES or words[-1].low in TIMES or words[-1].is_possessive:
        return False
    if words[0].low.endswith("ing") and not words[0].is_capital:
        return False
    return any(word.text[0].isalpha() for word in words)


def _agrees(tokens: Tokens, source: Phrase, verb: int) -> bool:
    """Tell whether subject and verb agree: “let Mr. Lund explain” has no subject and verb."""
    low = tokens[verb].low
    if VERBS[low] != low or low in ("read", "put") or tokens[verb - 1].low in ("did", "does", "do", "will"):
        return True
    words = [token.low for token in tokens[source.first : source.last]]
    return words[-1].endswith("s") or "and" in words or not PLURALS.isdisjoint(words) or source.pronoun >= 0


def _according(tokens: Tokens, place: int) -> Frame | None:
    """“According to Espinoza-Madrigal, a lead figure at …, we are witnessing …”; “…, according to their lawyers.”"""
    source = named_after(tokens, place + 2) if place + 2 < len(tokens) and tokens[place + 1].low == "to" else None
    if source is None:
        return None
    if place:
        return Frame(source, place, stripped(tokens, (tokens[0].start, tokens[place - 1].end)))
    commas = [i for i in range(source.last, len(tokens) - 1) if tokens[i].text == ","]
    comma = next((i for i in commas if i >= source.after), commas[0] if commas else None)
    if comma is None:
        return None
    return Frame(source, place, stripped(tokens, (tokens[comma + 1].start, tokens[-1].end)))


def _inverted(tokens: Tokens, verb: int) -> Frame | None:
    """“…,” said Amanda Strayer, senior counsel …; “The camp is full, said two aid workers.”"""
    before = verb - 1
    while before >= 0 and (tokens[before].text in f",{DASHES}" or is_adverb(tokens[before])):
        before -= 1
    source = named_after(tokens, verb + 1) if before >= 0 else None
    if source is None or not _can_speak(tokens, source):
        return None
    if tokens[before].is_quotation:
        return Frame(source, verb, around(tokens, before, source.after - 1))
    ends = source.after >= len(tokens) or tokens[source.after].text in ".,"
    if tokens[verb - 1].text == "," and ends and not quotations(tokens, 0, verb):
        return Frame(source, verb, stripped(tokens, (tokens[0].start, tokens[before].end)))
    return None


def _participle(tokens: Tokens, verb: int, found: list[Frame]) -> Frame | None:
    """“…, adding that the water was safe”: said by whoever is the subject of the sentence."""
    before = tokens[verb - 1] if verb else None
    if before is None or not (
        before.text in f",{DASHES}" or before.is_quotation or before.low in ("by", "and") or is_adverb(before)
    ):
        return None
    source = found[-1].source if found else leading(tokens, 0, verb)
    if source is None or not _can_speak(tokens, source):
        return None
    return before_quotation(tokens, source, verb) or clause(tokens, source, verb, beside=False)


def _signed(tokens: Tokens) -> list[Frame]:
    """“…” ― Maud Ennis"""
    if len(tokens) < 3 or not tokens[0].is_quotation or tokens[1].text not in DASHES:
        return []
    source = named_after(tokens, 2)
    if source is None or source.last < len(tokens) - 1 or not tokens[source.first].is_capital:
        return []
    return [Frame(source, 1, ((tokens[0].start, tokens[0].end),))]


def _announced(tokens: Tokens) -> list[Frame]:
    """“Mr. Lund has a new slogan: “…””: a quotation after a colon is of the subject."""
    colon = next((i for i in range(len(tokens) - 1) if tokens[i].text == ":" and tokens[i + 1].is_quotation), 0)
    source = leading(tokens, 0, colon) if colon else None
    if source is None or source.last == colon or not _can_speak(tokens, source):
        return []
    last = quotations(tokens, colon, len(tokens))[-1]
    return [Frame(source, colon, ((tokens[colon + 1].start, tokens[last].end),))]
