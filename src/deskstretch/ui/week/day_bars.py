"""A bar a day: its breaks stacked by outcome, compliance and its counts above."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskstretch.core.review import DayReview, OutcomeCounts
from deskstretch.core.week import DAY_NAMES
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.outcome_block import paint_block
from deskstretch.ui.week.words import (
    EMPTY_WEEK,
    OUTCOME_NAMES,
    day_lines,
    of_words,
    percent_words,
)
from deskstretch.ui.widgets.sizes import em, scaled_font

_HEIGHT_EM = 17
_SMALLEST_WIDTH_EM = 14
_WIDEST_BAR_EM = 2.8
_BAR_SHARE = 0.62
"""Of a day's column; the rest keeps the bars apart."""
_LINE_EM = 1.25
_FEWEST_UNITS = 6
"""A day with one break gets a block, not a tower."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


class DayBars(QWidget):
    """The days of a week from left to right; a day's numbers come up under the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[DayReview, ...] = ()
        self._today: date | None = None
        self.setAccessibleName("Breaks by day")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def show_days(self, days: Sequence[DayReview], today: date) -> None:
        """Show these seven days; `today` is marked if it is among them."""
        self._days, self._today = tuple(days), today
        lines = [day_lines(day).replace("\n", ": ", 1).replace("\n", "; ") for day in days]
        self.setAccessibleDescription(EMPTY_WEEK if self._is_empty() else "\n".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with what it is given."""
        return QSize(round(26 * em(self)), round(_HEIGHT_EM * em(self)))

    def minimumSizeHint(self) -> QSize:
        """The numbers get smaller before they get narrower than this."""
        return QSize(round(_SMALLEST_WIDTH_EM * em(self)), round(0.7 * _HEIGHT_EM * em(self)))

    def event(self, event: QEvent) -> bool:
        """Tell a day's numbers where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.lines_at(event.pos()), self)
            return True
        return super().event(event)

    def lines_at(self, place: QPoint) -> str:
        """The numbers of the day at that place; empty where there is none."""
        column = place.x() * len(self._days) // max(1, self.width())
        return day_lines(self._days[column]) if 0 <= column < len(self._days) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """All bars, or one line where there are none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = em(self)
        width = self.width() / max(1, len(self._days))
        names = QRectF(0, self.height() - 1.6 * unit, width, 1.6 * unit)
        bars = QRectF(0, 0, width, names.top() - 0.3 * unit)
        for column, day in enumerate(self._days):
            self._paint_name(painter, names.translated(column * width, 0), day.day)
            if day.counts.total:
                self._paint_bar(painter, bars.translated(column * width, 0), day.counts)
        if self._is_empty():
            painter.setFont(scaled_font(self.font(), 1.15))
            painter.setPen(self._theme.muted)
            place = QRectF(0, 0, self.width(), names.top())
            painter.drawText(place, int(_CENTRE | Qt.TextFlag.TextWordWrap), EMPTY_WEEK)

    def _paint_name(self, painter: QPainter, place: QRectF, day: date) -> None:
        is_today = day == self._today
        weight = QFont.Weight.Bold if is_today else QFont.Weight.Medium
        painter.setPen(self._theme.ink if is_today else self._theme.muted)
        self._paint_text(painter, place, DAY_NAMES[day.weekday()], weight)

    def _paint_bar(self, painter: QPainter, column: QRectF, counts: OutcomeCounts) -> None:
        unit = em(self)
        numbers = 2 * _LINE_EM * unit + 0.4 * unit
        height = column.height() - numbers
        step = height / max(_FEWEST_UNITS, *(day.counts.total for day in self._days))
        gap = min(0.22 * unit, 0.25 * step)
        width = min(_WIDEST_BAR_EM * unit, _BAR_SHARE * column.width())
        left, bottom = column.center().x() - width / 2, column.bottom()
        for outcome in OUTCOME_NAMES:
            if count := counts.of(outcome):
                block = QRectF(left, bottom - count * step, width, count * step - gap)
                paint_block(painter, self._theme, outcome, block, 0.4 * unit)
                bottom -= count * step
        line = QRectF(column.left(), bottom - numbers, column.width(), _LINE_EM * unit)
        painter.setPen(self._theme.ink)
        compliance = counts.compliance
        self._paint_text(painter, line, percent_words(compliance), QFont.Weight.Bold)
        if compliance.whole:
            painter.setPen(self._theme.muted)
            below = line.translated(0, line.height())
            self._paint_text(painter, below, of_words(compliance), QFont.Weight.Normal)

    def _paint_text(
        self, painter: QPainter, place: QRectF, text: str, weight: QFont.Weight
    ) -> None:
        """Centred, and smaller where the column is narrow."""
        font = scaled_font(self.font(), 1.0, weight)
        width, room = QFontMetricsF(font).horizontalAdvance(text), 0.94 * place.width()
        painter.setFont(scaled_font(font, room / width, weight) if width > room else font)
        painter.drawText(place, int(_CENTRE), text)

    def _is_empty(self) -> bool:
        return not any(day.counts.total for day in self._days)
