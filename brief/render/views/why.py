"""Why a statement was chosen, in the words a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import Briefing, Concept, Rival, Source, Statement
from ..labels import N_, _, figure, ngettext, percent
from ..words import line, theme_words
from . import shown

LOST = {
    "says the same": N_("it says the same as a printed sentence"),
    "less of it is new": N_("less of it was new by then"),
    "theme already has its share of words": N_("its theme had its share of the words by then"),
    "source already has its share of words": N_("its source had its share of the words by then"),
    "too long for the words left": N_("it was too long for the words left"),
    "lower gain": N_("it adds less for its words"),
}


def why(briefing: Briefing, sources: Mapping[str, Source], statement: Statement) -> shown.WhyView | None:
    """Return why the statement was chosen, nothing when the briefing does not say."""
    if statement.why is None:
        return None
    labels = {theme.id: theme_words(briefing, theme.label) for theme in briefing.coverage.themes}
    covered = statement.why.covered
    return shown.WhyView(
        themes=tuple(
            shown.Fact(
                labels.get(match.id, line(match.id))
                + ("" if number or statement.confidence != "probable" else _(" (probable)")),
                ", ".join(map(line, match.terms)),
            )
            for number, match in enumerate(statement.themes)
        ),
        concepts=tuple(_concept(sources, concept) for concept in statement.why.concepts),
        covered=_("%(share)s of what it says had been said by sentences chosen before", share=percent(covered))
        if covered
        else "",
        stability=stability(briefing, sources, statement),
        rival=_rival(statement.why.rival),
    )


def _concept(sources: Mapping[str, Source], concept: Concept) -> shown.ConceptView:
    labels = _runs(sources, concept.sources)
    alone = len(concept.sources) == 1 == concept.origins
    carried = labels if alone else f"{labels} ({ngettext('%(num)s origin', '%(num)s origins', concept.origins)})"
    return shown.ConceptView(line(concept.words), percent(concept.weight), carried)


def _runs(sources: Mapping[str, Source], ids: Iterable[str]) -> str:
    """Return the labels of sources with three and more neighbours joined: “A–D, F, G”."""
    places = {source: place for place, source in enumerate(sources)}
    labels = [source.label for source in sources.values()]
    runs: list[list[str]] = []
    last = -2
    for place in sorted(places[source] for source in ids):
        if place > last + 1:
            runs.append([])
        runs[-1].append(labels[place])
        last = place
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _rival(rival: Rival | None) -> shown.RivalView | None:
    if rival is None:
        return None
    return shown.RivalView(rival.id.upper(), line(rival.citation.exact), _(LOST[rival.lost]))


def stability(briefing: Briefing, sources: Mapping[str, Source], statement: Statement) -> str:
    """Say whether the statement stays when one origin is left out."""
    share = statement.stability
    if share is None:
        return _("not worked out for this ranker") if briefing.origins > 1 else _("there is but one origin")
    if share == 1:
        return _("holds without any one source")
    carrying = {part.source for each in briefing.statements for part in each.citations}
    carrying |= {part.source for each in briefing.statements for part in each.also_in if part.carries}
    runs = len({sources[source].origin for source in carrying})
    stays = round(share * runs)
    # The number of choices is bounded: when it does not fit the share, the share is said as it is.
    if abs(stays / runs - share) >= 0.001:
        return _("stays in %(share)s of the choices made without one origin", share=percent(share))
    return ngettext(
        "stays in %(stays)s of %(num)s choice made without one origin",
        "stays in %(stays)s of %(num)s choices made without one origin",
        runs,
        stays=figure(stays),
    )


def sources_named(briefing: Briefing) -> set[str]:
    """Return the ids of all sources that the reasons and the runners-up name."""
    whys = [statement.why for statement in briefing.statements if statement.why]
    named = {source for each in whys for concept in each.concepts for source in concept.sources}
    named |= {each.rival.citation.source for each in whys if each.rival}
    return named | {runner.citation.source for runner in briefing.runners_up}
