"""The screens beside a prompt that fills one: a little darker, and otherwise as they were."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from deskstretch.ui.prompt.x11 import has_compositor

_SHADE = QColor(0, 0, 0, 110)


class DimmedScreens(QObject):
    """A shade over each of the screens, through which they are seen and used; none where nobody
    blends windows."""

    def __init__(self, screens: Iterable[QScreen]) -> None:
        super().__init__()
        self._shades = [_Shade(screen) for screen in screens] if has_compositor() else []
        # Else the shade of a screen that goes would be moved over another one.
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self.clear)

    def clear(self) -> None:
        """As bright as before."""
        for shade in self._shades:
            shade.close()
        self._shades.clear()


class _Shade(QWidget):
    def __init__(self, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowTransparentForInput
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Half night."""
        QPainter(self).fillRect(self.rect(), _SHADE)
