"""Reviews read from the history's file for the window that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from deskstretch.core.period import Period
from deskstretch.core.review import Review, days_needed, review_of
from deskstretch.core.suggestion import Suggestion
from deskstretch.store.folders import Folders
from deskstretch.store.reading import UnreadableHistoryError, first_day, read_days
from deskstretch.ui.week.source import UnreadableReviewError
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

    def first_day(self) -> date | None:
        """The day of the first break ever; None without one. Raises UnreadableReviewError."""
        with _told():
            return first_day(self._file)

    def review(self, period: Period) -> Review:
        """That period's review. Raises UnreadableReviewError."""
        with _told():
            return review_of(period, read_days(self._file, *days_needed(period)).breaks)

    def stretch_names(self) -> Mapping[str, str]:
        """What each stretch is called, by id."""
        return self._stretch_names()

    def goal_percent(self) -> int:
        """The share of breaks that the person would like to take; 0 for none."""
        return self._watch.settings.review.goal_percent

    def suggestion(self) -> Suggestion | None:
        """A change that the record speaks for now. Raises UnreadableReviewError."""
        with _told():
            return self._suggestions.current()

    def applied(self) -> str | None:
        """What a change did that can still be undone; None without one."""
        return self._suggestions.applied()


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be read, told in the window's own way."""
    try:
        yield
    except UnreadableHistoryError as error:
        raise UnreadableReviewError(str(error)) from error
