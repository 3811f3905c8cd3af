"""Deletes what the person confirms in the window of past weeks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.forgetting import Deleted, delete_days
from deskstretch.ui.week.window import WeekWindow


class Deleting(QObject):
    """Lives as long as its window, which then shows what is left."""

    deleted = Signal()

    def __init__(self, window: WeekWindow, history_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._file = history_file
        window.deletion_confirmed.connect(self._delete)

    def _delete(self, first: date, last: date) -> None:
        try:
            # A break that is open is the planner's: it stays, and can go once it is over.
            words = _words(delete_days(self._file, first, last))
        except UnwritableHistoryError as error:
            words = str(error)
        self._window.refresh()
        self._window.deleting.say(words)
        self.deleted.emit()


def _words(gone: Deleted) -> str:
    if not gone.total:
        return "There was nothing to delete."
    return f"Deleted (breaks: {gone.breaks}, natural breaks: {gone.natural_breaks})."
