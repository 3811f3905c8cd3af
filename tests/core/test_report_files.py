"""The report as a table for spreadsheets and as a page: the same figures, and nothing else."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime, time, timedelta
from html.parser import HTMLParser

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Month, Period, Year
from deskstretch.core.record import BreakRecord, PromptKind, PromptRecord, StepRecord
from deskstretch.core.report_csv import report_csv
from deskstretch.core.report_html import report_html
from deskstretch.core.review import review_of
from deskstretch.core.week import IsoWeek

WEEK, MONTH, YEAR = IsoWeek(2026, 47), Month(2026, 11), Year(2026)
MONDAY = date(2026, 11, 16)


def a_break(outcome: Outcome, days: int = 0, area: str = "neck") -> BreakRecord:
    day = MONDAY + timedelta(days=days)
    at = datetime.combine(day, time(10), UTC)
    return BreakRecord(
        "id",
        day,
        at,
        2700.0,
        outcome=outcome,
        prompts=(PromptRecord(at, PromptKind.PROMPT),),
        steps=(StepRecord("neck", Side.LEFT, 1, None, 30.0, (area,), 20.0),),
    )


BREAKS = [a_break(Outcome.TAKEN), a_break(Outcome.SKIPPED), a_break(Outcome.AWAY, 1)]


class Page(HTMLParser):
    """What a page has in it; every element must be closed in its order."""

    VOID = ("meta", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if any(tag in self.open for tag in ("td", "th")):
            self.rows[-1][-1] += data


@pytest.mark.parametrize("period", [WEEK, MONTH, YEAR])
def test_a_row_for_each_day_or_month_with_its_counts(period: Period) -> None:
    review = review_of(period, BREAKS)
    rows = list(csv.DictReader(report_csv(review).splitlines()))
    assert [row["period"] for row in rows] == [str(bar.place) for bar in review.bars]
    for outcome in Outcome:
        total = review.figures.counts.of(outcome)
        assert sum(int(row[outcome.value]) for row in rows) == total


def test_no_percentage_stands_where_there_is_none() -> None:
    monday, tuesday, *_ = csv.DictReader(report_csv(review_of(WEEK, BREAKS)).splitlines())
    assert monday["compliance_percent"] == "50"
    assert (tuesday["away"], tuesday["compliance_whole"]) == ("1", "0")
    assert tuesday["compliance_percent"] == ""


@pytest.mark.parametrize("period", [WEEK, MONTH, YEAR])
def test_the_page_has_the_figures_and_a_row_for_each_bar(period: Period) -> None:
    review = review_of(period, BREAKS)
    page = Page(report_html(review))
    assert ["Breaks taken", "1 of 2", "50 %", ""] in page.rows
    counted = [row for row in page.rows if len(row) == 10 and row[1].isdigit()]
    assert len(counted) == len(review.bars)
    assert sum(int(row[1]) for row in counted) == 1
    assert ["Neck", "1 min", "0 s", "0 s"] in page.rows
    assert ["Monday", "1/2"] in page.rows


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    text = report_html(review_of(YEAR, BREAKS))
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert not {"src", "href"} & page.attributes
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "default-src 'none'" in text
    assert "url(" not in text


def test_pictures_are_for_the_eye_alone() -> None:
    text = report_html(review_of(WEEK, BREAKS))
    bars = re.findall(r"<(td|span)([^>]*)>(?:<span[^>]*>)+\N{FULL BLOCK}", text)
    assert bars
    assert all('aria-hidden="true"' in attributes for _, attributes in bars)


def test_a_name_from_another_history_stays_text() -> None:
    evil = "<script>alert(1)</script>"
    text = report_html(review_of(WEEK, [a_break(Outcome.TAKEN, area=evil)]))
    assert "<script" not in text.lower()
    assert "&lt;script&gt;" in text


def test_the_page_of_an_empty_period_is_one_calm_line() -> None:
    text = report_html(review_of(MONTH, []))
    assert "<p>No breaks were due this month.</p>" in text
    assert "<table" not in text
    Page(text)
