"""The settings window at work: what it tells goes to the file, what the file says goes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from deskstretch.core.language import _
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import Folders
from deskstretch.store.settings_edit import make_file
from deskstretch.ui.settings.choices import choices_of
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import Theme
from deskstretch.wiring.autostart_switch import AutostartSwitch
from deskstretch.wiring.settings_watch import SettingsWatch


def settings_window(folders: Folders, watch: SettingsWatch, theme: Theme) -> SettingsWindow:
    """A window that follows the settings file and changes it."""
    catalogue = load_catalogue(folders.exercises_file).catalogue
    choices = choices_of(catalogue)
    window = SettingsWindow(theme, watch.settings, str(folders.settings_file), choices, catalogue)
    _Link(window, watch, folders)
    AutostartSwitch(window.starting.autostart)
    return window


class _Link(QObject):
    """Joins window and file for as long as there is the window."""

    def __init__(self, window: SettingsWindow, watch: SettingsWatch, folders: Folders) -> None:
        super().__init__(window)
        self._window = window
        self._watch = watch
        self._file = folders.settings_file
        window.setting_changed.connect(self._change)
        window.settings_file_opened.connect(self._open_file)
        watch.managed_changed.connect(window.show_managed)
        watch.settings_changed.connect(window.show_settings)
        watch.faults_changed.connect(self._show_faults)
        window.show_managed(watch.managed)
        self._show_faults()

    def _change(self, key: str, value: object) -> None:
        trouble = self._watch.change(key, value)
        if trouble is not None:
            self._window.refuse(key, trouble)

    def _show_faults(self) -> None:
        # The window shows the whole path of the own file at its foot.
        own, name = str(self._file), self._file.name
        self._window.show_faults([each.words.replace(own, name) for each in self._watch.faults])

    def _open_file(self) -> None:
        try:
            make_file(self._file)
        except OSError as error:
            self._window.tell_trouble(
                _("The file cannot be made: {error}.").format(error=error.strerror)
            )
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))):
            self._window.tell_trouble(_("No program opened the file. Its path stands below."))
