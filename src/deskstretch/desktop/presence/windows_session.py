"""Lock, user switching and sleep on Windows, as its messages to windows tell them.

Written to Microsoft's documentation of WM_WTSSESSION_CHANGE and WM_POWERBROADCAST, and tested
against fakes of the calls.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from deskstretch.desktop.presence.source import SessionWatch
from deskstretch.desktop.presence.windows_window import MessageSink, SessionWindow

_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_PBT_APMRESUMESUSPEND = 0x0007
_PBT_APMRESUMEAUTOMATIC = 0x0012

_WM_WTSSESSION_CHANGE = 0x02B1
_CONNECTED = {0x1, 0x3}
"""The session is in front, at the computer or on a remote one; see WTS_CONSOLE_CONNECT."""
_DISCONNECTED = {0x2, 0x4}
_LOCKED, _UNLOCKED = 0x7, 0x8


class WindowsSession(SessionWatch):
    """Another user's session in front is a lock as well."""

    def __init__(
        self,
        parent: QObject | None = None,
        open_window: Callable[[MessageSink], SessionWindow] = SessionWindow,
    ) -> None:
        super().__init__(parent)
        self._is_locked = False
        self._is_elsewhere = False
        self._is_asleep = False
        self._window = open_window(self._heed)

    def close(self) -> None:
        self._window.close()
        super().close()

    def _heed(self, message: int, event: int) -> None:
        if message == _WM_WTSSESSION_CHANGE:
            self._heed_session(event)
        elif message == _WM_POWERBROADCAST:
            self._heed_power(event)

    def _heed_session(self, event: int) -> None:
        if event in (_LOCKED, _UNLOCKED):
            self._is_locked = event == _LOCKED
        elif event in _CONNECTED | _DISCONNECTED:
            self._is_elsewhere = event in _DISCONNECTED
        self.lock_changed.emit(self._is_locked or self._is_elsewhere)

    def _heed_power(self, event: int) -> None:
        # Each may come twice: to every window, and to those that have asked for it.
        if event == _PBT_APMSUSPEND and not self._is_asleep:
            self._is_asleep = True
            self.suspended.emit()
        elif event in (_PBT_APMRESUMEAUTOMATIC, _PBT_APMRESUMESUSPEND) and self._is_asleep:
            self._is_asleep = False
            self.resumed.emit()
