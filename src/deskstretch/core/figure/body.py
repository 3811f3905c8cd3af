"""The body's proportions: bones, joints and thicknesses, as shares of body height.

Bone lengths after Drillis and Contini, Body Segment Parameters (1966); thicknesses are drawn ones.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from deskstretch.core.figure.spec import Vector
from deskstretch.core.figure.vectors import dot

Side = Literal["right", "left"]
SIDES: Final[tuple[Side, Side]] = ("right", "left")
TRUNK: Final = ("lumbar", "chest", "neck", "head")

HIP_OFFSET: Final = 0.05
"""From the pelvis's middle to a hip joint."""
SHOULDER_OFFSET: Final = 0.095
SHOULDER_DROP: Final = 0.014
"""The shoulder joints lie this much below the root of the neck."""
HEAD_RADIUS: Final = 0.07
ANKLE_HEIGHT: Final = 0.039
"""From the sole to the ankle joint."""
PALM: Final = 0.032
"""From the wrist to the middle of the palm."""
PALM_THICKNESS: Final = 0.014
"""From the middle of the palm's bones to what it lies on."""
ANKLE_THICKNESS: Final = 0.026
WAIST: Final = 0.41
"""How far up the spine the waist is, from the pelvis (0) to the root of the neck (1)."""
_DEEP_BREATH: Final = 0.026
"""How far a deep breath pushes the belly out."""

_LENGTHS: Final = {
    "lumbar": 0.12,
    "chest": 0.17,
    "neck": 0.055,
    "head": 0.06,
    "thigh": 0.245,
    "shank": 0.24,
    "foot": 0.10,
    "upper_arm": 0.165,
    "forearm": 0.14,
    "hand": 0.055,
}
_ENDS: Final = {
    "lumbar": ("pelvis", "waist"),
    "chest": ("waist", "collar"),
    "neck": ("collar", "nape"),
    "head": ("nape", "head"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("ankle", "toes"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "fingers"),
}
_RADII: Final = {
    "neck": (0.028, 0.026),
    "head": (HEAD_RADIUS, HEAD_RADIUS),
    "thigh": (0.052, 0.038),
    "shank": (0.038, 0.026),
    "foot": (0.022, 0.014),
    "upper_arm": (0.034, 0.027),
    "forearm": (0.026, 0.018),
    "hand": (0.018, 0.012),
}


class Ring(msgspec.Struct, frozen=True):
    """A slice of the trunk: two balls of `radius`, `spread` to the right and left of the spine."""

    at: float
    """How far up the spine, from the pelvis (0) to the root of the neck (1)."""
    spread: float
    radius: float


RINGS: Final = (
    Ring(0.19, 0.044, 0.053),
    Ring(0.28, 0.041, 0.053),
    Ring(0.42, 0.036, 0.052),
    Ring(0.62, 0.044, 0.057),
    Ring(0.80, 0.052, 0.056),
    Ring(0.93, 0.044, 0.040),
)


class Bone(msgspec.Struct, frozen=True):
    """A bone between two joints, tapering from one radius to the other."""

    start: str
    end: str
    length: float
    radii: tuple[float, float]


class Limb(msgspec.Struct, frozen=True):
    """An arm or a leg: two bones that inverse kinematics can bend, and a hand or foot."""

    side: Side
    root: str
    upper: str
    lower: str
    tip: str
    hinge: str
    reach: float
    """How far along the tip (hand or foot) the place is that touches."""
    thickness: float
    """From that place to the surface it rests on."""


def _bones() -> dict[str, Bone]:
    bones = {}
    for name, (start, end) in _ENDS.items():
        radii = _RADII.get(name, (0.05, 0.05))
        if name in TRUNK:
            bones[name] = Bone(start, end, _LENGTHS[name], radii)
            continue
        for side in SIDES:
            sided = Bone(f"{start}_{side}", f"{end}_{side}", _LENGTHS[name], radii)
            bones[f"{name}_{side}"] = sided
    return bones


def _leg(side: Side) -> Limb:
    return Limb(
        side,
        root=f"hip_{side}",
        upper=f"thigh_{side}",
        lower=f"shank_{side}",
        tip=f"foot_{side}",
        hinge=f"knee_{side}",
        reach=0.0,
        thickness=ANKLE_THICKNESS,
    )


def _arm(side: Side) -> Limb:
    return Limb(
        side,
        root=f"shoulder_{side}",
        upper=f"upper_arm_{side}",
        lower=f"forearm_{side}",
        tip=f"hand_{side}",
        hinge=f"elbow_{side}",
        reach=PALM,
        thickness=PALM_THICKNESS,
    )


BONES: Final = _bones()
LIMBS: Final = {limb.tip: limb for side in SIDES for limb in (_leg(side), _arm(side))}
"""By the name of the hand or foot."""


class Frame(msgspec.Struct, frozen=True):
    """Three perpendicular unit vectors that a part of the body carries with it."""

    forward: Vector
    up: Vector
    right: Vector


def other_side(name: str) -> str:
    """The mirror's name for a joint or bone."""
    if name.endswith("_right"):
        return name.removesuffix("_right") + "_left"
    if name.endswith("_left"):
        return name.removesuffix("_left") + "_right"
    return name


def belly_rise(up_the_spine: float, breath: float) -> float:
    """How far a breath (0 to 1) pushes the front of the trunk out at that height of the spine."""
    return _DEEP_BREATH * breath * max(0.0, 1 - abs(up_the_spine - WAIST) / 0.34)


def trunk_thickness(
    up_the_spine: float, direction: Vector, frame: Frame, breath: float = 0.0
) -> float:
    """From the spine to the trunk's surface in a direction across it.

    `up_the_spine` runs from the pelvis (0) to the root of the neck (1).
    """
    rise = belly_rise(up_the_spine, breath) / 2
    swell = rise + rise * dot(direction, frame.forward)
    below = RINGS[0]
    for ring in RINGS:
        if ring.at >= up_the_spine:
            gap = ring.at - below.at
            share = 0.0 if gap <= 0 else max(0.0, (up_the_spine - below.at) / gap)
            spread = below.spread + (ring.spread - below.spread) * share
            radius = below.radius + (ring.radius - below.radius) * share
            return radius + swell + spread * abs(dot(direction, frame.right))
        below = ring
    return below.radius + swell + below.spread * abs(dot(direction, frame.right))
