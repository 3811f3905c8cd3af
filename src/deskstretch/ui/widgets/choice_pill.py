"""One of several choices, as a pill that can be filled; and the same as an entry of a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em, scaled_font

_SWATCH_EM = 0.8
_NARROWEST_EM = 12.0
"""To that width a long text makes way by getting smaller."""
_SMALLEST_TEXT = 0.5
_CENTRED = Qt.AlignmentFlag.AlignCenter
_AT_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChoicePill(QRadioButton):
    """A radio button that fills when chosen; a colour may stand before its text.

    Tab goes to the chosen one, the arrow keys from there to the others.
    """

    chosen = Signal()
    """The person chose it: by mouse, by key, or by assistive technology, which clicks nothing."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        swatch: QColor | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_shown_so = False
        self.setText(text.replace("&", "&&"))
        self._words = text
        self._theme = theme
        self._swatch = swatch
        self.set_reached_by_tab(False)
        self.toggled.connect(self.set_reached_by_tab)
        self.toggled.connect(self._tell_chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def setChecked(self, checked: bool) -> None:
        """Show it so, without telling that it was chosen."""
        self._is_shown_so = True
        super().setChecked(checked)
        self._is_shown_so = False

    def set_reached_by_tab(self, reached: bool) -> None:
        """Whether Tab stops here."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if reached else policy.ClickFocus)

    def sizeHint(self) -> QSize:
        """The whole text, as wide as when chosen."""
        unit = em(self)
        text = QFontMetricsF(self._font(QFont.Weight.DemiBold)).horizontalAdvance(self._words)
        width = self._start() + text + 0.75 * unit + RING_ROOM
        return QSize(round(width) + 1, round(1.9 * unit + 2 * RING_ROOM))

    def minimumSizeHint(self) -> QSize:
        """The same, but a long text may get smaller; it never clips it."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(_NARROWEST_EM * em(self))), hint.height())

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(position)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer to the mouse coming over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And to its leaving."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, colour, text, and the focus ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = RING_ROOM + 0.75
        pill = QRectF(self.rect()).adjusted(room, room, -room, -room)
        fill, outline, text = self._colours()
        painter.setPen(QPen(outline, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self._paint_mark(painter, pill)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(self._theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(text)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(self._font(weight))
        place = QRectF(self.rect())
        at_start = self._swatch is not None or not self._is_centred()
        if at_start:
            place.setLeft(self._start())
            place = painted_in_reading_order(self, place)
        painter.setFont(self._font_within(painter.font()))
        painter.drawText(place, int(_AT_START if at_start else _CENTRED), self._words)

    def _is_centred(self) -> bool:
        return True

    def _start(self) -> float:
        """Where the text begins, in pixels from where lines begin."""
        unit = em(self)
        swatch = 0.0 if self._swatch is None else (_SWATCH_EM + 0.1) * unit
        return RING_ROOM + 0.75 * unit + swatch

    def _paint_mark(self, painter: QPainter, pill: QRectF) -> None:
        if self._swatch is None:
            return
        size = _SWATCH_EM * em(self)
        dot = QRectF(pill.left() + 0.5 * em(self), pill.center().y() - size / 2, size, size)
        edge = self._theme.on_fill if self.isChecked() else self._theme.line
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(self._swatch)
        painter.drawEllipse(painted_in_reading_order(self, dot))

    def _font(self, weight: QFont.Weight) -> QFont:
        return scaled_font(self.font(), 1.0, weight)

    def _font_within(self, font: QFont) -> QFont:
        """The font, made smaller where there is less room than the whole text needs."""
        whole = self.sizeHint().width()
        if self.width() >= whole:
            return font
        text = QFontMetricsF(self._font(QFont.Weight.DemiBold)).horizontalAdvance(self._words)
        share = (text - (whole - self.width())) / text
        return scaled_font(font, max(_SMALLEST_TEXT, 0.98 * share), font.weight())

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and text."""
        theme = self._theme
        if self.isChecked():
            return theme.teal_fill, theme.teal_fill, theme.on_fill
        over = self.underMouse() or self.isDown()
        return theme.paper if over else theme.card, theme.line, theme.ink

    def _tell_chosen(self, checked: bool) -> None:
        if checked and not self._is_shown_so:
            self.chosen.emit()


class ListPill(ChoicePill):
    """An entry of a list of which one is open, on paper."""

    def _is_centred(self) -> bool:
        return False

    def _start(self) -> float:
        return RING_ROOM + 1.15 * em(self)

    def _paint_mark(self, painter: QPainter, pill: QRectF) -> None:
        if not self.isChecked():
            return
        unit = em(self)
        bar = QRectF(pill.left() + 0.5 * unit, 0, 0.22 * unit, 0.9 * unit)
        bar.moveTop(pill.center().y() - bar.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.teal)
        bar = painted_in_reading_order(self, bar)
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme, clear = self._theme, QColor(Qt.GlobalColor.transparent)
        if self.isChecked():
            return theme.card, theme.card, theme.ink
        over = self.underMouse() or self.isDown()
        return theme.sand if over else clear, clear, theme.ink if over else theme.muted
