"""When a system that tells nothing by itself is asked, and what is told of its answers."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskstretch.desktop.presence.polled_idle import PolledIdle

IDLE, LULL = 60.0, 5.0


class Desk:
    """A person's inputs at moments made up before, and a source that asks of them."""

    def __init__(self, *inputs: float) -> None:
        self.now = 0.0
        self.looked: list[float] = []
        self.told: list[str] = []
        self._inputs = (0.0, *inputs)
        self.source = PolledIdle(self._idle, clock=lambda: self.now)
        self.source.input_stopped.connect(lambda idle: self._note(f"stopped after {idle:g}"))
        self.source.input_resumed.connect(lambda: self._note("resumed"))
        self.source.lull_reached.connect(lambda: self._note("lull"))
        self.source.lost.connect(self._note)

    def live_until(self, end: float) -> None:
        """Look now, and then whenever the source has planned to."""
        self._look()
        while self.now + self.source.seconds_to_next_look <= end:
            self.now += max(self.source.seconds_to_next_look, 0.02)
            self._look()
        self.now = end

    def _look(self) -> None:
        self.looked.append(self.now)
        self.source.look()

    def _idle(self) -> float:
        return self.now - max(moment for moment in self._inputs if moment <= self.now)

    def _note(self, what: str) -> None:
        self.told.append(f"{self.now:g}: {what}")


def test_a_silence_is_told_when_it_is_long_enough_and_its_end_soon_after() -> None:
    desk = Desk(10, 25, 31.5, 300)
    desk.source.watch_idle(IDLE)
    desk.live_until(320)
    assert desk.told == ["91.5: stopped after 60", "301.5: resumed"]


def test_a_person_at_work_is_asked_about_about_once_in_the_threshold() -> None:
    desk = Desk(*(float(second) for second in range(0, 3600, 2)))
    desk.source.watch_idle(IDLE)
    desk.live_until(3599)
    assert len(desk.looked) <= 3600 / (IDLE - 2) + 1
    assert desk.told == []


def test_each_lull_is_told_once() -> None:
    desk = Desk(3, 20, 22, 24)
    desk.source.watch_lull(LULL)
    desk.live_until(60)
    assert desk.told == ["8: lull", "29: lull"]


def test_a_lull_that_is_there_already_is_told() -> None:
    desk = Desk()
    desk.source.watch_idle(IDLE)
    desk.live_until(40)
    desk.source.watch_lull(LULL)
    desk.live_until(41)
    assert desk.told == ["40: lull"]


def test_nothing_is_asked_while_nothing_is_watched() -> None:
    desk = Desk()
    desk.live_until(100)
    assert desk.source.seconds_to_next_look == math.inf
    desk.source.watch_lull(LULL)
    desk.live_until(200)
    desk.source.watch_lull(None)
    desk.live_until(300)
    assert desk.source.seconds_to_next_look == math.inf


def test_a_silence_with_another_threshold_still_ends() -> None:
    desk = Desk(100)
    desk.source.watch_idle(30)
    desk.live_until(50)
    desk.source.watch_idle(90)
    desk.live_until(200)
    assert desk.told == ["30: stopped after 30", "100: resumed", "190: stopped after 90"]


@given(st.lists(st.floats(0.5, 200), max_size=20))
def test_every_long_enough_silence_is_told_in_time(pauses: list[float]) -> None:
    inputs = [sum(pauses[: count + 1]) for count in range(len(pauses))]
    desk = Desk(*inputs)
    desk.source.watch_idle(IDLE)
    end = sum(pauses) + 2 * IDLE
    desk.live_until(end)
    long_ones = [
        first for first, next_one in pairwise([0, *inputs, end]) if next_one - first > IDLE + 5
    ]
    told = [float(line.split(":")[0]) for line in desk.told if "stopped" in line]
    for began in long_ones:
        assert any(began + IDLE <= moment + 0.01 <= began + IDLE + 5.1 for moment in told)


def test_a_system_that_no_longer_answers_is_given_up() -> None:
    def fail() -> float:
        raise OSError("no answer")

    source = PolledIdle(fail)
    lost: list[str] = []
    source.lost.connect(lost.append)
    source.watch_idle(IDLE)
    source.look()
    assert lost == ["no answer"]
    assert source.idle_seconds() is None


def test_it_asks_by_itself(qtbot: QtBot) -> None:
    source = PolledIdle(lambda: 61.0)
    with qtbot.waitSignal(source.input_stopped, timeout=20_000) as stopped:
        source.watch_idle(IDLE)
    assert stopped.args == [61.0]
    source.close()
