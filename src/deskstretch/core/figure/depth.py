"""Who hides whom: the order in which solids are painted, from the back to the front."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deskstretch.core.figure.camera import View
from deskstretch.core.figure.solids import Ball, Solid
from deskstretch.core.figure.spec import Vector
from deskstretch.core.figure.vectors import along, dot, length, minus, mix

Box = tuple[float, float, float, float]
Bounds = tuple[list[float], list[float]]


def back_to_front(solids: Sequence[Solid], view: View, early: Collection[str] = ()) -> list[Solid]:
    """The painting order; where it is free, the solids named `early` go first.

    Two solids that do not meet are parted by a plane halfway between their nearest points; the one
    on the camera's side of it cannot be hidden by the other.
    """
    outlines = [_outline(solid, view) for solid in solids]
    bounds = [_bounds(solid) for solid in solids]
    depths = [_depth(solid, view) for solid in solids]
    after: list[list[int]] = [[] for _ in solids]
    waits = [0] * len(solids)
    for i, one in enumerate(solids):
        for j in range(i):
            if not _overlap(outlines[i], outlines[j]):
                continue
            if solids[j].boxed or one.boxed:
                in_front = dot(_parting_face(bounds[j], bounds[i]), view.toward)
            else:
                in_front = _in_front(solids[j], one, view)
            first, second = (i, j) if in_front > 0 else (j, i)
            after[first].append(second)
            waits[second] += 1
    order = []
    left = set(range(len(solids)))
    while left:
        # Bodies can hide each other in a ring; then the farthest goes first.
        free = [i for i in left if waits[i] == 0] or [min(left, key=lambda i: depths[i])]
        chosen = min(free, key=lambda i: (solids[i].name not in early, depths[i]))
        left.remove(chosen)
        order.append(solids[chosen])
        for later in after[chosen]:
            waits[later] -= 1
    return order


def _outline(solid: Solid, view: View) -> Box:
    (ax, ay, az), (ux, uy, uz) = view.across, view.upward
    seen = [
        (x * ax + y * ay + z * az, x * ux + y * uy + z * uz, radius)
        for piece in solid.pieces
        for chain in piece.chains
        for group in chain
        for (x, y, z), radius in group
    ]
    return (
        min([x - radius for x, _, radius in seen]),
        min([y - radius for _, y, radius in seen]),
        max([x + radius for x, _, radius in seen]),
        max([y + radius for _, y, radius in seen]),
    )


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _depth(solid: Solid, view: View) -> float:
    ends = [ball[0] for axis in solid.axes for ball in axis]
    return sum(dot(end, view.toward) for end in ends) / len(ends)


def _in_front(one: Solid, other: Solid, view: View) -> float:
    """Above 0 where `one` is on the camera's side of `other`."""
    if one.name in other.joins:
        return -_grown(other, one, view)
    if other.name in one.joins:
        return _grown(one, other, view)
    return dot(_gap(one, other), view.toward)


def _grown(branch: Solid, stem: Solid, view: View) -> float:
    """Like `_in_front` for a solid that grows out of another: their common joint tells nothing."""
    start, end = branch.axes[0]
    outer: Ball = (mix(start[0], end[0], 0.6), end[1])
    gap = _nearest_gap(((outer, end),), stem.axes)
    return dot(gap, view.toward)


def _gap(one: Solid, other: Solid) -> Vector:
    return _nearest_gap(one.axes, other.axes)


def _nearest_gap(ones: Sequence[tuple[Ball, Ball]], others: Sequence[tuple[Ball, Ball]]) -> Vector:
    """The vector from the nearest point of the others to that of the ones."""
    best, found = 9.0, (0.0, 0.0, 0.0)
    for a in ones:
        for b in others:
            (a_start, a_radius), (a_end, a_end_radius) = a
            (b_start, b_radius), (b_end, b_end_radius) = b
            s, t = nearest_shares(a_start, a_end, b_start, b_end)
            gap = minus(mix(a_start, a_end, s), mix(b_start, b_end, t))
            room = (
                length(gap)
                - (a_radius + (a_end_radius - a_radius) * s)
                - (b_radius + (b_end_radius - b_radius) * t)
            )
            if room < best:
                best, found = room, gap
    return found


def nearest_shares(
    a_start: Vector, a_end: Vector, b_start: Vector, b_end: Vector
) -> tuple[float, float]:
    """How far along two lines their nearest points are (0 to 1 each).

    After Ericson, Real-Time Collision Detection (2005), section 5.1.9.
    """
    a, b, apart = minus(a_end, a_start), minus(b_end, b_start), minus(a_start, b_start)
    aa, bb, ab = dot(a, a), dot(b, b), dot(a, b)
    at, bt = dot(a, apart), dot(b, apart)
    if aa < 1e-9:
        return 0.0, _within(bt / bb) if bb > 1e-9 else 0.0
    if bb < 1e-9:
        return _within(-at / aa), 0.0
    room = aa * bb - ab * ab
    s = _within((ab * bt - at * bb) / room) if room > 1e-9 else 0.5
    t = (ab * s + bt) / bb
    if t < 0:
        return _within(-at / aa), 0.0
    if t > 1:
        return _within((ab - at) / aa), 1.0
    return s, t


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _parting_face(a: Bounds, b: Bounds) -> Vector:
    """The side of the room's axes along which the two are farthest apart, toward the first."""
    best, found = -9.0, (0.0, 1.0, 0.0)
    for axis in range(3):
        for sign, room in ((1, a[0][axis] - b[1][axis]), (-1, b[0][axis] - a[1][axis])):
            if room > best:
                best = room
                found = along((0.0, 0.0, 0.0), _AXES[axis], sign)
    return found


_AXES = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def _bounds(solid: Solid) -> Bounds:
    balls = [ball for axis in solid.axes for ball in axis]
    return (
        [min([at[i] - radius for at, radius in balls]) for i in range(3)],
        [max([at[i] + radius for at, radius in balls]) for i in range(3)],
    )
