"""Clocks that jump, zones that change, days of 23 and 25 hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import ShowPrompt
from deskstretch.core.planner.rules import Rules
from deskstretch.core.working_hours import week_hours
from tests.core.planner.desk import HOUR, INTERVAL, MINUTE, MONDAY_MORNING, RULES, TOLERANCE, Desk

BERLIN = ZoneInfo("Europe/Berlin")
JUMPS = [timedelta(days=-400), timedelta(hours=-1), timedelta(hours=1), timedelta(days=400)]


@pytest.mark.parametrize("jump", JUMPS)
def test_a_jump_of_the_wall_clock_does_not_change_sitting_time(jump: timedelta) -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.move_clock(desk.now.wall + jump)
    assert desk.sitting == 20 * MINUTE
    desk.wait(10 * MINUTE)
    assert desk.sitting == 30 * MINUTE


@pytest.mark.parametrize("jump", JUMPS)
def test_a_jump_of_the_wall_clock_leaves_a_prompt_alone(jump: timedelta) -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.move_clock(desk.now.wall + jump)
    assert not desk.orders


@pytest.mark.parametrize("jump", JUMPS)
def test_a_snooze_and_a_pause_for_a_time_do_not_follow_the_wall_clock(jump: timedelta) -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(), e.PauseChosen(10 * MINUTE))
    desk.move_clock(desk.now.wall + jump)
    desk.wait(RULES.snooze_seconds - 1)
    assert desk.status.paused_until == desk.now.later(5 * MINUTE + 1).wall
    desk.tell(e.ResumeChosen())
    assert desk.status.state == "snoozed"


def test_a_pause_until_a_time_follows_the_wall_clock() -> None:
    desk = Desk()
    desk.tell(e.PauseUntilChosen(MONDAY_MORNING + timedelta(hours=5)))
    desk.move_clock(MONDAY_MORNING + timedelta(hours=4))
    assert desk.status.state == "paused"
    desk.move_clock(MONDAY_MORNING + timedelta(hours=5))
    assert desk.status.state == "working"


def test_the_hour_that_comes_twice_is_not_taken_for_the_end_of_a_pause() -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    desk = Desk(start=start)
    desk.tell(e.PauseUntilChosen(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)))
    desk.wait(HOUR)
    assert desk.status.state == "paused"
    desk.wait(HOUR - 1)
    assert desk.status.state == "paused"
    desk.wait(1)
    assert desk.status.state != "paused"


@pytest.mark.parametrize(
    "start",
    [datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN), datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)],
)
def test_sitting_time_does_not_know_summer_time(start: datetime) -> None:
    desk = Desk(start=start)
    desk.wait(INTERVAL - 1)
    assert not desk.wants.lull
    desk.wait(1)
    assert desk.wants.lull
    assert desk.sitting == INTERVAL


@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])  # noqa: DTZ001
def test_working_hours_open_by_the_clock_on_the_wall_when_summer_time_changes(
    day: datetime,
) -> None:
    """The offset that the shell reads stays fixed until it reads the clock anew."""
    rules = Rules(working_hours=week_hours(["09:00-18:00"] * 7))
    midnight = day.replace(tzinfo=BERLIN)
    desk = Desk(rules, midnight.astimezone(timezone(midnight.utcoffset() or timedelta())))
    opening = midnight.replace(hour=9)
    while desk.now.wall < opening + timedelta(minutes=1):
        wake = desk.wants.wake_at
        assert wake is not None
        assert wake.seconds_since(desk.now) <= HOUR
        assert not desk.heard(ShowPrompt)
        desk.now = wake
        local = wake.wall.astimezone(BERLIN)
        fixed = timezone(local.utcoffset() or timedelta())
        desk.now = Moment(wake.wall.astimezone(fixed), wake.monotonic_seconds)
        desk.tell(e.TimePassed())
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)
    assert desk.now.wall - opening == timedelta(minutes=1)


def test_a_trip_to_another_zone_moves_the_working_hours_along() -> None:
    rules = Rules(working_hours=week_hours(["09:00-18:00"] * 7))
    desk = Desk(rules, datetime(2026, 3, 2, 10, 0, tzinfo=UTC))
    desk.become_due()
    desk.travel(timezone(timedelta(hours=-8)))
    assert desk.status.held_back_by == ("outside working hours",)
    desk.travel(timezone(timedelta(hours=2)))
    desk.wait(RULES.release_seconds)
    assert desk.status.state == "waiting"


def test_a_day_that_ends_by_a_trip_ends_a_hold_back() -> None:
    desk = Desk(start=datetime(2026, 3, 2, 14, 0, tzinfo=UTC))
    desk.become_due()
    desk.tell(e.DisturbanceChanged(("meeting",)))
    desk.travel(timezone(timedelta(hours=12)))
    assert desk.outcomes == [Outcome.HELD_BACK]


def test_a_clock_set_back_to_yesterday_does_not_end_a_hold_back() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.DisturbanceChanged(("meeting",)))
    desk.move_clock(desk.now.wall - timedelta(days=1))
    assert not desk.outcomes


def test_a_monotonic_clock_that_runs_backward_stands_still() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.now = Moment(desk.now.wall, desk.now.monotonic_seconds - 100)
    desk.tell(e.TimePassed())
    assert desk.sitting == 10 * MINUTE
    desk.now = desk.now.later(130)
    desk.tell(e.TimePassed())
    assert desk.sitting == 10 * MINUTE + 30


def test_a_moment_reckoned_over_a_lost_hour_is_the_right_instant() -> None:
    before = Moment(datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN), 0.0)
    after = before.later(HOUR)
    assert after.wall == datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)
    assert after.wall.timestamp() - before.wall.timestamp() == HOUR
    assert after.later(-HOUR) == before


def test_closing_time_in_the_hour_that_comes_twice_is_waited_for_and_not_asked_for() -> None:
    rules = Rules(working_hours=week_hours(["22:00-02:55"] * 7))
    desk = Desk(rules, datetime(2026, 10, 25, 2, 1, fold=1, tzinfo=BERLIN))
    desk.become_due()
    assert desk.wants.wake_at == desk.now.later(TOLERANCE)
