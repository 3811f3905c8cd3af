"""Sleep, lock and user switching, as systemd's or elogind's login manager tells them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

from deskstretch.core.language import N_, _
from deskstretch.desktop.presence.dbus import BUS_ENDED, BusSignal, connected, owner_changed
from deskstretch.desktop.presence.source import SessionWatch

_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"

_PREPARE_FOR_SLEEP = BusSignal(_SERVICE, _PATH, _MANAGER, "PrepareForSleep", "b")

_OWN_SESSION = "auto"
"""The caller's session, or that of its user's desktop for a program that is in none."""


class Logind(SessionWatch):
    """The manager's PrepareForSleep, and the session's LockedHint and Active.

    The hint is what the desktop did. The session's signals Lock and Unlock only ask for it: some
    screen lockers obey the one and never send the other when the person unlocks, so that a lock
    believed from the signal could last for ever.

    Another user's session in front is a lock as well. One that was never in front, such as some
    remote desktops have, is not one that somebody has switched away from.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = connected(QDBusConnection.systemBus())
        self._session_changed: BusSignal | None = None
        self._is_locked = False
        self._was_in_front = self._is_in_front = False
        BUS_ENDED.connect(self._bus, self, "_heed_end")
        owner_changed(_SERVICE).connect(self._bus, self, "_heed_owner")
        _PREPARE_FOR_SLEEP.connect(self._bus, self, "_heed_sleep")
        self._find_session()

    @Slot("QDBusMessage")
    def _heed_sleep(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [True]:
                self.suspended.emit()
            case [False]:
                self.resumed.emit()

    @Slot("QDBusMessage")
    def _heed_owner(self, message: QDBusMessage) -> None:
        # A lock is not over because logind is restarted: it is asked for when logind is back.
        match message.arguments():
            case [_, _, str(owner)] if owner:
                self._find_session()

    @Slot("QDBusMessage")
    def _heed_end(self, _message: QDBusMessage) -> None:
        self.lost.emit(N_("the system bus is gone"))

    @Slot("QDBusMessage")
    def _heed_session(self, message: QDBusMessage) -> None:
        # What the message says has changed is of a type that PySide cannot read.
        self._ask(message.path())

    def _find_session(self) -> None:
        self._call(_PATH, _MANAGER, "GetSession", _OWN_SESSION).finished.connect(self._use_session)

    def _use_session(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        match call.reply().arguments():
            case [QDBusObjectPath() as path]:
                self._hear_session(path.path())
                self._ask(path.path())
            case _:
                why = call.reply().errorMessage()
                self.lost.emit(_("no session whose lock it could tell: {why}").format(why=why))

    def _hear_session(self, path: str) -> None:
        if self._session_changed is not None:
            self._session_changed.disconnect(self._bus, self, "_heed_session")
        name, signature = "PropertiesChanged", "sa{sv}as"
        self._session_changed = BusSignal(_SERVICE, path, _PROPERTIES, name, signature)
        self._session_changed.connect(self._bus, self, "_heed_session")

    def _ask(self, path: str) -> None:
        get = path, _PROPERTIES, "Get", _SESSION
        self._call(*get, "LockedHint").finished.connect(self._heed_lock)
        self._call(*get, "Active").finished.connect(self._heed_front)

    def _heed_lock(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        match call.reply().arguments():
            case [QDBusVariant() as hint]:
                self._is_locked = bool(hint.variant())
                self._tell()

    def _heed_front(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        match call.reply().arguments():
            case [QDBusVariant() as active]:
                self._is_in_front = bool(active.variant())
                self._was_in_front |= self._is_in_front
                self._tell()

    def _tell(self) -> None:
        is_elsewhere = self._was_in_front and not self._is_in_front
        self.lock_changed.emit(self._is_locked or is_elsewhere)

    def _call(self, path: str, interface: str, method: str, *args: str) -> QDBusPendingCallWatcher:
        """Ask without waiting: at log-in logind may be slow."""
        message = QDBusMessage.createMethodCall(_SERVICE, path, interface, method)
        message.setArguments(list(args))
        return QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
