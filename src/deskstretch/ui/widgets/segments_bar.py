"""A row of short bars: what is done, what is now, what is still to come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em

_HEIGHT_EM = 0.3
_GAP_EM = 0.45
_WIDEST_EM = 3.0
_STEPS = 2
"""To a pixel: finer ones cannot be seen."""


class SegmentsBar(QProgressBar):
    """One bar a stretch; the present one fills while it is done."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self._index = 0
        self._share = 0.0
        self._bars: list[QRectF] = []
        """Where they are, thought of from the left; empty until they are asked for."""
        self.setRange(0, count)
        self.setValue(0)
        self.setTextVisible(False)
        self.setAccessibleName(_("Stretches done"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def show_progress(self, index: int, share: float) -> None:
        """`index` bars are done, and `share` (0 to 1) of the next one."""
        steps = max(1, _STEPS * self.width() // self._count)
        share = round(share * steps) / steps
        if index != self._index:
            self._index, self._share = index, share
            self.setValue(index)
            self.update()
        elif share != self._share and index < self._count:
            before, self._share = self._share, share
            self.update(self._between(before, share))

    def sizeHint(self) -> QSize:
        """Room for all bars at their widest."""
        unit, count = em(self), self._count
        width = count * _WIDEST_EM * unit + (count - 1) * _GAP_EM * unit
        return QSize(round(width), _height(unit))

    def minimumSizeHint(self) -> QSize:
        """Many bars may get short."""
        return QSize(round(4 * em(self)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Longer or shorter bars."""
        super().resizeEvent(event)
        self._bars = []

    def changeEvent(self, event: QEvent) -> None:
        """Sizes follow the font."""
        super().changeEvent(event)
        self._bars = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, from where lines begin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wanted = QRectF(event.rect())
        for index, bar in enumerate(self._places()):
            if painted_in_reading_order(self, bar).intersects(wanted):
                done = index < self._index
                self._paint(painter, bar, self._theme.teal if done else self._theme.sand)
                if index == self._index:
                    filled = QRectF(bar.left(), 0, _filled(bar, self._share), bar.height())
                    self._paint(painter, filled, self._theme.coral)

    def _paint(self, painter: QPainter, bar: QRectF, colour: QColor) -> None:
        painter.setBrush(colour)
        rounding = bar.height() / 2
        painter.drawRoundedRect(painted_in_reading_order(self, bar), rounding, rounding)

    def _places(self) -> list[QRectF]:
        if not self._bars:
            unit, count = em(self), self._count
            gap = min(_GAP_EM * unit, 0.3 * self.width() / count)
            width = min(_WIDEST_EM * unit, (self.width() - (count - 1) * gap) / count)
            height = float(_height(unit))
            self._bars = [QRectF(i * (width + gap), 0, width, height) for i in range(count)]
        return self._bars

    def _between(self, one: float, other: float) -> QRect:
        """Where the filled part ends while it grows from one share to the other."""
        bar = self._places()[self._index]
        ends = sorted(bar.left() + _filled(bar, share) for share in (one, other))
        changed = QRectF(ends[0] - bar.height(), 0, ends[1] - ends[0] + bar.height(), bar.height())
        return painted_in_reading_order(self, changed).toAlignedRect().adjusted(-1, 0, 1, 0)


def _height(unit: float) -> int:
    return max(4, round(_HEIGHT_EM * unit))


def _filled(bar: QRectF, share: float) -> float:
    """How long the filled part of a bar is: a disc at first."""
    return bar.height() + share * (bar.width() - bar.height())
