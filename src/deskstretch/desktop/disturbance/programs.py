"""Programs that the person named, on Linux."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from deskstretch.core.reasons import program_reason
from deskstretch.desktop.disturbance.processes import PROC, ProcessLook
from deskstretch.desktop.disturbance.source import DisturbanceSource

_KERNEL_KEEPS = 15
"""Letters of a program's name in /proc/PID/comm, after proc(5)."""


class Programs(DisturbanceSource):
    """Those among the same user's processes, by the name of their file or as they call themselves.

    No system tells a program without rights when others start and end: it has to be looked.
    """

    def __init__(
        self, names: Iterable[str], parent: QObject | None = None, proc: Path = PROC
    ) -> None:
        super().__init__(parent)
        self._names = {name.casefold(): name for name in names}
        self._short = {name[:_KERNEL_KEEPS]: name for name in self._names}
        self._look = ProcessLook(self._named, self, proc)
        self._look.finished.connect(lambda found: self.told.emit(tuple(found)))

    def begin(self) -> None:
        """Look."""
        self._look.begin()

    def look_again(self) -> None:
        """Look."""
        self._look.begin()

    def _named(self, process: Path) -> str | None:
        called = (process / "comm").read_text(errors="replace").rstrip("\n").casefold()
        name = self._names.get(called)
        if name is None and called in self._short:
            file = (process / "cmdline").read_text(errors="replace").partition("\0")[0]
            name = self._names.get(Path(file).name.casefold())
        return None if name is None else program_reason(name)
