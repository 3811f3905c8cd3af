"""The little of Linux's inotify that tells when files are opened and closed; see inotify(7)."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from deskstretch.desktop.presence.source import NotOfferedError

_OPEN, _CLOSE_WRITE, _CLOSE_NOWRITE = 0x20, 0x08, 0x10
_MANY_BYTES = 65_536


class OpenedFiles(QObject):
    """Tells of any of the files watched."""

    changed = Signal()
    """One was opened or closed, by whomever."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._queue < 0:
            raise NotOfferedError(f"inotify: {os.strerror(ctypes.get_errno())}")
        self._watched: set[Path] = set()
        self._notifier = QSocketNotifier(self._queue, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def watch(self, files: Iterable[Path]) -> bool:
        """Watch exactly these; whether that can be done for all."""
        wanted = set(files)
        self._watched &= wanted  # the system forgets files that are gone by itself
        for file in wanted - self._watched:
            mask = _OPEN | _CLOSE_WRITE | _CLOSE_NOWRITE
            if self._libc.inotify_add_watch(self._queue, os.fsencode(file), mask) >= 0:
                self._watched.add(file)
        return self._watched == wanted

    def close(self) -> None:
        """Watch nothing any more."""
        self._notifier.setEnabled(False)
        os.close(self._queue)

    def _read(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._queue, _MANY_BYTES)
        self.changed.emit()
