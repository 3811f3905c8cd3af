"""The lock as screen savers tell it on the session bus, where the login manager does not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from deskstretch.core.language import N_
from deskstretch.desktop.presence.dbus import BUS_ENDED, BusSignal, connected, owner_changed
from deskstretch.desktop.presence.source import SessionWatch

_INTERFACES = (
    "org.freedesktop.ScreenSaver",  # KDE Plasma and others
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class ScreenSaver(SessionWatch):
    """The signal ActiveChanged, by whomever it is sent.

    Active may mean locked or only blanked; nobody works then either way. GNOME sends it from two
    programs, of which one ends after a while of its own accord, so that each sender counts by
    itself, and no longer than it lives.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = connected(QDBusConnection.sessionBus())
        self._active: set[str] = set()
        BUS_ENDED.connect(self._bus, self, "_heed_end")
        for interface in _INTERFACES:
            signal = BusSignal("", "", interface, "ActiveChanged", "b")
            signal.connect(self._bus, self, "_heed_saver")

    @Slot("QDBusMessage")
    def _heed_saver(self, message: QDBusMessage) -> None:
        sender = message.service()
        match message.arguments():
            case [True] if sender not in self._active:
                self._active.add(sender)
                owner_changed(sender).connect(self._bus, self, "_heed_owner")
                self.lock_changed.emit(True)
            case [False]:
                self._forget(sender)

    @Slot("QDBusMessage")
    def _heed_owner(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [str(sender), _, ""]:
                self._forget(sender)

    @Slot("QDBusMessage")
    def _heed_end(self, _message: QDBusMessage) -> None:
        self._active.clear()
        self.lost.emit(N_("the session bus is gone"))

    def _forget(self, sender: str) -> None:
        if sender in self._active:
            self._active.remove(sender)
            owner_changed(sender).disconnect(self._bus, self, "_heed_owner")
            self.lock_changed.emit(bool(self._active))
