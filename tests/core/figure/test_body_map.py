"""The standing body glows where it was stretched, on the side and in the view that show it."""

from __future__ import annotations

import pytest

from deskstretch.core.area import Area
from deskstretch.core.figure.body_map import Seen, body_map
from deskstretch.core.figure.camera import View
from deskstretch.core.figure.muscles import glows


def glowing(seen: Seen, area: Area, side: str) -> list[tuple[float, float, float]]:
    each = body_map(seen, {(area, "left" if side == "left" else "right"): 1.0})
    return [at for glow in glows(each.figure.glow, each.skeleton, False) for at in glow.line]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(
    ("area", "seen"),
    [(Area.HAMSTRINGS, "back"), (Area.HIP_FLEXORS, "front"), (Area.CALVES, "back")],
)
def test_it_glows_on_the_side_that_was_held(area: Area, seen: Seen, side: str) -> None:
    to_the_right = [z > 0 for _, _, z in glowing(seen, area, side)]
    assert set(to_the_right) == {side == "right"}


def test_what_lies_behind_is_not_seen_from_the_front() -> None:
    assert glowing("front", Area.HAMSTRINGS, "left") == []
    assert glowing("back", Area.ABDOMEN, "left") == []
    assert all(x < 0 for x, _, _ in glowing("back", Area.LOWER_BACK, "left"))


def test_an_area_glows_as_strongly_as_it_is_told() -> None:
    each = body_map("back", {(Area.CALVES, "left"): 0.25, (Area.CALVES, "right"): 1.0})
    assert [glow.strength for glow in glows(each.figure.glow, each.skeleton, False)] == [0.25, 1.0]


def test_every_area_of_one_place_is_seen_from_somewhere() -> None:
    nowhere = {
        area
        for area in Area
        if not glowing("front", area, "left") and not glowing("back", area, "left")
    }
    assert nowhere == {Area.WHOLE_BODY, Area.KNEES, Area.CHEST, Area.NECK, Area.WRISTS}


def test_front_and_back_show_opposite_sides_of_the_picture() -> None:
    def across(seen: Seen) -> float:
        each = body_map(seen, {(Area.SHOULDERS, "left"): 1.0})
        (glow,) = glows(each.figure.glow, each.skeleton, False)
        return View.of(each.figure.camera).project(glow.line[0])[0]

    assert across("front") > 0 > across("back")
