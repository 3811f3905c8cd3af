"""Buttons: pills, in three voices."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.painted_button import PaintedButton
from deskstretch.ui.widgets.sizes import em, scaled_font

RING_ROOM = 3
"""Pixels round the pill for the focus ring."""


class Voice(StrEnum):
    """How loudly a button speaks."""

    PRIMARY = "primary"
    """The one thing to do here: filled."""
    SECONDARY = "secondary"
    """Another good answer: outlined, ink."""
    QUIET = "quiet"
    """Also possible: outlined, muted."""
    PLAIN = "plain"
    """Hardly there: muted text without outline."""


class PillButton(PaintedButton):
    """A pill with a text; all its sizes follow the font it inherits."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        voice: Voice = Voice.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._voice = voice
        self._other_text = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def set_voice(self, voice: Voice) -> None:
        """Speak louder or softer."""
        if voice is not self._voice:
            self._voice = voice
            self.update()

    def keep_room_for(self, other_text: str) -> None:
        """Stay wide enough for a text that it shows at other times."""
        self._other_text = other_text
        self.updateGeometry()

    def text_font(self) -> QFont:
        """The font it paints with."""
        weight = QFont.Weight.Medium if self._voice is Voice.PLAIN else QFont.Weight.DemiBold
        return scaled_font(self.font(), 1.0, weight)

    def sizeHint(self) -> QSize:
        """The whole text with room at both ends."""
        metrics = QFontMetricsF(self.text_font())
        text_width = max(metrics.horizontalAdvance(t) for t in (self.text(), self._other_text))
        unit = em(self)
        padding = (0.9 if self._voice is Voice.PLAIN else 1.4) * unit
        return QSize(round(text_width + padding + 2 * RING_ROOM), round(2.1 * unit + 2 * RING_ROOM))

    def minimumSizeHint(self) -> QSize:
        """The same: a button never clips its text."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, text, and the focus ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM)
        fill, outline, text = self._colours()
        pen = QPen(outline, 1.5) if outline is not None else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(fill)
        inner = pill.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(self._theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setFont(self.text_font())
        painter.setPen(text)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(pill, int(flags), self.text())

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Fill, outline and text for the voice and the state."""
        theme = self._theme
        if not self.isEnabled():
            return theme.sand, None, theme.muted
        clear = QColor(Qt.GlobalColor.transparent)
        over = self.underMouse()
        match self._voice:
            case Voice.PRIMARY:
                fill = theme.teal_fill
                if self.isDown():
                    fill = fill.darker(118)
                elif over:
                    fill = fill.darker(108)
                return fill, None, theme.on_fill
            case Voice.SECONDARY | Voice.QUIET:
                fill = theme.sand if self.isDown() else theme.paper if over else clear
                text = theme.ink if self._voice is Voice.SECONDARY else theme.muted
                return fill, theme.line, text
            case Voice.PLAIN:
                return theme.paper if over or self.isDown() else clear, None, theme.muted
