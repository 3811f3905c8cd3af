"""What is shown of the planner."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import State
from deskstretch.core.planner.status import status_of
from deskstretch.core.status_words import status_headline
from deskstretch.core.working_hours import week_hours
from tests.core.planner.desk import HOUR, INTERVAL, MINUTE, MONDAY_MORNING, RULES, TOLERANCE, Desk

MEETING = e.DisturbanceChanged(("meeting",))


def test_the_ring_fills_toward_the_next_prompt() -> None:
    desk = Desk()
    assert desk.status.ring == 0.0
    desk.wait(INTERVAL / 3)
    assert desk.status.ring == pytest.approx(1 / 3)
    desk.become_due()
    assert desk.status.ring == 1.0


def test_the_status_may_be_read_between_two_events() -> None:
    desk = Desk()
    desk.wait(INTERVAL / 2)
    later = status_of(desk.state, desk.now.later(INTERVAL / 4), desk.rules)
    assert later.sitting_seconds == INTERVAL * 3 / 4
    assert later.ring == 0.75
    assert later.next_prompt_at == MONDAY_MORNING + timedelta(seconds=INTERVAL)


def test_nothing_is_counted_between_two_events_while_absent_or_guided() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(e.Locked())
    assert status_of(desk.state, desk.now.later(60), desk.rules).sitting_seconds == 10 * MINUTE
    desk.tell(e.Unlocked(), e.BreakRequested())
    assert status_of(desk.state, desk.now.later(60), desk.rules).sitting_seconds == 10 * MINUTE


def test_each_state_has_its_name() -> None:
    desk = Desk()
    names = [desk.status.state]
    desk.become_due()
    for event in (e.LullReached(), e.SnoozeChosen(), e.StartChosen()):
        names.append(desk.status.state)
        desk.tell(event)
    names.append(desk.status.state)
    desk.tell(e.GuideFinished(Outcome.TAKEN), e.PauseChosen(HOUR))
    names.append(desk.status.state)
    desk.tell(e.ResumeChosen(), e.Locked())
    names.append(desk.status.state)
    desk.tell(e.Unlocked())
    desk.become_due()
    desk.tell(MEETING)
    names.append(desk.status.state)
    assert names == [
        "working", "waiting", "asked", "snoozed", "guided", "paused", "away", "held_back"
    ]  # fmt: skip


def test_a_short_idle_time_is_not_shown_as_away() -> None:
    desk = Desk()
    desk.go_idle(4 * MINUTE)
    assert desk.status.state == "working"
    assert desk.status.next_prompt_at is None
    desk.wait(MINUTE)
    assert desk.status.state == "away"


def test_a_guide_started_while_paused_is_shown_as_the_guide() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(HOUR), e.BreakRequested())
    assert desk.status.state == "guided"


def test_the_next_prompt_is_told_for_every_phase_that_knows_it() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    assert desk.status.next_prompt_at == desk.now.later(INTERVAL - 10 * MINUTE).wall
    desk.become_due()
    due_at = desk.now.wall
    desk.wait(MINUTE)
    assert desk.status.next_prompt_at == desk.now.later(TOLERANCE - MINUTE).wall
    assert desk.status.due_since == due_at
    desk.tell(e.LullReached())
    assert desk.status.next_prompt_at is None
    desk.tell(e.SnoozeChosen())
    assert desk.status.next_prompt_at == desk.now.later(RULES.snooze_seconds).wall
    assert desk.status.due_since == due_at
    desk.tell(e.SkipChosen())
    assert desk.status.due_since is None


def test_in_a_meeting_nobody_knows_when_the_next_prompt_comes() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(MEETING)
    assert desk.status.next_prompt_at is None
    assert desk.status.held_back_by == ("meeting",)


def test_in_the_minute_after_a_meeting_the_meeting_still_holds_back() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(MEETING, e.DisturbanceChanged(()))
    assert desk.status.state == "held_back"
    assert desk.status.held_back_by == ("meeting",)


def test_in_the_minute_after_a_pause_nobody_is_told_that_they_paused() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.PauseChosen(HOUR), e.ResumeChosen())
    assert (desk.status.state, desk.status.held_back_by) == ("held_back", ())
    assert status_headline(desk.status, MONDAY_MORNING) == "Held back: for a moment"
    desk.wait(RULES.release_seconds)
    assert desk.status.state == "waiting"


def test_a_pause_moves_the_next_prompt_to_its_end() -> None:
    desk = Desk()
    desk.tell(e.PauseChosen(HOUR))
    assert desk.status.next_prompt_at == MONDAY_MORNING + timedelta(hours=1)
    assert desk.status.held_back_by == ("paused",)
    desk.tell(e.PauseChosen(MINUTE))
    assert desk.status.next_prompt_at == MONDAY_MORNING + timedelta(seconds=INTERVAL)


def test_closed_hours_move_the_next_prompt_to_the_next_opening() -> None:
    rules = Rules(working_hours=week_hours(["09:00-12:30, 13:30-18:00"] * 5 + ["off"] * 2))
    desk = Desk(rules, MONDAY_MORNING.replace(hour=12))
    assert desk.status.held_back_by == ()
    assert desk.status.next_prompt_at == MONDAY_MORNING.replace(hour=13, minute=30)


def test_the_snoozes_left_are_counted_for_each_break() -> None:
    desk = Desk()
    assert desk.status.snoozes_left == 2
    desk.be_asked()
    desk.tell(e.SnoozeChosen())
    assert desk.status.snoozes_left == 1
    desk.tell(e.SkipChosen())
    assert desk.status.snoozes_left == 2


def test_the_ring_stays_whole_when_the_rules_get_shorter_or_longer() -> None:
    desk = Desk()
    desk.wait(40 * MINUTE)
    assert status_of(desk.state, desk.now, Rules(interval_seconds=20 * MINUTE)).ring == 1.0
    assert status_of(desk.state, desk.now, Rules(interval_seconds=80 * MINUTE)).ring == 0.5


def test_a_shorter_interval_from_the_settings_applies_at_once() -> None:
    desk = Desk()
    desk.wait(40 * MINUTE)
    desk.rules = Rules(interval_seconds=20 * MINUTE)
    desk.tell(e.TimePassed())
    assert desk.status.state == "waiting"
    assert desk.sitting == 40 * MINUTE


def test_state_and_events_survive_being_written_down() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.PauseUntilChosen(MONDAY_MORNING.replace(hour=23)), e.Locked())
    assert msgspec.json.decode(msgspec.json.encode(desk.state), type=State) == desk.state
    event: e.Event = e.GuideFinished(Outcome.PARTLY)
    assert msgspec.json.decode(msgspec.json.encode(event), type=e.Event) == event
