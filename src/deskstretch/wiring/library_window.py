"""The library at work: it follows the settings file, and what it tells goes there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.language import ngettext
from deskstretch.core.settings import Settings
from deskstretch.store.catalogue_file import LoadedCatalogue, load_catalogue
from deskstretch.store.folders import Folders
from deskstretch.ui.figure.appearance import appearance_of
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.theme import Theme
from deskstretch.wiring.settings_watch import SettingsWatch


def library_window(
    folders: Folders, watch: SettingsWatch, theme: Theme, *, reduced_motion: bool = False
) -> LibraryWindow:
    """A window on the catalogue as its files are now; `start_chosen` is left to the caller."""
    loaded = load_catalogue(folders.exercises_file)
    settings = watch.settings
    window = LibraryWindow(
        theme,
        loaded.catalogue,
        settings.desk,
        appearance_of(settings.look),
        reduced_motion=reduced_motion,
    )
    _Link(window, watch, _fault_words(loaded))
    return window


class _Link(QObject):
    """Joins window and settings for as long as there is the window."""

    def __init__(self, window: LibraryWindow, watch: SettingsWatch, faults: str) -> None:
        super().__init__(window)
        self._window = window
        self._watch = watch
        self._faults = faults
        window.tell_trouble(faults)
        window.setting_changed.connect(self._change)
        watch.settings_changed.connect(self._follow)

    def _change(self, key: str, value: object) -> None:
        self._window.tell_trouble(self._watch.change(key, value) or self._faults)

    def _follow(self, settings: Settings) -> None:
        self._window.show_desk(settings.desk)
        self._window.set_appearance(appearance_of(settings.look))


def _fault_words(loaded: LoadedCatalogue) -> str:
    """The first fault, and how many more there are; empty without one."""
    if not loaded.faults:
        return ""
    more = len(loaded.faults) - 1
    if not more:
        return loaded.faults[0].text
    words = ngettext("{fault} ({count} more)", "{fault} ({count} more)", more)
    return words.format(fault=loaded.faults[0].text, count=more)
