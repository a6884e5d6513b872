"""Who says what in an article, as spans: the frames of every sentence, and quotations that go on with their speaker."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from typing import Literal

import msgspec

from .content import Frame, Piece
from .foreign import frames_in
from .frames import frames
from .marks import Span, is_closed, quotations
from .phrases import Phrase, leading
from .tokens import MASK, Tokens, masked, tokens
from .words import DOCUMENTS, REPORTING, SILENT, may_report

ASKED = re.compile(r"[?!…—-][”\"»’']\s*\Z")
LONGEST = 400  # tokens of a sentence; a quotation is one
CLOSING = frozenset('”"»’')
SOON = 6  # words within which “she asked” must come


Kind = Literal["direct", "mixed", "indirect"]


class Said(msgspec.Struct, frozen=True):
    """What is said (`pieces`), who says it as written there (`source`), and what explains the name (`around`): offsets."""

    pieces: tuple[Span, ...]
    source: Span | None
    """As written beside the verb: “he”, “who”, “Secretary of State Marco Rubio”."""
    name: Span | None
    """What it stands for, as far as the sentence says: of “who” what is before it."""
    around: Span | None
    """The name with what explains it, before and after."""
    kind: Kind
    block: int
    since: tuple[int, ...] = ()
    """Where the sentence before begins, the paragraph, and the paragraph before: there a pronoun may find its name."""


class Block(msgspec.Struct, frozen=True):
    """A paragraph: its number, and the spans of its sentences."""

    number: int
    sentences: tuple[Span, ...]


def said(text: str, blocks: Sequence[Block], language: str) -> list[Said]:
    """Return what is said in an article, in order."""
    found: list[Said] = []
    last: Said | None = None
    awaited = False
    previous: tuple[int, ...] = ()
    for block in blocks:
        start, end = block.sentences[0][0], block.sentences[-1][1]
        part = text[start:end]
        own = quotations(part, language)
        if own or part[-1] == ":" or may_report(part):
            last = _of_block(Paragraph(text, block, own, previous, language), found, last if awaited else None)
            open_ended = bool(own) and own[-1][1] == end - start and not is_closed(part[own[-1][0] :])
            awaited = open_ended or part.endswith(":")
        else:
            awaited = False
        previous = (start,)
    return found


class Paragraph:
    """A paragraph, cut into parts that no quotation crosses."""

    def __init__(self, text: str, block: Block, own: list[Span], previous: tuple[int, ...], language: str) -> None:
        start = block.sentences[0][0]
        self.previous = previous
        self._language = language
        self.own = [(start + a, start + b) for a, b in own]
        self.number = block.number
        self.start = start
        self._blotted = masked(text[start : block.sentences[-1][1]], own)
        self.spans = _joined(text, block.sentences, self.own)

    def frames(self, parts: Tokens) -> list[Frame]:
        """Return the attributions of a part; none of one that is too long to be a sentence."""
        if len(parts) > LONGEST:
            return []
        return frames(parts) if self._language == "en" else frames_in(self._language, parts)

    def may_say(self, span: Span) -> bool:
        """Tell whether a part has a quotation, a verb that says, or a colon at its end: a cheap test before the others."""
        part = self._blotted[span[0] - self.start : span[1] - self.start]
        return MASK in part or part[-1] == ":" or may_report(part)

    def tokens(self, span: Span) -> Tokens:
        """Return the tokens of a part; offsets are those of the article."""
        return tokens(self._blotted[span[0] - self.start : span[1] - self.start], span[0])


def _of_block(paragraph: Paragraph, found: list[Said], before: Said | None) -> Said | None:
    """Add what is said in a paragraph; a quotation on its own goes on with, or follows, what was said before."""
    since = (paragraph.start, paragraph.start)
    for span in paragraph.spans:
        since = (since[1], span[0])
        if not paragraph.may_say(span):
            before = None
            continue
        parts = paragraph.tokens(span)
        if parts.quotations and not any(map(parts.is_word, range(len(parts)))):
            alone = tuple(parts.span(place, place + 1) for place in parts.quotations)
            before = _alone(alone, before, found, paragraph.number)
            continue
        before = None
        if parts.text and parts.text[-1] == ":":
            before = _awaited(parts, paragraph.number)
        for frame in paragraph.frames(parts):
            kind = _kind(parts, frame.pieces)
            if kind != "indirect" or not _is_document(parts, frame.source):
                before = _said(parts, frame, kind, paragraph.number, (since[0], paragraph.start, *paragraph.previous))
                found.append(before)
    return before


def _said(parts: Tokens, frame: Frame, kind: Kind, number: int, since: tuple[int, ...]) -> Said:
    source = frame.source
    pieces = tuple(parts.span(first, last) for first, last in frame.pieces)
    name = parts.span(source.first, source.last)
    written = parts.span(source.pronoun, source.pronoun + 1) if source.pronoun >= 0 else name
    opens = source.opens if source.opens >= 0 else source.first
    around = parts.span(opens, max(source.after, source.last))
    return Said(pieces, written, name, around, kind, number, since)


def _is_document(parts: Tokens, source: Phrase) -> bool:
    return not DOCUMENTS.isdisjoint(parts.low[source.first : source.last])


def _awaited(parts: Tokens, number: int) -> Said | None:
    """“Mr. Lund gave this answer:”: the quotation comes in the next paragraph."""
    source = leading(parts, 0, len(parts))
    if source is None or source.last == len(parts) or parts.low[source.first] in SILENT:
        return None
    name = parts.span(source.first, source.last)
    return Said((), name, name, name, "indirect", number)


def _alone(pieces: tuple[Span, ...], before: Said | None, found: list[Said], number: int) -> Said:
    """Give a quotation that stands alone to who spoke in the sentence before it: as more of the same when that was quoted too."""
    if before is not None and found and before is found[-1] and before.kind != "indirect":
        found.pop()
        said = msgspec.structs.replace(before, pieces=before.pieces + pieces)
    elif before is not None:
        said = msgspec.structs.replace(before, pieces=pieces, kind="direct", block=number)
    else:
        said = Said(pieces, None, None, None, "direct", number)
    found.append(said)
    return said


def _joined(text: str, sentences: Sequence[Span], own: Sequence[Span]) -> list[Span]:
    """Return the sentences, those that one quotation crosses as one, “…?” with the “she asked” after it, “….” with “— a name”."""
    joined: list[Span] = []
    starts = [start for start, _ in sentences]
    crossing = {number for first, last in own for number in range(bisect(starts, first), bisect_left(starts, last))}
    for number, (start, end) in enumerate(sentences):
        asks = joined and ASKED.search(text, max(joined[-1][0], start - 8), joined[-1][1])
        signs = joined and text[start] in "—–―" and text[start - 2 : start].strip()[-1:] in CLOSING
        if joined and (number in crossing or signs or (asks and _soon_says(text[start:end]))):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _soon_says(sentence: str) -> bool:
    words = sentence.split()[:SOON]
    return any(word.rstrip(",.:") in REPORTING for word in words)


def _kind(parts: Tokens, pieces: Sequence[Piece]) -> Kind:
    """Return direct when all of it stands in quotation marks, mixed when some of it does, else indirect."""
    quoted = [parts.quoted(first, last) for first, last in pieces]
    if all(own and last - first == 1 for own, (first, last) in zip(quoted, pieces, strict=True)):
        return "direct"
    return "mixed" if any(quoted) else "indirect"
