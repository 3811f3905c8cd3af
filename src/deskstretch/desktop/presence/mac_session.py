"""Lock and sleep on macOS, as its notifications tell them.

Sleep is written to Apple's documentation (Technical Q&A QA1340); the names of the two
notifications about the lock are documented nowhere, but have been the same since Mac OS X 10.7.
Tested against fakes of the calls. A switch to another user is not told: there is no input then.
"""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_long, c_uint32, c_void_p
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.desktop.presence.c_functions import declare
from deskstretch.desktop.presence.source import NotOfferedError, SessionWatch

_LOCK_NOTICES = {b"com.apple.screenIsLocked": True, b"com.apple.screenIsUnlocked": False}

_CAN_SYSTEM_SLEEP = 0xE0000270
_SYSTEM_WILL_SLEEP = 0xE0000280
_SYSTEM_HAS_POWERED_ON = 0xE0000300

_UTF_8 = 0x08000100
_AT_ONCE = 4
"""CFNotificationSuspensionBehaviorDeliverImmediately."""

_ANY_OBSERVER = 1
"""Stands for this watch with the notification centre; only compared, never followed."""

# Centre, observer, name, object, details.
_Notified = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
# Context, service, message, argument.
_PowerChanged = CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)


class Frameworks(NamedTuple):
    """Core Foundation, the I/O kit, and the run loop modes in which notifications are wanted."""

    core: Any
    io_kit: Any
    common_modes: Any


class MacSession(SessionWatch):
    """Qt's event loop on macOS is the main run loop, which serves the notifications."""

    def __init__(self, parent: QObject | None = None, frameworks: Frameworks | None = None) -> None:
        super().__init__(parent)
        self._core, self._io_kit, self._common_modes = frameworks or _load()
        # Kept as long as the watch: macOS calls them.
        self._notified = [
            _Notified(lambda *_, locked=locked: self.lock_changed.emit(locked))
            for locked in _LOCK_NOTICES.values()
        ]
        self._power_changed = _PowerChanged(self._heed_power)
        self._port, self._notifier = c_void_p(), c_uint32()
        self._root = self._watch_power()
        self._centre = self._core.CFNotificationCenterGetDistributedCenter()
        for name, notified in zip(_LOCK_NOTICES, self._notified, strict=True):
            title = self._core.CFStringCreateWithCString(None, name, _UTF_8)
            self._core.CFNotificationCenterAddObserver(
                self._centre, _ANY_OBSERVER, notified, title, None, _AT_ONCE
            )
            self._core.CFRelease(title)

    def close(self) -> None:
        self._core.CFNotificationCenterRemoveEveryObserver(self._centre, _ANY_OBSERVER)
        self._io_kit.IODeregisterForSystemPower(ctypes.byref(self._notifier))
        self._io_kit.IONotificationPortDestroy(self._port)
        super().close()

    def _watch_power(self) -> int:
        root: int = self._io_kit.IORegisterForSystemPower(
            None, ctypes.byref(self._port), self._power_changed, ctypes.byref(self._notifier)
        )
        if not root:
            raise NotOfferedError(N_("macOS does not tell of sleep"))
        source = self._io_kit.IONotificationPortGetRunLoopSource(self._port)
        main_loop = self._core.CFRunLoopGetMain()
        self._core.CFRunLoopAddSource(main_loop, source, self._common_modes)
        return root

    def _heed_power(self, _: Any, __: int, message: int, argument: int | None) -> None:
        if message == _SYSTEM_WILL_SLEEP:
            self.suspended.emit()
        elif message == _SYSTEM_HAS_POWERED_ON:
            self.resumed.emit()
        if message in (_CAN_SYSTEM_SLEEP, _SYSTEM_WILL_SLEEP):
            # Without this word macOS waits 30 s for it.
            self._io_kit.IOAllowPowerChange(self._root, argument or 0)


def _load() -> Frameworks:
    core, io_kit = (
        ctypes.CDLL(f"/System/Library/Frameworks/{name}.framework/{name}")
        for name in ("CoreFoundation", "IOKit")
    )
    declare(core.CFNotificationCenterGetDistributedCenter, c_void_p)
    declare(
        core.CFNotificationCenterAddObserver,
        None,
        *(c_void_p, c_void_p, _Notified, c_void_p, c_void_p, c_long),
    )
    declare(core.CFNotificationCenterRemoveEveryObserver, None, c_void_p, c_void_p)
    declare(core.CFStringCreateWithCString, c_void_p, c_void_p, c_char_p, c_uint32)
    declare(core.CFRelease, None, c_void_p)
    declare(core.CFRunLoopGetMain, c_void_p)
    declare(core.CFRunLoopAddSource, None, c_void_p, c_void_p, c_void_p)
    declare(
        io_kit.IORegisterForSystemPower,
        c_uint32,
        *(c_void_p, POINTER(c_void_p), _PowerChanged, POINTER(c_uint32)),
    )
    declare(io_kit.IODeregisterForSystemPower, c_int, POINTER(c_uint32))
    declare(io_kit.IONotificationPortGetRunLoopSource, c_void_p, c_void_p)
    declare(io_kit.IONotificationPortDestroy, None, c_void_p)
    declare(io_kit.IOAllowPowerChange, c_int, c_uint32, c_long)
    return Frameworks(core, io_kit, c_void_p.in_dll(core, "kCFRunLoopCommonModes"))
