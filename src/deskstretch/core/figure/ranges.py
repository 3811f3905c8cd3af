"""How far human joints go, and which joints of a skeleton are past that.

Ranges of healthy adults in degrees. Arms, knees straight and neck after the American Academy of
Orthopaedic Surgeons, The Clinical Measurement of Joint Motion (1994), and Kurz, Stretching
Scientifically (1994). Trunk (its lumbar and thoracic part together) and a hip that hands or
weight help to bend after Kapandji, The Physiology of the Joints (1987). A deeply bent knee after
Hemmerich and others, Journal of Orthopaedic Research 24 (2006), 770-781. A foot is one bone here:
what its middle adds to a pointed ankle is counted in.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, atan2, degrees
from typing import Final

import msgspec

from deskstretch.core.figure.body import SIDES, Frame, Side
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.spec import Vector
from deskstretch.core.figure.vectors import (
    across,
    angle,
    carried,
    cross,
    dot,
    minus,
    times,
    unit,
)

RANGES: Final = {
    "trunk bend": (-50, 90),
    "trunk side bend": (-40, 40),
    "trunk turn": (-45, 45),
    "neck bend": (-55, 80),
    "neck side bend": (-40, 40),
    "neck turn": (-75, 75),
    "hip bend": (-30, 140),
    "hip spread": (-30, 50),
    "bent hip spread": (-30, 65),
    "hip turn": (-45, 60),
    "bent hip turn": (-45, 90),
    "knee bend": (0, 157),
    "ankle bend": (-75, 30),
    "foot aside": (-35, 35),
    "arm backward": (-90, 60),
    "arm across": (-90, 45),
    "elbow bend": (0, 150),
    "wrist bend": (0, 90),
}
"""Degrees from the upright stand: bends forward (a knee's backward), a foot's upward, spreads and
turns outward are above 0. A bent hip is that of one who sits, cross-legged too."""

_BENT_HIP: Final = 60
_STRAIGHT_KNEE: Final = 25
"""A knee bent less than this does not tell how the thigh is turned."""


class Strain(msgspec.Struct, frozen=True):
    """A joint past its range."""

    joint: str
    degrees: float
    allowed: tuple[float, float]


def strains(skeleton: Skeleton) -> list[Strain]:
    """The joints of that moment that no healthy adult could bring there."""
    return [
        Strain(joint, reached, RANGES[kind])
        for joint, kind, reached in _angles(skeleton)
        if not RANGES[kind][0] <= reached <= RANGES[kind][1]
    ]


def _angles(skeleton: Skeleton) -> Iterator[tuple[str, str, float]]:
    """Joint, kind of movement and degrees."""
    for part, low, high in (
        ("trunk", skeleton.pelvis, skeleton.chest),
        ("neck", skeleton.chest, skeleton.head),
    ):
        yield f"{part} bend", f"{part} bend", _bend(high.up, low)
        yield f"{part} side bend", f"{part} side bend", _sine(dot(high.up, low.right))
        ahead = carried(low.forward, low.up, high.up)
        yield f"{part} turn", f"{part} turn", _turn(ahead, high.forward, high.up)
    for side in SIDES:
        for kind, reached in (*_leg(skeleton, side), *_arm(skeleton, side)):
            yield f"{side} {kind}", kind, reached


def _leg(skeleton: Skeleton, side: Side) -> Iterator[tuple[str, float]]:
    pelvis = skeleton.pelvis
    outward = 1.0 if side == "right" else -1.0
    thigh, shank, foot = (
        _bone(skeleton, side, start, end)
        for start, end in (("hip", "knee"), ("knee", "ankle"), ("ankle", "toes"))
    )
    bend = -_bend(times(thigh, -1), pelvis)
    bent = "bent " if bend > _BENT_HIP else ""
    yield "hip bend", bend
    yield f"{bent}hip spread", _sine(dot(thigh, pelvis.right) * outward)
    knee = degrees(angle(thigh, shank))
    yield "knee bend", knee
    yield "ankle bend", degrees(angle(foot, shank)) - 90
    if knee < _STRAIGHT_KNEE:
        return
    hinge = unit(cross(shank, thigh))
    yield f"{bent}hip turn", _turn(across(pelvis.right, thigh), hinge, thigh) * -outward
    yield "foot aside", _sine(dot(foot, hinge)) * outward


def _arm(skeleton: Skeleton, side: Side) -> Iterator[tuple[str, float]]:
    chest = skeleton.chest
    outward = 1.0 if side == "right" else -1.0
    upper, lower, hand = (
        _bone(skeleton, side, start, end)
        for start, end in (("shoulder", "elbow"), ("elbow", "wrist"), ("wrist", "fingers"))
    )
    yield "arm backward", _sine(-dot(upper, chest.forward))
    yield "arm across", _sine(-dot(upper, chest.right) * outward)
    yield "elbow bend", degrees(angle(upper, lower))
    yield "wrist bend", degrees(angle(lower, hand))


def _bone(skeleton: Skeleton, side: Side, start: str, end: str) -> Vector:
    return unit(minus(skeleton.joints[f"{end}_{side}"], skeleton.joints[f"{start}_{side}"]))


def _bend(up: Vector, low: Frame) -> float:
    """Degrees that a direction is tipped forward from the lower part's own upward."""
    return degrees(atan2(dot(up, low.forward), dot(up, low.up)))


def _turn(start: Vector, end: Vector, axis: Vector) -> float:
    """Degrees from one direction to another about an axis, to the axis's left below 0."""
    return degrees(atan2(dot(cross(end, start), axis), dot(start, end)))


def _sine(share: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, share))))
