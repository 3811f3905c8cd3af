"""What a figure is as data: the "figure" object of every stretch in exercises.json.

Axes: x forward, y up, z to the figure's right; the floor is y = 0. Lengths are shares of body
height. A direction need not have length 1. Everything is given for the right side; the left side
is its mirror. A name without a side ("thigh", "hand", "knee") stands for both: the right as
written, the left mirrored.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Vector = tuple[float, float, float]
_Coordinate = Annotated[float, Meta(ge=-5, le=5)]
Place = tuple[_Coordinate, _Coordinate, _Coordinate]
"""A point of the room, within a few body heights."""
_Share = Annotated[float, Meta(ge=-100, le=100)]
Direction = tuple[_Share, _Share, _Share]
"""Where something points."""

BoneName = Literal[
    "lumbar",
    "chest",
    "neck",
    "head",
    "thigh",
    "thigh_right",
    "thigh_left",
    "shank",
    "shank_right",
    "shank_left",
    "foot",
    "foot_right",
    "foot_left",
    "upper_arm",
    "upper_arm_right",
    "upper_arm_left",
    "forearm",
    "forearm_right",
    "forearm_left",
    "hand",
    "hand_right",
    "hand_left",
]

AnchorName = Literal[
    "pelvis",
    "hip_right",
    "hip_left",
    "knee_right",
    "knee_left",
    "ankle_right",
    "ankle_left",
    "knees",
]

EndName = Literal["hand", "hand_right", "hand_left", "foot", "foot_right", "foot_left"]

HingeName = Literal["elbow", "elbow_right", "elbow_left", "knee", "knee_right", "knee_left"]

MuscleName = Literal[
    "hamstring", "glute", "outer_hip", "hip_flexor", "inner_thigh", "calf",
    "lower_back", "upper_back", "back", "flank", "lat", "shoulder", "belly",
]  # fmt: skip

PoseName = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Share = Annotated[float, Meta(ge=0, le=1)]
Length = Annotated[float, Meta(gt=0, le=3)]
_SHORTEST_DIRECTION = 0.001


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a figure's data."""


class CameraSpec(_Part, frozen=True):
    """Where the figure is seen from. Degrees."""

    yaw: Annotated[float, Meta(ge=-180, le=180)] = -28
    """0 sees the right side; below 0 the front turns into view, above 0 the back."""
    pitch: Annotated[float, Meta(ge=0, le=90)] = 10
    """0 is level; 90 looks straight down."""


class Touch(_Part, frozen=True):
    """What a palm or an ankle rests on: a point in the room, or a place on the body's surface."""

    point: Place | None = None
    """Where the middle of the palm, or the ankle joint, is. A flat foot's ankle is 0.039 high."""
    on: BoneName | None = None
    """The bone whose surface is touched."""
    at: Share = 0.5
    """How far along that bone, from the end nearer to the pelvis."""
    side: Direction = (0, 1, 0)
    """Which side of it, as a direction in the room; the distance follows from both thicknesses."""

    def __post_init__(self) -> None:
        if (self.point is None) == (self.on is None):
            raise ValueError("a touch names either a point or the bone it is on")


class Anchor(_Part, frozen=True):
    """The joint that the rest of the body hangs on, and where it is.

    "knees" is the middle between both knees, for one who kneels on both.
    """

    at: Place
    joint: AnchorName = "pelvis"


class PoseSpec(_Part, frozen=True):
    """One key pose. What it leaves out it takes from the pose named by "from"."""

    inherits: PoseName | None = msgspec.field(default=None, name="from")
    anchor: Anchor | None = None
    facing: Direction | None = None
    """Where the front of the pelvis looks."""
    up: Direction | None = None
    """Where the pelvis's upper end points: [0, 1, 0] standing, [-1, 0, 0] lying on the back."""
    chest_facing: Direction | None = None
    """Where the breastbone looks; by itself it follows the pelvis without a twist."""
    face: Direction | None = None
    """Where the face looks; by itself it follows the breastbone."""
    bones: dict[BoneName, Direction] = {}
    """A direction per bone, away from the pelvis, in the room's axes."""
    touches: dict[EndName, Touch | None] = {}
    """Palms and ankles that rest on something: elbow and knee then follow. null lets go."""
    poles: dict[HingeName, Direction] = {}
    """Where an elbow or knee points when a touch decides how far it bends."""
    breath: Share | None = None
    """How full of air the belly is; by itself it is empty."""

    def __post_init__(self) -> None:
        single = [self.facing, self.up, self.chest_facing, self.face]
        for direction in (*single, *self.bones.values(), *self.poles.values()):
            if direction is not None and max(map(abs, direction)) < _SHORTEST_DIRECTION:
                raise ValueError("a direction cannot be [0, 0, 0] nor nearly so")


class GlowSpec(_Part, frozen=True):
    """Where the stretch is felt."""

    muscle: MuscleName
    side: Literal["right", "left", "both"] = "both"
    poses: tuple[PoseName, ...] = ()
    """The poses in which it is felt; none named: in the last pose of the sequence."""
    start: Share = 0
    end: Share = 1
    """The stretch of the muscle that glows, from its upper end."""


class TaskChair(_Part, frozen=True, tag_field="kind", tag="task-chair"):
    """An office chair on five castors that looks along x."""

    at: Place = (0, 0, 0)
    """The point of the floor under the seat's middle."""
    seat_height: Length = 0.235


class PlainChair(_Part, frozen=True, tag_field="kind", tag="plain-chair"):
    """A chair on four legs."""

    at: Place = (0, 0, 0)
    seat_height: Length = 0.235
    faces: Literal["forward", "backward"] = "forward"


class Mat(_Part, frozen=True, tag_field="kind", tag="mat"):
    """An exercise mat on the floor."""

    at: Place = (0, 0, 0)
    length: Length = 1.05
    """Along x."""
    width: Length = 0.36
    """Along z."""


class Wall(_Part, frozen=True, tag_field="kind", tag="wall"):
    """A wall's end or door frame: an upright board that looks along -x."""

    at: Place
    """The middle of its foot, on the side that is leaned on."""
    height: Length = 0.8
    width: Length = 0.12
    """Along z."""
    thickness: Length = 0.05


class Ledge(_Part, frozen=True, tag_field="kind", tag="ledge"):
    """A shelf or cabinet top to lay an arm on."""

    at: Place
    """The middle of its top surface."""
    depth: Length = 0.2
    """Along x."""
    width: Length = 0.4
    """Along z."""


class Roller(_Part, frozen=True, tag_field="kind", tag="roller"):
    """A foam roller, rolled towel or cushion that lies across."""

    at: Place
    """Its middle."""
    radius: Length = 0.044
    length: Length = 0.36


class Pillow(_Part, frozen=True, tag_field="kind", tag="pillow"):
    """A flat pillow."""

    at: Place
    """The middle of its underside."""
    length: Length = 0.16
    width: Length = 0.2
    thickness: Length = 0.03


class Towel(_Part, frozen=True, tag_field="kind", tag="towel"):
    """A towel held in both hands and looped round the sole of a foot."""

    foot: Literal["right", "left"] = "right"


PropSpec = TaskChair | PlainChair | Mat | Wall | Ledge | Roller | Pillow | Towel


class FigureSpec(_Part, frozen=True):
    """The figure of one stretch: how it is seen, what stands about, and its key poses."""

    poses: Annotated[dict[PoseName, PoseSpec], Meta(min_length=1)]
    sequence: Annotated[tuple[PoseName, ...], Meta(min_length=1)]
    """The way in: from the neutral start over what lies between to the hold (or, for a cycle,
    to the pose of its last phase)."""
    camera: CameraSpec = CameraSpec()
    props: tuple[PropSpec, ...] = ()
    glow: tuple[GlowSpec, ...] = ()
    phase_move: Annotated[float, Meta(gt=0, le=1)] = 0.5
    """The share of a phase that the move into its pose takes."""

    def __post_init__(self) -> None:
        named = [*self.sequence, *(name for glow in self.glow for name in glow.poses)]
        for name in named:
            if name not in self.poses:
                raise ValueError(f"there is no pose {name!r}")
        for name in self.poses:
            self._check_anchor(name, self._line_of(name))

    def _line_of(self, name: str) -> list[PoseSpec]:
        """The pose and those that it starts from, nearest first."""
        line = [self.poses[name]]
        while (parent := line[-1].inherits) is not None:
            if parent not in self.poses:
                raise ValueError(f"there is no pose {parent!r} for {name!r} to start from")
            if len(line) == len(self.poses):
                raise ValueError(f"pose {name!r} starts from itself")
            line.append(self.poses[parent])
        return line

    def _check_anchor(self, name: str, line: list[PoseSpec]) -> None:
        """The pelvis is found from the anchored joint, by the bones that lie between."""
        joint = next((pose.anchor.joint for pose in line if pose.anchor is not None), "pelvis")
        part, _, side = joint.partition("_")
        given = {bone for pose in line for bone in pose.bones}
        for bone in {"knee": ("thigh",), "knees": ("thigh",), "ankle": ("thigh", "shank")}.get(
            part, ()
        ):
            for wanted in [f"{bone}_{side}"] if side else [f"{bone}_right", f"{bone}_left"]:
                if given.isdisjoint((bone, wanted)):
                    raise ValueError(f"pose {name!r} is anchored at {joint}: it must give {wanted}")
