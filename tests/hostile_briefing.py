"""A briefing whose every text tries to break out of the page it is drawn on."""

from __future__ import annotations

import msgspec
from sample_briefing import Text, briefing, coverage

from brief.model import Briefing, Concept, LeftOut, Notice, Rival, RunnerUp, Section, Theme, Why

HOSTILE = [
    ["</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)> stands in this sentence."],
    ["{{ 7 * 7 }} {% raw %} {# note #} ${7*7} <%= 7 %> are all mere text here."],
    ["Null \x00, bell \x07, escape \x1b[31m and delete \x7f are controls."],
    ["\u202eThis is turned round by an override\u202c and \u2067isolated\u2069."],
    ["قالت السلطات يوم الاثنين إن الميناء سيغلق لمدة عامين."],
    ["A" * 5000],
    ["word " * 1000 + "end."],
    ["It’s “quoted” & <b>bold</b> &amp; &lt;escaped&gt; \"plain\" 'single' `tick` ]]> -->."],
]


def hostile_briefing() -> Briefing:
    """Return a briefing whose every text tries to break out of the page, without a title."""
    attack = '"><script>alert(2)</script>{{ 7*7 }}\x1b\u202e'
    text = Text(
        "A",
        HOSTILE,
        attack * 20,
        {4: attack},
        {"url": "javascript:alert(3)", "publisher": attack, "author": attack, "published": attack, "language": attack},
    )
    other = Text("B", [["A plain sentence."]], "", {}, {"url": "data:text/html,<script>alert(4)</script>"})
    theme = Theme(attack, attack, attack)
    why = Why((Concept(attack, 0.5, 1, ("s1",)),), 0.5, Rival("b1", 0.5, "lower gain", text.cite(1)))
    statements = (*(text.says(n, attack, why=why) for n in range(1, 9)), other.says(1, attack, flags=(attack,)))
    sections = (Section(theme, 1, statements),)
    sources = (text.source(), msgspec.structs.replace(other.source(), path=attack))
    return msgspec.structs.replace(
        briefing(),
        title="",
        language=attack,
        created=attack,
        sources=sources,
        bottom_line=("a1", "a2", "a6"),
        key_points=("a7",),
        sections=sections,
        coverage=coverage(sections, sources),
        left_out=(LeftOut(attack, ("a1", "b1")),),
        runners_up=(RunnerUp("a1", attack, 0.5, text.cite(1)),),
        warnings=(Notice(attack, attack, attack),),
    )
