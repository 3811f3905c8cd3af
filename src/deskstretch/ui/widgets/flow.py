"""Several controls beside each other, going on in the next row where the place is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.sizes import em

_Control = TypeVar("_Control", bound=QWidget)


class Flow(QWidget, Generic[_Control]):
    """Each control in its own width, or all in equal columns; read by rows."""

    def __init__(
        self, parent: QWidget | None = None, *, in_columns: bool = False, gap_em: float = 0.15
    ) -> None:
        super().__init__(parent)
        self._controls: tuple[_Control, ...] = ()
        self._in_columns = in_columns
        self._gap_em = gap_em
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def controls(self) -> tuple[_Control, ...]:
        """What it holds, in order."""
        return self._controls

    def set_controls(self, controls: Sequence[_Control]) -> None:
        """Hold these instead of what it held."""
        for gone in set(self._controls) - set(controls):
            gone.hide()
            gone.deleteLater()
        self._controls = tuple(controls)
        for control in controls:
            control.setParent(self)
            control.show()
        self.updateGeometry()
        self._place()

    def set_in_columns(self, in_columns: bool) -> None:
        """Equal columns, or each in its own width."""
        self._in_columns = in_columns
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """All in one row; in columns the widest alone."""
        if self._in_columns:
            width = self._widest()
        else:
            gaps = max(0, len(self._controls) - 1) * self._gap()
            width = sum(control.sizeHint().width() for control in self._controls) + gaps
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest alone."""
        widest = max((each.minimumSizeHint().width() for each in self._controls), default=0)
        return QSize(widest, self._row_height())

    def heightForWidth(self, width: int) -> int:
        """Of all rows."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A control may have another size now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for control, place in zip(self._controls, self._places(self.width()), strict=True):
            control.setGeometry(in_reading_order(self, place))

    def _places(self, width: int) -> list[QRect]:
        return self._in_equal_columns(width) if self._in_columns else self._in_rows(width)

    def _in_equal_columns(self, width: int) -> list[QRect]:
        gap, height = self._gap(), self._row_height()
        count = max(1, (width + gap) // (self._widest() + gap))
        column = (width - (count - 1) * gap) // count
        cells = (divmod(index, count) for index in range(len(self._controls)))
        return [
            QRect(at * (column + gap), row * (height + gap), column, height) for row, at in cells
        ]

    def _in_rows(self, width: int) -> list[QRect]:
        # Each is asked once: it measures its text to answer.
        sizes = [control.sizeHint() for control in self._controls]
        gap, height = self._gap(), max((size.height() for size in sizes), default=0)
        places: list[QRect] = []
        left = top = 0
        for size in sizes:
            own = min(size.width(), width)
            if left > 0 and left + own > width:
                left, top = 0, top + height + gap
            places.append(QRect(left, top, own, height))
            left += own + gap
        return places

    def _widest(self) -> int:
        return max((control.sizeHint().width() for control in self._controls), default=0)

    def _row_height(self) -> int:
        return max((control.sizeHint().height() for control in self._controls), default=0)

    def _gap(self) -> int:
        return round(self._gap_em * em(self))
