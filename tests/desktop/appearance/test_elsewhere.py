"""The wishes on Windows and macOS, by fakes of their calls; and a way that fails."""

from __future__ import annotations

from ctypes import POINTER, c_int, cast
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskstretch.desktop.appearance.choose import ways_of
from deskstretch.desktop.appearance.macos import reduce_motion
from deskstretch.desktop.appearance.port import REDUCED_MOTION, Appearance, Way
from deskstretch.desktop.appearance.windows import client_area_animation
from deskstretch.desktop.disturbance.source import DisturbanceSource


class User32:
    """SystemParametersInfo, as it is documented for SPI_GETCLIENTAREAANIMATION."""

    def __init__(self) -> None:
        self.animates = True

    def SystemParametersInfoW(self, action: int, size: int, to: Any, how: int) -> int:
        assert (action, size, how) == (0x1042, 0, 0)
        cast(to, POINTER(c_int)).contents.value = int(self.animates)
        return 1


class Function:
    """A function of a C library, which ctypes lets declare its types."""

    def __init__(self, does: Any) -> None:
        self._does = does

    def __call__(self, *arguments: Any) -> Any:
        return self._does(*arguments)


class ObjectiveC:
    """The runtime, as far as it is asked."""

    def __init__(self) -> None:
        self.reduces = False
        self.objc_getClass = Function({b"NSWorkspace": 1}.__getitem__)
        self.sel_registerName = Function(lambda name: name)
        self.objc_msgSend = Function(self._send)

    def _send(self, receiver: int, message: bytes) -> Any:
        match receiver, message:
            case 1, b"sharedWorkspace":
                return 2
            case 2, b"accessibilityDisplayShouldReduceMotion":
                return self.reduces
        raise AssertionError(message)


@pytest.mark.usefixtures("qapp")
def test_windows_is_asked_again_before_something_moves() -> None:
    user32 = User32()
    way = Way("it", (REDUCED_MOTION,), lambda parent: client_area_animation(parent, user32))
    appearance = Appearance((way,))
    appearance.begin()
    assert not appearance.reduced_motion
    user32.animates = False
    appearance.look_again()
    assert appearance.reduced_motion


@pytest.mark.usefixtures("qapp")
def test_macos_is_asked_again_before_something_moves() -> None:
    runtime = ObjectiveC()
    way = Way("it", (REDUCED_MOTION,), lambda parent: reduce_motion(parent, runtime))
    appearance = Appearance((way,))
    appearance.begin()
    assert not appearance.reduced_motion
    runtime.reduces = True
    appearance.look_again()
    assert appearance.reduced_motion


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.usefixtures("qapp")
def test_each_system_has_a_way_that_says_why_it_serves_nowhere_else(platform: str) -> None:
    appearance = Appearance(ways_of(platform, {}))
    appearance.begin()
    assert [each.why_not for each in appearance.adapters if each.why_not is None] == []
    assert not appearance.reduced_motion


class Odd(DisturbanceSource):
    """Tells its wish, and then fails."""

    is_closed = False

    def begin(self) -> None:
        self.told.emit((REDUCED_MOTION,))

    def close(self) -> None:
        self.is_closed = True


def test_a_way_that_fails_takes_its_wish_back_and_the_next_is_tried(qtbot: QtBot) -> None:
    made: list[Odd] = []

    def make(parent: QObject) -> Odd:
        made.append(Odd(parent))
        return made[-1]

    def break_down(_parent: QObject) -> DisturbanceSource:
        raise ZeroDivisionError

    appearance = Appearance(
        (
            Way("odd", (REDUCED_MOTION,), make, Way("other", (REDUCED_MOTION,), make)),
            Way("broken", (REDUCED_MOTION,), break_down),
        )
    )
    with qtbot.waitSignal(appearance.changed):
        appearance.begin()
    assert appearance.reduced_motion
    with qtbot.assertNotEmitted(appearance.changed):
        made[0].failed.emit("no more")
    assert made[0].is_closed
    assert appearance.reduced_motion  # by the other one
    made[1].lost.emit("nor that")
    assert not appearance.reduced_motion
    assert {each.name: each.why_not for each in appearance.adapters} == {
        "odd": "no more",
        "other": "nor that",
        "broken": "ZeroDivisionError: ",
    }
    appearance.close()
