"""The little of the X Synchronization extension that tells idle time.

Qt's xcb plug-in needs libxcb-sync too, so it is there wherever Qt runs on X11. Layouts and
constants are those of xcb/sync.h and of the X Synchronization Extension Protocol, version 3.1.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from ctypes import c_char_p, c_uint8, c_uint32
from typing import NamedTuple

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.x11 import X11Connection

POSITIVE_TRANSITION, NEGATIVE_TRANSITION = 0, 1
"""An alarm goes off when its counter comes up to its value, or falls down to it."""

_IDLE_COUNTER = b"IDLETIME"
_ALARM_NOTIFY = 1

# Counter, value type (absolute), value, test, delta and events of an alarm, in this order.
_ALARM_MASK = 0b111111
_ALARM_VALUES = struct.Struct("=IIiIIiII")
_ALARM_EVENT = struct.Struct("=BBHIiI")  # type, kind, sequence, alarm, counter value
_LIST_REPLY = struct.Struct("=8xI20x")
_COUNTER_INFO = struct.Struct("=I8xH")  # counter, resolution, name length; then the name, padded
_QUERY_REPLY = struct.Struct("=8xiI")

_REQUESTS = {
    "xcb_sync_create_alarm": (c_uint32, c_uint32, c_char_p),
    "xcb_sync_destroy_alarm": (c_uint32,),
    "xcb_sync_initialize": (c_uint8, c_uint8),
    "xcb_sync_list_system_counters": (),
    "xcb_sync_query_counter": (c_uint32,),
}


class Alarm(NamedTuple):
    """An alarm has gone off, with the counter at this value."""

    alarm: int
    milliseconds: int


class IdleCounter:
    """The server's count of milliseconds without input, and alarms on it."""

    def __init__(self, display: str | None = None) -> None:
        self._connection = X11Connection(_REQUESTS, display, "libxcb-sync.so.1")
        try:
            self._first_event = self._sync_extension()
            self._counter = self._find_counter()
        except NotOfferedError:
            self.close()
            raise

    def fileno(self) -> int:
        """Becomes readable when an alarm has gone off or the connection broke."""
        return self._connection.fileno()

    def broken(self) -> bool:
        """Whether the X server is gone; nothing else can be asked then."""
        return self._connection.broken()

    def milliseconds(self) -> int | None:
        """Since the last input; None when the server is gone."""
        reply = self._connection.ask("xcb_sync_query_counter", self._counter)
        return None if reply is None else _int64(*_QUERY_REPLY.unpack_from(reply))

    def add_alarm(self, test: int, milliseconds: int) -> int:
        """Sets off at each such transition of the counter, until it is removed."""
        alarm = self._connection.new_id()
        high, low = milliseconds >> 32, milliseconds & 0xFFFFFFFF
        values = _ALARM_VALUES.pack(self._counter, 0, high, low, test, 0, 0, 1)
        self._connection.send("xcb_sync_create_alarm", alarm, _ALARM_MASK, values)
        return alarm

    def remove_alarm(self, alarm: int) -> None:
        self._connection.send("xcb_sync_destroy_alarm", alarm)

    def alarms(self) -> Iterator[Alarm]:
        """What has gone off since the last look; never waits."""
        for event in self._connection.events():
            kind, _, _, alarm, high, low = _ALARM_EVENT.unpack_from(event)
            # One that another program has sent is of another kind, and not believed.
            if kind == self._first_event + _ALARM_NOTIFY:
                yield Alarm(alarm, _int64(high, low))

    def close(self) -> None:
        self._connection.close()

    def _sync_extension(self) -> int:
        first_event = self._connection.first_event_of("xcb_sync_id")
        if first_event is None:
            raise NotOfferedError(N_("X11: the SYNC extension is missing"))
        if self._connection.ask("xcb_sync_initialize", 3, 1) is None:
            raise NotOfferedError(N_("X11: the SYNC extension is refused"))
        return first_event

    def _find_counter(self) -> int:
        reply = self._connection.ask("xcb_sync_list_system_counters")
        if reply is not None:
            (count,) = _LIST_REPLY.unpack_from(reply)
            offset = _LIST_REPLY.size
            for _ in range(count):
                counter, length = _COUNTER_INFO.unpack_from(reply, offset)
                name = reply[offset + _COUNTER_INFO.size :][:length]
                if name == _IDLE_COUNTER:
                    return int(counter)
                offset += (_COUNTER_INFO.size + length + 3) & ~3
        raise NotOfferedError(N_("X11: the server counts no idle time"))


def _int64(high: int, low: int) -> int:
    return (high << 32) | low
