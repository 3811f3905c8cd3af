"""The welcome at work: shown at the first start, and when somebody asks for it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.store.folders import Folders
from deskstretch.store.welcomed import is_first_start, remember_welcome
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.wiring.settings_watch import SettingsWatch

# The window is imported when it is shown: once, for most people.
if TYPE_CHECKING:
    from deskstretch.ui.theme import Theme
    from deskstretch.ui.welcome.window import WelcomeWindow

_log = logging.getLogger(__name__)


class Welcome(QObject):
    """Builds the window when it is wanted."""

    stretch_chosen = Signal(str)
    """The id of the stretch to try."""
    about_to_open = Signal()
    """Maybe before anything else was shown."""
    closed = Signal()

    def __init__(
        self,
        folders: Folders,
        watch: SettingsWatch,
        themes: ThemeWatcher,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watch = watch
        self._themes = themes
        self.window: WelcomeWindow | None = None
        """What is shown now, if it is."""

    def show_at_first_start(self) -> None:
        """Show it if this is the first start, and never again by itself."""
        if not is_first_start(self._folders):
            return
        try:
            remember_welcome(self._folders)
        except OSError as error:
            # Else it would be there at each start.
            _log.warning("The welcome is not shown, as that could not be remembered: %s", error)
            return
        self.show()

    def show(self) -> None:
        """Bring it up, from its first page unless it is open."""
        if self.window is None:
            from deskstretch.ui.dress import dress_windows

            self.about_to_open.emit()
            dress_windows()
            still = self._themes.reduces_motion(self._watch.settings.look.reduced_motion)
            theme = self._themes.theme
            self.window = welcome_window(self._folders, self._watch, theme, reduced_motion=still)
            self.window.stretch_wanted.connect(self.stretch_chosen)
            self._themes.theme_changed.connect(self.window.set_theme)
            self.window.destroyed.connect(self._forget)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _forget(self) -> None:
        self.window = None
        self.closed.emit()


def welcome_window(
    folders: Folders, watch: SettingsWatch, theme: Theme, *, reduced_motion: bool = False
) -> WelcomeWindow:
    """A window that follows the settings file and changes it; the stretch is left to the caller."""
    from deskstretch.core.first_stretch import first_stretch
    from deskstretch.store.catalogue_file import load_catalogue
    from deskstretch.ui.figure.appearance import appearance_of
    from deskstretch.ui.welcome.window import WelcomeWindow
    from deskstretch.wiring.autostart_switch import AutostartSwitch

    settings = watch.settings
    catalogue = load_catalogue(folders.exercises_file).catalogue
    look = settings.look
    window = WelcomeWindow(
        theme,
        settings,
        catalogue,
        first_stretch(catalogue, settings.desk),
        appearance_of(look),
        reduced_motion=reduced_motion,
    )
    AutostartSwitch(window.ready.autostart)
    _Link(window, watch)
    return window


class _Link(QObject):
    """Joins window and file for as long as there is the window."""

    def __init__(self, window: WelcomeWindow, watch: SettingsWatch) -> None:
        super().__init__(window)
        self._window = window
        self._watch = watch
        window.setting_changed.connect(self._change)
        watch.managed_changed.connect(window.show_managed)
        watch.settings_changed.connect(window.show_settings)
        window.show_managed(watch.managed)

    def _change(self, key: str, value: object) -> None:
        trouble = self._watch.change(key, value)
        if trouble is not None:
            self._window.refuse(trouble)
