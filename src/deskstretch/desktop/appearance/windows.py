"""Whether Windows is to show animations, by its documented call; not tried on Windows itself."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.desktop.appearance.port import REDUCED_MOTION, Way
from deskstretch.desktop.disturbance.polled import Polled
from deskstretch.desktop.presence.source import NotOfferedError

_GET_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION (winuser.h)."""


def client_area_animation(parent: QObject, user32: Any = None) -> Polled:
    """Read when asked for: SystemParametersInfo tells of no changes."""
    user32 = user32 or _user32()

    def read() -> Iterator[str]:
        shown = ctypes.c_int(1)
        done = user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
        if done and not shown.value:
            yield REDUCED_MOTION

    return Polled(read, parent)


def _user32() -> Any:
    loader = getattr(ctypes, "WinDLL", None)
    if loader is None:
        raise NotOfferedError(N_("not Windows"))
    return loader("user32")


WAYS = (Way("Windows animations", (REDUCED_MOTION,), client_area_animation),)
