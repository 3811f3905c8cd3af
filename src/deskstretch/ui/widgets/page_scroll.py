"""A page that can be longer than its place, never wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.slim_bar import SlimBar


class PageScroll(QScrollArea):
    """Scrolls up and down, and asks for the width that its page needs."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimBar(theme, self))
        self.setWidgetResizable(True)
        self.setViewport(QWidget())  # Qt's own one would have PySide build every class of widgets
        self.setWidget(content)
        self._page = content
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as the page and the bar at least."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._page.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """The page may need another width now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
