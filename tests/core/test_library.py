"""What the library finds, says and can change."""

from __future__ import annotations

from typing import Any

import pytest

from deskstretch.core.area import Area
from deskstretch.core.declaration import checked, declaration_of
from deskstretch.core.exercise import Setting
from deskstretch.core.library import (
    Remedy,
    Wanted,
    areas_of,
    equipment_of,
    remedy_of,
    tags_of,
    turned,
)
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
DESK = DeskSettings()


def found(desk: DeskSettings = DESK, **wanted: Any) -> set[str]:
    return {one.id for one in EXERCISES.values() if Wanted(**wanted).is_met_by(one, desk)}


def test_nothing_wanted_finds_everything() -> None:
    assert found() == set(EXERCISES)


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("seated HAM", {"chair-hamstring"}),
        ("back of the thighs", {"chair-hamstring", "standing-hamstring"}),
        ("towel calves", {"lying-hamstring-towel"}),
        ("kneeling", {"kneeling-hip-flexor"}),
        ("off until", {"belly-flop", "supported-bridge"}),
    ],
)
def test_each_word_is_looked_for_in_all_that_is_said_of_a_stretch(
    text: str, some: set[str]
) -> None:
    assert some <= found(text=text) < set(EXERCISES)


def test_what_nobody_says_is_not_found() -> None:
    assert found(text="hamstring qzx") == set()


def test_place_area_and_equipment_narrow_the_list() -> None:
    assert {EXERCISES[one].setting for one in found(place=Setting.STANDING)} == {Setting.STANDING}
    assert found(area=Area.CALVES) == {"lying-hamstring-towel"}
    assert found(equipment="pillow") == {"kneeling-hip-flexor", "happy-baby"}
    assert found(equipment="") == {"standing-hip-flexor", "standing-hamstring"}
    assert found(place=Setting.CHAIR, area=Area.CALVES) == set()


def test_favourites_can_be_searched_for() -> None:
    assert found(DeskSettings(favourites=("cat-camel",)), text="favourite") == {"cat-camel"}


def test_areas_come_in_the_order_of_the_body_and_things_as_they_appear() -> None:
    areas = areas_of(EXERCISES.values())
    assert areas == [area for area in Area if area in areas]
    assert Area.NECK not in areas
    assert equipment_of(EXERCISES.values())[:3] == ["chair", "ledge", "mat"]


@pytest.mark.parametrize(
    ("exercise_id", "desk", "tags"),
    [
        ("chair-hamstring", DESK, ()),
        ("chair-hamstring", DeskSettings(favourites=("chair-hamstring",)), ("favourite",)),
        ("chair-hamstring", DeskSettings(left_out=("chair-hamstring",)), ("left out",)),
        ("cat-camel", DESK, ("floor stretches are off",)),
        ("belly-flop", DESK, ("off until you choose it", "floor stretches are off")),
        ("belly-flop", DeskSettings(floor=True), ("off until you choose it",)),
        ("standing-hamstring-chair", DESK, ("it needs a chair that stands still",)),
        (
            "chair-hamstring",
            DeskSettings(spare_areas=("lower back",)),
            ("you spare the lower back",),
        ),
    ],
)
def test_tags_say_at_a_glance_how_it_stands_with_a_stretch(
    exercise_id: str, desk: DeskSettings, tags: tuple[str, ...]
) -> None:
    assert tags_of(EXERCISES[exercise_id], desk) == tags


@pytest.mark.parametrize(
    ("exercise_id", "desk", "remedy"),
    [
        ("chair-hamstring", DESK, None),
        ("cat-camel", DESK, Remedy("Allow floor stretches", "desk.floor", True)),
        (
            "standing-hamstring",
            DeskSettings(may_stand=False),
            Remedy("Allow standing stretches", "desk.may_stand", True),
        ),
        (
            "belly-flop",
            DeskSettings(floor=True, chosen=("supported-bridge",)),
            Remedy("Switch on", "desk.chosen", ("supported-bridge", "belly-flop")),
        ),
        (
            "standing-hamstring-chair",
            DESK,
            Remedy("My chair stands still", "desk.chair_stands_still", True),
        ),
        ("chair-hamstring", DeskSettings(spare_areas=("lower back",)), None),
        ("chair-hamstring", DeskSettings(left_out=("chair-hamstring",)), None),
    ],
)
def test_what_keeps_a_stretch_back_can_be_changed_where_that_is_simple(
    exercise_id: str, desk: DeskSettings, remedy: Remedy | None
) -> None:
    assert remedy_of(EXERCISES[exercise_id], desk) == remedy


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_remedies_one_after_the_other_make_any_stretch_suitable(exercise_id: str) -> None:
    exercise = EXERCISES[exercise_id]
    values: dict[str, Any] = {"may_stand": False}
    while (remedy := remedy_of(exercise, DeskSettings(**values))) is not None:
        declaration = declaration_of(remedy.key)
        assert declaration is not None
        assert checked(declaration, remedy.value) == remedy.value
        values[declaration.name] = remedy.value
    assert is_suitable(exercise, DeskSettings(**values))


def test_a_list_is_turned_and_turned_back() -> None:
    assert turned(("a",), "b") == ("a", "b")
    assert turned(("a", "b"), "b") == ("a",)
