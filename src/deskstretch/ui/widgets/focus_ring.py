"""A ring round all of something that has the keyboard and cannot paint one itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over its owner and lets everything through; there once Tab has come to the owner."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        owner.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Come, go, and be as large as the owner."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QFocusEvent) and event.reason() in _BY_KEYBOARD:
            self.setGeometry(self._owner.rect())
            self.show()
            self.raise_()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._owner.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.focus, 2))
        radius = 0.6 * em(self)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
