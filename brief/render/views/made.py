"""How the briefing was made, in words: what was read, quoted and left out, with which options, and what went wrong."""

from __future__ import annotations

from collections import Counter

from ...model import Briefing, Notice
from ..labels import ENGLISH, N_, _, figure, language, ngettext, some
from ..words import line, ranges, reason_label
from . import shown

DIGEST = len("sha256:") + 12
"""As much of a digest as is printed; briefing.json has all of it."""
WARNINGS = {
    "other-language": N_("in another language than the briefing: read and counted, not quoted"),
    "language": N_("in a language whose words cannot be told apart: left out"),
    "no-text": N_("no words in it"),
    "encoding": N_("not in UTF-8: read as Windows-1252 or Latin-1"),
    "missing": N_("no such file"),
    "url": N_("an address, and addresses are not fetched"),
    "empty-folder": N_("no articles in this folder"),
    "other-types": N_("files of other types were passed over"),
}
"""Warnings in fewer words than briefing.json has, for those who do not read English."""


def program(briefing: Briefing) -> str:
    """Return the name and version of the program that made the briefing."""
    return f"{line(briefing.generator.name)} {line(briefing.generator.version)}"


def sentences_read(briefing: Briefing) -> int:
    """Return how many sentences all sources have."""
    return sum(source.sentences for source in briefing.sources)


def quoted_of(number: int, sentences: int) -> str:
    """Return “22 of 80 sentences quoted”."""
    return ngettext(
        "%(quoted)s of %(num)s sentence quoted",
        "%(quoted)s of %(num)s sentences quoted",
        sentences,
        quoted=figure(number),
    )


def _excluded(briefing: Briefing) -> dict[str, Counter[str]]:
    """Count the excluded spans by reason and source label."""
    counts: dict[str, Counter[str]] = {}
    for source in briefing.sources:
        for excluded in source.excluded:
            counts.setdefault(excluded.reason, Counter())[source.label] += 1
    return counts


def exclusions(briefing: Briefing) -> tuple[shown.Exclusion, ...]:
    """Return how many passages were marked as excluded, by reason, the most first."""
    rows = [
        shown.Exclusion(reason_label(reason), total, ", ".join(f"{label} {number}" for label, number in by.items()))
        for reason, by in _excluded(briefing).items()
        if (total := by.total())
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.label)))


def left_out(briefing: Briefing) -> tuple[shown.LeftOutView, ...]:
    """Return the sentences that are not printed, by reason."""
    return tuple(
        shown.LeftOutView(reason_label(left.reason), len(left.sentences), ranges(i.upper() for i in left.sentences))
        for left in briefing.left_out
        if left.sentences
    )


def unquoted(briefing: Briefing) -> tuple[shown.Unquoted, ...]:
    """Put excluded passages and sentences left out into one list, the longest first."""
    passages = {row.label: row for row in exclusions(briefing)}
    sentences = {row.label: row for row in left_out(briefing)}
    counts = {
        label: tuple(rows[label].count if label in rows else 0 for rows in (sentences, passages))
        for label in passages | sentences
    }
    return tuple(
        shown.Unquoted(
            label,
            _amount(*counts[label]),
            sentences[label].sentences if label in sentences else tuple(passages[label].by_source.split(", ")),
        )
        for label in sorted(counts, key=lambda label: (*(-n for n in counts[label]), label))
    )


def _amount(sentences: int, passages: int) -> str:
    """Return “17 sentences, 6 passages”."""
    told = (
        some("%(num)s sentence", "%(num)s sentences", sentences),
        some("%(num)s passage", "%(num)s passages", passages),
    )
    return ", ".join(filter(None, told))


def warned(notice: Notice) -> shown.Warned:
    """Return a warning: of the commonest kinds in the language spoken, else as reading the sources gave it, in English."""
    source, message = line(notice.source), line(notice.message)
    known = language() != ENGLISH and notice.code in WARNINGS
    message = _(WARNINGS[notice.code]) if known else message
    text = message if not source or source in message else source + _(": ") + message
    return shown.Warned(source, message, text, "" if known or language() == ENGLISH else ENGLISH)


def glance(briefing: Briefing) -> tuple[shown.Fact, ...]:
    """Return the counts that stand on the first page; the first two are shown even when they are nought."""
    left_out = {left.reason: len(left.sentences) for left in briefing.left_out}
    checked, right = _verbatim(briefing)
    verbatim = _("%(right)s of %(checked)s", right=figure(right), checked=figure(checked)) if checked else ""
    advertising = left_out.get("sponsored", 0) + left_out.get("advertisement", 0)
    rows = [
        (_("Sentences read"), figure(sentences_read(briefing))),
        (_("Quoted here"), figure(len({statement.id for statement in briefing.statements}))),
        (_("Verbatim check"), verbatim),
        (_("Repeats left out"), _some(left_out.get("repeat", 0))),
        (_("Advertising left out"), _some(advertising)),
        (_("Warnings"), _some(len(briefing.warnings))),
    ]
    return tuple(shown.Fact(label, value) for label, value in rows if value)


def _some(number: int) -> str:
    """Return the number, nothing for nought."""
    return figure(number) if number else ""


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


def sure(briefing: Briefing) -> str:
    """Count how sure the themes of the statements are, nothing when there are no themes."""
    sures = Counter(statement.confidence for statement in briefing.statements)
    if set(sures) <= {"other"}:
        return ""
    told = (
        some("%(num)s confident", "%(num)s confident", sures["confident"]),
        some("%(num)s probable", "%(num)s probable", sures["probable"]),
        some("%(num)s other", "%(num)s other", sures["other"]),
    )
    return ", ".join(filter(None, told))


def method(briefing: Briefing) -> tuple[shown.Fact, ...]:
    """Return the options that shaped the briefing, in words."""
    names = {
        "words": _("Budget of quoted words"),
        "ranker": _("Ranking"),
        "themes": _("Theme set"),
        "evidence": _("Evidence kept"),
    }
    options = briefing.generator.options
    facts = [shown.Fact(name, line(str(options[key]))) for key, name in names.items() if options.get(key) is not None]
    if told := sure(briefing):
        facts.append(shown.Fact(_("Theme of each sentence"), told))
    if briefing.language:
        facts.append(shown.Fact(_("Language"), line(briefing.language)))
    made = shown.Fact(_("Made with"), program(briefing))
    return (made, *facts, shown.Fact(_("Options digest"), briefing.generator.options_digest[:DIGEST]))
