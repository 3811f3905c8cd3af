"""Things that are on or off: a switch, and a box with a tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from deskstretch.core.language import pgettext
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.plain_tip import plain_tip
from deskstretch.ui.widgets.sizes import em, scaled_font

_TRACK_EM = (2.3, 1.3)
_BOX_EM = 1.15
_GAP_EM = 0.5


class _CheckBox(QCheckBox):
    """Tells what the person does with it, and not what it is made to show."""

    turned = Signal(bool)
    """On or off: by mouse, by key, or by assistive technology, which clicks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_shown_so = False
        self.toggled.connect(self._tell)

    def setChecked(self, checked: bool) -> None:
        """Show it so, without telling of it."""
        self._is_shown_so = True
        super().setChecked(checked)
        self._is_shown_so = False

    def _tell(self, checked: bool) -> None:
        if not self._is_shown_so:
            self.turned.emit(checked)


class Switch(_CheckBox):
    """A check box for assistive technology; to the eye a knob at one end, and the word for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The knob's track and the longer word."""
        unit = em(self)
        metrics = QFontMetricsF(scaled_font(self.font()))
        word = max(metrics.horizontalAdvance(each) for each in _on_and_off())
        width = word + (_GAP_EM + _TRACK_EM[0]) * unit + 2 * RING_ROOM
        return QSize(round(width) + 1, round(_TRACK_EM[1] * unit + 2 * RING_ROOM))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, track and knob, and the focus ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, theme, on = em(self), self._theme, self.isChecked()
        track = QRectF(0, 0, _TRACK_EM[0] * unit, _TRACK_EM[1] * unit)
        track.moveCenter(QPointF(self.width() - RING_ROOM - track.width() / 2, self.height() / 2))
        words = QRectF(0, 0, track.left() - _GAP_EM * unit, self.height())
        track = painted_in_reading_order(self, track)
        words = painted_in_reading_order(self, words)
        painter.setFont(scaled_font(self.font()))
        painter.setPen(theme.muted)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), _on_and_off()[0 if on else 1])
        radius = track.height() / 2
        painter.setPen(QPen(theme.teal_fill if on else theme.muted, 1.5))
        painter.setBrush(theme.teal_fill if on else theme.sand)
        painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        knob = radius * 0.68
        is_right = on is not self.isRightToLeft()
        across = track.right() - radius if is_right else track.left() + radius
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.on_fill if on else theme.muted)
        painter.drawEllipse(QPointF(across, track.center().y()), knob, knob)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


class TickBox(_CheckBox):
    """A box that gets a tick, and one line of text; a text that is too long ends in dots."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self._words = text
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text."""
        text = QFontMetricsF(scaled_font(self.font())).horizontalAdvance(self._words)
        return QSize(round(self._start() + text + RING_ROOM) + 2, round(1.7 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Some of the text."""
        return QSize(round(8 * em(self)), self.sizeHint().height())

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick and text, and the focus ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, unit, on = self._theme, em(self), self.isChecked()
        size = _BOX_EM * unit
        box = QRectF(RING_ROOM, (self.height() - size) / 2, size, size)
        box = painted_in_reading_order(self, box)
        radius = 0.3 * size
        painter.setPen(QPen(theme.teal_fill if on else theme.muted, 1.5))
        painter.setBrush(theme.teal_fill if on else theme.card)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        if on:
            pen = QPen(theme.on_fill, 0.13 * size)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            shape = ((-0.23, 0.03), (-0.06, 0.2), (0.25, -0.18))
            painter.drawPolyline(QPolygonF([box.center() + QPointF(x, y) * size for x, y in shape]))
        painter.setFont(scaled_font(self.font()))
        painter.setPen(theme.ink)
        room = QRectF(self.rect()).adjusted(self._start(), 0, -RING_ROOM, 0)
        room = painted_in_reading_order(self, room)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), words)
        self.setToolTip(plain_tip(self._words if words != self._words else ""))
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)

    def _start(self) -> float:
        return RING_ROOM + (_BOX_EM + _GAP_EM) * em(self)


def _on_and_off() -> tuple[str, str]:
    return pgettext("switch", "On"), pgettext("switch", "Off")
