"""What a widget lies on, painted by the widget itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


def lay_on(widget: QWidget, colour: QColor) -> None:
    """Have Qt fill `widget` with an opaque colour: then nothing below is painted along with it."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
