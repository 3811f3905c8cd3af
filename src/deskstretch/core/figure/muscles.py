"""Where on the body a stretch is felt."""

from __future__ import annotations

from typing import Final

import msgspec

from deskstretch.core.figure.body import Side
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.solids import spine_at
from deskstretch.core.figure.spec import GlowSpec, Vector
from deskstretch.core.figure.vectors import across, along, cross, minus, mix, plus, times, unit

_ALONG_THE_SPINE: Final = {
    "lower_back": (0.06, 0.5, -0.036),
    "upper_back": (0.46, 0.9, -0.036),
    "back": (0.06, 0.9, -0.036),
    "belly": (0.12, 0.58, 0.036),
}
"""From and to where up the spine, and how far in front of it."""
_BOW_STEPS: Final = 6


class Glow(msgspec.Struct, frozen=True):
    """A line along a muscle and the half width of its glow."""

    line: tuple[Vector, ...]
    radius: float
    on: tuple[str, ...]
    """The solids that it lies on: it is painted over the last of them."""
    strength: float


def glows(specs: tuple[GlowSpec, ...], skeleton: Skeleton, mirrored: bool) -> list[Glow]:
    """What glows on this skeleton; the sides are those of the right-hand data."""
    found = []
    for spec, strength in zip(specs, skeleton.felt, strict=False):
        if strength <= 0.01:
            continue
        sides: tuple[Side, ...] = ("right", "left") if spec.side == "both" else (spec.side,)
        for side in sides:
            told: Side = side if not mirrored else ("left" if side == "right" else "right")
            if spec.muscle in _ALONG_THE_SPINE:
                found.append(_along_the_spine(spec, skeleton, strength))
                break
            line = _line(spec.muscle, told, skeleton)
            ends = (mix(line[0], line[1], spec.start), mix(line[0], line[1], spec.end))
            found.append(Glow(ends, line[2], line[3], strength))
    return found


def _along_the_spine(spec: GlowSpec, skeleton: Skeleton, strength: float) -> Glow:
    """A line that follows the spine's bow, in front of it or behind."""
    low, high, ahead = _ALONG_THE_SPINE[spec.muscle]
    line = []
    for step in range(_BOW_STEPS + 1):
        share = spec.start + (spec.end - spec.start) * step / _BOW_STEPS
        at = low + (high - low) * share
        middle, right = spine_at(skeleton, at)
        forward = across(mix(skeleton.pelvis.forward, skeleton.chest.forward, at), right)
        line.append(along(middle, forward, ahead))
    return Glow(tuple(line), 0.02, ("trunk",), strength)


def _line(
    muscle: str, side: Side, skeleton: Skeleton
) -> tuple[Vector, Vector, float, tuple[str, ...]]:
    joints, pelvis, chest = skeleton.joints, skeleton.pelvis, skeleton.chest
    hip, knee, ankle = (joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle"))
    thigh = unit(minus(knee, hip))
    outward = times(pelvis.right, 1.0 if side == "right" else -1.0)
    behind = _behind_thigh(side, skeleton, thigh)
    match muscle:
        case "hamstring":
            start, end = mix(hip, knee, 0.12), mix(hip, knee, 0.86)
            return (
                along(start, behind, 0.024),
                along(end, behind, 0.014),
                0.021,
                (f"thigh_{side}", f"shank_{side}"),
            )
        case "calf":
            start, end = mix(knee, ankle, 0.12), mix(knee, ankle, 0.6)
            back = across(behind, unit(minus(ankle, knee)))
            return along(start, back, 0.014), along(end, back, 0.012), 0.017, (f"shank_{side}",)
        case "hip_flexor":
            start = along(along(hip, pelvis.forward, 0.03), pelvis.up, 0.04)
            end = along(mix(hip, knee, 0.55), behind, -0.02)
            return start, end, 0.02, (f"thigh_{side}", "trunk")
        case "inner_thigh":
            start, end = mix(hip, knee, 0.15), mix(hip, knee, 0.8)
            inward = across(times(outward, -1), thigh)
            return along(start, inward, 0.026), along(end, inward, 0.018), 0.019, (f"thigh_{side}",)
        case "glute":
            start = along(along(hip, pelvis.forward, -0.03), pelvis.up, 0.025)
            end = along(along(hip, behind, 0.03), thigh, 0.03)
            return start, end, 0.026, (f"thigh_{side}",)
        case "outer_hip":
            start = along(along(hip, outward, 0.034), pelvis.up, 0.03)
            end = along(mix(hip, knee, 0.3), across(outward, thigh), 0.032)
            return start, end, 0.022, (f"thigh_{side}",)
        case "flank" | "lat":
            aside = times(chest.right, 1.0 if side == "right" else -1.0)
            low = along(along(joints["pelvis"], pelvis.up, 0.05), outward, 0.066)
            armpit = along(joints[f"shoulder_{side}"], chest.up, -0.045)
            start = mix(low, armpit, 0.45) if muscle == "lat" else low
            start = along(start, aside, 0.006)
            return start, armpit, 0.02, ("trunk",)
        case _:
            shoulder, elbow = joints[f"shoulder_{side}"], joints[f"elbow_{side}"]
            return shoulder, mix(shoulder, elbow, 0.4), 0.022, (f"upper_arm_{side}",)


def _behind_thigh(side: Side, skeleton: Skeleton, thigh: Vector) -> Vector:
    """The direction out of the back of the thigh."""
    joints = skeleton.joints
    shank = unit(minus(joints[f"ankle_{side}"], joints[f"knee_{side}"]))
    right = plus(cross(shank, thigh), times(across(skeleton.pelvis.right, thigh), 0.12))
    return unit(cross(thigh, across(right, thigh)))
