"""Hot keys of Windows, on fakes of the calls that its documentation describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from deskstretch.core.combination import Combination
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.presence.windows_window import WindowsLibraries
from deskstretch.desktop.shortcuts.source import Binding
from deskstretch.desktop.shortcuts.windows_keys import WindowsKeys

WM_HOTKEY, WM_SIZE = 0x312, 0x5
WINDOW = 0x1234_5678_9ABC
CTRL_ALT_B = Combination(("Ctrl", "Alt"), "B")
SUPER_F9 = Combination(("Shift", "Super"), "F9")


class Windows:
    """All libraries in one; `hot_keys` are those that are registered, by number."""

    def __init__(self, *, taken: tuple[int, int] | None = None, refuses: str = "") -> None:
        self.hot_keys: dict[int, tuple[int, int]] = {}
        self.is_open = False
        self._taken = taken
        self._refuses = refuses
        self._procedure: Callable[..., int] | None = None

    def send(self, message: int, first: int) -> None:
        assert self._procedure is not None
        self._procedure(WINDOW, message, first, 0)

    def GetModuleHandleW(self, name: None) -> int:
        return 0x4000_0000_0000

    def RegisterClassW(self, kind: Any) -> int:
        self._procedure = kind._obj.procedure
        return int(self._refuses != "RegisterClassW")

    def CreateWindowExW(self, *_: object) -> int:
        self.is_open = self._refuses != "CreateWindowExW"
        return WINDOW * self.is_open

    def DefWindowProcW(self, *_: object) -> int:
        return 0

    def RegisterHotKey(self, window: int, number: int, modifiers: int, key: int) -> int:
        assert window == WINDOW
        if (modifiers, key) == self._taken:
            return 0
        self.hot_keys[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, window: int, number: int) -> int:
        del self.hot_keys[number]
        return 1

    def DestroyWindow(self, window: int) -> int:
        assert not self.hot_keys, "they belong to the window"
        self.is_open = False
        return 1

    def UnregisterClassW(self, name: str, instance: int) -> int:
        return 1


def keys_on(windows: Windows, **wanted: Combination) -> WindowsKeys:
    return WindowsKeys(wanted, libraries=WindowsLibraries(windows, windows, windows))


def test_hot_keys_are_registered_without_repeating() -> None:
    windows = Windows()
    keys = keys_on(windows, start=CTRL_ALT_B, skip=SUPER_F9)
    assert [*windows.hot_keys.values()] == [(0x4003, ord("B")), (0x400C, 0x78)]
    assert keys.bindings() == (
        Binding("start", "Ctrl+Alt+B"),
        Binding("skip", "Shift+Super+F9"),
    )


def test_each_tells_its_own_order_and_other_messages_none() -> None:
    windows, told = Windows(), list[str]()
    keys = keys_on(windows, start=CTRL_ALT_B, skip=SUPER_F9)
    keys.pressed.connect(told.append)
    first, second = windows.hot_keys
    for message, number in ((WM_HOTKEY, second), (WM_SIZE, first), (WM_HOTKEY, 99)):
        windows.send(message, number)
    windows.send(WM_HOTKEY, first)
    assert told == ["skip", "start"]


def test_what_another_program_has_is_said() -> None:
    windows, told = Windows(taken=(0x4003, ord("B"))), list[str]()
    keys = keys_on(windows, start=CTRL_ALT_B, skip=SUPER_F9)
    keys.pressed.connect(told.append)
    start, skip = keys.bindings()
    assert start.why_not == "another program, or Windows itself, has them"
    assert skip.why_not is None
    (number,) = windows.hot_keys
    windows.send(WM_HOTKEY, number)
    assert told == ["skip"]


def test_closed_it_gives_all_back() -> None:
    windows = Windows()
    keys_on(windows, start=CTRL_ALT_B).close()
    assert (windows.hot_keys, windows.is_open) == ({}, False)


@pytest.mark.parametrize("refuses", ["RegisterClassW", "CreateWindowExW"])
def test_where_windows_refuses_there_is_none(refuses: str) -> None:
    with pytest.raises(NotOfferedError):
        keys_on(Windows(refuses=refuses))
