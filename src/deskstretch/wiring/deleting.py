"""Deletes what the person confirms in the window of past weeks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import _
from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.folders import Folders
from deskstretch.store.forgetting import Deleted, delete_days, delete_everything
from deskstretch.ui.week.window import WeekWindow


class Deleting(QObject):
    """Lives as long as its window, which then shows what is left."""

    deleted = Signal()

    def __init__(self, window: WeekWindow, folders: Folders) -> None:
        super().__init__(window)
        self._window = window
        self._folders = folders
        window.deletion_confirmed.connect(self._delete)

    def _delete(self, first: date, last: date) -> None:
        try:
            # A break that is open is the planner's: it stays, and can go once it is over.
            if (first, last) == (date.min, date.max):
                words = _words(delete_everything(self._folders))
            else:
                words = _words(delete_days(self._folders.history_file, first, last))
        except UnwritableHistoryError as error:
            words = str(error)
        self._window.refresh()
        self._window.deleting.say(words)
        self.deleted.emit()


def _words(gone: Deleted) -> str:
    if not gone.total:
        return _("There was nothing to delete.")
    return _("Deleted (breaks: {breaks}, natural breaks: {natural_breaks}).").format(
        breaks=gone.breaks, natural_breaks=gone.natural_breaks
    )
