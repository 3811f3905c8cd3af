"""The little of the X Synchronization extension that tells idle time, by libxcb.

Qt's xcb plug-in needs libxcb and libxcb-sync too, so they are there wherever Qt runs on X11. The
connection is our own: Qt's is not to be had from Python. Layouts and constants are those of
xcb/sync.h and of the X Synchronization Extension Protocol, version 3.1.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from ctypes import CDLL, c_char_p, c_int, c_uint, c_uint8, c_uint32, c_void_p
from typing import Any, NamedTuple

from deskstretch.desktop.presence.c_functions import declare
from deskstretch.desktop.presence.source import NotOfferedError

POSITIVE_TRANSITION, NEGATIVE_TRANSITION = 0, 1
"""An alarm goes off when its counter comes up to its value, or falls down to it."""

_IDLE_COUNTER = b"IDLETIME"
_ALARM_NOTIFY = 1
_ERROR_CODES = {1: "nobody answers", 2: "an extension is missing", 5: "no such display"}

# Counter, value type (absolute), value, test, delta and events of an alarm, in this order.
_ALARM_MASK = 0b111111
_ALARM_VALUES = struct.Struct("=IIiIIiII")
_ALARM_EVENT = struct.Struct("=BBHIiI")  # type, kind, sequence, alarm, counter value
_LIST_REPLY = struct.Struct("=8xI20x")
_COUNTER_INFO = struct.Struct("=I8xH")  # counter, resolution, name length; then the name, padded
_QUERY_REPLY = struct.Struct("=8xiI")


class Alarm(NamedTuple):
    """An alarm has gone off, with the counter at this value."""

    alarm: int
    milliseconds: int


class IdleCounter:
    """The server's count of milliseconds without input, and alarms on it."""

    def __init__(self, display: str | None = None) -> None:
        self._xcb, self._sync = _libraries()
        self._free = _c_free()
        name = None if display is None else display.encode()
        self._connection: int | None = self._xcb.xcb_connect(name, None)
        try:
            self._check_connection()
            self._first_event = self._sync_extension()
            self._counter = self._find_counter()
        except NotOfferedError:
            self.close()
            raise

    def fileno(self) -> int:
        """Becomes readable when an alarm has gone off or the connection broke."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def broken(self) -> bool:
        """Whether the X server is gone; nothing else can be asked then."""
        return self._connection is None or bool(
            self._xcb.xcb_connection_has_error(self._connection)
        )

    def milliseconds(self) -> int | None:
        """Since the last input; None when the server is gone."""
        reply = self._reply("xcb_sync_query_counter", self._counter, size=16)
        return None if reply is None else _int64(*_QUERY_REPLY.unpack(reply))

    def add_alarm(self, test: int, milliseconds: int) -> int:
        """Sets off at each such transition of the counter, until it is removed."""
        alarm: int = self._xcb.xcb_generate_id(self._connection)
        high, low = milliseconds >> 32, milliseconds & 0xFFFFFFFF
        values = _ALARM_VALUES.pack(self._counter, 0, high, low, test, 0, 0, 1)
        self._sync.xcb_sync_create_alarm(self._connection, alarm, _ALARM_MASK, values)
        self._xcb.xcb_flush(self._connection)
        return alarm

    def remove_alarm(self, alarm: int) -> None:
        self._sync.xcb_sync_destroy_alarm(self._connection, alarm)
        self._xcb.xcb_flush(self._connection)

    def alarms(self) -> Iterator[Alarm]:
        """What has gone off since the last look; never waits."""
        while self._connection is not None:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if not event:
                return
            raw = self._take(event, 32)
            kind, _, _, alarm, high, low = _ALARM_EVENT.unpack_from(raw)
            # The highest bit marks events sent by other programs: those are not believed.
            if kind == self._first_event + _ALARM_NOTIFY:
                yield Alarm(alarm, _int64(high, low))

    def close(self) -> None:
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _check_connection(self) -> None:
        code = self._xcb.xcb_connection_has_error(self._connection)
        if code:
            reason = _ERROR_CODES.get(code, "the connection was refused")
            raise NotOfferedError(f"X11: {reason}")

    def _sync_extension(self) -> int:
        extension_id = c_void_p.in_dll(self._sync, "xcb_sync_id")
        found = self._xcb.xcb_get_extension_data(self._connection, ctypes.byref(extension_id))
        # The reply of QueryExtension: its 9th byte is whether, its 11th the first event's number.
        extension = ctypes.string_at(found, 12) if found else bytes(12)
        if not extension[8]:
            raise NotOfferedError("X11: the SYNC extension is missing")
        if self._reply("xcb_sync_initialize", 3, 1, size=10) is None:
            raise NotOfferedError("X11: the SYNC extension is refused")
        return extension[10]

    def _find_counter(self) -> int:
        reply = self._reply("xcb_sync_list_system_counters", size=None)
        if reply is not None:
            (count,) = _LIST_REPLY.unpack_from(reply)
            offset = _LIST_REPLY.size
            for _ in range(count):
                counter, length = _COUNTER_INFO.unpack_from(reply, offset)
                name = reply[offset + _COUNTER_INFO.size :][:length]
                if name == _IDLE_COUNTER:
                    return int(counter)
                offset += (_COUNTER_INFO.size + length + 3) & ~3
        raise NotOfferedError("X11: the server counts no idle time")

    def _reply(self, request: str, *arguments: int, size: int | None) -> bytes | None:
        """The reply to a request, of fixed size or of the one that it states; None if none came."""
        if self.broken():
            return None
        # Not by self._sync[request]: that is a new function each time, without declared types.
        cookie = getattr(self._sync, request)(self._connection, *arguments)
        reply = getattr(self._sync, f"{request}_reply")(self._connection, cookie, None)
        if not reply:
            return None
        if size is None:
            (words,) = struct.unpack_from("=4xI", ctypes.string_at(reply, 8))
            size = 32 + 4 * words
        return self._take(reply, size)

    def _take(self, address: int, size: int) -> bytes:
        """The bytes of what libxcb gave away; frees them."""
        raw = ctypes.string_at(address, size)
        self._free(address)
        return raw


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


def _libraries() -> tuple[CDLL, CDLL]:
    try:
        xcb, sync = CDLL("libxcb.so.1"), CDLL("libxcb-sync.so.1")
    except OSError as missing:
        raise NotOfferedError(f"X11: {missing}") from None
    connection = c_void_p
    declare(xcb.xcb_connect, connection, c_char_p, c_void_p)
    declare(xcb.xcb_connection_has_error, c_int, connection)
    declare(xcb.xcb_disconnect, None, connection)
    declare(xcb.xcb_flush, c_int, connection)
    declare(xcb.xcb_generate_id, c_uint32, connection)
    declare(xcb.xcb_get_extension_data, c_void_p, connection, c_void_p)
    declare(xcb.xcb_get_file_descriptor, c_int, connection)
    declare(xcb.xcb_poll_for_event, c_void_p, connection)
    declare(sync.xcb_sync_create_alarm, _Cookie, connection, c_uint32, c_uint32, c_char_p)
    declare(sync.xcb_sync_destroy_alarm, _Cookie, connection, c_uint32)
    declare(sync.xcb_sync_initialize, _Cookie, connection, c_uint8, c_uint8)
    declare(sync.xcb_sync_list_system_counters, _Cookie, connection)
    declare(sync.xcb_sync_query_counter, _Cookie, connection, c_uint32)
    for name in ("initialize", "list_system_counters", "query_counter"):
        reply = getattr(sync, f"xcb_sync_{name}_reply")
        declare(reply, c_void_p, connection, _Cookie, c_void_p)
    return xcb, sync


def _c_free() -> Any:
    free = CDLL(None).free
    declare(free, None, c_void_p)
    return free


def _int64(high: int, low: int) -> int:
    return (high << 32) | low
