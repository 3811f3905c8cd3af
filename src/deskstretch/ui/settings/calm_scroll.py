"""A page that can be longer than its place, with a slim bar that shows where one is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

_BAR_EM = 0.55
_FADE_EM = 0.9
_SHORTEST_HANDLE_EM = 2.0


class CalmScroll(QScrollArea):
    """Scrolls up and down; what gets the keyboard is brought into view."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
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


class SlimBar(QScrollBar):
    """A rounded handle on nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Slim."""
        return QSize(round(_BAR_EM * em(self)), round(4 * em(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle, as long as the share of the page that is in view."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() == self.minimum() or whole <= 0:
            return
        height = max(_SHORTEST_HANDLE_EM * em(self), self.height() * self.pageStep() / whole)
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        handle = QRectF(1, share * (self.height() - height), self.width() - 2, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted if self.isSliderDown() else self._theme.away)
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
