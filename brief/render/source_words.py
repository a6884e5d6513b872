"""What a page says about its sources beyond their names: counted, neutral, one short line each."""

from __future__ import annotations

from ..language import name
from ..model import Silent, Source
from .index import Index
from .words import count, line, listed, ranges

SHOWN_COPIED = 0.15
"""Share of words from which the page speaks of it: independent reports share up to 13 % in names and set phrases.
briefing.json has every share."""
MOST_SILENT = 12
REASONS = {
    "no sentence to rank": "no running text",
    "says the same": "said by {instead}",
    "copy": "copy of {instead}",
    "other language": "in {language}",
    "not standing alone": "no sentence stands alone",
    "lower gain": "others tell more",
}


def alone(index: Index, source: Source) -> str:
    """Return “Not found elsewhere: C4–6, C9. Nothing found here on A3.”, or nothing; of a single source there is nothing to say."""
    coverage, place = index.briefing.coverage, index.order[source.id]
    if len(index.sources) == 1 or len(coverage.alone) <= place or len(coverage.leaves_out) <= place:
        return ""
    only = ranges(one.upper() for one in coverage.alone[place].statements)
    missing = ranges(one.upper() for one in coverage.leaves_out[place])
    parts = (
        f"Not found elsewhere: {', '.join(only)}." if only else "",
        f"Nothing found here on {listed(missing)}." if missing else "",
    )
    return " ".join(part for part in parts if part)


def notes(index: Index, source: Source) -> str:
    """Return “12 % of its words also stand in A; 3 of 40 sentences …; 4 statements used”, or nothing."""
    found = source.notes
    if found is None:
        return ""
    parts = []
    if found.copied >= SHOWN_COPIED and found.copied_from in index.sources:
        parts.append(
            f"{found.copied:.0%} of its words also stand in {index.sources[found.copied_from].label}".replace("%", " %")
        )
    if found.evaluative:
        verb = "uses" if found.evaluative == 1 else "use"
        of = f"{found.evaluative:,} of {count(found.measured, 'sentence')}"
        parts.append(f"{of} {verb} words of judgement without saying whose")
    parts.append(
        f"{count(found.statements, 'statement')} used"
        + (f", {found.supports:,} more supported" if found.supports else "")
    )
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


def silent(index: Index) -> str:
    """Return “Nothing is quoted from D (copy of C) and E (in Spanish).”, or nothing."""
    found = index.briefing.coverage.silent
    named = [f"{index.sources[one.source].label} ({_reason(index, one)})" for one in found[:MOST_SILENT]]
    if len(found) > MOST_SILENT:
        named.append(f"{len(found) - MOST_SILENT:,} more")
    return f"Nothing is quoted from {listed(named)}." if named else ""


def _reason(index: Index, one: Silent) -> str:
    instead = index.sources[one.instead].label if one.instead in index.sources else "another"
    return REASONS[one.reason].format(instead=instead, language=name(index.sources[one.source].language))


def uncovered(index: Index) -> str:
    """Return the themes that no sentence of any source is on: “Health, Sport and Education”."""
    labels = {theme.id: line(theme.label) for theme in index.briefing.coverage.themes}
    return listed(labels[gap] for gap in index.briefing.coverage.gaps if gap in labels)
