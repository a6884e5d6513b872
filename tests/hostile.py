"""Briefings in which an article says whatever a test wants it to say."""

from __future__ import annotations

import json

import msgspec
import pytest
from conftest import SHARED
from sample_briefing import briefing

from brief.model import Briefing, Notice

HOSTILE = (
    "# Heading",
    "- item\n+ item\n1. item\n> quote",
    "2) twice",
    "2025. A year",
    "[click](javascript:alert(1)) and ![x](https://evil.example/x.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "*bold* _it_ __all__ ~~gone~~ `code` ``` fence",
    "a | b | c",
    "---",
    "===",
    "&lt;b&gt; &amp; &#60;",
    "ends with a backslash \\",
    "\\*not\\* escaped",
    "[^a2]: stolen note",
    "[a2]: https://evil.example",
    "https://evil.example and www.evil.example",
    "$x$ and $y$ for $5",
    "{{ 7 * 7 }} {% raw %} {: .class}",
    "[red]rich[/red] [link=https://evil.example]x[/link] :smile:",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x9b0m",
    "right\u202eto left\u2066",
    "<!-- comment --> <![CDATA[x]]> <?php ?>",
    "中文没有空格，所以每个字之间都可以换行。" * 5,
    "👨\u200d👩\u200d👧 🇩🇪🇫🇷 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 " * 9,
    "Z\u0351\u036b\u0343a\u0322\u0334l\u0358g\u0340o " * 20,
    "unbreakable" * 40,
)


def saying(text: str) -> Briefing:
    """Return the sample briefing with this text wherever an article's words may stand."""
    plain = briefing()
    replace = msgspec.structs.replace
    first, *statements = plain.sections[0].statements
    first = replace(
        first, text=text, flags=(text,), citations=(replace(first.citations[0], exact=text, prefix=text, suffix=text),)
    )
    theme = replace(plain.sections[0].theme, label=text, description=text)
    section = replace(plain.sections[0], theme=theme, statements=(first, *statements))
    source = replace(plain.sources[0], title=text, publisher=text, author=text, path=text, published=text)
    return replace(
        plain,
        title=text,
        sections=(section, *plain.sections[1:]),
        sources=(source, *plain.sources[1:]),
        left_out=(replace(plain.left_out[0], reason=text), *plain.left_out[1:]),
        warnings=(Notice("unreadable", text, text),),
        coverage=replace(plain.coverage, themes=(theme, *plain.coverage.themes[1:])),
    )


def naughty_strings() -> list[str]:
    """Return the Big List of Naughty Strings, or skip where it is not there."""
    path = SHARED / "suites" / "blns.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    strings: list[str] = json.loads(path.read_text("utf-8"))
    return strings
