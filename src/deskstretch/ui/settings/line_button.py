"""Round buttons that move a line of a list up or down, or take it out."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.painted_button import PaintedButton
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em


class Sign(StrEnum):
    """What the button shows, and does."""

    UP = "up"
    DOWN = "down"
    CROSS = "cross"


class LineButton(PaintedButton):
    """A sign on a disc that shows under the mouse."""

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Round."""
        side = round(1.6 * em(self)) + 2 * RING_ROOM
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, sign, and the focus ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, unit = self._theme, em(self)
        disc = QRectF(self.rect()).adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.sand if self.isDown() else theme.paper)
            painter.drawEllipse(disc)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        pen = QPen(theme.ink if self.isEnabled() else theme.line, 0.1 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes(0.26 * unit):
            painter.drawPolyline([disc.center() + point for point in stroke])

    def _strokes(self, arm: float) -> list[list[QPointF]]:
        half = arm / 2
        match self._sign:
            case Sign.UP:
                return [[QPointF(-arm, half), QPointF(0, -half), QPointF(arm, half)]]
            case Sign.DOWN:
                return [[QPointF(-arm, -half), QPointF(0, half), QPointF(arm, -half)]]
            case Sign.CROSS:
                short = 0.8 * arm
                falling = [QPointF(-short, -short), QPointF(short, short)]
                rising = [QPointF(-short, short), QPointF(short, -short)]
                return [falling, rising]
