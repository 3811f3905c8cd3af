"""The alarm rings once, when its time has come by the monotonic clock and not before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from deskstretch.desktop.alarm import MonotonicAlarm


class FakeSeconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def rings_of(alarm: MonotonicAlarm) -> list[str]:
    rings: list[str] = []
    alarm.rang.connect(lambda: rings.append("rang"))
    return rings


def test_it_rings_when_its_time_has_come(qtbot: QtBot) -> None:
    seconds = FakeSeconds()
    alarm = MonotonicAlarm(read_seconds=seconds)
    rings = rings_of(alarm)
    alarm.set_for(1060.0)
    seconds.now = 1060.0
    alarm.replan()
    alarm.replan()
    assert rings == ["rang"]


def test_a_timer_that_fires_too_early_waits_for_the_rest(qtbot: QtBot) -> None:
    seconds = FakeSeconds()
    alarm = MonotonicAlarm(read_seconds=seconds)
    rings = rings_of(alarm)
    alarm.set_for(1000.05)
    qtbot.wait(100)  # the timer has fired, yet the clock stands still
    assert rings == []
    seconds.now = 1001.0
    qtbot.waitUntil(lambda: rings == ["rang"])


def test_a_suspend_is_noticed_on_resume(qtbot: QtBot) -> None:
    seconds = FakeSeconds()
    alarm = MonotonicAlarm(read_seconds=seconds)
    rings = rings_of(alarm)
    alarm.set_for(1000.0 + 45 * 60)
    seconds.now += 8 * 3600
    assert rings == []
    alarm.replan()
    assert rings == ["rang"]


def test_a_time_in_the_past_rings_soon_but_not_in_the_midst_of_the_call(qtbot: QtBot) -> None:
    alarm = MonotonicAlarm(read_seconds=FakeSeconds())
    rings = rings_of(alarm)
    alarm.set_for(5.0)
    assert rings == []
    qtbot.waitUntil(lambda: rings == ["rang"])


def test_setting_it_for_nothing_silences_it(qtbot: QtBot) -> None:
    alarm = MonotonicAlarm(read_seconds=FakeSeconds())
    rings = rings_of(alarm)
    alarm.set_for(1000.01)
    alarm.set_for(None)
    alarm.replan()
    qtbot.wait(50)
    assert rings == []


def test_a_ring_may_set_the_alarm_again(qtbot: QtBot) -> None:
    seconds = FakeSeconds()
    alarm = MonotonicAlarm(read_seconds=seconds)
    rings = rings_of(alarm)

    def set_again() -> None:
        if len(rings) < 3:
            alarm.set_for(seconds.now)

    alarm.rang.connect(set_again)
    alarm.set_for(seconds.now)
    qtbot.waitUntil(lambda: len(rings) == 3)


def test_a_time_years_away_does_not_overflow_the_timer(qtbot: QtBot) -> None:
    alarm = MonotonicAlarm(read_seconds=FakeSeconds())
    rings = rings_of(alarm)
    alarm.set_for(1000.0 + 10 * 365 * 86400)
    qtbot.wait(50)
    assert rings == []
