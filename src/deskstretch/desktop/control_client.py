"""Tells a running app what to do; without Qt, for it must start as fast as Python itself."""

from __future__ import annotations

import _socket

from deskstretch.core.language import _
from deskstretch.desktop import control_socket, quick_json


class NotRunningError(Exception):
    """No app of this user listens."""


class UntrustedError(Exception):
    """Something answers that is not this user's app, or not in its words; the text says what."""


def ask(verb: str, arguments: dict[str, object], timeout_seconds: float = 5.0) -> dict[str, object]:
    """The running app's answer; at least {"ok": bool}, and {"message": str} where not ok.

    Raises NotRunningError, or UntrustedError where the answer cannot be taken for the app's.
    """
    message = quick_json.dumps({"verb": verb, "arguments": arguments}).encode() + b"\n"
    return _parsed(_exchanged(message, timeout_seconds))


def _exchanged(message: bytes, timeout_seconds: float) -> bytes:
    if not hasattr(_socket, "AF_UNIX"):
        raise UntrustedError(_("a running DeskStretch cannot be reached on this system yet"))
    for folder in control_socket.runtime_folders():
        client = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        client.settimeout(timeout_seconds)
        try:
            control_socket.connect(client, folder)
        except PermissionError as refused:
            raise UntrustedError(str(refused)) from None
        except (FileNotFoundError, NotADirectoryError, ConnectionRefusedError):
            client.close()
            continue
        try:
            client.sendall(message)
            return _line_from(client)
        except TimeoutError:
            raise UntrustedError(_("DeskStretch is running but does not answer")) from None
        except ConnectionError:
            raise UntrustedError(_("DeskStretch broke off before answering")) from None
        finally:
            client.close()
    raise NotRunningError(_("DeskStretch is not running."))


def _line_from(client: _socket.socket) -> bytes:
    received = bytearray()
    while len(received) <= control_socket.MESSAGE_LIMIT_BYTES:
        part = client.recv(control_socket.MESSAGE_LIMIT_BYTES)
        received += part
        if not part or received.endswith(b"\n"):
            break
    if not received:
        raise ConnectionError
    return bytes(received)


def _parsed(line: bytes) -> dict[str, object]:
    try:
        answer = quick_json.loads(line.decode())
    except (ValueError, RecursionError):
        answer = None
    if not (isinstance(answer, dict) and isinstance(answer.get("ok"), bool)):
        raise UntrustedError(_("DeskStretch gave an answer that makes no sense"))
    return answer
