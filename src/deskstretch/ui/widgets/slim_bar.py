"""A scroll bar that only shows where one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

_BAR_EM = 0.55
_SHORTEST_HANDLE_EM = 2.0


class SlimBar(QScrollBar):
    """A rounded handle on nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Slim."""
        return QSize(round(_BAR_EM * em(self)), round(4 * em(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle, as long as the share of the page that is in view."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() == self.minimum() or whole <= 0:
            return
        height = max(_SHORTEST_HANDLE_EM * em(self), self.height() * self.pageStep() / whole)
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        handle = QRectF(1, share * (self.height() - height), self.width() - 2, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted if self.isSliderDown() else self._theme.away)
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
