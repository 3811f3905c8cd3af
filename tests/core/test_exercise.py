"""What a stretch may and may not be, and how its words are filled in."""

from __future__ import annotations

import msgspec
import pytest

from deskstretch.core.area import Area, area_named, area_words
from deskstretch.core.exercise import Exercise, Side, side_words, with_side
from tests.core.shipped import shipped_catalogue

HAMSTRING = shipped_catalogue().exercises["chair-hamstring"]
BREATHING = shipped_catalogue().exercises["deep-breathing"]


def changed(exercise: Exercise, **changes: object) -> Exercise:
    return msgspec.convert({**msgspec.to_builtins(exercise), **changes}, Exercise)


def test_sides_are_filled_into_the_words() -> None:
    text = "Lay the {side} ankle on the {other_side} thigh."
    assert with_side(text, Side.LEFT) == "Lay the left ankle on the right thigh."
    assert with_side(text, Side.RIGHT) == "Lay the right ankle on the left thigh."


@pytest.mark.parametrize("text", ["{0.__class__}", "{side!r}", "{side.name}", "%s {", "{}", "{{}"])
def test_anything_else_in_braces_stays_as_it_is(text: str) -> None:
    assert with_side(text, Side.LEFT) == text


def test_a_side_is_called_by_its_limb() -> None:
    lat = shipped_catalogue().exercises["standing-lat-stretch"]
    assert side_words(HAMSTRING, Side.RIGHT) == "Right leg"
    assert side_words(lat, Side.LEFT) == "Left arm"
    assert side_words(BREATHING, Side.BOTH) == "Both sides"


def test_the_current_step_follows_the_phase() -> None:
    assert BREATHING.step_during(0) == 1
    assert BREATHING.step_during(1) == 2
    assert BREATHING.step_during(None) == BREATHING.hold_step


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"hold": {"default": 5, "min": 10, "max": 30}}, "$.hold"),
        ({"hold": {"default": 40, "min": 10, "max": 30}}, "$.hold"),
        ({"repetitions": {"default": 1, "min": 1, "max": 0}}, "$.repetitions.max"),
        ({"hold": None}, "expected at least one"),
        ({"hold_step": 4}, "expected 0 to 3"),
        ({"sides": "both"}, "expected none"),
        ({"steps": ["Sit.", "Stay."]}, "$.steps"),
        ({"areas": ["elbow"]}, "$.areas"),
        ({"name": "two\nlines"}, "$.name"),
        ({"name": "turned \u202e round"}, "$.name"),
        ({"id": "Not An Id"}, "$.id"),
        ({"id": "ends-with-a-break\n"}, "$.id"),
        ({"rest_seconds": -1}, "$.rest_seconds"),
        ({"unheard_of": 1}, "unheard_of"),
    ],
)
def test_a_stretch_that_makes_no_sense_is_refused(changes: dict[str, object], path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        changed(HAMSTRING, **changes)
    assert path in str(refused.value)


def test_areas_are_shown_in_everyday_words() -> None:
    assert area_words(Area.HAMSTRINGS) == "back of the thighs"
    assert area_words(Area.LOWER_BACK) == "lower back"


@pytest.mark.parametrize("name", ["knee", "Knees", " knees "])
def test_an_area_is_known_in_any_case_and_number(name: str) -> None:
    assert area_named(name) is Area.KNEES


def test_an_area_is_known_by_its_everyday_words() -> None:
    assert area_named("back of the thighs") is Area.HAMSTRINGS
    assert area_named("elbow") is None
    assert area_named("") is None


def test_a_language_may_bend_its_words_by_the_side() -> None:
    text = "Strecke das {linke/rechte} Bein zur {rechten/linken} Seite."
    assert with_side(text, Side.LEFT) == "Strecke das linke Bein zur rechten Seite."
    assert with_side(text, Side.RIGHT) == "Strecke das rechte Bein zur linken Seite."


def test_a_stretch_for_both_sides_names_none_in_any_way() -> None:
    with pytest.raises(msgspec.ValidationError, match="both sides"):
        changed(BREATHING, feel="You feel it on the {left/right}.")
