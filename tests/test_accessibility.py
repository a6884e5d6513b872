"""The HTML page in Chromium: for readers of every kind, at every width, light and dark, with scripts and without."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile_briefing
import pytest
import sample_briefing
from conftest import ROOT

from brief.look import LEAST_CONTRAST, contrast
from brief.model import Briefing
from brief.render.pages.html import to_html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
if not CHROMIUM:
    pytest.skip("no chromium to look at the page with", allow_module_level=True)

CASES = ROOT / "tests" / "cases"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking"]
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, samples: Any) -> dict[str, Path]:
    import brief

    briefings: dict[str, Briefing] = {
        "samples": brief.build(samples, brief.Options(words=400)),
        "usual": sample_briefing.briefing(),
        "long": sample_briefing.long_briefing(),
        "empty": sample_briefing.empty_briefing(),
        "hostile": hostile_briefing.hostile_briefing(),
        **{code: brief.build(brief.read([CASES / "rtl" / code])) for code in ("ar", "he")},
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, briefing in briefings.items():
        (folder / f"{name}.html").write_text(to_html(briefing), "utf-8")
    return {name: folder / f"{name}.html" for name in briefings}


class Look:
    """A page in a window, and all that it asked for or complained of."""

    def __init__(self, browser: Any, file: Path, width: int = 1200, scheme: str = "light", **more: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **more)
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(file.as_uri())
        self.own = file.as_uri()

    def __enter__(self) -> Any:
        return self.page

    def __exit__(self, kind: Any, *_: Any) -> None:
        self.context.close()
        if kind is None:
            assert [url for url in self.asked if url != self.own and not url.startswith("data:font/")] == []
            assert self.said == []


def violations(page: Any) -> list[str]:
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1200])
def test_axe_finds_no_violation(browser: Any, pages: dict[str, Path], width: int, scheme: str) -> None:
    with Look(browser, pages["samples"], width, scheme) as page:
        assert violations(page) == []
        page.locator(".choice summary").click()
        page.locator(".pick[name=theme]").first.click()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.locator("button.chip:visible").first.click()
        assert page.locator(":popover-open").count() == 1
        assert violations(page) == []
        page.keyboard.press("Escape")
        assert page.locator(":popover-open").count() == 0
        assert page.evaluate("document.documentElement.className") == "live filtered"


@pytest.mark.parametrize("name", ["usual", "long", "empty", "hostile"])
def test_axe_finds_no_violation_in_any_briefing(browser: Any, pages: dict[str, Path], name: str) -> None:
    with Look(browser, pages[name], 360, "dark") as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_of_the_coverage_map_can_be_read(browser: Any, pages: dict[str, Path], scheme: str) -> None:
    """Axe passes over texts of one letter."""
    with Look(browser, pages["samples"], scheme=scheme) as page:
        found = page.locator(".coverage td").evaluate_all(
            "all => all.map(getComputedStyle).map((one) => [one.color, one.backgroundColor])"
        )
        pairs = {tuple("#" + bytes(map(int, re.findall(r"\d+", one))).hex() for one in pair) for pair in found}
        assert len(pairs) >= 5
        assert {pair for pair in pairs if contrast(*pair) < LEAST_CONTRAST} == set()


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_moves_when_the_script_starts(browser: Any, pages: dict[str, Path], width: int) -> None:
    """Without the fonts: words move a little when these take the place of the machine's."""
    bare = pages["samples"].with_name(f"bare-{width}.html")
    bare.write_text(re.sub("@font-face {.*?}", "", pages["samples"].read_text("utf-8")), "utf-8")
    with Look(browser, bare, width) as page:
        assert page.evaluate(SHIFTED) == 0


# ── Filters ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def shown(page: Any, selector: str = ".statement") -> list[str]:
    return page.locator(f"{selector}:visible").evaluate_all("all => all.map((one) => one.id)")


def having(page: Any, **wanted: str) -> list[str]:
    """Return the statements that have this theme and this source, as the page says itself."""
    test = " && ".join(f"one.dataset.{kind}.split(' ').includes('{value}')" for kind, value in wanted.items())
    return page.locator(".statement").evaluate_all(f"all => all.filter((one) => {test}).map((one) => one.id)")


def test_filter_by_theme_and_source_and_back(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"]) as page:
        every = shown(page)
        page.locator(".choice summary").click()
        theme, source = page.locator(".pick[name=theme]").first, page.locator(".pick[name=source]").first
        assert theme.get_attribute("aria-pressed") == "false"
        theme.click()
        kept = having(page, theme=theme.get_attribute("value"))
        assert 0 < len(kept) < len(every)
        assert shown(page) == kept
        assert theme.get_attribute("aria-pressed") == "true"
        told = page.locator(".matches[role=status]")
        assert told.inner_text() == f"{len(kept)} of {len(every)} statements: {theme.inner_text()}"
        assert all(part.locator(".statement:visible").count() for part in page.locator(".theme:visible").all())
        source.click()
        both = having(page, theme=theme.get_attribute("value"), source=source.get_attribute("value"))
        assert shown(page) == both
        theme.click()
        assert shown(page) == having(page, source=source.get_attribute("value"))
        page.locator(".reset").click()
        assert shown(page) == every
        assert told.inner_text() == ""
        assert not page.locator(".reset").is_visible()


COUNTED = """([theme, source]) => { const row = document.querySelector(`tr[data-theme='${theme}']`);
const head = row && [...row.closest("table").rows[0].cells].findIndex((one) => one.textContent == source);
return row ? row.cells[head].textContent != "0" : false; }"""
"""Whether the coverage map counts a sentence for a theme and source."""


def test_a_field_of_the_coverage_map_filters_by_keyboard(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"]) as page:
        every = shown(page)
        field = page.locator(".coverage button").first
        theme = field.evaluate("one => one.closest('tr').dataset.theme")
        source = field.evaluate("one => one.closest('table').rows[0].cells[one.parentNode.cellIndex].textContent")
        assert field.get_attribute("aria-label").startswith(field.inner_text() + ",")
        field.focus()
        page.keyboard.press("Enter")
        assert shown(page) == having(page, theme=theme, source=source) != []
        assert page.evaluate("document.activeElement.className") == "reset"
        page.keyboard.press("Escape")
        assert shown(page) == every
        counts = page.locator("tr[data-theme] td:has(button)").count()
        assert counts == len({
            (theme, source)
            for one in page.locator(".statement").all()
            for theme in one.get_attribute("data-theme").split()
            for source in one.get_attribute("data-source").split()
            if page.evaluate(COUNTED, [theme, source])
        })  # fmt: skip


def test_a_link_to_a_hidden_statement_shows_it(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"]) as page:
        link = page.locator(".figures a.chip[href^='#statement-']").first
        target = link.get_attribute("href")
        page.locator(".choice summary").click()
        others = page.locator(".pick[name=source]").all()
        of_it = page.locator(target).get_attribute("data-source").split()
        next(one for one in others if one.get_attribute("value") not in of_it).click()
        assert not page.locator(target).is_visible()
        link.click()
        assert page.locator(target).is_visible()


# ── Citations ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_evidence_opens_at_the_sentence(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"]) as page:
        page.locator("button.chip").first.click()
        page.locator(":popover-open .popover-foot a").click()
        assert page.locator(":popover-open").count() == 0
        quoted = page.locator("details[open] mark:target")
        playwright.expect(quoted).to_be_in_viewport()
        page.go_back()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false; })")
        page.go_forward()
        playwright.expect(quoted).to_be_visible()


def expected_citation(page: Any) -> str:
    note = page.locator(":popover-open")
    entry = page.locator("#" + note.locator(".copy").get_attribute("value"))
    title, byline = entry.locator(".entry-title"), entry.locator(".byline")
    parts = (title.inner_text(), byline.inner_text(), note.locator(".copy").get_attribute("data-id"))
    return (
        f"“{note.locator('blockquote').inner_text()}”\n{', '.join(parts)}\n{title.locator('a').get_attribute('href')}"
    )


@pytest.mark.parametrize("clipboard", ["there", "barred"])
def test_a_quotation_is_copied_with_its_citation(browser: Any, pages: dict[str, Path], clipboard: str) -> None:
    with Look(browser, pages["samples"], permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator("button.chip").first.click()
        read = page.evaluate_handle("() => navigator.clipboard")
        if clipboard == "barred":
            page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        expected = expected_citation(page)
        page.locator(":popover-open .copy").click()
        playwright.expect(page.locator(":popover-open .copy")).to_have_text("Copied")
        assert page.locator(".told[role=status]").inner_text() == "Copied"
        assert read.evaluate("clipboard => clipboard.readText()") == expected
        if clipboard == "barred":
            assert page.evaluate("getSelection().toString() || document.activeElement.value") == expected


# ── From right to left ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1200])
def test_an_arabic_page_runs_from_right_to_left(browser: Any, pages: dict[str, Path], width: int, scheme: str) -> None:
    with Look(browser, pages["ar"], width, scheme) as page:
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.locator(".bottom-line").bounding_box()
        rules = "one => ['Right', 'Left'].map((side) => parseFloat(getComputedStyle(one)[`border${side}Width`]))"
        right, left = page.locator(".bottom-line").evaluate(rules)
        assert right > 4
        assert left == 0
        padding = 30
        ends = page.locator(".bottom-line .label").evaluate(LINE_END)
        assert ends == pytest.approx(box["x"] + box["width"] - padding, abs=2)
        heads = [cell.bounding_box()["x"] for cell in page.locator(".coverage thead th").all()]
        assert heads == sorted(heads, reverse=True)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.locator("button.chip:visible").first.click()
        note = page.locator(":popover-open").bounding_box()
        assert note["x"] >= 0
        assert note["x"] + note["width"] <= width
        assert violations(page) == []


LINE_END = """one => { const all = document.createRange(); all.selectNodeContents(one);
return Math.max(...[...all.getClientRects()].map((box) => box.right)); }"""


@pytest.mark.parametrize("name", ["ar", "he"])
def test_marks_and_numbers_keep_their_places(browser: Any, pages: dict[str, Path], name: str) -> None:
    """The mark of a quotation stands at its left end; “A7” before a sentence that begins with a number, at its right."""
    with Look(browser, pages[name]) as page:
        for quotation in page.locator(".quotation").all():
            mark = quotation.locator("button.chip").bounding_box()
            last = quotation.evaluate(LAST_LETTER)
            assert mark["x"] + mark["width"] <= last["left"] + 1, quotation.inner_text()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        number = page.locator("sup", has_text="A7")
        first = number.evaluate("one => { const all = document.createRange(); all.setStart(one.nextSibling, 0); "
                                "all.setEndAfter(one.nextSibling); return all.getClientRects()[0].right; }")  # fmt: skip
        assert first <= number.bounding_box()["x"] + 1


LAST_LETTER = """one => { const words = [...one.childNodes].filter((node) => node.nodeType == 3).at(-1), all = document.createRange();
all.setStart(words, words.length - 1); all.setEnd(words, words.length); return all.getBoundingClientRect().toJSON(); }"""


# ── Without scripts, and on paper ────────────────────────────────────────────────────────────────────────────────────


def test_everything_can_be_read_without_scripts(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"], 360, java_script_enabled=False) as page:
        assert page.locator(".statement:visible").count() == page.locator(".statement").count() > 0
        for selector in (".filters", ".reset", ".coverage button"):
            assert page.locator(f"{selector}:visible").count() == 0, selector
        page.locator("button.chip").first.click()
        note = page.locator("[popover]:visible")
        assert note.count() == 1
        assert not note.locator(".copy").is_visible()
        note.locator(".close").click()
        assert page.locator("[popover]:visible").count() == 0
        page.locator("details.source summary").first.click()
        assert page.locator("details[open] .passages").is_visible()
        assert page.locator(".coverage th a[href^='#theme-']").count() > 0


def test_paper_has_the_evidence_and_no_controls(browser: Any, pages: dict[str, Path]) -> None:
    with Look(browser, pages["samples"]) as page:
        page.emulate_media(media="print")
        assert not page.locator(".filters").is_visible()
        assert page.locator(".passages:visible").count() == page.locator(".passages").count() > 0
