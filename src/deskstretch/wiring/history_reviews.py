"""Reviews read from the history's file for the window that shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from deskstretch.core.period import Period
from deskstretch.core.review import days_needed, review_of
from deskstretch.core.suggestion import LOOKED_BACK
from deskstretch.store.folders import Folders
from deskstretch.store.reading import UnreadableHistoryError, first_day, read_days
from deskstretch.ui.week.source import Contents, UnreadableReviewError
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.suggestions import Suggestions


class HistoryReviews:
    """Reviews of what the history's file has now."""

    def __init__(
        self,
        folders: Folders,
        watch: SettingsWatch,
        suggestions: Suggestions,
        today: Callable[[], date],
        stretch_names: Callable[[], Mapping[str, str]],
    ) -> None:
        self._file = folders.history_file
        self._watch = watch
        self._suggestions = suggestions
        self._today = today
        self._stretch_names = stretch_names

    def today(self) -> date:
        """The local day that it is now."""
        return self._today()

    def read(self, period: Period) -> Contents:
        """What is to be shown with that period. Raises UnreadableReviewError."""
        today = self._today()
        first, last = days_needed(period)
        since = today - LOOKED_BACK
        try:
            breaks = recent = read_days(self._file, first, last).breaks
            # The days of a suggestion are among those of a week, month or year that is now.
            if since < first or last < today:
                recent = read_days(self._file, since, today).breaks
            first_ever = first_day(self._file)
        except UnreadableHistoryError as error:
            raise UnreadableReviewError(str(error)) from error
        return Contents(review_of(period, breaks), first_ever, self._suggestions.current(recent))

    def stretch_names(self) -> Mapping[str, str]:
        """What each stretch is called, by id."""
        return self._stretch_names()

    def goal_percent(self) -> int:
        """The share of breaks that the person would like to take; 0 for none."""
        return self._watch.settings.review.goal_percent

    def applied(self) -> str | None:
        """What a change did that can still be undone; None without one."""
        return self._suggestions.applied()
