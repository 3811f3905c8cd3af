"""Buttons in one row, or where that is too narrow in a grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.sizes import em

_GAP_EM = 0.35


class ButtonRow(QWidget):
    """Gives each button its own width and a like share of what is left; else equal columns.

    A hidden button takes no room.
    """

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All in one row."""
        gaps = max(0, len(self._shown()) - 1) * self._gap()
        return QSize(sum(self._widths()) + gaps, self._row_height())

    def minimumSizeHint(self) -> QSize:
        """One button wide."""
        return QSize(max(self._widths(), default=0), self._row_height())

    def heightForWidth(self, width: int) -> int:
        """Of all rows."""
        if not self._shown():
            return 0
        rows = -(-len(self._shown()) // self._columns(width))
        return rows * self._row_height() + (rows - 1) * self._gap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A button may have another text now, or have come or gone."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        buttons = self._shown()
        if not buttons:
            return
        columns, gap = self._columns(self.width()), self._gap()
        if columns == len(buttons):
            spare = (self.width() - self.sizeHint().width()) / columns
            widths = [width + spare for width in self._widths()]
        else:
            widths = [(self.width() - (columns - 1) * gap) / columns] * columns
        height = self._row_height()
        left = 0.0
        for index, button in enumerate(buttons):
            row, column = divmod(index, columns)
            left = 0.0 if column == 0 else left + widths[column - 1] + gap
            right = round(left + widths[column])
            place = QRect(round(left), row * (height + gap), right - round(left), height)
            button.setGeometry(in_reading_order(self, place))

    def _columns(self, width: int) -> int:
        """All in one row if they fit, else equal columns without a lonely one in the last row."""
        count, gap = len(self._shown()), self._gap()
        if width >= self.sizeHint().width():
            return count
        fit = max(1, min(count - 1, (width + gap) // (max(self._widths()) + gap)))
        return -(-count // -(-count // fit))

    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _widths(self) -> list[int]:
        return [button.sizeHint().width() for button in self._shown()]

    def _row_height(self) -> int:
        return max((button.sizeHint().height() for button in self._shown()), default=0)

    def _gap(self) -> int:
        return round(_GAP_EM * em(self))
