"""Why a statement was chosen, in the words a reader sees."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Briefing, Concept, Rival, Source, Statement
from . import shown
from .words import count, line

LOST = {
    "says the same": "it says the same as a printed sentence",
    "less of it is new": "less of it was new by then",
    "theme already has its share of words": "its theme had its share of the words by then",
    "source already has its share of words": "its source had its share of the words by then",
    "too long for the words left": "it was too long for the words left",
    "lower gain": "it adds less for its words",
}


def why(briefing: Briefing, sources: Mapping[str, Source], statement: Statement) -> shown.WhyView | None:
    """Return why the statement was chosen, nothing when the briefing does not say."""
    if statement.why is None:
        return None
    labels = {theme.id: line(theme.label) for theme in briefing.coverage.themes}
    covered = statement.why.covered
    return shown.WhyView(
        themes=tuple(
            shown.Fact(
                labels.get(match.id, line(match.id))
                + ("" if number or statement.confidence != "probable" else " (probable)"),
                ", ".join(map(line, match.terms)),
            )
            for number, match in enumerate(statement.themes)
        ),
        concepts=tuple(_concept(sources, concept) for concept in statement.why.concepts),
        covered=f"{covered:.0%} of what it says had been said by sentences chosen before" if covered else "",
        stability=stability(briefing, sources, statement),
        rival=_rival(statement.why.rival),
    )


def _concept(sources: Mapping[str, Source], concept: Concept) -> shown.ConceptView:
    labels = ", ".join(sources[source].label for source in concept.sources)
    alone = len(concept.sources) == 1 == concept.origins
    carried = labels if alone else f"{labels} ({count(concept.origins, 'origin')})"
    return shown.ConceptView(line(concept.words), f"{concept.weight:.0%}", carried)


def _rival(rival: Rival | None) -> shown.RivalView | None:
    if rival is None:
        return None
    return shown.RivalView(rival.id.upper(), line(rival.citation.exact), LOST[rival.lost])


def stability(briefing: Briefing, sources: Mapping[str, Source], statement: Statement) -> str:
    """Say whether the statement stays when one origin is left out."""
    share = statement.stability
    if share is None:
        return "not worked out for this ranker" if briefing.origins > 1 else "there is but one origin"
    if share == 1:
        return "holds without any one source"
    carrying = {part.source for each in briefing.statements for part in each.citations}
    carrying |= {part.source for each in briefing.statements for part in each.also_in if part.carries}
    runs = len({sources[source].origin for source in carrying})
    stays = round(share * runs)
    # The number of choices is bounded: when it does not fit the share, the share is said as it is.
    said = f"{stays} of {count(runs, 'choice')}" if abs(stays / runs - share) < 0.001 else f"{share:.0%} of the choices"
    return f"stays in {said} made without one origin"


def sources_named(briefing: Briefing) -> set[str]:
    """Return the ids of all sources that the reasons and the runners-up name."""
    whys = [statement.why for statement in briefing.statements if statement.why]
    named = {source for each in whys for concept in each.concepts for source in concept.sources}
    named |= {each.rival.citation.source for each in whys if each.rival}
    return named | {runner.citation.source for runner in briefing.runners_up}
