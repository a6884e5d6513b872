"""How a part of the previous briefing is told without it: its words, and its source by title, date and digest."""

from __future__ import annotations

from ..model import Briefing, Citation, Earlier, EarlierFigure, Figure, Place, Source, Statement


def source_of(briefing: Briefing, statement: Statement) -> Source:
    """Return the source a statement is quoted from."""
    return briefing.source(statement.citations[0].source)


def earlier(old: Briefing, statement: Statement) -> Earlier:
    """Return a statement of the previous briefing with its place."""
    return Earlier(statement.text, _place(old, statement.id, statement.citations[0]))


def earlier_figure(old: Briefing, figure: Figure) -> EarlierFigure:
    """Return a figure of the previous briefing with its place."""
    return EarlierFigure(figure.text, figure.value, figure.qualifier, _place(old, figure.sentence, figure.citation))


def _place(old: Briefing, sentence: str, citation: Citation) -> Place:
    source = old.source(citation.source)
    return Place(
        id=sentence,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        text_digest=source.text_digest,
        start=citation.start,
        end=citation.end,
        exact=citation.exact,
    )
