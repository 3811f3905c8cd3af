"""A page that can be longer than its place, with a slim bar that shows where one is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.page_scroll import PageScroll
from deskstretch.ui.widgets.sizes import em

_FADE_EM = 0.9


class CalmScroll(PageScroll):
    """Scrolls up and down; what gets the keyboard is brought into view."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme, content, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fade = _Fade(theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fade covers the page, not the bar."""
        super().resizeEvent(event)
        self._fade.setGeometry(self.viewport().geometry())
        self._fade.raise_()


class _Fade(QWidget):
    """Hides the upper and lower edge gradually where the page goes on."""

    def __init__(self, theme: Theme, scroll: CalmScroll) -> None:
        super().__init__(scroll)
        self._theme = theme
        self._bar = scroll.verticalScrollBar()
        self._bar.valueChanged.connect(self.update)
        self._bar.rangeChanged.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Fade into `theme`'s paper from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing where nothing is hidden."""
        painter = QPainter(self)
        height = round(_FADE_EM * em(self))
        if self._bar.value() > self._bar.minimum():
            self._paint_edge(painter, 0, height)
        if self._bar.value() < self._bar.maximum():
            self._paint_edge(painter, self.height(), self.height() - height)

    def _paint_edge(self, painter: QPainter, outer: int, inner: int) -> None:
        clear = QColor(self._theme.paper)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, outer, 0, inner)
        gradient.setColorAt(0, self._theme.paper)
        gradient.setColorAt(1, clear)
        edge = QRect(0, min(outer, inner), self.width(), abs(outer - inner))
        painter.fillRect(edge, gradient)
