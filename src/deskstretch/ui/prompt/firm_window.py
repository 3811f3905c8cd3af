"""A prompt that fills the screen, for people who asked to be asked firmly.

It covers, but locks nobody out: nothing is grabbed, so that switching windows, other desktops and
the screen lock go on working, and there is a way out at any time. It lets a moment go by before it
takes the keyboard, so that what is just being typed still lands where it belongs.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.core.language import _
from deskstretch.core.prompt import PromptContent
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.click_guard import ClickGuard
from deskstretch.ui.prompt.dimmed_screens import DimmedScreens
from deskstretch.ui.prompt.placement import screen_of_the_pointer, windows_stay_in_sight
from deskstretch.ui.prompt.prompt_card import PromptCard
from deskstretch.ui.prompt.x11 import never_offer_focus
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

KEYBOARD_AFTER_MS = 1500
"""Milliseconds in which keys still go where they went before."""

_DESIGN_EM = (40, 26)
"""The screen's size in lines of text up to which the text has the desktop's size."""
_LARGEST_TEXT = 4.0
_SMALLEST_SCREEN = (480, 360)
_RADIUS_EM = 1.25


class FirmWindow(QWidget):
    """One prompt in the middle of the screen; gone after an answer, deleted when closed."""

    accessible_role = QAccessible.Role.AlertMessage
    start_chosen = Signal(str)
    """The length, "short" or "long"."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()
    put_aside = Signal()
    """The person wants it out of the way: Escape, or Not now."""

    def __init__(self, theme: Theme, content: PromptContent, appearance: FigureAppearance) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(content.headline)
        self.setAccessibleDescription(content.reason)
        # So that no button has the keyboard at first: a key meant for something else answers none.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*_SMALLEST_SCREEN)
        self._theme = theme
        self._had_keyboard = False
        self._dimmed: DimmedScreens | None = None
        self._card = PromptCard(theme, content, appearance, self)
        self._card.start_chosen.connect(self.start_chosen)
        self._card.snooze_chosen.connect(self.snooze_chosen)
        self._card.skip_chosen.connect(self.skip_chosen)
        self._way_out = PillButton(theme, _("Not now (Esc)"), Voice.QUIET, self)
        self._way_out.clicked.connect(self.put_aside)
        self._notice = TextLabel(
            theme, "", self, tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignHCenter
        )
        self._notice.hide()
        self.setFocus()

    def appear(self) -> None:
        """Fill the screen where the pointer is, and a moment later take the keyboard."""
        self.winId()
        handle = self.windowHandle()
        assert handle is not None
        if windows_stay_in_sight():
            home = screen_of_the_pointer()
            self.setScreen(home)
            self.setGeometry(home.geometry())
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            for flag in (
                Qt.WindowType.WindowDoesNotAcceptFocus,
                Qt.WindowType.WindowStaysOnTopHint,
            ):
                handle.setFlag(flag, True)
            never_offer_focus(handle)
            self._dimmed = DimmedScreens(
                [each for each in QGuiApplication.screens() if each is not home]
            )
        ClickGuard(handle).start()
        self.showFullScreen()
        QTimer.singleShot(KEYBOARD_AFTER_MS, self, self.take_keyboard)

    def take_keyboard(self) -> None:
        """Accept the keyboard from now on, and ask for it.

        And be in nobody's way from then on: another window comes to the front without us, even
        if this program hangs.
        """
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
            self.raise_()
            self.activateWindow()
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, False)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    @property
    def notice(self) -> str:
        """What it says of keys that went nowhere."""
        return self._notice.text()

    def changeEvent(self, event: QEvent) -> None:
        """Stay behind when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self._had_keyboard = True
            elif self._had_keyboard:
                self._stay_behind()
        elif event.type() == QEvent.Type.ApplicationFontChange:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads out at once; of what is typed it says that it went nowhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_aside.emit()
        elif event.text().isprintable() and event.text().strip():
            self._say_that_keys_are_lost()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stays in the middle."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, and the card's sheet on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.paper)
        painter.setPen(QPen(self._theme.line, 1.0))
        painter.setBrush(self._theme.card)
        radius = _RADIUS_EM * em(self)
        painter.drawRoundedRect(QRectF(self._card.geometry()), radius, radius)

    def _stay_behind(self) -> None:
        if windows_stay_in_sight():
            self.lower()
        if self._dimmed is not None:
            self._dimmed.clear()

    def _say_that_keys_are_lost(self) -> None:
        words = _("What you type here goes nowhere. Escape brings you back to your work.")
        if self._notice.text() != words:
            self._notice.setText(words)
            self._notice.show()
            self._arrange()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _arrange(self) -> None:
        """All of it in the middle, as large as the screen allows."""
        font = QApplication.font()
        unit = QFontMetricsF(font).height()
        across, down = (lines * unit for lines in _DESIGN_EM)
        room = min(self.width() / across, self.height() / down, _LARGEST_TEXT)
        for scale in (max(1.0, room), room, 0.75 * room, 0.5 * room):
            # Smaller than the desktop's only if it must be.
            self.setFont(scaled_font(font, scale, font.weight()))
            places = self._places()
            if all(self.rect().contains(place) for place in places):
                break
        for part, place in zip((self._card, self._way_out, self._notice), places, strict=True):
            part.setGeometry(place)
        self.update()

    def _places(self) -> tuple[QRect, QRect, QRect]:
        """The card, the way out below it, and the notice below that."""
        gap = round(em(self))
        card, way_out = self._card.preferred_size(), self._way_out.sizeHint()
        width = min(self.width(), round(34 * em(self)))
        notice = QSize(width, self._notice.heightForWidth(width))
        below = 2 * gap + way_out.height() + notice.height()
        top = min((self.height() - card.height()) // 2, self.height() - card.height() - below)
        tops = (top, top + card.height() + gap, top + card.height() + 2 * gap + way_out.height())
        first, second, third = (
            QRect(QPoint((self.width() - size.width()) // 2, each), size)
            for each, size in zip(tops, (card, way_out, notice), strict=True)
        )
        return first, second, third

    def closeEvent(self, event: QCloseEvent) -> None:
        """The other screens are as they were."""
        if self._dimmed is not None:
            self._dimmed.clear()
        super().closeEvent(event)
