"""Idle time on Windows, which is asked for: the system tells nobody of it.

Written to Microsoft's documentation of GetLastInputInfo and tested against a fake of it.
"""

from __future__ import annotations

import ctypes
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.desktop.presence.polled_idle import PolledIdle
from deskstretch.desktop.presence.source import NotOfferedError


class _LastInputInfo(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("ticks", ctypes.c_uint32))


class LastInput:
    """Of this person's session alone: while another user's is in front, there is none."""

    def __init__(self, user32: Any, kernel32: Any) -> None:
        self._user32 = user32
        self._kernel32 = kernel32

    def seconds_ago(self) -> float:
        """OSError where Windows does not say."""
        info = _LastInputInfo(ctypes.sizeof(_LastInputInfo))
        if not self._user32.GetLastInputInfo(ctypes.byref(info)):
            raise OSError(N_("Windows does not tell of the last input"))
        # The counter of milliseconds begins anew every 49.7 days.
        passed: int = (self._kernel32.GetTickCount() - info.ticks) & 0xFFFFFFFF
        return passed / 1000


def windows_idle(parent: QObject | None = None) -> PolledIdle:
    """Asks Windows; NotOfferedError where it does not answer."""
    # As C functions: 64-bit Windows, which Qt 6 needs, has one calling convention for all.
    kernel32 = ctypes.CDLL("kernel32")
    kernel32.GetTickCount.restype = ctypes.c_uint32
    last_input = LastInput(ctypes.CDLL("user32"), kernel32)
    try:
        last_input.seconds_ago()
    except OSError as error:
        raise NotOfferedError(str(error)) from None
    return PolledIdle(last_input.seconds_ago, parent)
