"""Who said what: quotations and reported speech with their speakers. Rules and measurements: docs/findings.md."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

import msgspec

from ...citing import cite, sentence_id
from ...model import Quote, Sentence
from ...stages import Prepared
from .said import Block, Said, said
from .speakers import Speaker, Speakers

LONG = 8  # words
WORDS = re.compile(r"\w+")


def quotes(prepared: Prepared) -> tuple[Quote, ...]:
    """Return who said what, in the order of the sources; a quotation that several sources carry is given once.

    Every sentence that may be ranked is looked at, printed or not; excluded sentences (sponsored, repeated) are not.
    """
    found: list[Quote] = []
    for index, own in groupby(prepared.usable, key=lambda sentence: sentence.article):
        found += _of_article(prepared, index, list(own))
    return tuple(_once(found))


def _of_article(prepared: Prepared, index: int, sentences: list[Sentence]) -> Iterator[Quote]:
    article = prepared.articles[index]
    runs = groupby(enumerate(sentences), key=lambda pair: (pair[1].block, pair[1].number - pair[0]))
    blocks = [Block(number, tuple((s.start, s.end) for _, s in run)) for number, (_, run) in enumerate(runs)]
    everything = said(article.text, blocks, article.language)
    speakers = Speakers(article.text, everything)
    starts = [sentence.start for sentence in sentences]
    before: tuple[int, Speaker] | None = None
    for one in everything:
        speaker = speakers.of(one, before)
        before = (one.pieces[0][0] if one.source is None else one.source[0], speaker)
        holder = sentences[bisect(starts, one.pieces[0][0]) - 1]
        yield _quote(prepared, index, holder, one, speaker)


def _quote(prepared: Prepared, index: int, holder: Sentence, one: Said, speaker: Speaker) -> Quote:
    cited = [cite(prepared.articles, index, start, end) for start, end in one.pieces]
    return Quote(
        speaker=speaker.text,
        role=speaker.role,
        resolved=speaker.resolved,
        kind=one.kind,
        sentence=sentence_id(holder),
        citation=cited[0],
        continued=tuple(cited[1:]),
        named=cite(prepared.articles, index, *speaker.named) if speaker.named else None,
        also_in=(),
    )


def _once(found: list[Quote]) -> Iterator[Quote]:
    """Give the same words once: where the speaker is named, else where they stand first; the other places are kept."""
    alike: dict[tuple[str, ...], list[Quote]] = {}
    for quote in found:
        words = tuple(WORDS.findall(" ".join(cited.exact for cited in (quote.citation, *quote.continued)).lower()))
        # “he would appeal” may be said by two people; eight words in a row are not.
        alike.setdefault(words if len(words) >= LONG else (quote.speaker, *words), []).append(quote)
    for same in alike.values():
        best = next((quote for quote in same if quote.resolved), same[0])
        others = tuple(quote.citation for quote in same if quote is not best)
        yield msgspec.structs.replace(best, also_in=others) if others else best
