"""The icon in the tray; where there is no tray, a small window in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.language import _
from deskstretch.ui.tray.host import NO_TRAY_WORDS, TrayHost
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.tray import Tray

# A panel that starts together with us may need a moment to take icons.
_PATIENCE_MS = 4000


class TrayPresence(QObject):
    """Keeps the app in sight.

    `show_window` is given the reason for the window; `is_busy` says that something else is being
    looked at, so that the window has to wait for `offer_window`.
    """

    menu_opening = Signal()
    """The icon's menu is about to be shown."""

    def __init__(
        self,
        orders: Orders,
        show_window: Callable[[str], None],
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_window = show_window
        self._is_busy = is_busy
        self._host = TrayHost(self)
        self._tray = Tray(orders, self._host, self)
        self._tray.menu.aboutToShow.connect(self.menu_opening)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.offer_window)
        self._host.changed.connect(self._follow_host)

    def begin(self) -> None:
        """Give the panel its time."""
        self._patience.start(_PATIENCE_MS)

    def offer_window(self) -> None:
        """Show the window if it is needed, the panel has had its time and nothing else is shown."""
        if self._patience.isActive() or self._is_busy():
            return
        self._host.look_again()
        if not self._host.available:
            self._show_window(_(NO_TRAY_WORDS))

    def set_high_contrast(self, high: bool) -> None:
        """Whether the icon is to stand out as far as it can."""
        self._tray.set_high_contrast(high)

    def _follow_host(self, available: bool) -> None:
        if not available:
            self._show_window(_(NO_TRAY_WORDS))
