"""Honest figures over what was kept: every share stands beside its counts, none punishes absence.

Breaks that are still open count nowhere. A break belongs to the local day that is kept with it.
Breaks that the person asked for themselves count like any other, but they are no prompts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from deskstretch.core.held import (
    AreaHeld,
    HeldSeconds,
    StretchTally,
    areas_held,
    held_seconds,
    stretch_tallies,
)
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Month, Period, Year, month_of, weeks_within
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord
from deskstretch.core.week import IsoWeek

SKIP_WEEKS = 4
"""A week shows when prompts were skipped over so many weeks: one alone has hardly one an hour."""

ANSWERABLE = (Outcome.TAKEN, Outcome.PARTLY, Outcome.SKIPPED, Outcome.MISSED)
"""The outcomes of breaks that found the person there to answer."""


class Ratio(msgspec.Struct, frozen=True):
    """A part of a whole; both are shown, and without a whole there is no share."""

    part: float
    whole: float

    @property
    def percent(self) -> int | None:
        """Whole percent, halves upwards; None if the whole is 0.

        0 % is kept for none and 100 % for all: what lies between never reads as either.
        """
        if self.whole <= 0:
            return None
        rounded = math.floor(100 * self.part / self.whole + 0.5)
        return min(99, max(1, rounded)) if 0 < self.part < self.whole else rounded


class OutcomeCounts(msgspec.Struct, frozen=True):
    """How many breaks ended in which way, and the shares that follow."""

    taken: int = 0
    partly: int = 0
    skipped: int = 0
    missed: int = 0
    away: int = 0
    held_back: int = 0

    def of(self, outcome: Outcome) -> int:
        """The count of one outcome."""
        count: int = getattr(self, outcome.value)
        return count

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.of(outcome) for outcome in Outcome)

    @property
    def answerable(self) -> int:
        """Breaks that found the person there to answer: the whole of compliance."""
        return sum(self.of(outcome) for outcome in ANSWERABLE)

    @property
    def compliance(self) -> Ratio:
        """Taken, of those that could be answered."""
        return Ratio(self.taken, self.answerable)

    @property
    def any_stretch(self) -> Ratio:
        """Taken or partly, of those that could be answered."""
        return Ratio(self.taken + self.partly, self.answerable)

    @property
    def coverage(self) -> Ratio:
        """Taken, partly or away, of those that could be answered and those away."""
        return Ratio(self.taken + self.partly + self.away, self.answerable + self.away)


class Figures(msgspec.Struct, frozen=True):
    """What some days came to."""

    counts: OutcomeCounts
    prompted: OutcomeCounts
    """Only of the breaks that the person did not ask for themselves."""
    days: Ratio
    """Days with at least one break taken, of days with one due."""
    held: HeldSeconds
    planned_seconds: float
    snooze_count: int
    held_back_seconds: float
    """How long breaks were held back, as far as the end of that was seen."""

    @property
    def hold_completion(self) -> Ratio:
        """Held, of planned seconds."""
        return Ratio(self.held.total, self.planned_seconds)


class BarReview(msgspec.Struct, frozen=True):
    """One bar: what a day or a month came to."""

    place: date | Month
    counts: OutcomeCounts


class SkipCell(msgspec.Struct, frozen=True):
    """Prompts of one weekday (0 is Monday) and hour: how many could be answered, and were skipped.

    A break counts where it was last asked for.
    """

    weekday: int
    hour: int
    asked: int
    skipped: int

    @property
    def skipped_share(self) -> Ratio:
        """Skipped, of those that could be answered."""
        return Ratio(self.skipped, self.asked)


class Review(msgspec.Struct, frozen=True):
    """One period, and the one of its kind before it to compare with."""

    period: Period
    bars: tuple[BarReview, ...]
    """A year's months; else the days."""
    figures: Figures
    before: Figures
    skips: tuple[SkipCell, ...]
    """Over the period; for a week over SKIP_WEEKS weeks, this one the last."""
    weeks: tuple[OutcomeCounts, ...]
    """Of each week that lies wholly in the same days, to see them beside a goal."""
    areas: tuple[AreaHeld, ...]
    """The most held first."""
    stretches: tuple[StretchTally, ...]

    @property
    def compliance_change(self) -> int | None:
        """Points of compliance gained on the period before; None if either has none."""
        now, before = self.figures.counts.compliance.percent, self.before.counts.compliance.percent
        return None if now is None or before is None else now - before


def days_needed(period: Period) -> tuple[date, date]:
    """The first and the last day whose breaks `review_of` wants."""
    back = SKIP_WEEKS - 1 if isinstance(period, IsoWeek) else 1
    return period.plus(-back).first_day, period.last_day


def review_of(period: Period, breaks: Iterable[BreakRecord]) -> Review:
    """The period's review; breaks outside `days_needed` are left aside."""
    breaks_of: defaultdict[date, list[BreakRecord]] = defaultdict(list)
    for each in breaks:
        if each.outcome is not None:
            breaks_of[each.day].append(each)

    def during(one: Period) -> list[BreakRecord]:
        return [each for day in one.days for each in breaks_of[day]]

    if isinstance(period, IsoWeek):
        weeks = tuple(period.plus(back) for back in range(1 - SKIP_WEEKS, 1))
        looked_at = [each for week in weeks for each in during(week)]
    else:
        weeks = weeks_within(period)
        looked_at = during(period)
    places = period.months if isinstance(period, Year) else period.days
    counted = during(period)
    return Review(
        period=period,
        bars=tuple(BarReview(place, counts) for place, counts in _bars(places, counted)),
        figures=figures_of(counted),
        before=figures_of(during(period.plus(-1))),
        skips=skip_cells(looked_at),
        weeks=tuple(count_outcomes(during(week)) for week in weeks),
        areas=areas_held(step for each in counted for step in each.steps),
        stretches=stretch_tallies(counted),
    )


def goal_reached(review: Review, goal_percent: int) -> Ratio:
    """The weeks of the review that reached the goal, of those with breaks that could be answered.

    Weeks off, and weeks in which nothing was due, count for nothing.
    """
    shares = [each.compliance.percent for each in review.weeks]
    counted = [percent for percent in shares if percent is not None]
    return Ratio(sum(percent >= goal_percent for percent in counted), len(counted))


def figures_of(breaks: Iterable[BreakRecord]) -> Figures:
    """The figures of any days."""
    closed = [each for each in breaks if each.outcome is not None]
    steps = [step for each in closed for step in each.steps]
    return Figures(
        counts=count_outcomes(closed),
        prompted=count_outcomes(each for each in closed if each.origin is Origin.DUE),
        days=Ratio(
            len({each.day for each in closed if each.outcome is Outcome.TAKEN}),
            len({each.day for each in closed}),
        ),
        held=held_seconds(steps),
        planned_seconds=math.fsum(step.planned_seconds for step in steps),
        snooze_count=sum(len(each.snoozes) for each in closed),
        held_back_seconds=math.fsum(
            max(0.0, (one.ended_at - one.started_at).total_seconds())
            for each in closed
            for one in each.hold_backs
            if one.ended_at is not None
        ),
    )


def _bars(
    places: Sequence[date | Month], breaks: Sequence[BreakRecord]
) -> Iterator[tuple[date | Month, OutcomeCounts]]:
    at: defaultdict[date | Month, list[BreakRecord]] = defaultdict(list)
    for each in breaks:
        at[each.day].append(each)
        at[month_of(each.day)].append(each)
    for place in places:
        yield place, count_outcomes(at[place])


def count_outcomes(breaks: Iterable[BreakRecord]) -> OutcomeCounts:
    """How many of these breaks ended in which way."""
    counts = Counter(each.outcome.value for each in breaks if each.outcome is not None)
    return OutcomeCounts(**counts)


def skip_cells(breaks: Iterable[BreakRecord]) -> tuple[SkipCell, ...]:
    """Where in the week prompts were skipped; only weekdays and hours with a prompt, in order."""
    asked: Counter[tuple[int, int]] = Counter()
    skipped: Counter[tuple[int, int]] = Counter()
    for each in breaks:
        if each.outcome in ANSWERABLE and each.origin is Origin.DUE:
            place = place_in_week(each)
            asked[place] += 1
            skipped[place] += each.outcome is Outcome.SKIPPED
    return tuple(SkipCell(*place, asked[place], skipped[place]) for place in sorted(asked))


def place_in_week(one: BreakRecord) -> tuple[int, int]:
    """The weekday (0 is Monday) and hour in which a break was last asked for."""
    at = one.prompts[-1].at if one.prompts else one.due_at
    return at.weekday(), at.hour
