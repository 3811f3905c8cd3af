"""Large blocks stay apart from small ones, however many came and went."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import ctypes, sys
from deskstretch.desktop.steady_memory import give_back_large_blocks

class Counts(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd",
        "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
    )]

c = ctypes.CDLL(None)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
c.mallinfo2.restype = Counts
if sys.argv[1:]:
    give_back_large_blocks()
before = c.mallinfo2().hblks
c.free(c.malloc(10_000_000))
block = c.malloc(1_000_000)
print(c.mallinfo2().hblks - before)
"""


def blocks_apart(*arguments: str) -> int:
    command = (sys.executable, "-c", PROGRAM, *arguments)
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_large_block_is_one_of_its_own_after_a_larger_one_was_freed() -> None:
    assert blocks_apart() == 0  # or else there is nothing to be done here
    assert blocks_apart("told so") == 1
