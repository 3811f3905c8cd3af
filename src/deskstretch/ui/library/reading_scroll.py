"""A page to read that the arrow keys move."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.fading_scroll import FadingScroll
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.slim_bar import SlimBar

_FADE_EM = 0.9


class ReadingScroll(FadingScroll):
    """Takes the keyboard by Tab, and shows that it has it."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme, content, parent, SlimBar(theme))
        self.setWidgetResizable(True)
        self._ring = _Ring(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._ring.show()
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring goes round all of it."""
        super().resizeEvent(event)
        self.set_fade(round(_FADE_EM * em(self)))
        self._ring.setGeometry(self.rect())


class _Ring(QWidget):
    """Lies over the page and lets everything through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.focus, 2))
        radius = 0.6 * em(self)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
