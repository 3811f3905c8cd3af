"""The settings in force, following their files while the app runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstretch.core.managed import Managed
from deskstretch.core.settings import Settings
from deskstretch.store.folders import Folders, make_private_folder
from deskstretch.store.offer import routine_faults
from deskstretch.store.settings_file import SettingsFault, SettingsFileError
from deskstretch.store.settings_in_force import load_in_force

# Editors write a file in several goes: look once they have settled.
_SETTLE_MS = 150


def watch_settings(folders: Folders, parent: QObject) -> SettingsWatch:
    """What the app and each of its windows go by; routines are faulty that name no stretch."""
    return SettingsWatch(
        folders.settings_file,
        parent,
        managed_files=folders.managed_files,
        further_faults=partial(routine_faults, folders),
    )


class SettingsWatch(QObject):
    """Loads the settings file, and what the office set, now and after every edit of either.

    What is faulty keeps its last good value; what an office did not set soundly, it did not set.
    """

    settings_changed = Signal(object)
    managed_changed = Signal(object)
    """What the office sets is another `Managed` now."""
    faults_changed = Signal()

    def __init__(
        self,
        file: Path,
        parent: QObject | None = None,
        *,
        managed_files: Sequence[Path] = (),
        further_faults: Callable[[Settings], tuple[SettingsFault, ...]] = lambda _settings: (),
    ) -> None:
        """`further_faults` finds what the files alone do not show to be wrong."""
        super().__init__(parent)
        self._file = file
        self._managed_files = tuple(managed_files)
        self._further_faults = further_faults
        self._loaded = load_in_force(file, self._managed_files)
        self._faults = (*self._loaded.faults, *further_faults(self.settings))
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
        return self._loaded.settings

    @property
    def managed(self) -> Managed:
        """What the office sets now."""
        return self._loaded.managed.managed

    @property
    def faults(self) -> tuple[SettingsFault, ...]:
        """What is wrong with the files now."""
        return self._faults

    def change(self, key: str, value: object) -> str | None:
        """Write one setting to the file and follow it; gives why that could not be done, if so."""
        from deskstretch.store.settings_edit import set_value

        try:
            self._loaded.managed.refuse_locked(key)
            set_value(self._file, key, value)
        except (SettingsFileError, OSError) as error:
            return str(error)
        self.look_again()
        return None

    def look_again(self) -> None:
        """Read the files anew and tell what changed."""
        before = self._loaded
        loaded = load_in_force(self._file, self._managed_files, before.own.settings)
        self._loaded = loaded
        self._watch()
        faults = (*loaded.faults, *self._further_faults(loaded.settings))
        if faults != self._faults:
            self._faults = faults
            self.faults_changed.emit()
        if loaded.managed.managed != before.managed.managed:
            self.managed_changed.emit(loaded.managed.managed)
        if loaded.settings != before.settings:
            self.settings_changed.emit(loaded.settings)

    def _watch(self) -> None:
        """Watch the files, and their folders for what is replaced or not there yet."""
        with suppress(OSError):
            make_private_folder(self._file.parent)
        wanted = [self._file, self._file.parent]
        for file in self._managed_files:
            # Where an office has set nothing so far, its folder is still to be made.
            wanted += [file, file.parent, *([] if file.parent.exists() else [file.parent.parent])]
        there = {str(path) for path in wanted if path.exists()}
        missing = there - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))
