"""Time brief and its peer, sumy's LexRank: whole commands first, then how the work grows with the sentences.

    python benchmarks/speed.py samples/articles/*.txt      (make bench)

Every figure is of a fresh process, so that imports count as they do for a user. sumy gets the text that brief extracted
and a tokenizer of our own, because its usual one needs a download of NLTK data.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SIZES = (100, 1_000, 10_000)
SLOW = 1_000
"""sumy compares all pairs: 10,000 sentences would take a quarter of an hour and gigabytes."""
PER_ARTICLE = 50
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Cost:
    """What one process cost."""

    wall: float
    cpu: float
    peak: float
    """Resident memory in MB, of the process or of the largest of its children."""
    said: str


# ── Measuring ────────────────────────────────────────────────────────────────────────────────────────────────────────


def measure(command: list[str]) -> Cost:
    """Run a command and wait for it; raise if it fails."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out)
        # wait4, because getrusage(RUSAGE_CHILDREN) adds up all children there ever were.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
        out.seek(0)
        unit = 1e6 if sys.platform == "darwin" else 1e3  # macOS counts bytes, Linux kilobytes
        return Cost(
            wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, out.read().decode("utf-8", "replace")
        )


def median(command: list[str], runs: int) -> Cost:
    """Return the median of several runs, after one that only fills the caches."""
    measure(command)
    costs = [measure(command) for _ in range(runs)]
    return Cost(
        wall=statistics.median(cost.wall for cost in costs),
        cpu=statistics.median(cost.cpu for cost in costs),
        peak=statistics.median(cost.peak for cost in costs),
        said=costs[-1].said,
    )


def worker(name: str, *arguments: str) -> list[str]:
    """Return the command that runs one of WORKERS in a fresh process."""
    return [sys.executable, __file__, "--worker", name, *arguments]


# ── The workers: each runs in a process of its own ───────────────────────────────────────────────────────────────────


def extract(target: str, *paths: str) -> None:
    """Write the text of the articles into one file, as brief reads it."""
    import brief

    Path(target).write_text("\n\n".join(article.text for article in brief.read(list(paths))), "utf-8")


def lexrank(text: str, count: int) -> list[str]:
    """Return sumy's choice of sentences."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    class Tokenizer:
        """What sumy asks of a tokenizer, without NLTK's data."""

        language = "english"

        def to_sentences(self, paragraph: str) -> list[str]:
            return [sentence for sentence in SENTENCE_END.split(paragraph) if sentence.strip()]

        def to_words(self, sentence: str) -> list[str]:
            return WORD.findall(sentence)

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return [str(sentence) for sentence in summarizer(PlaintextParser.from_string(text, Tokenizer()).document, count)]


def sumy_file(path: str) -> None:
    """Print sumy's choice of sentences of a file."""
    print("\n".join(lexrank(Path(path).read_text("utf-8"), 10)))


def sumy_scale(path: str, size: str) -> None:
    """Print how long sumy takes for so many sentences, its import left out."""
    lexrank("One sentence. Another sentence here.", 1)  # import
    texts = synthetic(path, int(size))
    start = time.process_time()
    lexrank("\n\n".join(texts), 5)
    print(time.process_time() - start)  # reading is a hundredth of it


def brief_scale(path: str, size: str) -> None:
    """Print how long brief takes for so many sentences, all of it and LexRank alone, its import left out."""
    import brief
    from brief.pipeline import prepare
    from brief.rank import RANKERS, make_corpus

    brief.summarize(
        [brief.Article.from_text("One sentence about a harbour. Another sentence about a court.")], words=100
    )
    articles = [brief.Article.from_text(text) for text in synthetic(path, int(size))]
    start = time.process_time()
    brief.summarize(articles, words=100)
    whole = time.process_time() - start
    corpus = make_corpus(prepare(articles, brief.Options()))
    assert corpus.terms.words.height  # counted before the clock starts, as sumy's documents are parsed
    start = time.process_time()
    RANKERS["lexrank"](corpus)
    print(whole, time.process_time() - start)


def synthetic(path: str, size: int) -> list[str]:
    """Return articles with `size` sentences in all: words drawn at random, as often as they come in the text."""
    words = [word for word in WORD.findall(Path(path).read_text("utf-8")) if len(word) > 1]
    draw = random.Random(size)
    sentences = [" ".join(draw.choices(words, k=draw.randint(12, 30))).capitalize() + "." for _ in range(size)]
    return [" ".join(sentences[start : start + PER_ARTICLE]) for start in range(0, size, PER_ARTICLE)]


WORKERS: dict[str, Callable[..., None]] = {
    "extract": extract,
    "sumy-file": sumy_file,
    "sumy-scale": sumy_scale,
    "brief-scale": brief_scale,
}


# ── The tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def commands(paths: list[str], folder: Path, runs: int) -> list[str]:
    """Return the table of whole commands."""
    text = folder / "text.txt"
    measure(worker("extract", str(text), *paths))
    brief = [sys.executable, "-m", "brief", *paths]
    timed = {
        "brief, digest in the terminal": median(brief, runs),
        "brief, PDF": median([*brief, "-o", str(folder / "briefing.pdf"), "--quiet"], runs),
        "sumy LexRank, 10 sentences, no files": median(worker("sumy-file", str(text)), runs),
    }
    *_, peer = timed.values()
    rows = ["| Command | wall s | CPU s | peak MB | wall, sumy = 1 | CPU, sumy = 1 |", "|---|---|---|---|---|---|"]
    for name, cost in timed.items():
        ratios = f"{cost.wall / peer.wall:.2f} | {cost.cpu / peer.cpu:.2f}"
        rows.append(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} | {ratios} |")
    return rows


def scale(path: Path, runs: int) -> list[str]:
    """Return the table of growth: the work alone, without start-up, and in CPU time, which other work disturbs least."""
    rows = [
        "| Sentences | brief.summarize, CPU s | our LexRank alone | sumy LexRank, CPU s | summarize, times faster | LexRank, times faster |",
        "|---|---|---|---|---|---|",
    ]
    for size in SIZES:
        said = [measure(worker("brief-scale", str(path), str(size))).said.split() for _ in range(runs)]
        whole, alone = (statistics.median(float(row[column]) for row in said) for column in (0, 1))
        theirs = float(measure(worker("sumy-scale", str(path), str(size))).said) if size <= SLOW else None
        shown = f"{theirs:.2f} | {theirs / whole:.0f} | {theirs / alone:,.0f}" if theirs else "not tried | | "
        rows.append(f"| {size:,} | {whole:.3f} | {alone:.4f} | {shown} |")
    return rows


def main() -> None:
    """Print both tables, or run one worker."""
    parser = argparse.ArgumentParser(description="Time brief and sumy's LexRank on the same text.")
    parser.add_argument("paths", nargs="+", help="articles: files or folders")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5); the median counts")
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.worker:
        WORKERS[chosen.worker](*chosen.paths)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {chosen.runs} fresh processes\n")
        print("\n".join(commands(chosen.paths, folder, chosen.runs)), end="\n\n")
        print("\n".join(scale(folder / "text.txt", chosen.runs)))


if __name__ == "__main__":
    main()
