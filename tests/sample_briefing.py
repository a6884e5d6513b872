"""Briefings made by hand, of invented text, to draw from: a usual one, a long one and an empty one.

The quotations are true: every citation stands in the passages at its offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from brief.model import (
    Alone,
    AlsoIn,
    Briefing,
    Citation,
    Concept,
    Coverage,
    Excluded,
    Findings,
    Generator,
    LeftOut,
    Notes,
    Notice,
    Numbered,
    Passage,
    Relation,
    Rival,
    RunnerUp,
    Section,
    Shared,
    Silent,
    Source,
    Statement,
    Theme,
    ThemeMatch,
    Why,
    digest,
)

HARBOUR = [
    ["Port of Lindhaven to close its northern basin for two years"],
    [
        "The port authority of Lindhaven will close its northern basin in March so that the quay wall can be rebuilt.",
        "The wall, built in 1961, has moved eleven centimetres since the flood of 2019.",
    ],
    [
        "Harbour master Ines Okafor said the work would cost 84 million and take two years.",
        "“We looked at every cheaper way, and none of them would have lasted ten winters,” Okafor told the council.",
    ],
    ["Advertisement"],
    [
        "About 340 dock workers will be moved to the southern basin, the authority said.",
        "The union wants that promise in writing before the first crane is moved.",
    ],
    ["The wall, built in 1961, has moved eleven centimetres since the flood of 2019."],
    ["Ferry passengers will board at the old customs house until the works are finished."],
]
COUNCIL = [
    ["Council backs harbour works after a long night"],
    [
        "Lindhaven’s council voted 31 to 12 on Tuesday to pay for a new quay wall in the northern basin.",
        "The vote came after six hours of debate and a warning by engineers that the wall could fail in a storm.",
    ],
    [
        "Opponents said the city should have asked for state money first.",
        "“We are paying alone for a wall that protects half the coast,” said councillor Tomasz Brandt.",
    ],
    [
        "The rebuilding will cost 84 million and take two years, harbour master Ines Okafor told the council.",
        "A court has yet to rule on a suit by three fishing families who fear for their moorings.",
    ],
    ["The families’ lawyer, Ruth Adeyemi, said the city never heard them before it decided."],
]
UNION = [
    ["Dockers ask for guarantees"],
    [
        "The dockers’ union has asked a labour court to order written guarantees for 340 workers at Lindhaven.",
        "A hearing is set for 9 May.",
    ],
    [
        "Union secretary Pilar Voss said that verbal promises had been broken in 2008, when the grain terminal closed.",
        "The port authority replied that no job would be lost.",
        "Judge Henrik Sall asked both sides to present their figures by the end of April.",
    ],
    ["The human rights office of the city has offered to mediate between the families and the port."],
]

THEMES = {
    "economy": Theme("economy", "Economy", "What it costs, and who pays."),
    "due-process": Theme("due-process", "Due process", "What courts have been asked and have ordered."),
    "health": Theme("health", "Health", "Who is ill, and who helps."),
    "work": Theme("work", "Work", "What it means for those who work there."),
}


@dataclass
class Text:
    """An article given as paragraphs of sentences, with the offsets that follow from it."""

    label: str
    paragraphs: list[list[str]]
    title: str
    excluded: dict[int, str] = field(default_factory=dict)
    """Reasons by sentence number."""
    values: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def __post_init__(self) -> None:
        for paragraph in self.paragraphs:
            start = len(self.text)
            numbered = []
            for sentence in paragraph:
                begin = len(self.text)
                self.text += sentence + " "
                self.spans.append((begin, begin + len(sentence)))
                numbered.append(Numbered(len(self.spans), begin, begin + len(sentence)))
            self.text = self.text[:-1]
            self.passages.append(Passage(start, len(self.text), self.text[start:], tuple(numbered)))
            self.text += "\n\n"

    @property
    def id(self) -> str:
        number = 0
        for letter in self.label:
            number = number * 26 + ord(letter) - 64
        return f"s{number}"

    def source(self) -> Source:
        values: dict[str, Any] = {
            "url": None,
            "publisher": None,
            "author": None,
            "published": "2025-04-14",
            "origin": self.id.replace("s", "o"),
            "shares": (),
            "language": "en",
            "notes": Notes(0.22, "s1" if self.id == "s2" else "s2", 1, len(self.spans), 3, 1),
        }
        return Source(
            id=self.id,
            label=self.label,
            title=self.title,
            path=f"{self.label.lower()}.txt",
            media_type="text/plain",
            words=len(self.text.split()),
            sentences=len(self.spans),
            raw_digest=digest(self.text),
            text_digest=digest(self.text),
            pipeline=("decode/utf-8@1",),
            excluded=tuple(Excluded(*self.spans[n - 1], reason) for n, reason in sorted(self.excluded.items())),
            passages=tuple(self.passages),
            **values | self.values,
        )

    def cite(self, number: int) -> Citation:
        start, end = self.spans[number - 1]
        before, after = self.text[max(start - 32, 0) : start], self.text[end : end + 32]
        return Citation(self.id, start, end, self.text[start:end], before, after)

    def says(self, number: int, theme: str, **changes: Any) -> Statement:
        """Return the statement that quotes this sentence."""
        citation = self.cite(number)
        values: dict[str, Any] = {"text": citation.exact, "origins": 1, "also_in": (), "flags": (), "why": None}
        return Statement(
            id=f"{self.label.lower()}{number}",
            score=round(1 / number, 2),
            themes=(ThemeMatch(theme, 2.0, ("court",)),),
            confidence="probable" if number % 2 else "confident",
            citations=(citation,),
            stability=None,
            **values | changes,
        )

    def also(self, number: int, similarity: float, relation: Relation = "says the same") -> AlsoIn:
        start, end = self.spans[number - 1]
        return AlsoIn(self.id, start, end, self.text[start:end], similarity, relation)


def _generator() -> Generator:
    options = {"words": 250, "themes": "news", "ranker": "coverage", "evidence": "full", "title": None}
    return Generator("brief", "0.1.0", options, digest("options"))


def coverage(sections: tuple[Section, ...], sources: tuple[Source, ...]) -> Coverage:
    counts = tuple(
        tuple(sum(s.citations[0].source == source.id for s in section.statements) for source in sources)
        for section in sections
    )
    return Coverage(
        themes=(*(section.theme for section in sections), THEMES["health"]),
        sources=tuple(source.id for source in sources),
        counts=(*counts, (0,) * len(sources)),
        days=("2025-04-14",),
        day=(0,) * len(sources),
        alone=tuple(Alone(_quoted(sections, source)[:2], source.sentences // 2) for source in sources),
        leaves_out=tuple(() if _quoted(sections, source) else ("a2",) for source in sources),
        gaps=("health",),
        silent=tuple(Silent(source.id, "lower gain", None) for source in sources if not _quoted(sections, source)),
    )


def _quoted(sections: tuple[Section, ...], source: Source) -> tuple[str, ...]:
    return tuple(one.id for section in sections for one in section.statements if one.citations[0].source == source.id)


def briefing() -> Briefing:
    """Return a briefing of three articles from two origins, of the usual size."""
    harbour = Text(
        "A",
        HARBOUR,
        "Port of Lindhaven to close its northern basin for two years",
        {1: "heading", 6: "sponsored", 9: "repeat"},
        {"url": "https://news.example/lindhaven", "publisher": "The Lindhaven Post", "author": "M. Castellan"},
    )
    council = Text(
        "B",
        COUNCIL,
        "Council backs harbour works after a long night",
        {1: "heading"},
        {"origin": "o1", "shares": (Shared("s1", "perhaps", 0.4),)},
    )
    union = Text("C", UNION, "Dockers ask for guarantees", {1: "heading"}, {"published": "2025-04-15"})
    shared = (Concept("84 million", 0.31, 1, ("s1", "s2")), Concept("rebuilding", 0.125, 1, ("s2",)))
    why = Why(shared, 0.4, Rival("a4", 0.22, "says the same", harbour.cite(4)))
    cost = council.says(6, "economy", origins=1, also_in=(harbour.also(4, 0.86),), why=why)
    jobs = union.says(2, "work", origins=2, also_in=(harbour.also(7, 0.81),), flags=("new",))
    promise = union.says(
        4, "work", text=f"Union secretary Pilar Voss said [on 14 April] {union.cite(4).exact.split(' said ')[1]}"
    )
    economy = (harbour.says(2, "economy"), council.says(2, "economy"), cost, council.says(5, "economy"))
    process = (council.says(7, "due-process"), council.says(8, "due-process"), union.says(6, "due-process"))
    sections = (
        Section(THEMES["economy"], 1, economy),
        Section(THEMES["due-process"], 2, process),
        Section(THEMES["work"], 2, (jobs, promise, union.says(5, "work"))),
    )
    sources = (harbour.source(), council.source(), union.source())
    return Briefing(
        title="Lindhaven rebuilds its harbour",
        language="en",
        created="2025-04-15T06:00:00Z",
        generator=_generator(),
        sources=sources,
        bottom_line=("a2", "b6", "c2"),
        key_points=(),
        sections=sections,
        findings=Findings(),
        changes=None,
        coverage=coverage(sections, sources),
        left_out=(
            LeftOut("did not fit", ("a3", "a4", "a7", "a8", "b3", "b4", "c7")),
            LeftOut("does not stand alone", ("a5", "a10", "c3")),
        ),
        runners_up=(RunnerUp("a3", "Economy", 0.1, harbour.cite(3)), RunnerUp("c7", "Other", 0.05, union.cite(7))),
        warnings=(Notice("unreadable", "photo.jpg", "photo.jpg is a picture: give the text instead"),),
    )


def long_briefing(n: int = 60, sources: int = 12) -> Briefing:
    """Return a briefing of `n` statements from many articles on five themes."""
    names = ("Economy", "Due process", "Work", "Safety and the environment", "Other")
    themes = [Theme(name.lower().replace(" ", "-"), name, f"What is reported on {name.lower()}.") for name in names]
    title = "Report {} from the northern basin of Lindhaven"
    texts = [Text(_letters(i), _invented(i, n // sources + 2), title.format(i + 1)) for i in range(sources)]
    statements = [texts[i % sources].says(2 + i // sources * 2, themes[i % 5].id) for i in range(n)]
    sections = tuple(
        Section(theme, sources, tuple(statements[i::5])) for i, theme in enumerate(themes) if statements[i::5]
    )
    articles = tuple(text.source() for text in texts)
    ids = [statement.id for statement in statements]
    return msgspec.structs.replace(
        briefing(),
        title="A long look at Lindhaven’s harbour, its wall, its courts and its workers",
        sources=articles,
        bottom_line=tuple(ids[:3]),
        key_points=tuple(ids[3:9]),
        sections=sections,
        coverage=coverage(sections, articles),
        left_out=(LeftOut("did not fit", tuple(f"{text.label.lower()}{k}" for text in texts for k in range(3, 9, 2))),),
        runners_up=(),
        warnings=(),
    )


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def _invented(article: int, paragraphs_wanted: int) -> list[list[str]]:
    """Return a heading and paragraphs of two sentences that are all different."""
    who = ("The harbour master", "An engineer", "The union", "A councillor", "The port authority")
    what = (
        "expects the quay wall to need",
        "asked the council to set aside",
        "told reporters that the works would take",
    )
    paragraphs = [[f"Report {article + 1} from the northern basin"]]
    for k in range(paragraphs_wanted):
        number = 100 * (article + 1) + 7 * k
        beginning = f"{who[(article + k) % 5]} {what[(article * 2 + k) % 3]}"
        first = f"{beginning} {number} days of work before the winter storms arrive."
        second = f"Figures from {1990 + k} show that berth {article + 1} moved {number} tonnes of grain and salt a day."
        paragraphs.append([first, second])
    return paragraphs


def empty_briefing() -> Briefing:
    """Return a briefing of one source, without a title, a date, a statement or evidence."""
    source = msgspec.structs.replace(
        briefing().sources[2], title="", path=None, published=None, passages=(), excluded=()
    )
    return msgspec.structs.replace(
        briefing(),
        title="",
        created=None,
        sources=(source,),
        bottom_line=(),
        sections=(),
        coverage=Coverage((), (), ()),
        left_out=(),
        runners_up=(),
        warnings=(),
    )
