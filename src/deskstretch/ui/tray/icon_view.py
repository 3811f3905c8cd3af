"""The tray icon's picture, large, in a window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.tray.icon import paint_tray_picture
from deskstretch.ui.tray.picture import TrayPicture
from deskstretch.ui.widgets.sizes import em

_SIDE_EM = 3.2


class IconView(QWidget):
    """Paints a tray picture as large as three lines of text."""

    def __init__(self, picture: TrayPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: TrayPicture) -> None:
        """Show this one from now on."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def sizeHint(self) -> QSize:
        """A square that follows the font."""
        side = round(_SIDE_EM * em(self))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        paint_tray_picture(QPainter(self), min(self.width(), self.height()), self._picture)
