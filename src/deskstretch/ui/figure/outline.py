"""The outline of balls wrapped in one skin."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, degrees, hypot, pi

from PySide6.QtGui import QPainterPath

Disc = tuple[float, float, float]
"""x, y and radius in the picture."""

_ROUND = 2 * pi


def add_hull(path: QPainterPath, discs: Sequence[Disc]) -> None:
    """Add the convex hull over discs to a path: arcs, and the straight lines between them.

    A skin is laid round them, from the disc on the right on: at each disc it turns until it
    touches the next one.
    """
    if len(discs) == 2:
        _add_capsule(path, *discs)
        return
    disc = max(discs, key=lambda one: one[0] + one[2])
    turned = 0.0
    _move_to(path, disc)
    # Twice round at most: figures that are nearly alike must not keep it going for ever.
    for _ in range(2 * len(discs)):
        turn, following = _ROUND - turned, disc
        for other in discs:
            if other is not disc and (needed := _turn_until_it_touches(disc, other, turned)) < turn:
                turn, following = needed, other
        _arc_to(path, disc, turned, turn)
        turned += turn
        if following is disc:
            break
        disc = following
    path.closeSubpath()


def _add_capsule(path: QPainterPath, one: Disc, other: Disc) -> None:
    """The hull over two discs, which most shapes are made of, without a search."""
    (x1, y1, radius1), (x2, y2, radius2) = one, other
    apart = hypot(x2 - x1, y2 - y1)
    if apart <= abs(radius1 - radius2):
        x, y, radius = one if radius1 > radius2 else other
        path.addEllipse(x - radius, y - radius, 2 * radius, 2 * radius)
        return
    # Qt's angles: degrees, against the clock where y points down.
    way = degrees(atan2(y1 - y2, x2 - x1))
    lean = degrees(acos((radius1 - radius2) / apart))
    box1 = x1 - radius1, y1 - radius1, 2 * radius1, 2 * radius1
    path.arcMoveTo(*box1, way - lean)
    path.arcTo(*box1, way - lean, 2 * lean - 360)
    path.arcTo(x2 - radius2, y2 - radius2, 2 * radius2, 2 * radius2, way + lean, -2 * lean)
    path.closeSubpath()


def _turn_until_it_touches(disc: Disc, other: Disc, turned: float) -> float:
    """How far the skin still turns round a disc before it goes over to the other one."""
    across, down = disc[0] - other[0], disc[1] - other[1]
    apart = hypot(across, down)
    longer = other[2] - disc[2]
    if apart <= abs(longer):
        return _ROUND  # One lies in the other.
    return (atan2(down, across) + acos(longer / apart) - turned) % _ROUND


def _move_to(path: QPainterPath, disc: Disc) -> None:
    x, y, radius = disc
    path.moveTo(x + radius, y)


def _arc_to(path: QPainterPath, disc: Disc, start: float, turn: float) -> None:
    """The picture's y points down, so that we turn clockwise; Qt counts the other way round."""
    x, y, radius = disc
    path.arcTo(x - radius, y - radius, 2 * radius, 2 * radius, -degrees(start), -degrees(turn))
