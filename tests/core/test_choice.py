"""What comes next follows from history and settings alone, and says why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import msgspec
import pytest

from deskstretch.core.area import Area, area_words
from deskstretch.core.catalogue import Catalogue
from deskstretch.core.choice import AIM_SECONDS, LIMIT_SECONDS, Choice, StretchRecord, choose
from deskstretch.core.exercise import HoldRange, Setting, Side
from deskstretch.core.planner.events import Length
from deskstretch.core.routine import length_seconds, plan_steps
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable
from tests.core.quarter import MONDAY, ChosenBreak, live_a_quarter
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
TODAY = date(2026, 11, 18)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
SEATED_ONLY = DeskSettings(may_stand=False)
STANDING_ALLOWED = DeskSettings()
FLOOR_ALLOWED = DeskSettings(floor=True)
EVERYTHING = DeskSettings(
    floor=True, chair_stands_still=True, chosen=("supported-bridge", "belly-flop")
)
PLACES = {
    "seated only": SEATED_ONLY,
    "standing allowed": STANDING_ALLOWED,
    "floor allowed": FLOOR_ALLOWED,
    "everything": EVERYTHING,
}
LENGTHS: tuple[Length, Length] = ("short", "long")


def next_break(
    desk: DeskSettings = STANDING_ALLOWED,
    history: Sequence[StretchRecord] = (),
    length: Length = "short",
) -> Choice:
    return choose(shipped_catalogue(), desk, history, TODAY, length)


def stretches_of(choice: Choice) -> list[str]:
    assert choice.routine is not None
    return [item.exercise for item in choice.routine.items]


def seconds_of(choice: Choice) -> float:
    assert choice.routine is not None
    return length_seconds(plan_steps(choice.routine, EXERCISES, choice.holds))


def done(exercise_id: str, at: datetime) -> list[StretchRecord]:
    """The stretch done whole, on all of its sides."""
    exercise = EXERCISES[exercise_id]
    hold = exercise.hold.default if exercise.hold else exercise.phases[0].seconds
    return [StretchRecord(exercise_id, side, hold, hold, at) for side in exercise.side_order]


def all_done(desk: DeskSettings, at: datetime, but: Area) -> list[StretchRecord]:
    """Everything that suits was done then, but for one area."""
    suitable = (one for one in EXERCISES.values() if is_suitable(one, desk))
    return [record for one in suitable if but not in one.areas for record in done(one.id, at)]


# A quarter of breaks.


@pytest.fixture(scope="module", params=PLACES)
def quarter(request: pytest.FixtureRequest) -> tuple[DeskSettings, list[ChosenBreak]]:
    desk = PLACES[request.param]
    return desk, live_a_quarter(desk, seed=20261121, broken_off_share=0.25)


Quarter = tuple[DeskSettings, list[ChosenBreak]]


def test_no_area_of_the_chosen_place_goes_unstretched_for_a_week(quarter: Quarter) -> None:
    desk, breaks = quarter
    suitable = [one for one in EXERCISES.values() if is_suitable(one, desk)]
    last_day = breaks[-1].at
    for area in {area for one in suitable for area in one.areas}:
        stretched = [
            record.at
            for one in breaks
            for record in one.records
            if record.counts and area in EXERCISES[record.exercise_id].areas
        ]
        times = [MONDAY, *stretched, last_day]
        longest = max(later - earlier for earlier, later in pairwise(times))
        assert longest < timedelta(days=7), area


def test_left_and_right_get_the_same_within_five_percent(quarter: Quarter) -> None:
    _, breaks = quarter
    seconds = dict.fromkeys(Side, 0.0)
    for one in breaks:
        for record in one.records:
            seconds[record.side] += record.held_seconds
    assert seconds[Side.LEFT] > 0
    assert seconds[Side.LEFT] == pytest.approx(seconds[Side.RIGHT], rel=0.05)


def test_each_choice_is_explained_by_an_area_of_the_stretch_it_began_with(
    quarter: Quarter,
) -> None:
    _, breaks = quarter
    for one in breaks:
        assert one.choice.lead is not None
        words = [area_words(area) for area in EXERCISES[one.choice.lead].areas]
        assert any(
            one.choice.reason.startswith((f"{area} last stretched ", f"{area} not stretched yet"))
            for area in words
        ), one.choice.reason


def test_every_break_has_about_the_length_wished_for(quarter: Quarter) -> None:
    _, breaks = quarter
    for one in breaks:
        seconds = length_seconds(one.steps)
        assert 0.75 * AIM_SECONDS[one.length] <= seconds <= LIMIT_SECONDS[one.length]


def test_only_suitable_stretches_come_and_none_twice_in_one_break(quarter: Quarter) -> None:
    desk, breaks = quarter
    for one in breaks:
        stretches = stretches_of(one.choice)
        assert len(stretches) == len(set(stretches))
        assert all(is_suitable(EXERCISES[stretch], desk) for stretch in stretches)


def test_every_suitable_stretch_has_its_turn(quarter: Quarter) -> None:
    desk, breaks = quarter
    suitable = {one.id for one in EXERCISES.values() if is_suitable(one, desk)}
    assert {stretch for one in breaks for stretch in stretches_of(one.choice)} == suitable


def test_nobody_goes_down_on_the_mat_and_up_again(quarter: Quarter) -> None:
    _, breaks = quarter
    places = list(Setting)
    for one in breaks:
        if one.choice.routine is not None and one.choice.routine.id.startswith("chosen"):
            order = [places.index(EXERCISES[step.exercise_id].setting) for step in one.steps]
            assert order == sorted(order)


# The same in, the same out.


@pytest.mark.parametrize("length", LENGTHS)
def test_the_same_history_and_settings_give_the_same_choice_in_whatever_order(
    length: Length,
) -> None:
    breaks = live_a_quarter(FLOOR_ALLOWED, seed=5, broken_off_share=0.5)[:60]
    history = [record for one in breaks for record in one.records]
    shuffled = Random(1).sample(history, len(history))
    today = breaks[-1].at.date() + timedelta(days=1)
    first, second = (
        choose(shipped_catalogue(), FLOOR_ALLOWED, kept, today, length)
        for kept in (history, shuffled)
    )
    assert first == second


# Which stretch leads.


def test_at_first_nothing_was_stretched_and_that_is_the_reason() -> None:
    choice = next_break()
    assert choice.reason.endswith("not stretched yet")


@pytest.mark.parametrize("area", [Area.HAMSTRINGS, Area.HIP_FLEXORS, Area.LATS])
def test_the_area_that_waited_longest_leads(area: Area) -> None:
    history = all_done(STANDING_ALLOWED, NOON - timedelta(days=2), but=area)
    choice = next_break(history=history)
    assert choice.lead is not None
    assert area in EXERCISES[choice.lead].areas


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=2), "back of the thighs last stretched today at 10:00"),
        (timedelta(days=1), "back of the thighs last stretched yesterday"),
        (timedelta(days=4), "back of the thighs last stretched 4 days ago"),
    ],
)
def test_the_reason_says_when_the_area_was_last_stretched(ago: timedelta, words: str) -> None:
    desk = DeskSettings(
        may_stand=False, left_out=("seated-posture-check", "seated-figure-four", "deep-breathing")
    )
    history = done("chair-hamstring", NOON - ago)
    assert next_break(desk, history).reason == words


def test_a_hold_ended_at_once_does_not_count_as_stretched() -> None:
    only = DeskSettings(may_stand=False, left_out=("seated-posture-check", "seated-figure-four"))
    tried = StretchRecord("chair-hamstring", Side.RIGHT, 2, 15, NOON - timedelta(days=3))
    history = [tried, *done("deep-breathing", NOON - timedelta(days=1))]
    assert next_break(only, history).reason == "back of the thighs not stretched yet"


def test_the_stretches_of_the_last_break_do_not_come_again_where_there_are_others() -> None:
    first = next_break()
    for exercise_id in stretches_of(first):
        assert exercise_id not in stretches_of(next_break(history=done(exercise_id, NOON)))


def test_a_single_stretch_that_is_left_is_repeated() -> None:
    others = ("seated-posture-check", "seated-figure-four", "deep-breathing")
    only = DeskSettings(may_stand=False, left_out=others)
    assert stretches_of(next_break(only, done("chair-hamstring", NOON))) == ["chair-hamstring"]


def test_a_favourite_comes_more_often() -> None:
    plain = live_a_quarter(FLOOR_ALLOWED, seed=3, broken_off_share=0)
    desk = msgspec.structs.replace(FLOOR_ALLOWED, favourites=("childs-pose-wide",))
    liked = live_a_quarter(desk, seed=3, broken_off_share=0)
    assert _times("childs-pose-wide", liked) > _times("childs-pose-wide", plain)


def _times(exercise_id: str, breaks: Sequence[ChosenBreak]) -> int:
    return sum(exercise_id in stretches_of(one.choice) for one in breaks)


def test_the_side_that_had_less_begins() -> None:
    right_only = [StretchRecord("standing-hip-flexor", Side.RIGHT, 30, 30, NOON)]
    for side, left_first in ((Side.RIGHT, True), (Side.LEFT, False)):
        records = [msgspec.structs.replace(one, side=side) for one in right_only]
        earlier = [msgspec.structs.replace(one, at=NOON - timedelta(days=9)) for one in records]
        others = all_done(STANDING_ALLOWED, NOON - timedelta(hours=3), but=Area.HIP_FLEXORS)
        choice = next_break(history=[*earlier, *others])
        assert choice.routine is not None
        assert choice.lead == "standing-hip-flexor"
        assert choice.routine.items[0].left_first is left_first


# Which routine.


def test_a_routine_of_the_catalogue_is_taken_where_it_fits() -> None:
    history = all_done(SEATED_ONLY, NOON - timedelta(days=2), but=Area.OUTER_HIPS)
    history += done("seated-posture-check", NOON - timedelta(days=1))
    choice = next_break(SEATED_ONLY, history)
    assert choice.routine is not None
    assert choice.routine.id == "desk-1min-b"
    assert choice.routine.name == "Desk minute: hips"


def test_long_breaks_fill_three_minutes_even_on_a_chair() -> None:
    assert seconds_of(next_break(SEATED_ONLY, length="long")) >= 120


def test_a_hold_that_was_grown_to_is_planned() -> None:
    times = (NOON - timedelta(days=days) for days in range(2, 10))
    history = [record for at in times for record in done("seated-figure-four", at)]
    others = all_done(SEATED_ONLY, NOON - timedelta(hours=3), but=Area.GLUTES)
    choice = next_break(SEATED_ONLY, [*history, *others])
    assert choice.lead == "seated-figure-four"
    assert choice.holds["seated-figure-four"] == 20


# Settings.


def test_where_settings_leave_nothing_the_choice_is_empty_and_says_so() -> None:
    desk = DeskSettings(may_stand=False, not_at_hand=("chair",))
    choice = next_break(desk)
    assert choice == Choice(None, {}, None, "your settings leave out every stretch")


def test_without_any_stretch_there_is_nothing_to_choose() -> None:
    assert choose(Catalogue(), DeskSettings(), (), TODAY, "short").routine is None


def test_unknown_names_in_settings_and_history_do_no_harm() -> None:
    desk = DeskSettings(
        spare_areas=("the aura", "", "🦶"),
        not_at_hand=("flying carpet",),
        left_out=("no-such-stretch",),
        chosen=("nor-this",),
        favourites=("nor-that",),
    )
    gone = [StretchRecord("stretch-of-last-year", Side.LEFT, 9, 9, NOON)]
    assert next_break(desk, gone) == next_break()


def test_one_endless_stretch_is_still_offered_at_its_shortest() -> None:
    slow = msgspec.structs.replace(
        EXERCISES["chair-hamstring"],
        id="slow",
        hold=HoldRange(default=500, min=400, max=600),
    )
    choice = choose(Catalogue({"slow": slow}), DeskSettings(), (), TODAY, "short")
    assert choice.holds == {"slow": 400}
