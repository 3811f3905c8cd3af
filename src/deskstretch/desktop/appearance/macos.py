"""Whether macOS is to reduce motion, by its documented call; not tried on macOS itself."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import CDLL, c_bool, c_char_p, c_void_p
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.desktop.appearance.port import REDUCED_MOTION, Way
from deskstretch.desktop.disturbance.polled import Polled
from deskstretch.desktop.presence.c_functions import declare
from deskstretch.desktop.presence.source import NotOfferedError

_APP_KIT = "/System/Library/Frameworks/AppKit.framework/AppKit"
_RUNTIME = "/usr/lib/libobjc.dylib"


def reduce_motion(parent: QObject, runtime: Any = None) -> Polled:
    """Read when asked for: `NSWorkspace.shared.accessibilityDisplayShouldReduceMotion`."""
    runtime = runtime or _load()
    declare(runtime.objc_getClass, c_void_p, c_char_p)
    declare(runtime.sel_registerName, c_void_p, c_char_p)

    def send(result: Any, receiver: Any, message: bytes) -> Any:
        declare(runtime.objc_msgSend, result, c_void_p, c_void_p)
        return runtime.objc_msgSend(receiver, runtime.sel_registerName(message))

    def read() -> Iterator[str]:
        workspace = send(c_void_p, runtime.objc_getClass(b"NSWorkspace"), b"sharedWorkspace")
        if send(c_bool, workspace, b"accessibilityDisplayShouldReduceMotion"):
            yield REDUCED_MOTION

    return Polled(read, parent)


def _load() -> Any:
    try:
        CDLL(_APP_KIT)
        return CDLL(_RUNTIME)
    except OSError as missing:
        raise NotOfferedError(str(missing)) from None


WAYS = (Way("macOS reduce motion", (REDUCED_MOTION,), reduce_motion),)
