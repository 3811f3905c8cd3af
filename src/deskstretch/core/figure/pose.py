"""Key poses made whole: what a pose inherits, and both sides of what was written for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from deskstretch.core.figure.body import LIMBS, SIDES, TRUNK, other_side
from deskstretch.core.figure.spec import Anchor, FigureSpec, PoseSpec, Touch, Vector
from deskstretch.core.figure.vectors import mirror

Name = TypeVar("Name", bound=str)
Given = TypeVar("Given")

ORIGIN = Anchor(at=(0.0, 0.0, 0.0))


class WholePose(msgspec.Struct, frozen=True):
    """A pose with nothing left to look up: every name has its side."""

    anchor: Anchor
    facing: Vector
    up: Vector
    chest_facing: Vector | None
    face: Vector | None
    bones: dict[str, Vector]
    touches: dict[str, Touch]
    poles: dict[str, Vector]
    breath: float = 0.0


def whole_pose(figure: FigureSpec, name: str) -> WholePose:
    """The pose of that name with all that it inherits."""
    line = [figure.poses[name]]
    while (parent := line[-1].inherits) is not None:
        line.append(figure.poses[parent])
    return combined(*reversed(line))


def combined(*line: PoseSpec) -> WholePose:
    """One whole pose out of a line of poses, the later ones on top."""
    anchor, facing, up = ORIGIN, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
    chest_facing: Vector | None = None
    face: Vector | None = None
    breath = 0.0
    bones: dict[str, Vector] = {}
    touches: dict[str, Touch | None] = {}
    poles: dict[str, Vector] = {}
    for pose in line:
        anchor = pose.anchor or anchor
        facing = pose.facing or facing
        up = pose.up or up
        chest_facing = pose.chest_facing or chest_facing
        face = pose.face or face
        breath = breath if pose.breath is None else pose.breath
        bones |= _both_sides(pose.bones, mirror)
        touches |= _both_sides(pose.touches, _mirrored_touch)
        poles |= _both_sides(pose.poles, mirror)
    resting = {end: _own_side(end, touch) for end, touch in touches.items() if touch is not None}
    return WholePose(anchor, facing, up, chest_facing, face, bones, resting, poles, breath)


def _both_sides(
    given: Mapping[Name, Given], mirrored: Callable[[Given], Given]
) -> dict[str, Given]:
    """Each entry under names that have a side; what is said of one side alone goes first."""
    sided: dict[str, Given] = {}
    for name, value in given.items():
        if not _is_sided(name):
            sided[f"{name}_right"] = value
            sided[f"{name}_left"] = mirrored(value)
    sided.update({name: value for name, value in given.items() if _is_sided(name)})
    return sided


def _is_sided(name: str) -> bool:
    return name in TRUNK or name.endswith(SIDES)


def _mirrored_touch(touch: Touch | None) -> Touch | None:
    if touch is None:
        return None
    point = None if touch.point is None else mirror(touch.point)
    on = None if touch.on is None else other_side(touch.on)
    return msgspec.structs.replace(touch, point=point, on=on, side=mirror(touch.side))


def _own_side(end: str, touch: Touch) -> Touch:
    """A right hand "on the thigh" is on the right thigh."""
    if touch.on is None or _is_sided(touch.on):
        return touch
    return msgspec.structs.replace(touch, on=f"{touch.on}_{LIMBS[end].side}")
