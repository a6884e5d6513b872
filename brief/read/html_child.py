"""The child process of `html`: reads pages from standard input, answers with their article. Not for import."""

from __future__ import annotations

import logging
import sys
from importlib.metadata import version
from typing import Any

import msgspec

from ..limits import limit_memory
from .html import Extracted, _receive, _send

LIMIT_MEMORY = 1_500_000_000  # bytes of address space; a normal page takes 120 MB


def main() -> None:
    """Answer one request after another until standard input ends."""
    limit_memory(LIMIT_MEMORY)
    logging.disable(logging.CRITICAL)
    while request := _receive(sys.stdin.buffer):
        method, page = msgspec.msgpack.decode(request, type=tuple[str, str])
        _send(sys.stdout.buffer, msgspec.msgpack.encode(METHODS[method](page)))


def by_trafilatura(page: str) -> Extracted:
    """Extract with trafilatura in its default mode (F1 .958 and .941 on two public benchmarks; fast mode is worse)."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    if found is None:
        return Extracted()
    return Extracted(
        text=found.text or "",
        title=found.title or "",
        author=found.author or "",
        date=found.date or "",
        site=found.sitename or "",
        url=found.url or "",
        method=f"trafilatura@{version('trafilatura')}",
    )


def by_readability(page: str) -> Extracted:
    """Extract with readability-lxml: finds less, but is not stopped by what stops trafilatura."""
    from lxml import html
    from readability import Document

    document = Document(page)
    tree: Any = html.fromstring(document.summary(html_partial=True))
    blocks = [" ".join(node.text_content().split()) for node in tree.iter("p", "h1", "h2", "h3", "li", "blockquote")]
    text = "\n".join(block for block in blocks if block) or " ".join(tree.text_content().split())
    return Extracted(text=text, title=document.short_title() or "", method=f"readability@{version('readability-lxml')}")


METHODS = {"trafilatura": by_trafilatura, "readability": by_readability}


if __name__ == "__main__":
    main()
