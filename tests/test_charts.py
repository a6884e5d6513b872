"""Charts: what is drawn is what is said beside it, and nothing is drawn where there is nothing to see."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
import sample_briefing
from hypothesis import given
from hypothesis import strategies as st

from brief.model import Briefing, Citation, Event, Figure, Findings
from brief.render.pages.charts import HEIGHT, MOST_DAYS, SHARE, figure_series, strip
from brief.render.pages.html import to_html
from brief.render.pages.pdf import draw_pdf


def event(day: str, precision: str = "day", end: str | None = None) -> Event:
    citation = Citation("s1", 0, 9, "It began.", "", "")
    return Event(date=day, end=end, precision=precision, text="then", sentence="a2", citation=citation)  # type: ignore[arg-type]


def figure(value: float, day: str, high: float | None = None) -> Figure:
    return Figure(
        text=f"{value:,.0f}",
        value=value,
        high=high,
        qualifier="about" if value == 900 else None,
        unit=None,
        counted="tonnes of salt",
        as_of=day,
        said_by=None,
        origins=1,
        weight=1.0,
        sentence="a2",
        citation=Citation("s1", 0, 9, "It began.", "", ""),
        also_in=(),
    )


SALT = (figure(900, "2025-04-03"), figure(300, "2025-04-01"), figure(0, "2025-04-02"))


def with_findings(**findings: object) -> Briefing:
    return msgspec.structs.replace(sample_briefing.briefing(), findings=Findings(**findings))  # type: ignore[arg-type]


# ── The strip ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_strip_counts_the_sentences_of_each_day() -> None:
    drawn = strip([event(day) for day in ("2025-04-01", "2025-04-03", "2025-04-03", "2025-04-04", "2025-04-03")])
    assert drawn is not None
    assert (drawn.days, drawn.first, drawn.last) == (4, "1 April 2025", "4 April 2025")
    assert drawn.most == "most on 3 April 2025: 3"
    assert drawn.words == "Dated sentences by day: 1 April 2025: 1, 3 April 2025: 3, 4 April 2025: 1"
    assert drawn.path == "M0.1 40v-13.3h.8V40zM2.1 40v-40h.8V40zM3.1 40v-13.3h.8V40z"


def test_far_off_days_do_not_squeeze_the_others() -> None:
    near = ["2025-04-01", "2025-04-02", "2025-04-03", "2025-04-04"]
    drawn = strip([event("2019-01-01"), *map(event, near)])
    assert drawn is not None
    assert (drawn.days, drawn.first) == (4, "1 April 2025")


@pytest.mark.parametrize(
    "events",
    [
        [],
        [event("2025-04-01"), event("2025-04-02")],
        [event("2025-04-01"), event("2025-09-01"), event("2026-04-01")],
        [event("2025", "year"), event("2025-04", "month"), event("2025-04-07", "week", "2025-04-13")],
        [event("2025-02-30"), event("2025-02-31"), event("2025-02-39")],
    ],
    ids=["nothing", "two days", "a year", "no days", "days that are none"],
)
def test_nothing_is_drawn(events: list[Event]) -> None:
    assert strip(events) is None


@given(st.lists(st.dates(date(2025, 1, 1), date(2025, 5, 1)), max_size=30))
def test_the_shortest_run_of_days_that_holds_most_sentences(days: list[date]) -> None:
    drawn = strip([event(day.isoformat()) for day in days])
    runs = [
        (last - first).days + 1
        for first in set(days)
        for last in set(days)
        if len(own := [day for day in days if first <= day <= last]) >= SHARE * len(days) and len(set(own)) >= 3
    ]
    if drawn is None:
        assert min(runs, default=MOST_DAYS + 1) > MOST_DAYS
        return
    assert drawn.days == min(runs)
    bars = [(float(x), float(height)) for x, height in re.findall(r"M([\d.]+) 40v-([\d.]+)h", drawn.path)]
    assert len(bars) == drawn.words.count(":") - 1 >= 3
    assert max(height for _, height in bars) == HEIGHT
    assert bars[0][0] == 0.1
    assert bars[-1][0] == pytest.approx(drawn.days - 0.9)


# ── Series ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_bars_stand_in_the_order_of_their_dates_and_lead_to_their_source() -> None:
    (drawn,) = figure_series(with_findings(figures=SALT))
    assert drawn.counted == "tonnes of salt"
    assert [(bar.date, bar.text, bar.share) for bar in drawn.bars] == [
        ("1 April 2025", "300", 33.3),
        ("2 April 2025", "0", 0.0),
        ("3 April 2025", "about 900", 100.0),
    ]
    assert {(bar.chip.label, bar.chip.source) for bar in drawn.bars} == {("A2", "A")}


@pytest.mark.parametrize(
    "figures",
    [(), SALT[:2], (*SALT[:2], figure(-5, "2025-04-09")), tuple(figure(0, f"2025-04-0{n}") for n in (1, 2, 3))],
    ids=["nothing", "two dates", "below nought", "all nought"],
)
def test_no_bars_are_drawn(figures: tuple[Figure, ...]) -> None:
    assert figure_series(with_findings(figures=figures)) == ()


# ── On the page ──────────────────────────────────────────────────────────────────────────────────────────────────────


def charted() -> Briefing:
    days = [date(2025, 4, 1) + timedelta(n) for n in (0, 2, 2, 5)]
    return with_findings(figures=SALT, timeline=tuple(event(day.isoformat()) for day in days))


def test_each_chart_of_the_page_says_in_words_what_it_shows() -> None:
    page = to_html(charted())
    pictures = re.findall("<svg.*?</svg>", page, re.S)
    assert len(pictures) == 1 + len(SALT)
    assert all(re.search('role="img".*<title>[^<]+</title>', one) and "<text" not in one for one in pictures)
    for words in ("Dated sentences by day, most on 3 April 2025: 2", "<caption>tonnes of salt</caption>", "about 900"):
        assert words in page


def test_a_page_without_dates_and_figures_has_no_chart() -> None:
    assert "<svg" not in to_html(with_findings())


def test_charts_of_the_pdf_are_accessible(tmp_path: Path) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    drawn = draw_pdf(charted())
    file = tmp_path / "charts.pdf"
    file.write_bytes(drawn.pdf)
    assert drawn.warnings == ()
    assert [f"{failure.rule_id}: {failure.message}" for failure in page.validate_pdf(str(file)).failures] == []
