"""Bringing a window up."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def bring_to_front(window: QWidget, *, uninvited: bool = False) -> None:
    """Show it in front, with the keyboard; `uninvited` if the person did nothing in this program.

    What Wayland does not do for a window that is there already, it does for a new one.
    """
    is_behind = window.isVisible() and not window.isActiveWindow()
    if uninvited and is_behind and QGuiApplication.platformName() == "wayland":
        window.hide()
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
