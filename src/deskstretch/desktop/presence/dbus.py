"""Signals on a D-Bus, as far as PySide lets them be heard."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import SLOT, QObject
from PySide6.QtDBus import QDBusConnection

from deskstretch.core.language import _
from deskstretch.desktop.presence.source import NotOfferedError

_DAEMON = "org.freedesktop.DBus"


class BusSignal(NamedTuple):
    """Which signals are meant; service or path may be empty for any."""

    service: str
    path: str
    interface: str
    name: str
    signature: str
    """Of exactly these types must the arguments be."""
    first_arguments: tuple[str, ...] = ()

    def connect(self, bus: QDBusConnection, receiver: QObject, slot: str) -> None:
        """Calls this slot of the receiver, which takes a QDBusMessage, while it lives."""
        bus.connect(*self[:4], [*self.first_arguments], self.signature, receiver, _slot_code(slot))

    def disconnect(self, bus: QDBusConnection, receiver: QObject, slot: str) -> None:
        bus.disconnect(
            *self[:4], [*self.first_arguments], self.signature, receiver, _slot_code(slot)
        )


BUS_ENDED = BusSignal("", "", f"{_DAEMON}.Local", "Disconnected", "")


def owner_changed(name: str) -> BusSignal:
    """A program has taken the name or lets go of it: name, old owner, new owner.

    QDBusServiceWatcher tells that too, but from PySide it may wait for ever in addWatchedService.
    """
    return BusSignal(_DAEMON, "", _DAEMON, "NameOwnerChanged", "sss", (name,))


def connected(bus: QDBusConnection) -> QDBusConnection:
    """The same bus; NotOfferedError says why if there is none."""
    if not bus.isConnected():
        raise NotOfferedError(_("no bus: {why}").format(why=bus.lastError().message()))
    return bus


def _slot_code(slot: str) -> Any:
    """A string: PySide's type hints ask for bytes, which it then refuses."""
    return SLOT(f"{slot}(QDBusMessage)")
