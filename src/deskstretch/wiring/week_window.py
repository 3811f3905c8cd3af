"""The window of past weeks at work: it shows the history, and changes the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from deskstretch.desktop.clock import read_moment
from deskstretch.store.folders import Folders
from deskstretch.ui.figure.appearance import appearance_of
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.window import WeekWindow
from deskstretch.wiring.history_reviews import HistoryReviews
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.suggestions import Suggestions


def week_window(
    folders: Folders,
    watch: SettingsWatch,
    theme: Theme,
    today: Callable[[], date] = lambda: read_moment().wall.date(),
) -> WeekWindow:
    """A window on the history as it is now, and on what it speaks for."""
    names = StretchNames(folders)
    suggestions = Suggestions(folders, watch, today, names)
    reviews = HistoryReviews(folders, watch, suggestions, today, names)
    window = WeekWindow(theme, reviews, appearance_of(watch.settings.look))
    _Link(window, watch, suggestions)
    return window


class StretchNames:
    """What the stretches are called, read when it is first asked for."""

    def __init__(self, folders: Folders) -> None:
        self._file = folders.exercises_file
        self._names: dict[str, str] | None = None

    def __call__(self) -> Mapping[str, str]:
        if self._names is None:
            from deskstretch.store.catalogue_file import load_catalogue

            exercises = load_catalogue(self._file).catalogue.exercises
            self._names = {each.id: each.name for each in exercises.values()}
        return self._names


class _Link(QObject):
    """Joins window, settings and suggestions for as long as there is the window."""

    def __init__(self, window: WeekWindow, watch: SettingsWatch, suggestions: Suggestions) -> None:
        super().__init__(window)
        self._window = window
        self._suggestions = suggestions
        self._is_changing = False
        window.suggestion_taken.connect(lambda: self._do(suggestions.apply))
        window.suggestion_put_off.connect(lambda: self._do(suggestions.put_off))
        window.suggestion_undone.connect(lambda: self._do(suggestions.undo))
        watch.settings_changed.connect(self._follow)

    def _do(self, order: Callable[[], None]) -> None:
        self._is_changing = True  # One suggestion may change several settings.
        try:
            order()
        finally:
            self._is_changing = False
        self._window.refresh()
        if self._suggestions.trouble is not None:
            self._window.refuse_suggestion(self._suggestions.trouble)

    def _follow(self, _settings: object) -> None:
        if self._window.isVisible() and not self._is_changing:
            self._window.refresh()
