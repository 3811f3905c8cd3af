"""The little of X11 that tells of the window in use, by libxcb.

Qt's xcb plug-in needs libxcb too, so it is there wherever Qt runs on X11. Layouts and constants are
those of xcb/xproto.h; the properties are those of the Extended Window Manager Hints 1.5.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from ctypes import CDLL, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Any, NamedTuple

from deskstretch.desktop.presence.source import NotOfferedError

_ATOM, _WINDOW = 4, 33
_EVENT_MASK_FIELD = 1 << 11
_STRUCTURE_NOTIFY_MASK, _PROPERTY_CHANGE_MASK = 1 << 17, 1 << 22
_DESTROY_NOTIFY, _UNMAP_NOTIFY, _PROPERTY_NOTIFY = 17, 18, 28
_MOST_VALUES = 64
_EVENT = struct.Struct("=BxHII")  # type, sequence, window, atom
_PROPERTY_REPLY = struct.Struct("=xB14xI")  # bits of a value, number of values
_ATOM_REPLY = struct.Struct("=8xI")


GONE = 0
"""Stands for a property: the window itself has gone from the screen."""


class Change(NamedTuple):
    """A property of a window is another one than before."""

    window: int
    atom: int


class X11Windows:
    """A connection of our own; Qt's is not to be had from Python."""

    def __init__(self, display: str | None = None) -> None:
        self._xcb = _library()
        name = None if display is None else display.encode()
        self._connection: int | None = self._xcb.xcb_connect(name, None)
        if self.broken():
            self.close()
            raise NotOfferedError("X11: nobody answers")
        setup = self._xcb.xcb_get_setup(self._connection)
        screens = self._xcb.xcb_setup_roots_iterator(setup)
        # The first field of a screen is its root window.
        self.root: int = c_uint32.from_address(screens.data).value

    def fileno(self) -> int:
        """Becomes readable when a property has changed or the connection broke."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def broken(self) -> bool:
        """Whether the X server is gone; nothing else can be asked then."""
        return self._connection is None or bool(
            self._xcb.xcb_connection_has_error(self._connection)
        )

    def atom(self, name: str) -> int:
        """The number of a name."""
        raw = name.encode()
        reply = self._reply("xcb_intern_atom", 0, len(raw), raw)
        if reply is None:
            raise NotOfferedError("X11: the server is gone")
        return int(_ATOM_REPLY.unpack_from(reply)[0])

    def windows(self, window: int, atom: int) -> tuple[int, ...]:
        """The windows that a property names; none if it has no such property."""
        return self._property(window, atom, _WINDOW)

    def atoms(self, window: int, atom: int) -> tuple[int, ...]:
        """The atoms that a property names; none if it has no such property, or is gone."""
        return self._property(window, atom, _ATOM)

    def listen_to(self, window: int, wanted: bool = True) -> None:
        """Tells changes of this window from now on, or no more."""
        events = _PROPERTY_CHANGE_MASK | _STRUCTURE_NOTIFY_MASK
        mask = struct.pack("=I", events if wanted else 0)
        self._xcb.xcb_change_window_attributes(self._connection, window, _EVENT_MASK_FIELD, mask)
        self._xcb.xcb_flush(self._connection)

    def changes(self) -> Iterator[Change]:
        """What has changed since the last look; never waits."""
        while self._connection is not None:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if not event:
                return
            kind, _, window, atom = _EVENT.unpack_from(self._take(event, 32))
            # The highest bit marks events sent by other programs: those are not believed.
            if kind == _PROPERTY_NOTIFY:
                yield Change(window, atom)
            elif kind in (_DESTROY_NOTIFY, _UNMAP_NOTIFY):
                yield Change(window, GONE)

    def close(self) -> None:
        """Let go of the server."""
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _property(self, window: int, atom: int, kind: int) -> tuple[int, ...]:
        reply = self._reply("xcb_get_property", 0, window, atom, kind, 0, _MOST_VALUES)
        if reply is None:
            return ()
        bits, count = _PROPERTY_REPLY.unpack_from(reply)
        return struct.unpack_from(f"={count}I", reply, 32) if bits == 32 else ()

    def _reply(self, request: str, *arguments: Any) -> bytes | None:
        """The reply to a request; None if none came."""
        if self.broken():
            return None
        cookie = getattr(self._xcb, request)(self._connection, *arguments)
        reply = getattr(self._xcb, f"{request}_reply")(self._connection, cookie, None)
        if not reply:
            return None
        (words,) = struct.unpack_from("=4xI", ctypes.string_at(reply, 8))
        return self._take(reply, 32 + 4 * words)

    def _take(self, address: int, size: int) -> bytes:
        """The bytes of what libxcb gave away; frees them."""
        raw = ctypes.string_at(address, size)
        _free(address)
        return raw


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))


def _library() -> CDLL:
    try:
        xcb = CDLL("libxcb.so.1")
    except OSError as missing:
        raise NotOfferedError(f"X11: {missing}") from None
    connection, window, atom = c_void_p, c_uint32, c_uint32
    for name, result, arguments in (
        ("connect", connection, (c_char_p, c_void_p)),
        ("connection_has_error", c_int, (connection,)),
        ("disconnect", None, (connection,)),
        ("flush", c_int, (connection,)),
        ("get_file_descriptor", c_int, (connection,)),
        ("get_setup", c_void_p, (connection,)),
        ("poll_for_event", c_void_p, (connection,)),
        ("setup_roots_iterator", _Screens, (c_void_p,)),
        ("change_window_attributes", _Cookie, (connection, window, c_uint32, c_char_p)),
        ("intern_atom", _Cookie, (connection, c_uint8, c_uint16, c_char_p)),
        ("intern_atom_reply", c_void_p, (connection, _Cookie, c_void_p)),
        (
            "get_property",
            _Cookie,
            (connection, c_uint8, window, atom, c_uint32, c_uint32, c_uint32),
        ),
        ("get_property_reply", c_void_p, (connection, _Cookie, c_void_p)),
    ):
        function = getattr(xcb, f"xcb_{name}")
        function.restype, function.argtypes = result, arguments
    return xcb


def _free(address: int) -> None:
    free = CDLL(None).free
    free.restype, free.argtypes = None, (c_void_p,)
    free(address)
