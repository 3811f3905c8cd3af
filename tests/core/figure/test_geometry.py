"""Every frame of every stretch, on both sides, is a body that could be there.

Lengths are shares of body height: 0.01 is 17.5 mm of somebody 175 cm tall.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.body import (
    ANKLE_THICKNESS,
    BONES,
    HIP_OFFSET,
    LIMBS,
    PALM_THICKNESS,
    SHOULDER_OFFSET,
    WAIST,
    other_side,
    trunk_thickness,
)
from deskstretch.core.figure.choreography import MotionKind
from deskstretch.core.figure.depth import nearest_shares
from deskstretch.core.figure.furniture import prop_solids
from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.ranges import strains
from deskstretch.core.figure.skeleton import Skeleton, between, posture_of, skeleton_of
from deskstretch.core.figure.solids import Solid, body_solids
from deskstretch.core.figure.spec import Ledge, PlainChair, TaskChair, Touch, Vector, Wall
from deskstretch.core.figure.vectors import along, distance, dot, length, minus, mirror, mix, unit
from tests.core.figure.filmed import figure_of, film, phase_poses, stretches_with_a_figure
from tests.core.shipped import shipped_catalogue

CONTACT = 0.02
FASTEST = 0.1
"""The way of a joint in a frame: 2 m/s, a hand that is reached out quickly."""
INTO_THE_FLOOR = 0.004
FLESH = 0.026
"""How far what is soft gives way: a hand on a thigh, a thigh on a seat's edge."""

STRETCHES = stretches_with_a_figure()
each_stretch = pytest.mark.parametrize("stretch", STRETCHES, ids=lambda stretch: stretch.id)
each_side = pytest.mark.parametrize("side", ["right", "left"])


def test_every_shipped_stretch_has_a_figure() -> None:
    assert {stretch.id for stretch in STRETCHES} == set(shipped_catalogue().exercises)


@each_side
@each_stretch
def test_no_bone_changes_its_length(stretch: Exercise, side: str) -> None:
    for motion, skeleton in film(stretch.id, side):
        joints = skeleton.joints
        for bone in BONES.values():
            between_ends = distance(joints[bone.start], joints[bone.end])
            assert between_ends == pytest.approx(bone.length, abs=1e-6), (motion, bone)
        assert distance(joints["hip_right"], joints["hip_left"]) == pytest.approx(2 * HIP_OFFSET)
        shoulders = distance(joints["shoulder_right"], joints["shoulder_left"])
        assert shoulders == pytest.approx(2 * SHOULDER_OFFSET)


@each_side
@each_stretch
def test_no_joint_goes_farther_than_a_human_one(stretch: Exercise, side: str) -> None:
    for motion, skeleton in film(stretch.id, side):
        assert not strains(skeleton), motion


@each_side
@each_stretch
def test_nothing_sinks_into_the_floor(stretch: Exercise, side: str) -> None:
    for motion, skeleton in film(stretch.id, side):
        for solid in body_solids(skeleton):
            groups = [group for piece in solid.pieces for chain in piece.chains for group in chain]
            lowest = min(middle[1] - radius for group in groups for middle, radius in group)
            assert lowest >= -INTO_THE_FLOOR, (motion, solid.name)


@each_side
@each_stretch
def test_no_joint_jumps_from_frame_to_frame(stretch: Exercise, side: str) -> None:
    for (_, before), (motion, after) in pairwise(film(stretch.id, side)):
        for joint, at in after.joints.items():
            assert distance(at, before.joints[joint]) <= FASTEST, (motion, joint)


@each_stretch
def test_the_left_side_is_the_mirror_of_the_right(stretch: Exercise) -> None:
    frames = zip(film(stretch.id, "right"), film(stretch.id, "left"), strict=True)
    for (motion, right), (_, left) in frames:
        for joint, at in right.joints.items():
            assert left.joints[other_side(joint)] == pytest.approx(mirror(at)), (motion, joint)


@each_stretch
def test_hands_and_feet_are_where_the_poses_say(stretch: Exercise) -> None:
    figure = figure_of(stretch)
    for a, b in _ways(stretch):
        start, end = (posture_of(whole_pose(figure, name)) for name in (a, b))
        kept = start.touches.items() & end.touches.items()
        for share, touches in ((0, start.touches.items()), (1, end.touches.items()), (0.5, kept)):
            skeleton = skeleton_of(between(start, end, share))
            for tip, touch in touches:
                assert _off(skeleton, tip, touch) <= CONTACT, (a, b, share, tip)


@each_stretch
def test_a_breath_leaves_hands_and_feet_in_place(stretch: Exercise) -> None:
    figure = figure_of(stretch)
    if stretch.phases:
        return
    touches = posture_of(whole_pose(figure, figure.sequence[-1])).touches
    for motion, skeleton in film(stretch.id, "right"):
        if motion.kind is MotionKind.HOLD:
            for tip, touch in touches.items():
                assert _off(skeleton, tip, touch) <= CONTACT, (motion, tip)


@each_stretch
def test_no_limb_goes_through_body_or_furniture(stretch: Exercise) -> None:
    furniture = [
        prop
        for prop in figure_of(stretch).props
        if isinstance(prop, TaskChair | PlainChair | Wall | Ledge)
    ]
    for motion, skeleton in film(stretch.id, "right")[::3]:
        body = body_solids(skeleton)
        for one, other in combinations(body, 2):
            if _apart(one, other):
                assert _overlap(one, other) <= FLESH, (motion, one.name, other.name)
        for thing in (solid for prop in furniture for solid in prop_solids(prop, skeleton, False)):
            depth = _depth_in_box if thing.boxed else _overlap
            for part in body:
                assert depth(part, thing) <= FLESH, (motion, part.name, thing.name)


def _ways(stretch: Exercise) -> Iterator[tuple[str, str]]:
    """The pairs of key poses between which the figure moves."""
    sequence, phases = figure_of(stretch).sequence, phase_poses(stretch)
    yield from pairwise(sequence) if len(sequence) > 1 else [(sequence[0], sequence[0])]
    yield from ((phases[here - 1], phase) for here, phase in enumerate(phases))


def _off(skeleton: Skeleton, tip: str, touch: Touch) -> float:
    """How far a palm or ankle is from what it touches."""
    limb, joints = LIMBS[tip], skeleton.joints
    start, end = joints[BONES[tip].start], joints[BONES[tip].end]
    palm_or_ankle = along(start, unit(minus(end, start)), limb.reach)
    if touch.point is not None:
        return distance(palm_or_ankle, touch.point)
    assert touch.on is not None
    bone = BONES[touch.on]
    root = joints[bone.start]
    axis = unit(minus(joints[bone.end], root))
    away = minus(palm_or_ankle, root)
    along_bone = dot(away, axis)
    outward = minus(away, tuple(along_bone * x for x in axis))  # type: ignore[arg-type]
    gap = length(outward) - _thickness(skeleton, touch, unit(outward))
    gap -= PALM_THICKNESS if limb.reach else ANKLE_THICKNESS
    return max(abs(along_bone - touch.at * bone.length), abs(gap))


def _thickness(skeleton: Skeleton, touch: Touch, outward: Vector) -> float:
    breath = skeleton.breath
    match touch.on:
        case "lumbar":
            return trunk_thickness(touch.at * WAIST, outward, skeleton.pelvis, breath)
        case "chest":
            up = WAIST + touch.at * (1 - WAIST)
            return trunk_thickness(up, outward, skeleton.chest, breath)
        case on:
            upper, lower = BONES[str(on)].radii
            return upper + (lower - upper) * touch.at


def _apart(one: Solid, other: Solid) -> bool:
    """Whether two parts of the body neither grow out of each other nor lie side by side."""
    if one.name in other.joins or other.name in one.joins:
        return False
    neighbours = ("trunk", "neck", "head", "thigh", "upper_arm")
    return not (one.name.startswith(neighbours) and other.name.startswith(neighbours))


def _overlap(one: Solid, other: Solid) -> float:
    """How deep the cores of two solids, with their thickness, are in each other."""
    deepest = -1.0
    for a_start, a_end in one.axes:
        for b_start, b_end in other.axes:
            s, t = nearest_shares(a_start[0], a_end[0], b_start[0], b_end[0])
            apart = distance(mix(a_start[0], a_end[0], s), mix(b_start[0], b_end[0], t))
            thick = a_start[1] + (a_end[1] - a_start[1]) * s
            thick += b_start[1] + (b_end[1] - b_start[1]) * t
            deepest = max(deepest, thick - apart)
    return deepest


def _depth_in_box(part: Solid, box: Solid) -> float:
    """How deep a part of the body is in something with flat sides."""
    corners = [ball for axis in box.axes for ball in axis]
    low = [min(at[i] - radius for at, radius in corners) for i in range(3)]
    high = [max(at[i] + radius for at, radius in corners) for i in range(3)]
    deepest = -1.0
    for start, end in part.axes:
        for step in range(9):
            at = mix(start[0], end[0], step / 8)
            thick = start[1] + (end[1] - start[1]) * step / 8
            outside = [max(low[i] - at[i], 0.0, at[i] - high[i]) for i in range(3)]
            apart = sum(x * x for x in outside) ** 0.5
            if apart == 0:
                apart = -min(min(at[i] - low[i], high[i] - at[i]) for i in range(3))
            deepest = max(deepest, thick - apart)
    return deepest
