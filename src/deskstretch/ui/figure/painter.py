"""Painting a skeleton: flat rounded shapes, the far ones darker, and the glow of what is felt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPolygonF

from deskstretch.core.figure.depth import back_to_front
from deskstretch.core.figure.furniture import prop_solids
from deskstretch.core.figure.muscles import Glow, glows
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.solids import Ball, Piece, Solid, back_of_head, body_solids, seat_seen
from deskstretch.core.figure.spec import FigureSpec, Vector
from deskstretch.core.figure.stage import Stage, stage_of
from deskstretch.ui.figure.appearance import FigurePalette
from deskstretch.ui.figure.outline import Disc, add_hull

_DARKEST = 0.26
"""How far the far side of the body goes towards the shade."""
_LIT, _LIT_SHADE = ("head", "neck"), 0.4
"""A face keeps its colour, however far it is."""
_BODY_DEPTH = 0.28
_VISIBLE_STEP = 0.05
_GLOW_LAYERS = ((2.3, 0.13), (1.75, 0.20), (1.3, 0.34), (0.85, 0.95))
"""Width and opacity of each layer, from the outside in."""
_RIM = tuple((cos(2 * pi * i / 72), sin(2 * pi * i / 72)) for i in range(72))


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    figure: FigureSpec,
    skeleton: Skeleton,
    palette: FigurePalette,
    mirrored: bool = False,
    stage: Stage | None = None,
    order: Sequence[str] = (),
) -> tuple[str, ...]:
    """Paint one moment of a stretch, as large as it fits into `rect`; gives the painting order.

    `stage` saves the work of framing the whole stretch anew; it must be that of the same figure
    and side. `order`, from a moment shortly before, saves that of finding out who hides whom.
    """
    stage = stage or stage_of(figure, mirrored, palette.hair)
    picture = _Picture(painter, rect, stage, palette, skeleton)
    solids = body_solids(skeleton, palette.hair)
    for prop in figure.props:
        solids += prop_solids(prop, skeleton, mirrored)
    felt = glows(figure.glow, skeleton, mirrored)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    picture.paint_floor()
    # What glows is painted early, so that a hand in front of it covers the glow.
    glowing = {name for glow in felt for name in glow.on}
    by_name = {solid.name: solid for solid in solids}
    if by_name.keys() != set(order):
        order = [solid.name for solid in back_to_front(solids, stage.view, early=glowing)]
    for place, name in enumerate(order):
        solid = by_name[name]
        picture.paint_solid(solid)
        later = set(order[place + 1 :])
        for glow in felt:
            if solid.name in glow.on and later.isdisjoint(glow.on):
                picture.paint_glow(glow)
    painter.restore()
    return tuple(order)


class _Picture:
    """A stage laid into a rectangle."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        stage: Stage,
        palette: FigurePalette,
        skeleton: Skeleton,
    ) -> None:
        self._painter, self._stage, self._palette = painter, stage, palette
        self._skeleton = skeleton
        framing = stage.framing
        self._scale = min(rect.width() / framing.width, rect.height() / framing.height)
        self._left = rect.center().x() - (framing.left + framing.right) / 2 * self._scale
        self._bottom = rect.center().y() + (framing.bottom + framing.top) / 2 * self._scale
        self._depth = stage.view.project(skeleton.joints["waist"])[2]

    def paint_floor(self) -> None:
        middle, (length, width) = self._stage.floor_middle, self._stage.floor_radii
        ways = [(x * length, z * width) for x, z in _RIM]
        rim = [self._point((middle[0] + x, 0.0, middle[2] + z)) for x, z in ways]
        self._painter.setBrush(self._palette.ground)
        self._painter.drawPolygon(QPolygonF(rim))

    def paint_solid(self, solid: Solid) -> None:
        for piece in (*solid.pieces, *self._covers(solid)):
            self._painter.setBrush(self._brush(self._palette.colours[piece.role], solid))
            self._painter.drawPath(self._united(piece.hulls))

    def _covers(self, solid: Solid) -> tuple[Piece, ...]:
        """What lies over a solid's pieces as seen from this camera."""
        toward = self._stage.view.toward
        match solid.name:
            case "head":
                cover = back_of_head(self._skeleton, self._palette.hair, toward)
            case "trunk":
                cover = seat_seen(self._skeleton, toward)
            case _:
                cover = None
        return () if cover is None else (cover,)

    def paint_glow(self, glow: Glow) -> None:
        for width, opacity in _GLOW_LAYERS:
            colour = QColor(self._palette.glow)
            colour.setAlphaF(opacity * glow.strength)
            self._painter.setBrush(colour)
            hulls = tuple(
                tuple((at, glow.radius * width) for at in ends) for ends in pairwise(glow.line)
            )
            self._painter.drawPath(self._united(hulls))

    def _united(self, hulls: tuple[tuple[Ball, ...], ...]) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for hull in hulls:
            add_hull(path, [self._disc(at, radius) for at, radius in hull])
        return path

    def _brush(self, colour: QColor, solid: Solid) -> QBrush:
        """The colour, darker where the solid is farther away."""
        if solid.boxed:
            shades = [self._shade(ball[0]) for axis in solid.axes for ball in axis]
            return QBrush(blended(colour, self._palette.shade, sum(shades) / len(shades)))
        start, end = solid.axes[0][0][0], solid.axes[-1][1][0]
        first, last = self._shade(start), self._shade(end)
        if solid.name in _LIT:
            first, last = first * _LIT_SHADE, last * _LIT_SHADE
        # A gradient costs three times as much to fill: only where it would be seen.
        if abs(first - last) < _VISIBLE_STEP:
            return QBrush(blended(colour, self._palette.shade, (first + last) / 2))
        gradient = QLinearGradient(self._point(start), self._point(end))
        gradient.setColorAt(0, blended(colour, self._palette.shade, first))
        gradient.setColorAt(1, blended(colour, self._palette.shade, last))
        return QBrush(gradient)

    def _shade(self, at: Vector) -> float:
        behind = (self._depth - self._stage.view.project(at)[2]) / _BODY_DEPTH + 0.4
        return min(1.0, max(0.0, behind)) * _DARKEST

    def _point(self, at: Vector) -> QPointF:
        x, y, _ = self._stage.view.project(at)
        return QPointF(self._left + x * self._scale, self._bottom - y * self._scale)

    def _disc(self, at: Vector, radius: float) -> Disc:
        x, y, _ = self._stage.view.project(at)
        return (
            self._left + x * self._scale,
            self._bottom - y * self._scale,
            radius * self._scale,
        )


def blended(colour: QColor, other: QColor, share: float) -> QColor:
    """`colour` at share 0, `other` at share 1."""
    return QColor.fromRgbF(
        colour.redF() + (other.redF() - colour.redF()) * share,
        colour.greenF() + (other.greenF() - colour.greenF()) * share,
        colour.blueF() + (other.blueF() - colour.blueF()) * share,
    )
