"""Direct quotations with a speaker beside them in German, Spanish, French, Italian, Dutch and Portuguese.

Only what stands between quotation marks, only with a verb of saying next to it, and no pronoun is explained: a quotation
that these rules do not reach is given without a speaker.
"""

from __future__ import annotations

from .content import Frame
from .phrases import Phrase
from .tokens import Tokens
from .words import words

SAYS = {
    "de": words(
        "sagt sagte erklärt erklärte betont betonte warnt warnte fügte meint meinte schrieb schreibt berichtet berichtete "
        "kritisiert kritisierte fordert forderte teilte fragt fragte antwortet antwortete kündigte behauptete zitiert"
    ),
    "es": words(
        "dijo dice declaró afirmó señaló explicó aseguró añadió agregó sostuvo indicó advirtió admitió respondió escribió "
        "manifestó subrayó comentó apuntó preguntó denunció reconoció insistió destacó concluyó"
    ),
    "fr": words(
        "dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté assure assuré souligne souligné précise précisé "
        "estime estimé indique indiqué écrit répond répondu averti rappelle rappelé dénonce dénoncé insiste conclut"
    ),
    "it": words(
        "dice detto dichiara dichiarato afferma affermato spiega spiegato aggiunge aggiunto sostiene sottolinea sottolineato "
        "scrive scritto risponde risposto ha"
    ),
    "nl": words(
        "zegt zei verklaart verklaarde zegde schrijft schreef stelt stelde voegt vertelt vertelde reageert vindt"
    ),
    "pt": words(
        "disse diz declarou afirmou explicou acrescentou assegurou sublinhou escreveu respondeu garantiu admitiu salientou "
        "referiu alertou comentou defendeu"
    ),
}
PRONOUNS = words("er sie es il elle ils elles él ella ellos ele ela eles lui lei hij zij ze")
AUXILIARIES = words("a ont hat haben ha han heeft")
PARTICLES = words("de del della di da dos das do van von der den la le los las el")
FARTHEST = 10  # words between the verb and the end of the speaker's name


def frames_in(language: str, tokens: Tokens) -> list[Frame]:
    """Return the direct quotations of a sentence whose speaker stands beside them."""
    says = SAYS.get(language, frozenset())
    for place, low in enumerate(tokens.low):
        if low in says:
            frame = _inverted(tokens, place, language) or _before(tokens, place, language)
            if frame:
                return [frame]
    return []


def _inverted(tokens: Tokens, verb: int, language: str) -> Frame | None:
    """«…», declaró la ministra Beatriz Leal."""
    ahead = verb - 1
    while ahead >= 0 and (tokens.text[ahead] in ",—–" or tokens.low[ahead] in AUXILIARIES):
        ahead -= 1
    if ahead < 0 or not tokens.is_quotation(ahead):
        return None
    source = _name(tokens, verb + 1, min(len(tokens), verb + 1 + FARTHEST), language)
    later = tokens.quoted(verb, len(tokens))
    return Frame(source, verb, tuple((place, place + 1) for place in (ahead, *later))) if source else None


def _before(tokens: Tokens, verb: int, language: str) -> Frame | None:
    """Beatriz Leal declaró: «…»"""
    following = verb + 2
    if following >= len(tokens) or tokens.text[verb + 1] not in ":," or not tokens.is_quotation(following):
        return None
    last = verb
    while last > 0 and _passes(tokens.low[last - 1]):
        last -= 1
    first = last
    while first > 0 and (tokens.is_capital(first - 1) or (first < last and tokens.low[first - 1] in PARTICLES)):
        first -= 1
    while first < last and not tokens.is_capital(first):
        first += 1
    if first == last:
        return None
    named = Phrase(max(first, last - 2) if language == "de" else first, last, last)
    return Frame(named, verb, ((following, following + 1),))


def _passes(low: str) -> bool:
    return low in AUXILIARIES or low.endswith("mente")


def _name(tokens: Tokens, first: int, end: int, language: str) -> Phrase | None:
    """Return the words up to the first name, or the pronoun at once; in German, where nouns are capitals, up to two in a row."""
    if first >= end or not tokens.is_word(first):
        return None
    if tokens.low[first] in PRONOUNS:
        return Phrase(first, first + 1, first + 1)
    place = first
    while place < end and not tokens.is_capital(place) and (tokens.is_word(place) or tokens.text[place] == ","):
        place += 1
    last = place
    while last < end and (tokens.is_capital(last) or (last > place and tokens.low[last] in PARTICLES)):
        last += 1
    while last > place and not tokens.is_capital(last - 1):
        last -= 1
    capitals = last - place
    if not capitals or (language == "de" and capitals == 1 and place > first):
        return None
    return Phrase(max(place, last - 2) if language == "de" else first, last, last)
