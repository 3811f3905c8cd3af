"""What is in front is painted over what is behind."""

from __future__ import annotations

from deskstretch.core.figure.camera import View
from deskstretch.core.figure.depth import back_to_front
from deskstretch.core.figure.solids import Piece, Solid
from deskstretch.core.figure.spec import CameraSpec

FROM_THE_SIDE = View.of(CameraSpec(yaw=0, pitch=0))


def ball(name: str, x: float, z: float) -> Solid:
    """A ball of 0.1 that stands upright; greater z is nearer to the camera."""
    middle = ((x, 0.5, z), 0.1)
    return Solid(name, (Piece("skin", (((middle,),),)),), axes=((middle, middle),))


def order(*solids: Solid, early: tuple[str, ...] = ()) -> list[str]:
    return [solid.name for solid in back_to_front(solids, FROM_THE_SIDE, early)]


def test_the_nearer_of_two_is_painted_over_the_farther() -> None:
    assert order(ball("near", 0, 0.3), ball("far", 0.05, 0)) == ["far", "near"]


def test_the_other_side_of_the_room_turns_the_order() -> None:
    behind = View.of(CameraSpec(yaw=180, pitch=0))
    solids = [ball("near", 0, 0.3), ball("far", 0.05, 0)]
    assert [solid.name for solid in back_to_front(solids, behind)] == ["near", "far"]


def test_what_glows_is_painted_before_others_that_it_does_not_meet_in_the_picture() -> None:
    aside, glowing = ball("aside", 1, 0), ball("glowing", 0, 0.3)
    assert order(aside, glowing) == ["aside", "glowing"]
    assert order(aside, glowing, early=("glowing",)) == ["glowing", "aside"]


def test_what_glows_is_still_painted_over_what_it_hides() -> None:
    assert order(ball("glowing", 0, 0.3), ball("far", 0.05, 0), early=("glowing",)) == [
        "far",
        "glowing",
    ]
