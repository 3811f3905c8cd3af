"""What takes a theme, and how a whole window gets one."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme


@runtime_checkable
class Themed(Protocol):
    """A widget that paints with the colours of a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""


def dress(window: QWidget, theme: Theme) -> None:
    """Give `theme` to everything inside `window` that takes one; not to `window` itself."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, Themed):
            widget.set_theme(theme)
