"""What every button that paints itself does alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton


class PaintedButton(QPushButton):
    """Pressed by Return too, and painted anew when the mouse comes or goes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it too, as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer to the mouse coming over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And to its leaving."""
        super().leaveEvent(event)
        self.update()
