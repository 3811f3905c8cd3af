"""A row of short bars: what is done, what is now, what is still to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import paint_in_reading_order
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
        self._index = 0
        self._share = 0.0
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
        steps = max(1, _STEPS * self.width() // self.maximum())
        share = round(share * steps) / steps
        if (index, share) == (self._index, self._share):
            return
        self._share = share
        if index != self._index:
            self._index = index
            self.setValue(index)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all bars at their widest."""
        unit, count = em(self), self.maximum()
        width = count * _WIDEST_EM * unit + (count - 1) * _GAP_EM * unit
        return QSize(round(width), max(4, round(_HEIGHT_EM * unit)))

    def minimumSizeHint(self) -> QSize:
        """Many bars may get short."""
        return QSize(round(4 * em(self)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, from where lines begin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_in_reading_order(painter, self)
        unit, count = em(self), self.maximum()
        gap = min(_GAP_EM * unit, 0.3 * self.width() / count)
        width = min(_WIDEST_EM * unit, (self.width() - (count - 1) * gap) / count)
        height = float(self.sizeHint().height())
        for index in range(count):
            bar = QRectF(index * (width + gap), 0, width, height)
            done = index < self._index
            painter.setBrush(self._theme.teal if done else self._theme.sand)
            painter.drawRoundedRect(bar, height / 2, height / 2)
            if index == self._index:
                bar.setWidth(height + self._share * (width - height))
                painter.setBrush(self._theme.coral)
                painter.drawRoundedRect(bar, height / 2, height / 2)
