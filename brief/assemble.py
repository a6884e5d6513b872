"""From chosen sentences to the briefing: citations, evidence, what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from . import __version__, language
from .citing import CONTEXT, cite_sentence, label, sentence_id, source_id
from .coverage import coverage
from .evidence import passages_of
from .headline import headline, title_of
from .model import (
    AlsoIn,
    Article,
    Briefing,
    Citation,
    Concept,
    Findings,
    Generator,
    LeftOut,
    Notes,
    Notice,
    Rival,
    RunnerUp,
    Section,
    Sentence,
    Shared,
    Source,
    Statement,
    Theme,
    ThemeMatch,
    Why,
    digest,
)
from .options import Options
from .source_notes import source_notes
from .stages import Added, Carrier, Choice, Grounds, Prepared
from .themes import OTHER, ThemeSet, confidence

NO_CONTEXT = 0  # what is only named needs no text around it
CONCEPT_SOURCES = 12  # a name that a thousand articles have needs no list of a thousand
NO_ROW = -1
SUMMARY = Theme(id="summary", label="Summary", description="")


def assemble(
    prepared: Prepared,
    choice: Choice,
    matches: Sequence[tuple[ThemeMatch, ...]],
    main: Sequence[int],
    theme_set: ThemeSet,
    options: Options,
) -> Briefing:
    """Put the briefing together, without findings."""
    themes = [*(theme.theme for theme in theme_set.themes), SUMMARY if options.flat else OTHER]
    maker = _Maker(prepared, choice, matches)
    sections = tuple(maker.section(themes[number], rows) for number, rows in choice.sections)
    printed = [statement for section in sections for statement in section.statements]
    return Briefing(
        title=options.title or headline(prepared),
        language=prepared.language,
        created=options.date or max((a.published for a in prepared.articles if a.published), default=None),
        generator=Generator("brief", __version__, options.as_dict(), options.digest()),
        sources=maker.sources(options.evidence, source_notes(prepared, printed)),
        bottom_line=tuple(map(maker.id_of, choice.lines)),
        key_points=tuple(map(maker.id_of, choice.points)),
        sections=sections,
        findings=Findings(),
        changes=None,
        coverage=coverage(prepared, choice, main, themes, printed),
        left_out=maker.left_out(),
        runners_up=tuple(maker.runner_up(row, themes[main[row]].label, gain) for row, gain in choice.runners_up),
        warnings=(*prepared.notices, *_language_notices(prepared)),
    )


class _Maker:
    """Makes the parts of one briefing; holds what they all look up."""

    def __init__(self, prepared: Prepared, choice: Choice, matches: Sequence[tuple[ThemeMatch, ...]]) -> None:
        self._prepared, self._choice, self._matches = prepared, choice, matches
        self._also = {claim.sentence: claim.also for claim in prepared.claims}
        self._printed = {row for _, rows in choice.sections for row in rows}
        self._best = max(choice.gain.values(), default=1.0) or 1.0

    def id_of(self, row: int) -> str:
        return sentence_id(self._prepared.usable[row])

    def section(self, theme: Theme, rows: Sequence[int]) -> Section:
        carried = {origin for row in rows for origin in self._origins(row)}
        return Section(theme, len(carried), tuple(self._statement(row) for row in rows))

    def _statement(self, row: int) -> Statement:
        origins = len(self._origins(row))
        return Statement(
            id=self.id_of(row),
            text=self._choice.texts.get(row, self._prepared.texts[row]),
            score=self._score(self._choice.gain[row]),
            origins=origins,
            themes=self._matches[row],
            citations=(self._citation(row),),
            also_in=tuple(map(self._also_in, [*self._also.get(row, ()), *self._choice.related.get(row, ())])),
            flags=self._flags(row, origins),
            stability=self._choice.stability.get(row),
            why=self._why(row),
            confidence=confidence(self._matches[row]),
        )

    def _score(self, gain: float) -> float:
        return round(gain / self._best, 4)

    def _why(self, row: int) -> Why | None:
        grounds = self._choice.grounds.get(row)
        if grounds is None:
            return None
        return Why(tuple(map(self._concept, grounds.added)), grounds.covered, self._rival(grounds))

    def _rival(self, grounds: Grounds) -> Rival | None:
        row, lost = grounds.rival, grounds.lost
        if row is None or lost is None:
            return None
        return Rival(self.id_of(row), self._score(grounds.rival_gain), lost, self._citation(row, NO_CONTEXT))

    def _concept(self, added: Added) -> Concept:
        origins = {self._prepared.origins.of[article] for article in added.articles}
        sources = tuple(source_id(article) for article in added.articles[:CONCEPT_SOURCES])
        return Concept(added.words, added.weight, len(origins), sources)

    def runner_up(self, row: int, theme: str, gain: float) -> RunnerUp:
        return RunnerUp(self.id_of(row), theme, self._score(gain), self._citation(row, NO_CONTEXT))

    def _flags(self, row: int, origins: int) -> tuple[str, ...]:
        flags = [] if origins > 1 else ["single-source"]
        if origins > 1 and self._choice.stability.get(row) == 1.0:
            flags.append("holds-without-any-one-source")
        if self._choice.texts.get(row, self._prepared.texts[row]) != self._prepared.texts[row]:
            flags.append("name-added")
        if row in self._choice.continued:
            flags.append("continues")
        return tuple(flags)

    def _origins(self, row: int) -> set[int]:
        """Return the independent origins of a row: the same wording or speaker elsewhere adds none."""
        rows = [row, *(one.row for one in self._also.get(row, ()) if one.relation == "says the same")]
        return {self._prepared.origins.of[self._prepared.usable[r].article] for r in rows}

    def _carriers(self, row: int) -> list[int]:
        """Return the row and those that carry it."""
        return [row, *(one.row for one in self._also.get(row, ()))]

    def _citation(self, row: int, context: int = CONTEXT) -> Citation:
        return cite_sentence(self._prepared.articles, self._prepared.usable[row], context)

    def _also_in(self, one: Carrier) -> AlsoIn:
        sentence = self._prepared.usable[one.row]
        source = source_id(sentence.article)
        return AlsoIn(source, sentence.start, sentence.end, sentence.text, one.similarity, one.relation)

    def sources(self, evidence: str, notes: Sequence[Notes]) -> tuple[Source, ...]:
        own: list[list[Sentence]] = [[] for _ in self._prepared.articles]
        for sentence in self._prepared.sentences:
            own[sentence.article].append(sentence)
        shown = {carrier for row in self._printed for carrier in self._carriers(row)}
        shown |= {one.row for others in self._choice.related.values() for one in others}
        cited = [self._prepared.usable[row] for row in shown]
        return tuple(
            self._source(index, article, own[index], [s for s in cited if s.article == index], evidence, notes[index])
            for index, article in enumerate(self._prepared.articles)
        )

    def _source(
        self,
        index: int,
        article: Article,
        own: Sequence[Sentence],
        cited: Sequence[Sentence],
        evidence: str,
        notes: Notes,
    ) -> Source:
        return Source(
            id=source_id(index),
            label=label(index),
            title=title_of(article, own),
            url=article.url,
            publisher=article.publisher,
            author=article.author,
            published=article.published,
            path=article.path,
            media_type=article.media_type,
            language=article.language,
            words=sum(len(sentence.text.split()) for sentence in own),
            sentences=len(own),
            origin=f"o{self._prepared.origins.of[index] + 1}",
            shares=self._shares(index),
            raw_digest=article.raw_digest or digest(article.text),
            text_digest=digest(article.text),
            pipeline=article.pipeline,
            excluded=article.excluded,
            passages=passages_of(article, own, {sentence.number for sentence in cited}, evidence),
            notes=notes,
        )

    def _shares(self, index: int) -> tuple[Shared, ...]:
        pairs = [
            (k.second if k.first == index else k.first, k)
            for k in self._prepared.origins.links
            if index in (k.first, k.second)
        ]
        return tuple(
            Shared(source_id(other), link.reason, link.score) for other, link in sorted(pairs, key=lambda p: p[0])
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        """Name every sentence that is not printed: with the statements they are all that was read."""
        reasons: dict[str, list[str]] = {}
        rows = {(s.article, s.number): row for row, s in enumerate(self._prepared.usable)}
        carried = {carrier for row in self._printed for carrier in self._carriers(row)}
        for sentence in self._prepared.sentences:
            row = rows.get((sentence.article, sentence.number), NO_ROW)
            if row in self._printed:
                continue
            why = "says the same" if row in carried else self._choice.left_out.get(row, "over budget")
            # Excluded sentences and headings are no rows; they bring their reason along.
            reasons.setdefault(sentence.excluded or why, []).append(sentence_id(sentence))
        return tuple(LeftOut(reason, tuple(ids)) for reason, ids in sorted(reasons.items()))


def _language_notices(prepared: Prepared) -> list[Notice]:
    """Say which sources are not quoted because they are in another language than the briefing."""
    notices = []
    for article in prepared.articles:
        if article.language != prepared.language:
            theirs, ours = language.name(article.language), language.name(prepared.language)
            message = f"in {theirs}, and the briefing is in {ours}: read and counted, not quoted; brief it on its own"
            notices.append(Notice("other-language", article.path or article.title, message))
    return notices
