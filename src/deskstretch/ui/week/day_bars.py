"""A bar a day: its breaks stacked by outcome, compliance and its counts above."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskstretch.core.review import BarReview, OutcomeCounts
from deskstretch.core.review_words import OUTCOME_NAMES, of_words, percent_words
from deskstretch.core.week import DAY_NAMES
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.outcome_block import paint_block
from deskstretch.ui.week.words import day_lines
from deskstretch.ui.widgets.sizes import em, scaled_font

_HEIGHT_EM = 14
_SMALLEST_WIDTH_EM = 11
_WIDEST_BAR_EM = 2.8
_BAR_SHARE = 0.62
"""Of a day's column; the rest keeps the bars apart."""
_LINE_EM = 1.25
_FEWEST_UNITS = 6
"""A day with one break gets a block, not a tower."""
_EMPTY = "No breaks were due this week."
_CENTRE = Qt.AlignmentFlag.AlignCenter


class DayBars(QWidget):
    """The days of a week from left to right; a day's numbers come up under the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[BarReview, ...] = ()
        self._today: date | None = None
        self.setAccessibleName("Breaks by day")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def show_days(self, days: Sequence[BarReview], today: date) -> None:
        """Show these seven days; `today` is marked if it is among them."""
        self._days, self._today = tuple(days), today
        lines = [day_lines(day).replace("\n", ": ", 1).replace("\n", "; ") for day in days]
        self.setAccessibleDescription(_EMPTY if self._is_empty() else "\n".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with what it is given."""
        return QSize(round(26 * em(self)), round(_HEIGHT_EM * em(self)))

    def minimumSizeHint(self) -> QSize:
        """The numbers get smaller before they get narrower than this."""
        return QSize(round(_SMALLEST_WIDTH_EM * em(self)), round(0.85 * _HEIGHT_EM * em(self)))

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
        scale = self._text_scale(width)
        for column, day in enumerate(self._days):
            if isinstance(day.place, date):
                self._paint_name(painter, names.translated(column * width, 0), day.place, scale)
            if day.counts.total:
                self._paint_bar(painter, bars.translated(column * width, 0), day.counts, scale)
        if self._is_empty():
            painter.setFont(scaled_font(self.font(), 1.15))
            painter.setPen(self._theme.muted)
            place = QRectF(0, 0, self.width(), names.top())
            painter.drawText(place, int(_CENTRE | Qt.TextFlag.TextWordWrap), _EMPTY)

    def _paint_name(self, painter: QPainter, place: QRectF, day: date, scale: float) -> None:
        is_today = day == self._today
        weight = QFont.Weight.Bold if is_today else QFont.Weight.Medium
        painter.setFont(scaled_font(self.font(), scale, weight))
        painter.setPen(self._theme.ink if is_today else self._theme.muted)
        painter.drawText(place, int(_CENTRE), DAY_NAMES[day.weekday()])

    def _paint_bar(
        self, painter: QPainter, column: QRectF, counts: OutcomeCounts, scale: float
    ) -> None:
        unit = em(self)
        numbers = (2 * _LINE_EM + 0.4) * unit
        most = max(_FEWEST_UNITS, *(day.counts.total for day in self._days))
        step = (column.height() - numbers) / most
        gap = min(0.22 * unit, 0.25 * step)
        width = min(_WIDEST_BAR_EM * unit, _BAR_SHARE * column.width())
        left, bottom = column.center().x() - width / 2, column.bottom()
        for outcome in OUTCOME_NAMES:
            if count := counts.of(outcome):
                block = QRectF(left, bottom - count * step, width, count * step - gap)
                paint_block(painter, self._theme, outcome, block, 0.4 * unit)
                bottom -= count * step
        line = QRectF(column.left(), bottom - numbers, column.width(), _LINE_EM * unit)
        painter.setFont(scaled_font(self.font(), scale, QFont.Weight.Bold))
        painter.setPen(self._theme.ink)
        painter.drawText(line, int(_CENTRE), percent_words(counts.compliance))
        if counts.answerable:
            painter.setFont(scaled_font(self.font(), scale))
            painter.setPen(self._theme.muted)
            painter.drawText(line.translated(0, line.height()), int(_CENTRE), _of_words(counts))

    def _text_scale(self, column_width: float) -> float:
        """1, or less where the columns are too narrow for what stands in them."""
        bold = QFontMetricsF(scaled_font(self.font(), 1.0, QFont.Weight.Bold))
        texts = [*DAY_NAMES, *(_of_words(day.counts) for day in self._days), "100 %"]
        widest = max(bold.horizontalAdvance(text) for text in texts)
        return min(1.0, 0.9 * column_width / widest)

    def _is_empty(self) -> bool:
        return not any(day.counts.total for day in self._days)


def _of_words(counts: OutcomeCounts) -> str:
    return of_words(counts.compliance)
