"""One break's proposal: what the prompt says of it, and what the guide then does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Side
from deskstretch.core.own_routines import with_own_routines
from deskstretch.core.practice import StretchRecord
from deskstretch.core.prompt import about_words
from deskstretch.core.proposal import chosen_proposal, content_of, named_proposal
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.core.settings import (
    BreakSettings,
    DeskSettings,
    Settings,
    SnoozeSettings,
    TrialSettings,
)
from tests.core.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
TODAY = date(2026, 11, 18)
SETTINGS = Settings()


def test_there_is_a_short_and_a_long_form() -> None:
    proposal = chosen_proposal(CATALOGUE, SETTINGS, (), TODAY)
    assert 45 <= proposal.plan("short").seconds <= 80
    assert 135 <= proposal.plan("long").seconds <= 215


def test_the_prompt_names_the_leading_stretch_the_place_the_time_and_why() -> None:
    settings = Settings(
        breaks=BreakSettings(length="long"),
        snooze=SnoozeSettings(minutes=10),
        desk=DeskSettings(may_stand=False),
    )
    proposal = chosen_proposal(CATALOGUE, settings, (), TODAY)
    content = content_of(proposal, settings, sitting_seconds=48 * 60 + 30, snoozes_left=1)
    assert content.stretch_name == proposal.long.lead.name
    assert content.place == "at your desk"
    assert content.length == about_words(proposal.long.seconds)
    assert content.reason == f"Sitting for 48 min; {proposal.long.reason}."
    assert (content.default_length, content.snooze_minutes, content.snoozes_left) == ("long", 10, 1)


def test_the_prompts_figure_shows_the_side_that_begins() -> None:
    proposal = named_proposal(CATALOGUE, SETTINGS, None, ["chair-hamstring"])
    assert content_of(proposal, SETTINGS, 0, 0).side == "right"
    both = named_proposal(CATALOGUE, SETTINGS, None, ["deep-breathing"])
    assert content_of(both, SETTINGS, 0, 0).side is None


def test_the_side_that_had_less_is_shown_first() -> None:
    at = datetime(2026, 11, 10, 12, tzinfo=UTC)
    desk = DeskSettings(
        may_stand=False, left_out=("seated-posture-check", "seated-figure-four", "deep-breathing")
    )
    settings = Settings(desk=desk)
    history = [StretchRecord("chair-hamstring", Side.RIGHT, 15, 15, at)]
    proposal = chosen_proposal(CATALOGUE, settings, history, TODAY)
    assert proposal.short.steps[0].side is Side.LEFT
    assert content_of(proposal, settings, 0, 0).side == "left"


@pytest.mark.parametrize(
    ("exercise_ids", "place"),
    [
        (["chair-hamstring"], "at your desk"),
        (["standing-hamstring"], "on your feet"),
        (["chair-hamstring", "standing-hamstring"], "at your desk and on your feet"),
        (["deep-breathing", "cat-camel"], "on the mat"),
    ],
)
def test_the_place_is_where_its_stretches_are_done(exercise_ids: list[str], place: str) -> None:
    assert named_proposal(CATALOGUE, SETTINGS, None, exercise_ids).short.place == place


def test_where_settings_leave_out_everything_slow_breathing_is_left() -> None:
    settings = Settings(desk=DeskSettings(may_stand=False, not_at_hand=("chair",)))
    proposal = chosen_proposal(CATALOGUE, settings, (), TODAY)
    assert proposal.short.lead.id == "deep-breathing"
    assert proposal.short.reason == "your settings leave out every stretch"


def test_without_even_that_there_is_no_proposal() -> None:
    with pytest.raises(KeyError):
        chosen_proposal(Catalogue(), SETTINGS, (), TODAY)


def test_a_named_routine_is_done_as_it_stands() -> None:
    proposal = named_proposal(CATALOGUE, SETTINGS, "desk-3min-standing", ())
    assert proposal.short == proposal.long
    assert proposal.short.routine is CATALOGUE.routines["desk-3min-standing"]
    assert proposal.short.seconds == 205


def test_named_stretches_come_in_their_order_even_those_left_out() -> None:
    settings = Settings(desk=DeskSettings(left_out=("belly-flop",)))
    proposal = named_proposal(CATALOGUE, settings, None, ["belly-flop", "chair-hamstring"])
    order = dict.fromkeys(step.exercise_id for step in proposal.short.steps)
    assert list(order) == ["belly-flop", "chair-hamstring"]
    assert proposal.short.reason == "you asked for it"


LUNCH = Routine(
    "after-lunch", "After lunch", (RoutineItem("chair-hamstring"), RoutineItem("knee-rolls"))
)


def wishing(desk: DeskSettings) -> tuple[Catalogue, Settings]:
    """The settings of somebody who wants each short break to be after lunch."""
    settings = Settings(BreakSettings(short_routine="after-lunch"), desk=desk, routines=(LUNCH,))
    return with_own_routines(CATALOGUE, settings).catalogue, settings


def test_a_wished_routine_is_done_as_it_stands_and_the_other_length_is_chosen() -> None:
    catalogue, settings = wishing(DeskSettings(floor=True))
    days = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in range(1, 18))
    history = [StretchRecord("chair-hamstring", Side.RIGHT, 15, 15, day) for day in days]
    proposal = chosen_proposal(catalogue, settings, history, TODAY)
    assert proposal.short.routine == LUNCH
    assert proposal.short.steps == plan_steps(LUNCH, CATALOGUE.exercises)
    assert proposal.short.reason == "your routine After lunch"
    assert proposal.short.lead.id == "chair-hamstring"
    assert "routine" not in proposal.long.reason


def test_a_wished_routine_that_does_not_suit_is_said_and_another_one_chosen() -> None:
    catalogue, settings = wishing(DeskSettings(floor=False))
    proposal = chosen_proposal(catalogue, settings, (), TODAY)
    assert proposal.short.reason == (
        f"not After lunch because of {CATALOGUE.exercises['knee-rolls'].name}: "
        "floor stretches are off"
    )
    chosen = chosen_proposal(CATALOGUE, Settings(desk=settings.desk), (), TODAY)
    assert proposal.short.steps == chosen.short.steps


def test_a_routine_of_the_persons_own_can_be_named() -> None:
    catalogue, settings = wishing(DeskSettings())
    assert named_proposal(catalogue, settings, "after-lunch", ()).short.routine == LUNCH


@pytest.mark.parametrize(
    ("routine_id", "exercise_ids"), [("no-routine", []), (None, ["chair-hamstring", "no-stretch"])]
)
def test_an_unknown_name_is_told(routine_id: str | None, exercise_ids: list[str]) -> None:
    with pytest.raises(KeyError, match="no-"):
        named_proposal(CATALOGUE, SETTINGS, routine_id, exercise_ids)


def test_shorter_trial_holds_replace_all() -> None:
    settings = Settings(trial=TrialSettings(hold_seconds=0.5))
    proposal = chosen_proposal(CATALOGUE, settings, (), TODAY)
    assert {step.hold_seconds for step in proposal.long.steps} == {0.5}
