"""`brief themes`: list, show, check and try theme sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from .. import themes as stage
from ..errors import NothingToBrief, ThemeError
from ..model import ThemeMatch
from .console import lines_of, say, write_text

WRONG = 1
WIDTH = 100
"""Columns: lists of terms are read in passing, and 80 would break most of them twice."""
NAME = 20
"""Columns of names in lists."""
MARGIN = "  "


@click.group(invoke_without_command=True, short_help="List, show, check or try theme sets.")
@click.pass_context
def themes(context: click.Context) -> None:
    """List the built-in theme sets, show one, check a file of your own, or try a set on text."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@themes.command("list", short_help="List the built-in theme sets.")
def list_() -> None:
    """List the built-in theme sets and their themes."""
    sets = [stage.load(name) for name in stage.names()]
    rows = ((one.name, f"{one.title}: {', '.join(theme.label for theme in one.themes)}") for one in sets)
    _print((f"{name:{NAME}}", text) for name, text in rows)


@themes.command(short_help="Show the themes and terms of a set.")
@click.argument("theme_set", metavar="NAME|FILE")
def show(theme_set: str) -> None:
    """Show the themes of a set, what each is about, and its terms."""
    _print(_shown(stage.load(theme_set)))


@themes.command(short_help="Say what is wrong with a set.")
@click.argument("theme_set", metavar="NAME|FILE")
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
def check(theme_set: str, sources: tuple[str, ...]) -> int:
    """Say which terms never count, which stand in two themes, and which are found in other words by their stem.

    With SOURCES, say too which terms are in more than a third of their sentences, and which are in none.
    Exit status: 0 nothing is wrong (there may be advice), 1 something is wrong.
    """
    try:
        chosen = stage.load(theme_set)
    except ThemeError as error:
        if not Path(theme_set).is_file():
            raise  # wrong use, not a wrong set
        say(str(error))
        return WRONG
    findings = stage.check(chosen, _sample(sources) if sources else None)
    _print(_checked(theme_set, chosen, findings))
    return WRONG if any(finding.wrong for finding in findings) else 0


@themes.command("try", short_help="Show every sentence with its themes.")
@click.argument("theme_set", metavar="NAME|FILE")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
def try_(theme_set: str, sources: tuple[str, ...]) -> None:
    """Show every sentence of SOURCES with its themes, how sure the first of them is, and the terms that matched."""
    chosen, sample = stage.load(theme_set), _sample(sources)
    _print(_tried(chosen, sample, stage.match(sample.texts, sample.languages, chosen)))


Lines = Iterator[tuple[str, str]]
"""What stands before a text, and the text, which wraps behind it."""


def _shown(chosen: stage.ThemeSet) -> Lines:
    yield "", f"{chosen.title}. {chosen.description}".strip()
    for theme in chosen.themes:
        elsewhere = f", {theme.external_id}" if theme.external_id else ""
        yield "", ""
        yield "", f"{theme.label} ({theme.id}{elsewhere}): {theme.description}"
        for code, terms in theme.terms.items():
            yield f"{MARGIN}{code or 'any'}  ", ", ".join(term.text for term in terms)


def _checked(name: str, chosen: stage.ThemeSet, findings: Sequence[stage.Finding]) -> Lines:
    for finding in findings:
        yield "wrong   " if finding.wrong else "advice  ", finding.text
    wrong = sum(finding.wrong for finding in findings)
    terms = sum(len(own) for theme in chosen.themes for own in theme.terms.values())
    said = f"{wrong} wrong" if wrong else "nothing wrong found"
    advice = f", {len(findings) - wrong} to look at" if len(findings) > wrong else ""
    yield "", f"{Path(name).name}: {len(chosen.themes)} themes, {terms} terms, {said}{advice}"


def _tried(chosen: stage.ThemeSet, sample: stage.Sample, found: Sequence[Sequence[ThemeMatch]]) -> Lines:
    labels = {theme.id: theme.label for theme in chosen.themes} | {stage.OTHER.id: stage.OTHER.label}
    for text, place, matches in zip(sample.texts, sample.places, found, strict=True):
        yield "", f"{place}: {text}"
        sure = stage.confidence(matches)
        if not matches:
            yield MARGIN, sure
        for number, match in enumerate(matches):
            first = "" if number else sure
            yield f"{MARGIN}{first:11}", f"{labels[match.id]} {match.score:g}: {', '.join(match.terms)}"
        yield "", ""
    sures = Counter(map(stage.confidence, found))
    yield "", f"{len(found)} sentences: {', '.join(f'{sures[name]} {name}' for name in stage.CONFIDENCES)}"
    main = Counter(matches[0].id if matches else stage.OTHER.id for matches in found)
    yield "", "; ".join(f"{label} {main[theme]}" for theme, label in labels.items() if main[theme])


def _print(lines: Iterable[tuple[str, str]]) -> None:
    from ..render.text.lines import Page, Run, paragraph
    from ..render.text.spelling import for_encoding
    from ..render.words import line

    def draw(encoding: str) -> str:
        page = Page(WIDTH, partial(for_encoding, encoding=encoding))
        drawn = (paragraph(page, [Run(line(text))], head, " " * len(head)) or [()] for head, text in lines)
        return "".join("".join(run.text for run in one).rstrip() + "\n" for block in drawn for one in block)

    write_text(draw)


def _sample(sources: Sequence[str]) -> stage.Sample:
    """Read and split the sources as a briefing does.

    Raises:
        NothingToBrief: no source could be read, or none holds a sentence.
    """
    from ..pipeline import sentences_of  # numpy waits until there is something to read
    from ..quoting import printed
    from ..read import collect

    reading = collect(sources)
    articles, sentences, notices = sentences_of(reading.articles, None)
    lines = lines_of([*reading.notices, *notices])
    usable = [sentence for sentence in sentences if not sentence.excluded]
    if not usable:
        raise NothingToBrief("no sentence to try", "name articles as files, folders or globs", lines)
    for text in lines:
        say(text)
    owners = [articles[sentence.article] for sentence in usable]
    return stage.Sample(
        texts=[printed(one.text, owner.media_type) for one, owner in zip(usable, owners, strict=True)],
        languages=[owner.language for owner in owners],
        places=[f"{owner.path or owner.title} {one.number}" for one, owner in zip(usable, owners, strict=True)],
    )
