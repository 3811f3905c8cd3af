"""Lets the windows look as the person asked of their whole desktop.

Still, in high contrast; dark and in the desktop's font where Qt does not learn that by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject

from deskstretch.ui.theme_watcher import ThemeWatcher

if TYPE_CHECKING:
    from deskstretch.desktop.appearance.port import Appearance

_PATIENCE_MS = 300
"""Far more than the answers need where somebody gives them."""


class DesktopWishes(QObject):
    """Tells the themes what the desktop tells; from `begin` on, which need not be at the start."""

    def __init__(self, themes: ThemeWatcher) -> None:
        super().__init__(themes)
        self._themes = themes
        self._appearance: Appearance | None = None
        self._font: str | None = None

    def begin(self) -> None:
        """Ask the desktop, unless that is done, and hear of changes."""
        if self._appearance is not None:
            return
        from deskstretch.desktop.appearance.choose import choose_appearance

        self._appearance = choose_appearance(self)
        self._appearance.changed.connect(self._tell)
        self._appearance.begin()

    def know(self) -> None:
        """Ask now and wait for the answers: a window that is shown at once looks right at once."""
        self.begin()
        assert self._appearance is not None
        patience = QDeadlineTimer(_PATIENCE_MS)
        loop = QEventLoop()
        while not (self._appearance.knows_all or patience.hasExpired()):
            loop.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def look_again(self) -> None:
        """Something is about to be shown; some systems tell of no changes."""
        if self._appearance is not None:
            self._appearance.look_again()

    def _tell(self) -> None:
        if self._appearance is None:
            return
        if self._appearance.font not in (None, self._font):
            from deskstretch.ui.desktop_font import use_font

            self._font = self._appearance.font
            use_font(self._font)
        self._themes.heed_wishes(
            high_contrast=self._appearance.high_contrast,
            reduced_motion=self._appearance.reduced_motion,
            dark=self._appearance.dark,
        )
