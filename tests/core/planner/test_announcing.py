"""A prompt is announced a little ahead, to those who wish it."""

from __future__ import annotations

from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import AnnouncePrompt, KeepPrompt
from deskstretch.core.planner.rules import Rules, rules_of
from deskstretch.core.settings import AskingSettings, Settings
from tests.core.planner.desk import INTERVAL, MINUTE, Desk

ANNOUNCING = Rules(heads_up_seconds=30.0)


def announcing_desk() -> Desk:
    return Desk(ANNOUNCING)


def test_nothing_is_announced_unless_wished_for() -> None:
    assert rules_of(Settings()).heads_up_seconds == 0
    assert rules_of(Settings(asking=AskingSettings(heads_up=True))).heads_up_seconds == 30
    desk = Desk()
    desk.be_asked()
    assert desk.heard(AnnouncePrompt) == []


def test_a_prompt_is_announced_once_half_a_minute_before_it_is_due() -> None:
    desk = announcing_desk()
    desk.wait(INTERVAL - 31)
    assert desk.heard(AnnouncePrompt) == []
    desk.wait(1)
    assert desk.heard(AnnouncePrompt) == [AnnouncePrompt(30.0)]
    desk.be_asked()
    assert len(desk.heard(AnnouncePrompt)) == 1


def test_a_snoozed_prompt_is_announced_anew() -> None:
    desk = announcing_desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.SnoozeChosen())
    desk.wait(5 * MINUTE - 30)
    assert desk.heard(AnnouncePrompt) == [AnnouncePrompt(30.0)]


def test_nobody_who_is_away_is_told() -> None:
    desk = announcing_desk()
    desk.wait(INTERVAL - MINUTE)
    desk.tell(e.Locked())
    desk.wait(2 * MINUTE)
    assert desk.heard(AnnouncePrompt) == []


def test_a_short_absence_does_not_announce_twice() -> None:
    desk = announcing_desk()
    desk.wait(INTERVAL - 30)
    desk.tell(e.Locked())
    desk.wait(MINUTE)
    desk.tell(e.Unlocked())
    desk.wait(MINUTE)
    assert len(desk.heard(AnnouncePrompt)) == 1


def test_what_holds_the_prompt_back_holds_back_its_announcement() -> None:
    desk = announcing_desk()
    desk.wait(INTERVAL - MINUTE)
    desk.tell(e.DisturbanceChanged(("meeting",)))
    desk.wait(10 * MINUTE)
    desk.tell(e.DisturbanceChanged(()))
    desk.wait(2 * MINUTE)
    desk.tell(e.LullReached())
    assert desk.heard(KeepPrompt) != []
    assert desk.heard(AnnouncePrompt) == []


def test_in_the_last_seconds_nothing_is_announced_any_more() -> None:
    desk = announcing_desk()
    desk.tell(e.PauseChosen(INTERVAL - 5))
    desk.wait(INTERVAL - 1)
    assert desk.heard(AnnouncePrompt) == []


def test_after_a_natural_break_the_next_prompt_is_announced() -> None:
    desk = announcing_desk()
    desk.wait(INTERVAL - 30)
    desk.tell(e.Locked())
    desk.wait(6 * MINUTE)
    desk.tell(e.Unlocked())
    desk.hear()
    desk.wait(INTERVAL - 30)
    assert desk.heard(AnnouncePrompt) == [AnnouncePrompt(30.0)]
