"""From a pose to the places of the joints: forward kinematics, and inverse where a limb rests."""

from __future__ import annotations

from typing import Final

import msgspec

from deskstretch.core.figure.body import (
    ANKLE_HEIGHT,
    BONES,
    HIP_OFFSET,
    LIMBS,
    SHOULDER_DROP,
    SHOULDER_OFFSET,
    TRUNK,
    WAIST,
    Frame,
    Limb,
    belly_rise,
    other_side,
    trunk_thickness,
)
from deskstretch.core.figure.pose import WholePose
from deskstretch.core.figure.spec import Anchor, Touch, Vector
from deskstretch.core.figure.vectors import (
    NULL,
    across,
    along,
    carried,
    cross,
    dot,
    length,
    minus,
    mirror,
    mix,
    plus,
    slerp,
    times,
    unit,
)

_THICKEST: Final = 0.13
"""What turns in its place is at most as far from its joint as a shoulder's outside."""


class Skeleton(msgspec.Struct, frozen=True):
    """A body at one moment: where its joints are and which way its parts look."""

    joints: dict[str, Vector]
    pelvis: Frame
    chest: Frame
    head: Frame
    soles: dict[str, Vector]
    """By side: the direction out of the sole of the foot."""
    felt: tuple[float, ...] = ()
    """How strongly each glow of the figure is felt, 0 to 1."""
    breath: float = 0.0
    """0 breathed out, 1 breathed in."""


class Posture(msgspec.Struct, frozen=True):
    """A solved pose: a unit direction for every bone, so that two of them can be blended."""

    anchor: Anchor
    facing: Vector
    up: Vector
    chest_facing: Vector
    face: Vector
    bones: dict[str, Vector]
    bends: dict[str, Vector]
    """By hand or foot: which way its elbow or knee points."""
    touches: dict[str, Touch]
    breath: float = 0.0


def solve(pose: WholePose, mirrored: bool = False) -> Skeleton:
    """The skeleton of a key pose, or of its mirror for the other side."""
    return skeleton_of(posture_of(pose), mirrored)


def posture_of(pose: WholePose) -> Posture:
    """Solve a key pose: limbs that rest on something find their directions here."""
    up = unit(pose.up)
    facing = across(pose.facing, up)
    bones = {name: unit(direction) for name, direction in pose.bones.items()}
    bones.setdefault("lumbar", up)
    bones.setdefault("chest", bones["lumbar"])
    bones.setdefault("neck", bones["chest"])
    bones.setdefault("head", bones["neck"])
    forward = carried(carried(facing, up, bones["lumbar"]), bones["lumbar"], bones["chest"])
    chest_facing = across(pose.chest_facing or forward, bones["chest"], forward)
    onward = carried(chest_facing, bones["chest"], bones["head"])
    face = across(pose.face or onward, bones["head"], onward)
    draft = Posture(
        anchor=pose.anchor,
        facing=facing,
        up=up,
        chest_facing=chest_facing,
        face=face,
        bones=bones,
        bends={},
        touches=pose.touches,
        breath=pose.breath,
    )
    joints = _trunk_joints(draft)
    _lay_out_roughly(bones, joints, draft)
    bends: dict[str, Vector] = {}
    for limb in _in_order(pose.touches):
        touch = pose.touches.get(limb.tip)
        pole = pose.poles.get(limb.hinge) or _usual_pole(limb, draft)
        if touch is not None:
            _reach(limb, _place(touch, limb, joints, draft), pole, bones, joints)
        _complete(limb, bones, draft)
        _lay_out(limb, bones, joints)
        bends[limb.tip] = _bend(limb, bones, pole)
    return msgspec.structs.replace(draft, bends=bends)


def between(a: Posture, b: Posture, share: float) -> Posture:
    """The posture on the way from `a` (share 0) to `b` (share 1).

    Bones turn evenly and keep their length; what rests on the same thing in both stays on it.
    """
    if share <= 0:
        return a
    if share >= 1:
        return b
    up = slerp(a.up, b.up, share)
    bones = {name: slerp(a.bones[name], b.bones[name], share) for name in BONES}
    bends = {end: slerp(a.bends[end], b.bends[end], share) for end in LIMBS}
    draft = Posture(
        anchor=_anchor_between(a, b, bones, up, share),
        facing=across(slerp(a.facing, b.facing, share), up),
        up=up,
        chest_facing=across(slerp(a.chest_facing, b.chest_facing, share), bones["chest"]),
        face=across(slerp(a.face, b.face, share), bones["head"]),
        bones=bones,
        bends=bends,
        touches=a.touches | b.touches,
        breath=a.breath + (b.breath - a.breath) * share,
    )
    joints = _trunk_joints(draft)
    for limb in LIMBS.values():
        _lay_out(limb, bones, joints)  # in either pose another limb may rest on it
    for limb in _in_order(draft.touches):
        _lay_out(limb, bones, joints)
        free = along(joints[BONES[limb.tip].start], bones[limb.tip], limb.reach)
        target = free
        for posture, weight in ((a, 1 - share), (b, share)):
            touch = posture.touches.get(limb.tip)
            if touch is not None:
                pull = minus(_place(touch, limb, joints, draft), free)
                target = along(target, pull, weight)
        if limb.tip in draft.touches:
            _reach(limb, target, bends[limb.tip], bones, joints)
            _lay_out(limb, bones, joints)
    return draft


def skeleton_of(posture: Posture, mirrored: bool = False) -> Skeleton:
    """Where the joints of a posture are."""
    joints = _trunk_joints(posture)
    for limb in LIMBS.values():
        _lay_out(limb, posture.bones, joints)
    pelvis, chest = _pelvis_frame(posture), _chest_frame(posture)
    head_up = posture.bones["head"]
    skeleton = Skeleton(
        joints=joints,
        pelvis=pelvis,
        chest=chest,
        head=Frame(posture.face, head_up, cross(posture.face, head_up)),
        soles={side: _sole(side, posture) for side in ("right", "left")},
        breath=posture.breath,
    )
    return mirrored_skeleton(skeleton) if mirrored else skeleton


def mirrored_skeleton(skeleton: Skeleton) -> Skeleton:
    """The same body seen in the mirror: left and right change places."""
    return msgspec.structs.replace(
        skeleton,
        joints={other_side(name): mirror(at) for name, at in skeleton.joints.items()},
        pelvis=_mirrored_frame(skeleton.pelvis),
        chest=_mirrored_frame(skeleton.chest),
        head=_mirrored_frame(skeleton.head),
        soles={
            "right": mirror(skeleton.soles["left"]),
            "left": mirror(skeleton.soles["right"]),
        },
    )


def farthest_moved(a: Skeleton, b: Skeleton) -> float:
    """How far anything of a body moves from one moment to another; in body heights, at most."""
    ways = [
        abs(x - b.joints[name][0]) + abs(y - b.joints[name][1]) + abs(z - b.joints[name][2])
        for name, (x, y, z) in a.joints.items()
    ]
    for before, after in ((a.pelvis, b.pelvis), (a.chest, b.chest), (a.head, b.head)):
        ways.append(_THICKEST * length(minus(before.forward, after.forward)))
        ways.append(_THICKEST * length(minus(before.up, after.up)))
    for side, sole in a.soles.items():
        ways.append(_THICKEST * length(minus(sole, b.soles[side])))
    return max(*ways, belly_rise(WAIST, abs(a.breath - b.breath)))


def _mirrored_frame(frame: Frame) -> Frame:
    return Frame(mirror(frame.forward), mirror(frame.up), times(mirror(frame.right), -1))


def _pelvis_frame(posture: Posture) -> Frame:
    return Frame(posture.facing, posture.up, cross(posture.facing, posture.up))


def _chest_frame(posture: Posture) -> Frame:
    up = posture.bones["chest"]
    return Frame(posture.chest_facing, up, cross(posture.chest_facing, up))


def _trunk_joints(posture: Posture) -> dict[str, Vector]:
    """Pelvis, hips, spine, head and shoulders."""
    right = cross(posture.facing, posture.up)
    pelvis = _pelvis_place(posture.anchor, posture.bones, right)
    joints = {
        "pelvis": pelvis,
        "hip_right": along(pelvis, right, HIP_OFFSET),
        "hip_left": along(pelvis, right, -HIP_OFFSET),
    }
    for name in TRUNK:
        bone = BONES[name]
        joints[bone.end] = along(joints[bone.start], posture.bones[name], bone.length)
    chest = _chest_frame(posture)
    middle = along(joints["collar"], chest.up, -SHOULDER_DROP)
    joints["shoulder_right"] = along(middle, chest.right, SHOULDER_OFFSET)
    joints["shoulder_left"] = along(middle, chest.right, -SHOULDER_OFFSET)
    return joints


def _pelvis_place(anchor: Anchor, bones: dict[str, Vector], right: Vector) -> Vector:
    """Where the pelvis must be for the anchored joint to be where it is said to be."""
    if anchor.joint == "knees":
        knees = [_from_pelvis("knee", side, bones, right) for side in ("right", "left")]
        return minus(anchor.at, mix(knees[0], knees[1], 0.5))
    part, _, side = anchor.joint.partition("_")
    return minus(anchor.at, _from_pelvis(part, side, bones, right)) if side else anchor.at


def _from_pelvis(part: str, side: str, bones: dict[str, Vector], right: Vector) -> Vector:
    """From the pelvis's middle to the hip, knee or ankle of a side."""
    offset = times(right, HIP_OFFSET if side == "right" else -HIP_OFFSET)
    for bone in {"hip": (), "knee": ("thigh",), "ankle": ("thigh", "shank")}[part]:
        name = f"{bone}_{side}"
        offset = along(offset, bones[name], BONES[name].length)
    return offset


def _anchor_between(
    a: Posture, b: Posture, bones: dict[str, Vector], up: Vector, share: float
) -> Anchor:
    """An anchor that both share stays put; otherwise the pelvis takes the straight way."""
    if a.anchor.joint == b.anchor.joint:
        return Anchor(mix(a.anchor.at, b.anchor.at, share), a.anchor.joint)
    return Anchor(mix(_trunk_joints(a)["pelvis"], _trunk_joints(b)["pelvis"], share))


def _in_order(touches: dict[str, Touch]) -> list[Limb]:
    """The limbs, each after the one that it rests on."""
    order: list[Limb] = []
    waiting = list(LIMBS.values())
    while waiting:
        bearing = {bone for limb in waiting for bone in (limb.upper, limb.lower, limb.tip)}
        ready = [
            limb
            for limb in waiting
            if (touch := touches.get(limb.tip)) is None or touch.on not in bearing
        ]
        # Two hands that rest on each other: neither can wait for the other.
        ready = ready or waiting[:1]
        order += ready
        waiting = [limb for limb in waiting if limb not in ready]
    return order


def _place(touch: Touch, limb: Limb, joints: dict[str, Vector], posture: Posture) -> Vector:
    """The point that the palm's middle or the ankle goes to."""
    if touch.point is not None:
        return touch.point
    assert touch.on is not None, "a touch without a point is on a bone"
    bone = BONES[touch.on]
    spot = mix(joints[bone.start], joints[bone.end], touch.at)
    outward = across(touch.side, unit(minus(joints[bone.end], joints[bone.start])))
    if touch.on == "lumbar":
        thickness = trunk_thickness(
            touch.at * WAIST, outward, _pelvis_frame(posture), posture.breath
        )
    elif touch.on == "chest":
        thickness = trunk_thickness(
            WAIST + touch.at * (1 - WAIST), outward, _chest_frame(posture), posture.breath
        )
    else:
        thickness = bone.radii[0] + (bone.radii[1] - bone.radii[0]) * touch.at
    return along(spot, outward, thickness + limb.thickness)


def _reach(
    limb: Limb,
    target: Vector,
    pole: Vector,
    bones: dict[str, Vector],
    joints: dict[str, Vector],
) -> None:
    """Two-bone inverse kinematics: turn the limb so that its hand or foot is at `target`."""
    root, upper, lower = joints[limb.root], BONES[limb.upper].length, BONES[limb.lower].length
    stiff = limb.reach if limb.tip not in bones else 0.0
    end = target if stiff else along(target, bones.get(limb.tip, NULL), -limb.reach)
    lower += stiff
    way = minus(end, root)
    far = min(max(length(way), abs(upper - lower) + 0.02), upper + lower - 1e-4)
    axis = unit(way)
    forward = (far * far + upper * upper - lower * lower) / (2 * far)
    sideways = max(0.0, upper * upper - forward * forward) ** 0.5
    hinge = along(times(axis, forward), across(pole, axis), sideways)
    bones[limb.upper] = unit(hinge)
    bones[limb.lower] = unit(minus(times(axis, far), hinge))


def _lay_out(limb: Limb, bones: dict[str, Vector], joints: dict[str, Vector]) -> None:
    for name in (limb.upper, limb.lower, limb.tip):
        bone = BONES[name]
        joints[bone.end] = along(joints[bone.start], bones[name], bone.length)


def _lay_out_roughly(bones: dict[str, Vector], joints: dict[str, Vector], posture: Posture) -> None:
    """Put every limb where it would be if it touched nothing: something may rest on it that cannot
    wait for it, as two hands on each other."""
    free = dict(bones)
    for limb in LIMBS.values():
        _complete(limb, free, posture)
        _lay_out(limb, free, joints)


def _complete(limb: Limb, bones: dict[str, Vector], posture: Posture) -> None:
    """What a pose leaves out: limbs hang down, hands go on straight, feet are square."""
    bones.setdefault(limb.upper, times(posture.bones["chest"], -1))
    bones.setdefault(limb.lower, bones[limb.upper])
    if limb.tip in bones:
        return
    if limb.reach:
        bones[limb.tip] = bones[limb.lower]
    else:
        bones[limb.tip] = cross(_knee_axis(limb.side, bones, posture), bones[limb.lower])


def _bend(limb: Limb, bones: dict[str, Vector], pole: Vector) -> Vector:
    """Which way the elbow or knee points; a straight limb has only its pole to tell."""
    upper, lower = bones[limb.upper], bones[limb.lower]
    axis = unit(plus(upper, lower))
    sideways = minus(upper, times(axis, dot(upper, axis)))
    return unit(sideways) if length(sideways) > 0.05 else across(pole, axis)


def _usual_pole(limb: Limb, posture: Posture) -> Vector:
    """Knees point where the pelvis looks; elbows outwards, back and down."""
    if not limb.reach:
        return posture.facing
    chest = _chest_frame(posture)
    outward = times(chest.right, 1.0 if limb.side == "right" else -1.0)
    return plus(outward, plus(times(chest.up, -0.8), times(chest.forward, -0.6)))


def _knee_axis(side: str, bones: dict[str, Vector], posture: Posture) -> Vector:
    """The axis that the knee hinges on, to the figure's right; steady while the leg is straight."""
    thigh, shank = bones[f"thigh_{side}"], bones[f"shank_{side}"]
    right = across(cross(posture.facing, posture.up), shank)
    return across(plus(cross(shank, thigh), times(right, 0.12)), shank, right)


def _sole(side: str, posture: Posture) -> Vector:
    """The direction out of the sole."""
    foot = posture.bones[f"foot_{side}"]
    return unit(cross(foot, across(_knee_axis(side, posture.bones, posture), foot)))


def sole_point(skeleton: Skeleton, side: str, forward: float) -> Vector:
    """A point of the sole, `forward` of the ankle (behind it when negative)."""
    ankle, toes = skeleton.joints[f"ankle_{side}"], skeleton.joints[f"toes_{side}"]
    return along(
        along(ankle, unit(minus(toes, ankle)), forward), skeleton.soles[side], ANKLE_HEIGHT
    )
