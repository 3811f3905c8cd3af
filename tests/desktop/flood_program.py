"""Throws messages at a control socket, as fast as they are taken.

    flood_program.py SOCKET COUNT

Sense and nonsense in turns; prints how many were answered as they should be.
"""

from __future__ import annotations

import json
import random
import socket
import sys

SENSE = b'{"verb": "status"}\n'


def message(chance: random.Random) -> tuple[bytes, bool | None]:
    """A message and what its answer says of it; None where it hangs up without waiting for one."""
    match chance.randrange(8):
        case 0:
            return SENSE, True
        case 1:
            return chance.randbytes(chance.randrange(1, 400)).replace(b"\n", b" ") + b"\n", False
        case 2:
            return b"[" * 60_000 + b"\n", False
        case 3:
            return b"x" * 65_536, False
        case 4:
            return b'{"verb": "status", "arguments": ' + b"9" * 5000 + b"}\n", False
        case 5:
            return SENSE[: chance.randrange(len(SENSE) - 1)], None
        case 6:
            return b"", None
        case _:
            return b'{"verb": "' + b"a" * 41 + b'"}\n', False


def is_answered_well(path: str, chance: random.Random) -> bool:
    words, expected = message(chance)
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(60)
        client.connect(path)
        try:
            client.sendall(words)
        except BrokenPipeError:  # it has heard enough
            return expected is False
        if expected is None:
            return True
        try:
            answer = json.loads(client.makefile("rb").readline())
        except ConnectionResetError:  # answered, and shut while the rest was still coming
            return expected is False
    return bool(answer["ok"]) is expected


def main(path: str, count: int) -> None:
    chance = random.Random(7)
    print(sum(is_answered_well(path, chance) for _ in range(count)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
