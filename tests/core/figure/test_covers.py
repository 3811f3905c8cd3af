"""What is seen of a head and a seat depends on where the camera is."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin

from deskstretch.core.figure.pose import combined
from deskstretch.core.figure.skeleton import Skeleton, solve
from deskstretch.core.figure.solids import Piece, back_of_head, seat_seen
from deskstretch.core.figure.spec import PoseSpec, Vector

LOOKS_FORWARD = solve(combined(PoseSpec()))
ON_THE_BACK = solve(combined(PoseSpec(facing=(0, 1, 0), up=(-1, 0, 0))))
FROM_THE_FRONT: Vector = (1, 0, 0)
FROM_BEHIND: Vector = (-1, 0, 0)
FROM_THE_SIDE: Vector = (0, 0, 1)


def radius(piece: Piece | None) -> float:
    return 0.0 if piece is None else piece.chains[0][0][0][1]


def test_no_hair_covers_a_face_that_looks_at_the_camera() -> None:
    assert back_of_head(LOOKS_FORWARD, "short", FROM_THE_FRONT) is None
    assert back_of_head(LOOKS_FORWARD, "short", FROM_THE_SIDE) is None


def test_no_face_is_seen_from_behind() -> None:
    cover = back_of_head(LOOKS_FORWARD, "short", FROM_BEHIND)
    assert cover is not None
    assert cover.role == "hair"
    assert radius(cover) > 0.06


def test_a_head_without_hair_or_with_a_scarf_is_covered_by_its_own() -> None:
    bare = back_of_head(LOOKS_FORWARD, "none", FROM_BEHIND)
    scarf = back_of_head(LOOKS_FORWARD, "headscarf", FROM_BEHIND)
    assert bare is not None
    assert scarf is not None
    assert (bare.role, scarf.role) == ("skin", "scarf")


def test_hair_comes_over_a_turning_face_without_a_jump() -> None:
    ways: list[Vector] = [(cos(radians(a)), 0, sin(radians(a))) for a in range(60, 181)]
    covers = [radius(back_of_head(LOOKS_FORWARD, "short", way)) for way in ways]
    assert covers[0] == 0
    assert covers[-1] > 0.06
    assert all(0 <= later - before < 0.004 for before, later in pairwise(covers))


def test_trousers_are_seen_between_the_legs_from_below_alone() -> None:
    assert seat_seen(LOOKS_FORWARD, FROM_THE_FRONT) is None
    assert seat_seen(LOOKS_FORWARD, (0, 1, 0)) is None
    assert trousers(ON_THE_BACK, FROM_THE_FRONT)
    assert not trousers(ON_THE_BACK, FROM_BEHIND)


def trousers(skeleton: Skeleton, toward: Vector) -> bool:
    cover = seat_seen(skeleton, toward)
    return cover is not None and cover.role == "trousers"
