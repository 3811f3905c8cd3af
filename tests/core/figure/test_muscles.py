"""A glow lies on the muscle that is felt."""

from __future__ import annotations

import msgspec

from deskstretch.core.figure.muscles import Glow, glows
from deskstretch.core.figure.pose import combined
from deskstretch.core.figure.skeleton import Skeleton, solve
from deskstretch.core.figure.solids import spine_at
from deskstretch.core.figure.spec import GlowSpec, MuscleName, PoseSpec
from deskstretch.core.figure.vectors import distance, dot, minus, mix

UPRIGHT = PoseSpec()
BENT = PoseSpec(up=(-0.4, 1, 0), bones={"lumbar": (0, 1, 0), "chest": (1, 0.8, 0)})


def felt(
    pose: PoseSpec, *specs: GlowSpec, strength: float = 1, mirrored: bool = False
) -> list[Glow]:
    return glows(specs, skeleton(pose, strength, len(specs)), mirrored)


def skeleton(pose: PoseSpec, strength: float = 1, glowing: int = 1) -> Skeleton:
    return msgspec.structs.replace(solve(combined(pose)), felt=(strength,) * glowing)


def test_a_glow_along_a_bent_back_is_bent_as_the_back_is() -> None:
    [glow] = felt(BENT, GlowSpec("back"))
    straight = mix(glow.line[0], glow.line[-1], 0.5)
    off_the_straight_line = min(distance(straight, at) for at in glow.line)
    assert off_the_straight_line > 0.02
    body = skeleton(BENT)
    near_the_spine = [
        min(distance(at, spine_at(body, s / 50)[0]) for s in range(51)) for at in glow.line
    ]
    assert all(0.03 < away < 0.045 for away in near_the_spine)


def test_the_back_glows_behind_the_spine_and_the_belly_before_it() -> None:
    back, belly = felt(UPRIGHT, GlowSpec("lower_back"), GlowSpec("belly"))
    pelvis = skeleton(UPRIGHT).joints["pelvis"]
    assert all(dot(minus(at, pelvis), (1, 0, 0)) < 0 for at in back.line)
    assert all(dot(minus(at, pelvis), (1, 0, 0)) > 0 for at in belly.line)


def test_what_is_in_the_middle_glows_once_and_what_has_two_sides_twice() -> None:
    for muscle, count in (("back", 1), ("belly", 1), ("hamstring", 2), ("lat", 2)):
        spec = GlowSpec(msgspec.convert(muscle, MuscleName))
        assert len(felt(UPRIGHT, spec)) == count


def test_the_other_side_glows_in_the_mirror() -> None:
    [right] = felt(UPRIGHT, GlowSpec("hamstring", side="right"))
    [left] = felt(UPRIGHT, GlowSpec("hamstring", side="right"), mirrored=True)
    assert right.on[0] == "thigh_right"
    assert left.on[0] == "thigh_left"


def test_what_is_not_felt_does_not_glow() -> None:
    assert felt(UPRIGHT, GlowSpec("back"), strength=0) == []


def test_a_part_of_a_muscle_can_glow() -> None:
    [whole] = felt(UPRIGHT, GlowSpec("back"))
    [lower] = felt(UPRIGHT, GlowSpec("back", end=0.5))
    assert lower.line[0] == whole.line[0]
    assert lower.line[-1][1] < whole.line[-1][1]
