"""Whether the window in use fills the screen, as sway tells over its socket; see sway-ipc(7)."""

from __future__ import annotations

import struct
from enum import IntEnum

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalSocket

from deskstretch.core.reasons import FULL_SCREEN
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded

_HEADER = struct.Struct("=6sII")
_MAGIC = b"i3-ipc"
_SETTLE_MS = 50


class _Message(IntEnum):
    SUBSCRIBE = 2
    GET_TREE = 4
    EVENT = 1 << 31


class _Node(msgspec.Struct):
    type: str = ""
    focused: bool = False
    fullscreen_mode: int = 0
    nodes: list[_Node] = []
    floating_nodes: list[_Node] = []


class Sway(DisturbanceSource):
    """The focused container, or one round it. The tree is asked for after what may change it."""

    def __init__(self, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._read_so_far = b""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(lambda: self._send(_Message.GET_TREE))
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._subscribe)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(lambda: self.lost.emit("sway has ended"))
        self._socket.errorOccurred.connect(
            lambda _error: self.lost.emit(f"sway: {self._socket.errorString()}")
        )

    def begin(self) -> None:
        """Connect, then ask and listen."""
        self._socket.connectToServer(self._path)

    def close(self) -> None:
        """Disconnect."""
        self._socket.blockSignals(True)
        self._socket.abort()

    def _subscribe(self) -> None:
        self._send(_Message.SUBSCRIBE, b'["window", "workspace"]')
        self._send(_Message.GET_TREE)

    def _send(self, kind: _Message, payload: bytes = b"") -> None:
        self._socket.write(_HEADER.pack(_MAGIC, len(payload), kind) + payload)

    @guarded
    def _read(self) -> None:
        self._read_so_far += self._socket.readAll().data()
        while len(self._read_so_far) >= _HEADER.size:
            _, length, kind = _HEADER.unpack_from(self._read_so_far)
            end = _HEADER.size + length
            if len(self._read_so_far) < end:
                return
            payload, self._read_so_far = (
                self._read_so_far[_HEADER.size : end],
                self._read_so_far[end:],
            )
            self._heed(kind, payload)

    def _heed(self, kind: int, payload: bytes) -> None:
        if kind == _Message.GET_TREE:
            is_full = _fills_screen(msgspec.json.decode(payload, type=_Node))
            self.told.emit((FULL_SCREEN,) if is_full else ())
        elif kind & _Message.EVENT:
            self._settling.start()


def _fills_screen(node: _Node) -> bool:
    """Whether the focus is in something below `node`, or in itself, that fills the screen."""
    path = _path_to_focus(node)
    return any(each.fullscreen_mode and each.type.endswith("con") for each in path)


def _path_to_focus(node: _Node) -> list[_Node]:
    if node.focused:
        return [node]
    for below in (*node.nodes, *node.floating_nodes):
        if path := _path_to_focus(below):
            return [node, *path]
    return []
