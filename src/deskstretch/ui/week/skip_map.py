"""When prompts are skipped: a square for each weekday and hour, warmer the more were skipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.dates import day_letter
from deskstretch.core.language import _
from deskstretch.core.review import SkipCell
from deskstretch.ui.theme import Theme, mark_on
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.words import NO_PROMPTS, skip_lines
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em, scaled_font

_USUAL_HOURS = (9, 17)
_USUAL_DAYS = 5
_ROW_EM = 1.5
_TALLEST_ROW_EM = 2.1
_SMALLEST_SQUARE_EM = 0.5
_DAY_ROOM_EM = 1.5
_AFTER_DAY_EM = 0.3
_HOUR_ROOM_EM = 1.5
_WARMEST_FROM = 4
"""Skips that make a square its warmest, or more where one has more: one skip is no habit."""
_COUNT_SIZE = 0.8
"""Of a number in a square, in sizes of the font."""


class _Grid(NamedTuple):
    """Where the squares are, in pixels; measured once for all of them."""

    left: float
    """The width of the weekdays' names."""
    wide: float
    """From one square to the next, to the right."""
    high: float
    """The same downwards."""
    gap: float


class SkipMap(NumberChart):
    """Weekdays downwards, hours in the order of reading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("When you skip"), parent)
        self._cells: dict[tuple[int, int], SkipCell] = {}
        self._hours = range(_USUAL_HOURS[0], _USUAL_HOURS[1] + 1)
        self._days = range(_USUAL_DAYS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_cells(self, cells: Sequence[SkipCell]) -> None:
        """Show these; the usual working week is always there, more where there were prompts."""
        self._cells = {(cell.weekday, cell.hour): cell for cell in cells}
        hours = [*_USUAL_HOURS, *(cell.hour for cell in cells)]
        self._hours = range(min(hours), max(hours) + 1)
        self._days = range(max(_USUAL_DAYS, *(cell.weekday + 1 for cell in cells), 0))
        self.parts_changed()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Rows as high as a line of text."""
        height = len(self._days) * _ROW_EM + _HOUR_ROOM_EM
        return QSize(round(20 * em(self)), round(height * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Squares get narrow before anything is lost."""
        width = self._day_room() + len(self._hours) * _SMALLEST_SQUARE_EM * em(self)
        return QSize(round(width), self.sizeHint().height())

    def part_count(self) -> int:
        return len(self._days) * len(self._hours)

    def part_at(self, place: QPointF) -> int | None:
        grid = self._grid()
        across = self.width() - place.x() if self.isRightToLeft() else place.x()
        column, row = int((across - grid.left) // grid.wide), int(place.y() // grid.high)
        if not (0 <= column < len(self._hours) and 0 <= row < len(self._days)):
            return None
        part = row * len(self._hours) + column
        return part if self.place_of(part).contains(place) else None

    def place_of(self, part: int) -> QRectF:
        return self._square(self._grid(), *self._day_and_hour(part))

    def lines_of(self, part: int) -> str:
        return skip_lines(self._cell(*self._day_and_hour(part)))

    def row_length(self) -> int:
        return len(self._hours)

    def table(self) -> str:
        """A line for each square with a skipped prompt."""
        if not self._cells:
            return _(NO_PROMPTS)
        lines = [
            skip_lines(cell).replace("\n", ": ") for cell in self._cells.values() if cell.skipped
        ]
        return "\n".join(lines) or _("No prompt was skipped.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, squares, hours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        for weekday in self._days:
            row = self._square(grid, weekday, self._hours[0])
            name = QRectF(0, row.top(), grid.left, row.height())
            name = painted_in_reading_order(self, name)
            painter.setPen(self.theme.muted)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(name, int(flags), day_letter(weekday))
            for hour in self._hours:
                square = self._square(grid, weekday, hour)
                self._paint_square(painter, square, self._cell(weekday, hour))
        self._paint_hours(painter, grid)
        self.paint_focus(painter)

    def _paint_square(self, painter: QPainter, square: QRectF, cell: SkipCell) -> None:
        """Its warmth, and where there is room the count, so that colour tells nothing alone."""
        fill = self._warmth(cell)
        outlined = self.theme.high_contrast
        painter.setPen(QPen(self.theme.line, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        radius = min(0.3 * em(self), square.width() / 3)
        painter.drawRoundedRect(square, radius, radius)
        if not cell.skipped:
            return
        painter.setFont(scaled_font(self.font(), _COUNT_SIZE))
        room = painter.fontMetrics().boundingRect(str(cell.skipped)).size()
        if room.width() < square.width() and room.height() < square.height() + 1:
            painter.setPen(mark_on(self.theme, fill))
            painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(cell.skipped))
        painter.setFont(self.font())

    def _paint_hours(self, painter: QPainter, grid: _Grid) -> None:
        painter.setPen(self.theme.muted)
        painter.setFont(scaled_font(self.font(), 0.9))
        widest = QFontMetricsF(painter.font()).horizontalAdvance("00") + 0.3 * em(self)
        last = self._square(grid, self._days[-1], self._hours[0])
        every = max(1, -(-int(widest) // max(1, int(grid.wide))))
        for hour in self._hours[::every]:
            square = self._square(grid, self._days[-1], hour)
            place = QRectF(square.center().x() - widest, last.bottom(), 2 * widest, 0.0)
            place.setHeight(_HOUR_ROOM_EM * em(self))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(hour))

    def _day_and_hour(self, part: int) -> tuple[int, int]:
        row, column = divmod(part, len(self._hours))
        return self._days[row], self._hours[column]

    def _square(self, grid: _Grid, weekday: int, hour: int) -> QRectF:
        left = grid.left + (hour - self._hours[0]) * grid.wide
        width, height = grid.wide - grid.gap, grid.high - grid.gap
        return painted_in_reading_order(self, QRectF(left, weekday * grid.high, width, height))

    def _grid(self) -> _Grid:
        unit, left = em(self), self._day_room()
        wide = (self.width() - left) / len(self._hours)
        high = (self.height() - _HOUR_ROOM_EM * unit) / len(self._days)
        return _Grid(left, wide, min(high, _TALLEST_ROW_EM * unit), min(0.3 * unit, 0.2 * wide))

    def _day_room(self) -> float:
        """The width of the weekdays' names: of some languages and fonts more than is usual."""
        metrics, unit = QFontMetricsF(self.font()), em(self)
        widest = max(metrics.horizontalAdvance(day_letter(day)) for day in self._days)
        return max(_DAY_ROOM_EM * unit, widest + _AFTER_DAY_EM * unit)

    def _cell(self, weekday: int, hour: int) -> SkipCell:
        return self._cells.get((weekday, hour)) or SkipCell(weekday, hour, 0, 0)

    def _warmth(self, cell: SkipCell) -> QColor:
        """Paper where nobody was asked, a breath of coral where nothing was skipped."""
        if not cell.asked:
            return self.theme.paper
        most = max(_WARMEST_FROM, *(other.skipped for other in self._cells.values()))
        return _mixed(self.theme.card, self.theme.coral, 0.12 + 0.58 * cell.skipped / most)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with that share of `other`."""
    return QColor.fromRgbF(
        one.redF() + share * (other.redF() - one.redF()),
        one.greenF() + share * (other.greenF() - one.greenF()),
        one.blueF() + share * (other.blueF() - one.blueF()),
    )
