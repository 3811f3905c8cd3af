"""One answer of several signs, which are made up here."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskstretch.core.reasons import CAMERA, DO_NOT_DISTURB, FULL_SCREEN, MICROPHONE
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.desktop.disturbance.port import Adapter, Disturbance, Offer, Reading
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.presence.source import NotOfferedError

EVERYTHING = DisturbanceSettings()


class MadeUp(DisturbanceSource):
    """Finds what it is told to find."""

    def __init__(self, *at_once: str) -> None:
        super().__init__()
        self.at_once = at_once
        self.asked: list[str] = []

    def begin(self) -> None:
        self.asked.append("begin")
        if self.at_once:
            self.told.emit(self.at_once)

    def look_again(self) -> None:
        self.asked.append("look again")

    def close(self) -> None:
        self.asked.append("close")

    @guarded
    def stumble(self) -> None:
        raise ValueError("what is that?")


class Desk:
    """A disturbance of made-up offers, what it told, and the sources as they were made."""

    def __init__(self) -> None:
        self.made: list[MadeUp] = []
        self.told: list[tuple[str, ...]] = []
        self._offers: list[Offer] = []
        self.disturbance = Disturbance((), EVERYTHING)

    def offer(
        self, name: str, *tells: str, at_once: tuple[str, ...] = (), fails: Exception | None = None
    ) -> None:
        def make(_settings: DisturbanceSettings, _parent: QObject) -> DisturbanceSource:
            if fails is not None:
                raise fails
            self.made.append(MadeUp(*at_once))
            return self.made[-1]

        self._offers.append(Offer(name, tells, make))
        self.disturbance = Disturbance(self._offers, EVERYTHING)
        self.disturbance.changed.connect(self.told.append)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def take_a_turn() -> None:
    """Let everything happen that is due now."""
    QTest.qWait(1)


def watch(disturbance: Disturbance) -> None:
    """Until all that there is has been tried."""
    disturbance.watch(True)
    while not disturbance.has_tried_all:
        QCoreApplication.processEvents()


def test_nothing_is_made_before_somebody_watches(desk: Desk) -> None:
    desk.offer("made up", CAMERA)
    assert (desk.made, desk.disturbance.adapters) == ([], ())
    desk.disturbance.watch(False)
    assert desk.made == []


def test_what_is_found_at_once_is_told_soon_and_once(desk: Desk, qtbot: QtBot) -> None:
    desk.offer("one", CAMERA, at_once=(CAMERA,))
    desk.offer("other", MICROPHONE, at_once=(MICROPHONE, MICROPHONE))
    desk.disturbance.watch(True)
    desk.disturbance.watch(True)
    assert (desk.made, desk.told) == ([], [])
    qtbot.waitUntil(lambda: bool(desk.told))
    assert desk.told == [(CAMERA, MICROPHONE)]
    assert len(desk.made) == 2


def test_changes_are_told_and_repetitions_are_not(desk: Desk) -> None:
    desk.offer("made up", CAMERA)
    watch(desk.disturbance)
    for found in ((), (CAMERA,), (CAMERA,), ()):
        desk.made[0].told.emit(found)
        take_a_turn()
    assert desk.told == [(CAMERA,), ()]


def test_when_nobody_watches_all_is_let_go_of_and_known_anew_next_time(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.offer("made up", CAMERA, at_once=(CAMERA,))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: len(desk.told) == 1)
    desk.disturbance.watch(False)
    assert desk.made[0].asked == ["begin", "close"]
    assert (desk.disturbance.reasons, desk.disturbance.readings()) == ((), ())
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: len(desk.told) == 2)
    assert desk.told == [(CAMERA,), (CAMERA,)]
    assert len(desk.made) == 2


def test_nothing_is_told_after_the_watch_has_ended(desk: Desk) -> None:
    desk.offer("made up", CAMERA, at_once=(CAMERA,))
    watch(desk.disturbance)
    desk.disturbance.close()
    take_a_turn()
    assert desk.told == []


def test_what_was_not_tried_yet_is_not_tried_after_the_watch_has_ended(desk: Desk) -> None:
    desk.offer("made up", CAMERA)
    desk.disturbance.watch(True)
    desk.disturbance.watch(False)
    take_a_turn()
    assert desk.made == []


def test_what_is_not_offered_or_fails_is_noted_and_the_others_serve(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.offer("absent", CAMERA, fails=NotOfferedError("no camera here"))
    desk.offer("broken", CAMERA, fails=OSError("no such file"))
    desk.offer("sound", FULL_SCREEN, at_once=(FULL_SCREEN,))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: desk.told == [(FULL_SCREEN,)])
    assert desk.disturbance.adapters == (
        Adapter("absent", (CAMERA,), "no camera here"),
        Adapter("broken", (CAMERA,), "it failed: OSError: no such file"),
        Adapter("sound", (FULL_SCREEN,)),
    )
    assert desk.disturbance.readings() == (Reading("sound", (FULL_SCREEN,)),)


def test_a_source_that_is_lost_holds_nothing_back_and_may_come_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.offer("made up", CAMERA, at_once=(CAMERA,))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: desk.told == [(CAMERA,)])
    desk.made[0].lost.emit("unplugged")
    qtbot.waitUntil(lambda: desk.told == [(CAMERA,), ()])
    assert desk.disturbance.adapters[0].why_not == "unplugged"
    assert desk.disturbance.readings() == (Reading("made up", None),)
    desk.made[0].told.emit((CAMERA,))
    qtbot.waitUntil(lambda: desk.told == [(CAMERA,), (), (CAMERA,)])
    assert desk.disturbance.adapters[0].why_not is None


def test_a_source_that_stumbles_is_let_go_of(desk: Desk, qtbot: QtBot) -> None:
    desk.offer("made up", CAMERA, at_once=(CAMERA,))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: desk.told == [(CAMERA,)])
    desk.made[0].stumble()
    qtbot.waitUntil(lambda: desk.told == [(CAMERA,), ()])
    assert desk.disturbance.adapters[0].why_not == "it failed: ValueError: what is that?"
    assert desk.made[0].asked[-1] == "close"
    assert desk.disturbance.readings() == ()


def test_what_is_switched_off_is_not_even_looked_for(desk: Desk) -> None:
    desk.offer("made up", CAMERA, at_once=(CAMERA,))
    desk.disturbance.follow(DisturbanceSettings(camera=False))
    watch(desk.disturbance)
    assert desk.made == []
    assert desk.disturbance.adapters[0].why_not == "switched off in the settings"


def test_of_several_things_only_those_heeded_count(desk: Desk, qtbot: QtBot) -> None:
    desk.offer("made up", CAMERA, MICROPHONE, at_once=(CAMERA, MICROPHONE))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: desk.told == [(CAMERA, MICROPHONE)])
    desk.disturbance.follow(DisturbanceSettings(camera=False))
    qtbot.waitUntil(lambda: desk.told[1:] == [(MICROPHONE,)])
    assert desk.disturbance.readings() == (Reading("made up", (CAMERA, MICROPHONE)),)


def test_switching_off_all_that_held_back_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.offer("made up", DO_NOT_DISTURB, at_once=(DO_NOT_DISTURB,))
    desk.disturbance.watch(True)
    qtbot.waitUntil(lambda: desk.told == [(DO_NOT_DISTURB,)])
    off = msgspec.structs.replace(EVERYTHING, do_not_disturb=False)
    desk.disturbance.follow(off)
    qtbot.waitUntil(lambda: desk.told == [(DO_NOT_DISTURB,), ()])


def test_a_window_of_our_own_that_fills_the_screen_is_no_disturbance(desk: Desk) -> None:
    desk.offer("windows", FULL_SCREEN)
    desk.offer("camera", CAMERA)
    watch(desk.disturbance)
    windows, camera = desk.made
    desk.disturbance.tell_own_full_screen(True)
    windows.told.emit((FULL_SCREEN,))
    camera.told.emit((CAMERA,))
    take_a_turn()
    assert desk.told == [(CAMERA,)]
    # It goes, and the desktop notices a moment later.
    desk.disturbance.tell_own_full_screen(False)
    camera.told.emit(())
    take_a_turn()
    assert desk.told[1:] == [()]
    windows.told.emit(())
    take_a_turn()
    windows.told.emit((FULL_SCREEN,))
    take_a_turn()
    assert desk.told[2:] == [(FULL_SCREEN,)]
