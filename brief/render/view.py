"""What a template shows beyond the briefing itself, worked out here so that templates rank, cut and count nothing.

`view(briefing)` is a pure function: the same briefing gives the same view, and every renderer draws from it.
The values it returns are described in shown.py.
"""

from __future__ import annotations

from collections import Counter

from ..model import Briefing, Section, Source
from . import evidence, shown, source_words
from .changes import changes_view
from .chip import Chip
from .findings import findings
from .index import BOTTOM_LINE, KEY_POINTS, Index, language_tag, source_anchor, source_title
from .words import count, human_date, iso_date, line, listed, ranges, reason_label, web_link

HEAT_LEVELS = 5
DIGEST = len("sha256:") + 12
"""As much of a digest as is printed; briefing.json has all of it."""
ALWAYS = ("Sentences read", "Quoted here")
"""Facts that are shown even when they are nought."""


def view(briefing: Briefing, marking: str = "") -> shown.View:
    """Work out everything a template shows; `marking` is the handling line, if there is one.

    Raises:
        InvalidBriefing: an id in the briefing leads nowhere.
    """
    index = Index(briefing)
    placed = index.placed()
    return shown.View(
        marking=line(marking),
        title=line(briefing.title) or "Briefing",
        language=language_tag(briefing.language) or "en",
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
        glance=_glance(briefing),
        method=_method(briefing),
        exclusions=_exclusions(briefing),
        left_out=_left_out(briefing),
        unquoted=_unquoted(briefing),
        warnings=tuple(_warned(line(notice.source), line(notice.message)) for notice in briefing.warnings),
        generator=f"{line(briefing.generator.name)} {line(briefing.generator.version)}",
        sure=_sure(briefing),
        summary=f"{len(set(index.statements)):,} of {count(_sentences(briefing), 'sentence')} quoted",
    )


def _sentences(briefing: Briefing) -> int:
    return sum(source.sentences for source in briefing.sources)


def _facts(briefing: Briefing) -> tuple[str, ...]:
    articles = count(len(briefing.sources), "article")
    if len(briefing.sources) > 1:
        articles += f", {count(briefing.origins, 'origin')}"
    read = f"{count(sum(source.words for source in briefing.sources), 'word')} read"
    return tuple(fact for fact in (articles, read, human_date(briefing.created)) if fact)


def _section(index: Index, placed: dict[str, str], number: int, section: Section) -> shown.SectionView:
    here = f"under {line(section.theme.label)}"
    ids = list(dict.fromkeys(statement.id for statement in section.statements))
    above: dict[str, list[Chip]] = {}
    for statement_id in (i for i in ids if placed[i] != here):
        above.setdefault(placed[statement_id], []).append(index.back(statement_id))
    printed = tuple(index.statement(i) for i in ids if placed[i] == here)
    return shown.SectionView(
        anchor=f"theme-{number}",
        label=line(section.theme.label) or "Other",
        description=line(section.theme.description),
        support=_support(index, section),
        statements=printed,
        above=tuple(shown.Pointer(tuple(chips), place) for place, chips in above.items()),
        lead="Also on this theme:" if printed else "Printed above:",
        colour=section.theme.colour or "",
    )


def _support(index: Index, section: Section) -> str:
    """Say how many independent origins carry the section, that one alone confirms nothing; of a single article there is nothing to say."""
    sources = {part.source for s in section.statements for part in s.citations}
    sources |= {part.source for s in section.statements for part in s.also_in if part.carries}
    if len(index.sources) == 1:
        return ""
    if section.origins > 1:
        told = f"{section.origins} of {count(index.briefing.origins, 'origin')}"
        return told if any(s.origins > 1 for s in section.statements) else f"{told}, none confirmed"
    one = "" if len(sources) == 1 else ", 1 origin"
    return f"{count(len(sources), 'source')}{one}, not confirmed"


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
        words=count(source.words, "word"),
        quoted=f"{len(quoted)} of {count(source.sentences, 'sentence')} quoted",
        note=_note(index, source, earlier),
        shares=_shares(index, source, set(index.sources)),
        alone=source_words.alone(index, source),
        notes=source_words.notes(index, source),
        digest=source.text_digest,
        short_digest=source.text_digest[:DIGEST],
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
        f"perhaps of one origin with {listed(labels)}"
        if reason == "perhaps"
        else f"one origin with {listed(labels)} ({reason})"
        for reason, labels in groups.items()
    )


def _note(index: Index, source: Source, among: set[str]) -> str:
    """Return “one origin with A and B”, or “perhaps of one origin with A”: the legend has no room for reasons."""
    shared = [other for other in source.shares if other.source in among]
    sure = dict.fromkeys(index.sources[other.source].label for other in shared if other.reason != "perhaps")
    maybe = dict.fromkeys(index.sources[other.source].label for other in shared)
    return f"one origin with {listed(sure)}" if sure else f"perhaps of one origin with {listed(maybe)}" if maybe else ""


def _coverage(index: Index) -> tuple[shown.CoverageRow, ...]:
    coverage = index.briefing.coverage
    # What no theme claims would outshine every theme.
    themed = [row for theme, row in zip(coverage.themes, coverage.counts, strict=False) if theme.id != "other"]
    most = max((number for row in themed for number in row), default=1)
    return tuple(
        shown.CoverageRow(
            line(theme.label),
            tuple(
                shown.Cell(number, _heat(number, most), index.sources[source].label)
                for source, number in zip(coverage.sources, row, strict=False)
            ),
        )
        for theme, row in zip(coverage.themes, coverage.counts, strict=False)
        if any(row)
    )


def _heat(number: int, most: int) -> int:
    """Return 0 for none, else 1 to HEAT_LEVELS in even steps up to the greatest count."""
    return min(HEAT_LEVELS, -(-HEAT_LEVELS * number // max(most, 1))) if number > 0 else 0


def _excluded(briefing: Briefing) -> dict[str, Counter[str]]:
    """Count the excluded spans by reason and source label."""
    counts: dict[str, Counter[str]] = {}
    for source in briefing.sources:
        for excluded in source.excluded:
            counts.setdefault(excluded.reason, Counter())[source.label] += 1
    return counts


def _exclusions(briefing: Briefing) -> tuple[shown.Exclusion, ...]:
    rows = [
        shown.Exclusion(reason_label(reason), total, ", ".join(f"{label} {number}" for label, number in by.items()))
        for reason, by in _excluded(briefing).items()
        if (total := by.total())
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.label)))


def _left_out(briefing: Briefing) -> tuple[shown.LeftOutView, ...]:
    return tuple(
        shown.LeftOutView(reason_label(left.reason), len(left.sentences), ranges(i.upper() for i in left.sentences))
        for left in briefing.left_out
        if left.sentences
    )


def _unquoted(briefing: Briefing) -> tuple[shown.Unquoted, ...]:
    """Put excluded passages and sentences left out into one list, the longest first."""
    passages = {row.label: row for row in _exclusions(briefing)}
    sentences = {row.label: row for row in _left_out(briefing)}
    counts = {
        label: tuple(rows[label].count if label in rows else 0 for rows in (sentences, passages))
        for label in passages | sentences
    }
    return tuple(
        shown.Unquoted(
            label,
            ", ".join(count(n, one) for n, one in zip(counts[label], ("sentence", "passage"), strict=True) if n),
            sentences[label].sentences if label in sentences else tuple(passages[label].by_source.split(", ")),
        )
        for label in sorted(counts, key=lambda label: (*(-n for n in counts[label]), label))
    )


def _warned(source: str, message: str) -> shown.Warned:
    return shown.Warned(source, message, message if not source or source in message else f"{source}: {message}")


def _glance(briefing: Briefing) -> tuple[shown.Fact, ...]:
    left_out = {left.reason: len(left.sentences) for left in briefing.left_out}
    checked, right = _verbatim(briefing)
    rows = [
        ("Sentences read", _sentences(briefing)),
        ("Quoted here", len({statement.id for statement in briefing.statements})),
        ("Repeats left out", left_out.get("repeat", 0)),
        ("Advertising left out", left_out.get("sponsored", 0) + left_out.get("advertisement", 0)),
        ("Warnings", len(briefing.warnings)),
    ]
    facts = [
        shown.Fact(label, f"{value:,}") for label, value in rows if value or label in ("Sentences read", "Quoted here")
    ]
    if checked:
        facts.insert(2, shown.Fact("Verbatim check", f"{right:,} of {checked:,}"))
    return tuple(facts)


def _verbatim(briefing: Briefing) -> tuple[int, int]:
    """Check each quotation again against the evidence carried along: how many could be checked, how many are right."""
    texts = {source.id: source.passages for source in briefing.sources}
    found = [
        passage.text[c.start - passage.start : c.end - passage.start] == c.exact
        for statement in {s.id: s for s in briefing.statements}.values()
        for c in statement.citations
        for passage in texts.get(c.source, ())
        if passage.start <= c.start and c.end <= passage.end
    ]
    return len(found), sum(found)


def _sure(briefing: Briefing) -> str:
    """Count how sure the themes of the statements are, nothing when there are no themes."""
    sures = Counter(statement.confidence for statement in briefing.statements)
    if set(sures) <= {"other"}:
        return ""
    return ", ".join(f"{sures[name]:,} {name}" for name in ("confident", "probable", "other") if sures[name])


def _method(briefing: Briefing) -> tuple[shown.Fact, ...]:
    """Return the options that shaped the briefing, in words."""
    names = {"words": "Budget of quoted words", "ranker": "Ranking", "themes": "Theme set", "evidence": "Evidence kept"}
    options = briefing.generator.options
    facts = [shown.Fact(name, line(str(options[key]))) for key, name in names.items() if options.get(key) is not None]
    language = [shown.Fact("Language", line(briefing.language))] if briefing.language else []
    if sure := _sure(briefing):
        facts.append(shown.Fact("Theme of each sentence", sure))
    made = shown.Fact("Made with", f"{line(briefing.generator.name)} {line(briefing.generator.version)}")
    return (made, *facts, *language, shown.Fact("Options digest", briefing.generator.options_digest[:DIGEST]))
