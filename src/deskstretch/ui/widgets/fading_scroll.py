"""A column that can be longer than its place: it fades where it goes on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

_FADE_EM = 1.2


class FadingScroll(QScrollArea):
    """Scrolls up and down on a card, without a scroll bar unless one is given."""

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        parent: QWidget | None = None,
        bar: QScrollBar | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if bar is None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.setVerticalScrollBar(bar)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # Qt's own one would have PySide build every class of widgets
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._fade = _Fade(theme, self)
        self.verticalScrollBar().valueChanged.connect(self._fade.update)
        self.verticalScrollBar().rangeChanged.connect(self._fade.update)

    def show_row(self, row: QWidget) -> None:
        """Bring `row` into view, with some of what stands round it if there is room."""
        room = (self.viewport().height() - row.height()) // 2
        margin = max(0, min(room, round(_FADE_EM * em(self))))
        self.ensureWidgetVisible(row, 0, margin)
        self.set_fade(margin)

    def set_fade(self, pixels: int) -> None:
        """How far from an edge the page fades where it goes on."""
        self._fade.set_height(pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fade covers all of the page."""
        super().resizeEvent(event)
        self._fade.setGeometry(self.viewport().geometry())
        self._fade.raise_()


class _Fade(QWidget):
    """Hides the upper and lower edge gradually where there is more."""

    def __init__(self, theme: Theme, scroll: FadingScroll) -> None:
        super().__init__(scroll)
        self._theme = theme
        self._bar = scroll.verticalScrollBar()
        self._edge = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Fade into `theme`'s card from now on."""
        self._theme = theme
        self.update()

    def set_height(self, pixels: int) -> None:
        """How far the fade reaches; not over the row that matters."""
        self._edge = pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing where nothing is hidden."""
        painter = QPainter(self)
        if self._bar.value() > self._bar.minimum():
            self._paint_edge(painter, QRect(0, 0, self.width(), self._edge), solid_at_top=True)
        if self._bar.value() < self._bar.maximum():
            place = QRect(0, self.height() - self._edge, self.width(), self._edge)
            self._paint_edge(painter, place, solid_at_top=False)

    def _paint_edge(self, painter: QPainter, place: QRect, *, solid_at_top: bool) -> None:
        solid = self._theme.card
        clear = QColor(solid)
        clear.setAlpha(0)
        gradient = QLinearGradient(QPointF(place.topLeft()), QPointF(place.bottomLeft()))
        gradient.setColorAt(0, solid if solid_at_top else clear)
        gradient.setColorAt(1, clear if solid_at_top else solid)
        painter.fillRect(place, gradient)
