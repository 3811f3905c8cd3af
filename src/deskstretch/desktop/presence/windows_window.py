"""Windows that are never seen, because Windows tells some things only to windows.

Qt's event loop serves it too: it dispatches the messages of every window of its thread. Written to
Microsoft's documentation and tested against fakes of the calls.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import CFUNCTYPE, c_int, c_ssize_t, c_uint, c_uint32, c_void_p, c_wchar_p
from typing import Any, NamedTuple

from deskstretch.core.language import N_
from deskstretch.desktop.presence.c_functions import declare
from deskstretch.desktop.presence.source import NotOfferedError

MessageSink = Callable[[int, int], None]
"""Is given the message's number and its first parameter."""

_THIS_SESSION = 0
_TO_A_WINDOW = 0

# LRESULT, HWND, message, WPARAM, LPARAM. 64-bit Windows, which Qt 6 needs, has one calling
# convention for all functions.
_WindowProcedure = CFUNCTYPE(c_ssize_t, c_void_p, c_uint, c_void_p, c_ssize_t)


class _WindowClass(ctypes.Structure):
    _fields_ = (
        ("style", c_uint),
        ("procedure", _WindowProcedure),
        ("class_extra", c_int),
        ("window_extra", c_int),
        ("instance", c_void_p),
        ("icon", c_void_p),
        ("cursor", c_void_p),
        ("background", c_void_p),
        ("menu_name", c_wchar_p),
        ("class_name", c_wchar_p),
    )


class WindowsLibraries(NamedTuple):
    """The three whose functions are called."""

    user32: Any
    kernel32: Any
    wtsapi32: Any


class HiddenWindow:
    """Passes on what it is told, until it is closed. NotOfferedError where Windows refuses it."""

    def __init__(
        self, name: str, sink: MessageSink, libraries: WindowsLibraries | None = None
    ) -> None:
        """`name` is not that of any other one."""
        self.libraries = libraries or _load()
        self._user32 = self.libraries.user32
        self._name = name
        self._sink = sink
        # Kept as long as the window: Windows calls it.
        self._procedure = _WindowProcedure(self._heed)
        self._instance = self.libraries.kernel32.GetModuleHandleW(None)
        kind = _WindowClass(procedure=self._procedure, instance=self._instance, class_name=name)
        if not self._user32.RegisterClassW(ctypes.byref(kind)):
            raise NotOfferedError(N_("Windows does not register a window class"))
        # Not one for messages alone: to those Windows does not broadcast.
        nowhere = (0, 0, 0, 0)
        self.handle = self._user32.CreateWindowExW(
            0, name, name, 0, *nowhere, None, None, self._instance, None
        )
        if not self.handle:
            self._unregister()
            raise NotOfferedError(N_("Windows does not make a window"))

    def close(self) -> None:
        """Nothing is passed on any more."""
        if self.handle:
            self._user32.DestroyWindow(self.handle)
            self.handle = None
            self._unregister()

    def _unregister(self) -> None:
        self._user32.UnregisterClassW(self._name, self._instance)

    def _heed(self, window: int, message: int, first: int | None, second: int) -> int:
        self._sink(message, first or 0)
        answer: int = self._user32.DefWindowProcW(window, message, first, second)
        return answer


class SessionWindow:
    """A window that is told of the session and of sleep too."""

    def __init__(self, sink: MessageSink, libraries: WindowsLibraries | None = None) -> None:
        self._window = HiddenWindow("DeskStretchPresence", sink, libraries)
        self._user32, _, self._wtsapi32 = self._window.libraries
        self._power = None
        handle = self._window.handle
        if not self._wtsapi32.WTSRegisterSessionNotification(handle, _THIS_SESSION):
            self._window.close()
            raise NotOfferedError(N_("Windows does not tell of its sessions"))
        # Computers with modern standby tell of sleep only who has asked.
        self._power = self._user32.RegisterSuspendResumeNotification(handle, _TO_A_WINDOW)

    def close(self) -> None:
        """Nothing is told any more."""
        if self._power:
            self._user32.UnregisterSuspendResumeNotification(self._power)
            self._power = None
        if self._window.handle:
            self._wtsapi32.WTSUnRegisterSessionNotification(self._window.handle)
            self._window.close()


def _load() -> WindowsLibraries:
    libraries = WindowsLibraries(*(ctypes.CDLL(name) for name in WindowsLibraries._fields))
    user32, kernel32, wtsapi32 = libraries
    declare(kernel32.GetModuleHandleW, c_void_p, c_wchar_p)
    declare(user32.RegisterClassW, c_uint, c_void_p)
    declare(user32.UnregisterClassW, c_int, c_wchar_p, c_void_p)
    declare(
        user32.CreateWindowExW,
        c_void_p,
        *(c_uint32, c_wchar_p, c_wchar_p, c_uint32),
        *(c_int, c_int, c_int, c_int),
        *(c_void_p, c_void_p, c_void_p, c_void_p),
    )
    declare(user32.DestroyWindow, c_int, c_void_p)
    declare(user32.RegisterHotKey, c_int, c_void_p, c_int, c_uint, c_uint)
    declare(user32.UnregisterHotKey, c_int, c_void_p, c_int)
    declare(user32.DefWindowProcW, c_ssize_t, c_void_p, c_uint, c_void_p, c_ssize_t)
    declare(user32.RegisterSuspendResumeNotification, c_void_p, c_void_p, c_uint32)
    declare(user32.UnregisterSuspendResumeNotification, c_int, c_void_p)
    declare(wtsapi32.WTSRegisterSessionNotification, c_int, c_void_p, c_uint32)
    declare(wtsapi32.WTSUnRegisterSessionNotification, c_int, c_void_p)
    return libraries
