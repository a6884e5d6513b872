"""The HTML page: one file that asks for nothing, runs one script of ours, leads nowhere dead and can be read by everyone."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import hostile_briefing
import msgspec
import pytest
import sample_briefing
from conftest import ROOT, SAMPLES

import brief
from brief.drawing import LABELS, Drawing
from brief.model import Briefing
from brief.render.environment import shipped
from brief.render.pages.html import page_script, to_html
from brief.render.words import printable

VOID = {"meta", "link", "br", "img", "input", "hr", "col", "wbr"}
ALL = {
    "usual": sample_briefing.briefing(),
    "long": sample_briefing.long_briefing(),
    "empty": sample_briefing.empty_briefing(),
    "hostile": hostile_briefing.hostile_briefing(),
}


@pytest.fixture(params=ALL)
def any_briefing(request: pytest.FixtureRequest) -> Briefing:
    return ALL[request.param]


class Page(HTMLParser):
    """What stands in a page: its elements, its text, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in <{tag}>"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes <{self.open[-1:]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}


def test_each_statement_is_printed_in_full_once_and_shown_with_its_source() -> None:
    briefing = sample_briefing.briefing()
    page = to_html(briefing)
    body = re.sub(r"<div popover.*?</div>", "", page, flags=re.S)
    before_evidence = Page(body[: body.index('class="evidence"')] + "></section></main></body></html>").text
    for statement in briefing.statements:
        assert before_evidence.count(statement.text) == 1, statement.text
        assert page.count(f'id="note-{statement.id}-0"') == 1
        assert f'<mark id="evidence-{statement.id}">{html.escape(statement.citations[0].exact)}</mark>' in page


def test_sections_point_to_what_was_printed_above() -> None:
    text = Page(to_html(sample_briefing.briefing())).text
    assert "Also on this theme: A2 B6 in the bottom line" in text
    assert "3 articles, 2 origins · 347 words read · 15 April 2025" in text
    assert "2 sources, 1 origin, not confirmed" in text
    assert "perhaps of one origin with A" in text
    assert "also reported by A7 · 2 origins" in text


def test_what_was_left_out_is_shown_with_its_reason() -> None:
    page = to_html(sample_briefing.briefing())
    assert '<s title="left out: Sponsored content">Advertisement</s>' in page
    assert page.count("<s title=") == 2
    assert "A3–\u20604" in page  # not to be broken behind the dash
    assert "photo.jpg is a picture" in page


def test_what_we_add_to_a_quotation_looks_different() -> None:
    assert '<span class="added">[on 14 April]</span>' in to_html(sample_briefing.briefing())


def test_page_is_well_formed_and_no_link_is_dead(any_briefing: Briefing) -> None:
    page = Page(to_html(any_briefing))
    ids = Counter(page.attributes("id"))
    assert max(ids.values()) == 1
    wanted = {link[1:] for link in page.attributes("href") if link.startswith("#")}
    wanted |= {*page.attributes("popovertarget"), *" ".join(page.attributes("aria-labelledby")).split()}
    assert wanted <= ids.keys()


def test_page_asks_for_nothing_and_runs_our_script_alone(any_briefing: Briefing) -> None:
    page = Page(to_html(any_briefing))
    assert not page.tags() & {"link", "img", "iframe", "object", "embed", "form", "base", "video", "use", "image"}
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not page.attributes("src") + page.attributes("style")
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    scripts = re.findall("<script[^>]*>(.*?)</script", to_html(any_briefing), re.S | re.I)
    assert len(scripts) == 1 == [tag for tag, _ in page.elements].count("script")
    hashed = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; script-src 'sha256-{hashed}'; style-src 'unsafe-inline'; ")
    assert all(url.startswith("data:font/") for url in re.findall(r"url\(\s*['\"]?([^)]*)", to_html(any_briefing)))


def test_only_web_addresses_become_links() -> None:
    links = [link for link in Page(to_html(ALL["hostile"])).attributes("href") if not link.startswith("#")]
    assert links == []
    page = to_html(ALL["usual"])
    assert '<a href="https://news.example/lindhaven">' in page
    assert '<meta name="referrer" content="no-referrer">' in page


def test_hostile_text_is_shown_as_it_is() -> None:
    briefing = ALL["hostile"]
    page = to_html(briefing)
    text = Page(page).text
    for statement in briefing.statements:
        assert " ".join(printable(statement.text).split()) in text
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page)
    assert "<title>Briefing</title>" in page


def test_languages_are_named() -> None:
    usual = sample_briefing.briefing()
    spanish = msgspec.structs.replace(usual.sources[0], language="es")
    page = to_html(msgspec.structs.replace(usual, sources=(spanish, *usual.sources[1:])))
    assert '<html lang="en">' in page
    assert '<p class="quotation" lang="es">The port authority' in page
    german = to_html(msgspec.structs.replace(usual, language="de"))
    assert '<html lang="de">' in german
    assert '<h2 class="label" id="bottom-line" lang="en">' in german


def test_script_is_small_and_says_the_same_without_its_comments() -> None:
    text = page_script().text
    assert len(text.encode()) < 4096
    source = (shipped() / "default" / "page.js").read_text("utf-8")
    code = [line.strip() for line in source.splitlines() if not line.strip().startswith("//")]
    assert text.split("\n") == [line for line in code if line]
    assert source.count("`") % 2 == 0
    assert all(line.count("`") % 2 == 0 for line in source.splitlines()), (
        "text over several lines would lose its indents"
    )


def test_a_template_brings_its_own_script(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text('document.title = "</script>";\n', "utf-8")
    page = to_html(ALL["usual"], Drawing(template=str(tmp_path)))
    assert '<script>document.title = "<\\/script>";</script>' in page
    assert page_script(str(tmp_path)).digest in page


def test_thirty_articles_with_their_evidence_weigh_under_200_kilobytes() -> None:
    week = sorted((ROOT / "samples" / "week").glob("*/*"))
    articles = brief.read([SAMPLES, *week])[:30]
    made = brief.build(articles, brief.Options(words=400, evidence="context"))
    assert len(articles) == 30
    weights = {labels: len(made.to_html(Drawing(labels=labels)).encode()) for labels in LABELS}
    assert max(weights.values()) < 200_000, weights


def test_statements_say_their_themes_and_sources() -> None:
    page = Page(to_html(sample_briefing.briefing()))
    statements = {a["id"]: a for _, a in page.elements if a.get("class", "").startswith("statement ")}
    picks = [a for _, a in page.elements if a.get("class", "").startswith("pick")]
    offered = {kind: {a["value"] for a in picks if a["name"] == kind} for kind in ("theme", "source")}
    for kind in offered:
        assert offered[kind] == {one for a in statements.values() for one in a[f"data-{kind}"].split()}
    assert all(one["data-theme"] for one in statements.values())
    assert {a["data-theme"] for tag, a in page.elements if tag == "tr" and "data-theme" in a} <= offered["theme"]


def test_same_bytes_again() -> None:
    assert to_html(sample_briefing.briefing()) == to_html(sample_briefing.briefing())


def test_page_names_no_folder_of_this_machine() -> None:
    assert str(Path.cwd()) not in to_html(ALL["usual"])


# ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(scheme: int) -> dict[str, str]:
    """Return the variables of html.css and the source colours in the light (0) or dark (1) scheme."""
    css = (shipped() / "default" / "html.css").read_text("utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", css)
    sources = re.findall(r"\.(s\d) \{ --c: light-dark\((#\w{6}), (#\w{6})\)", css)
    return {pair[0]: pair[1 + scheme] for pair in [*pairs, *sources]}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_contrast_enough(scheme: int) -> None:
    found = colours(scheme)
    for name in ("ink", "muted", "accent", "link", *(f"s{n}" for n in range(1, 9))):
        for ground in ("paper", "panel", "raised"):
            assert contrast(found[name], found[ground]) >= 4.5, f"{name} on {ground}"
    assert contrast(found["ink"], found["marked"]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_numbers_of_the_coverage_map_have_contrast_enough(scheme: int) -> None:
    css = (shipped() / "default" / "html.css").read_text("utf-8")
    found = colours(scheme)
    for rule in re.findall(r"^\.heat\d.*\{ .*$", css, re.M):
        ground = re.findall(r"background: light-dark\((#\w{6}), (#\w{6})\)", rule)[0][scheme]
        ink = re.search(r"[ ;]color: (?:var\(--(\w+)\)|light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}))", rule)
        letters = found["ink"] if not ink else found[ink[1]] if ink[1] else ink[4] or ink[2 + scheme]
        assert contrast(letters, ground) >= 4.5, rule


# ── The markup ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what html-validate says of each page."""
    node, web = shutil.which("node"), Path(__file__).parent / "web"
    validator = web / "node_modules" / ".bin" / "html-validate"
    if not node or not validator.exists():
        pytest.skip("html-validate is not installed: `npm ci` in tests/web, which `make test` does when npm is there")
    folder = tmp_path_factory.mktemp("markup")
    for name, each in ALL.items():
        (folder / f"{name}.html").write_text(to_html(each), "utf-8")
    (folder / "french.html").write_text(ALL["usual"].to_html(Drawing(labels="fr")), "utf-8")
    (folder / "wrong.html").write_text("<b><div></div></b>", "utf-8")
    command = [node, str(validator), "--config", str(web / ".htmlvalidate.json"), "--formatter", "json", str(folder)]
    done = subprocess.run([*command, "--ext", "html"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr
    files = json.loads(done.stdout) if done.stdout.strip() else []
    return {Path(one["filePath"]).stem: [f"{m['line']}: {m['message']}" for m in one["messages"]] for one in files}


@pytest.mark.parametrize("name", [*ALL, "french"])
def test_markup_is_valid(name: str, complaints: dict[str, list[str]]) -> None:
    assert complaints.get(name, []) == []
    assert complaints["wrong"]


# ── In a browser ─────────────────────────────────────────────────────────────────────────────────────────────────────

MEASURE = """<!doctype html><meta charset="utf-8"><iframe id="f" style="width:{width}px;height:800px;border:0"
sandbox="allow-same-origin" src="page.html"></iframe><pre id="out"></pre><script>
const frame = document.getElementById("f");
frame.onload = () => {{
  const page = frame.contentDocument, button = page.querySelector("button.chip"), said = [];
  said.push("beyond=" + (page.documentElement.scrollWidth - page.documentElement.clientWidth));
  if (button) {{
    button.click();
    const note = page.getElementById(button.getAttribute("popovertarget"));
    const box = note.getBoundingClientRect();
    note.querySelector("a").click();
    said.push("open=" + note.matches(":popover-open"), "inside=" + (box.left >= 0 && box.right <= {width}));
  }}
  setTimeout(() => {{
    if (button) said.push("evidence=" + !!page.querySelector("details[open] :target"));
    document.getElementById("out").textContent = said.join(" ");
  }}, 500);
}};
</script>"""


@pytest.mark.parametrize("width", [360, 1200])
def test_page_fits_the_window_and_notes_open_without_scripts(
    any_briefing: Briefing, width: int, tmp_path: Path
) -> None:
    """The page's own scripts are forbidden by the frame; the measuring one is outside."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no chromium to look at the page with")
    file = tmp_path / "measure.html"
    file.write_text(MEASURE.format(width=width), "utf-8")
    (tmp_path / "page.html").write_text(to_html(any_briefing), "utf-8")
    quiet = [
        "--allow-file-access-from-files",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
    ]
    quiet += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'user'}"]
    command = [
        chromium,
        *quiet,
        "--virtual-time-budget=5000",
        "--dump-dom",
        f"--window-size={width + 40},900",
        file.as_uri(),
    ]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    said = re.findall(r'<pre id="out">(.*?)</pre>', found)[0]
    assert "beyond=0" in said
    if any_briefing.statements:
        assert "open=true inside=true evidence=true" in said
