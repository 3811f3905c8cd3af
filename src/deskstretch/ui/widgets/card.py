"""Rounded sheets that hold other widgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

CARD_RADIUS_EM = 1.0


class Sheet(QFrame):
    """A rounded sheet in the card colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet; what lies on it paints itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.card)
        radius = CARD_RADIUS_EM * em(self)
        sheet = QRectF(self.rect())
        if self._theme.high_contrast:
            painter.setPen(QPen(self._theme.line, 1.5))
            sheet.adjust(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(sheet, radius, radius)


class Card(Sheet):
    """A sheet with a column of things; put them into `content`."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, padding_em: float = 1.3
    ) -> None:
        super().__init__(theme, parent)
        self._padding_em = padding_em
        self.content = QVBoxLayout(self)
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the padding in step with the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        padding = round(self._padding_em * em(self))
        self.content.setContentsMargins(padding, padding, padding, padding)
        self.content.setSpacing(round(0.5 * em(self)))
