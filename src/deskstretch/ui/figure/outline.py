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
