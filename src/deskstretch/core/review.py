"""Honest figures over what was kept: every share stands beside its counts, none punishes absence.

Breaks that are still open count nowhere. A break belongs to the local day that is kept with it.
Breaks that the person asked for themselves count like any other, but they are no prompts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord
from deskstretch.core.week import IsoWeek

SKIP_WEEKS = 4
"""When prompts are skipped is looked at over so many weeks: one alone has hardly one an hour."""

_ANSWERABLE = (Outcome.TAKEN, Outcome.PARTLY, Outcome.SKIPPED, Outcome.MISSED)


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
        return sum(self.of(outcome) for outcome in _ANSWERABLE)

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


class HeldSeconds(msgspec.Struct, frozen=True):
    """Seconds held in stretches, by side."""

    left: float = 0.0
    right: float = 0.0
    both: float = 0.0

    @property
    def total(self) -> float:
        """All of them."""
        return self.left + self.right + self.both


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

    @property
    def hold_completion(self) -> Ratio:
        """Held, of planned seconds."""
        return Ratio(self.held.total, self.planned_seconds)


class DayReview(msgspec.Struct, frozen=True):
    """One day's bar."""

    day: date
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


class WeekReview(msgspec.Struct, frozen=True):
    """One week, and the week before it to compare with."""

    week: IsoWeek
    days: tuple[DayReview, ...]
    """Monday to Sunday."""
    figures: Figures
    before: Figures
    skips: tuple[SkipCell, ...]
    """Over SKIP_WEEKS weeks, this one the last."""

    @property
    def compliance_change(self) -> int | None:
        """Points of compliance gained on the week before; None if either has none."""
        now, before = self.figures.counts.compliance.percent, self.before.counts.compliance.percent
        return None if now is None or before is None else now - before


def days_needed(week: IsoWeek) -> tuple[date, date]:
    """The first and the last day whose breaks `review_week` wants."""
    return week.plus(1 - SKIP_WEEKS).first_day, week.last_day


def review_week(week: IsoWeek, breaks: Iterable[BreakRecord]) -> WeekReview:
    """The week's review; breaks outside `days_needed` are left aside."""
    breaks_of: defaultdict[date, list[BreakRecord]] = defaultdict(list)
    for each in breaks:
        breaks_of[each.day].append(each)

    def during(one: IsoWeek) -> list[BreakRecord]:
        return [each for day in one.days for each in breaks_of[day]]

    return WeekReview(
        week=week,
        days=tuple(DayReview(day, count_outcomes(breaks_of[day])) for day in week.days),
        figures=figures_of(during(week)),
        before=figures_of(during(week.plus(-1))),
        skips=skip_cells(each for back in range(SKIP_WEEKS) for each in during(week.plus(-back))),
    )


def figures_of(breaks: Iterable[BreakRecord]) -> Figures:
    """The figures of any days."""
    closed = [each for each in breaks if each.outcome is not None]
    steps = [step for each in closed for step in each.steps]
    held = {
        side: math.fsum(step.held_seconds for step in steps if step.side is side) for side in Side
    }
    return Figures(
        counts=count_outcomes(closed),
        prompted=count_outcomes(each for each in closed if each.origin is Origin.DUE),
        days=Ratio(
            len({each.day for each in closed if each.outcome is Outcome.TAKEN}),
            len({each.day for each in closed}),
        ),
        held=HeldSeconds(held[Side.LEFT], held[Side.RIGHT], held[Side.BOTH]),
        planned_seconds=math.fsum(step.planned_seconds for step in steps),
        snooze_count=sum(len(each.snoozes) for each in closed),
    )


def count_outcomes(breaks: Iterable[BreakRecord]) -> OutcomeCounts:
    """How many of these breaks ended in which way."""
    counts = Counter(each.outcome.value for each in breaks if each.outcome is not None)
    return OutcomeCounts(**counts)


def skip_cells(breaks: Iterable[BreakRecord]) -> tuple[SkipCell, ...]:
    """Where in the week prompts were skipped; only weekdays and hours with a prompt, in order."""
    asked: Counter[tuple[int, int]] = Counter()
    skipped: Counter[tuple[int, int]] = Counter()
    for each in breaks:
        if each.outcome in _ANSWERABLE and each.origin is Origin.DUE:
            at = each.prompts[-1].at if each.prompts else each.due_at
            place = (at.weekday(), at.hour)
            asked[place] += 1
            skipped[place] += each.outcome is Outcome.SKIPPED
    return tuple(SkipCell(*place, asked[place], skipped[place]) for place in sorted(asked))
