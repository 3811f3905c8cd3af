"""One window and all that keeps it true, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from deskstretch.desktop.activation import use_activation_token
from deskstretch.store.folders import Folders
from deskstretch.ui.front import bring_to_front
from deskstretch.ui.theme import Theme
from deskstretch.wiring.shortcut_notes import Bindings
from deskstretch.wiring.surroundings import Surroundings
from deskstretch.wiring.window_lines import (
    Bind,
    HistoryDeleted,
    Order,
    Refresh,
    Show,
    StretchChosen,
    WelcomeWanted,
)

# Each process imports one of them.
if TYPE_CHECKING:
    from deskstretch.ui.library.window import LibraryWindow
    from deskstretch.ui.settings.window import SettingsWindow
    from deskstretch.ui.week.window import WeekWindow

    Window = LibraryWindow | SettingsWindow | WeekWindow


class OpenedWindow(QObject):
    """Builds the window when it is first ordered to show it; does what the app orders.

    What only another kind of window needs is not imported.
    """

    happened = Signal(object)
    """An `Event` that the app is to hear of."""
    closed = Signal()
    _history_changed = Signal()

    def __init__(self, kind: str, folders: Folders, parent: QObject | None = None) -> None:
        """`kind` is "week", "stretches" or "settings"."""
        super().__init__(parent)
        self._folders = folders
        builders: dict[str, Callable[[], Window]] = {
            "week": self._build_week,
            "stretches": self._build_library,
            "settings": self._build_settings,
        }
        self._build = builders[kind]
        surroundings = Surroundings(folders, self)
        self._watch, self._themes = surroundings.watch, surroundings.themes
        self._wishes = surroundings.wishes
        self._wishes.begin()
        self._bindings = Bindings(self)
        self._window: Window | None = None
        surroundings.language.language_changed.connect(self._open_anew)
        self._themes.theme_changed.connect(self._show_theme)

    @property
    def window(self) -> Window | None:
        """The window, while it is open."""
        return self._window

    @Slot(object)
    def obey(self, order: Order) -> None:
        """Do what the app wants."""
        match order:
            case Show(activation_token):
                use_activation_token(activation_token)
                bring_to_front(self._window or self._open(), uninvited=not activation_token)
            case Bind(bindings):
                self._bindings.tell(bindings)
            case Refresh():
                self._history_changed.emit()

    @Slot()
    def close(self) -> None:
        """Close it as the person would: what was typed last counts."""
        if self._window is not None:
            self._window.close()

    def _open(self) -> Window:
        self._wishes.know()
        self._themes.begin()
        window = self._window = self._build()
        window.destroyed.connect(self._forget)
        return window

    def _forget(self) -> None:
        self._window = None
        self.closed.emit()

    def _open_anew(self) -> None:
        """Another language is spoken: build it again, and leave the keyboard where it is."""
        if self._window is None:
            return
        window, self._window = self._window, None
        open_again = partial(self._open_again, in_front=window.isActiveWindow())
        window.destroyed.disconnect(self._forget)
        window.destroyed.connect(lambda: QTimer.singleShot(0, self, open_again))
        window.close()

    def _open_again(self, in_front: bool) -> None:
        window = self._window or self._open()
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not in_front)
        window.show()

    def _build_week(self) -> WeekWindow:
        from deskstretch.wiring.deleting import Deleting
        from deskstretch.wiring.week_window import week_window

        window = week_window(self._folders, self._watch, self._themes.theme)
        deleting = Deleting(window, self._folders)
        deleting.deleted.connect(lambda: self.happened.emit(HistoryDeleted()))
        self._history_changed.connect(window.refresh)
        return window

    def _build_library(self) -> LibraryWindow:
        from deskstretch.wiring.library_window import library_window

        still = self._themes.reduces_motion(self._watch.settings.look.reduced_motion)
        theme = self._themes.theme
        window = library_window(self._folders, self._watch, theme, reduced_motion=still)
        window.start_chosen.connect(lambda id_: self.happened.emit(StretchChosen(id_)))
        return window

    def _build_settings(self) -> SettingsWindow:
        from deskstretch.wiring.settings_page import settings_window
        from deskstretch.wiring.shortcut_notes import ShortcutNotes

        window = settings_window(self._folders, self._watch, self._themes.theme)
        ShortcutNotes(window, self._bindings)
        window.starting.welcome_wanted.connect(lambda: self.happened.emit(WelcomeWanted()))
        return window

    def _show_theme(self, theme: Theme) -> None:
        if self._window is not None:
            self._window.set_theme(theme)
