"""What the sources say together, as a template shows it: differences, figures, speakers, timeline.

A page shows the first of each list; what it leaves to briefing.json is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Citation, Difference, Event, Figure, Quote, Side, Speaker, speakers
from ...quoting import printed
from ..labels import N_, _, ngettext, some
from ..words import human_date, line, month
from . import found
from .chip import Chip
from .index import Index, source_anchor, statement_anchor

MOST_DIFFERENCES = 8
MOST_FIGURES = 12
FEWEST_COUNTED = 4
"""“Two leaders”, “three reasons” tell things apart: they are figures, but none for the first table."""
MOST_SPEAKERS = 10
MOST_QUOTES = 2
"""Of one speaker: the index says who speaks, the sources what else."""
MOST_DATES = 12
KINDS = {
    "differ": N_("Reports differ"),
    "update": N_("Updated by the same origin"),
    "denial": N_("Claimed and denied"),
}

QUARTERS = (
    N_("%(year)s, first quarter"),
    N_("%(year)s, second quarter"),
    N_("%(year)s, third quarter"),
    N_("%(year)s, fourth quarter"),
)


def findings(index: Index) -> found.FindingsView:
    """Return the findings of a briefing as they are shown."""
    all_of_it = index.briefing.findings
    people = speakers(all_of_it.quotes)
    dates = _dates(index, all_of_it.timeline)
    telling = [figure for figure in all_of_it.figures if figure.unit or figure.value >= FEWEST_COUNTED][:MOST_FIGURES]
    return found.FindingsView(
        differences=tuple(_difference(index, each) for each in all_of_it.differences[:MOST_DIFFERENCES]),
        differences_more=more_differences(len(all_of_it.differences) - MOST_DIFFERENCES),
        figures=tuple(_figure(index, each) for each in telling),
        figures_more=_figures_more(len(all_of_it.figures) - len(telling)) if telling else "",
        speakers=tuple(_speaker(index, each) for each in people[:MOST_SPEAKERS]),
        speakers_more=_speakers_more(len(people) - MOST_SPEAKERS, all_of_it.quotes),
        timeline=tuple(_event(index, own) for own in dates),
        timeline_more=_events_more(len(all_of_it.timeline) - sum(map(len, dates)), all_of_it.undated),
    )


def more_differences(number: int, file: str = "briefing.json") -> str:
    """Return “2 more differences in briefing.json”, nothing when there are none."""
    return some("%(num)s more difference in %(file)s", "%(num)s more differences in %(file)s", number, file=file)


def _figures_more(number: int) -> str:
    return some("%(num)s more figure in briefing.json", "%(num)s more figures in briefing.json", number)


def _speakers_more(number: int, quotes: Sequence[Quote]) -> str:
    unnamed = some(
        "%(num)s quotation whose speaker is not named for certain",
        "%(num)s quotations whose speaker is not named for certain",
        sum(not quote.resolved for quote in quotes),
    )
    more = some("%(num)s more speaker in briefing.json", "%(num)s more speakers in briefing.json", number)
    return "; ".join(filter(None, (more, unnamed)))


def _events_more(number: int, undated: int) -> str:
    unplaced = some(
        "%(num)s mention of time could not be put to a date",
        "%(num)s mentions of time could not be put to a date",
        undated,
    )
    more = some("%(num)s more dated event in briefing.json", "%(num)s more dated events in briefing.json", number)
    return "; ".join(filter(None, (more, unplaced)))


def _words(index: Index, citation: Citation) -> str:
    """Return the cited words as they are printed."""
    return line(printed(citation.exact, index.sources[citation.source].media_type))


def _chip(index: Index, citation: Citation, sentence: str) -> Chip:
    """Return a chip that leads to the statement where the sentence is printed, else to its source."""
    source = index.sources[citation.source]
    target = statement_anchor(sentence) if sentence in index.statements else source_anchor(source)
    return Chip(sentence.upper(), source.label, index.colour(source.id), target, False)


def _chips(index: Index, one: Figure | Side) -> tuple[Chip, ...]:
    """Return the chip of a finding, and one for each other source that has it too."""
    others = {also.source: also for also in one.also_in if also.source != one.citation.source}
    more = (index.chip(also.source, index.label_at(also.source, also.start)) for also in others.values())
    return (_chip(index, one.citation, one.sentence), *more)


def _lang(index: Index, citation: Citation) -> str:
    return index.lang(index.sources[citation.source])


def _difference(index: Index, difference: Difference) -> found.DifferenceView:
    denial = difference.kind == "denial"
    # The claim stands right below, and the whole of it: named and marked again it would be said three times.
    sides = tuple(
        _side(index, side, "" if denial and not place else line(side.text))
        for place, side in enumerate(difference.sides)
    )
    about = "" if denial else line(difference.about)
    return found.DifferenceView(difference.kind, _(KINDS[difference.kind]), about, sides)


def _side(index: Index, side: Side, marked: str) -> found.SideView:
    before, middle, after = (
        _words(index, side.citation).partition(marked) if marked else (_words(index, side.citation), "", "")
    )
    date = human_date(side.published)
    return found.SideView(before, middle, after, _chips(index, side), date, _lang(index, side.citation))


def _figure(index: Index, figure: Figure) -> found.FigureView:
    dated = _("as of %(date)s", date=human_date(figure.as_of)) if figure.as_of else ""
    text = " ".join(filter(None, (line(figure.qualifier), line(figure.text))))
    unit = line(figure.unit)
    return found.FigureView(
        text=text,
        counted=" ".join(filter(None, ("" if unit in text or unit == "share" else unit, line(figure.counted)))),
        note=" · ".join(filter(None, (dated, line(figure.said_by)))),
        chips=_chips(index, figure),
    )


def _speaker(index: Index, speaker: Speaker) -> found.SpeakerView:
    direct_first = sorted(speaker.quotes, key=lambda quote: ("direct", "mixed", "indirect").index(quote.kind))
    return found.SpeakerView(
        name=line(speaker.name),
        role=line(speaker.role),
        amount=ngettext("%(num)s quotation", "%(num)s quotations", len(speaker.quotes)),
        quotations=tuple(_quotation(index, quote) for quote in direct_first[:MOST_QUOTES]),
    )


def _quotation(index: Index, quote: Quote) -> found.QuotationView:
    """Return the words; where “she said” stood between two pieces, an ellipsis in brackets does."""
    pieces = (_words(index, citation) for citation in (quote.citation, *quote.continued))
    return found.QuotationView(
        " […] ".join(pieces), _chip(index, quote.citation, quote.sentence), _lang(index, quote.citation)
    )


def _dates(index: Index, events: Sequence[Event]) -> list[list[Event]]:
    """Return the events of the dates that the page has room for, in order: dates of printed sentences, then of most."""
    by_date: dict[tuple[str, str | None], list[Event]] = {}
    for event in events:
        by_date.setdefault((event.date, event.end), []).append(event)
    groups = [sorted(own, key=lambda event: event.sentence not in index.statements) for own in by_date.values()]
    weight = [(own[0].sentence not in index.statements, -len({e.citation.source for e in own})) for own in groups]
    best = sorted(range(len(groups)), key=lambda number: (weight[number], number))[:MOST_DATES]
    return [groups[number] for number in sorted(best)]


def _event(index: Index, events: Sequence[Event]) -> found.EventView:
    """Return the first event of a date; the others are counted."""
    first = events[0]
    chip = _chip(index, first.citation, first.sentence)
    more = some(
        "%(num)s more of this date in briefing.json", "%(num)s more of this date in briefing.json", len(events) - 1
    )
    return found.EventView(
        event_date(first),
        line(first.text),
        _words(index, first.citation),
        chip,
        more,
        _lang(index, first.citation),
    )


def event_date(event: Event) -> str:
    """Return “14 April 2025”, “3 to 5 March 2026”, “April 2025”, “2025, third quarter” or “2025”."""
    if event.precision in ("day", "week"):
        return _span(human_date(event.date), human_date(event.end) if event.end else "")
    year, _dash, number = event.date[:7].partition("-")
    if event.precision == "year" or not number:
        return _span(year, event.end or "")
    if event.precision == "quarter":
        return _(QUARTERS[(int(number) - 1) // 3], year=year)
    return _span(_month(event.date), _month(event.end) if event.end and event.end[5:7] else "")


def _month(iso: str) -> str:
    return _("%(month)s %(year)s", month=month(int(iso[5:7])), year=iso[:4])


def _span(first: str, last: str) -> str:
    return _("%(first)s to %(last)s", first=first, last=last) if last else first
