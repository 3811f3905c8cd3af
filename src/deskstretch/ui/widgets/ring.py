"""A ring that empties round one big number."""

from __future__ import annotations

from enum import StrEnum
from math import ceil, cos, floor, radians, sin

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em, scaled_font

_STROKE = 0.066
"""Of the diameter, as are the rest."""
_NUMBER = 0.30
_WORD_ROOM = 0.65
_SMALLEST_EM = 4.5
_DEGREE = 16
"""Qt's angles are in sixteenths."""
_SHORT_ARC = 20 * _DEGREE


class RingTone(StrEnum):
    """The colour of the arc."""

    NOW = "coral"
    CALM = "teal"
    STOPPED = "muted"


class Ring(QProgressBar):
    """The seconds left as a number, a word under it, and an arc that gets shorter.

    A progress bar for its role and value in assistive technology; it paints itself.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 1.0
        self._word = ""
        self._number: int | None = None
        self._whole = 0
        self._tone = RingTone.CALM
        self._middle: QRectF | None = None
        """Where number and word are; None until they have been painted."""
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def show_time(self, number: int | None, whole: int, share: float, tone: RingTone) -> None:
        """Show `number` (seconds left of `whole`; None is a tick mark) and an arc of `share`."""
        before, self._share = self._arc(), share
        if (number, whole, tone) != (self._number, self._whole, self._tone):
            self._number, self._whole, self._tone = number, whole, tone
            self._change_middle()
            self.setRange(0, max(1, whole))
            self.setValue(min(number or 0, self.maximum()))
        elif before != (after := self._arc()):
            self.update(self._between(before, after))

    def set_word(self, word: str) -> None:
        """Say below the number what it counts."""
        if word != self._word:
            self._word = word
            self.setAccessibleName(word)
            self._change_middle()

    def sizeHint(self) -> QSize:
        """As large as it looks best in a card."""
        side = round(9.5 * em(self))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Still with a readable word."""
        side = round(_SMALLEST_EM * em(self))
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All grows along."""
        super().resizeEvent(event)
        self._change_middle()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, another place for the word."""
        super().changeEvent(event)
        self._change_middle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, arc, number or tick, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius, stroke = self._circle()
        circle = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(self._theme.sand, stroke))
        painter.drawEllipse(circle)
        if arc := self._arc():
            pen = QPen(self._arc_colour(), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * _DEGREE, -arc)
        # Letters cost more than the curves, and where the arc ends there are mostly none.
        if self._middle is None or self._middle.intersects(QRectF(event.rect())):
            self._middle = self._paint_middle(painter, QPointF(x, y), stroke / _STROKE)

    def _change_middle(self) -> None:
        self._middle = None
        self.update()

    def _circle(self) -> tuple[float, float, float, float]:
        """The middle of the stroke (x, y, radius), and how wide the stroke is."""
        width, height = self.width(), self.height()
        diameter = min(width, height)
        return width / 2, height / 2, (diameter * (1 - _STROKE) - 1) / 2, _STROKE * diameter

    def _arc(self) -> int:
        """How long the arc is, in Qt's angles."""
        return round(self._share * 360 * _DEGREE)

    def _between(self, one: int, other: int) -> QRect:
        """Where the end of the arc is while its length goes from one to the other."""
        if abs(one - other) > _SHORT_ARC:
            return self.rect()
        x, y, radius, stroke = self._circle()
        turns = [radians(angle / _DEGREE) for angle in (one, other)]
        across = [x + radius * sin(turn) for turn in turns]
        down = [y - radius * cos(turn) for turn in turns]
        # The arc bulges a little between its ends, beside half the stroke and its soft edge.
        margin = stroke + 2
        left, top = floor(min(across) - margin), floor(min(down) - margin)
        right, bottom = ceil(max(across) + margin), ceil(max(down) + margin)
        return QRect(left, top, right - left, bottom - top)

    def _arc_colour(self) -> QColor:
        colour: QColor = getattr(self._theme, self._tone.value)
        return colour

    def _paint_middle(self, painter: QPainter, centre: QPointF, diameter: float) -> QRectF:
        """Number or tick and word; gives where they are."""
        word_font = self._word_font(diameter)
        word_height = QFontMetricsF(word_font).height() if self._word else 0.0
        number_height = _NUMBER * diameter
        top = centre.y() - (number_height + 0.35 * word_height) / 2 - 0.1 * word_height
        middle = QPointF(centre.x(), top + number_height / 2)
        if self._number is None:
            width = self._paint_tick(painter, middle, number_height)
        else:
            width = self._paint_number(painter, middle, number_height)
        painter.setFont(word_font)
        painter.setPen(self._theme.muted)
        word = QRectF(0, 0, diameter, word_height)
        word.moveCenter(QPointF(centre.x(), top + number_height + 0.6 * word_height))
        painter.drawText(word, int(Qt.AlignmentFlag.AlignCenter), self._word)
        width = max(width, QFontMetricsF(word_font).horizontalAdvance(self._word))
        bottom = max(top + number_height, word.bottom())
        place = QRectF(centre.x() - width / 2, top, width, bottom - top)
        return place.adjusted(-2, -2, 2, 2)  # letters may reach out a little

    def _paint_number(self, painter: QPainter, middle: QPointF, height: float) -> float:
        """In digits of that height; gives how wide they are."""
        # Digits are about 0.73 of the font's size high; what counts is their height.
        font = scaled_font(self.font(), 1.0, QFont.Weight.Bold)
        font.setPixelSize(max(1, round(height / 0.73 * 0.86)))
        painter.setFont(font)
        painter.setPen(self._theme.ink)
        text = str(self._number)
        digits = QFontMetricsF(font).tightBoundingRect(text)
        width = QFontMetricsF(font).horizontalAdvance(text)
        left = middle.x() - width / 2
        painter.drawText(QPointF(left, middle.y() - digits.center().y()), text)
        return width

    def _paint_tick(self, painter: QPainter, middle: QPointF, height: float) -> float:
        pen = QPen(self._theme.teal, height * 0.17)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        shape = ((-0.42, 0.04), (-0.12, 0.32), (0.44, -0.3))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * height for x, y in shape]))
        return height

    def _word_font(self, diameter: float) -> QFont:
        """The word's font, made smaller where the ring is too narrow for it."""
        font = scaled_font(self.font())
        room = _WORD_ROOM * diameter
        width = QFontMetricsF(font).horizontalAdvance(self._word)
        return scaled_font(font, max(0.6, room / width)) if width > room else font
