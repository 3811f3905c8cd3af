"""One question to a program, asked again whenever its answer may have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from deskstretch.desktop.disturbance.program import Program
from deskstretch.desktop.disturbance.source import (
    DisturbanceSource,
    Meaning,
    guarded,
    reasons_for,
)
from deskstretch.desktop.presence.dbus import BusSignal, connected

_SETTLE_MS = 100


class AskedProgram(DisturbanceSource):
    """For answers on the session bus that PySide has no types for, or that only a program reads.

    `means` tells whether what the program prints is the reason, or which other one.
    """

    def __init__(
        self,
        command: Sequence[str],
        change: BusSignal,
        means: Callable[[str], Meaning],
        reason: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._means = means
        self._reason = reason
        self._printed = b""
        self._program = Program(self, *command)
        self._program.printed.connect(self._keep)
        self._program.ended.connect(self._heed_end)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self.begin)
        change.connect(connected(QDBusConnection.sessionBus()), self, "_heed_change")

    def begin(self) -> None:
        """Ask, or once more after the answer that is under way."""
        if self._program.is_running:
            self._settling.start()
            return
        self._printed = b""
        self._program.start()

    def close(self) -> None:
        """End the program."""
        self._program.kill()

    @Slot("QDBusMessage")
    @guarded
    def _heed_change(self, _message: QDBusMessage) -> None:
        # Not read: some of these messages hold what PySide has no types for.
        self._settling.start()

    def _keep(self, printed: bytes) -> None:
        self._printed += printed

    @guarded
    def _heed_end(self, why: str) -> None:
        if why:
            self.lost.emit(why)
        else:
            means = self._means(self._printed.decode(errors="replace").strip())
            self.told.emit(reasons_for(means, self._reason))
