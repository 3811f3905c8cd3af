"""A look through one's own processes, a few milliseconds at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.language import _
from deskstretch.desktop.presence.source import NotOfferedError

PROC = Path("/proc")
_PORTION_SECONDS = 0.002
"""Typing and drawing go on in between."""


class ProcessLook(QObject):
    """Tells what `look` finds in the folders of /proc that are the same user's.

    `look` gets such a folder, and may raise OSError: processes end, or are not to be looked into.
    """

    finished = Signal(object)
    """All that was found, a frozenset."""

    def __init__(
        self, look: Callable[[Path], str | None], parent: QObject, proc: Path = PROC
    ) -> None:
        super().__init__(parent)
        if not (proc / "self").exists():
            raise NotOfferedError(_("{place} does not tell of processes").format(place=proc))
        self._look = look
        self._proc = proc
        self._left: Iterator[Path] | None = None
        self._found: set[str] = set()
        self._is_outdated = False
        self._portions = QTimer(self)
        self._portions.timeout.connect(self._look_at_some)

    def begin(self) -> None:
        """Look through all of them, or once more when the look under way is done."""
        if self._left is not None:
            self._is_outdated = True
            return
        self._found.clear()
        self._left = own_processes(self._proc)
        self._portions.start()

    def _look_at_some(self) -> None:
        assert self._left is not None
        stop_at = perf_counter() + _PORTION_SECONDS
        for process in self._left:
            self._look_at(process)
            if perf_counter() >= stop_at:
                return
        self._left = None
        self._portions.stop()
        self.finished.emit(frozenset(self._found))
        if self._is_outdated:
            self._is_outdated = False
            self.begin()

    def _look_at(self, process: Path) -> None:
        try:
            found = self._look(process)
        except OSError:
            return
        if found is not None:
            self._found.add(found)


def own_processes(proc: Path) -> Iterator[Path]:
    """Those of the same user, without this one."""
    user, own_id = os.getuid(), str(os.getpid())
    for process in proc.iterdir():
        if process.name.isdecimal() and process.name != own_id:
            try:
                is_own = process.stat().st_uid == user
            except OSError:  # it has just ended
                continue
            if is_own:
                yield process
