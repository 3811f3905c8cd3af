"""A month to choose a day from, with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.dates import full_day_words, tiny_day_name
from deskstretch.core.language import _
from deskstretch.core.period import Month, Period, month_of, month_words
from deskstretch.core.week import week_of
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_time, painted_in_reading_order
from deskstretch.ui.widgets.pill_button import PillButton
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel

_CELL_EM = (2.3, 1.9)
_PADDING_EM = 0.9
_ROWS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ROOM_FOR = "000"
"""A pill with one sign in it is still wider than high."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MonthGrid(QWidget):
    """The days of a month in weeks; only those from `first` to `last` can be chosen.

    Arrow keys go by days and weeks, Page Up and Down by months, Home and End to the ends of the
    week; Return chooses.
    """

    day_chosen = Signal(object)
    month_shown = Signal(object)

    def __init__(
        self, theme: Theme, period: Period, first: date, last: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._period, self._first, self._last = period, first, last
        shows_today = period.first_day <= last <= period.last_day
        self.day = last if shows_today else self._within(period.first_day)
        """The day that has the keyboard."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Calendar"))

    @property
    def month(self) -> Month:
        """The month it shows."""
        return month_of(self.day)

    def go_to(self, day: date) -> None:
        """Give the keyboard to that day, or to the nearest that there is."""
        self.day = self._within(day)
        self.month_shown.emit(self.month)
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken()))

    def go_months(self, months: int) -> None:
        """Go to about the same day of another month."""
        month = self.month.plus(months)
        self.go_to(
            min(month.first_day.replace(day=1) + timedelta(self.day.day - 1), month.last_day)
        )

    def sizeHint(self) -> QSize:
        """Seven days wide, six weeks and their names high."""
        wide, high = (size * em(self) for size in _CELL_EM)
        return QSize(round(7 * wide), round((_ROWS + 1) * high))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the days, or choose one."""
        key = event.key()
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[in_time(self, Qt.Key(key))]))
        elif key in _MONTHS:
            self.go_months(_MONTHS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            week = week_of(self.day)
            self.go_to(week.first_day if key == Qt.Key.Key_Home else week.last_day)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse, if it can be."""
        day = self.day_at(event.position())
        if day is not None and self._first <= day <= self._last:
            self.day_chosen.emit(day)

    def day_at(self, place: QPointF) -> date | None:
        """The day there; None over the names."""
        wide, high = self._cell()
        across = self.width() - place.x() if self.isRightToLeft() else place.x()
        row, column = int(place.y() // high) - 1, int(across // wide)
        return self._days()[row * 7 + column] if 0 <= row < _ROWS and 0 <= column < 7 else None

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names of the weekdays, the shown time in sand, the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.muted)
        painter.setFont(scaled_font(self.font(), 0.9))
        for column in range(7):
            painter.drawText(self._place(column, 0), int(_CENTRE), tiny_day_name(column))
        for number, day in enumerate(self._days()):
            row, column = divmod(number, 7)
            self._paint_day(painter, self._place(column, row + 1), day)

    def _paint_day(self, painter: QPainter, place: QRectF, day: date) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if self._period.first_day <= day <= self._period.last_day:
            painter.setBrush(theme.sand)
            painter.drawRect(place.adjusted(0, 1.5, 0.5, -1.5))
        can_be_chosen = self._first <= day <= self._last
        if day == self.day and self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(2, 2.5, -2, -2.5), 6, 6)
        if month_of(day) != self.month:
            painter.setOpacity(0.45)
        is_today = day == self._last
        painter.setFont(
            scaled_font(self.font(), 1, QFont.Weight.Bold if is_today else QFont.Weight.Normal)
        )
        painter.setPen(theme.ink if can_be_chosen else theme.muted)
        if not can_be_chosen:
            painter.setOpacity(0.45)
        painter.drawText(place, int(_CENTRE), str(day.day))
        painter.setOpacity(1)

    def _days(self) -> Sequence[date]:
        monday = week_of(self.month.first_day).first_day
        return [monday + timedelta(days=number) for number in range(7 * _ROWS)]

    def _place(self, column: int, row: int) -> QRectF:
        wide, high = self._cell()
        place = QRectF(column * wide, row * high, wide, high)
        return painted_in_reading_order(self, place)

    def _cell(self) -> tuple[float, float]:
        return self.width() / 7, self.height() / (_ROWS + 1)

    def _within(self, day: date) -> date:
        return min(max(day, self._first), self._last)

    def _spoken(self) -> str:
        return full_day_words(self.day)


class CalendarPopup(QFrame):
    """Comes up below a button, goes by itself once a day is chosen."""

    day_chosen = Signal(object)

    def __init__(
        self, theme: Theme, period: Period, first: date, last: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.grid = MonthGrid(theme, period, first, last, self)
        self._month = TextLabel(theme, "", self, weight=QFont.Weight.Bold, size=1.1)
        before = PillButton(theme, "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", parent=self)
        after = PillButton(theme, "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", parent=self)
        for button in (before, after):
            button.keep_room_for(_ROOM_FOR)
        before.setAccessibleName(_("Month before"))
        after.setAccessibleName(_("Month after"))
        row = QHBoxLayout()
        row.addWidget(self._month, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(before)
        row.addWidget(after)
        column = QVBoxLayout(self)
        padding = round(_PADDING_EM * em(self))
        column.setContentsMargins(padding, padding, padding, padding)
        column.addLayout(row)
        column.addWidget(self.grid)
        before.clicked.connect(lambda: self.grid.go_months(-1))
        after.clicked.connect(lambda: self.grid.go_months(1))
        self.grid.month_shown.connect(self._name_month)
        self.grid.day_chosen.connect(self._choose)
        self._name_month(self.grid.month)
        self.grid.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with a fine edge."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.line, 2))
        painter.setBrush(self._theme.card)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _name_month(self, month: Month) -> None:
        self._month.setText(month_words(month))

    def _choose(self, day: date) -> None:
        self.close()
        self.day_chosen.emit(day)
