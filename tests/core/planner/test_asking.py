"""When the person is asked, and what becomes of the answer."""

from __future__ import annotations

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import (
    CloseBreak,
    HidePrompt,
    KeepPrompt,
    KeepSnooze,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.rules import Rules
from tests.core.planner.desk import HOUR, MINUTE, RULES, TOLERANCE, Desk


def test_a_due_break_waits_for_a_lull() -> None:
    desk = Desk()
    desk.become_due()
    assert desk.wants.lull
    desk.wait(30)
    assert not desk.heard(ShowPrompt)
    desk.tell(e.LullReached())
    assert desk.heard(ShowPrompt) == [ShowPrompt(snoozes_left=2)]
    assert not desk.wants.lull


def test_a_lull_is_only_looked_for_while_a_break_waits_for_it() -> None:
    desk = Desk()
    assert not desk.wants.lull
    desk.tell(e.LullReached())
    desk.wait(10)
    assert not desk.orders


def test_without_a_lull_the_person_is_asked_when_the_tolerance_is_over() -> None:
    desk = Desk()
    desk.become_due()
    desk.wait(TOLERANCE - 1)
    assert not desk.heard(ShowPrompt)
    desk.wait(1)
    assert desk.heard(ShowPrompt)


def test_without_tolerance_the_person_is_asked_at_once() -> None:
    desk = Desk(Rules(tolerance_seconds=0.0))
    desk.become_due()
    assert desk.heard(ShowPrompt)


def test_only_active_time_counts_toward_the_tolerance() -> None:
    desk = Desk()
    desk.become_due()
    desk.wait(MINUTE)
    desk.go_idle(4 * MINUTE)
    assert desk.is_absent
    assert not desk.heard(ShowPrompt)


def test_the_return_from_a_short_absence_is_a_breakpoint() -> None:
    desk = Desk()
    desk.become_due()
    desk.go_idle(2 * MINUTE)
    assert not desk.heard(ShowPrompt)
    desk.tell(e.InputResumed())
    assert len(desk.heard(ShowPrompt)) == 1


def test_a_lull_told_of_while_the_person_is_absent_is_none() -> None:
    desk = Desk()
    desk.become_due()
    desk.go_idle(2 * MINUTE)
    assert not desk.wants.lull
    desk.tell(e.LullReached())
    assert not desk.heard(ShowPrompt)


def test_unlocking_is_a_breakpoint() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.Locked())
    desk.wait(MINUTE)
    desk.tell(e.Unlocked())
    assert len(desk.heard(ShowPrompt)) == 1


def test_an_unanswered_prompt_folds_into_the_pill() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.wait(RULES.fold_seconds - 1)
    assert not desk.orders
    desk.wait(1)
    assert desk.orders == [ShowPill()]


def test_the_pill_can_be_opened_again_and_folds_again() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(RULES.fold_seconds + 30)
    desk.hear()
    desk.tell(e.PromptOpened())
    assert desk.hear() == [ShowPrompt(snoozes_left=2)]
    desk.wait(RULES.fold_seconds - 1)
    assert not desk.orders
    desk.wait(1)
    assert desk.orders == [ShowPill()]


def test_opening_a_prompt_that_is_open_changes_nothing() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.PromptOpened())
    assert not desk.orders


def test_being_asked_is_kept_once_however_often_the_prompt_folds() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(RULES.fold_seconds)
    desk.tell(e.PromptOpened())
    assert desk.heard(KeepPrompt) == [KeepPrompt(quiet=False)]


def test_a_prompt_visible_for_ten_minutes_of_active_use_is_missed() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(RULES.missed_seconds - 1)
    assert not desk.outcomes
    desk.hear()
    desk.wait(1)
    assert desk.orders == [HidePrompt(), CloseBreak(Outcome.MISSED)]


def test_idle_time_does_not_count_toward_a_missed_break() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(5 * MINUTE)
    desk.go_idle(4 * MINUTE)  # its first minute counts: input was less than a minute ago
    desk.tell(e.InputResumed())
    desk.wait(4 * MINUTE - 1)
    assert not desk.outcomes
    desk.wait(1)
    assert desk.outcomes == [Outcome.MISSED]


@pytest.mark.parametrize("length", ["short", "long", None])
def test_start_hides_the_prompt_and_starts_the_guide(length: e.Length | None) -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.StartChosen(length))
    assert desk.orders == [HidePrompt(), StartGuide(length)]


def test_start_is_possible_before_the_person_was_asked() -> None:
    desk = Desk()
    desk.become_due()
    desk.hear()
    desk.tell(e.StartChosen())
    assert desk.orders == [StartGuide(None)]


def test_skip_hides_the_prompt_and_ends_the_story() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.SkipChosen())
    assert desk.orders == [HidePrompt(), CloseBreak(Outcome.SKIPPED)]


def test_skip_is_possible_while_waiting_and_while_snoozed() -> None:
    desk = Desk()
    desk.become_due()
    desk.tell(e.SkipChosen())
    desk.be_asked()
    desk.tell(e.SnoozeChosen(), e.SkipChosen())
    assert desk.outcomes == [Outcome.SKIPPED, Outcome.SKIPPED]


@pytest.mark.parametrize(
    "choice",
    [
        e.StartChosen(),
        e.SnoozeChosen(),
        e.SkipChosen(),
        e.PromptOpened(),
        e.GuideFinished(Outcome.TAKEN),
    ],
)
def test_an_answer_when_nothing_was_asked_changes_nothing(choice: e.Event) -> None:
    desk = Desk()
    desk.wait(10 * MINUTE)
    desk.tell(choice)
    assert not desk.orders
    assert desk.status.state == "working"
    assert desk.sitting == 10 * MINUTE


def test_a_snoozed_prompt_goes_and_asks_again_after_the_delay() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.SnoozeChosen())
    assert desk.hear() == [
        HidePrompt(),
        KeepSnooze(RULES.snooze_seconds, desk.now.later(RULES.snooze_seconds)),
    ]
    desk.wait(RULES.snooze_seconds - 1)
    assert not desk.wants.lull
    desk.wait(1)
    assert desk.wants.lull
    desk.tell(e.LullReached())
    assert desk.orders == [KeepPrompt(quiet=False), ShowPrompt(snoozes_left=1)]


def test_the_tolerance_applies_anew_after_a_snooze() -> None:
    desk = Desk()
    desk.become_due()
    desk.wait(TOLERANCE)
    desk.tell(e.SnoozeChosen())
    desk.hear()
    desk.wait(RULES.snooze_seconds + TOLERANCE - 1)
    assert not desk.heard(ShowPrompt)
    desk.wait(1)
    assert desk.heard(ShowPrompt)


def test_a_snooze_can_be_as_long_as_chosen() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(delay_seconds=15 * MINUTE))
    assert desk.status.next_prompt_at == desk.now.later(15 * MINUTE).wall


@pytest.mark.parametrize("delay", [-5.0, 0.0, float("nan")])
def test_a_snooze_of_no_length_asks_at_the_next_breakpoint(delay: float) -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(delay))
    assert desk.status.state == "waiting"


def test_a_snooze_longer_than_a_day_is_a_day() -> None:
    desk = Desk()
    desk.be_asked()
    desk.tell(e.SnoozeChosen(float("inf")))
    assert [order.delay_seconds for order in desk.heard(KeepSnooze)] == [24 * 3600.0]


def snooze_to_the_limit(desk: Desk) -> None:
    desk.be_asked()
    for _ in range(desk.rules.snooze_limit):
        desk.tell(e.SnoozeChosen())
        desk.wait(desk.rules.snooze_seconds)
        desk.hear()
        desk.tell(e.LullReached())


def test_after_the_last_snooze_only_the_pill_waits() -> None:
    desk = Desk()
    snooze_to_the_limit(desk)
    assert desk.orders == [KeepPrompt(quiet=True), ShowPill()]


def test_after_the_last_snooze_the_pill_opens_without_snooze() -> None:
    desk = Desk()
    snooze_to_the_limit(desk)
    desk.hear()
    desk.tell(e.PromptOpened(), e.SnoozeChosen())
    assert desk.orders == [ShowPrompt(snoozes_left=0)]
    assert desk.status.state == "asked"


def test_the_waiting_pill_can_be_missed_too() -> None:
    desk = Desk()
    snooze_to_the_limit(desk)
    desk.wait(RULES.missed_seconds)
    assert desk.outcomes == [Outcome.MISSED]


def test_where_no_snooze_is_allowed_the_first_prompt_is_shown_without_it() -> None:
    desk = Desk(Rules(snooze_limit=0))
    desk.be_asked()
    assert desk.heard(ShowPrompt) == [ShowPrompt(snoozes_left=0)]
    desk.hear()
    desk.tell(e.SnoozeChosen())
    assert not desk.orders


def test_every_break_has_its_own_snoozes() -> None:
    desk = Desk()
    snooze_to_the_limit(desk)
    desk.tell(e.SkipChosen())
    desk.hear()
    desk.be_asked()
    assert desk.heard(ShowPrompt) == [ShowPrompt(snoozes_left=2)]


def test_a_snooze_is_an_answer_after_which_ten_minutes_count_anew() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(9 * MINUTE)
    desk.tell(e.SnoozeChosen())
    desk.wait(RULES.snooze_seconds)
    desk.tell(e.LullReached())
    desk.wait(RULES.missed_seconds - 1)
    assert not desk.outcomes
    desk.wait(1)
    assert desk.outcomes == [Outcome.MISSED]


def test_locking_the_screen_hides_the_prompt_and_unlocking_asks_again() -> None:
    desk = Desk()
    desk.be_asked()
    desk.hear()
    desk.tell(e.Locked())
    assert desk.hear() == [HidePrompt()]
    desk.wait(2 * MINUTE)
    assert not desk.orders
    desk.tell(e.Unlocked())
    assert desk.orders == [KeepPrompt(quiet=False), ShowPrompt(snoozes_left=2)]


def test_time_visible_before_and_after_a_lock_adds_up_to_missed() -> None:
    desk = Desk()
    desk.be_asked()
    desk.wait(6 * MINUTE)
    desk.tell(e.Locked())
    desk.wait(MINUTE)
    desk.tell(e.Unlocked())
    desk.wait(4 * MINUTE - 1)
    assert not desk.outcomes
    desk.wait(1)
    assert desk.outcomes == [Outcome.MISSED]


@pytest.mark.parametrize(
    ("late", "outcome"),
    [
        (e.DisturbanceChanged(("meeting",)), None),
        (e.Locked(), None),
        (e.PauseChosen(HOUR), None),
        (e.SkipChosen(), Outcome.SKIPPED),
        (e.QuitRequested(), Outcome.HELD_BACK),
    ],
)
def test_a_prompt_does_not_flash_up_when_the_tolerance_ends_just_before_other_news(
    late: e.Event, outcome: Outcome | None
) -> None:
    desk = Desk()
    desk.become_due()
    desk.sleep(TOLERANCE + 1)
    desk.tell(late)
    assert not desk.heard(KeepPrompt)
    assert not desk.heard(ShowPrompt)
    assert desk.outcomes == ([outcome] if outcome else [])
