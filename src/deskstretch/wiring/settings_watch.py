"""The settings in force, following their file while the app runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstretch.core.settings import Settings
from deskstretch.store.folders import make_private_folder
from deskstretch.store.settings_file import SettingsFault, SettingsFileError, load

# Editors write a file in several goes: look once they have settled.
_SETTLE_MS = 150


class SettingsWatch(QObject):
    """Loads the settings file now and after every edit.

    What is faulty keeps its last good value; the file is never changed from here.
    """

    settings_changed = Signal(object)
    faults_changed = Signal()

    def __init__(
        self,
        file: Path,
        parent: QObject | None = None,
        *,
        further_faults: Callable[[Settings], tuple[SettingsFault, ...]] = lambda _settings: (),
    ) -> None:
        """`further_faults` finds what the file alone does not show to be wrong."""
        super().__init__(parent)
        self._file = file
        self._further_faults = further_faults
        loaded = load(file)
        self._settings = loaded.settings
        self._faults = (*loaded.faults, *further_faults(loaded.settings))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self.look_again)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._settling.start)
        self._watcher.directoryChanged.connect(self._settling.start)
        self._watch()

    @property
    def settings(self) -> Settings:
        """What to go by now."""
        return self._settings

    @property
    def faults(self) -> tuple[SettingsFault, ...]:
        """What is wrong with the file now."""
        return self._faults

    def change(self, key: str, value: object) -> str | None:
        """Write one setting to the file and follow it; gives why that could not be done, if so."""
        from deskstretch.store.settings_edit import set_value

        try:
            set_value(self._file, key, value)
        except (SettingsFileError, OSError) as error:
            return str(error)
        self.look_again()
        return None

    def look_again(self) -> None:
        """Read the file anew and tell what changed."""
        loaded = load(self._file, self._settings)
        self._watch()
        faults = (*loaded.faults, *self._further_faults(loaded.settings))
        if faults != self._faults:
            self._faults = faults
            self.faults_changed.emit()
        if loaded.settings != self._settings:
            self._settings = loaded.settings
            self.settings_changed.emit(loaded.settings)

    def _watch(self) -> None:
        """Watch the file, and its folder for a file that is replaced or not there yet."""
        try:
            make_private_folder(self._file.parent)
        except OSError:
            return
        wanted = [str(path) for path in (self._file, self._file.parent) if path.exists()]
        missing = set(wanted) - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))
