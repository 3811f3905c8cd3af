"""The prompt's picture: the figure in its stretch, on a sheet of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.figure.choreography import Motion, MotionKind
from deskstretch.core.prompt import PromptContent
from deskstretch.ui.figure.appearance import FigureAppearance, palette_in
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em

_SIZE_EM = (9.0, 11.0)
_RADIUS_EM = 0.8


class Picture(QWidget):
    """Still: nothing moves at the edge of the eye of somebody who is working."""

    def __init__(
        self, theme: Theme, content: PromptContent, appearance: FigureAppearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._appearance = appearance
        self._view = FigureView(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        if content.figure is not None:
            self._view.show_stretch(content.figure, content.phase_poses, content.side)
            self._view.set_motion(Motion(MotionKind.HOLD))
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._dress()
        self.update()

    def sizeHint(self) -> QSize:
        """Upright, and in step with the font."""
        return (QSizeF(*_SIZE_EM) * em(self)).toSize()

    def minimumSizeHint(self) -> QSize:
        """The same: the text beside it may make it taller."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure has all of it."""
        self._view.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet that the figure stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.paper)
        radius = _RADIUS_EM * em(self)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _dress(self) -> None:
        self._view.set_palette(palette_in(self._theme, self._appearance))
