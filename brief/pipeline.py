"""The whole flow on one screen: clean → split → origins → corroborate → rank → themes → select → order → Briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import msgspec
import numpy as np

from . import language, themes
from .assemble import assemble
from .clean import clean
from .corroborate import Alike, corroborate, related
from .errors import NothingToBrief
from .explain import grounds, runners_up
from .extend import extend, insert, with_followers
from .model import Article, Briefing, Notice, Sentence, Statement, ThemeMatch
from .options import Options
from .order import lead_first, order_sections, order_statements
from .origins import find_origins
from .paragraphs import paragraphs
from .quoting import printed
from .rank import SUMY_RANKERS, make_corpus, ranker
from .repair import first_mentions, repairs
from .select import Pool, allow, bottom_line, choose, key_points
from .split import split
from .stability import stability
from .stages import Choice, Prepared
from .terms import Ints, count_terms
from .themes import ThemeSet
from .themes.discover import AUTO, discover

NO_THEMES = ThemeSet("none", "", ())


def build(
    articles: Sequence[Article],
    options: Options | None = None,
    notices: Sequence[Notice] = (),
    previous: Briefing | None = None,
) -> Briefing:
    """Make a briefing. `notices` of the reading stage are recorded in it; what is new since the `previous` one is marked.

    Raises:
        NothingToBrief: no article holds a sentence in a language that can be split.
        OptionError, ThemeError: an option names what does not exist.
    """
    from .findings import find  # its patterns take 20 ms to compile

    prepared, briefing = _without_findings(articles, options or Options(), notices)
    briefing = msgspec.structs.replace(briefing, findings=find(prepared))
    if previous is None:
        return briefing
    from .changes import changes, mark

    return mark(briefing, changes(previous, briefing))


def _without_findings(
    articles: Sequence[Article], options: Options, notices: Sequence[Notice] = ()
) -> tuple[Prepared, Briefing]:
    """Choose and place the statements. Findings, which no statement needs, take half as long again."""
    rank, theme_set = ranker(options.ranker), _theme_set(options)
    prepared = prepare(articles, options, notices)
    if theme_set is None:
        found = discover(prepared)
        theme_set, matches = found.theme_set, found.matches
        prepared = replace(prepared, notices=[*prepared.notices, *found.notices])
    else:
        matches = themes.match(prepared.texts, prepared.languages, theme_set)
    main = _main_themes(matches, theme_set)
    allowed, left_out = allow(prepared)
    corpus = make_corpus(prepared)
    pool = Pool(
        ranking=rank(corpus),
        sizes=prepared.terms.sizes,
        allowed=allowed,
        theme=main,
        article=corpus.article,
        origin=corpus.origin[corpus.article],
        sobriety=corpus.sobriety[corpus.article],
        rivals=Alike(prepared.terms, prepared.claims),
    )
    chosen = choose(pool, options.words)
    # sumy's rankers are too slow to run once more for every origin.
    stays = (
        {} if options.ranker in SUMY_RANKERS else stability(corpus, rank, pool, options.words, chosen, prepared.claims)
    )
    choice = _ordered(prepared, pool, chosen, options, last=len(theme_set.themes), left_out=left_out, stays=stays)
    return prepared, assemble(prepared, choice, matches, main.tolist(), theme_set, options)


def _ordered(
    prepared: Prepared,
    pool: Pool,
    chosen: list[int],
    options: Options,
    *,
    last: int,
    left_out: Mapping[int, str],
    stays: Mapping[int, float],
) -> Choice:
    """Give every chosen row its place: bottom line, key points, sections; theme `last` ends the page."""
    carriers = {claim.sentence: [one.row for one in claim.also] for claim in prepared.claims}
    in_order = partial(order_statements, sentences=prepared.usable, articles=prepared.articles, carriers=carriers)
    lines = [] if options.flat else lead_first(bottom_line(pool, chosen, options.words), in_order)
    points = [] if options.flat else key_points(pool, chosen, lines)
    dependent = {row for row, reason in left_out.items() if reason == "not standing alone"}
    continued = extend(prepared, pool, chosen, closed=[*lines, *points], dependent=dependent, budget=options.words)
    printed_rows = [*chosen, *continued]
    gain = {row: float(pool.ranking.gain[row]) for row in printed_rows}
    sections = order_sections(chosen, pool.theme.tolist(), gain, last=last)
    placed = [(number, insert(in_order(rows), continued)) for number, rows in sections]
    reading = [*lines, *points, *(row for _, rows in placed for row in rows)]
    return Choice(
        sections=placed,
        lines=lines,
        points=points,
        continued=continued,
        gain=gain,
        left_out=left_out,
        stability=with_followers(stays, continued),
        texts=first_mentions(prepared, reading),
        related=related(prepared, chosen),
        grounds=grounds(prepared, pool, printed_rows, options.words),
        runners_up=runners_up(pool, printed_rows),
    )


def summarize(articles: Sequence[Article], words: int = 100, ranker: str = "coverage") -> list[Statement]:
    """Return a summary without themes: statements in reading order, `words` (20 to 100,000) at most.

    Raises:
        NothingToBrief, OptionError: as `build`.
    """
    # With a title given no headline is looked for.
    options = Options(words=words, ranker=ranker, flat=True, evidence="none", title="Summary")
    _, briefing = _without_findings(articles, options)
    return list(briefing.statements)


def prepare(articles: Sequence[Article], options: Options, notices: Sequence[Notice] = ()) -> Prepared:
    """Run the stages that look at each article, then those that compare them.

    Raises:
        NothingToBrief: no article holds a sentence in a language that can be split.
    """
    readable, sentences, warnings = sentences_of(articles, options.language)
    warnings = [*notices, *warnings]
    usable = [sentence for sentence in sentences if not sentence.excluded]
    if not usable:
        lines = tuple(f"{notice.source}: {notice.message}" for notice in warnings)
        raise NothingToBrief("no sentence to brief", "give articles with running text", lines)
    texts = [printed(sentence.text, readable[sentence.article].media_type) for sentence in usable]
    languages = [readable[sentence.article].language for sentence in usable]
    terms = count_terms(texts, languages)
    origins = find_origins(readable, usable, terms)
    prepared = Prepared(
        articles=readable,
        sentences=sentences,
        usable=usable,
        texts=texts,
        languages=languages,
        language=_main_language(languages, terms.sizes),
        terms=terms,
        origins=origins,
        claims=corroborate(texts, terms),
        notices=warnings,
    )
    return replace(prepared, repaired=repairs(prepared))


def sentences_of(articles: Sequence[Article], chosen: str | None) -> tuple[list[Article], list[Sentence], list[Notice]]:
    """Run the stages that look at one article at a time; an article in a language we cannot split becomes a notice."""
    readable: list[Article] = []
    sentences: list[Sentence] = []
    warnings: list[Notice] = []
    for given in articles:
        article = _with_language(given, chosen)
        if not language.is_supported(article.language):
            warnings.append(_unsupported(article))
            continue
        parts = paragraphs(article)
        article = clean(article, parts)
        sentences += split(article, len(readable), parts)
        readable.append(article)
    return readable, sentences, warnings


def _with_language(article: Article, chosen: str | None) -> Article:
    code = chosen or article.language or language.detect(article.text)
    return msgspec.structs.replace(article, language=code)


def _unsupported(article: Article) -> Notice:
    named = article.path or article.title or "an article"
    if not article.language:
        return Notice("no-text", named, "no words in it: give the article's text")
    known = ", ".join(language.SUPPORTED)
    message = f"written in {language.name(article.language)}, which brief cannot split into words: leave it out, or give a translation ({known})"
    return Notice("language", named, message)


def _main_language(languages: Sequence[str], sizes: Ints) -> str:
    """Return the language most words are in; that is the briefing's."""
    words: dict[str, int] = {}
    for code, size in zip(languages, sizes.tolist(), strict=True):
        words[code] = words.get(code, 0) + size
    return max(words, key=lambda code: (words[code], code))


def _theme_set(options: Options) -> ThemeSet | None:
    """Return the theme set asked for; None when themes are to be found among the articles."""
    if options.flat:
        return NO_THEMES
    return None if options.themes == AUTO else themes.load(options.themes)


def _main_themes(matches: Sequence[Sequence[ThemeMatch]], theme_set: ThemeSet) -> Ints:
    """Return the number of each sentence's best theme; the number after the last theme is Other."""
    numbers = {theme.id: number for number, theme in enumerate(theme_set.themes)}
    return np.array([numbers[own[0].id] if own else len(numbers) for own in matches], dtype=np.int64)
