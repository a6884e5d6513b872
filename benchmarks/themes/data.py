"""The labelled collections, read from folders as their repositories have them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import msgspec

from brief.model import Article
from brief.paragraphs import paragraphs
from brief.split import split

AG_LABELS = {"1": "World", "2": "Sports", "3": "Business", "4": "Sci/Tech"}
STORY = re.compile(r'<REUTERS TOPICS="YES".*?>.*?<TOPICS>(.*?)</TOPICS>.*?<TEXT.*?>(.*?)</TEXT>', re.DOTALL)


@dataclass(frozen=True)
class Document:
    """A labelled text, as sentences."""

    sentences: tuple[str, ...]
    labels: frozenset[str]


@dataclass(frozen=True)
class Source:
    """Where a collection is, and how it is read."""

    folder: str
    """Name of the folder in the folder given: that of the repository."""
    clone: str
    about: str
    read: Callable[[Path], Iterator[Document]]


def sentences(text: str) -> tuple[str, ...]:
    """Split a text as a briefing does."""
    article = msgspec.structs.replace(Article.from_text(text), language="en")
    return tuple(s.text for s in split(article, 0, paragraphs(article)))


def bbc(folder: Path) -> Iterator[Document]:
    """2,225 articles of 2004 and 2005 in five sections (Greene and Cunningham 2006)."""
    for path in sorted(folder.glob("bbc/*/*.txt")):
        yield Document(sentences(path.read_text("latin-1")), frozenset([path.parent.name]))


def ag_news(folder: Path) -> Iterator[Document]:
    """The test part of AG News: 7,600 titles with teasers of 2004 in four classes (Zhang et al. 2015)."""
    with (folder / "data/ag_news_csv/test.csv").open(encoding="utf-8", newline="") as file:
        for label, title, teaser in csv.reader(file):
            yield Document((_plain(title), _plain(teaser)), frozenset([AG_LABELS[label]]))


def _plain(text: str) -> str:
    """Undo the escapes of AG News: `\\` for a line's end, ` #39;` for an apostrophe."""
    return unescape(re.sub(r" ?#(\d+);", r"&#\1;", text.replace("\\", " ")))


def reuters(folder: Path) -> Iterator[Document]:
    """Reuters-21578: newswire of 1987 that editors gave one topic or more (Lewis 1997)."""
    for path in sorted(folder.glob("data/reut2-*.sgm")):
        for topics, text in STORY.findall(path.read_text("latin-1")):
            labels = frozenset(re.findall("<D>(.*?)</D>", topics))
            if labels:
                yield Document(sentences(unescape(re.sub("<.*?>", "\n", text))), labels)


def upr(folder: Path) -> Iterator[Document]:
    """Recommendations of the UN's Universal Periodic Review, 2008 to 2014, with the issues UPR Info gave them."""
    for path in sorted(folder.glob("v.2/Data/CSVs/*.csv")):
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                issues = frozenset(issue.strip() for issue in (row["Issue"] or "").split(","))
                yield Document((row["Text"],), issues)


def disaster(folder: Path) -> Iterator[Document]:
    """Sentences of disaster news of many years with the needs they tell of (Munro 2012); not the messages of victims."""
    for name in ("validation", "test"):
        with (folder / f"disaster_response_{name}.csv").open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                if row["genre"] == "news":
                    yield Document((row["message"],), frozenset(key for key, value in row.items() if value == "1"))


def science(folder: Path) -> Iterator[Document]:
    """Teasers of the class Sci/Tech of AG News, judged by field in ag_science.tsv; only odd rows are."""
    rows = list(ag_news(folder))
    judged = Path(__file__).with_name("ag_science.tsv").read_text("utf-8").splitlines()
    for line in judged:
        if not line.startswith("#"):
            number, labels = line.split("\t")
            yield Document((), frozenset())  # an even one
            yield Document(rows[int(number)].sentences, frozenset(labels.split(",")))


SOURCES = {
    "bbc": Source(
        "bbc-article-classify-bert",
        "https://github.com/dejanbatanjac/bbc-article-classify-bert",
        "2,225 BBC articles of 2004–05 (Greene and Cunningham 2006)",
        bbc,
    ),
    "ag": Source(
        "CharCnn_Keras",
        "https://github.com/mhjabreel/CharCnn_Keras",
        "7,600 titles with teasers of AG News, test part (Zhang et al. 2015)",
        ag_news,
    ),
    "science": Source(
        "CharCnn_Keras",
        "https://github.com/mhjabreel/CharCnn_Keras",
        "95 Sci/Tech teasers of AG News judged by hand",
        science,
    ),
    "reuters": Source(
        "reuters_text_classification",
        "https://github.com/wuodar/reuters_text_classification",
        "Reuters-21578, stories with topics (Lewis 1997)",
        reuters,
    ),
    "upr": Source(
        "uprs",
        "https://github.com/rochelleterman/uprs",
        "41,066 recommendations of the UN's Universal Periodic Review with the issues UPR Info gave them",
        upr,
    ),
    "disaster": Source(
        "disaster_response_messages",
        "https://github.com/rmunro/disaster_response_messages",
        "2,618 sentences of disaster news, validation and test part (Munro 2012)",
        disaster,
    ),
}
