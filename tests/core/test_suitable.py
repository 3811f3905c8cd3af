"""Place, things at hand, areas to spare and a person's own lists decide what may be chosen."""

from __future__ import annotations

from typing import Any

import pytest

from deskstretch.core.exercise import Setting
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable, why_not_suitable
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
FLOOR = {"floor": True}


def suitable(**desk: Any) -> set[str]:
    settings = DeskSettings(**desk)
    return {one.id for one in EXERCISES.values() if is_suitable(one, settings)}


def why_not(exercise_id: str, **desk: Any) -> str | None:
    return why_not_suitable(EXERCISES[exercise_id], DeskSettings(**desk))


def settings_of(exercise_ids: set[str]) -> set[Setting]:
    return {EXERCISES[exercise_id].setting for exercise_id in exercise_ids}


def test_at_first_chair_and_standing_stretches_are_offered() -> None:
    assert settings_of(suitable()) == {Setting.CHAIR, Setting.STANDING}


def test_seated_only_leaves_the_four_on_the_chair() -> None:
    assert suitable(may_stand=False) == {
        "seated-posture-check",
        "chair-hamstring",
        "seated-figure-four",
        "deep-breathing",
    }


def test_floor_stretches_come_when_the_floor_is_allowed() -> None:
    assert settings_of(suitable(floor=True, may_stand=False)) == {Setting.CHAIR, Setting.FLOOR}


def test_all_29_are_offered_once_everything_is_allowed() -> None:
    everything = suitable(
        floor=True, chair_stands_still=True, chosen=("supported-bridge", "belly-flop")
    )
    assert len(everything) == 29


@pytest.mark.parametrize(
    ("exercise_id", "desk", "words"),
    [
        ("chair-hamstring", {}, None),
        ("chair-hamstring", {"left_out": ("chair-hamstring",)}, "you left it out"),
        ("cat-camel", {}, "floor stretches are off"),
        ("standing-hamstring", {"may_stand": False}, "standing stretches are off"),
        ("belly-flop", FLOOR, "it is off until you choose it"),
        ("belly-flop", {**FLOOR, "chosen": ("belly-flop",)}, None),
        ("standing-hamstring-chair", {}, "it needs a chair that stands still"),
        ("standing-hamstring-chair", {"chair_stands_still": True}, None),
        ("standing-lat-stretch", {"ledge": False}, "it needs a ledge"),
        ("standing-lat-stretch", {"not_at_hand": (" Ledge ",)}, "it needs a ledge"),
        ("lying-hamstring-towel", {**FLOOR, "not_at_hand": ("towel",)}, "it needs a towel"),
        ("chair-hamstring", {"spare_areas": ("lower back",)}, "you spare the lower back"),
        ("seated-figure-four", {"spare_areas": ("Hips",)}, "you spare the hips"),
    ],
)
def test_what_keeps_a_stretch_back_is_said_in_words(
    exercise_id: str, desk: dict[str, Any], words: str | None
) -> None:
    assert why_not(exercise_id, **desk) == words


def test_what_is_optional_is_never_missing() -> None:
    assert why_not("happy-baby", floor=True, not_at_hand=("pillow",)) is None


def test_sparing_the_knee_leaves_out_what_strains_it_too() -> None:
    spared = suitable(floor=True, spare_areas=("knee",))
    assert "seated-figure-four" not in spared
    assert "childs-pose" not in spared
    assert "chair-hamstring" in spared


def test_unknown_names_keep_nothing_back() -> None:
    unknown = {"spare_areas": ("", "aura"), "not_at_hand": ("",), "left_out": ("", "nothing")}
    assert suitable(**unknown) == suitable()
