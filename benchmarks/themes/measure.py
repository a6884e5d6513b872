"""Precision and recall of theme sets on labelled texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brief import themes

from .data import Document
from .tasks import Task

HALF = 0.5


@dataclass(frozen=True)
class Row:
    """One line of a table: a label or theme."""

    name: str
    labelled: int
    given: int
    right: int
    """Of those given."""
    found: int
    """Of those labelled."""

    @property
    def precision(self) -> float:
        """0 to 1; 0 when nothing was given."""
        return self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        """0 to 1; 0 when nothing is labelled."""
        return self.found / max(1, self.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass(frozen=True)
class Outcome:
    """A table and what stands below it."""

    rows: list[Row]
    texts: int
    decided: int
    """Texts with a main theme."""
    right: int
    """Of those decided."""
    at_half: float
    """Precision on the half of the texts whose main theme leads most."""
    coverage: float
    """The greatest share of the texts, those that lead most first, with a precision of .90 or more."""


def sums(document: Document, theme_set: themes.ThemeSet, wanted: Sequence[str]) -> dict[str, float]:
    """Add up the scores of each theme over the sentences of a text."""
    total: dict[str, float] = {}
    for matches in themes.match(document.sentences, ["en"] * len(document.sentences), theme_set):
        for match in matches:
            if match.id in wanted:
                total[match.id] = total.get(match.id, 0.0) + match.score
    return total


def decide(document: Document, theme_set: themes.ThemeSet, task: Task) -> tuple[str, float, set[str]]:
    """Return the main theme ("" when there is none), its lead over themes of other labels, and all themes."""
    total = sums(document, theme_set, tuple(task.answers))
    if not total:
        return "", 0.0, set()
    best = max(total, key=lambda theme: total[theme])
    others = [score for theme, score in total.items() if task.answers[theme] != task.answers[best]]
    return best, total[best] - max(others, default=0.0), set(total)


def sections(documents: Sequence[Document], task: Task) -> Outcome:
    """Measure a collection in which every text has one label."""
    theme_set, decisions = themes.load(task.theme_set), []
    labelled, given, right = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        (gold,) = document.labels
        best, lead, _ = decide(document, theme_set, task)
        answer = task.answers[best][0] if best else ""
        labelled[gold] += 1
        given[answer] += 1
        right[answer] += answer == gold
        decisions.append((lead, answer == gold))
    rows = [Row(label, labelled[label], given[label], right[label], right[label]) for label in task.labels]
    return _outcome(rows, decisions, len(documents) - given[""])


def main_themes(documents: Sequence[Document], task: Task) -> Outcome:
    """Measure main themes on texts with one label or more. Texts with none that a theme answers to are left out."""
    theme_set, decisions, decided = themes.load(task.theme_set), [], 0
    labelled, given, right, found = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        due = {theme for theme, labels in task.answers.items() if document.labels.intersection(labels)}
        if not due:
            continue
        best, lead, got = decide(document, theme_set, task)
        labelled.update(due)
        found.update(due & got)
        decisions.append((lead, best in due))
        if best:
            decided += 1
            given[best] += 1
            right[best] += best in due
    rows = [Row(theme, labelled[theme], given[theme], right[theme], found[theme]) for theme in task.answers]
    return _outcome(rows, decisions, decided)


def _outcome(rows: list[Row], decisions: list[tuple[float, bool]], decided: int) -> Outcome:
    ordered = [right for _, right in sorted(decisions, key=lambda one: -one[0])]
    half = ordered[: int(HALF * len(ordered))]
    covered, right = 0, 0
    for number, one in enumerate(ordered, 1):
        right += one
        covered = number if right >= 0.9 * number else covered
    return Outcome(
        rows=rows,
        texts=len(decisions),
        decided=decided,
        right=sum(ordered),
        at_half=sum(half) / max(1, len(half)),
        coverage=covered / max(1, len(ordered)),
    )
