"""Whether this desktop shows tray icons, now and later."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtWidgets import QSystemTrayIcon

from deskstretch.core.language import N_

NO_TRAY_WORDS = N_("This desktop shows no tray icons, so DeskStretch is shown here.")

_LOOK_AGAIN_MINUTES = 5
# The panel that owns the name may need a moment to become a host.
_SETTLE_MS = 1000


class TrayHost(QObject):
    """Tells when a tray appears or goes.

    On desktops with status notifiers that is an event; the older X11 trays announce nothing that
    Qt passes on, so they are looked for again every few minutes.
    """

    changed = Signal(bool)
    """Whether there is a tray now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._available = QSystemTrayIcon.isSystemTrayAvailable()
        self._again = QTimer(self)
        self._again.timeout.connect(self.look_again)
        self._again.start(_LOOK_AGAIN_MINUTES * 60_000)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.look_again)
        self._watcher = QDBusServiceWatcher(
            "org.kde.StatusNotifierWatcher",
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange,
            self,
        )
        self._watcher.serviceOwnerChanged.connect(lambda *_: self._settling.start(_SETTLE_MS))

    @property
    def available(self) -> bool:
        """Whether there was a tray when last looked."""
        return self._available

    def look_again(self) -> None:
        """Look for a tray now."""
        available = QSystemTrayIcon.isSystemTrayAvailable()
        if available != self._available:
            self._available = available
            self.changed.emit(available)
