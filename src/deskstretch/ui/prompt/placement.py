"""Where in the corner of which screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def corner_place(size: QSize, available: QRect, margin: int, right_to_left: bool) -> QPoint:
    """The top left of a window of `size` in the lower corner where lines end.

    `available` is the screen without its panels. A window too large for it begins at its top left,
    so that what is most important stays in sight.
    """
    left = available.left() + margin
    right = available.right() + 1 - margin - size.width()
    bottom = available.bottom() + 1 - margin - size.height()
    x = left if right_to_left else right
    return QPoint(max(x, available.left()), max(bottom, available.top()))


def windows_stay_in_sight() -> bool:
    """Whether a window can be put into the corner and kept above others.

    Wayland lets no program do either, nor show a window without giving it the keyboard.
    """
    return not QGuiApplication.platformName().startswith("wayland")


def screen_of_the_pointer() -> QScreen:
    """The screen where the person's pointer is, so where they look; else the primary one."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
