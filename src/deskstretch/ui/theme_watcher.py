"""Which theme the person sees, and whether things are to move.

Themes are loaded and Qt is asked when the first window or menu is about to be shown: for the
answers PySide makes all enumerations of the namespace `Qt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from deskstretch.ui.theme import MotionChoice, Theme, ThemeChoice


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
        self._hints.colorSchemeChanged.connect(self._look_again)
        if hasattr(self._hints, "accessibility"):
            # PySide lets go of what it leads to together with it.
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self._look)
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

    def _look(self) -> Theme:
        from deskstretch.ui.theme import theme_of

        contrast = self._wishes_contrast or qt_tells_high_contrast()
        theme = theme_of(self._choice, self._desktop_is_dark(), contrast)
        if theme is not self._theme:
            self._theme = theme
            self.theme_changed.emit(theme)
        return theme

    def _desktop_is_dark(self) -> bool:
        from PySide6.QtCore import Qt

        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._wishes_dark
        return scheme == Qt.ColorScheme.Dark


def qt_tells_high_contrast() -> bool:
    """Whether Qt knows that the desktop wants it; it asks from Qt 6.10 on, Debian 13 has 6.8."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
