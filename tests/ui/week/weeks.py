"""Weeks for the tests of their window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Period
from deskstretch.core.record import BreakRecord, StepRecord
from deskstretch.core.review import review_of
from deskstretch.core.suggestion import Suggestion
from deskstretch.core.week import week_of
from deskstretch.ui.week.source import Contents, UnreadableReviewError

MONDAY = date(2026, 11, 16)
TODAY = MONDAY + timedelta(days=2)
WEEK = week_of(MONDAY)
AREAS = ("hamstrings", "lower back")


def a_break(outcome: Outcome, days: int = 0, hour: int = 10, held: float = 0.0) -> BreakRecord:
    """A break so many days after Monday, with one hold on the left if something was held."""
    due_at = datetime.combine(MONDAY + timedelta(days=days), time(hour), UTC)
    steps = (StepRecord("chair-hamstring", Side.LEFT, 1, None, 30.0, AREAS, held),)
    return BreakRecord(
        f"{days} {hour}",
        due_at.date(),
        due_at,
        2700.0,
        outcome=outcome,
        steps=steps if held else (),
    )


SOME = (
    a_break(Outcome.TAKEN, -14),
    a_break(Outcome.SKIPPED, -7),
    a_break(Outcome.TAKEN, 0, 9, held=30.0),
    a_break(Outcome.TAKEN, 0, 10, held=30.0),
    a_break(Outcome.SKIPPED, 0, 14),
    a_break(Outcome.PARTLY, 1, held=15.0),
    a_break(Outcome.AWAY, 1, 11),
    a_break(Outcome.HELD_BACK, 2),
)


class PretendReviews:
    """Reviews of the breaks it is given; unreadable if it has a `trouble`."""

    def __init__(self, *breaks: BreakRecord, today: date = TODAY, goal_percent: int = 0) -> None:
        self.breaks = breaks
        self.day = today
        self.goal = goal_percent
        self.trouble: str | None = None
        self.suggests: Suggestion | None = None
        self.done: str | None = None

    def today(self) -> date:
        return self.day

    def read(self, period: Period) -> Contents:
        if self.trouble is not None:
            raise UnreadableReviewError(self.trouble)
        first_day = min((each.day for each in self.breaks), default=None)
        return Contents(review_of(period, self.breaks), first_day, self.suggests)

    def stretch_names(self) -> Mapping[str, str]:
        return {"chair-hamstring": "Chair hamstring stretch"}

    def goal_percent(self) -> int:
        return self.goal

    def applied(self) -> str | None:
        return self.done


SUGGESTION = Suggestion(
    "keep-free 14",
    "11 of 16 prompts between 14:00 and 15:00 on Mon, Tue, Wed and Thu skipped in 3 weeks.",
    "Keep that hour free and ask after it?",
    "Keep 14\N{EN DASH}15 free",
    "You are not asked between 14:00 and 15:00.",
    (),
)
