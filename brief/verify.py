"""Prove a briefing against its sources: every quotation is read again where the briefing says it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import UnreadableSource
from .model import AlsoIn, Article, Briefing, Citation, Event, Figure, Quote, Side, Source, citations_in, digest
from .quoting import printed
from .read import collect

BRACKETS = re.compile(r"\s*\[[^\]]*\]")
"""What we add to a quotation stands in square brackets."""


@dataclass(frozen=True)
class Failure:
    """One thing that could not be confirmed: the statement or source it is about, and why."""

    what: str
    problem: str


@dataclass(frozen=True)
class Verification:
    """The outcome: `verified` of `total` printed sentences stand in the sources word for word."""

    verified: int
    total: int
    failures: tuple[Failure, ...]
    findings: int = 0
    """Quotes, figures, sides of differences and events whose citations were read again."""
    findings_verified: int = 0
    notes: tuple[str, ...] = ()
    """What differs without touching a quotation: a source changed elsewhere."""

    @property
    def ok(self) -> bool:
        """Everything was confirmed."""
        return not self.failures


def verify(briefing: Briefing, sources: str | Path | Iterable[Article]) -> Verification:
    """Check every statement, every citation and every “also in” against the sources.

    `sources` is the folder that holds the articles, or the articles themselves. A file is found by its path in the
    briefing, by its digest, or by its name.
    """
    articles, failures = _articles(briefing, sources)
    notes = tuple(
        f"{source.label} ({source.path or source.title}) has changed since the briefing was made"
        for source in briefing.sources
        if source.id in articles and digest(articles[source.id].text) != source.text_digest
    )
    failed = _statements(briefing, articles)
    failures += _unprinted(briefing, articles)
    doubtful = _findings(briefing, articles)
    total, found = len(briefing.statements), len(_each_finding(briefing))
    return Verification(
        verified=total - len(failed),
        total=total,
        failures=(*failures, *failed, *doubtful),
        findings=found,
        findings_verified=found - len(doubtful),
        notes=notes,
    )


def _statements(briefing: Briefing, articles: Mapping[str, Article]) -> list[Failure]:
    """Read every citation and “also in” of the printed sentences again; a statement fails once."""
    failed = {}
    for statement in briefing.statements:
        parts: list[Citation | AlsoIn] = [*statement.citations, *statement.also_in]
        problems = [
            problem
            for part in parts
            if (problem := _problem(part, articles.get(part.source), briefing.source(part.source)))
        ]
        media_type = briefing.source(statement.citations[0].source).media_type if statement.citations else ""
        quoted = [printed(citation.exact, media_type) for citation in statement.citations]
        if _plain(statement.text) not in map(_plain, quoted):
            problems.append("the printed sentence is not the cited one")
        if problems:
            failed[statement.id] = Failure(statement.id.upper(), f"{problems[0]}: “{_short(statement.text)}”")
    return list(failed.values())


def _each_finding(briefing: Briefing) -> list[Quote | Figure | Side | Event]:
    found = briefing.findings
    sides = [side for difference in found.differences for side in difference.sides]
    return [*found.quotes, *found.figures, *sides, *found.timeline]


def _findings(briefing: Briefing, articles: Mapping[str, Article]) -> list[Failure]:
    """Read every citation of the findings again, and look for the words that a finding shows in what it cites."""
    failures = []
    for one in _each_finding(briefing):
        cited = list(citations_in(one))
        problems = (_problem(part, articles.get(part.source), briefing.source(part.source)) for part in cited)
        problem = next(filter(None, problems), "")
        if not problem and not isinstance(one, Quote):
            media_type = briefing.source(one.citation.source).media_type
            shown = _plain(one.text) in _plain(printed(one.citation.exact, media_type))
            problem = "" if shown else "what is shown does not stand in what is cited"
        if problem:
            shown_words = one.citation.exact if isinstance(one, Quote) else one.text
            failures.append(
                Failure(f"{one.sentence.upper()} ({type(one).__name__.lower()})", f"{problem}: “{_short(shown_words)}”")
            )
    return failures


def _unprinted(briefing: Briefing, articles: Mapping[str, Article]) -> list[Failure]:
    """Check the sentences that only explain the choice: rivals and runners-up. They are quoted too."""
    rivals = [statement.why.rival for statement in briefing.statements if statement.why]
    quoted = [(runner.id, runner.citation) for runner in briefing.runners_up]
    quoted += [(rival.id, rival.citation) for rival in rivals if rival]
    return [
        Failure(f"{one.upper()} (not printed)", problem)
        for one, citation in dict.fromkeys(quoted)
        if citation.source in articles
        and (problem := _problem(citation, articles[citation.source], briefing.source(citation.source)))
    ]


def _problem(part: Citation | AlsoIn, article: Article | None, source: Source) -> str:
    """Return why a citation does not hold, nothing when it does."""
    if article is None:
        return f"source {source.label} is missing"
    if article.text[part.start : part.end] == part.exact:
        return ""
    if part.exact in article.text:
        return f"moved in {source.label}: it now stands at {article.text.index(part.exact)}, not at {part.start}"
    return f"not in {source.label} ({source.path or source.title}) at {part.start}–{part.end}"


def _articles(briefing: Briefing, sources: str | Path | Iterable[Article]) -> tuple[dict[str, Article], list[Failure]]:
    """Find each source of the briefing again, by its id."""
    if not isinstance(sources, str | Path):
        given = {article.raw_digest or digest(article.text): article for article in sources}
        by_name = {article.path or article.title: article for article in given.values()}
        found = {s.id: given.get(s.raw_digest) or by_name.get(s.path or s.title) for s in briefing.sources}
        missing = [
            Failure(f"source {s.label}", f"{s.title} is not among the articles")
            for s in briefing.sources
            if not found[s.id]
        ]
        return {key: article for key, article in found.items() if article}, missing
    articles: dict[str, Article] = {}
    failures = []
    files = _Files(Path(sources))
    for source in briefing.sources:
        try:
            articles[source.id] = files.read(source)
        except UnreadableSource as error:
            failures.append(Failure(f"source {source.label}", str(error)))
    return articles, failures


class _Files:
    """The files of a folder, found by path, then by digest, then by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [folder]

    def read(self, source: Source) -> Article:
        path = self._find(source)
        if path is None:
            fix = "give the folder that holds it with --sources"
            raise UnreadableSource(source.path or source.title, f"not found in {self._folder}", fix, "missing")
        reading = collect([str(path)])
        if reading.articles:
            return reading.articles[0]
        problem, _, fix = reading.notices[0].message.rpartition(": ")
        raise UnreadableSource(str(path), problem, fix)

    def _find(self, source: Source) -> Path | None:
        if source.path and (self._folder / source.path).is_file():
            return self._folder / source.path
        for path in self._paths:
            if path.is_file() and digest(path.read_bytes()) == source.raw_digest:
                return path
        name = Path(source.path or "").name
        return next((path for path in self._paths if name and path.name == name), None)


def _plain(text: str) -> str:
    return " ".join(BRACKETS.sub("", text).split())


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rstrip() + "…"
