"""Wall-clock jobs run once each, in Qt's thread, whatever the clock, the zone or sleep did."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
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
    schedule.every("summary", TimesOfDay(hour="9"), lambda: calls.append("summary"))
    scheduler = schedule._scheduler
    assert scheduler is not None
    three_days_ago = datetime.now(UTC) - timedelta(days=3)
    scheduler.modify_job("summary", next_run_time=three_days_ago)
    schedule.replan()
    assert calls == ["summary"]
    assert next_time(schedule, "summary") > datetime.now(UTC)


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
