"""A connection of our own to an X server, by libxcb; Qt's is not to be had from Python.

Qt's xcb plug-in needs libxcb too, so it is there wherever Qt runs on X11. Layouts are those of
xcb/xproto.h and of the X Window System Protocol, version 11.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator, Mapping
from ctypes import CDLL, c_char_p, c_int, c_uint, c_uint32, c_void_p
from typing import Any

from deskstretch.core.language import N_
from deskstretch.desktop.presence.c_functions import declare
from deskstretch.desktop.presence.source import NotOfferedError

Requests = Mapping[str, tuple[Any, ...]]
"""Functions of libxcb by name, with the types of what they take after the connection."""

_ERRORS = {
    1: N_("X11: nobody answers"),
    2: N_("X11: an extension is missing"),
    5: N_("X11: no such display"),
}
_EVENT_BYTES = 32
_KEYCODES_OFFSET = 34
"""In the setup that the server tells: its lowest and its highest keycode."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))


class X11Connection:
    """Sends the requests that it is made for. NotOfferedError says why there is none."""

    def __init__(
        self, requests: Requests, display: str | None = None, library: str = "libxcb.so.1"
    ) -> None:
        """`library` has the requests; another one for those of an extension."""
        self._xcb, self._library = _load("libxcb.so.1"), _load(library)
        self._free = CDLL(None).free
        self._declare(requests)
        name = None if display is None else display.encode()
        self._connection: int | None = self._xcb.xcb_connect(name, None)
        code = self._xcb.xcb_connection_has_error(self._connection)
        if code:
            self.close()
            raise NotOfferedError(_ERRORS.get(code, N_("X11: the connection was refused")))

    def fileno(self) -> int:
        """Becomes readable when an event has come or the connection broke."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def broken(self) -> bool:
        """Whether the X server is gone; nothing else can be asked then."""
        return self._connection is None or bool(
            self._xcb.xcb_connection_has_error(self._connection)
        )

    @property
    def root(self) -> int:
        """The root window of the first screen."""
        screens = self._xcb.xcb_setup_roots_iterator(self._setup())
        return c_uint32.from_address(screens.data).value  # the first field of a screen

    @property
    def keycodes(self) -> tuple[int, int]:
        """The lowest and the highest."""
        lowest, highest = ctypes.string_at(self._setup() + _KEYCODES_OFFSET, 2)
        return lowest, highest

    def first_event_of(self, extension: str) -> int | None:
        """The number of its first event; None where the server has no such extension.

        `extension` is the name of a variable of the library, such as "xcb_sync_id".
        """
        id_ = c_void_p.in_dll(self._library, extension)
        found = self._xcb.xcb_get_extension_data(self._connection, ctypes.byref(id_))
        # The reply of QueryExtension: its 9th byte is whether, its 11th the first event's number.
        reply = ctypes.string_at(found, 12) if found else bytes(12)
        return reply[10] if reply[8] else None

    def new_id(self) -> int:
        """A number for something that is to be made in the server."""
        return int(self._xcb.xcb_generate_id(self._connection))

    def send(self, request: str, *arguments: Any) -> None:
        """Send it; an error comes as an event."""
        getattr(self._library, request)(self._connection, *arguments)
        self._xcb.xcb_flush(self._connection)

    def ask(self, request: str, *arguments: Any) -> bytes | None:
        """The reply to a request; None if none came."""
        if self.broken():
            return None
        # Not by self._library[request]: that is a new function each time, without declared types.
        cookie = getattr(self._library, request)(self._connection, *arguments)
        reply = getattr(self._library, f"{request}_reply")(self._connection, cookie, None)
        if not reply:
            return None
        (words,) = struct.unpack_from("=4xI", ctypes.string_at(reply, 8))
        return self._take(reply, _EVENT_BYTES + 4 * words)

    def refusal(self, request: str, *arguments: Any) -> int:
        """Send a request that is checked; the code of its error, 0 if it is done."""
        cookie = getattr(self._library, request)(self._connection, *arguments)
        error = self._xcb.xcb_request_check(self._connection, cookie)
        return self._take(error, _EVENT_BYTES)[1] if error else 0

    def events(self) -> Iterator[bytes]:
        """What has come since the last look, 32 bytes each; never waits.

        The highest bit of the first byte marks those that other programs have sent.
        """
        while self._connection is not None:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if not event:
                return
            yield self._take(event, _EVENT_BYTES)

    def close(self) -> None:
        """Let go of the server."""
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _setup(self) -> int:
        return int(self._xcb.xcb_get_setup(self._connection))

    def _take(self, address: int, size: int) -> bytes:
        """The bytes of what libxcb gave away; frees them."""
        raw = ctypes.string_at(address, size)
        self._free(address)
        return raw

    def _declare(self, requests: Requests) -> None:
        connection = c_void_p
        xcb = self._xcb
        declare(self._free, None, c_void_p)
        declare(xcb.xcb_connect, connection, c_char_p, c_void_p)
        declare(xcb.xcb_connection_has_error, c_int, connection)
        declare(xcb.xcb_disconnect, None, connection)
        declare(xcb.xcb_flush, c_int, connection)
        declare(xcb.xcb_generate_id, c_uint32, connection)
        declare(xcb.xcb_get_extension_data, c_void_p, connection, c_void_p)
        declare(xcb.xcb_get_file_descriptor, c_int, connection)
        declare(xcb.xcb_get_setup, c_void_p, connection)
        declare(xcb.xcb_poll_for_event, c_void_p, connection)
        declare(xcb.xcb_request_check, c_void_p, connection, _Cookie)
        declare(xcb.xcb_setup_roots_iterator, _Screens, c_void_p)
        for request, types in requests.items():
            declare(getattr(self._library, request), _Cookie, connection, *types)
            if hasattr(self._library, f"{request}_reply"):
                reply = getattr(self._library, f"{request}_reply")
                declare(reply, c_void_p, connection, _Cookie, c_void_p)


def _load(library: str) -> CDLL:
    try:
        return CDLL(library)
    except OSError as missing:
        raise NotOfferedError(f"X11: {missing}") from None
