"""What the colours of the bars mean."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.language import _
from deskstretch.core.review_words import OUTCOME_NAMES
from deskstretch.core.running_text import listed
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.outcome_block import paint_block
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em

_SWATCH_EM = 0.85
_WORD_GAP_EM = 0.45
_ITEM_GAP_EM = 1.4
_LINE_EM = 1.4


class Legend(QWidget):
    """A swatch and a word for each outcome, on as many lines as needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Legend"))
        self.setAccessibleDescription(listed(map(_, OUTCOME_NAMES.values())))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """All on one line."""
        return self._size_on_lines(float("inf"))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(round(max(self._item_widths())), round(_LINE_EM * em(self)))

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return self._size_on_lines(width).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The swatches and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = em(self)
        swatch, line = _SWATCH_EM * unit, _LINE_EM * unit
        for (outcome, name), corner in zip(
            OUTCOME_NAMES.items(), self._corners(self.width()), strict=True
        ):
            top = corner.y() + (line - swatch) / 2
            place = painted_in_reading_order(self, QRectF(corner.x(), top, swatch, swatch))
            paint_block(painter, self._theme, outcome, place, 0.25 * unit)
            painter.setPen(self._theme.muted)
            left = corner.x() + swatch + _WORD_GAP_EM * unit
            word = QRectF(QPointF(left, corner.y()), QSizeF(self.width() - left, line))
            word = painted_in_reading_order(self, word)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(word, int(flags), _(name))

    def _size_on_lines(self, width: float) -> QSize:
        corners = list(self._corners(width))
        widths = self._item_widths()
        right = max(corner.x() + w for corner, w in zip(corners, widths, strict=True))
        return QSize(round(right + 1), round(corners[-1].y() + _LINE_EM * em(self)))

    def _corners(self, width: float) -> Iterator[QPointF]:
        """The upper left corner of each item, within `width`."""
        unit = em(self)
        left = top = 0.0
        for item_width in self._item_widths():
            if left and left + item_width > width:
                left, top = 0.0, top + _LINE_EM * unit
            yield QPointF(left, top)
            left += item_width + _ITEM_GAP_EM * unit

    def _item_widths(self) -> list[float]:
        metrics, unit = QFontMetricsF(self.font()), em(self)
        before_word = (_SWATCH_EM + _WORD_GAP_EM) * unit
        return [before_word + metrics.horizontalAdvance(_(name)) for name in OUTCOME_NAMES.values()]
