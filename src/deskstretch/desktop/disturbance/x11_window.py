"""The little of X11 that tells of the window in use.

Layouts and constants are those of xcb/xproto.h; the properties are those of the Extended Window
Manager Hints 1.5.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from ctypes import c_char_p, c_uint8, c_uint16, c_uint32
from typing import NamedTuple

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.x11 import X11Connection

_ANY_TYPE, _ATOM, _WINDOW = 0, 4, 33
_EVENT_MASK_FIELD = 1 << 11
_STRUCTURE_NOTIFY_MASK, _PROPERTY_CHANGE_MASK = 1 << 17, 1 << 22
_DESTROY_NOTIFY, _UNMAP_NOTIFY, _PROPERTY_NOTIFY = 17, 18, 28
_SENT_CLIENT_MESSAGE = 33 | 128
_MOST_VALUES = 64
_MOST_WORDS_OF_DATA = 1 << 14
_EVENT = struct.Struct("=BxHII")  # type, sequence, window, atom
_PROPERTY_REPLY = struct.Struct("=xB14xI")  # bits of a value, number of values
_NUMBER_REPLY = struct.Struct("=8xI")

_REQUESTS = {
    "xcb_change_window_attributes": (c_uint32, c_uint32, c_char_p),
    "xcb_get_property": (c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32),
    "xcb_get_selection_owner": (c_uint32,),
    "xcb_intern_atom": (c_uint8, c_uint16, c_char_p),
}


GONE = 0
"""Stands for a property: the window itself has gone from the screen."""


class Change(NamedTuple):
    """A property of a window is another one than before, or a message of that type came to it."""

    window: int
    atom: int


class X11Windows:
    """What windows say of themselves."""

    def __init__(self, display: str | None = None) -> None:
        self._connection = X11Connection(_REQUESTS, display)
        self.root = self._connection.root

    def fileno(self) -> int:
        """Becomes readable when a property has changed or the connection broke."""
        return self._connection.fileno()

    def broken(self) -> bool:
        """Whether the X server is gone; nothing else can be asked then."""
        return self._connection.broken()

    def atom(self, name: str) -> int:
        """The number of a name."""
        raw = name.encode()
        reply = self._connection.ask("xcb_intern_atom", 0, len(raw), raw)
        if reply is None:
            raise NotOfferedError(N_("X11: the server is gone"))
        return int(_NUMBER_REPLY.unpack_from(reply)[0])

    def owner(self, selection: int) -> int:
        """The window of the program that has a selection; 0 if none has it."""
        reply = self._connection.ask("xcb_get_selection_owner", selection)
        return 0 if reply is None else int(_NUMBER_REPLY.unpack_from(reply)[0])

    def windows(self, window: int, atom: int) -> tuple[int, ...]:
        """The windows that a property names; none if it has no such property."""
        return self._property(window, atom, _WINDOW)

    def atoms(self, window: int, atom: int) -> tuple[int, ...]:
        """The atoms that a property names; none if it has no such property, or is gone."""
        return self._property(window, atom, _ATOM)

    def data(self, window: int, atom: int) -> bytes:
        """The bytes of a property of any type; none if it has no such property, or is gone."""
        request = "xcb_get_property", 0, window, atom, _ANY_TYPE, 0, _MOST_WORDS_OF_DATA
        reply = self._connection.ask(*request)
        bits, count = (0, 0) if reply is None else _PROPERTY_REPLY.unpack_from(reply)
        return b"" if reply is None else reply[32 : 32 + count * bits // 8]

    def listen_to(self, window: int, wanted: bool = True) -> None:
        """Tells changes of this window from now on, or no more."""
        events = _PROPERTY_CHANGE_MASK | _STRUCTURE_NOTIFY_MASK
        mask = struct.pack("=I", events if wanted else 0)
        self._connection.send("xcb_change_window_attributes", window, _EVENT_MASK_FIELD, mask)

    def changes(self) -> Iterator[Change]:
        """What has changed since the last look; never waits."""
        for event in self._connection.events():
            kind, _, window, atom = _EVENT.unpack_from(event)
            # Of what other programs have sent, only that it is worth looking again is believed.
            if kind in (_PROPERTY_NOTIFY, _SENT_CLIENT_MESSAGE):
                yield Change(window, atom)
            elif kind in (_DESTROY_NOTIFY, _UNMAP_NOTIFY):
                yield Change(window, GONE)

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()

    def _property(self, window: int, atom: int, kind: int) -> tuple[int, ...]:
        reply = self._connection.ask("xcb_get_property", 0, window, atom, kind, 0, _MOST_VALUES)
        if reply is None:
            return ()
        bits, count = _PROPERTY_REPLY.unpack_from(reply)
        return struct.unpack_from(f"={count}I", reply, 32) if bits == 32 else ()
