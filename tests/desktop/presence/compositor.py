"""A Wayland compositor that offers what a test wants, and nothing to be seen."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from pathlib import Path
from typing import NamedTuple

DISPLAY, ERROR = 1, 0
IDLED, RESUMED = 0, 1

Offers = tuple[tuple[str, int], ...]
Request = tuple[str, int, tuple[int, ...]]


class Watch(NamedTuple):
    """What a program has asked to be told of."""

    id: int
    request: Request


class Compositor:
    """Serves one program from a thread; `offers` are interfaces with their versions."""

    def __init__(self, path: Path, offers: Offers) -> None:
        self.bound: dict[str, int] = {}
        self.watches: list[Watch] = []
        self.destroyed: list[int] = []
        self._offers = offers
        self._names = {DISPLAY: "wl_display"}
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._program = socket.socket()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def tell(
        self, object_id: int, opcode: int, body: bytes = b"", *, in_pieces: bool = False
    ) -> None:
        message = struct.pack("=IHH", object_id, opcode, 8 + len(body)) + body
        for piece in (message[:5], message[5:]) if in_pieces else (message,):
            self._program.sendall(piece)

    def object_to(self, object_id: int, text: str) -> None:
        self.tell(DISPLAY, ERROR, struct.pack("=II", object_id, 0) + string(text))

    def end(self) -> None:
        for end in (self._listener, self._program):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._thread.join()

    def _serve(self) -> None:
        received = b""
        with contextlib.suppress(OSError):
            self._program, _ = self._listener.accept()
            while data := self._program.recv(4096):
                received += data
                while len(received) >= 8:
                    object_id, opcode, size = struct.unpack_from("=IHH", received)
                    self._heed(
                        self._names.get(object_id, "watch"), object_id, opcode, received[8:size]
                    )
                    received = received[size:]

    def _heed(self, name: str, object_id: int, opcode: int, body: bytes) -> None:
        words = struct.unpack(f"={len(body) // 4}I", body)
        match name, opcode:
            case "wl_display", 0:  # sync
                self.tell(words[0], 0, struct.pack("=I", 0))
            case "wl_display", 1:  # get_registry
                self._names[words[0]] = "wl_registry"
                for number, (interface, version) in enumerate(self._offers):
                    offer = struct.pack("=I", number) + string(interface)
                    self.tell(words[0], 0, offer + struct.pack("=I", version))
            case "wl_registry", 0:  # bind
                interface, _ = self._offers[words[0]]
                self._names[words[-1]] = interface
                self.bound[interface] = words[-2]
            case "watch", 0:
                self.destroyed.append(object_id)
            case _:
                seat = next(number for number, name in self._names.items() if name == "wl_seat")
                said = tuple(0 if word == seat else word for word in words[1:])
                self.watches.append(Watch(words[0], (name, opcode, said)))


def string(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4)
