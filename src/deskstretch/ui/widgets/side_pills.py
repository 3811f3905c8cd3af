"""Two pills that tell which side it is the turn of; nothing to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em, scaled_font

_GAP_EM = 0.5
_PADDING_EM = 0.8


class SidePills(QLabel):
    """The sides in their order, the present one filled.

    A label for its role in assistive technology: its text is the present side.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._current = 0
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def show_sides(self, names: Sequence[str], current: int) -> None:
        """Show the sides' names, `current` being the index of the present one."""
        if (tuple(names), current) != (self._names, self._current):
            self._names, self._current = tuple(names), current
            self.setText(names[current] if names else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """All pills as wide as the widest."""
        unit, count = em(self), len(self._names)
        pill, gaps = self._widest() + 2 * _PADDING_EM * unit, max(0, count - 1)
        width = count * pill + gaps * _GAP_EM * unit
        return QSize(round(width), round(1.8 * unit))

    def minimumSizeHint(self) -> QSize:
        """They can get narrower: their texts then get smaller."""
        wished = self.sizeHint()
        return QSize(min(wished.width(), round(6 * em(self))), wished.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pills side by side over the whole width."""
        if not self._names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, count = _GAP_EM * em(self), len(self._names)
        width = (self.width() - (count - 1) * gap) / count
        painter.setFont(self._font_within(width - _PADDING_EM * em(self)))
        for index, name in enumerate(self._names):
            pill = QRectF(index * (width + gap), 0, width, self.height())
            pill = painted_in_reading_order(self, pill)
            pill.adjust(1, 1, -1, -1)
            current = index == self._current
            painter.setPen(QPen(self._theme.teal_fill if current else self._theme.line, 1.5))
            painter.setBrush(self._theme.teal_fill if current else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(self._theme.on_fill if current else self._theme.muted)
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), name)

    def _font(self) -> QFont:
        return scaled_font(self.font(), 1.0, QFont.Weight.DemiBold)

    def _widest(self) -> float:
        metrics = QFontMetricsF(self._font())
        return max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)

    def _font_within(self, room: float) -> QFont:
        """One for all names."""
        font, width = self._font(), self._widest()
        return scaled_font(font, max(0.5, room / width), font.weight()) if width > room else font
