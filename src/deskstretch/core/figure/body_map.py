"""A standing body, from the front and from behind, that glows where it was stretched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from deskstretch.core.area import Area
from deskstretch.core.figure.body import Side
from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.skeleton import Skeleton, solve
from deskstretch.core.figure.spec import (
    Anchor,
    CameraSpec,
    FigureSpec,
    GlowSpec,
    MuscleName,
    PoseSpec,
)

Seen = Literal["front", "back"]

_MUSCLES: Final[Mapping[Area, tuple[MuscleName, tuple[Seen, ...]]]] = {
    Area.HAMSTRINGS: ("hamstring", ("back",)),
    Area.HIP_FLEXORS: ("hip_flexor", ("front",)),
    Area.GLUTES: ("glute", ("back",)),
    Area.OUTER_HIPS: ("outer_hip", ("front", "back")),
    Area.INNER_THIGHS: ("inner_thigh", ("front",)),
    Area.CALVES: ("calf", ("back",)),
    Area.LOWER_BACK: ("lower_back", ("back",)),
    Area.UPPER_BACK: ("upper_back", ("back",)),
    Area.LATS: ("lat", ("back",)),
    Area.SIDE_OF_THE_TRUNK: ("flank", ("front",)),
    Area.SHOULDERS: ("shoulder", ("front", "back")),
    Area.ABDOMEN: ("belly", ("front",)),
}
"""What glows for an area, and where from it is seen; the whole body has no place of its own."""
_YAW: Final[Mapping[Seen, float]] = {"front": -90, "back": 90}
_POSE: Final = "standing"
_STANDING: Final = PoseSpec(
    anchor=Anchor((0.0, 0.524, 0.0)),
    facing=(1, 0, 0),
    up=(0, 1, 0),
    bones={
        "lumbar": (0, 1, 0),
        "chest": (0, 1, 0),
        "neck": (0, 1, 0),
        "head": (0, 1, 0),
        "thigh": (0, -1, 0.07),
        "shank": (0, -1, 0.02),
        "foot": (1, 0, 0.25),
        "upper_arm": (0, -1, 0.32),
        "forearm": (0.05, -1, 0.2),
        "hand": (0.05, -1, 0.1),
    },
)


class BodyMap(msgspec.Struct, frozen=True):
    """One view of the body, ready to be painted."""

    figure: FigureSpec
    skeleton: Skeleton
    places: tuple[tuple[Area, Side], ...]
    """What each glow of the figure stands for, in its order."""


def body_map(seen: Seen, strengths: Mapping[tuple[Area, Side], float]) -> BodyMap:
    """The body as seen from there; strengths run from 0 to 1, by area and side."""
    places = [
        place for place in strengths if place[0] in _MUSCLES and seen in _MUSCLES[place[0]][1]
    ]
    figure = FigureSpec(
        poses={_POSE: _STANDING},
        sequence=(_POSE,),
        camera=CameraSpec(yaw=_YAW[seen], pitch=4),
        glow=tuple(GlowSpec(_MUSCLES[area][0], side) for area, side in places),
    )
    skeleton = msgspec.structs.replace(
        solve(whole_pose(figure, _POSE)), felt=tuple(strengths[place] for place in places)
    )
    return BodyMap(figure, skeleton, tuple(places))
