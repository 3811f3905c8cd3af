"""A line to type into, in a rounded field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme, palette_of
from deskstretch.ui.widgets.direction import paint_in_reading_order
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em

_LONGEST = 500
_LENS_EM = 0.8


class Entry(QLineEdit):
    """Takes plain text; Escape takes back what was typed since `show_text`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._space()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setPalette(clear_palette(theme))
        self.update()

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where it is if it is the same."""
        self._shown = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Room for two spans of time, and for what it says while it is empty."""
        width = max(14 * em(self), self._hint_width())
        return QSize(round(width), round(2 * em(self)) + 2 * RING_ROOM)

    def minimumSizeHint(self) -> QSize:
        """It can get shorter: the text then scrolls, but not what it says while it is empty."""
        width = max(7 * em(self), self._hint_width())
        return QSize(round(width), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first takes back, then is for the window."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.textEdited.emit(self._shown)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field under the text."""
        paint_field(self, self._theme, has_focus=self.hasFocus())
        super().paintEvent(event)

    def _hint_width(self) -> float:
        hint = QFontMetricsF(self.font()).horizontalAdvance(self.placeholderText())
        return hint + 2.2 * em(self)

    def _space(self) -> None:
        side = round(0.8 * em(self))
        self.setTextMargins(side, 0, side, 0)


class SearchEntry(Entry):
    """Looks for something while it is typed into."""

    search_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setPlaceholderText(_("Search"))
        self.setAccessibleName(_("Search"))
        self.textChanged.connect(self.search_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the text and a lens."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_in_reading_order(painter, self)
        unit = em(self)
        pen = QPen(self._theme.muted, 0.11 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        size = _LENS_EM * unit
        lens = QRectF(RING_ROOM + 0.75 * unit, (self.height() - size) / 2, size, size)
        glass = lens.adjusted(0, 0, -0.28 * size, -0.28 * size)
        painter.drawEllipse(glass)
        edge = glass.center() + (glass.bottomRight() - glass.center()) * 0.71
        painter.drawLine(edge, lens.bottomRight())

    def _space(self) -> None:
        unit = em(self)
        before, after = round(1.8 * unit), round(0.8 * unit)
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self.setTextMargins(left, 0, right, 0)


def clear_palette(theme: Theme) -> QPalette:
    """The theme's palette without a ground: the field paints that."""
    palette = palette_of(theme)
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    return palette


def paint_field(widget: QWidget, theme: Theme, *, has_focus: bool) -> None:
    """A rounded field over all of `widget`, ringed while it has the keyboard."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = RING_ROOM + 0.75
    field = QRectF(widget.rect()).adjusted(room, room, -room, -room)
    painter.setPen(QPen(theme.line, 1.5))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
    if has_focus:
        ring = QRectF(widget.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
