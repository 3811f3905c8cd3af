"""The ear of the running app: commands come in by a local socket, answers go out."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.core.language import _
from deskstretch.desktop import control_socket

Handler = Callable[[str, dict[str, Any]], dict[str, Any]]
"""Answers a verb and its arguments with {"ok": True, ...} or {"ok": False, "message": ...}."""

_MOST_WAITING = 16
_PATIENCE_MS = 1_000
_REST_MS = 1_000

_log = logging.getLogger(__name__)


class _Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verb: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    arguments: dict[str, Any] = {}


class ControlServer(QObject):
    """Listens in a folder of the person's own and lets the handler answer, one line a visit.

    One visitor is heard at a time and for a short while; the others wait at the door. So neither
    many nor slow ones can hold up drawing, and nothing has to be freed when a visit ends. Whoever
    is another user, sends too much or no sense gets an error or nothing.
    """

    def __init__(self, handler: Handler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handler = handler
        self._folder = ""
        self._listener: socket.socket | None = None
        self._visitor: socket.socket | None = None
        self._received = bytearray()
        self._knocks = QSocketNotifier(QSocketNotifier.Type.Read, self)
        self._knocks.activated.connect(self._let_in)
        self._words = QSocketNotifier(QSocketNotifier.Type.Read, self)
        self._words.activated.connect(self._hear)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._see_out)

    def listen(self, folder: str) -> None:
        """Begins to listen; OSError where this folder or system does not allow it."""
        if not hasattr(socket, "AF_UNIX"):
            raise OSError(_("commands from outside cannot be heard on this system yet"))
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            control_socket.bind(listener, folder)
            listener.setblocking(False)
            listener.listen(_MOST_WAITING)
        except OSError:
            listener.close()
            raise
        self._listener, self._folder = listener, folder
        self._knocks.setSocket(listener.fileno())
        self._knocks.setEnabled(True)

    def close(self) -> None:
        """Stops listening and takes the socket away; who is being answered still is."""
        self._words.setEnabled(False)
        if self._listener is not None:
            self._knocks.setEnabled(False)
            self._listener.close()
            self._listener = None
            control_socket.remove(self._folder)

    def _let_in(self) -> None:
        assert self._listener is not None
        try:
            visitor, _address = self._listener.accept()
        except OSError as error:
            # Gone already; or no file handle is left, and trying on at once would never rest.
            _log.info("A command could not be taken: %s", error)
            self._knocks.setEnabled(False)
            self._patience.start(_REST_MS)
            return
        if control_socket.peer_uid(visitor) != control_socket.own_uid():
            visitor.close()
            return
        visitor.setblocking(False)
        visitor.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, control_socket.MESSAGE_LIMIT_BYTES)
        self._visitor = visitor
        self._received.clear()
        self._knocks.setEnabled(False)
        self._words.setSocket(visitor.fileno())
        self._words.setEnabled(True)
        self._patience.start(_PATIENCE_MS)

    def _hear(self) -> None:
        assert self._visitor is not None
        try:
            part = self._visitor.recv(control_socket.MESSAGE_LIMIT_BYTES)
        except BlockingIOError:
            return
        except OSError:
            self._see_out()
            return
        self._received += part
        line, line_end, _rest = self._received.partition(b"\n")
        if len(line) >= control_socket.MESSAGE_LIMIT_BYTES:
            self._reply(_refusal(_("not understood: the message is too long")))
        elif line_end:
            self._reply(self.answer(bytes(line)))
        elif not part:
            self._see_out()

    def _reply(self, answer: dict[str, Any]) -> None:
        """Sends without waiting: a new connection's buffer holds any answer within the limit."""
        assert self._visitor is not None
        try:
            self._visitor.send(msgspec.json.encode(answer) + b"\n")
        except OSError as error:
            _log.info("An answer could not be sent: %s", error)
        self._see_out()

    def _see_out(self) -> None:
        self._patience.stop()
        self._words.setEnabled(False)
        if self._visitor is not None:
            self._visitor.close()
            self._visitor = None
        self._knocks.setEnabled(self._listener is not None)

    def answer(self, line: bytes) -> dict[str, Any]:
        """What to say to one line; never raises."""
        try:
            command = msgspec.json.decode(line, type=_Command)
        except (ValueError, RecursionError) as error:
            return _refusal(_("not understood: {why}").format(why=error))
        try:
            return self._handler(command.verb, command.arguments)
        except Exception:
            _log.exception("The command %r failed.", command.verb)
            return _refusal(_("that failed; the log says why"))


def _refusal(message: str) -> dict[str, Any]:
    return {"ok": False, "message": message}
