"""Idle time and session of Windows, on fakes of the calls that its documentation describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.presence.windows_idle import LastInput
from deskstretch.desktop.presence.windows_session import WindowsSession
from deskstretch.desktop.presence.windows_window import SessionWindow, WindowsLibraries

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WM_SIZE = 0x218, 0x2B1, 0x5
SUSPEND, RESUME_AUTOMATIC, RESUME_SUSPEND = 0x4, 0x12, 0x7
CONSOLE_CONNECT, CONSOLE_DISCONNECT, REMOTE_CONNECT, REMOTE_DISCONNECT = 1, 2, 3, 4
LOCK, UNLOCK = 7, 8
WINDOW, POWER_NOTICE = 0x1234_5678_9ABC, 0x77


class Windows:
    """All three libraries in one; `calls` are those that leave something behind."""

    def __init__(self, *, refuses: str = "", last_input: int = 0, ticks: int = 0) -> None:
        self.calls: list[tuple[str, Any]] = []
        self._refuses = refuses
        self._last_input = last_input
        self._ticks = ticks
        self._procedure: Callable[..., int] | None = None

    def send(self, message: int, first: int) -> int:
        assert self._procedure is not None
        return self._procedure(WINDOW, message, first, 0)

    def GetLastInputInfo(self, info: Any) -> int:
        assert info._obj.size == 8
        info._obj.ticks = self._last_input
        return self._unless_refused("GetLastInputInfo")

    def GetTickCount(self) -> int:
        return self._ticks

    def GetModuleHandleW(self, name: None) -> int:
        return 0x4000_0000_0000

    def RegisterClassW(self, kind: Any) -> int:
        self._procedure = kind._obj.procedure
        self._class = kind._obj.class_name
        return self._unless_refused("RegisterClassW")

    def CreateWindowExW(self, extra: int, name: str, *_: object) -> int:
        assert name == self._class
        return WINDOW * self._unless_refused("CreateWindowExW")

    def WTSRegisterSessionNotification(self, window: int, flags: int) -> int:
        assert (window, flags) == (WINDOW, 0)
        return self._unless_refused("WTSRegisterSessionNotification")

    def RegisterSuspendResumeNotification(self, window: int, flags: int) -> int:
        assert (window, flags) == (WINDOW, 0)
        return POWER_NOTICE

    def DefWindowProcW(self, window: int, message: int, first: int | None, second: int) -> int:
        return 42

    def UnregisterSuspendResumeNotification(self, notice: int) -> int:
        return self._note("UnregisterSuspendResumeNotification", notice)

    def WTSUnRegisterSessionNotification(self, window: int) -> int:
        return self._note("WTSUnRegisterSessionNotification", window)

    def DestroyWindow(self, window: int) -> int:
        return self._note("DestroyWindow", window)

    def UnregisterClassW(self, name: str, instance: int) -> int:
        return self._note("UnregisterClassW", name)

    def _note(self, call: str, of: Any) -> int:
        self.calls.append((call, of))
        return 1

    def _unless_refused(self, call: str) -> int:
        return int(call != self._refuses)


class Listener:
    """A session watch on such a Windows, and what it tells."""

    def __init__(self, windows: Windows) -> None:
        libraries = WindowsLibraries(windows, windows, windows)
        self.watch = WindowsSession(open_window=lambda sink: SessionWindow(sink, libraries))
        self.heard: list[object] = []
        self.watch.lock_changed.connect(self.heard.append)
        self.watch.suspended.connect(lambda: self.heard.append("suspended"))
        self.watch.resumed.connect(lambda: self.heard.append("resumed"))


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def listener(windows: Windows) -> Listener:
    return Listener(windows)


@pytest.mark.parametrize(
    ("last_input", "ticks", "seconds"),
    [(1_000, 4_500, 3.5), (7, 7, 0), (0xFFFF_FF00, 0x100, 0.512)],
)
def test_the_last_input_is_so_long_ago(last_input: int, ticks: int, seconds: float) -> None:
    windows = Windows(last_input=last_input, ticks=ticks)
    assert LastInput(windows, windows).seconds_ago() == seconds


def test_a_windows_that_does_not_say_is_told_of() -> None:
    windows = Windows(refuses="GetLastInputInfo")
    with pytest.raises(OSError, match="does not tell"):
        LastInput(windows, windows).seconds_ago()


def test_lock_and_unlock_are_told(windows: Windows, listener: Listener) -> None:
    windows.send(WM_WTSSESSION_CHANGE, LOCK)
    windows.send(WM_WTSSESSION_CHANGE, UNLOCK)
    assert listener.heard == [True, False]


@pytest.mark.parametrize(
    ("away", "back"),
    [(CONSOLE_DISCONNECT, CONSOLE_CONNECT), (REMOTE_DISCONNECT, REMOTE_CONNECT)],
)
def test_a_switch_to_another_user_is_a_lock_until_the_session_is_back_and_unlocked(
    away: int, back: int, windows: Windows, listener: Listener
) -> None:
    for event in (LOCK, away, back, UNLOCK):
        windows.send(WM_WTSSESSION_CHANGE, event)
    assert listener.heard == [True, True, True, False]
    windows.send(WM_WTSSESSION_CHANGE, away)
    windows.send(WM_WTSSESSION_CHANGE, back)
    assert listener.heard[4:] == [True, False]


def test_sleep_and_waking_up_are_told_once_each(windows: Windows, listener: Listener) -> None:
    for event in (SUSPEND, SUSPEND, RESUME_AUTOMATIC, RESUME_SUSPEND, RESUME_AUTOMATIC):
        windows.send(WM_POWERBROADCAST, event)
    assert listener.heard == ["suspended", "resumed"]


def test_other_messages_are_left_to_windows(windows: Windows, listener: Listener) -> None:
    assert windows.send(WM_SIZE, 0) == 42
    assert windows.send(WM_SIZE, LOCK) == 42
    assert listener.heard == []


def test_all_that_was_asked_for_is_given_back(windows: Windows, listener: Listener) -> None:
    listener.watch.close()
    assert windows.calls == [
        ("UnregisterSuspendResumeNotification", POWER_NOTICE),
        ("WTSUnRegisterSessionNotification", WINDOW),
        ("DestroyWindow", WINDOW),
        ("UnregisterClassW", "DeskStretchPresence"),
    ]


@pytest.mark.parametrize(
    "refuses", ["RegisterClassW", "CreateWindowExW", "WTSRegisterSessionNotification"]
)
def test_where_windows_refuses_there_is_no_watch(refuses: str) -> None:
    with pytest.raises(NotOfferedError):
        Listener(Windows(refuses=refuses))
