"""Denials, each linked to the sentence it denies, where both are in the sources. English.

“Ms. Krag said that the doors had been locked. Mr. Aldane denied it.” “The ministry denied that telephones had been taken.”
What is denied in a noun (“denied any wrongdoing”) names no claim that could be found, and stays unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ... import language
from ...citing import cite_sentence, sentence_id
from ...lookup import rows_with
from ...model import Difference, Side
from ...stages import Prepared
from ...terms import Floats, inverse_frequency
from .attribution import said_by

SUPPORT = 0.7  # share of the weight of the denied words found in the claim
FEWEST_STEMS = 3  # content stems, at most one of them a name; fewer fit too many sentences
POSTINGS = 64  # a stem in more sentences than this is no way to find a claim
CLAIM = r"(?:claims?|allegations?|accusations?|assertions?|charges?|reports?|suggestions?|rumou?rs?|statements?)"
NOT = "".join(
    rf"(?<!{word} )" for word in "not never no nor or neither cannot n't was were been being is are be of".split()
)  # behind a look at the first letters: in two thirds of the time
"""“neither confirmed nor denied”, “was denied entry”, “no denying”, “accused of dismissing”: no denial."""
DENIES = rf"\b(?=den){NOT}(?:denie[sd]|deny|denying)"
TURNS_DOWN = rf"\b(?=re[jf]|dis){NOT}(?:rejects?|rejected|rejecting|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing))"
WHEN = r"(?: (?:on|late|early|again|later|also|yesterday|today|this|last)(?: \w+){0,3}?)?"
"""“denied on Tuesday night that”."""
A_CLAIM = rf"(?:the|any|these|those|all|an?)(?: [\w’'-]+){{0,2}} {CLAIM}(?: (?:in|by|from) [^,.;]{{3,40}}?)?"
"""“a report in this morning's Examiner”."""
THAT = re.compile(
    rf"(?:{DENIES}{WHEN}(?: {A_CLAIM})?|{TURNS_DOWN}{WHEN} {A_CLAIM}|\bno truth (?:in|to) {A_CLAIM}) that (?P<what>[^;”\"]+)"
)
NO_DEED = r"any|being\b|the\b|(?:pend|miss|exist|remain|incom|outstand|fund|hous|work|follow|accord|dur)ing\b"
"""“denied pending applications”, “denied funding”."""
GERUND = re.compile(rf"{DENIES} (?P<what>(?:having )?(?!{NO_DEED})\w+ing\b[^;”\"]+)")
IT = re.compile(
    rf"(?:{DENIES} (?:it|this|(?:the|these|those|his|her|their|such) {CLAIM})|"
    rf"{TURNS_DOWN} (?:the|these|those|all|his|her|their|such) (?:claims?|allegations?|accusations?|assertions?))(?=\s*(?:[.,;”\"]|$))"
)
STEMS = frozenset("deni reject dismiss disput refut truth".split())
CUT = re.compile(r",? (?:but|and said|saying|adding|which|according)\b|, (?:and|he|she|they|it) ")
SPEAKING = re.compile(
    r"\b(?:said|says|say|told|claim(?:s|ed)?|alleg(?:es?|ed)|accus(?:es?|ed|ing)|report(?:s|ed)?|charged|according to|"
    r"suggest(?:s|ed)?|wrote|asked|insist(?:s|ed)?|argued?)\b"
)
"""What stands before a denial says something of somebody."""
CHARGES = re.compile(r"\bcharges?\W*$")
CHARGING = re.compile(r"\b(?:charg|accus|alleg|indict|prosecut|counts?\b)")
"""“denies the charges” after a sentence on bail: what he is charged with stands further up."""
ALLEGED = re.compile(rf"\b{CLAIM}\b")
MENTIONED = re.compile(rf"\b{CLAIM}\b(?! (?:that|of|from)\b)")
"""“found the allegations disturbing”: what is alleged stands further up."""
DENYING = re.compile(r"\bden(?:y|ie[sd]|ying)\b")
CLAUSE, CLAUSE_WORDS = re.compile(r",? (?:and|but) (?:he|she|it|they|has|had)\b"), 4
"""“The case dated back to 2010 and he denied the allegation”: what is denied stands in the sentence itself."""
EXCEPT = re.compile(r"\b(?:anything|other than|except|nothing)\b")
ASKED = re.compile(r"\b(?:[Aa]sked|[Ww]hen|[Ii]f|[Ww]hether)\b[^.;]*\bden")
"""“Asked if he knew, he denied it”: what is denied stands in the sentence itself."""


@dataclass(frozen=True)
class _Denial:
    row: int
    words: str
    what: str
    """What is denied, in words of the sentence; empty for “it”."""


def denials(prepared: Prepared) -> tuple[Difference, ...]:
    """Return each denial with the claim it denies, in the order of the sources."""
    claims = _Claims(prepared)
    found: dict[tuple[str, str], list[tuple[int, _Denial]]] = {}
    for denial in _denials(prepared):
        row = claims.find(denial) if denial.what else _before(prepared, denial.row, denial.words)
        if row is not None:  # a denial that is in three copies of one report is one
            found.setdefault((prepared.texts[row], prepared.texts[denial.row]), []).append((row, denial))
    return tuple(_difference(prepared, same) for same in found.values())


def _denials(prepared: Prepared) -> Iterator[_Denial]:
    for row in rows_with(prepared.terms, STEMS):
        text = prepared.texts[row]
        if prepared.languages[row] != "en":
            continue
        if match := THAT.search(text) or GERUND.search(text):
            if not EXCEPT.search(what := CUT.split(match["what"])[0]):
                yield _Denial(row, match.group(), what)
        elif match := IT.search(text):
            yield _Denial(row, match.group(), "")


def _before(prepared: Prepared, row: int, words: str) -> int | None:
    """Return the sentence before, when it says what somebody says; “it” is what stands there."""
    usable = prepared.usable
    before, this = usable[row - 1] if row else None, usable[row]
    if before is None or before.article != this.article or before.number != this.number - 1:
        return None
    claim, denial = prepared.texts[row - 1], prepared.texts[row]
    own = denial[: denial.find(words)]
    if not SPEAKING.search(claim) or _denies(claim) or MENTIONED.search(claim) or ASKED.search(denial):
        return None
    if ALLEGED.search(own) or ((clause := CLAUSE.search(own)) and len(own[: clause.start()].split()) >= CLAUSE_WORDS):
        return None
    return None if CHARGES.search(words) and not CHARGING.search(claim) else row - 1


def _denies(text: str) -> bool:
    return bool(DENYING.search(text) or THAT.search(text) or IT.search(text))


class _Claims:
    """Finds the sentence that says what a denial denies."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._words = prepared.terms.words

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {stem: number for number, stem in enumerate(self._prepared.terms.vocabulary)}

    @cached_property
    def _weights(self) -> Floats:
        return inverse_frequency(self._words)

    def find(self, denial: _Denial) -> int | None:
        """Return the row that holds most of what is denied; of equals the one in the same article, then the first."""
        stems = self._stems(denial.what)
        if len(stems) < FEWEST_STEMS:
            return None
        weights = {stem: float(self._weights[stem]) for stem in stems}
        usable, best = self._prepared.usable, []
        for row in self._holders(stems):
            own = set(self._words.row(row).tolist())
            shared = [stem for stem in stems if stem in own]
            support = sum(weights[stem] for stem in shared) / sum(weights.values())
            plain = [stem for stem in shared if not self._prepared.terms.is_name[stem]]
            if support >= SUPPORT and min(len(shared), len(plain) + 1) >= FEWEST_STEMS and self._may(row, denial):
                best.append((-round(support, 6), usable[row].article != usable[denial.row].article, row))
        return min(best)[2] if best else None

    def _stems(self, words: str) -> list[int]:
        found = dict.fromkeys(self._numbers.get(stem, -1) for stem in language.stems(words, "en"))
        return [stem for stem in found if stem >= 0 and self._prepared.terms.is_content[stem]]

    def _holders(self, stems: Sequence[int]) -> list[int]:
        holders = [self._words.holders(stem) for stem in stems]
        return sorted({int(row) for rows in holders if len(rows) <= POSTINGS for row in rows})

    def _may(self, row: int, denial: _Denial) -> bool:
        texts = self._prepared.texts
        return row != denial.row and not _denies(texts[row]) and not NEGATED.search(texts[row])


NEGATED = re.compile(r"\b(?:not|never|no|nobody|none|without)\b|n['’]t\b", re.IGNORECASE)


def _difference(prepared: Prepared, same: Sequence[tuple[int, _Denial]]) -> Difference:
    claim, denial = same[0]
    claims, rows = [row for row, _ in same], [other.row for _, other in same]
    sides = (_side(prepared, claims, prepared.texts[claim]), _side(prepared, rows, denial.words))
    return Difference(about=denial.what or prepared.texts[claim], kind="denial", sides=sides)


def _side(prepared: Prepared, rows: Sequence[int], text: str) -> Side:
    first, *others = (prepared.usable[row] for row in dict.fromkeys(rows))
    return Side(
        text=text,
        value=None,
        published=prepared.articles[first.article].published,
        said_by=said_by(prepared.texts[rows[0]]),
        sentence=sentence_id(first),
        citation=cite_sentence(prepared.articles, first),
        also_in=tuple(cite_sentence(prepared.articles, other) for other in others),
    )
