"""A review as text for a terminal and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from deskstretch.core.columns import in_columns
from deskstretch.core.held import HeldSeconds
from deskstretch.core.language import _
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
from deskstretch.core.running_text import listed
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
    figures = in_columns(list(figure_rows(review)), "<>><")
    bars = in_columns(list(_bar_rows(review.bars)), "<" + ">" * (len(OUTCOME_NAMES) + 2) + "<")
    return "\n".join([title, "", *figures, "", *bars])


def report_title(period: Period) -> str:
    """ "Your week, 16 - 22 November 2026 (2026-W47)"."""
    match period:
        case IsoWeek():
            # Translators: {number} is as in 2026-W47.
            words = _("Your week, {period} ({number})")
        case Month():
            words = _("Your month, {period}")
        case _:
            words = _("Your year, {period}")
    return words.format(period=period_words(period), number=period)


def figure_rows(review: Review) -> Iterator[Sequence[str]]:
    """Name, counts, percent and what stands beside them."""
    figures, change = review.figures, review.compliance_change
    counts, held, planned = figures.counts, figures.held, figures.planned_seconds

    def row(name: str, ratio: Ratio, beside: str = "") -> Sequence[str]:
        return name, of_words(ratio), percent_words(ratio), beside

    changed = "" if change is None else change_words(change, kind_of(review.period))
    yield row(_("Breaks taken"), counts.compliance, changed)
    yield row(_("Taken or partly"), counts.any_stretch)
    yield row(_("Taken, partly or away"), counts.coverage)
    yield _("Days with a break taken"), of_words(figures.days), "", ""
    if planned > 0:
        of_planned = _("{part} of {whole}").format(
            part=duration_words(held.total), whole=duration_words(planned)
        )
        share = percent_words(figures.hold_completion)
        yield _("Held in stretches"), of_planned, share, listed(_side_words(held))
    else:
        yield _("Held in stretches"), NONE, NONE, ""
    yield _("Snoozes"), str(figures.snooze_count), "", ""
    yield _("Held back for"), duration_words(figures.held_back_seconds), "", ""


def outcome_names() -> list[str]:
    """The heads of the columns that tell what became of breaks."""
    return [_(name) for name in OUTCOME_NAMES.values()]


def _side_words(held: HeldSeconds) -> Iterator[str]:
    # Translators: how long a side was stretched, as in "left 4 min".
    if held.left:
        yield _("left {length}").format(length=duration_words(held.left))
    if held.right:
        yield _("right {length}").format(length=duration_words(held.right))
    if held.both:
        # Translators: both sides at once.
        yield _("both {length}").format(length=duration_words(held.both))


def _bar_rows(bars: Sequence[BarReview]) -> Iterator[Sequence[str]]:
    yield "", *outcome_names(), _("Breaks taken"), "", ""
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


def _share(ratio: Ratio) -> _Share:
    return _Share(ratio.part, ratio.whole, ratio.percent)
