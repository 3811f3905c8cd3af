"""What was freed goes back to the system."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

from pytestqt.qtbot import QtBot

from deskstretch.desktop.freed_memory import FreedMemory

PROGRAM = """
import ctypes
from deskstretch.desktop.freed_memory import give_back
def resident():
    return int(open("/proc/self/statm").read().split()[1])
c = ctypes.CDLL(None)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
blocks = [c.malloc(1000) for _ in range(20_000)]
for block in blocks:
    ctypes.memset(block, 1, 1000)
for block in blocks[:-1]:
    c.free(block)
full = resident()
give_back()
print((full - resident()) * 4096)
"""


def test_freed_memory_goes_back_to_the_system_below_what_is_still_used() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    assert int(told.stdout) > 10_000_000


def test_what_only_refers_to_itself_is_gone_once_things_have_come_to_rest(qtbot: QtBot) -> None:
    class Window:
        itself: Window

    window = Window()
    window.itself = window
    left = weakref.ref(window)
    memory = FreedMemory()
    gc.disable()
    try:
        del window
        memory.give_back_soon()
        assert left() is not None
        qtbot.waitUntil(lambda: left() is None)
    finally:
        gc.enable()
