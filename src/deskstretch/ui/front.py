"""Bringing a window up."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def bring_to_front(window: QWidget, *, uninvited: bool = False) -> None:
    """Show it in front, with the keyboard; `uninvited` if the person did nothing in this program.

    What Wayland does not do for a window that is there already, it does for a new one. Whether it
    is in front already is not asked: who has no keyboard for a moment does not hear of losing it.
    """
    if uninvited and window.isVisible() and QGuiApplication.platformName() == "wayland":
        window.hide()
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
