"""The list beside the stretch, or where that is too narrow above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.sizes import em

_WIDE_EM = 30
_LIST_EM = (12.5, 22)
_LOWEST_EM = 18
"""Below that neither part is of use: the window then scrolls over both."""
_GAP_EM = 1.0


class Columns(QWidget):
    """Gives both parts their places, and knows how high they must be together."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        # Width of both beside each other, whatever they have shown so far: a stretch with shorter
        # words moves nothing.
        self._needed = 0
        left.setParent(self)
        right.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one above the other can be."""
        widest = max(part.minimumSizeHint().width() for part in (self._left, self._right))
        return QSize(widest, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """One of them may need another width now."""
        handled = super().event(event)
        match event.type():
            case QEvent.Type.LayoutRequest:
                self.updateGeometry()
                self.arrange()
            case QEvent.Type.FontChange:
                self._needed = 0
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other or one above the other."""
        self.arrange()

    def arrange(self) -> None:
        """Place both anew; needed after the font has changed."""
        unit = em(self)
        gap, lowest = round(_GAP_EM * unit), round(_LOWEST_EM * unit)
        least, most = (round(lines * unit) for lines in _LIST_EM)
        least = max(least, self._left.minimumSizeHint().width())
        self._needed = max(self._needed, least + gap + self._right.minimumSizeHint().width())
        if self.width() >= max(_WIDE_EM * unit, self._needed):
            self.setMinimumHeight(lowest)
            left = max(least, min(most, round(0.34 * self.width())))
            self._place(self._left, QRect(0, 0, left, self.height()))
            right = QRect(left + gap, 0, self.width() - left - gap, self.height())
            self._place(self._right, right)
        else:
            self.setMinimumHeight(2 * lowest + gap)
            upper = max(lowest, round(0.4 * (self.height() - gap)))
            self._left.setGeometry(0, 0, self.width(), upper)
            self._right.setGeometry(0, upper + gap, self.width(), self.height() - upper - gap)

    def _place(self, part: QWidget, place: QRect) -> None:
        part.setGeometry(in_reading_order(self, place))
