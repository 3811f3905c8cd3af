"""How strictly the person wants to be asked, as far as the planner knows of it."""

from __future__ import annotations

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import CloseBreak, KeepPrompt, ShowPill, ShowPrompt
from deskstretch.core.planner.rules import Rules, rules_of
from deskstretch.core.settings import AskingSettings, Settings
from tests.core.planner.desk import MINUTE, Desk


def test_only_the_gentle_are_asked_by_the_pill_alone() -> None:
    assert not rules_of(Settings()).asks_quietly
    assert not rules_of(Settings(asking=AskingSettings(strictness="firm"))).asks_quietly
    desk = Desk(rules_of(Settings(asking=AskingSettings(strictness="gentle"))))
    desk.be_asked()
    assert desk.heard(ShowPrompt) == []
    assert (desk.heard(KeepPrompt), len(desk.heard(ShowPill))) == ([KeepPrompt(quiet=True)], 1)


def test_a_gentle_prompt_opens_with_all_its_snoozes_and_is_missed_in_the_same_time() -> None:
    desk = Desk(Rules(asks_quietly=True))
    desk.be_asked()
    desk.tell(e.PromptOpened())
    assert desk.heard(ShowPrompt) == [ShowPrompt(snoozes_left=2)]
    desk.wait(10 * MINUTE)
    assert desk.heard(CloseBreak) == [CloseBreak(Outcome.MISSED)]


def test_a_prompt_put_aside_is_a_pill_that_opens_again_and_no_answer() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.PromptPutAside())
    assert len(desk.heard(ShowPill)) == 1
    desk.tell(e.PromptPutAside())
    assert len(desk.heard(ShowPill)) == 1
    desk.tell(e.PromptOpened())
    assert len(desk.heard(ShowPrompt)) == 2
    assert desk.heard(CloseBreak) == []


def test_a_prompt_put_aside_before_it_came_is_nothing() -> None:
    desk = Desk()
    desk.tell(e.PromptPutAside())
    assert desk.heard(ShowPill) == []
