"""Holding back: meetings, pauses and working hours."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import (
    CloseBreak,
    EndHoldBack,
    HidePrompt,
    HoldBack,
    KeepNaturalBreak,
    KeepPrompt,
    OpenBreak,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.rules import Rules
from deskstretch.core.working_hours import week_hours
from tests.core.planner.desk import HOUR, INTERVAL, MINUTE, MONDAY_MORNING, RULES, TOLERANCE, Desk

MEETING = e.DisturbanceChanged(("meeting",))
CALL = e.DisturbanceChanged(("camera in use", "microphone in use"))
CLEAR = e.DisturbanceChanged(())
OFFICE = Rules(working_hours=week_hours(["09:00-12:30, 13:30-18:00"] * 5 + ["off"] * 2))


def in_a_meeting_when_due() -> Desk:
    desk = Desk()
    desk.wait(INTERVAL - MINUTE)
    desk.tell(MEETING)
    desk.become_due()
    return desk


def test_a_break_due_in_a_meeting_is_held_back() -> None:
    desk = in_a_meeting_when_due()
    assert desk.orders == [OpenBreak(desk.now, INTERVAL, "due"), HoldBack(("meeting",))]  # type: ignore[arg-type]
    desk.tell(e.LullReached())
    desk.wait(2 * HOUR)
    assert not desk.heard(ShowPrompt)


def test_a_meeting_that_begins_while_due_holds_the_break_back() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(MEETING, e.LullReached())
    assert desk.heard(HoldBack) == [HoldBack(("meeting",))]
    assert not desk.heard(ShowPrompt)


def test_a_prompt_already_visible_is_withdrawn() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(MEETING)
    assert desk.orders == [HidePrompt(), HoldBack(("meeting",))]


def test_a_held_back_break_is_asked_once_the_meeting_is_over_for_a_minute() -> None:
    desk = in_a_meeting_when_due()
    desk.wait(HOUR)
    desk.hear()
    desk.tell(CLEAR)
    desk.wait(RULES.release_seconds - 1)
    desk.tell(e.LullReached())
    assert not desk.orders
    desk.wait(1)
    assert desk.hear() == [EndHoldBack()]
    desk.tell(e.LullReached())
    assert desk.hear() == [KeepPrompt(quiet=False), ShowPrompt(snoozes_left=2)]
    desk.wait(RULES.fold_seconds - 1)
    assert not desk.orders


def test_the_tolerance_begins_when_the_hold_back_is_over() -> None:
    desk = in_a_meeting_when_due()
    desk.wait(HOUR)
    desk.tell(CLEAR)
    desk.wait(RULES.release_seconds + TOLERANCE - 1)
    assert not desk.heard(ShowPrompt)
    desk.wait(1)
    assert desk.heard(ShowPrompt)


def test_a_meeting_that_goes_on_within_the_minute_is_the_same_hold_back() -> None:
    desk = in_a_meeting_when_due()
    desk.hear()
    desk.tell(CLEAR)
    desk.wait(30)
    desk.tell(MEETING)
    desk.wait(30)
    desk.tell(CLEAR)
    desk.wait(RULES.release_seconds - 1)
    assert not desk.orders
    desk.wait(1)
    assert desk.orders == [EndHoldBack()]


def test_a_meeting_that_ended_just_before_the_break_was_due_is_followed_by_its_minute() -> None:
    desk = Desk()
    desk.wait(INTERVAL - RULES.release_seconds)
    desk.tell(MEETING)
    desk.wait(20)
    desk.tell(CLEAR)
    desk.become_due()
    desk.tell(e.LullReached())
    assert desk.heard(HoldBack) == [HoldBack(("meeting",))]
    desk.wait(20)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_other_reasons_are_told_when_they_change() -> None:
    desk = in_a_meeting_when_due()
    desk.hear()
    desk.tell(MEETING, CALL, CALL)
    assert desk.orders == [HoldBack(CALL.reasons)]
    assert desk.status.held_back_by == CALL.reasons


def test_disturbance_is_looked_for_from_one_minute_before_the_break_is_due() -> None:
    desk = Desk()
    desk.wait(INTERVAL - RULES.release_seconds - 1)
    assert not desk.wants.disturbance
    wake = desk.wants.wake_at
    assert wake is not None
    assert wake == desk.now.later(1)
    desk.wait(1)
    assert desk.wants.disturbance


def test_disturbance_is_looked_for_while_a_break_is_open_but_not_in_the_guide() -> None:
    desk = Desk()
    desk.be_asked()
    assert desk.wants.disturbance
    desk.tell(e.SnoozeChosen())
    assert desk.wants.disturbance
    desk.tell(e.StartChosen())
    assert not desk.wants.disturbance


def test_what_was_known_of_a_disturbance_is_forgotten_when_nobody_looks_any_more() -> None:
    desk = in_a_meeting_when_due()
    desk.tell(e.SkipChosen())
    assert desk.status.held_back_by == ()
    desk.hear()
    desk.become_due()
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_a_snooze_that_ends_in_a_meeting_is_held_back() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(), MEETING)
    desk.hear()
    desk.wait(RULES.snooze_seconds - 1)
    assert not desk.orders
    desk.wait(1)
    assert desk.orders == [HoldBack(("meeting",))]


def test_a_break_never_asked_before_the_person_left_is_held_back_for_good() -> None:
    desk = in_a_meeting_when_due()
    desk.hear()
    desk.tell(e.Locked())
    desk.wait(RULES.natural_break_seconds)
    assert desk.orders == [EndHoldBack(), CloseBreak(Outcome.HELD_BACK)]
    assert desk.sitting == 0
    desk.wait(HOUR)
    desk.tell(e.Unlocked())
    assert not desk.heard(KeepNaturalBreak)


def test_a_break_asked_before_it_was_held_back_is_away_when_the_person_leaves() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(MEETING, e.Locked())
    desk.wait(RULES.natural_break_seconds)
    assert desk.outcomes == [Outcome.AWAY]


def test_a_break_never_asked_until_its_day_ends_is_held_back_for_good() -> None:
    desk = in_a_meeting_when_due()
    to_midnight = timedelta(days=1) - (desk.now.wall - desk.now.wall.replace(hour=0, minute=0))
    desk.wait(to_midnight.total_seconds() - 1)
    assert not desk.outcomes
    desk.hear()
    desk.wait(1)
    assert desk.orders == [EndHoldBack(), CloseBreak(Outcome.HELD_BACK)]
    assert desk.sitting > 0
    assert desk.status.ring == 0.0


def test_a_break_asked_before_outlives_its_day() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(MEETING)
    desk.wait(24 * HOUR)
    assert not desk.outcomes
    desk.tell(CLEAR)
    desk.wait(RULES.release_seconds)
    desk.hear()
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_a_break_still_waiting_at_midnight_is_asked_after_it() -> None:
    desk = Desk(start=MONDAY_MORNING.replace(hour=23, minute=14))
    desk.become_due()
    desk.wait(2 * MINUTE)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_a_held_back_break_can_be_started_or_skipped() -> None:
    desk = in_a_meeting_when_due()
    desk.hear()
    desk.tell(e.SkipChosen())
    assert desk.orders == [EndHoldBack(), CloseBreak(Outcome.SKIPPED)]
    desk = in_a_meeting_when_due()
    desk.hear()
    desk.tell(e.StartChosen("short"))
    assert desk.orders == [EndHoldBack(), StartGuide("short")]


def test_after_a_long_hold_back_exactly_one_prompt_comes() -> None:
    desk = in_a_meeting_when_due()
    desk.wait(5 * HOUR)
    desk.tell(CLEAR)
    desk.wait(RULES.release_seconds)
    desk.tell(e.LullReached())
    assert len(desk.heard(ShowPrompt)) == 1
    assert len(desk.heard(OpenBreak)) == 1


def test_a_pause_holds_prompts_back_while_sitting_still_counts() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(HOUR))
    desk.wait(HOUR - 1)
    assert desk.sitting == HOUR - 1
    assert desk.heard(HoldBack) == [HoldBack(("paused",))]
    desk.tell(e.LullReached())
    assert not desk.heard(ShowPrompt)


def test_a_pause_ends_by_itself() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(HOUR))
    desk.wait(HOUR - 1)
    assert desk.status.state == "paused"
    desk.wait(1)
    assert desk.status.paused_until is None
    desk.wait(RULES.release_seconds)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_a_pause_until_a_time_ends_then() -> None:
    desk = Desk()
    until = MONDAY_MORNING + timedelta(hours=5)
    desk.tell(e.PauseUntilChosen(until))
    desk.wait(5 * HOUR - 1)
    assert desk.status.paused_until == until
    desk.wait(1)
    assert desk.status.paused_until is None


def test_a_pause_until_a_time_in_the_past_is_none() -> None:
    desk = Desk()
    desk.tell(e.PauseUntilChosen(MONDAY_MORNING))
    assert desk.status.paused_until is None


@pytest.mark.parametrize("seconds", [-1.0, 0.0, float("nan")])
def test_a_pause_of_no_length_is_none(seconds: float) -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(seconds))
    assert desk.status.paused_until is None


def test_an_endless_pause_ends_after_a_month() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(float("inf")))
    assert desk.status.paused_until == MONDAY_MORNING + timedelta(days=31)


def test_resume_ends_a_pause_and_the_prompt_comes_after_a_quiet_minute() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(8 * HOUR))
    desk.wait(HOUR)
    desk.tell(e.ResumeChosen())
    assert desk.status.paused_until is None
    desk.tell(e.LullReached())
    assert not desk.heard(ShowPrompt)
    desk.wait(RULES.release_seconds)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)


def test_pausing_withdraws_the_prompt() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.PauseChosen(HOUR))
    assert desk.orders == [HidePrompt(), HoldBack(("paused",))]


def test_an_own_break_is_possible_while_paused() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(HOUR), e.BreakRequested())
    assert desk.heard(StartGuide)


def test_nobody_is_asked_outside_working_hours() -> None:
    desk = Desk(OFFICE, MONDAY_MORNING.replace(hour=18))
    desk.wait(4 * HOUR)
    assert desk.heard(HoldBack) == [HoldBack(("outside working hours",))]
    assert not desk.heard(ShowPrompt)


def test_a_prompt_visible_at_closing_time_is_withdrawn() -> None:
    desk = Desk(OFFICE, MONDAY_MORNING.replace(hour=17, minute=10))
    desk.be_asked()
    desk.hear()
    desk.wait(5 * MINUTE)
    assert HidePrompt() in desk.orders
    assert desk.status.state == "held_back"


def test_a_prompt_whose_ten_minutes_end_at_closing_time_is_missed_and_not_asked_again() -> None:
    """Held back instead, it would flash up the next morning, with no time left to answer."""
    desk = Desk(OFFICE, MONDAY_MORNING.replace(hour=17, minute=5))
    desk.be_asked()
    desk.wait(RULES.missed_seconds)
    assert desk.outcomes == [Outcome.MISSED]


def test_a_break_that_waits_at_closing_time_is_not_asked() -> None:
    desk = Desk(OFFICE, MONDAY_MORNING.replace(hour=17, minute=14))
    desk.become_due()
    desk.wait(HOUR)
    assert not desk.heard(ShowPrompt)


def test_a_break_held_back_over_lunch_hours_is_asked_after_them() -> None:
    desk = Desk(OFFICE, MONDAY_MORNING.replace(hour=12, minute=15))
    desk.wait(75 * MINUTE + RULES.release_seconds - 1)
    assert not desk.heard(EndHoldBack)
    desk.wait(1)
    assert desk.heard(EndHoldBack)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt)
