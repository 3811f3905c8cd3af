"""A combination of keys as a real keyboard sends it."""

from __future__ import annotations

import sys
from pathlib import Path

from virtual_desktop import VirtualDesktop, wait_until

PROGRAM = Path(__file__).with_name("combination_program.py")
PRESSED = {
    "ctrl+alt+s": "Ctrl+Alt+S",
    "ctrl+shift+2": "Ctrl+Shift+2",  # a sign on this layout
    "super+F9": "Super+F9",
    "ctrl+shift+Prior": "Ctrl+Shift+PageUp",
    "shift+super+Home": "Shift+Super+Home",
    "ctrl+alt+BackSpace": "Ctrl+Alt+Backspace",  # to be refused in words
    "BackSpace": "",
}


def test_each_combination_comes_as_it_is_written(virtual_desktop: VirtualDesktop) -> None:
    virtual_desktop.start(sys.executable, PROGRAM, log="keys")
    window = virtual_desktop.find_window(title="^Keys under test$")
    wait_until(lambda: virtual_desktop.focused_window() == window, "the keyboard")
    virtual_desktop.key(*PRESSED)
    log = virtual_desktop.log("keys")
    wait_until(lambda: log.read_text().count("\n") == len(PRESSED), "all keys")
    assert log.read_text().splitlines() == [*PRESSED.values()]
