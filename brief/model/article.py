"""What the stages work on: articles and their sentences.

Offsets (`start`, `end`) are Unicode code points into `Article.text`; `end` is exclusive.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Offset = Annotated[int, Meta(ge=0, description="Unicode code points from the start of Article.text")]


class Excluded(Struct, frozen=True, forbid_unknown_fields=True):
    """A span of an article that is kept out of the ranking, and why."""

    start: Offset
    end: Offset
    reason: str


class Article(Struct, frozen=True, kw_only=True):
    """One article as read. `text` is the decoded file, or what was extracted from it, and is never changed afterwards."""

    text: str
    title: str = ""
    published: str | None = None
    """ISO 8601 date or date and time, as the source gives it."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    """Relative to the folder that holds all sources, so that a briefing names no machine's folders."""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    language: str = ""
    """ISO 639-1 code; empty before `language.detect`."""
    raw_digest: str = ""
    pipeline: tuple[str, ...] = ()
    """What turned the bytes into `text`: `("decode/utf-8@1",)`."""
    title_span: tuple[int, int] | None = None
    """Where the title stands in the text, if it does."""
    excluded: tuple[Excluded, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str = "",
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        author: str | None = None,
    ) -> Article:
        """Make an article from text you already have.

        `published` is an ISO 8601 date. Control characters are replaced one for one by a space, as when a file is read.

        Raises:
            NothingToBrief: the text is empty.
        """
        from ..read.text import article_from_text  # reading lives in its own stage

        return article_from_text(text, title=title, published=published, publisher=publisher, url=url, author=author)


class Sentence(Struct, frozen=True):
    """A sentence, heading or excluded passage of an article: `text == article.text[start:end]`."""

    article: int
    """Index of the article in the list given."""
    number: int
    """Counted from 1 in the article; excluded sentences count too, so the number can be found again by hand."""
    start: int
    end: int
    text: str
    block: int
    """Index of the paragraph."""
    excluded: str = ""
    """The reason it is kept out of the ranking ("repeat", "heading", …), or nothing."""
