"""Which theme the person sees, and whether things are to move.

Themes are loaded when the first window or menu is about to be shown. For Qt's own answers PySide
makes all enumerations of the namespace `Qt`, a megabyte: it is asked where it may know more than is
known otherwise, and once it has told of a change.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPalette

if TYPE_CHECKING:
    from deskstretch.ui.theme import MotionChoice, Theme, ThemeChoice

_HALF_LIGHT = 128
_BEGAN_DARK = "began_dark"


def remember_own_palette(application: QGuiApplication) -> None:
    """Whether Qt's own palette is dark; to be called before it has another one from us.

    Until Qt tells of a change, the desktop is dark if this is.
    """
    ground = application.palette().color(QPalette.ColorRole.Window)
    application.setProperty(_BEGAN_DARK, ground.lightness() < _HALF_LIGHT)


class ThemeWatcher(QObject):
    """Knows the theme to show, and tells when it changes; and whether things are to move.

    Follows the desktop's setting live while the choice is "system". High contrast is the desktop's
    to choose: what Qt knows of it, or what `heed_wishes` was told.
    """

    theme_changed = Signal(object)
    """The new `Theme`; the first one as well, as soon as it is known."""

    def __init__(self, choice: ThemeChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._ask_qt_again)
        if hasattr(self._hints, "accessibility"):
            # PySide lets go of what it leads to together with it.
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self._ask_qt)
        self._asks_qt = _qt_may_know_more()
        self._wishes_contrast = self._wishes_stillness = self._wishes_dark = False
        self._theme: Theme | None = None

    @property
    def theme(self) -> Theme:
        """The theme to show now."""
        return self._theme or self._look()

    def begin(self) -> None:
        """Something is about to be shown: find out how it is to look, unless that is known."""
        if self._theme is None:
            self._look()

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the desktop ("system"), or stay with one theme."""
        self._choice = choice
        self._look_again()

    def heed_wishes(self, *, high_contrast: bool, reduced_motion: bool, dark: bool = False) -> None:
        """What the person asked of their desktop, as far as that can be learned.

        `dark` counts where Qt does not know itself.
        """
        self._wishes_contrast, self._wishes_stillness = high_contrast, reduced_motion
        self._wishes_dark = dark
        self._look_again()

    def reduces_motion(self, choice: MotionChoice) -> bool:
        """Whether that choice, together with the desktop's setting, wants less motion."""
        return choice == "on" or (choice == "system" and self._wishes_stillness)

    def _look_again(self) -> None:
        # Where nothing was shown yet, only contrast matters: it is for the icon in the tray, too.
        if self._theme is not None or self._wishes_contrast:
            self._look()

    def _ask_qt(self) -> None:
        self._asks_qt = True
        self._look()

    def _ask_qt_again(self) -> None:
        self._asks_qt = True
        self._look_again()

    def _look(self) -> Theme:
        from deskstretch.ui.theme import theme_of

        contrast = self._wishes_contrast or (self._asks_qt and qt_tells_high_contrast())
        theme = theme_of(self._choice, self._desktop_is_dark(), contrast)
        if theme is not self._theme:
            self._theme = theme
            self.theme_changed.emit(theme)
        return theme

    def _desktop_is_dark(self) -> bool:
        application = QGuiApplication.instance()
        began_dark = None if application is None else application.property(_BEGAN_DARK)
        if began_dark is not None and not (self._asks_qt or self._wishes_dark):
            return bool(began_dark)
        from PySide6.QtCore import Qt

        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._wishes_dark
        return scheme == Qt.ColorScheme.Dark


def _qt_may_know_more() -> bool:
    """Whether it may know from the start what the desktop tells nobody else."""
    return sys.platform in ("win32", "darwin") or "QT_QPA_PLATFORMTHEME" in os.environ


def qt_tells_high_contrast() -> bool:
    """Whether Qt knows that the desktop wants it; it asks from Qt 6.10 on, Debian 13 has 6.8."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
