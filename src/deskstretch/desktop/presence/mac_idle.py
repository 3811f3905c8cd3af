"""Idle time on macOS, which is asked for: the system tells nobody of it.

Written to Apple's documentation of CGEventSourceSecondsSinceLastEventType and tested against a
fake of it. It needs no permission, as it tells when there was input and not which.
"""

from __future__ import annotations

import ctypes
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.desktop.presence.polled_idle import PolledIdle

_FRAMEWORK = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_COMBINED_SESSION_STATE = 0
"""Of this person's session, at the computer or on its screen shared from elsewhere."""
_ANY_INPUT_EVENT = 0xFFFFFFFF


class LastInput:
    """The last key, move or click."""

    def __init__(self, application_services: Any) -> None:
        self._ask = application_services.CGEventSourceSecondsSinceLastEventType

    def seconds_ago(self) -> float:
        return float(self._ask(_COMBINED_SESSION_STATE, _ANY_INPUT_EVENT))


def mac_idle(parent: QObject | None = None) -> PolledIdle:
    """Asks macOS."""
    services = ctypes.CDLL(_FRAMEWORK)
    ask = services.CGEventSourceSecondsSinceLastEventType
    ask.restype, ask.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
    return PolledIdle(LastInput(services).seconds_ago, parent)
