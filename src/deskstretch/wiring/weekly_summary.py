"""Sums up the week by a notification, on the day and at the time that the person chose."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.language import pgettext
from deskstretch.core.settings import ReviewSettings, Settings
from deskstretch.desktop.schedule import Schedule, TimesOfDay
from deskstretch.store.folders import Folders

if TYPE_CHECKING:
    from deskstretch.desktop.notifications.port import Notifications

_NAME = "weekly summary"
_SECONDS = 20.0
_UNTIL_KNOWN_MS = 1000
"""By then a service has said whether a notification can be pressed, or never will."""

_log = logging.getLogger(__name__)


class WeeklySummary(QObject):
    """Off unless the settings name a day; what it needs is then loaded when it is due."""

    week_wanted = Signal()
    """The notification was pressed."""

    def __init__(
        self,
        folders: Folders,
        schedule: Schedule,
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        notifications: Notifications | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._schedule = schedule
        self._today = today
        self._notifications = notifications
        self._planned = ReviewSettings()
        if notifications is not None:
            notifications.button_pressed.connect(self._open)

    def follow(self, settings: Settings) -> None:
        """Plan it as these settings say."""
        wanted = settings.review
        if wanted.summary_day == "off":
            self._schedule.cancel(_NAME)
        elif _when(wanted) != _when(self._planned):
            hour, _, minute = wanted.summary_time.partition(":")
            times = TimesOfDay(minute, hour, wanted.summary_day[:3])
            self._schedule.every(_NAME, times, self.tell)
        self._planned = wanted

    def tell(self) -> None:
        """Show the summary in a moment; nothing where there is nothing to sum up."""
        from deskstretch.core.review import days_needed, review_of
        from deskstretch.core.summary import summary_words, summed_up_week
        from deskstretch.desktop.notifications.service import Notice
        from deskstretch.store.reading import UnreadableHistoryError, read_days

        week = summed_up_week(self._today())
        try:
            kept = read_days(self._folders.history_file, *days_needed(week))
        except UnreadableHistoryError as error:
            _log.warning("No weekly summary: %s", error)
            return
        words = summary_words(review_of(week, kept.breaks))
        if words is not None:
            notice = Notice(
                words.title, words.body, opens=pgettext("button", "Show"), seconds=_SECONDS
            )
            shown_by = self._shown_by()
            shown_by.begin()
            QTimer.singleShot(_UNTIL_KNOWN_MS, self, lambda: shown_by.show(_NAME, notice))

    def close(self) -> None:
        """Let go of the desktop."""
        if self._notifications is not None:
            self._notifications.close()

    def _shown_by(self) -> Notifications:
        if self._notifications is None:
            from deskstretch.desktop.notifications.port import Notifications

            self._notifications = Notifications(self)
            self._notifications.button_pressed.connect(self._open)
        return self._notifications

    def _open(self, name: str, _key: str, token: str) -> None:
        if name != _NAME:
            return
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt gives it to the next window in front.
        self.week_wanted.emit()


def _when(planned: ReviewSettings) -> tuple[str, str]:
    return planned.summary_day, planned.summary_time
