"""Gives back to the system what closed windows have left."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_REST_MS = 1000
"""Not while a window is still going, or the next one is already coming."""


class FreedMemory(QObject):
    """The C library keeps freed memory for later; here hours may pass until then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(give_back)

    @Slot()
    def give_back_soon(self) -> None:
        """Once things have come to rest."""
        self._rest.start()


def give_back() -> None:
    """Free what nobody uses any more; where the C library cannot be told, that is all."""
    import ctypes

    gc.collect()
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return  # only the GNU C library has it; elsewhere no library may be without a name
    trim(0)
