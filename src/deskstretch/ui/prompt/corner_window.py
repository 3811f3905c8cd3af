"""A rounded window in the screen's corner that leaves the keyboard where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from deskstretch.ui.prompt.click_guard import ClickGuard
from deskstretch.ui.prompt.placement import corner_place, screen_of_the_pointer
from deskstretch.ui.prompt.x11 import has_compositor, never_offer_focus
from deskstretch.ui.room import Room
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.themed import dress

_MARGIN_EM = 1.0


class CornerWindow(QWidget):
    """Appears without focus, stays on top, in no task bar; deleted when closed.

    The window manager is told that it wants no keyboard. Only `take_keyboard`, or a press on a
    bare spot of it, changes that, until the person turns to another window again.
    """

    accessible_role = QAccessible.Role.Window

    def __init__(self, theme: Theme, radius_em: float) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme = theme
        self._radius_em = radius_em
        self._is_composed = True
        self._home = self.screen()
        self._guard: ClickGuard | None = None

    def appear(self) -> None:
        """Show it in the corner of the screen where the pointer is; nothing else changes."""
        self._home = screen_of_the_pointer()
        self.setScreen(self._home)
        self.winId()
        self._place()
        handle = self._handle()
        never_offer_focus(handle)
        Room(handle).changed.connect(self.refit)
        self._guard = ClickGuard(handle)
        self._guard.start()
        self.show()

    def take_keyboard(self) -> None:
        """The person wants to answer by keyboard: accept it now, and ask for it."""
        self._handle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
        self.raise_()
        self.activateWindow()
        if self.focusWidget() is None:
            self.focusNextChild()

    @property
    def accepts_clicks(self) -> bool:
        """False for a moment after it appeared."""
        return self._guard is not None and self._guard.lets_through

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def preferred_size(self) -> QSize:
        """The size that shows everything."""
        return self.sizeHint()

    def refit(self) -> None:
        """Fit the content again, and stay in the corner."""
        self._place()

    def radius(self) -> float:
        """The corners' radius in pixels; a pill's is half its height."""
        return min(self._radius_em * em(self), self.height() / 2)

    def changeEvent(self, event: QEvent) -> None:
        """Give the keyboard up for good when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._decline_keyboard()
        elif event.type() == QEvent.Type.FontChange and self.isVisible():
            self.refit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press that no button took is a wish to turn to this window."""
        self.take_keyboard()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, with a hairline that sets it off from a window of the same colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_composed:
            painter.fillRect(self.rect(), self._theme.line)  # Nothing to blend a soft edge with.
        painter.setPen(QPen(self._theme.line, 1.0))
        painter.setBrush(self._theme.card)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sheet, self.radius(), self.radius())

    def _handle(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None, "appear() first"
        return handle

    def _decline_keyboard(self) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)

    def _place(self) -> None:
        # Its own screen, until that is gone: a window that has only just been made may for a
        # moment be taken to be on another one.
        if self._home not in QGuiApplication.screens():
            self._home = self._handle().screen()
        size = self.preferred_size()
        # The tray's corner is the desktop's, whatever language is spoken here.
        right_to_left = QLocale.system().textDirection() == Qt.LayoutDirection.RightToLeft
        margin = round(_MARGIN_EM * em(self))
        self.setFixedSize(size)
        room = self._home.availableGeometry()
        self.move(corner_place(size, room, margin, right_to_left))
        self._is_composed = has_compositor()
        if not self._is_composed:
            self._cut_corners()

    def _cut_corners(self) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self.radius(), self.radius())
        self.clearMask()  # The same one again would not be fitted to a new screen's scale.
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))
