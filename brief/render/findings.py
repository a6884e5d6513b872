"""What the sources say together, as a template shows it: differences, figures, speakers, timeline.

A page shows the first of each list; what it leaves to briefing.json is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Citation, Difference, Event, Figure, Quote
from . import found
from .chip import Chip
from .index import Index, source_anchor, statement_anchor
from .words import MONTHS, count, human_date, line

MOST_DIFFERENCES = 8
MOST_FIGURES = 12
MOST_SPEAKERS = 10
MOST_QUOTES = 2
"""Of one speaker: the index says who speaks, the sources what else."""
MOST_EVENTS = 14
KINDS = {
    "differ": "Reports differ",
    "update": "Updated by the same origin",
    "denial": "Claimed and denied",
}


def findings(index: Index) -> found.FindingsView:
    """Return the findings of a briefing as they are shown."""
    all_of_it = index.briefing.findings
    events = _chosen_events(index, all_of_it.timeline)
    speakers, speakers_more = _speakers(index, all_of_it.quotes)
    return found.FindingsView(
        differences=tuple(_difference(index, each) for each in all_of_it.differences[:MOST_DIFFERENCES]),
        differences_more=_more(len(all_of_it.differences) - MOST_DIFFERENCES, "difference"),
        figures=tuple(_figure(index, each) for each in all_of_it.figures[:MOST_FIGURES]),
        figures_more=_more(len(all_of_it.figures) - MOST_FIGURES, "figure"),
        speakers=speakers,
        speakers_more=speakers_more,
        timeline=tuple(_event(index, each) for each in events),
        timeline_more=_events_more(len(all_of_it.timeline) - len(events), all_of_it.undated),
    )


def cited_by(index: Index) -> Iterable[Citation]:
    """Yield every citation of the findings, so that ids can be checked."""
    all_of_it = index.briefing.findings
    for quote in all_of_it.quotes:
        yield quote.citation
    for figure in all_of_it.figures:
        yield figure.citation
    for difference in all_of_it.differences:
        yield from (side.citation for side in difference.sides)
    for event in all_of_it.timeline:
        yield event.citation


def _more(number: int, one: str) -> str:
    return f"{count(number, 'more ' + one)} in briefing.json" if number > 0 else ""


def _events_more(number: int, undated: int) -> str:
    parts = [_more(number, "dated event")] if number > 0 else []
    if undated:
        parts.append(f"{count(undated, 'mention')} of time could not be put to a date")
    return "; ".join(parts)


def _chip(index: Index, citation: Citation, sentence: str) -> Chip:
    """Return a chip that leads to the statement where the sentence is printed, else to its source."""
    source = index.sources[citation.source]
    target = statement_anchor(sentence) if sentence in index.statements else source_anchor(source)
    return Chip(sentence.upper(), source.label, index.colour(source.id), target, False)


def _lang(index: Index, citation: Citation) -> str:
    return index.lang(index.sources[citation.source])


def _difference(index: Index, difference: Difference) -> found.DifferenceView:
    sides = []
    for side in difference.sides:
        sentence, marked = line(side.citation.exact), line(side.text)
        before, middle, after = sentence.partition(marked)
        source = index.sources[side.citation.source]
        chip = _chip(index, side.citation, side.sentence)
        sides.append(
            found.SideView(before, middle, after, chip, human_date(source.published), _lang(index, side.citation))
        )
    return found.DifferenceView(KINDS[difference.kind], line(difference.about), tuple(sides))


def _figure(index: Index, figure: Figure) -> found.FigureView:
    said = f"as of {human_date(figure.as_of)}" if figure.as_of else ""
    return found.FigureView(
        text=" ".join(filter(None, (line(figure.qualifier), line(figure.text)))),
        counted=" ".join(filter(None, (line(figure.unit), line(figure.counted)))),
        note=" · ".join(filter(None, (said, line(figure.said_by)))),
        chips=(_chip(index, figure.citation, figure.sentence),),
    )


def _speakers(index: Index, quotes: Sequence[Quote]) -> tuple[tuple[found.SpeakerView, ...], str]:
    """Group what resolved speakers say; those with most quotations first, of equals the first in the sources."""
    by_name: dict[str, list[Quote]] = {}
    for quote in quotes:
        if quote.resolved:
            by_name.setdefault(quote.speaker, []).append(quote)
    names = sorted(by_name, key=lambda name: -len(by_name[name]))
    shown = tuple(_speaker(index, name, by_name[name]) for name in names[:MOST_SPEAKERS])
    unresolved = sum(not quote.resolved for quote in quotes)
    parts = [_more(len(names) - MOST_SPEAKERS, "speaker")] if len(names) > MOST_SPEAKERS else []
    if unresolved:
        parts.append(f"{count(unresolved, 'quotation')} whose speaker is not named for certain")
    return shown, "; ".join(parts)


def _speaker(index: Index, name: str, quotes: Sequence[Quote]) -> found.SpeakerView:
    direct_first = sorted(quotes, key=lambda quote: ("direct", "mixed", "indirect").index(quote.kind))
    return found.SpeakerView(
        name=line(name),
        role=next((line(quote.role) for quote in quotes if quote.role), ""),
        amount=count(len(quotes), "quotation"),
        quotations=tuple(
            found.QuotationView(
                line(quote.citation.exact),
                quote.kind == "direct",
                _chip(index, quote.citation, quote.sentence),
                _lang(index, quote.citation),
            )
            for quote in direct_first[:MOST_QUOTES]
        ),
    )


def _chosen_events(index: Index, events: Sequence[Event]) -> list[Event]:
    """Return the events the page has room for, in the order of their dates; those whose sentence is printed first."""
    if len(events) <= MOST_EVENTS:
        return list(events)
    by_weight = sorted(range(len(events)), key=lambda number: events[number].sentence not in index.statements)
    return [events[number] for number in sorted(by_weight[:MOST_EVENTS])]


def _event(index: Index, event: Event) -> found.EventView:
    date = event_date(event)
    chip = _chip(index, event.citation, event.sentence)
    return found.EventView(date, line(event.text), line(event.citation.exact), chip, _lang(index, event.citation))


def event_date(event: Event) -> str:
    """Return “14 April 2025”, “3 to 5 March 2026”, “April 2025”, “2025, third quarter” or “2025”."""
    if event.precision in ("day", "week"):
        return f"{human_date(event.date)} to {human_date(event.end)}" if event.end else human_date(event.date)
    year, _, month = event.date[:7].partition("-")
    if event.precision == "year" or not month:
        return f"{year} to {event.end}" if event.end else year
    if event.precision == "quarter":
        return f"{year}, {('first', 'second', 'third', 'fourth')[(int(month) - 1) // 3]} quarter"
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{named} to {MONTHS[int(event.end[5:7]) - 1]} {event.end[:4]}" if event.end and event.end[5:7] else named
