"""The folded prompt: a small pill that waits and opens again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.theme import Theme
from deskstretch.ui.tray.icon import paint_tray_picture
from deskstretch.ui.tray.picture import Shape, TrayPicture
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em

_HALF_ITS_HEIGHT = 99.0
_ICON_EM = 1.2


class PillWindow(CornerWindow):
    """Says that a stretch waits; a click opens the prompt."""

    opened = Signal()

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, _HALF_ITS_HEIGHT)
        self.setWindowTitle(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        button = _PillFace(theme, words)
        button.clicked.connect(self.opened)
        layout.addWidget(button)


class _PillFace(PillButton):
    """The whole pill: the tray's icon before the words."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, Voice.PLAIN)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        """Room for the icon at the start and as much at the end, the words in the middle."""
        return super().sizeHint() + QSize(round((2 * _ICON_EM + 0.6) * em(self)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon beside what the button paints."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = _ICON_EM * em(self)
        start = (self.height() - side) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width() - start - side, start)
        else:
            painter.translate(start, start)
        paint_tray_picture(
            painter, side, TrayPicture(Shape.DUE, high_contrast=self._theme.high_contrast)
        )
