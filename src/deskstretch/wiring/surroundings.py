"""What windows in a process of their own go by: settings, language, theme, the desktop's wishes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.settings import Settings
from deskstretch.store.folders import Folders
from deskstretch.ui.dress import dress
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.wiring.desktop_wishes import DesktopWishes
from deskstretch.wiring.language_follower import LanguageFollower
from deskstretch.wiring.settings_watch import watch_settings
from deskstretch.wiring.speaking import speak_as_the_desktop


class Surroundings(QObject):
    """They follow the settings by their files, as the app does.

    `wishes` are the desktop's from when they are begun.
    """

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        speak_as_the_desktop()  # of what is wrong with the settings, too
        self.watch = watch_settings(folders, self)
        look = self.watch.settings.look
        self.language = LanguageFollower(look.language, self)
        self.themes = ThemeWatcher(look.theme, self)
        self.wishes = DesktopWishes(self.themes)
        self.watch.settings_changed.connect(self._follow)
        self.themes.theme_changed.connect(dress)

    def _follow(self, settings: Settings) -> None:
        self.language.follow(settings.look.language)
        self.themes.choose(settings.look.theme)
