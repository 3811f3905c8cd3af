"""A picture whose parts stand for numbers: told under the mouse, by the keyboard, as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_time

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MOVES = (*_STEPS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class NumberChart(QWidget):
    """Tab comes to it once; the arrow keys go from part to part and tell the numbers of each.

    Its table is what a screen reader reads first, and what Ctrl+C copies.
    """

    accessible_role = QAccessible.Role.Chart
    part_chosen = Signal(int)
    """Clicked, or Return was pressed on it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.current = 0
        """The part that has the keyboard while the chart has it."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    # What a chart is made of.

    def part_count(self) -> int:
        """How many parts there are; they are numbered from 0 in reading order."""
        raise NotImplementedError

    def part_at(self, place: QPointF) -> int | None:
        """The part there."""
        raise NotImplementedError

    def place_of(self, part: int) -> QRectF:
        """Where a part is: what gets the focus ring."""
        raise NotImplementedError

    def lines_of(self, part: int) -> str:
        """The numbers of a part."""
        raise NotImplementedError

    def table(self) -> str:
        """All numbers as lines of text."""
        raise NotImplementedError

    def row_length(self) -> int:
        """How many parts further one row lower is; 0 without rows."""
        return 0

    # What it does with them.

    def lines_at(self, place: QPoint) -> str:
        """The numbers of the part at that place; empty where there is none."""
        part = self.part_at(place.toPointF())
        return "" if part is None else self.lines_of(part)

    def parts_changed(self) -> None:
        """To be called when there are others."""
        self.current = max(0, min(self.current, self.part_count() - 1))
        self.setAccessibleDescription(self.table())
        self.update()

    def paint_focus(self, painter: QPainter) -> None:
        """The ring round the part that has the keyboard."""
        if self.hasFocus() and self.current < self.part_count():
            painter.setPen(QPen(self.theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.place_of(self.current).adjusted(-2.5, -2.5, 2.5, 2.5)
            ring = ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.drawRoundedRect(ring, 5, 5)

    def event(self, event: QEvent) -> bool:
        """The numbers where the mouse rests; the keys that it needs, before the window's own."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.lines_at(event.pos()), self)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if (plain and event.key() in _MOVES) or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another part, choose this one, or copy the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(f"{self.accessibleName()}\n{self.table()}")
        elif event.key() in _CHOOSES and self.part_count():
            self.part_chosen.emit(self.current)
        elif event.key() in _MOVES:
            self._move(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the part under the mouse."""
        part = self.part_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and part is not None:
            self.part_chosen.emit(part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keyboard is now."""
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the numbers away."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def _move(self, key: Qt.Key) -> None:
        wanted = self.current
        if key in _STEPS:
            wanted += _STEPS[in_time(self, key)]
        elif key is Qt.Key.Key_Up:
            wanted -= self.row_length()
        elif key is Qt.Key.Key_Down:
            wanted += self.row_length()
        else:
            wanted = 0 if key is Qt.Key.Key_Home else self.part_count() - 1
        if 0 <= wanted < self.part_count():
            self.current = wanted
        self.update()
        self._tell()

    def _tell(self) -> None:
        """Say and show the numbers of the part that has the keyboard."""
        if self.current >= self.part_count():
            return
        lines = self.lines_of(self.current)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, lines))
        place = self.place_of(self.current).center().toPoint()
        QToolTip.showText(self.mapToGlobal(place), lines, self)
