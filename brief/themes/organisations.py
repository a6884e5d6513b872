"""Names of organisations, which say who speaks and not what about: *Lawyers for Civil Rights*.

Names of public bodies do tell the theme (*Supreme Court*, *Ministry of Foreign Affairs*, *Justice Department*), so only
the names that advocates, scholars and newspapers give themselves are masked. On 44,452 sentences of BBC News and 15,200
titles and teasers of AG News 343 hits are masked; of 60 drawn at random 54 rightly so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

JOINERS = frozenset(
    "of for and the on in without against de des del la las los du da do dos das e y et para pour por".split()
)
"""Small words inside a name."""
MARKS = frozenset(
    """institute foundation coalition alliance network watch university college school project initiative observatory
    studies magazine journal review times instituto fundación fundação fondation institut universidad universidade
    université observatorio observatório observatoire""".split()
)
"""A capitalised run with such a word is a private name. Not *center*, *council*, *association*, *group*, *league*, *party*:
prisons, public bodies, sport and politics carry them too."""
FOR = frozenset(["for", "without", "against"])
NAMED = frozenset(
    """rights freedom freedoms justice liberty liberties democracy equality peace law reform change progress accountability
    transparency action borders center centre campaign association society organisation organization fund group citizens
    students consumers mothers americans""".split()
)
"""A capitalised run that is joined by “for” and holds one of these is a name: *Lawyers for Civil Rights*, *Doctors Without
Borders*. *Lawyers for Abrego Garcia* are lawyers."""
PUBLIC = frozenset(
    """court courts tribunal ministry minister department secretary commissioner commission office agency bureau committee
    council parliament congress senate act convention covenant treaty declaration rapporteur prosecutor attorney board
    corte ministerio ministério ministère comisión comissão""".split()
)
"""With one of these it is a public body or a law, and tells the theme."""
NAME_REACH, HEADLINE_WORDS = 12, 40
"""No name or headline is longer; without a limit a page of capitalised words would cost the square of its length."""
END = frozenset(".!?…")
CAPITALISED_SHARE = 0.7
"""Of the words with four or more letters. On AG News 99 % of sentences are below .67, headlines in title case at 1."""


def in_name(tokens: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the term in `tokens[start:end]` is only part of an organisation's name.

    A term that holds the marking word itself is none: who writes “Centers for Disease Control” as a term means it.
    """
    left = _run(tokens[max(0, start - NAME_REACH) : start][::-1])[::-1]
    right = _run(tokens[end : end + NAME_REACH])
    if not left and not right:
        return False
    around = {token.lower() for token in (*left, *right)}
    name = around.union(token.lower() for token in tokens[start:end])
    joined = not FOR.isdisjoint(token.lower() for token in (*left[1:], *right))
    private = around & MARKS or (joined and name & NAMED)
    return bool(private) and not name & PUBLIC and not is_headline(tokens)


def _run(tokens: Sequence[str]) -> list[str]:
    """Return the capitalised words and the joiners between them, up to the first other token."""
    run = list(takewhile(lambda token: token[0].isupper() or token in JOINERS, tokens))
    while run and run[-1] in JOINERS:
        run.pop()
    return run


def is_headline(tokens: Sequence[str]) -> bool:
    """Tell whether it ends without a full stop and so many words are capitalised that capitals say nothing."""
    if len(tokens) > HEADLINE_WORDS or tokens[-1] in END:
        return False
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    return sum(token[0].isupper() for token in long) > CAPITALISED_SHARE * len(long)


def in_capitals(tokens: Sequence[str]) -> bool:
    """Tell whether the sentence is written in capitals, so that “WHO” may be a question."""
    letters = [token for token in tokens[:HEADLINE_WORDS] if token[0].isalpha()]
    return sum(token.isupper() for token in letters) > CAPITALISED_SHARE * len(letters)
