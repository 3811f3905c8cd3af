"""Idle time on GNOME, told by its compositor on the session bus: nothing is asked again and again.

While a program inhibits idleness (a film, a call), Mutter tells of no silence: that time counts as
sitting time there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jeepney import DBusAddress, HeaderFields, MatchRule, Message
from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

from deskstretch.core.language import N_
from deskstretch.desktop.notifications.wire import Wire, error_words, is_error
from deskstretch.desktop.presence.dbus import connected, owner_changed
from deskstretch.desktop.presence.source import IdleSource, NotOfferedError

_NAME = "org.gnome.Mutter.IdleMonitor"
_PATH = "/org/gnome/Mutter/IdleMonitor/Core"
_ADDRESS = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
_PATIENCE_MS = 1000

Answer = Callable[..., None]


class MutterIdle(IdleSource):
    """Watches of org.gnome.Mutter.IdleMonitor, as its introspection data describe them.

    QtDBus asks for the idle time; it cannot send the unsigned numbers that watches want.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = connected(QDBusConnection.sessionBus())
        if self.idle_seconds() is None:
            raise NotOfferedError(N_("GNOME's compositor is not on the session bus"))
        self._wire = Wire(self)
        self._wire.signal_received.connect(self._heed)
        self._wire.ended.connect(lambda: self._lose(N_("the session bus is gone")))
        self._wire.listen(MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_PATH))
        owner_changed(_NAME).connect(self._bus, self, "_heed_owner")
        self._idle, self._lull, self._return = (_Watch(self._call) for _ in range(3))
        self._idle_threshold = 0.0
        self._is_away = False

    def watch_idle(self, seconds: float) -> None:
        self._idle_threshold = seconds
        self._idle.ask_for_silence(seconds)

    def watch_lull(self, seconds: float | None) -> None:
        if seconds is None:
            self._lull.drop()
        else:
            self._lull.ask_for_silence(seconds)

    def idle_seconds(self) -> float | None:
        question = QDBusMessage.createMethodCall(_NAME, _PATH, _NAME, "GetIdletime")
        question.setAutoStartService(False)
        match self._bus.call(question, QDBus.CallMode.Block, _PATIENCE_MS).arguments():
            case [int(milliseconds)]:
                return milliseconds / 1000
        return None

    def close(self) -> None:
        self.blockSignals(True)
        self._wire.close()

    def _call(self, method: str, answer: Answer, signature: str = "", *body: int) -> None:
        self._wire.call(_ADDRESS, method, signature, body, partial(self._pass_on, answer))

    def _pass_on(self, answer: Answer, reply: Message) -> None:
        if is_error(reply):
            self._lose(error_words(reply))
        else:
            answer(*reply.body)

    def _heed(self, message: Message) -> None:
        match message.header.fields.get(HeaderFields.member), message.body:
            case "WatchFired", (watch,) if watch == self._lull.id:
                self.lull_reached.emit()
            case "WatchFired", (watch,) if watch == self._idle.id and not self._is_away:
                # In this order: an input in between then shows in the time, and is not missed.
                self._return.ask_for_input()
                self._call("GetIdletime", self._tell_stopped)
            case "WatchFired", (watch,) if watch == self._return.id:
                self._return.forget()
                self._tell_resumed()

    def _tell_stopped(self, milliseconds: int) -> None:
        """Tells the silence's whole length: it may be older than the watch for it."""
        if milliseconds / 1000 >= self._idle_threshold:
            self._is_away = True
            self.input_stopped.emit(milliseconds / 1000)
        else:
            self._return.drop()

    def _tell_resumed(self) -> None:
        if self._is_away:
            self._is_away = False
            self.input_resumed.emit()

    @Slot("QDBusMessage")
    def _heed_owner(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [_, _, ""]:
                self._lose(N_("GNOME's compositor has ended"))

    def _lose(self, why: str) -> None:
        self.lost.emit(why)
        self.close()


class _Watch:
    """One of Mutter's watches at a time; `id` is known once Mutter has answered."""

    def __init__(self, call: Callable[..., None]) -> None:
        self.id: int | None = None
        self._call = call
        self._asked = 0

    def ask_for_silence(self, seconds: float) -> None:
        """Fires at the end of each so many seconds of silence."""
        self.drop()
        self._call("AddIdleWatch", partial(self._note, self._asked), "t", round(seconds * 1000))

    def ask_for_input(self) -> None:
        """Fires at the next input, once."""
        self.drop()
        self._call("AddUserActiveWatch", partial(self._note, self._asked))

    def drop(self) -> None:
        """No longer wanted; nor is one that Mutter has not answered yet."""
        if self.id is not None:
            self._call("RemoveWatch", _ignore, "u", self.id)
        self.forget()

    def forget(self) -> None:
        """It has fired, and Mutter forgets it by itself."""
        self.id = None
        self._asked += 1

    def _note(self, asked: int, number: int) -> None:
        if asked == self._asked:
            self.id = number
        else:
            self._call("RemoveWatch", _ignore, "u", number)


def _ignore() -> None:
    """Nothing is told of a watch that is removed."""
