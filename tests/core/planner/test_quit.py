"""Quitting leaves no story without an end."""

from __future__ import annotations

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import (
    CloseBreak,
    EndGuide,
    HidePrompt,
    KeepNaturalBreak,
)
from deskstretch.core.planner.rules import Rules
from tests.core.planner.desk import HOUR, MINUTE, Desk

QUIT = e.QuitRequested()
SESSION_ENDS = e.QuitRequested(session_ends=True)


@pytest.mark.parametrize(
    ("quit_event", "expected"), [(QUIT, Outcome.SKIPPED), (SESSION_ENDS, Outcome.AWAY)]
)
def test_quitting_answers_a_prompt(quit_event: e.Event, expected: Outcome) -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(quit_event)
    assert desk.orders == [HidePrompt(), CloseBreak(expected)]


@pytest.mark.parametrize(
    ("quit_event", "expected"), [(QUIT, Outcome.SKIPPED), (SESSION_ENDS, Outcome.AWAY)]
)
def test_quitting_ends_a_snooze(quit_event: e.Event, expected: Outcome) -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(), quit_event)
    assert desk.outcomes == [expected]


@pytest.mark.parametrize("quit_event", [QUIT, SESSION_ENDS])
def test_a_break_never_asked_is_held_back_at_quitting(quit_event: e.Event) -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.DisturbanceChanged(("meeting",)), quit_event)
    assert desk.outcomes == [Outcome.HELD_BACK]


def test_quitting_with_nothing_due_closes_nothing() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(QUIT)
    assert not desk.orders


def test_quitting_in_the_guide_first_has_it_finished() -> None:
    desk = Desk()
    desk.tell(e.BreakRequested())
    desk.hear()
    desk.tell(QUIT, QUIT)
    assert desk.hear() == [EndGuide()]
    desk.tell(e.GuideFinished(Outcome.PARTLY))
    assert desk.orders == [CloseBreak(Outcome.PARTLY)]


def test_a_session_that_ends_during_an_absence_keeps_the_natural_break() -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    left_at = desk.now
    desk.tell(e.Locked())
    desk.wait(HOUR)
    desk.tell(SESSION_ENDS, SESSION_ENDS)
    assert desk.orders == [KeepNaturalBreak(left_at, desk.now, 10 * MINUTE)]


def test_no_break_opens_at_quitting_because_the_interval_became_shorter_meanwhile() -> None:
    desk = Desk()
    desk.wait(30 * MINUTE)
    desk.tell(e.Locked())
    desk.rules = Rules(interval_seconds=20 * MINUTE)
    desk.tell(e.QuitRequested())
    assert desk.orders == []
