"""What a template shows beyond the briefing itself, worked out here so that templates rank, cut and count nothing.

`view(briefing)` is a pure function: the same briefing gives the same view, and every renderer draws from it.
The values it returns are described in shown.py.
"""

from __future__ import annotations

from ...model import Briefing, Section, Source
from ..labels import N_, _, figure, language, ngettext
from ..words import human_date, iso_date, line, listed, theme_words, web_link
from . import evidence, made, shown, source_words
from .changes import changes_view
from .chip import Chip
from .findings import findings
from .index import BOTTOM_LINE, KEY_POINTS, Index, language_tag, place_words, source_anchor, source_title, under

HEAT_LEVELS = 5
SHARED = {"copy": N_("copy"), "wire credit": N_("wire credit"), "same site": N_("same site")}
"""Why two articles are of one origin."""


def view(briefing: Briefing, marking: str = "") -> shown.View:
    """Work out everything a template shows; `marking` is the handling line, if there is one.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    index = Index(briefing)
    placed = index.placed()
    return shown.View(
        marking=line(marking),
        title=line(briefing.title) or _("Briefing"),
        language=language_tag(briefing.language) or "en",
        labels=language(),
        created=iso_date(briefing.created),
        date=human_date(briefing.created),
        facts=_facts(briefing),
        bottom_line=tuple(index.statement(i) for i in briefing.bottom_line if placed[i] == BOTTOM_LINE),
        changes=changes_view(index),
        key_points=tuple(index.statement(i) for i in briefing.key_points if placed[i] == KEY_POINTS),
        sections=tuple(_section(index, placed, number, s) for number, s in enumerate(briefing.sections, 1)),
        findings=findings(index),
        sources=tuple(_source(index, source) for source in briefing.sources),
        coverage=_coverage(index),
        uncovered=source_words.uncovered(index),
        silent=source_words.silent(index),
        glance=made.glance(briefing),
        method=made.method(briefing),
        exclusions=made.exclusions(briefing),
        left_out=made.left_out(briefing),
        unquoted=made.unquoted(briefing),
        warnings=tuple(made.warned(notice) for notice in briefing.warnings),
        generator=made.program(briefing),
        sure=made.sure(briefing),
        summary=made.quoted_of(len(set(index.statements)), made.sentences_read(briefing)),
    )


def _facts(briefing: Briefing) -> tuple[str, ...]:
    articles = ngettext("%(num)s article", "%(num)s articles", len(briefing.sources))
    if len(briefing.sources) > 1:
        articles += f", {ngettext('%(num)s origin', '%(num)s origins', briefing.origins)}"
    read = ngettext("%(num)s word read", "%(num)s words read", sum(source.words for source in briefing.sources))
    return tuple(fact for fact in (articles, read, human_date(briefing.created)) if fact)


def _section(index: Index, placed: dict[str, str], number: int, section: Section) -> shown.SectionView:
    here = under(index.briefing, section)
    ids = list(dict.fromkeys(statement.id for statement in section.statements))
    above: dict[str, list[Chip]] = {}
    for statement_id in (i for i in ids if placed[i] != here):
        above.setdefault(placed[statement_id], []).append(index.back(statement_id))
    printed = tuple(index.statement(i) for i in ids if placed[i] == here)
    return shown.SectionView(
        anchor=f"theme-{number}",
        label=theme_words(index.briefing, section.theme.label) or theme_words(index.briefing, "Other"),
        description=theme_words(index.briefing, section.theme.description),
        support=_support(index, section),
        statements=printed,
        above=tuple(shown.Pointer(tuple(chips), place_words(place)) for place, chips in above.items()),
        alone=section.origins <= 1 < len(index.sources),
        lead=_("Also on this theme:") if printed else _("Printed above:"),
        colour=section.theme.colour or "",
    )


def _support(index: Index, section: Section) -> str:
    """Say how many independent origins carry the section, that one alone confirms nothing; of a single article there is nothing to say."""
    sources = {part.source for s in section.statements for part in s.citations}
    sources |= {part.source for s in section.statements for part in s.also_in if part.carries}
    if len(index.sources) == 1:
        return ""
    if section.origins > 1:
        some, of = figure(section.origins), index.briefing.origins
        told = ngettext("%(some)s of %(num)s origin", "%(some)s of %(num)s origins", of, some=some)
        return told if any(s.origins > 1 for s in section.statements) else _("%(told)s, none confirmed", told=told)
    if len(sources) == 1:
        return _("1 source, not confirmed")
    return ngettext("%(num)s source, 1 origin, not confirmed", "%(num)s sources, 1 origin, not confirmed", len(sources))


def _source(index: Index, source: Source) -> shown.SourceView:
    earlier = {other.id for other in index.briefing.sources[: index.order[source.id]]}
    quoted = {s.id for s in index.statements.values() if any(c.source == source.id for c in s.citations)}
    byline = (line(source.publisher), line(source.author), human_date(source.published))
    return shown.SourceView(
        label=source.label,
        anchor=source_anchor(source),
        colour=index.colour(source.id),
        title=source_title(source),
        url=web_link(source.url),
        byline=" · ".join(part for part in byline if part),
        file=line(source.path),
        words=ngettext("%(num)s word", "%(num)s words", source.words),
        quoted=made.quoted_of(len(quoted), source.sentences),
        note=_note(index, source, earlier),
        shares=_shares(index, source, set(index.sources)),
        alone=source_words.alone(index, source),
        notes=source_words.notes(index, source),
        digest=source.text_digest,
        short_digest=source.text_digest[: made.DIGEST],
        lang=index.lang(source),
        passages=index.passages[source.id],
        missing=evidence.missing_after(source),
    )


def _shares(index: Index, source: Source, among: set[str]) -> str:
    """Return “one origin with A and B (copy); perhaps of one origin with C”."""
    groups: dict[str, list[str]] = {}
    for shared in source.shares:
        if shared.source in among:
            groups.setdefault(line(shared.reason), []).append(index.sources[shared.source].label)
    return "; ".join(
        _("perhaps of one origin with %(sources)s", sources=listed(labels))
        if reason == "perhaps"
        else _("one origin with %(sources)s (%(reason)s)", sources=listed(labels), reason=_(SHARED.get(reason, reason)))
        for reason, labels in groups.items()
    )


def _note(index: Index, source: Source, among: set[str]) -> str:
    """Return “one origin with A and B”, or “perhaps of one origin with A”: the legend has no room for reasons."""
    shared = [other for other in source.shares if other.source in among]
    sure = dict.fromkeys(index.sources[other.source].label for other in shared if other.reason != "perhaps")
    maybe = dict.fromkeys(index.sources[other.source].label for other in shared)
    if sure:
        return _("one origin with %(sources)s", sources=listed(sure))
    return _("perhaps of one origin with %(sources)s", sources=listed(maybe)) if maybe else ""


def _coverage(index: Index) -> tuple[shown.CoverageRow, ...]:
    coverage = index.briefing.coverage
    # What no theme claims would outshine every theme, and is no more than a number.
    themed = [row for theme, row in zip(coverage.themes, coverage.counts, strict=False) if theme.id != "other"]
    # Never fewer than there are steps: where all have one sentence or two, none of them is much.
    most = max((HEAT_LEVELS, *(number for row in themed for number in row)))
    return tuple(
        shown.CoverageRow(
            theme_words(index.briefing, theme.label),
            tuple(
                shown.Cell(number, _heat(number, most) if theme.id != "other" else 0, index.sources[source].label)
                for source, number in zip(coverage.sources, row, strict=False)
            ),
        )
        for theme, row in zip(coverage.themes, coverage.counts, strict=False)
        if any(row)
    )


def _heat(number: int, most: int) -> int:
    """Return 0 for none, else 1 to HEAT_LEVELS in even steps up to the greatest count."""
    return min(HEAT_LEVELS, -(-HEAT_LEVELS * number // most)) if number > 0 else 0
