"""One question to a service on a D-Bus, asked again whenever its answer may have changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

from deskstretch.core.language import N_, _
from deskstretch.desktop.disturbance.source import (
    DisturbanceSource,
    Meaning,
    guarded,
    reasons_for,
)
from deskstretch.desktop.presence.dbus import BUS_ENDED, BusSignal, connected, owner_changed

_PROPERTIES = "org.freedesktop.DBus.Properties"


class Question(NamedTuple):
    """What is called, which signals make it worth asking again, and what the answer means."""

    service: str
    path: str
    interface: str
    method: str
    arguments: tuple[str, ...]
    changes: tuple[BusSignal, ...]
    """Where there are none, it is asked every so often."""
    means: Callable[[Any], Meaning]
    """Whether an answer of this value is a reason; a text is another reason itself."""
    reason: str


def property_question(
    service: str,
    path: str,
    interface: str,
    name: str,
    means: Callable[[Any], Meaning],
    reason: str,
    *more_changes: BusSignal,
) -> Question:
    """To a property, whose service tells when it changes."""
    changed = BusSignal(service, path, _PROPERTIES, "PropertiesChanged", "sa{sv}as", (interface,))
    arguments, changes = (interface, name), (changed, *more_changes)
    return Question(service, path, _PROPERTIES, "Get", arguments, changes, means, reason)


class BusAnswer(DisturbanceSource):
    """Asks one question; a service that does not run is never started for it."""

    def __init__(
        self, question: Question, parent: QObject | None = None, *, on_system_bus: bool = False
    ) -> None:
        super().__init__(parent)
        self._question = question
        bus = QDBusConnection.systemBus() if on_system_bus else QDBusConnection.sessionBus()
        self._bus = connected(bus)
        BUS_ENDED.connect(self._bus, self, "_heed_end")
        owner_changed(question.service).connect(self._bus, self, "_heed_owner")
        for signal in question.changes:
            signal.connect(self._bus, self, "_heed_change")

    def begin(self) -> None:
        """Ask."""
        service, path, interface, method = self._question[:4]
        message = QDBusMessage.createMethodCall(service, path, interface, method)
        message.setArguments(list(self._question.arguments))
        message.setAutoStartService(False)
        call = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        call.finished.connect(lambda: self._heed_answer(call))

    def look_again(self) -> None:
        """Ask a service that does not tell of changes."""
        if not self._question.changes:
            self.begin()

    @guarded
    def _heed_answer(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        reply = call.reply()
        match reply.arguments():
            case _ if reply.type() == QDBusMessage.MessageType.ErrorMessage:
                self.lost.emit(reply.errorMessage().strip() or reply.errorName())
            case [answer]:
                value = answer.variant() if isinstance(answer, QDBusVariant) else answer
                self.told.emit(reasons_for(self._question.means(value), self._question.reason))

    @Slot("QDBusMessage")
    @guarded
    def _heed_change(self, _message: QDBusMessage) -> None:
        self.begin()

    @Slot("QDBusMessage")
    @guarded
    def _heed_owner(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [_, _, ""]:
                self.lost.emit(_("{service} has ended").format(service=self._question.service))
            case _:
                self.begin()

    @Slot("QDBusMessage")
    @guarded
    def _heed_end(self, _message: QDBusMessage) -> None:
        self.lost.emit(N_("the bus is gone"))
