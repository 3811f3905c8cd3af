"""A bar a day or a month: its breaks stacked by outcome, compliance and its counts above."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core import numbers
from deskstretch.core.dates import short_day_name, short_month_name
from deskstretch.core.language import _
from deskstretch.core.period import Kind, Month, kind_of, month_of
from deskstretch.core.review import BarReview, OutcomeCounts, Review
from deskstretch.core.review_words import OUTCOME_NAMES, empty_words, of_words, percent_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.outcome_block import paint_block
from deskstretch.ui.week.words import bar_lines
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em, scaled_font

_HEIGHT_EM = 14
_SMALLEST_WIDTH_EM = 11
_WIDEST_BAR_EM = 2.8
_BAR_SHARE = 0.62
"""Of a bar's column; the rest keeps the bars apart."""
_LINE_EM = 1.25
_FEWEST_UNITS = 6
"""A day with one break gets a block, not a tower."""
_SMALLEST_TEXT = 0.7
"""Numbers that would have to be smaller are left to the mouse and the keyboard."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


class BarChart(NumberChart):
    """The bars of a review in the order of reading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Breaks by day"), parent)
        self._bars: tuple[BarReview, ...] = ()
        self._empty = ""
        self._is_month = False
        self._now: tuple[date | Month, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_review(self, review: Review, today: date) -> None:
        """Show its bars; that of `today` is marked if it is among them."""
        kind = kind_of(review.period)
        self._bars, self._empty = review.bars, empty_words(review.period)
        self._is_month = kind is Kind.MONTH
        self._now = (today, month_of(today))
        self.setAccessibleName(_("Breaks by month") if kind is Kind.YEAR else _("Breaks by day"))
        opens = (
            Qt.CursorShape.ArrowCursor if kind is Kind.WEEK else Qt.CursorShape.PointingHandCursor
        )
        self.setCursor(opens)
        self.parts_changed()

    def part_count(self) -> int:
        return len(self._bars)

    def part_at(self, place: QPointF) -> int | None:
        across = self.width() - place.x() if self.isRightToLeft() else place.x()
        column = int(across * len(self._bars) // max(1, self.width()))
        return column if 0 <= column < len(self._bars) else None

    def place_of(self, part: int) -> QRectF:
        return self._column(part, 0, self.height()).adjusted(1.5, 3, -1.5, -3)

    def lines_of(self, part: int) -> str:
        return bar_lines(self._bars[part])

    def table(self) -> str:
        """A line for each bar."""
        if self._is_empty():
            return self._empty
        lines = [bar_lines(bar).replace("\n", ": ", 1).replace("\n", "; ") for bar in self._bars]
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        """Grows with what it is given."""
        return QSize(round(26 * em(self)), round(_HEIGHT_EM * em(self)))

    def minimumSizeHint(self) -> QSize:
        """The numbers get smaller before they get narrower than this."""
        return QSize(round(_SMALLEST_WIDTH_EM * em(self)), round(0.85 * _HEIGHT_EM * em(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All bars, or one line where there are none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, width = em(self), self._column_width()
        names = self.height() - 1.6 * unit
        scale = self._text_scale(width)
        every = self._name_every(width)
        for column, bar in enumerate(self._bars):
            if column % every == 0:
                place = self._column(column, names, 1.6 * unit)
                self._paint_name(painter, place, bar.place, every)
            if bar.counts.total:
                place = self._column(column, 0.3 * unit, names - 0.6 * unit)
                self._paint_bar(painter, place, bar.counts, scale)
        if self._is_empty():
            painter.setFont(scaled_font(self.font(), 1.15))
            painter.setPen(self.theme.muted)
            place = QRectF(0, 0, self.width(), names)
            painter.drawText(place, int(_CENTRE | Qt.TextFlag.TextWordWrap), self._empty)
        self.paint_focus(painter)

    def _paint_name(self, painter: QPainter, place: QRectF, bar: date | Month, every: int) -> None:
        is_now = bar in self._now
        weight = QFont.Weight.Bold if is_now else QFont.Weight.Medium
        scale = 1.0 if every > 1 else min(1.0, self._scale_for([self._name(bar)], place.width()))
        painter.setFont(scaled_font(self.font(), scale, weight))
        painter.setPen(self.theme.ink if is_now else self.theme.muted)
        room = place.adjusted(-place.width(), 0, place.width(), 0) if every > 1 else place
        # The first name may be wider than its column, and nothing is beside that.
        half = painter.fontMetrics().horizontalAdvance(self._name(bar)) / 2
        within = min(max(half, room.center().x()), max(half, self.width() - half))
        room.translate(within - room.center().x(), 0)
        painter.drawText(room, int(_CENTRE), self._name(bar))

    def _paint_bar(
        self, painter: QPainter, column: QRectF, counts: OutcomeCounts, scale: float
    ) -> None:
        unit = em(self)
        numbers = (2 * _LINE_EM + 0.4) * unit if scale else 0.0
        most = max(_FEWEST_UNITS, *(bar.counts.total for bar in self._bars))
        step = (column.height() - numbers) / most
        gap = min(0.22 * unit, 0.25 * step)
        width = min(_WIDEST_BAR_EM * unit, _BAR_SHARE * column.width())
        left, bottom = column.center().x() - width / 2, column.bottom()
        for outcome in OUTCOME_NAMES:
            if count := counts.of(outcome):
                block = QRectF(left, bottom - count * step, width, count * step - gap)
                paint_block(painter, self.theme, outcome, block, min(0.4 * unit, width / 4))
                bottom -= count * step
        if scale:
            line = QRectF(column.left(), bottom - numbers, column.width(), _LINE_EM * unit)
            self._paint_numbers(painter, line, counts, scale)

    def _paint_numbers(
        self, painter: QPainter, line: QRectF, counts: OutcomeCounts, scale: float
    ) -> None:
        painter.setFont(scaled_font(self.font(), scale, QFont.Weight.Bold))
        painter.setPen(self.theme.ink)
        painter.drawText(line, int(_CENTRE), percent_words(counts.compliance))
        if counts.answerable:
            painter.setFont(scaled_font(self.font(), scale))
            painter.setPen(self.theme.muted)
            painter.drawText(line.translated(0, line.height()), int(_CENTRE), _of_words(counts))

    def _text_scale(self, column_width: float) -> float:
        """1, less where the columns are too narrow for their numbers, 0 where far too narrow."""
        texts = [*(_of_words(bar.counts) for bar in self._bars), numbers.percent_words(100)]
        scale = min(1.0, self._scale_for(texts, column_width))
        least = _SMALLEST_TEXT if self._is_month else 0.0
        return scale if scale >= least else 0.0

    def _name_every(self, column_width: float) -> int:
        """Days of a month have their names where there is room: each, or one a week."""
        return 7 if self._is_month and self._scale_for(["00"], column_width) < 1 else 1

    def _scale_for(self, texts: list[str], column_width: float) -> float:
        bold = QFontMetricsF(scaled_font(self.font(), 1.0, QFont.Weight.Bold))
        return 0.9 * column_width / max(bold.horizontalAdvance(text) for text in texts)

    def _name(self, place: date | Month) -> str:
        if isinstance(place, Month):
            return short_month_name(place.number)
        return str(place.day) if self._is_month else short_day_name(place.weekday())

    def _column(self, number: int, top: float, height: float) -> QRectF:
        """A part of a bar's column; the first bar stands where lines begin."""
        width = self._column_width()
        return painted_in_reading_order(self, QRectF(number * width, top, width, height))

    def _column_width(self) -> float:
        return self.width() / max(1, len(self._bars))

    def _is_empty(self) -> bool:
        return not any(bar.counts.total for bar in self._bars)


def _of_words(counts: OutcomeCounts) -> str:
    return of_words(counts.compliance)
