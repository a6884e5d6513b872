"""Names of organisations, which say who speaks and not what about: *Lawyers for Civil Rights*.

Names of public bodies do tell the theme (*Supreme Court*, *Ministry of Foreign Affairs*, *Justice Department*), so only
the names that advocates, scholars, parties and newspapers give themselves are masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

JOINERS = frozenset(
    "of for and the on in without against de des del la las los du da do dos das e y et para pour por".split()
)
"""Small words inside a name."""
FOR = frozenset(["for", "without", "against"])
"""After a capitalised word and before a capitalised term these make a name: *Doctors Without Borders*."""
MARKS = frozenset(
    """institute foundation coalition alliance network watch university college school project initiative observatory
    studies party magazine journal review times instituto fundación fundação fondation institut universidad universidade
    université observatorio observatório observatoire partido parti""".split()
)
"""A capitalised run with such a word is a private name. Not *center*, *council*, *association*, *group*, *league*: prisons,
public bodies and sport carry them too."""
PUBLIC = frozenset(
    """court courts tribunal ministry minister department secretary commissioner commission office agency bureau committee
    council parliament congress senate act convention covenant treaty declaration rapporteur prosecutor attorney
    corte tribunal ministerio ministério ministère comisión comissão commission""".split()
)
"""With one of these it is a public body or a law, and tells the theme."""
END = frozenset(".!?…")
CAPITALISED_SHARE = 0.7
"""Of the words with four or more letters: a headline in title case or in capitals has over .9, a sentence with two long
names under .6. In headlines capitals mark no names."""


def in_name(tokens: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the term in `tokens[start:end]` is only part of an organisation's name.

    A term that holds the marking word itself is none: who writes “Centers for Disease Control” as a term means it.
    """
    left = _run(tokens[start - 1 :: -1] if start else ())
    right = _run(tokens[end:])
    around = {token.lower() for token in (*left, *right)}
    if not around or around & PUBLIC or any(token.lower() in PUBLIC for token in tokens[start:end]):
        return False
    joined = len(left) > 1 and any(token in FOR for token in left)
    return (joined or bool(around & MARKS)) and not is_headline(tokens)


def _run(tokens: Sequence[str]) -> list[str]:
    """Return the capitalised words and the joiners between them, up to the first other token."""
    run = list(takewhile(lambda token: token[0].isupper() or token in JOINERS, tokens))
    while run and run[-1] in JOINERS:
        run.pop()
    return run


def is_headline(tokens: Sequence[str]) -> bool:
    """Tell whether it ends without a full stop and so many words are capitalised that capitals say nothing."""
    long = _long(tokens)
    return tokens[-1] not in END and sum(token[0].isupper() for token in long) > CAPITALISED_SHARE * len(long)


def in_capitals(tokens: Sequence[str]) -> bool:
    """Tell whether the sentence is written in capitals, so that “WHO” may be a question."""
    long = _long(tokens)
    return sum(token.isupper() for token in long) > CAPITALISED_SHARE * len(long)


def _long(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if len(token) > 3 and token[0].isalpha()]
