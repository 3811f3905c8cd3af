"""Three numbers as a vector: what the figure's geometry needs, and no more."""

from __future__ import annotations

from functools import lru_cache
from math import acos, cos, sin, sqrt

from deskstretch.core.figure.spec import Vector

NULL: Vector = (0.0, 0.0, 0.0)
_TINY = 1e-9


def plus(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vector, factor: float) -> Vector:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(start: Vector, direction: Vector, distance: float) -> Vector:
    """The point `distance` from `start` in that direction (a unit vector)."""
    return (
        start[0] + direction[0] * distance,
        start[1] + direction[1] * distance,
        start[2] + direction[2] * distance,
    )


def mix(a: Vector, b: Vector, share: float) -> Vector:
    """`a` at share 0, `b` at share 1, a straight line between."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vector) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vector, b: Vector) -> float:
    return length(minus(a, b))


def unit(a: Vector) -> Vector:
    """The same direction with length 1; the null vector stays as it is."""
    size = length(a)
    return a if size < _TINY else (a[0] / size, a[1] / size, a[2] / size)


def across(a: Vector, axis: Vector, otherwise: Vector = (1.0, 0.0, 0.0)) -> Vector:
    """The unit vector nearest to `a` that is perpendicular to `axis` (a unit vector).

    Where `a` runs along the axis, `otherwise` decides, and failing that any perpendicular.
    """
    for candidate in (a, otherwise, (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)):
        rest = minus(candidate, times(axis, dot(candidate, axis)))
        size = length(rest)
        if size > 1e-4:
            return times(rest, 1 / size)
    return (1.0, 0.0, 0.0)


def mirror(a: Vector) -> Vector:
    """Seen in the figure's mid-plane: right becomes left."""
    return (a[0], a[1], -a[2])


def angle(a: Vector, b: Vector) -> float:
    """Radians between two directions, 0 to pi."""
    size = length(a) * length(b)
    return 0.0 if size < _TINY else acos(max(-1.0, min(1.0, dot(a, b) / size)))


def turned(a: Vector, axis: Vector, radians: float) -> Vector:
    """`a` turned about a unit axis."""
    c, s = cos(radians), sin(radians)
    return plus(plus(times(a, c), times(cross(axis, a), s)), times(axis, dot(axis, a) * (1 - c)))


def carried(a: Vector, start: Vector, end: Vector) -> Vector:
    """`a` after the shortest turn that takes the unit direction `start` to `end`."""
    axis = cross(start, end)
    sine = length(axis)
    if sine < _TINY:
        return a if dot(start, end) > 0 else times(a, -1)
    return turned(a, times(axis, 1 / sine), angle(start, end))


def slerp(a: Vector, b: Vector, share: float) -> Vector:
    """From unit direction `a` to `b` by the shortest turn, at an even speed."""
    if a == b:
        return a
    aside, whole = _turn(a, b)
    c, s = cos(whole * share), sin(whole * share)
    return (a[0] * c + aside[0] * s, a[1] * c + aside[1] * s, a[2] * c + aside[2] * s)


@lru_cache(maxsize=128)
def _turn(a: Vector, b: Vector) -> tuple[Vector, float]:
    """Where `a` is after a quarter of a turn towards `b`, and how far it is to there in radians.

    Kept, because a movement asks for the turns of the same bones in each of its pictures.
    """
    axis = cross(a, b)
    size = length(axis)
    axis = across(b, a, (0.0, 0.0, 1.0)) if size < 1e-6 else times(axis, 1 / size)
    return cross(axis, a), angle(a, b)
