"""The windows a person opens to look at things: status, week, stretches, settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from deskstretch.store.folders import Folders
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.tray.orders import Orders
from deskstretch.wiring.settings_watch import SettingsWatch

if TYPE_CHECKING:
    from deskstretch.ui.library.window import LibraryWindow
    from deskstretch.ui.settings.window import SettingsWindow
    from deskstretch.ui.status_window import StatusWindow
    from deskstretch.ui.week.window import WeekWindow


class ReviewWindows(QObject):
    """Builds each window when it is first wanted, brings it up again while it is open.

    A closed window is freed. Most days none is opened: what they need is imported with them.
    """

    stretch_chosen = Signal(str)
    """The id of an exercise that is to start now."""
    welcome_wanted = Signal()
    settings_opened = Signal(object)
    """The window, just built."""
    history_deleted = Signal()
    """Some of it, or all."""
    window_closed = Signal()
    """One of them, and freed."""

    def __init__(
        self,
        folders: Folders,
        watch: SettingsWatch,
        orders: Orders,
        themes: ThemeWatcher,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watch = watch
        self._orders = orders
        self._themes = themes
        self._status: StatusWindow | None = None
        self._week: WeekWindow | None = None
        self._library: LibraryWindow | None = None
        self._settings: SettingsWindow | None = None

    def show_status(self, why: str = "") -> None:
        """Bring up the small window; `why` says what brought it, if that is not plain."""
        from deskstretch.ui.status_window import StatusWindow

        if self._status is None:
            self._status = StatusWindow(self._themes.theme, self._orders, why)
            self._themes.theme_changed.connect(self._status.set_theme)
            self._status.destroyed.connect(self._forget_status)
        elif why:
            self._status.explain(why)
        _bring_up(self._status)

    def show_week(self) -> None:
        """Bring up the week."""
        from deskstretch.wiring.deleting import Deleting
        from deskstretch.wiring.week_window import week_window

        if self._week is None:
            self._week = week_window(self._folders, self._watch, self._themes.theme)
            self._themes.theme_changed.connect(self._week.set_theme)
            self._week.destroyed.connect(self._forget_week)
            deleting = Deleting(self._week, self._folders)
            deleting.deleted.connect(self.history_deleted)
        _bring_up(self._week)

    def show_library(self) -> None:
        """Bring up all stretches."""
        from deskstretch.wiring.library_window import library_window

        if self._library is None:
            still = self._themes.reduces_motion(self._watch.settings.look.reduced_motion)
            theme = self._themes.theme
            self._library = library_window(self._folders, self._watch, theme, reduced_motion=still)
            self._library.start_chosen.connect(self.stretch_chosen)
            self._themes.theme_changed.connect(self._library.set_theme)
            self._library.destroyed.connect(self._forget_library)
        _bring_up(self._library)

    def show_settings(self) -> None:
        """Bring up the settings."""
        from deskstretch.wiring.settings_page import settings_window

        if self._settings is None:
            self._settings = settings_window(self._folders, self._watch, self._themes.theme)
            self.settings_opened.emit(self._settings)
            self._settings.starting.welcome_wanted.connect(self.welcome_wanted)
            self._themes.theme_changed.connect(self._settings.set_theme)
            self._settings.destroyed.connect(self._forget_settings)
        _bring_up(self._settings)

    def open_anew(self) -> None:
        """Another language is spoken: build again what is open."""
        open_now = (
            (self._status, self.show_status),
            (self._week, self.show_week),
            (self._library, self.show_library),
            (self._settings, self.show_settings),
        )
        for window, show in open_now:
            if window is not None:
                window.destroyed.connect(partial(QTimer.singleShot, 0, self, show))
                window.close()

    def refresh(self) -> None:
        """Something was kept: what shows the history reads it anew."""
        if self._week is not None:
            self._week.refresh()

    def _forget_status(self) -> None:
        self._status = None
        self.window_closed.emit()

    def _forget_week(self) -> None:
        self._week = None
        self.window_closed.emit()

    def _forget_library(self) -> None:
        self._library = None
        self.window_closed.emit()

    def _forget_settings(self) -> None:
        self._settings = None
        self.window_closed.emit()


def _bring_up(window: QWidget) -> None:
    """Show it in front, with the keyboard."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
