"""The little of the Wayland protocol that asking for idle time needs, on a socket of our own.

Qt's connection is not to be had from Python, and libwayland adds nothing to a few messages without
file descriptors. Layout and numbers are those of wayland.xml and of the Wayland book's chapter on
the wire protocol.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import NotOfferedError

_DISPLAY = 1
"""The one object that is there from the start."""
_SYNC, _GET_REGISTRY = 0, 1
_BIND = 0
_ERROR = 0
_GLOBAL = 0

_HEADER = struct.Struct("=IHH")  # object, opcode, size with the header
_UINT = struct.Struct("=I")
_MANY_BYTES = 65_536
_PATIENCE_SECONDS = 1.0
"""A compositor answers within a millisecond; the start of the app is not to wait for a dead one."""


class Event(NamedTuple):
    """What the compositor says about an object."""

    object_id: int
    opcode: int
    body: bytes


class Global(NamedTuple):
    """Something that the compositor offers."""

    number: int
    version: int


class WaylandConnection:
    """One connection, and what is offered on it: by interface, the first of each.

    NotOfferedError says that there is no compositor. Later every method may raise
    ConnectionError, when it is gone or has found fault with a request.
    """

    def __init__(self) -> None:
        self.offers: dict[str, Global] = {}
        self._last_id = _DISPLAY
        self._received = b""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(_PATIENCE_SECONDS)
        try:
            self._socket.connect(str(_socket_path()))
            self._read_offers()
        except (OSError, NotOfferedError) as error:
            self.close()
            raise NotOfferedError(f"Wayland: {error}") from None

    def fileno(self) -> int:
        """Becomes readable when there are events or the compositor is gone."""
        return self._socket.fileno()

    def new_id(self) -> int:
        """For an object that the next request makes.

        None is used twice, so that a late event about one that is gone is never mistaken.
        """
        self._last_id += 1
        return self._last_id

    def bind(self, interface: str, version: int) -> int:
        """Makes an object of what is offered."""
        new = self.new_id()
        self._send(
            self._registry,
            _BIND,
            _UINT.pack(self.offers[interface].number)
            + _string(interface)
            + struct.pack("=II", version, new),
        )
        return new

    def request(self, object_id: int, opcode: int, *arguments: int) -> None:
        """Asks for something whose arguments are objects, new ones and unsigned numbers."""
        self._send(object_id, opcode, struct.pack(f"={len(arguments)}I", *arguments))

    def events(self) -> Iterator[Event]:
        """What has come since the last look; never waits."""
        try:
            data = self._socket.recv(_MANY_BYTES, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        yield from self._take(data)

    def close(self) -> None:
        self._socket.close()

    def _read_offers(self) -> None:
        self._registry = self.new_id()
        self.request(_DISPLAY, _GET_REGISTRY, self._registry)
        done = self.new_id()
        self.request(_DISPLAY, _SYNC, done)
        while True:
            for event in self._take(self._socket.recv(_MANY_BYTES)):
                if event.object_id == done:
                    return
                if event.object_id == self._registry and event.opcode == _GLOBAL:
                    self._note_offer(event.body)

    def _note_offer(self, body: bytes) -> None:
        number, length = struct.unpack_from("=II", body)
        interface = body[8 : 8 + length - 1].decode()
        (version,) = _UINT.unpack(body[-_UINT.size :])
        self.offers.setdefault(interface, Global(number, version))

    def _take(self, data: bytes) -> Iterator[Event]:
        if not data:
            raise ConnectionResetError(N_("the compositor is gone"))
        self._received += data
        while len(self._received) >= _HEADER.size:
            object_id, opcode, size = _HEADER.unpack_from(self._received)
            if size < _HEADER.size:
                raise ConnectionAbortedError(N_("the compositor speaks something else"))
            if len(self._received) < size:
                return
            body, self._received = self._received[_HEADER.size : size], self._received[size:]
            if object_id == _DISPLAY and opcode == _ERROR:
                raise ConnectionAbortedError(f"the compositor objects: {_error_text(body)}")
            yield Event(object_id, opcode, body)

    def _send(self, object_id: int, opcode: int, body: bytes) -> None:
        self._socket.sendall(_HEADER.pack(object_id, opcode, _HEADER.size + len(body)) + body)


def _socket_path() -> Path:
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder and not name.startswith("/"):
        raise NotOfferedError(N_("no XDG_RUNTIME_DIR to look for the compositor in"))
    return Path(folder or "/") / name


def _string(text: str) -> bytes:
    """Its length with the zero at its end, then both, filled up to whole words."""
    raw = text.encode() + b"\0"
    return _UINT.pack(len(raw)) + raw + bytes(-len(raw) % 4)


def _error_text(body: bytes) -> str:
    (length,) = _UINT.unpack_from(body, 8)  # after the object and the code
    return body[12 : 12 + length - 1].decode(errors="replace")
