"""Draw the pictures of docs/gallery.md from samples/.

    python scripts/gallery.py          needs pdftoppm (poppler-utils) and chromium

Every picture is of a file that the commands in the gallery write. Those of the Word document need LibreOffice and two
fonts as wide as Word's (libreoffice-writer-nogui, fonts-crosextra-caladea, fonts-crosextra-carlito); without, they stay.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

import brief
from brief.drawing import Drawing
from brief.look import Look
from brief.model import Briefing
from brief.render import render
from brief.render.text.terminal import print_digest

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery.md"
BEGIN, END = "<!-- markdown: made by scripts/gallery.py -->", "<!-- end of markdown -->"
MARKDOWN_LINES, TERMINAL_LINES = 22, 44
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
COLOURS = 128
"""Of a picture's palette: a page takes 80 KB instead of 300. With 64 the sources' colours run together."""
LOOK = Look(organisation="The Harbour Desk", accent="#7a1f2b")
"""For the report; the gallery gives the lines of briefing.toml."""
MOST = 150_000
"""Bytes of a picture."""
RESOLUTION = 90
"""Dots per inch of a PDF page: A4 is 744 wide, and GitHub shows 830."""
WINDOW = (1100, 1150)
"""Pixels of the browser's window."""


def main() -> None:
    """Draw all pictures; what cannot be drawn is told and ends with status 1."""
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser is None or not shutil.which("pdftoppm"):
        sys.exit("gallery: needs pdftoppm and chromium: apt install poppler-utils chromium")
    briefing = brief.build(brief.read(ROOT / "samples" / "articles"))
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pages(briefing, Path(folder))
        screens(briefing, Path(folder), browser)
        word(briefing, Path(folder))
    terminal(briefing)
    markdown(briefing)
    for path in sorted(PICTURES.iterdir()):
        print(f"{path.stat().st_size:>8,}  {path.relative_to(ROOT)}")


def pages(briefing: Briefing, folder: Path) -> None:
    """Draw pages of the PDFs: of the default page one and the findings, compact, cover and contents of the report."""
    wanted = {
        None: {"pdf-page-1": "BOTTOM LINE", "pdf-findings": "What is counted"},
        "compact": {"pdf-compact": "BOTTOM LINE"},
        "report": {"pdf-report-cover": "each word for word", "pdf-report-contents": "Where reports differ"},
    }
    for template, pictures in wanted.items():
        file = folder / f"{template}.pdf"
        file.write_bytes(briefing.to_pdf(Drawing(template=template, look=LOOK if template == "report" else Look())))
        for name, words in pictures.items():
            keep(name, page(file, words))


def page(file: Path, words: str) -> bytes:
    """Return the first page of a PDF that has these words, as PNG."""
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    number = next(number for number, one in enumerate(text.split("\f"), 1) if words in one)
    command = ["pdftoppm", "-png", "-r", str(RESOLUTION), "-f", str(number), "-l", str(number), str(file)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def word(briefing: Briefing, folder: Path) -> None:
    """Draw pages of the Word document as LibreOffice sets them: page one and the evidence."""
    office = shutil.which("soffice")
    if office is None:
        print("gallery: no soffice, so the pictures of the Word document stay as they are")
        return
    file = folder / "briefing.docx"
    file.write_bytes(render(briefing, "docx"))
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"  # not the settings of who draws
    command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    for name, words in {"word-page-1": "Bottom line", "word-evidence": "The source text around"}.items():
        keep(name, page(file.with_suffix(".pdf"), words))


def screens(briefing: Briefing, folder: Path, browser: str) -> None:
    """Draw the web page, light and dark, compact and report, and the newsletter."""
    light = briefing.to_html()
    for name, text in {
        "html-light": light,
        "html-dark": light.replace("</head>", "<style>:root { color-scheme: dark }</style></head>", 1),
        "html-compact": briefing.to_html(Drawing(template="compact")),
        "html-report": briefing.to_html(Drawing(template="report", look=LOOK)),
        "email": render(briefing, "email.html").decode(),
    }.items():
        file = folder / f"{name}.html"
        file.write_text(text, "utf-8")
        keep(name, screen(file, browser))


def screen(file: Path, browser: str) -> bytes:
    """Return what the browser's window shows of a page, as PNG."""
    picture = file.with_suffix(".png")
    size = f"--window-size={WINDOW[0]},{WINDOW[1]}"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size]
    subprocess.run([*command, f"--screenshot={picture}", file.as_uri()], capture_output=True, check=True, timeout=120)
    return picture.read_bytes()


def keep(name: str, data: bytes) -> None:
    """Write a picture with a small palette."""
    path = PICTURES / f"{name}.png"
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > MOST:
        sys.exit(f"gallery: {path.name} has {path.stat().st_size:,} bytes, more than {MOST:,}")


def terminal(briefing: Briefing) -> None:
    """Draw the digest as a terminal shows it, from the very bytes that are sent to one."""
    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    os.environ.update(TERM="xterm-256color", COLORTERM="")
    os.environ.pop("NO_COLOR", None)
    sent = io.StringIO()
    sent.isatty = lambda: True  # type: ignore[method-assign]
    print_digest(briefing, width=80, file=sent)
    lines = sent.getvalue().splitlines()
    console = Console(record=True, width=82, file=io.StringIO(), force_terminal=True, color_system="standard")
    for line in lines[:TERMINAL_LINES]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    drawing = console.export_svg(title="brief samples/articles", theme=MONOKAI, unique_id="digest")
    # Rich's fonts are fetched from elsewhere; the family it names falls back to the reader's own.
    alone = re.sub(r"@font-face \{.*?\}", "", drawing, flags=re.DOTALL)
    (PICTURES / "terminal.svg").write_text(alone, "utf-8")


def markdown(briefing: Briefing) -> None:
    """Put the first lines of the Markdown into the gallery."""
    before, rest = GALLERY.read_text("utf-8").split(BEGIN)
    lines = briefing.to_markdown().splitlines()[:MARKDOWN_LINES]
    text = "\n".join(lines)
    GALLERY.write_text(f"{before}{BEGIN}\n\n```markdown\n{text}\n…\n```\n\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
