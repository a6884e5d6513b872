"""Rankers: from the sentences of all articles together to what each is worth."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import OptionError
from .centrality import lexrank
from .corpus import Corpus, Ranking, make_corpus
from .coverage import coverage
from .position import lead
from .sumy_rankers import SUMY_RANKERS

Ranker = Callable[[Corpus], Ranking]

RANKERS: dict[str, Ranker] = {"coverage": coverage, "lexrank": lexrank, "lead": lead, **SUMY_RANKERS}


def ranker(name: str) -> Ranker:
    """Return the ranker of this name.

    Raises:
        OptionError: there is none.
    """
    try:
        return RANKERS[name]
    except KeyError:
        raise OptionError(f"no ranker is called “{name}”", f"give one of {', '.join(RANKERS)}") from None


__all__ = ["RANKERS", "SUMY_RANKERS", "Corpus", "Ranker", "Ranking", "make_corpus", "ranker"]
