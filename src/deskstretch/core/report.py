"""A week's review as text for a terminal and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from deskstretch.core.review import DayReview, HeldSeconds, OutcomeCounts, Ratio, WeekReview
from deskstretch.core.review_words import (
    EMPTY_WEEK,
    NONE,
    OUTCOME_NAMES,
    change_words,
    of_words,
    percent_words,
)
from deskstretch.core.week import DAY_NAMES, range_words
from deskstretch.core.words import duration_words


class _Share(msgspec.Struct, frozen=True):
    part: float
    whole: float
    percent: int | None


class _Day(msgspec.Struct, frozen=True):
    day: date
    counts: OutcomeCounts
    compliance: _Share


class _Report(msgspec.Struct, frozen=True):
    """The JSON, field by field; a percent is null where its whole is 0."""

    week: str
    first_day: date
    last_day: date
    counts: OutcomeCounts
    compliance: _Share
    compliance_change: int | None
    """Points gained on the week before."""
    any_stretch: _Share
    coverage: _Share
    hold_completion: _Share
    """In seconds."""
    days_with_break_taken: _Share
    held_seconds: HeldSeconds
    planned_seconds: float
    snooze_count: int
    days: tuple[_Day, ...]


def report_json(review: WeekReview) -> str:
    """The review as one JSON object."""
    figures = review.figures
    report = _Report(
        week=str(review.week),
        first_day=review.week.first_day,
        last_day=review.week.last_day,
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
        days=tuple(
            _Day(each.day, each.counts, _share(each.counts.compliance)) for each in review.days
        ),
    )
    return msgspec.json.format(msgspec.json.encode(report)).decode()


def report_text(review: WeekReview) -> str:
    """The review as lines: the figures, then a table of the days."""
    week = review.week
    title = f"Your week, {range_words(week.first_day, week.last_day)} ({week})"
    if not review.figures.counts.total:
        return f"{title}\n\n{EMPTY_WEEK}"
    figures = _aligned(list(_figure_rows(review)), "<>><")
    days = _aligned(list(_day_rows(review.days)), "<" + ">" * (len(OUTCOME_NAMES) + 2))
    return "\n".join([title, "", *figures, "", *days])


def _figure_rows(review: WeekReview) -> Iterator[Sequence[str]]:
    """Name, counts, percent and what stands beside them."""
    figures, change = review.figures, review.compliance_change
    counts, held, planned = figures.counts, figures.held, figures.planned_seconds

    def row(name: str, ratio: Ratio, beside: str = "") -> Sequence[str]:
        return name, of_words(ratio), percent_words(ratio), beside

    yield row("Breaks taken", counts.compliance, "" if change is None else change_words(change))
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


def _day_rows(days: Sequence[DayReview]) -> Iterator[Sequence[str]]:
    yield "", *OUTCOME_NAMES.values(), "Breaks taken", ""
    for each in days:
        counts, compliance = each.counts, each.counts.compliance
        name = f"{DAY_NAMES[each.day.weekday()]} {each.day.day:2}"
        numbers = [str(counts.of(outcome)) for outcome in OUTCOME_NAMES]
        percent = percent_words(compliance) if counts.answerable else ""
        yield name, *numbers, of_words(compliance), percent


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
