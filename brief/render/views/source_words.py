"""What a page says about its sources beyond their names: counted, neutral, one short line each."""

from __future__ import annotations

from ...language import name
from ...model import Silent, Source
from ..labels import N_, NP_, _, ngettext, pgettext
from ..words import capital, listed, ranges, theme_words
from .index import Index

SHOWN_COPIED = 0.15
"""Share of words from which the page speaks of it: independent reports share up to 13 % in names and set phrases.
briefing.json has every share."""
MOST_SILENT = 12
REASONS = {
    "no sentence to rank": N_("no running text"),
    "says the same": N_("said by %(instead)s"),
    "copy": N_("copy of %(instead)s"),
    "other language": N_("in %(language)s"),
    "not standing alone": N_("no sentence stands alone"),
    "lower gain": N_("others tell more"),
}

LANGUAGES = (
    NP_("language", "English"), NP_("language", "German"), NP_("language", "Spanish"), NP_("language", "French"),
    NP_("language", "Portuguese"), NP_("language", "Italian"), NP_("language", "Dutch"), NP_("language", "Danish"),
    NP_("language", "Swedish"), NP_("language", "Norwegian"), NP_("language", "Finnish"),
    NP_("language", "Hungarian"), NP_("language", "Romanian"), NP_("language", "Russian"),
    NP_("language", "Turkish"), NP_("language", "Chinese"), NP_("language", "Japanese"), NP_("language", "Thai"),
    NP_("language", "Arabic"), NP_("language", "Hebrew"), NP_("language", "Persian"), NP_("language", "Urdu"),
)  # fmt: skip
"""The names that `language.name` returns."""


def alone(index: Index, source: Source) -> str:
    """Return “Not found elsewhere: C4–6, C9. Nothing found here on A3.”, or nothing; of a single source there is nothing to say."""
    coverage, place = index.briefing.coverage, index.order[source.id]
    if len(index.sources) == 1 or len(coverage.alone) <= place or len(coverage.leaves_out) <= place:
        return ""
    only = ranges(one.upper() for one in coverage.alone[place].statements)
    missing = ranges(one.upper() for one in coverage.leaves_out[place])
    parts = (
        _("Not found elsewhere: %(sentences)s.", sentences=", ".join(only)) if only else "",
        _("Nothing found here on %(sentences)s.", sentences=listed(missing)) if missing else "",
    )
    return " ".join(part for part in parts if part)


def notes(index: Index, source: Source) -> str:
    """Return “12 % of its words also stand in A; 3 of 40 sentences …; 4 statements used”, or nothing."""
    found = source.notes
    if found is None:
        return ""
    parts = []
    if found.copied >= SHOWN_COPIED and found.copied_from in index.sources:
        other, share = index.sources[found.copied_from].label, f"{found.copied:.0%}"[:-1]
        parts.append(_("%(share)s %% of its words also stand in %(source)s", share=share, source=other))
    if found.evaluative:
        parts.append(_judging(found.evaluative, found.measured))
    used = ngettext("%(num)s statement used", "%(num)s statements used", found.statements)
    more = ngettext("%(num)s more supported", "%(num)s more supported", found.supports)
    parts.append(f"{used}, {more}" if found.supports else used)
    return capital("; ".join(parts)) + "."


def _judging(number: int, of: int) -> str:
    return ngettext(
        "%(num)s of %(of)s uses words of judgement without saying whose",
        "%(num)s of %(of)s use words of judgement without saying whose",
        number,
        of=ngettext("%(num)s sentence", "%(num)s sentences", of),
    )


def silent(index: Index) -> str:
    """Return “Nothing is quoted from D (copy of C) and E (in Spanish).”, or nothing."""
    found = index.briefing.coverage.silent
    named = [f"{index.sources[one.source].label} ({_reason(index, one)})" for one in found[:MOST_SILENT]]
    if len(found) > MOST_SILENT:
        more = len(found) - MOST_SILENT
        named.append(ngettext("%(num)s more", "%(num)s more", more))
    return _("Nothing is quoted from %(sources)s.", sources=listed(named)) if named else ""


def _reason(index: Index, one: Silent) -> str:
    instead = index.sources[one.instead].label if one.instead in index.sources else _("another")
    language = pgettext("language", name(index.sources[one.source].language))
    return _(REASONS[one.reason], instead=instead, language=language)


def uncovered(index: Index) -> str:
    """Return the themes that no sentence of any source is on: “Health, Sport and Education”."""
    labels = {theme.id: theme_words(index.briefing, theme.label) for theme in index.briefing.coverage.themes}
    return listed(labels[gap] for gap in index.briefing.coverage.gaps if gap in labels)
