"""The session bus, served by Qt's event loop, for calls that QtDBus cannot make from Python.

QtDBus sends every whole number as a signed one; services that want an unsigned one refuse that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Signal

from deskstretch.core.language import N_

Answer = Callable[[Message], None]


class Wire(QObject):
    """One connection. OSError or KeyError says that there is no bus."""

    signal_received = Signal(object)
    """A `Message` that `listen` asked for."""
    ended = Signal()
    """The bus is gone: no answer comes any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: DBusConnection = open_dbus_connection()
        self._answers: dict[int, Answer] = {}
        self._notifier = QSocketNotifier(
            self._connection.sock.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._receive)

    @property
    def is_open(self) -> bool:
        """Whether there still is a bus."""
        return self._notifier.isEnabled()

    def call(
        self, to: DBusAddress, method: str, signature: str, body: tuple[Any, ...], answer: Answer
    ) -> None:
        """Ask without waiting; `answer` is told the reply, or the error in its place."""
        serial = next(self._connection.outgoing_serial)
        self._answers[serial] = answer
        self._send(new_method_call(to, method, signature or None, body), serial)

    def listen(self, rule: MatchRule) -> None:
        """Hear signals of that kind."""
        self._send(message_bus.AddMatch(rule), next(self._connection.outgoing_serial))

    def close(self) -> None:
        """Let go of the bus."""
        self._notifier.setEnabled(False)
        self._answers.clear()
        self._connection.close()

    def _send(self, message: Message, serial: int) -> None:
        try:
            self._connection.send(message, serial)
        except OSError:
            self._end()

    def _receive(self) -> None:
        while self.is_open:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except OSError:
                self._end()
                return
            self._heed(message)

    def _heed(self, message: Message) -> None:
        match message.header.message_type:
            case MessageType.signal:
                self.signal_received.emit(message)
            case MessageType.method_return | MessageType.error:
                serial = message.header.fields[HeaderFields.reply_serial]
                answer = self._answers.pop(serial, None)
                if answer is not None:
                    answer(message)

    def _end(self) -> None:
        if self.is_open:
            self._notifier.setEnabled(False)
            self.ended.emit()


def is_error(message: Message) -> bool:
    """Whether a reply says that the call failed."""
    return message.header.message_type is MessageType.error


def error_words(message: Message) -> str:
    """What an error says of itself."""
    match message.body:
        case (str(words), *_) if words:
            return words
        case _:
            return str(message.header.fields.get(HeaderFields.error_name, N_("it failed")))
