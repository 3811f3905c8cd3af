"""The app, as the process of one of its windows sees it: orders come in, what happened goes out."""

from __future__ import annotations

import os
from contextlib import suppress
from threading import Thread
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, Signal, Slot

from deskstretch.wiring.window_lines import line_of

_INPUT, _OUTPUT = 0, 1
_CHUNK_BYTES = 4096


class AppLine(QObject):
    """Standard input and output. A thread waits at the input: not every system's Qt can."""

    ordered = Signal(object)
    """One of the orders."""
    ended = Signal()
    """There is no app any more, or it wants no window."""
    _read = Signal(bytes)

    def __init__(self, orders: Any, parent: QObject | None = None) -> None:
        """`orders` is the union of all that the app may want."""
        super().__init__(parent)
        self._decoder = msgspec.json.Decoder(orders)
        self._read.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Listen; what is heard is told from the event loop."""
        Thread(target=self._listen, daemon=True).start()

    def tell(self, event: msgspec.Struct) -> None:
        """Tell what happened, if there still is an app."""
        with suppress(OSError):
            os.write(_OUTPUT, line_of(event))

    def _listen(self) -> None:
        heard = b""
        with suppress(OSError):
            while chunk := os.read(_INPUT, _CHUNK_BYTES):
                *lines, heard = (heard + chunk).split(b"\n")
                for line in lines:
                    self._read.emit(line)
        self._read.emit(b"")

    @Slot(bytes)
    def _hear(self, line: bytes) -> None:
        if line:
            self.ordered.emit(self._decoder.decode(line))
        else:
            self.ended.emit()
