"""The outline of balls wrapped in one skin, as a polygon."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF

Disc = tuple[float, float, float]
"""x, y and radius in the picture."""

_COARSE, _FINE = 24, 48
"""Corners of a small and of a large disc."""


def _directions(count: int) -> tuple[tuple[float, float], ...]:
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))


_DIRECTIONS: Final = {count: _directions(count) for count in (_COARSE, _FINE)}


def hull_of(discs: Sequence[Disc]) -> list[QPointF]:
    """The convex hull over discs: in every direction, the disc that reaches farthest."""
    outline = []
    fine = max(disc[2] for disc in discs) > 9
    for dx, dy in _DIRECTIONS[_FINE if fine else _COARSE]:
        farthest = -1e9
        for disc in discs:
            x, y, radius = disc
            reach = x * dx + y * dy + radius
            if reach > farthest:
                farthest, chosen = reach, disc
        outline.append(QPointF(chosen[0] + dx * chosen[2], chosen[1] + dy * chosen[2]))
    return outline
