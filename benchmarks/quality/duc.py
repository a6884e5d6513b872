"""DUC 2004 task 2: 50 clusters of ten newswire articles, four references each, and the outputs of 13 published systems."""

from __future__ import annotations

import re
from pathlib import Path

from .cluster import Cluster, Collection

DOCUMENTS = "DUC2004_Summarization_Documents/duc2004_testdata/tasks1and2/duc2004_tasks1and2_docs/docs"
WORDS = 100
WHOLE = 10
"""Articles of a whole cluster. The references and the published outputs are of all ten."""
SENTENCE = re.compile(r"id=\d+>([^<]+)")
"""One sentence of a SEE file, the input format of ROUGE-1.5.5."""


def load(documents: Path, rouge: Path, articles: int) -> Collection:
    """Read the first so many articles of each cluster, with references and published outputs."""
    topics = sorted({path.name[:6] for path in (rouge / "models").glob("d3*.html")})
    clusters = tuple(_cluster(topic, documents / DOCUMENTS, rouge, articles) for topic in topics)
    return Collection(f"DUC 2004, {articles} articles a cluster", clusters, WORDS, "r")


def _cluster(topic: str, documents: Path, rouge: Path, articles: int) -> Cluster:
    folder = documents / str(int(topic[1:]) - 30000)  # d30001 is folder 1, d31050 is folder 1050
    paths = sorted(folder.glob("D*.txt"), key=lambda path: int(path.stem[1:]))[:articles]
    references = sorted((rouge / "models").glob(f"{topic}.*.html"))
    peers = sorted((rouge / "peers").glob(f"{topic}.*.html")) if articles >= WHOLE else []
    return Cluster(
        topic,
        tuple(path.read_text("utf-8", "replace") for path in paths),
        tuple(" ".join(_sentences(path)) for path in references),
        {path.name.split(".")[1]: _sentences(path) for path in peers},
    )


def _sentences(path: Path) -> tuple[str, ...]:
    return tuple(SENTENCE.findall(path.read_text("utf-8", "replace")))


def official(rouge: Path) -> dict[tuple[str, str, str], float]:
    """Return the recall that ROUGE-1.5.5 gave each published output: (system, measure, topic) → 0 to 1."""
    line = re.compile(r"(\S+) ROUGE-(\S+) Eval (d\d+)\.\S+ R:(\S+)")
    lines = (line.match(text) for text in (rouge / "rouge.res").read_text("utf-8").splitlines())
    return {(found[1], found[2], found[3]): float(found[4]) for found in lines if found}
