"""A review as text for a terminal and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from deskstretch.core.held import HeldSeconds
from deskstretch.core.period import Month, Period, kind_of, period_words, short_bar_words
from deskstretch.core.review import BarReview, OutcomeCounts, Ratio, Review
from deskstretch.core.review_words import (
    NONE,
    OUTCOME_NAMES,
    change_words,
    empty_words,
    of_words,
    percent_words,
)
from deskstretch.core.week import IsoWeek
from deskstretch.core.words import duration_words

_BAR_SIGNS = 10


class _Share(msgspec.Struct, frozen=True):
    part: float
    whole: float
    percent: int | None


class _Day(msgspec.Struct, frozen=True):
    day: date
    counts: OutcomeCounts
    compliance: _Share


class _Month(msgspec.Struct, frozen=True):
    month: str
    counts: OutcomeCounts
    compliance: _Share


class _Report(msgspec.Struct, frozen=True):
    """The JSON, field by field; a percent is null where its whole is 0."""

    kind: str
    """ "week", "month" or "year"."""
    period: str
    """As in 2026-W47, 2026-11, 2026."""
    first_day: date
    last_day: date
    counts: OutcomeCounts
    compliance: _Share
    compliance_change: int | None
    """Points gained on the period of that kind before."""
    any_stretch: _Share
    coverage: _Share
    hold_completion: _Share
    """In seconds."""
    days_with_break_taken: _Share
    held_seconds: HeldSeconds
    planned_seconds: float
    snooze_count: int
    held_back_seconds: float
    days: tuple[_Day, ...]
    """Of a week or month."""
    months: tuple[_Month, ...]
    """Of a year."""


def report_json(review: Review) -> str:
    """The review as one JSON object."""
    figures, period = review.figures, review.period
    report = _Report(
        kind=kind_of(period).value,
        period=str(period),
        first_day=period.first_day,
        last_day=period.last_day,
        counts=figures.counts,
        compliance=_share(figures.counts.compliance),
        compliance_change=review.compliance_change,
        any_stretch=_share(figures.counts.any_stretch),
        coverage=_share(figures.counts.coverage),
        hold_completion=_share(figures.hold_completion),
        days_with_break_taken=_share(figures.days),
        held_seconds=figures.held,
        planned_seconds=figures.planned_seconds,
        snooze_count=figures.snooze_count,
        held_back_seconds=figures.held_back_seconds,
        days=tuple(
            _Day(each.place, each.counts, _share(each.counts.compliance))
            for each in review.bars
            if isinstance(each.place, date)
        ),
        months=tuple(
            _Month(str(each.place), each.counts, _share(each.counts.compliance))
            for each in review.bars
            if isinstance(each.place, Month)
        ),
    )
    return msgspec.json.format(msgspec.json.encode(report)).decode()


def report_text(review: Review) -> str:
    """The review as lines: the figures, then a table of the days or months."""
    title = report_title(review.period)
    if not review.figures.counts.total:
        return f"{title}\n\n{empty_words(review.period)}"
    figures = _aligned(list(figure_rows(review)), "<>><")
    bars = _aligned(list(_bar_rows(review.bars)), "<" + ">" * (len(OUTCOME_NAMES) + 2) + "<")
    return "\n".join([title, "", *figures, "", *bars])


def report_title(period: Period) -> str:
    """ "Your week, 16 - 22 November 2026 (2026-W47)"."""
    number = f" ({period})" if isinstance(period, IsoWeek) else ""
    return f"Your {kind_of(period)}, {period_words(period)}{number}"


def figure_rows(review: Review) -> Iterator[Sequence[str]]:
    """Name, counts, percent and what stands beside them."""
    figures, change = review.figures, review.compliance_change
    counts, held, planned = figures.counts, figures.held, figures.planned_seconds

    def row(name: str, ratio: Ratio, beside: str = "") -> Sequence[str]:
        return name, of_words(ratio), percent_words(ratio), beside

    changed = "" if change is None else change_words(change, kind_of(review.period))
    yield row("Breaks taken", counts.compliance, changed)
    yield row("Taken or partly", counts.any_stretch)
    yield row("Taken, partly or away", counts.coverage)
    yield "Days with a break taken", of_words(figures.days), "", ""
    if planned > 0:
        sides = (("left", held.left), ("right", held.right), ("both", held.both))
        words = ", ".join(f"{name} {duration_words(each)}" for name, each in sides if each)
        of_planned = f"{duration_words(held.total)} of {duration_words(planned)}"
        yield "Held in stretches", of_planned, percent_words(figures.hold_completion), words
    else:
        yield "Held in stretches", NONE, NONE, ""
    yield "Snoozes", str(figures.snooze_count), "", ""
    yield "Held back for", duration_words(figures.held_back_seconds), "", ""


def _bar_rows(bars: Sequence[BarReview]) -> Iterator[Sequence[str]]:
    yield "", *OUTCOME_NAMES.values(), "Breaks taken", "", ""
    for each in bars:
        counts, compliance = each.counts, each.counts.compliance
        numbers = [str(counts.of(outcome)) for outcome in OUTCOME_NAMES]
        percent = percent_words(compliance) if counts.answerable else ""
        bar = _bar(compliance)
        yield short_bar_words(each.place), *numbers, of_words(compliance), percent, bar


def _bar(ratio: Ratio) -> str:
    """Ten signs for the whole, nothing without one."""
    if ratio.percent is None:
        return ""
    full = round(ratio.percent * _BAR_SIGNS / 100)
    return "\N{FULL BLOCK}" * full + "\N{LIGHT SHADE}" * (_BAR_SIGNS - full)


def _aligned(rows: Sequence[Sequence[str]], sides: str) -> list[str]:
    """The rows in columns, each to the side that "<" or ">" says."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _share(ratio: Ratio) -> _Share:
    return _Share(ratio.part, ratio.whole, ratio.percent)
