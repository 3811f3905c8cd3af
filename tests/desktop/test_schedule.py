"""Wall-clock jobs run once each, in Qt's thread, whatever the clock, the zone or sleep did."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskstretch.desktop.schedule import TimesOfDay, WallClockSchedule


@pytest.fixture
def schedule(qtbot: QtBot) -> Iterator[WallClockSchedule]:
    schedule = WallClockSchedule()
    yield schedule
    schedule.stop()


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(milliseconds=20)


def test_a_call_at_a_time_comes_once_and_in_the_thread_of_qt(
    schedule: WallClockSchedule, qtbot: QtBot
) -> None:
    calls: list[str] = []
    schedule.at("backup", soon(), lambda: calls.append(threading.current_thread().name))
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(50)
    assert calls == [threading.main_thread().name]


def test_a_time_that_is_past_is_made_up_for(schedule: WallClockSchedule, qtbot: QtBot) -> None:
    calls: list[str] = []
    schedule.at("backup", datetime.now(UTC) - timedelta(days=3), lambda: calls.append("backup"))
    qtbot.waitUntil(lambda: calls == ["backup"])


def test_planning_a_name_again_replaces_it(schedule: WallClockSchedule, qtbot: QtBot) -> None:
    calls: list[str] = []
    schedule.at("pause over", soon(), lambda: calls.append("first"))
    schedule.at("pause over", soon(), lambda: calls.append("second"))
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(50)
    assert calls == ["second"]


def test_a_call_may_plan_itself_anew(schedule: WallClockSchedule, qtbot: QtBot) -> None:
    calls: list[int] = []

    def again() -> None:
        calls.append(len(calls))
        if len(calls) < 3:
            schedule.at("again", soon(), again)

    schedule.at("again", soon(), again)
    qtbot.waitUntil(lambda: calls == [0, 1, 2])


def test_a_cancelled_call_does_not_come(schedule: WallClockSchedule, qtbot: QtBot) -> None:
    calls: list[str] = []
    schedule.at("unwanted", soon(), lambda: calls.append("unwanted"))
    schedule.at("wanted", soon() + timedelta(milliseconds=50), lambda: calls.append("wanted"))
    schedule.cancel("unwanted")
    schedule.cancel("never planned")
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == ["wanted"]


def test_a_failing_call_is_logged_and_disturbs_no_other(
    schedule: WallClockSchedule, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[str] = []

    def fail() -> None:
        raise OSError("disk full")

    schedule.at("a backup", soon(), fail)
    schedule.at("b summary", soon(), lambda: calls.append("summary"))
    qtbot.waitUntil(lambda: calls == ["summary"])
    assert "disk full" in caplog.text


def test_planning_anew_again_and_again_leaves_one_timer(
    schedule: WallClockSchedule, qtbot: QtBot
) -> None:
    from deskstretch.desktop.one_timer_scheduler import OneTimerScheduler

    for minutes in range(50):
        schedule.at("due", datetime.now(UTC) + timedelta(minutes=minutes + 1), lambda: None)
    scheduler = schedule._scheduler
    assert isinstance(scheduler, OneTimerScheduler)
    woken: list[int] = []
    scheduler._wake_timer.timeout.connect(lambda: woken.append(1))
    qtbot.wait(200)
    assert len(woken) <= 1  # the first look at the clock, not one for each plan


def test_repeated_times_follow_the_person_into_another_zone(qtbot: QtBot) -> None:
    zones: list[tzinfo] = [ZoneInfo("Europe/Berlin")]
    schedule = WallClockSchedule(zone=lambda: zones[-1])
    schedule.at("soon", soon(), lambda: None)
    schedule.every("work starts", TimesOfDay(hour="9", day_of_week="mon-fri"), lambda: None)
    assert next_time(schedule, "work starts").utcoffset() in (
        timedelta(hours=1),
        timedelta(hours=2),
    )
    zones.append(ZoneInfo("Asia/Tokyo"))
    schedule.replan()
    planned = next_time(schedule, "work starts")
    assert (planned.hour, planned.utcoffset()) == (9, timedelta(hours=9))
    schedule.stop()


def test_times_slept_through_are_made_up_for_once(
    schedule: WallClockSchedule, qtbot: QtBot
) -> None:
    calls: list[str] = []
    schedule.at("soon", soon(), lambda: None)
    schedule.every("summary", TimesOfDay(hour="9"), lambda: calls.append("summary"))
    scheduler = schedule._scheduler
    assert scheduler is not None
    three_days_ago = datetime.now(UTC) - timedelta(days=3)
    scheduler.modify_job("summary", next_run_time=three_days_ago)
    schedule.replan()
    assert calls == ["summary"]
    assert next_time(schedule, "summary") > datetime.now(UTC)


class Clock:
    """Ten in the morning in Berlin, until told otherwise."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 18, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fixed(qtbot: QtBot, clock: Clock) -> Iterator[WallClockSchedule]:
    schedule = WallClockSchedule(zone=lambda: ZoneInfo("Europe/Berlin"), now=clock)
    yield schedule
    schedule.stop()


def test_a_time_far_off_is_waited_for_without_apscheduler(
    fixed: WallClockSchedule, clock: Clock
) -> None:
    fixed.every("new day", TimesOfDay(hour="0"), lambda: None)
    fixed.every("lunch", TimesOfDay(hour="12", minute="30"), lambda: None)
    assert fixed._scheduler is None
    # An hour before the first of them, in case the clocks are changed.
    assert fixed._need.interval() == timedelta(hours=1, minutes=30) / timedelta(milliseconds=1)
    fixed.cancel("lunch")
    fixed.replan()
    assert fixed._need.interval() == timedelta(hours=13) / timedelta(milliseconds=1)


def test_apscheduler_has_it_in_time(fixed: WallClockSchedule, clock: Clock) -> None:
    fixed.every("new day", TimesOfDay(hour="0"), lambda: None)
    clock.time += timedelta(hours=13)
    fixed._need.timeout.emit()
    assert next_time(fixed, "new day") == datetime(2026, 11, 18, 23, tzinfo=UTC)
    assert not fixed._need.isActive()


def test_a_time_less_than_an_hour_off_is_apschedulers_at_once(
    fixed: WallClockSchedule, clock: Clock
) -> None:
    fixed.every("new day", TimesOfDay(hour="0"), lambda: None)
    fixed.every("soon", TimesOfDay(hour="10", minute="59"), lambda: None)
    assert next_time(fixed, "soon") == datetime(2026, 11, 18, 9, 59, tzinfo=UTC)
    assert next_time(fixed, "new day") == datetime(2026, 11, 18, 23, tzinfo=UTC)


def test_a_time_that_is_no_plain_number_is_apschedulers_at_once(fixed: WallClockSchedule) -> None:
    fixed.every("each quarter", TimesOfDay(minute="*/15"), lambda: None)
    assert fixed._scheduler is not None


def test_a_night_slept_through_before_apscheduler_was_needed_is_made_up_for_once(
    fixed: WallClockSchedule, clock: Clock, qtbot: QtBot
) -> None:
    calls: list[str] = []
    clock.time = datetime.now(UTC) - timedelta(days=3)
    at = (clock.time + timedelta(hours=12)).astimezone(ZoneInfo("Europe/Berlin"))
    fixed.every("new day", TimesOfDay(hour=str(at.hour)), lambda: calls.append("new day"))
    assert fixed._scheduler is None
    clock.time = datetime.now(UTC)
    fixed.replan()
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(50)
    assert calls == ["new day"]


@given(
    minutes=st.integers(0, 2 * 365 * 24 * 60),
    zone=st.sampled_from(["Europe/Berlin", "America/St_Johns", "Africa/Cairo", "Asia/Tokyo"]),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    day=st.sampled_from(["*", "mon", "sat", "mon-fri"]),
)
def test_nothing_is_due_before_it_is_looked_for(
    minutes: int, zone: str, hour: int, minute: int, day: str
) -> None:
    from deskstretch.desktop.one_timer_scheduler import CronTrigger

    local = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(
        ZoneInfo(zone)
    )
    first = CronTrigger(
        minute=str(minute), hour=str(hour), day_of_week=day, timezone=ZoneInfo(zone)
    ).get_next_fire_time(None, local)
    looked_for = TimesOfDay(str(minute), str(hour), day).not_before(local)
    assert first.astimezone(UTC) >= looked_for.astimezone(UTC) - timedelta(hours=1)


def test_without_jobs_apscheduler_is_not_loaded_and_with_jobs_asyncio_is_not() -> None:
    script = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from deskstretch.desktop.schedule import WallClockSchedule\n"
        "qt = QCoreApplication([])\n"
        "schedule = WallClockSchedule()\n"
        "schedule.replan(); schedule.cancel('none')\n"
        "assert 'apscheduler' not in sys.modules\n"
        "schedule.at('job', datetime.now(UTC), print)\n"
        "assert 'apscheduler' in sys.modules\n"
        "spared = {'asyncio', 'multiprocessing', 'importlib.metadata', 'ssl', 'tzlocal'}\n"
        "assert not spared & sys.modules.keys(), spared & sys.modules.keys()\n"
        "import asyncio, importlib.metadata, tzlocal\n"
        "assert asyncio.run and importlib.metadata.files and tzlocal.get_localzone_name\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def next_time(schedule: WallClockSchedule, name: str) -> datetime:
    scheduler = schedule._scheduler
    assert scheduler is not None
    planned = scheduler.get_job(name).next_run_time
    assert isinstance(planned, datetime)
    return planned


def test_stopping_ends_all_calls(qtbot: QtBot) -> None:
    calls: list[str] = []
    schedule = WallClockSchedule()
    schedule.at("late", soon(), lambda: calls.append("late"))
    schedule.stop()
    qtbot.wait(100)
    assert calls == []
