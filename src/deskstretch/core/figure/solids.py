"""The body as rounded solids: balls and the hulls over them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

import msgspec

from deskstretch.core.figure.body import (
    ANKLE_HEIGHT,
    BONES,
    HEAD_RADIUS,
    RINGS,
    SIDES,
    WAIST,
    Side,
    belly_rise,
)
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.spec import Vector
from deskstretch.core.figure.vectors import across, along, cross, dot, minus, mix, plus, times, unit

_FULLY_AWAY: Final = 0.5
"""The cosine between the head's back and the camera from which on no face is seen."""

_FULLY_BELOW: Final = 0.4
"""The same for the pelvis's lower end, from which on all of the seat is seen."""

Ball = tuple[Vector, float]
"""A middle and a radius."""
Chain = tuple[tuple[Ball, ...], ...]
"""Groups of balls in one skin: the hulls over each group and the next one; of one, its hull."""
Hair = Literal["short", "long", "none", "headscarf"]
Role = Literal[
    "skin", "shirt", "sleeve", "trousers", "shoe", "sole", "hair", "face", "nose", "ear", "scarf",
    "chair", "chair_back", "chair_metal", "wood", "wood_edge", "mat", "wall", "roller", "pillow",
    "towel",
]  # fmt: skip
"""What gives a piece its colour."""


class Piece(msgspec.Struct, frozen=True):
    """The union of the skins over some chains, in one colour."""

    role: Role
    chains: tuple[Chain, ...]


class Solid(msgspec.Struct, frozen=True):
    """A part that is drawn as a whole, before or behind the others."""

    name: str
    pieces: tuple[Piece, ...]
    """Painted in this order."""
    axes: tuple[tuple[Ball, Ball], ...]
    """Its core as tapered rods: what decides who hides whom."""
    joins: tuple[str, ...] = ()
    """The solids that it grows out of."""
    boxed: bool = False
    """Has flat sides along the room's axes."""


def body_solids(skeleton: Skeleton, hair: Hair = "short") -> list[Solid]:
    """The solids of a body."""
    solids = [_trunk(skeleton), _neck(skeleton), _head(skeleton, hair)]
    for side in SIDES:
        solids += _leg(skeleton, side)
        solids += _arm(skeleton, side)
    return solids


def trunk_rings(skeleton: Skeleton) -> list[tuple[Ball, Ball]]:
    """The balls right and left of the spine, from the hem up to the shoulders."""
    rings = []
    for ring in RINGS:
        middle, right = spine_at(skeleton, ring.at)
        rise = belly_rise(ring.at, skeleton.breath) / 2
        forward = unit(mix(skeleton.pelvis.forward, skeleton.chest.forward, ring.at))
        middle, radius = along(middle, forward, rise), ring.radius + rise
        rings.append(
            (
                (along(middle, right, ring.spread), radius),
                (along(middle, right, -ring.spread), radius),
            )
        )
    return rings


def spine_at(skeleton: Skeleton, at: float) -> tuple[Vector, Vector]:
    """A point of the spine, which runs in a smooth bow, and the direction to its right there.

    `at` runs from the pelvis (0) to the root of the neck (1).
    """
    joints = skeleton.joints
    low, bend, high = joints["pelvis"], joints["waist"], joints["collar"]
    # A quadratic curve that passes through the waist at its share of the way.
    hold = times(
        minus(bend, plus(times(low, (1 - WAIST) * (1 - WAIST)), times(high, WAIST * WAIST))),
        1 / (2 * WAIST * (1 - WAIST)),
    )
    point = mix(mix(low, hold, at), mix(hold, high, at), at)
    right = unit(mix(skeleton.pelvis.right, skeleton.chest.right, at))
    return point, right


def _trunk(skeleton: Skeleton) -> Solid:
    """Trousers up to the waist and the shirt over them."""
    joints, pelvis = skeleton.joints, skeleton.pelvis
    seat: list[Ball] = [
        (along(joints[f"hip_{side}"], pelvis.forward, -0.006), 0.056) for side in SIDES
    ]
    middle, right = spine_at(skeleton, 0.25)
    top: list[Ball] = [(along(middle, right, 0.04), 0.05), (along(middle, right, -0.04), 0.05)]
    rings = trunk_rings(skeleton)
    shoulders = tuple((joints[f"shoulder_{side}"], 0.037) for side in SIDES)
    neck = (along(joints["collar"], skeleton.chest.up, -0.004), 0.034)
    sides = [(low[i], high[i]) for i in (0, 1) for low, high in pairwise([seat, *rings])]
    return Solid(
        "trunk",
        (
            Piece("trousers", (((*seat, *top),),)),
            Piece(
                "shirt",
                (
                    tuple(rings[:-1]),
                    ((*rings[-2], *rings[-1], *shoulders),),
                    ((*shoulders, neck),),
                    ((*rings[-1], neck),),
                ),
            ),
        ),
        axes=((seat[0], seat[1]), *sides, (shoulders[0], shoulders[1])),
    )


def seat_seen(skeleton: Skeleton, toward: Vector) -> Piece | None:
    """The trousers between the legs, for a camera that looks at the pelvis from below.

    From there the shirt ends behind them. They grow, so that a turn changes without a jump.
    """
    below = min(1.0, -dot(skeleton.pelvis.up, toward) / _FULLY_BELOW)
    if below <= 0:
        return None
    hips = [along(skeleton.joints[f"hip_{side}"], skeleton.pelvis.forward, 0.004) for side in SIDES]
    return Piece("trousers", ((tuple((hip, 0.06 * below) for hip in hips),),))


def _neck(skeleton: Skeleton) -> Solid:
    joints = skeleton.joints
    base = (along(joints["collar"], skeleton.chest.up, -0.012), 0.03)
    top = (along(joints["nape"], skeleton.head.up, 0.01), 0.027)
    return Solid("neck", (Piece("skin", (((base, top),),)),), axes=((base, top),), joins=("trunk",))


def _head(skeleton: Skeleton, hair: Hair) -> Solid:
    middle, frame = skeleton.joints["head"], skeleton.head
    forward, up = frame.forward, frame.up

    def place(ahead: float, above: float, aside: float = 0.0) -> Vector:
        return along(along(along(middle, forward, ahead), up, above), frame.right, aside)

    skull: Ball = (place(-0.002, 0.004), HEAD_RADIUS - 0.002)
    face = Piece("face", ((((place(0.018, -0.008), 0.056), (place(0.026, -0.026), 0.042)),),))
    nose = Piece("nose", ((((place(0.068, -0.012), 0.011), (place(0.062, 0.0), 0.007)),),))
    match hair:
        case "short":
            crown = [Piece("hair", (((skull, (place(-0.018, -0.004), 0.058)),),))]
        case "long":
            fall = tuple((place(-0.034, -0.085, x), 0.03) for x in (0.03, -0.03))
            crown = [Piece("hair", (((skull, *fall),),))]
        case "none":
            crown = [Piece("skin", (((skull, (place(-0.012, -0.014), 0.056)),),))]
        case "headscarf":
            wrap = ((place(-0.01, -0.055), 0.046), (place(0.016, -0.062), 0.03))
            crown = [Piece("scarf", (((skull, *wrap),),))]
    return Solid(
        "head",
        (*crown, face, nose),
        axes=((skull, (place(0.016, -0.02), 0.058)),),
        joins=("neck",),
    )


def back_of_head(skeleton: Skeleton, hair: Hair, toward: Vector) -> Piece | None:
    """What covers the face where the head looks away from a camera in the direction `toward`.

    It grows out of the back of the head, so that a turning head changes without a jump.
    """
    frame = skeleton.head
    away = min(1.0, -dot(frame.forward, toward) / _FULLY_AWAY)
    if away <= 0:
        return None
    role: Role = "skin" if hair == "none" else "scarf" if hair == "headscarf" else "hair"
    radius = (HEAD_RADIUS - 0.002) * away
    middle = along(skeleton.joints["head"], frame.forward, radius - HEAD_RADIUS)
    return Piece(role, ((((along(middle, frame.up, 0.004), radius),),),))


def _leg(skeleton: Skeleton, side: Side) -> list[Solid]:
    joints = skeleton.joints
    hip, knee = joints[f"hip_{side}"], joints[f"knee_{side}"]
    ankle, toes = joints[f"ankle_{side}"], joints[f"toes_{side}"]
    sole = skeleton.soles[side]
    thigh_radii, shank_radii = BONES["thigh_right"].radii, BONES["shank_right"].radii
    thigh = ((hip, thigh_radii[0]), (mix(hip, knee, 0.45), 0.047), (knee, thigh_radii[1]))
    down = unit(minus(ankle, knee))
    toe_way = unit(minus(toes, ankle))
    back = times(across(toe_way, down, times(sole, -1)), -1)
    calf = (along(mix(knee, ankle, 0.32), back, 0.006), 0.037)
    cuff = (mix(knee, ankle, 0.9), shank_radii[1])
    shank = ((knee, shank_radii[1] + 0.012), calf, cuff)

    def on_sole(ahead: float, radius: float) -> Ball:
        return (along(along(ankle, toe_way, ahead), sole, ANKLE_HEIGHT - radius), radius)

    heel, ball, toe = on_sole(-0.022, 0.021), on_sole(0.062, 0.018), on_sole(0.1, 0.014)
    shoe = ((((ankle, 0.022), heel, ball),), ((heel, ball, toe),))
    rubber = (on_sole(-0.024, 0.007), on_sole(0.104, 0.007))
    return [
        Solid(
            f"thigh_{side}",
            (Piece("trousers", (_joined(thigh),)),),
            axes=((thigh[0], thigh[2]),),
            joins=("trunk",),
        ),
        Solid(
            f"shank_{side}",
            (
                Piece("skin", ((((mix(knee, ankle, 0.8), 0.02), (ankle, 0.02)),),)),
                Piece("trousers", ((shank,),)),
            ),
            axes=((shank[0], (ankle, 0.022)),),
            joins=(f"thigh_{side}",),
        ),
        Solid(
            f"foot_{side}",
            (Piece("shoe", shoe), Piece("sole", ((rubber,),))),
            axes=((heel, toe),),
            joins=(f"shank_{side}",),
        ),
    ]


def _arm(skeleton: Skeleton, side: Side) -> list[Solid]:
    joints = skeleton.joints
    shoulder, elbow = joints[f"shoulder_{side}"], joints[f"elbow_{side}"]
    wrist, fingers = joints[f"wrist_{side}"], joints[f"fingers_{side}"]
    bare: tuple[Ball, Ball] = ((mix(shoulder, elbow, 0.35), 0.029), (elbow, 0.026))
    sleeve: tuple[Ball, Ball] = ((shoulder, 0.037), (mix(shoulder, elbow, 0.58), 0.034))
    forearm: tuple[Ball, ...] = ((elbow, 0.026), (mix(elbow, wrist, 0.3), 0.027), (wrist, 0.017))
    reach = unit(minus(fingers, wrist))
    thumb_way = _thumb_way(skeleton, side, reach)
    palm = (mix(wrist, fingers, 0.45), 0.018)
    tip = (fingers, 0.011)
    root = along(along(wrist, reach, 0.016), thumb_way, 0.008)
    thumb = ((root, 0.009), (along(along(root, thumb_way, 0.014), reach, 0.018), 0.007))
    return [
        Solid(
            f"upper_arm_{side}",
            (Piece("skin", ((bare,),)), Piece("sleeve", ((sleeve,),))),
            axes=(((shoulder, 0.037), (elbow, 0.026)),),
            joins=("trunk",),
        ),
        Solid(
            f"forearm_{side}",
            (Piece("skin", (_joined(forearm),)),),
            axes=((forearm[0], forearm[2]),),
            joins=(f"upper_arm_{side}",),
        ),
        Solid(
            f"hand_{side}",
            (Piece("skin", (_joined(((wrist, 0.017), palm, tip)), (thumb,))),),
            axes=(((wrist, 0.017), tip),),
            joins=(f"forearm_{side}",),
        ),
    ]


def _joined(balls: tuple[Ball, ...]) -> Chain:
    """A limb over each ball and the next one."""
    return tuple((ball,) for ball in balls)


def _thumb_way(skeleton: Skeleton, side: Side, reach: Vector) -> Vector:
    """The side of the hand on which the thumb is: towards the body's middle, else upwards."""
    elbow, wrist = skeleton.joints[f"elbow_{side}"], skeleton.joints[f"wrist_{side}"]
    upper = unit(minus(skeleton.joints[f"shoulder_{side}"], elbow))
    lower = unit(minus(wrist, elbow))
    hinge = cross(lower, upper)
    inward = times(skeleton.chest.right, -1.0 if side == "right" else 1.0)
    lift = cross(hinge, reach)
    return across(plus(inward, times(lift, 0.5)), reach, skeleton.chest.up)
