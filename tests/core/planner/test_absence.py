"""Natural breaks: what an absence of five minutes does to the story."""

from __future__ import annotations

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import (
    CloseBreak,
    EndGuide,
    HidePrompt,
    KeepNaturalBreak,
    OpenBreak,
    ShowPrompt,
)
from tests.core.planner.desk import HOUR, INTERVAL, MINUTE, RULES, Desk

NATURAL = RULES.natural_break_seconds


def test_five_minutes_of_idleness_restart_sitting_time() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.go_idle(NATURAL - 1)
    assert desk.sitting > 0
    desk.wait(1)
    assert desk.sitting == 0


def test_an_absence_just_under_five_minutes_is_no_natural_break() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.go_idle(NATURAL - 1)
    desk.tell(e.InputResumed())
    assert desk.sitting == 21 * MINUTE
    assert not desk.heard(KeepNaturalBreak)


def test_a_natural_break_before_anything_was_due_is_kept_with_start_and_end() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    last_input = desk.now
    desk.go_idle(30 * MINUTE)
    assert not desk.orders
    desk.tell(e.InputResumed())
    assert desk.orders == [KeepNaturalBreak(last_input, desk.now, 21 * MINUTE)]


def test_a_natural_break_counts_from_the_lock() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    locked_at = desk.now
    desk.tell(e.Locked())
    desk.wait(NATURAL - 1)
    assert desk.sitting == 20 * MINUTE
    desk.wait(1)
    assert desk.sitting == 0
    desk.wait(MINUTE)
    desk.tell(e.Unlocked())
    assert desk.orders == [KeepNaturalBreak(locked_at, desk.now, 20 * MINUTE)]


def test_a_night_of_suspend_is_one_natural_break() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    asleep_at = desk.now
    desk.tell(e.Suspended())
    desk.sleep(14 * HOUR)
    desk.tell(e.Resumed())
    assert desk.orders == [KeepNaturalBreak(asleep_at, desk.now, 20 * MINUTE)]
    assert desk.sitting == 0


def test_being_absent_in_several_ways_is_one_absence() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    last_input = desk.now
    desk.go_idle(3 * MINUTE)
    desk.tell(e.Locked())
    desk.wait(MINUTE)
    desk.tell(e.Suspended())
    desk.sleep(HOUR)
    desk.tell(e.Resumed())
    assert desk.is_absent
    desk.wait(MINUTE)
    desk.tell(e.InputResumed())
    assert desk.is_absent
    desk.tell(e.Unlocked())
    assert not desk.is_absent
    assert desk.orders == [KeepNaturalBreak(last_input, desk.now, 21 * MINUTE)]


def test_a_machine_that_wakes_by_itself_does_not_end_an_idle_persons_absence() -> None:
    desk = Desk()
    desk.go_idle(2 * MINUTE)
    desk.tell(e.Suspended())
    desk.sleep(HOUR)
    desk.tell(e.Resumed())
    assert desk.is_absent


def test_input_at_the_lock_screen_is_not_a_return() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.Locked())
    desk.wait(2 * MINUTE)
    desk.tell(e.InputResumed())
    assert desk.is_absent
    assert not desk.heard(ShowPrompt)


def test_leaving_before_the_answer_is_away() -> None:
    desk = Desk()
    desk.be_asked()
    desk.go_idle(NATURAL - 1)
    desk.hear()
    assert not desk.outcomes
    desk.wait(1)
    assert desk.orders == [HidePrompt(), CloseBreak(Outcome.AWAY)]
    assert desk.sitting == 0


def test_a_break_that_was_answered_by_leaving_is_not_kept_twice() -> None:
    desk = Desk()
    desk.be_asked()
    desk.go_idle(HOUR)
    desk.tell(e.InputResumed())
    assert desk.outcomes == [Outcome.AWAY]
    assert not desk.heard(KeepNaturalBreak)


def test_leaving_while_due_and_not_asked_yet_is_away() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.Locked())
    desk.wait(NATURAL)
    assert desk.outcomes == [Outcome.AWAY]


def test_leaving_during_a_snooze_is_away() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(15 * MINUTE), e.Locked())
    desk.wait(NATURAL)
    assert desk.outcomes == [Outcome.AWAY]
    desk.hear()
    desk.wait(HOUR)
    desk.tell(e.Unlocked())
    assert not desk.heard(ShowPrompt)


def test_after_being_away_a_whole_interval_passes_before_the_next_break() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.Locked())
    desk.wait(HOUR)
    desk.tell(e.Unlocked())
    desk.hear()
    desk.wait(INTERVAL - 1)
    assert not desk.heard(OpenBreak)
    desk.wait(1)
    assert desk.heard(OpenBreak)


def test_after_a_long_suspend_while_due_exactly_one_prompt_comes() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.Suspended())
    desk.sleep(14 * HOUR)
    desk.tell(e.Resumed())
    assert desk.outcomes == [Outcome.AWAY]
    desk.wait(INTERVAL)
    desk.tell(e.LullReached())
    assert len(desk.heard(ShowPrompt)) == 1


def test_a_suspend_that_nobody_told_of_is_absence_and_not_sitting_time() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    wake = desk.wants.wake_at
    assert wake is not None
    desk.sleep(14 * HOUR)
    desk.tell(e.TimePassed())
    assert desk.sitting == 0
    assert desk.orders == [KeepNaturalBreak(wake, desk.now, INTERVAL - MINUTE)]
    assert not desk.is_absent


def test_a_short_suspend_that_nobody_told_of_only_stops_the_count() -> None:
    desk = Desk()
    desk.wait(INTERVAL - 2 * MINUTE)
    desk.sleep(MINUTE + 3 * MINUTE)  # asked to come back one minute before the break is due
    desk.tell(e.TimePassed())
    assert desk.sitting == INTERVAL - MINUTE


def test_a_wake_up_a_minute_late_is_only_late() -> None:
    desk = Desk()
    desk.wait(INTERVAL - 2 * MINUTE)
    desk.sleep(MINUTE + RULES.late_seconds)
    desk.tell(e.TimePassed())
    assert desk.sitting == INTERVAL


def test_a_prompt_slept_through_untold_is_away() -> None:
    desk = Desk()
    desk.be_asked()
    desk.sleep(14 * HOUR)
    desk.tell(e.TimePassed())
    assert desk.outcomes == [Outcome.AWAY]
    assert desk.sitting == 0


@pytest.mark.parametrize("returned", [e.InputResumed(), e.Unlocked(), e.Resumed()])
def test_a_return_told_twice_is_one_return(returned: e.Event) -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.tell(e.Suspended())
    desk.sleep(HOUR)
    desk.tell(returned, returned)
    assert len(desk.heard(KeepNaturalBreak)) == 1


@pytest.mark.parametrize("left", [e.InputStopped(60.0), e.Locked(), e.Suspended()])
def test_an_absence_told_twice_is_one_absence(left: e.Event) -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.tell(left)
    since = desk.state.presence.since
    desk.wait(30)
    desk.tell(left)
    assert desk.state.presence.since == since


def test_idleness_that_began_after_the_absence_tells_that_the_person_was_here() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    left_at = desk.now
    desk.tell(e.Suspended())
    desk.sleep(2 * HOUR)  # neither the waking nor the first input was told
    desk.tell(e.InputStopped(60.0))
    assert desk.orders == [KeepNaturalBreak(left_at, desk.now.later(-60.0), 20 * MINUTE)]
    assert desk.state.presence.since == desk.now.later(-60.0)


def test_an_absence_cannot_have_begun_before_the_last_sign_of_life() -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.tell(e.BreakRequested(), e.GuideFinished(Outcome.SKIPPED))
    finished_at = desk.now
    desk.wait(MINUTE)
    desk.tell(e.InputStopped(idle_seconds=HOUR))
    assert desk.state.presence.since == finished_at


@pytest.mark.parametrize("idle_seconds", [float("inf"), float("nan"), -3.0])
def test_a_senseless_idle_time_does_no_harm(idle_seconds: float) -> None:
    desk = Desk()
    desk.wait(20 * MINUTE)
    desk.tell(e.InputStopped(idle_seconds))
    assert desk.is_absent
    assert 0 <= desk.sitting <= 20 * MINUTE


def test_sitting_still_in_a_stretch_is_not_leaving() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen())
    desk.go_idle(6 * MINUTE)
    assert not desk.heard(EndGuide)
    desk.tell(e.GuideFinished(Outcome.TAKEN))
    assert desk.outcomes == [Outcome.TAKEN]


def test_an_absence_that_goes_on_after_a_stretch_counts_from_its_end() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen())
    desk.go_idle(4 * MINUTE)
    desk.tell(e.GuideFinished(Outcome.TAKEN))
    finished_at = desk.now
    desk.hear()
    desk.wait(NATURAL)
    desk.tell(e.InputResumed())
    assert desk.orders == [KeepNaturalBreak(finished_at, desk.now, 0.0)]


@pytest.mark.parametrize("gone", [e.Locked(), e.Suspended()])
def test_leaving_for_five_minutes_in_a_stretch_ends_it_once(gone: e.Event) -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen())
    desk.go_idle(3 * MINUTE)
    desk.tell(gone)
    desk.wait(NATURAL - 1)
    assert not desk.heard(EndGuide)
    desk.wait(1)
    assert desk.heard(EndGuide) == [EndGuide()]
    desk.wait(HOUR)
    assert len(desk.heard(EndGuide)) == 1
    desk.tell(e.GuideFinished(Outcome.SKIPPED))
    assert desk.outcomes == [Outcome.SKIPPED]
    assert desk.sitting == 0


def test_a_short_lock_in_a_stretch_does_not_end_it() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen(), e.Locked())
    desk.wait(NATURAL - 1)
    desk.tell(e.Unlocked())
    desk.wait(HOUR)
    assert not desk.heard(EndGuide)
