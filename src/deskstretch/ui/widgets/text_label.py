"""Plain text in one of a few tones and sizes."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import scaled_font
from deskstretch.ui.widgets.wrapping import (
    rise_above_line,
    unbreakable_parts,
    wrapped_from_the_right,
)

# Tall enough for any paragraph; QRect needs some bound.
_UNBOUNDED = 1 << 20


class Tone(StrEnum):
    """Which text colour of the theme."""

    INK = "ink"
    MUTED = "muted"
    TEAL = "teal_text"
    CORAL = "coral_text"


class TextLabel(QLabel):
    """Plain text that wraps, painted `size` times as large as the font it inherits.

    It paints itself because a label with a font of its own would no longer follow its window's.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.INK,
        size: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        """By width, as layouts ask for them again and again."""
        self._theme = theme
        self._tone = tone
        self._size = size
        self._weight = weight
        self._flags = align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Else QLabel takes the height for width out of the size policy with each new text.
        self.setWordWrap(True)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._heights.clear()
        super().setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def set_tone(self, tone: Tone, weight: QFont.Weight | None = None) -> None:
        """Change the colour role and, if given, the weight."""
        self._tone = tone
        if weight is not None and weight != self._weight:
            self._weight = weight
            self._heights.clear()
            self.updateGeometry()
        self.update()

    def set_size(self, size: float) -> None:
        """Be `size` times as large as the font it inherits."""
        if size != self._size:
            self._size = size
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def text_font(self) -> QFont:
        """The font it paints with."""
        return scaled_font(self.font(), self._size, self._weight)

    def sizeHint(self) -> QSize:
        """The text on as few lines as its own breaks allow."""
        return self._bounds(_UNBOUNDED).size()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        metrics = QFontMetrics(self.text_font())
        parts = unbreakable_parts(self.text())
        widest = max((metrics.horizontalAdvance(part) for part in parts), default=0)
        return QSize(widest + 1, metrics.height())

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        if width not in self._heights:
            self._heights[width] = self._bounds(width).height()
        return self._heights[width]

    def height_in(self, width: int, weight: QFont.Weight) -> int:
        """The height of the wrapped text if it were set in that weight."""
        return self._bounds(width, scaled_font(self.font(), self._size, weight)).height()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, nothing else."""
        painter = QPainter(self)
        painter.setFont(self.text_font())
        colour: QColor = getattr(self._theme, self._tone.value)
        painter.setPen(colour)
        words = self.text()
        if self.isRightToLeft():
            words = wrapped_from_the_right(words, painter.font(), self.width())
        room = self.rect().adjusted(0, self._headroom(painter.font(), self.width()), 0, 0)
        painter.drawText(room, int(self._flags), words)

    def _bounds(self, width: int, font: QFont | None = None) -> QRect:
        font = font or self.text_font()
        metrics = QFontMetrics(font)
        bounds = metrics.boundingRect(QRect(0, 0, width, _UNBOUNDED), int(self._flags), self.text())
        height = self._headroom(font, width) + max(bounds.height(), metrics.height())
        # One pixel of grace: the bounds are rounded, the painted advance widths are not.
        return QRect(0, 0, bounds.width() + 1, height)

    def _headroom(self, font: QFont, width: int) -> int:
        """Pixels by which letters rise above their line, as those of Arabic do in some fonts."""
        words = self.text()
        return 0 if words.isascii() else rise_above_line(words, font, width)
