from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.status_words import sitting_line, status_headline

NOW = datetime(2026, 11, 18, 13, 30, tzinfo=UTC)
WORKING = Status(
    state=StateName.WORKING,
    sitting_seconds=33 * 60,
    ring=0.73,
    next_prompt_at=NOW + timedelta(minutes=12),
    due_since=None,
    held_back_by=(),
    snoozes_left=2,
    paused_until=None,
)


def headline(**changes: object) -> str:
    return status_headline(replace(WORKING, **changes), NOW)


def test_while_working_the_time_left_is_said() -> None:
    assert headline() == "Next stretch in 12 min"


def test_a_prompt_beyond_the_working_hours_is_said_as_a_time_of_day() -> None:
    tomorrow = NOW.replace(day=19, hour=9, minute=0)
    assert headline(next_prompt_at=tomorrow) == "Next stretch tomorrow 09:00"


def test_during_a_meeting_no_time_is_promised() -> None:
    met = headline(next_prompt_at=None, held_back_by=("meeting",))
    assert met == "Next stretch when you are free"


def test_during_a_short_absence_no_time_is_promised() -> None:
    assert headline(next_prompt_at=None) == "Next stretch when you are back"


def test_every_other_state_says_what_goes_on() -> None:
    soon = NOW + timedelta(minutes=4)
    said = {
        state: headline(
            state=state,
            next_prompt_at=soon,
            held_back_by=("meeting", "full screen"),
            paused_until=NOW + timedelta(hours=1),
        )
        for state in StateName
        if state is not StateName.WORKING
    }
    assert said == {
        StateName.GUIDED: "Stretching now",
        StateName.ASKED: "A stretch is waiting",
        StateName.PAUSED: "Paused until 14:30",
        StateName.AWAY: "Away from the desk",
        StateName.HELD_BACK: "Held back: meeting, full-screen window",
        StateName.SNOOZED: "Asks again in 4 min",
        StateName.WAITING: "Asks at the next lull",
    }


def test_sitting_time_is_said_in_minutes() -> None:
    assert sitting_line(WORKING) == "Sitting for 33 min"
