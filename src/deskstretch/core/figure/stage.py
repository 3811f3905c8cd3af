"""The still part of a picture: camera, framing and floor, the same over a whole stretch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import cos, pi, sin

import msgspec

from deskstretch.core.figure.camera import Framing, View, framing_of
from deskstretch.core.figure.furniture import prop_solids
from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.skeleton import Skeleton, between, posture_of, skeleton_of
from deskstretch.core.figure.solids import Ball, Hair, body_solids
from deskstretch.core.figure.spec import FigureSpec, Vector

_FLOOR_MARGIN = 0.07
_AIR = 0.02
"""Left free round the whole."""
_CIRCLE = tuple((cos(2 * pi * part / 48), sin(2 * pi * part / 48)) for part in range(48))


class Stage(msgspec.Struct, frozen=True):
    """What does not move while the figure does."""

    view: View
    framing: Framing
    floor_middle: Vector
    floor_radii: tuple[float, float]
    """Along x and z."""
    waist_depth: float
    """How near to the camera the waist is in the hold: what stands still is shaded by that."""


def stage_of(figure: FigureSpec, mirrored: bool = False, hair: Hair = "short") -> Stage:
    """The stage that holds every pose of the figure and the ways between them."""
    view = View.of(figure.camera, mirrored)
    balls = [
        (middle, radius + _AIR)
        for skeleton in _skeletons(figure)
        for middle, radius in _balls(figure, skeleton, hair)
    ]
    if mirrored:
        balls = [((x, y, -z), radius) for (x, y, z), radius in balls]
    xs = [x + side * radius for (x, _, _), radius in balls for side in (-1, 1)]
    zs = [z + side * radius for (_, _, z), radius in balls for side in (-1, 1)]
    half_length = (max(xs) - min(xs)) / 2 + _FLOOR_MARGIN
    half_width = max((max(zs) - min(zs)) / 2 + _FLOOR_MARGIN, half_length * 0.45)
    middle = ((max(xs) + min(xs)) / 2, 0.0, (max(zs) + min(zs)) / 2)
    rim = [
        ((middle[0] + x * half_length, 0.0, middle[2] + z * half_width), 0.0) for x, z in _CIRCLE
    ]
    hold = skeleton_of(posture_of(whole_pose(figure, figure.sequence[-1])), mirrored)
    return Stage(
        view,
        framing_of(view, balls + rim),
        middle,
        (half_length, half_width),
        waist_depth=view.project(hold.joints["waist"])[2],
    )


def _skeletons(figure: FigureSpec) -> Iterator[Skeleton]:
    postures = {name: posture_of(whole_pose(figure, name)) for name in figure.poses}
    for posture in postures.values():
        yield skeleton_of(posture)
    for a, b in pairwise(figure.sequence):
        yield skeleton_of(between(postures[a], postures[b], 0.5))


def _balls(figure: FigureSpec, skeleton: Skeleton, hair: Hair) -> Iterator[Ball]:
    solids = body_solids(skeleton, hair)
    for prop in figure.props:
        solids += prop_solids(prop, skeleton, mirrored=False)
    for solid in solids:
        for piece in solid.pieces:
            for chain in piece.chains:
                for group in chain:
                    yield from group
