"""A limb that points towards the camera gets darker along it, whichever way it lies."""

from __future__ import annotations

from math import cos, hypot, radians, sin

import pytest
from PySide6.QtCore import QRectF

from deskstretch.core.figure.solids import Piece, Solid
from deskstretch.core.figure.spec import FigureSpec, Vector
from deskstretch.core.figure.stage import stage_of
from deskstretch.core.figure.vectors import along
from deskstretch.ui.figure.appearance import FigureAppearance, figure_palette
from deskstretch.ui.figure.shapes import Fill, Picture, Point
from tests.core.shipped import shipped_catalogue

FIGURE = shipped_catalogue().exercises["chair-hamstring"].figure
LENGTH, NEARER, THICKNESS = 0.25, 0.08, 0.05


def limb(degrees: float) -> tuple[Fill, Point, Point, float]:
    """Its fill, where it starts and ends in the picture, and half its thickness there.

    The angle is the one in the picture, from the right upwards.
    """
    assert isinstance(FIGURE, FigureSpec)
    stage = stage_of(FIGURE)
    picture = Picture(QRectF(0, 0, 600, 500), stage, figure_palette(FigureAppearance(), dark=False))
    view, start = stage.view, (0.0, 0.5, 0.0)
    end: Vector = along(start, view.across, LENGTH * cos(radians(degrees)))
    end = along(along(end, view.upward, LENGTH * sin(radians(degrees))), view.toward, NEARER)
    rod = ((start, THICKNESS), (end, THICKNESS))
    solid = Solid("thigh_right", (Piece("trousers", ((rod,),)),), axes=(rod,))
    waist_depth = view.project(start)[2] + NEARER / 2
    [shape] = picture.shapes(solid, waist_depth)
    one, other = picture.point(start), picture.point(end)
    return shape.fill, one, other, THICKNESS / LENGTH * hypot(other[0] - one[0], other[1] - one[1])


def darkness(fill: Fill, at: Point) -> float:
    """How far a blend is there from its first colour to its last one."""
    across, down = fill.end[0] - fill.start[0], fill.end[1] - fill.start[1]
    way = (at[0] - fill.start[0]) * across + (at[1] - fill.start[1]) * down
    return way / (across * across + down * down)


def edges(one: Point, other: Point, half: float) -> list[Point]:
    """Two points on either side of the middle of the limb."""
    (x1, y1), (x2, y2) = one, other
    far = half / hypot(x2 - x1, y2 - y1)
    aside, middle = ((y1 - y2) * far, (x2 - x1) * far), ((x1 + x2) / 2, (y1 + y2) / 2)
    return [(middle[0] + s * aside[0], middle[1] + s * aside[1]) for s in (-1, 1)]


@pytest.mark.parametrize("degrees", range(0, 360, 5))
def test_each_end_has_its_own_shade(degrees: int) -> None:
    fill, start, end, _ = limb(degrees)
    behind = NEARER / 2 / 0.28
    assert darkness(fill, start) == pytest.approx(0.4 + behind, abs=0.01)
    assert darkness(fill, end) == pytest.approx(0.4 - behind, abs=0.01)


@pytest.mark.parametrize("degrees", [46, 60, 90, 120, 134, 226, 270, 314])
def test_steep_limbs_blend_straight_down_which_is_cheap(degrees: int) -> None:
    fill = limb(degrees)[0]
    assert fill.first != fill.last
    assert fill.start[0] == fill.end[0]


def test_a_turning_limb_changes_its_shades_without_a_jump() -> None:
    for degrees in range(360):
        before, after = limb(degrees), limb(degrees + 1)
        for one, other in zip(edges(*before[1:]), edges(*after[1:]), strict=True):
            assert darkness(after[0], other) == pytest.approx(darkness(before[0], one), abs=0.02)
