"""The weekly summary is told when it was asked for, and leads to the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.settings import ReviewSettings, Settings
from deskstretch.desktop.notifications.service import Notice
from deskstretch.desktop.schedule import TimesOfDay
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.wiring.weekly_summary import WeeklySummary

FRIDAY = date(2026, 11, 20)


class PretendSchedule:
    """Knows what is planned."""

    def __init__(self) -> None:
        self.planned: dict[str, TimesOfDay] = {}
        self.plans_made = 0

    def at(self, name: str, when: datetime, call: Callable[[], object]) -> None:
        raise AssertionError("a summary repeats")

    def every(self, name: str, times: TimesOfDay, call: Callable[[], object]) -> None:
        self.planned[name] = times
        self.plans_made += 1

    def cancel(self, name: str) -> None:
        self.planned.pop(name, None)

    def replan(self) -> None:
        pass

    def stop(self) -> None:
        pass


class PretendNotifications(QObject):
    """Keeps what is shown."""

    button_pressed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, Notice] = {}
        self.begun = False

    def begin(self) -> None:
        self.begun = True

    def show(self, name: str, notice: Notice) -> None:
        self.shown[name] = notice


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    return find_folders()


@pytest.fixture
def schedule() -> PretendSchedule:
    return PretendSchedule()


@pytest.fixture
def notifications() -> PretendNotifications:
    return PretendNotifications()


@pytest.fixture
def summary(
    qtbot: QtBot, folders: Folders, schedule: PretendSchedule, notifications: PretendNotifications
) -> WeeklySummary:
    return WeeklySummary(
        folders,
        schedule,
        lambda: FRIDAY,
        notifications=notifications,  # type: ignore[arg-type]
    )


def on(day: str, at: str = "16:00") -> Settings:
    return Settings(
        review=msgspec.convert({"summary_day": day, "summary_time": at}, ReviewSettings)
    )


def test_nothing_is_planned_unless_a_day_is_named(
    summary: WeeklySummary, schedule: PretendSchedule
) -> None:
    summary.follow(Settings())
    assert schedule.planned == {}


def test_it_is_planned_for_the_day_and_time_that_were_chosen_and_moves_with_them(
    summary: WeeklySummary, schedule: PretendSchedule
) -> None:
    summary.follow(on("friday", "15:45"))
    assert list(schedule.planned.values()) == [TimesOfDay("45", "15", "fri")]
    summary.follow(on("friday", "15:45"))
    assert schedule.plans_made == 1
    summary.follow(on("monday", "09:00"))
    assert list(schedule.planned.values()) == [TimesOfDay("00", "09", "mon")]
    summary.follow(on("off"))
    assert schedule.planned == {}
    summary.follow(on("monday", "09:00"))
    assert len(schedule.planned) == 1


def test_it_tells_the_week_and_leads_to_it(
    summary: WeeklySummary, folders: Folders, notifications: PretendNotifications, qtbot: QtBot
) -> None:
    history = History.open(folders.history_file)
    at = datetime(2026, 11, 17, 10, tzinfo=UTC)
    history.close_break(history.open_break(at, 2700), Outcome.TAKEN, at)
    history.close()
    summary.tell()
    assert (notifications.begun, notifications.shown) == (True, {})
    qtbot.waitUntil(lambda: notifications.shown != {})
    ((name, notice),) = notifications.shown.items()
    assert notice.body == "1 of 1 breaks taken (100 %)."
    assert notice.opens == "Show"
    with qtbot.waitSignal(summary.week_wanted):
        notifications.button_pressed.emit(name, "default", "")


def test_another_notice_does_not_open_the_week(
    summary: WeeklySummary, notifications: PretendNotifications, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(summary.week_wanted):
        notifications.button_pressed.emit("prompt", "start", "")


@pytest.mark.parametrize("damage", [None, b"this is no history" * 100])
def test_nothing_is_told_of_an_empty_or_unreadable_history(
    summary: WeeklySummary,
    folders: Folders,
    notifications: PretendNotifications,
    damage: bytes | None,
) -> None:
    if damage is not None:
        folders.history_file.write_bytes(damage)
    summary.tell()
    assert not notifications.begun
