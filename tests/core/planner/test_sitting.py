"""What counts as sitting time, and when a break is due."""

from __future__ import annotations

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import OpenBreak, Origin, ShowPrompt
from tests.core.planner.desk import INTERVAL, MINUTE, RULES, Desk


def test_sitting_time_grows_with_time_at_the_desk() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    assert desk.sitting == 10 * MINUTE


def test_a_break_is_due_when_sitting_time_reaches_the_interval_and_not_before() -> None:
    desk = Desk()
    desk.wait(INTERVAL - 1)
    assert not desk.heard(OpenBreak)
    desk.wait(1)
    assert desk.heard(OpenBreak) == [OpenBreak(desk.now, INTERVAL, Origin.DUE)]
    assert not desk.heard(ShowPrompt)


def test_the_shell_is_asked_to_come_back_when_the_break_is_due() -> None:
    desk = Desk()
    desk.wait(INTERVAL - 30)
    wake = desk.wants.wake_at
    assert wake is not None
    assert wake == desk.now.later(30)


def test_the_minute_before_input_was_said_to_have_stopped_counts() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.InputStopped(60.0))
    assert desk.sitting == 10 * MINUTE


def test_idle_time_from_one_to_five_minutes_only_stops_the_count() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.go_idle(4 * MINUTE)
    assert desk.is_absent
    desk.tell(e.InputResumed())
    desk.wait(5 * MINUTE)
    assert desk.sitting == (10 + 1 + 5) * MINUTE


def test_a_late_report_of_idleness_does_not_count_as_sitting() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.sleep(4 * MINUTE)
    desk.tell(e.InputStopped(idle_seconds=3 * MINUTE))
    assert desk.sitting == 10 * MINUTE + MINUTE + RULES.idle_seconds


def test_a_lock_stops_the_count_at_once() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.Locked())
    desk.wait(3 * MINUTE)
    desk.tell(e.Unlocked())
    assert desk.sitting == 10 * MINUTE


def test_a_suspend_stops_the_count_at_once() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.Suspended())
    desk.sleep(3 * MINUTE)
    desk.tell(e.Resumed())
    assert desk.sitting == 10 * MINUTE


def test_a_guided_break_does_not_count_as_sitting() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.BreakRequested())
    desk.wait(3 * MINUTE)
    desk.tell(e.GuideFinished(Outcome.SKIPPED))
    assert desk.sitting == 10 * MINUTE


@pytest.mark.parametrize("outcome", [Outcome.TAKEN, Outcome.PARTLY])
def test_a_stretch_restarts_sitting_time(outcome: Outcome) -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen(), e.GuideFinished(outcome))
    assert desk.sitting == 0
    assert desk.outcomes == [outcome]
    desk.hear()
    desk.wait(INTERVAL - 1)
    assert not desk.heard(OpenBreak)
    desk.wait(1)
    assert desk.heard(OpenBreak)


def test_a_skipped_break_does_not_restart_sitting_time() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SkipChosen())
    assert desk.sitting == INTERVAL


def test_after_a_skipped_break_the_next_is_due_one_interval_later() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(20)
    desk.tell(e.SkipChosen())
    desk.hear()
    desk.wait(INTERVAL - 1)
    assert not desk.heard(OpenBreak)
    desk.wait(1)
    assert [order.sitting_seconds for order in desk.heard(OpenBreak)] == [2 * INTERVAL + 20]


def test_a_guided_break_that_was_hardly_begun_counts_as_skipped() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.StartChosen(), e.GuideFinished(Outcome.SKIPPED))
    assert desk.sitting == INTERVAL
    assert desk.status.ring == 0.0


def test_a_missed_break_does_not_restart_sitting_time() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(RULES.missed_seconds)
    assert desk.outcomes == [Outcome.MISSED]
    assert desk.sitting == INTERVAL + RULES.missed_seconds
    assert desk.status.ring == 0.0


def test_a_rest_after_a_skipped_break_gives_a_whole_interval_again() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SkipChosen())
    desk.go_idle(5 * MINUTE)
    desk.tell(e.InputResumed())
    desk.hear()
    desk.wait(INTERVAL - 1)
    assert not desk.heard(OpenBreak)
    desk.wait(1)
    assert desk.heard(OpenBreak)


def test_an_own_break_begins_now_without_a_prompt() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.BreakRequested("long"))
    assert desk.heard(OpenBreak) == [OpenBreak(desk.now, 10 * MINUTE, Origin.OWN)]
    assert desk.status.state == "guided"
    assert not desk.heard(ShowPrompt)


def test_an_own_break_that_was_not_taken_leaves_the_due_one_where_it_was() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.BreakRequested(), e.GuideFinished(Outcome.SKIPPED))
    desk.hear()
    desk.wait(INTERVAL - 10 * MINUTE)
    assert desk.heard(OpenBreak)


def test_an_own_break_taken_restarts_sitting_time() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.BreakRequested(), e.GuideFinished(Outcome.TAKEN))
    assert desk.sitting == 0


def test_a_break_wished_for_while_one_is_due_is_the_due_one() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.BreakRequested())
    assert [order.origin for order in desk.heard(OpenBreak)] == [Origin.DUE]
    assert desk.status.state == "guided"


def test_several_breaks_a_day_do_not_pile_up() -> None:
    desk = Desk()
    for _ in range(5):
        desk.be_asked()
        desk.tell(e.SkipChosen())
    assert len(desk.heard(ShowPrompt)) == 5
    assert desk.sitting == 5 * INTERVAL
