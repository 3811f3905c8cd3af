"""Shortcuts on a real X server; xdotool is the person."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.combination import Combination
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.source import Binding
from deskstretch.desktop.shortcuts.x11_keys import X11Keys
from virtual_desktop import VirtualDesktop, wait_until

CTRL_ALT_B = Combination(("Ctrl", "Alt"), "B")
SUPER_F9 = Combination(("Super",), "F9")
CTRL_SHIFT_2 = Combination(("Ctrl", "Shift"), "2")
TAKEN = "another program has them"

Take = Callable[..., "Taken"]


class Taken:
    """Keys that are taken, and what they told."""

    def __init__(self, display: str, **wanted: Combination) -> None:
        self.keys = X11Keys(wanted, display)
        self.told: list[str] = []
        self.lost: list[str] = []
        self.keys.pressed.connect(self.told.append)
        self.keys.lost.connect(self.lost.append)


@pytest.fixture
def take(virtual_desktop: VirtualDesktop) -> Iterator[Take]:
    """Take keys on the virtual desktop, until the test is over."""
    all_taken: list[Taken] = []

    def take(**wanted: Combination) -> Taken:
        all_taken.append(Taken(virtual_desktop.env["DISPLAY"], **wanted))
        return all_taken[-1]

    yield take
    for taken in all_taken:
        taken.keys.close()


def test_each_combination_tells_its_own_order(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    taken = take(start=CTRL_ALT_B, snooze=SUPER_F9, skip=CTRL_SHIFT_2)
    assert taken.keys.bindings() == (
        Binding("start", "Ctrl+Alt+B"),
        Binding("snooze", "Super+F9"),
        Binding("skip", "Ctrl+Shift+2"),
    )
    virtual_desktop.key("super+F9", "ctrl+alt+b", "ctrl+shift+2", "ctrl+alt+b")
    qtbot.waitUntil(lambda: taken.told == ["snooze", "start", "skip", "start"])


def test_only_the_whole_combination_counts(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    taken = take(start=CTRL_ALT_B)
    virtual_desktop.key("b", "ctrl+b", "alt+b", "ctrl+alt+shift+b", "ctrl+alt+v", "ctrl+alt+b")
    qtbot.waitUntil(lambda: taken.told != [])
    assert taken.told == ["start"]


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_locks_make_no_difference(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take, lock: str
) -> None:
    taken = take(start=CTRL_ALT_B)
    virtual_desktop.key(lock)
    try:
        virtual_desktop.key("ctrl+alt+b")
        qtbot.waitUntil(lambda: taken.told == ["start"])
    finally:
        virtual_desktop.key(lock)


def test_a_key_that_is_held_down_counts_once(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    taken = take(start=CTRL_ALT_B, skip=SUPER_F9)
    env = virtual_desktop.env
    repeats = ("xset", "r", "rate", "100", "50")
    subprocess.run(repeats, env=env, check=True)
    hold = ("keydown", "ctrl", "keydown", "alt", "keydown", "b", "sleep", "0.5")
    release = ("keyup", "b", "keyup", "alt", "keyup", "ctrl")
    subprocess.run(("xdotool", *hold, *release), env=env, check=True)
    virtual_desktop.key("super+F9")
    qtbot.waitUntil(lambda: "skip" in taken.told)
    assert taken.told == ["start", "skip"]


def test_what_another_program_has_is_left_to_it_and_said(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    other = take(theirs=CTRL_ALT_B)
    taken = take(start=CTRL_ALT_B, skip=SUPER_F9)
    assert taken.keys.bindings() == (
        Binding("start", "Ctrl+Alt+B", TAKEN),
        Binding("skip", "Super+F9"),
    )
    virtual_desktop.key("ctrl+alt+b", "super+F9")
    qtbot.waitUntil(lambda: taken.told == ["skip"])
    assert other.told == ["theirs"]


def test_closed_it_gives_its_keys_back(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    first = take(start=CTRL_ALT_B)
    first.keys.close()
    second = take(start=CTRL_ALT_B)
    wait_until(lambda: second.keys.bindings() == (Binding("start", "Ctrl+Alt+B"),), "the keys")
    virtual_desktop.key("ctrl+alt+b")
    qtbot.waitUntil(lambda: second.told == ["start"])
    assert first.told == []


def test_keys_are_followed_to_where_another_layout_has_them(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, take: Take
) -> None:
    taken = take(start=Combination(("Ctrl", "Alt"), "A"))
    env = virtual_desktop.env
    try:
        # On this one A is where Q was.
        with qtbot.waitSignal(taken.keys.changed):
            subprocess.run(("setxkbmap", "fr"), env=env, check=True)
        virtual_desktop.key("ctrl+alt+q", "ctrl+alt+a")
        qtbot.waitUntil(lambda: taken.told != [])
        assert taken.told == ["start"]
    finally:
        subprocess.run(("setxkbmap", "us"), env=env, check=True)


def test_a_key_that_the_keyboard_lacks_is_said(take: Take) -> None:
    # Keyboards of X11 have keys up to F24 at most; this one has none for F24 itself.
    (binding,) = take(start=Combination(("Super",), "F24")).keys.bindings()
    assert binding.why_not == "the keyboard has no such key in its present layout"


def test_for_no_keys_it_only_finds_out_that_it_could(take: Take) -> None:
    taken = take()
    assert taken.keys.bindings() == ()
    assert taken.keys.why_not is None


def test_when_the_server_goes_that_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    number = tmp_path / "number"
    with number.open("wb") as told:
        command = ("Xvfb", "-displayfd", str(told.fileno()), "-nolisten", "tcp")
        server = subprocess.Popen(command, pass_fds=(told.fileno(),))
    wait_until(lambda: number.read_text().endswith("\n"), "the screen")
    taken = Taken(f":{number.read_text().strip()}", start=CTRL_ALT_B)
    server.terminate()
    server.wait()
    qtbot.waitUntil(lambda: taken.lost != [])
    qtbot.wait(50)
    assert taken.lost == ["X11: the server is gone"]


def test_without_a_server_the_reason_is_said() -> None:
    with pytest.raises(NotOfferedError, match="nobody answers"):
        X11Keys({}, ":31999")
