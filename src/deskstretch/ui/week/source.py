"""Where the week window has its weeks from."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from deskstretch.core.review import Review
from deskstretch.core.week import IsoWeek


class UnreadableWeekError(Exception):
    """The weeks cannot be read; the text says why, for the person."""


class WeekSource(Protocol):
    """Reviews of weeks, read anew each time."""

    def today(self) -> date:
        """The local day that it is now."""

    def first_week(self) -> IsoWeek | None:
        """The week of the first break ever; None without one. Raises UnreadableWeekError."""

    def review(self, week: IsoWeek) -> Review:
        """That week's review. Raises UnreadableWeekError."""
