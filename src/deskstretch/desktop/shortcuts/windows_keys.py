"""Shortcuts on Windows, as its hot keys.

Written to Microsoft's documentation of RegisterHotKey and WM_HOTKEY, and tested against fakes of
the calls.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.combination import Combination
from deskstretch.core.language import _
from deskstretch.desktop.presence.windows_window import HiddenWindow, WindowsLibraries
from deskstretch.desktop.shortcuts.keys import names_of
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted

_WM_HOTKEY = 0x0312
_MODIFIERS = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Super": 0x8}
_NO_REPEAT = 0x4000


class WindowsKeys(ShortcutSource):
    """Registers each combination with a window that is never seen."""

    def __init__(
        self,
        wanted: Wanted,
        parent: QObject | None = None,
        libraries: WindowsLibraries | None = None,
    ) -> None:
        super().__init__(parent)
        self._orders: dict[int, str] = {}
        """By the number of the hot key."""
        self._window = HiddenWindow("DeskStretchShortcuts", self._heed, libraries)
        self._user32 = self._window.libraries.user32
        self._bindings = tuple(
            Binding(order, str(combination), self._take(number, order, combination))
            for number, (order, combination) in enumerate(wanted.items(), 1)
        )

    def bindings(self) -> tuple[Binding, ...]:
        return self._bindings

    def close(self) -> None:
        for number in self._orders:
            self._user32.UnregisterHotKey(self._window.handle, number)
        self._orders.clear()
        self._window.close()

    def _take(self, number: int, order: str, combination: Combination) -> str | None:
        """Why it cannot be had; None if it is ours."""
        held = sum(_MODIFIERS[each] for each in combination.modifiers)
        key = names_of(combination.key).virtual_key
        handle = self._window.handle
        if not self._user32.RegisterHotKey(handle, number, held | _NO_REPEAT, key):
            return _("another program, or Windows itself, has them")
        self._orders[number] = order
        return None

    def _heed(self, message: int, first: int) -> None:
        if message == _WM_HOTKEY and first in self._orders:
            self.pressed.emit(self._orders[first])
