"""The tables in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .own_score import OwnRow
from .run import Row
from .stats import Estimate, estimate, mean
from .systems import FLAT

Value = Callable[[Row], float | None]
VALUES: dict[str, Value] = {
    "R-1": lambda row: row.rouge["1"],
    "R-2": lambda row: row.rouge["2"],
    "R-SU4": lambda row: row.rouge["SU4"],
    "facts": lambda row: None if row.facts is None else 100 * row.facts,
}


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are numbers."""
    rows = [list(head), ["---", *["---:"] * (len(head) - 1)], *map(list, lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def by_system(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows of each system, best ROUGE-2 first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.system, []).append(row)
    return dict(sorted(found.items(), key=lambda item: -mean(values(item[1], "R-2"))))


def values(rows: Sequence[Row], name: str) -> list[float]:
    """Return one value a cluster, without the clusters that have none."""
    return [value for value in map(VALUES[name], rows) if value is not None]


def halves(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of every second cluster (to develop on), and those between (held out)."""
    topics = sorted({row.cluster for row in rows})
    dev = set(topics[::2])
    return [row for row in rows if row.cluster in dev], [row for row in rows if row.cluster not in dev]


def scores(rows: Sequence[Row]) -> str:
    """Return the main table: all clusters, with intervals."""
    head = ["System", *VALUES, "not alone %", "repeats", "words", "ms"]
    return table(head, ([name, *_cells(own)] for name, own in by_system(rows).items()))


def _cells(rows: Sequence[Row]) -> list[str]:
    alone = 100 * sum(row.dependent for row in rows) / max(1, sum(row.sentences for row in rows))
    times = [row.milliseconds for row in rows if row.milliseconds is not None]
    return [
        *(str(estimate(values(rows, name))) for name in VALUES),
        f"{alone:.0f}",
        f"{mean([row.repeats for row in rows]):.2f}",
        f"{mean([row.words for row in rows]):.0f}",
        f"{mean(times):.0f}" if times else "",
    ]


def half_scores(rows: Sequence[Row]) -> str:
    """Return the table of the two halves."""
    shown = ("R-1", "R-2", "facts")
    head = ["System", *(f"dev {name}" for name in shown), *(f"held {name}" for name in shown)]
    lines = (
        [name, *(f"{mean(values(half, value)):.2f}" for half in halves(own) for value in shown)]
        for name, own in by_system(rows).items()
    )
    return table(head, lines)


def differences(rows: Sequence[Row], base: str = FLAT) -> str:
    """Return the table of paired differences: the default minus the other, cluster by cluster."""
    systems = by_system(rows)
    if base not in systems:
        return ""
    ours = systems.pop(base)
    shown = ("R-1", "R-2", "facts")
    lines = ([name, *(_marked(paired(ours, own, value)) for value in shown)] for name, own in systems.items())
    return table([f"{base} minus", *shown], lines)


def paired(ours: Sequence[Row], theirs: Sequence[Row], name: str) -> Estimate:
    """Return the mean difference over the clusters that both have."""
    other = {row.cluster: VALUES[name](row) for row in theirs}
    pairs = ((VALUES[name](row), other.get(row.cluster)) for row in ours)
    return estimate([first - second for first, second in pairs if first is not None and second is not None])


def _marked(difference: Estimate) -> str:
    """Return the difference, bold when the interval leaves zero out."""
    sure = difference.low > 0 or difference.high < 0
    text = f"{difference.mean:+.2f} [{difference.low:+.2f}, {difference.high:+.2f}]"
    return f"**{text}**" if sure else text


def own_scores(rows: Sequence[OwnRow]) -> str:
    """Return the table of the project's own clusters."""
    systems: dict[str, list[OwnRow]] = {}
    for row in rows:
        systems.setdefault(row.system, []).append(row)
    checks = ["forbidden", "misleading", "same twice"]
    head = ["System", "facts %", "one origin", "several", *checks, "largest %", "puff %", "not alone %", "words", "ms"]
    ranked = sorted(systems.items(), key=lambda item: -mean([row.facts for row in item[1]]))
    return table(head, ([name, *_own_cells(own)] for name, own in ranked))


def _own_cells(rows: Sequence[OwnRow]) -> list[str]:
    facts = estimate([100 * row.facts for row in rows])
    puff = [100 * row.puff for row in rows if row.puff is not None]
    return [
        f"{facts.mean:.1f} [{facts.low:.1f}, {facts.high:.1f}]",
        f"{mean([100 * row.single for row in rows if row.single is not None]):.0f}",
        f"{mean([100 * row.shared for row in rows if row.shared is not None]):.0f}",
        *(str(sum(found)) for found in zip(*((row.forbidden, row.misleading, row.same) for row in rows), strict=True)),
        f"{mean([100 * row.largest for row in rows]):.0f}",
        f"{mean(puff):.0f}",
        f"{mean([100 * row.dependent for row in rows]):.0f}",
        f"{mean([row.words for row in rows]):.0f}",
        f"{mean([row.milliseconds for row in rows]):.0f}",
    ]


def own_clusters(rows: Sequence[OwnRow]) -> str:
    """Return one system's table, a line for each cluster, with the facts it missed."""
    head = ["Cluster", "facts %", "forbidden", "misleading", "same twice", "largest %", "puff %", "missed"]
    lines = (
        [
            row.cluster,
            f"{100 * row.facts:.0f}",
            str(row.forbidden),
            str(row.misleading),
            str(row.same),
            f"{100 * row.largest:.0f}",
            "" if row.puff is None else f"{100 * row.puff:.0f}",
            ", ".join(row.missed),
        ]
        for row in rows
    )
    return table(head, lines)
