"""What is new since the previous briefing: a comparison of two finished briefings, so that it works on any two files.

Sentences are matched by their place (digest of the source's text and offsets) and by what they say; never by id, which
shifts when an article is added. What was said before in other words far from the old ones counts as new.
"""

from __future__ import annotations

import msgspec

from ..model import Briefing, Changes, Dropped, Statement, digest
from .figures import moved
from .statements import Compared, compare
from .told import earlier, source_of

__all__ = ["NEW", "UPDATED", "changes", "mark"]

NEW, UPDATED = "new", "updated"
SAID_ELSEWHERE = ("says the same", "same wording")


def changes(old: Briefing, new: Briefing) -> Changes:
    """Compare two briefings: what the new one says first, says anew and no longer says, and the figures that moved.

    A statement is *new* when no statement of the old briefing says it and no source of the old briefing does; when only a
    source did, it is *first quoted*. It is *updated* when it comes from a source that the old briefing had not, and says
    more or other than an old statement on the same matter. An old statement is *dropped* when no statement of the new
    briefing says or updates it.
    """
    figures = moved(old, new)
    compared = compare(old, new, figures)
    return Changes(
        previous=digest(old.to_json()),
        since=old.created,
        new=tuple(statement.id for statement in compared.new),
        updated=compared.updated,
        first_quoted=tuple(statement.id for statement in compared.first_quoted),
        dropped=_dropped(old, new, compared),
        figures=figures,
        new_sources=tuple(source.id for source in new.sources if source.text_digest not in compared.digests),
    )


def mark(new: Briefing, found: Changes) -> Briefing:
    """Return the new briefing with the changes in it, and the flags `new` and `updated` on its statements."""
    flags = dict.fromkeys(found.new, NEW) | {one.id: UPDATED for one in found.updated}
    sections = tuple(
        msgspec.structs.replace(section, statements=tuple(_flagged(one, flags) for one in section.statements))
        for section in new.sections
    )
    return msgspec.structs.replace(new, sections=sections, changes=found)


def _flagged(statement: Statement, flags: dict[str, str]) -> Statement:
    kept = [flag for flag in statement.flags if flag not in (NEW, UPDATED)]
    own = [flags[statement.id]] if statement.id in flags else []
    return msgspec.structs.replace(statement, flags=(*own, *kept))


def _dropped(old: Briefing, new: Briefing, compared: Compared) -> tuple[Dropped, ...]:
    """Return the statements that are gone, but for those that the new briefing leaves out because it prints the same."""
    reasons = {sentence: left.reason for left in new.left_out for sentence in left.sentences}
    gone = [(statement, _reason(old, new, statement, reasons)) for statement in compared.dropped]
    return tuple(
        Dropped(statement.text, reason, earlier(old, statement).place)
        for statement, reason in gone
        if reason not in SAID_ELSEWHERE
    )


def _reason(old: Briefing, new: Briefing, statement: Statement, reasons: dict[str, str]) -> str:
    """Say why a statement is gone: its source is, or has changed, or the sentence lost this time, as `left_out` says."""
    source = source_of(old, statement)
    for other in new.sources:
        if other.text_digest == source.text_digest:
            number = statement.id.lstrip("abcdefghijklmnopqrstuvwxyz")  # the same text is counted the same way again
            return reasons.get(f"{other.label.lower()}{number}", "not chosen")
    same = [
        other
        for other in new.sources
        if (source.url and other.url == source.url) or (source.path, source.title) == (other.path, other.title)
    ]
    return "source changed" if same else "source not given"
