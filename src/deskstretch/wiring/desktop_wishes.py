"""Lets the windows look as the person asked of their whole desktop: still, in high contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskstretch.ui.theme import ThemeWatcher

if TYPE_CHECKING:
    from deskstretch.desktop.appearance.port import Appearance


class DesktopWishes(QObject):
    """Tells the themes what the desktop tells; from `begin` on, which need not be at the start."""

    def __init__(self, themes: ThemeWatcher) -> None:
        super().__init__(themes)
        self._themes = themes
        self._appearance: Appearance | None = None

    def begin(self) -> None:
        """Ask the desktop, and hear of changes."""
        from deskstretch.desktop.appearance.choose import choose_appearance

        self._appearance = choose_appearance(self)
        self._appearance.changed.connect(self._tell)
        self._appearance.begin()

    def look_again(self) -> None:
        """Something is about to be shown; some systems tell of no changes."""
        if self._appearance is not None:
            self._appearance.look_again()

    def _tell(self) -> None:
        if self._appearance is not None:
            self._themes.heed_wishes(
                high_contrast=self._appearance.high_contrast,
                reduced_motion=self._appearance.reduced_motion,
            )
