"""Sleep and lock, as systemd's or elogind's login manager tells them on the system bus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

from deskstretch.desktop.presence.source import NotOfferedError, SessionWatch

_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"

_OWN_SESSION = "auto"
"""The caller's session, or that of its user's desktop for a program that is in none."""


class Logind(SessionWatch):
    """The manager's PrepareForSleep and the session's LockedHint.

    The hint is what the desktop did. The session's signals Lock and Unlock only ask for it: some
    screen lockers obey the one and never send the other when the person unlocks, so that a lock
    believed from the signal could last for ever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.systemBus()
        if not self._bus.isConnected():
            raise NotOfferedError(f"no system bus: {self._bus.lastError().message()}")
        self._session_path = ""
        self._bus.connect(*self._sleep_signal())
        self._call(_PATH, _MANAGER, "GetSession", _OWN_SESSION).finished.connect(self._use_session)

    def close(self) -> None:
        self._bus.disconnect(*self._sleep_signal())
        if self._session_path:
            self._bus.disconnect(*self._lock_signal())
            self._session_path = ""

    @Slot("QDBusMessage")
    def _heed_sleep(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [True]:
                self.suspended.emit()
            case [False]:
                self.resumed.emit()

    @Slot("QDBusMessage")
    def _heed_session(self, _message: QDBusMessage) -> None:
        # What the message says has changed is of a type that PySide cannot read: so ask.
        path, arguments = self._session_path, (_SESSION, "LockedHint")
        self._call(path, _PROPERTIES, "Get", *arguments).finished.connect(self._heed_lock)

    def _use_session(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        reply = call.reply()
        match reply.arguments():
            case [QDBusObjectPath() as path]:
                self._session_path = path.path()
                self._bus.connect(*self._lock_signal())
                self._heed_session(reply)
            case _:
                self.lost.emit(f"no session of a desktop: {reply.errorMessage()}")

    def _heed_lock(self, call: QDBusPendingCallWatcher) -> None:
        call.deleteLater()
        match call.reply().arguments():
            case [QDBusVariant() as hint]:
                self.lock_changed.emit(bool(hint.variant()))

    def _sleep_signal(self) -> tuple[Any, ...]:
        slot = SLOT("_heed_sleep(QDBusMessage)")
        return _SERVICE, _PATH, _MANAGER, "PrepareForSleep", self, slot

    def _lock_signal(self) -> tuple[Any, ...]:
        slot = SLOT("_heed_session(QDBusMessage)")
        return _SERVICE, self._session_path, _PROPERTIES, "PropertiesChanged", self, slot

    def _call(self, path: str, interface: str, method: str, *args: str) -> QDBusPendingCallWatcher:
        """Ask without waiting: at log-in logind may be slow."""
        message = QDBusMessage.createMethodCall(_SERVICE, path, interface, method)
        message.setArguments(list(args))
        return QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
