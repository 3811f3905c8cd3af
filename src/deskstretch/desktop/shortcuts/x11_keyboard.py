"""The little of X11 that takes combinations of keys, wherever they are pressed."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from ctypes import c_uint8, c_uint16, c_uint32
from itertools import combinations
from typing import NamedTuple

from deskstretch.desktop.x11 import X11Connection

_SHIFT, _LOCK, _CONTROL, _MOD1, _MOD4 = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 6
_ALT_KEYSYMS, _SUPER_KEYSYMS = (0xFFE9, 0xFFEA), (0xFFEB, 0xFFEC)
_LOCKING_KEYSYMS = (0xFF7F, 0xFF14)
"""Num Lock and Scroll Lock; Caps Lock has a bit of its own."""
_KEY_PRESS, _KEY_RELEASE, _MAPPING_NOTIFY = 2, 3, 34
_ASYNCHRONOUS = 1
_MODIFIERS = 8
_KEY_EVENT = struct.Struct("=BB2xI20xH")  # type, keycode, time, what is held down
_REPLY_BYTES = 32

_REQUESTS = {
    "xcb_get_keyboard_mapping": (c_uint8, c_uint8),
    "xcb_get_modifier_mapping": (),
    "xcb_grab_key_checked": (c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8),
    "xcb_ungrab_key": (c_uint8, c_uint32, c_uint16),
}


class Press(NamedTuple):
    """A key goes down, with those modifiers that count."""

    keycode: int
    modifiers: int


class LayoutChanged(NamedTuple):
    """Keys are elsewhere now."""


class X11Keyboard:
    """Grabs single combinations on a connection of our own, which are gone with it."""

    def __init__(self, display: str | None = None) -> None:
        self._connection = X11Connection(_REQUESTS, display)
        self._root = self._connection.root
        self._released: tuple[int, int] | None = None
        self.learn_layout()

    def fileno(self) -> int:
        """Becomes readable when something happened or the connection broke."""
        return self._connection.fileno()

    def broken(self) -> bool:
        """Whether the X server is gone."""
        return self._connection.broken()

    def close(self) -> None:
        """Let go of the server and of all keys."""
        self._connection.close()

    def learn_layout(self) -> None:
        """Find out anew which key bears what."""
        lowest, highest = self._connection.keycodes
        self._columns = _columns(
            self._connection.ask("xcb_get_keyboard_mapping", lowest, highest - lowest + 1), lowest
        )
        reply = self._connection.ask("xcb_get_modifier_mapping")
        self._bits = {"Shift": _SHIFT, "Ctrl": _CONTROL, "Alt": _MOD1, "Super": _MOD4}
        self._locks = [_LOCK]
        if reply is not None:
            self._bits["Alt"] = self._bit_of(reply, _ALT_KEYSYMS) or _MOD1
            self._bits["Super"] = self._bit_of(reply, _SUPER_KEYSYMS) or _MOD4
            locks = {self._bit_of(reply, (keysym,)) for keysym in _LOCKING_KEYSYMS}
            self._locks += sorted(locks - {0})

    def keycode_of(self, keysym: int) -> int | None:
        """The key that bears this, first without Shift and in the first layout."""
        return next((column[keysym] for column in self._columns if keysym in column), None)

    def bits_of(self, modifiers: Iterable[str]) -> int:
        """What X11 says for these names of modifiers."""
        return sum(self._bits[each] for each in modifiers)

    def grab(self, press: Press) -> bool:
        """Whether it is ours now; with any lock on or off. False: another program has it."""
        taken = [
            self._connection.refusal(
                "xcb_grab_key_checked",
                *(False, self._root, press.modifiers | locks, press.keycode),
                *(_ASYNCHRONOUS, _ASYNCHRONOUS),
            )
            for locks in self._lock_states()
        ]
        if any(taken):
            self.release(press)
        return not any(taken)

    def release(self, press: Press) -> None:
        """Give it back, with any lock."""
        for locks in self._lock_states():
            self._connection.send(
                "xcb_ungrab_key", press.keycode, self._root, press.modifiers | locks
            )

    def events(self) -> Iterator[Press | LayoutChanged]:
        """What has happened since the last look; a key that is held down is pressed once."""
        counting = sum(self._bits.values())
        for event in self._connection.events():
            kind, keycode, time, held = _KEY_EVENT.unpack_from(event)
            if kind == _KEY_PRESS:
                # A key that repeats itself is released and pressed in the same instant.
                if self._released != (keycode, time):
                    yield Press(keycode, held & counting)
            elif kind == _KEY_RELEASE:
                self._released = (keycode, time)
            elif kind == _MAPPING_NOTIFY:
                yield LayoutChanged()

    def _lock_states(self) -> list[int]:
        return [
            sum(on)
            for count in range(len(self._locks) + 1)
            for on in combinations(self._locks, count)
        ]

    def _bit_of(self, reply: bytes, keysyms: Iterable[int]) -> int:
        """The bit of the modifier that has one of these keys; 0 if none has."""
        keycodes = {self.keycode_of(keysym) for keysym in keysyms} - {None}
        each = reply[1]
        for modifier in range(_MODIFIERS):
            start = _REPLY_BYTES + modifier * each
            if keycodes & set(reply[start : start + each]):
                return 1 << modifier
        return 0


def _columns(reply: bytes | None, lowest: int) -> list[dict[int, int]]:
    """For each column of the layout the keycode of each keysym in it."""
    if reply is None:
        return []
    width = reply[1]
    keysyms = [each for (each,) in struct.iter_unpack("=I", reply[_REPLY_BYTES:])]
    columns: list[dict[int, int]] = [{} for _ in range(width)]
    for position, keysym in enumerate(keysyms):
        keycode, column = divmod(position, width)
        columns[column].setdefault(keysym, lowest + keycode)
    return columns
