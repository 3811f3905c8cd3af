"""Reviews of weeks, read from the history's file for the window that shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from deskstretch.core.review import Review, days_needed, review_of
from deskstretch.core.week import IsoWeek, week_of
from deskstretch.store.reading import UnreadableHistoryError, first_day, read_days
from deskstretch.ui.week.source import UnreadableWeekError


class HistoryWeeks:
    """Weeks as the history's file has them now."""

    def __init__(self, file: Path, today: Callable[[], date]) -> None:
        self._file = file
        self._today = today

    def today(self) -> date:
        """The local day that it is now."""
        return self._today()

    def first_week(self) -> IsoWeek | None:
        """The week of the first break ever; None without one. Raises UnreadableWeekError."""
        try:
            first = first_day(self._file)
        except UnreadableHistoryError as error:
            raise UnreadableWeekError(str(error)) from error
        return None if first is None else week_of(first)

    def review(self, week: IsoWeek) -> Review:
        """That week's review. Raises UnreadableWeekError."""
        try:
            kept = read_days(self._file, *days_needed(week))
        except UnreadableHistoryError as error:
            raise UnreadableWeekError(str(error)) from error
        return review_of(week, kept.breaks)
