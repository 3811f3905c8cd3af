"""The drawing of a figure, from moment to moment: only what looks different is made anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from math import cos, pi, sin
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRegion,
)

from deskstretch.core.figure.depth import back_to_front
from deskstretch.core.figure.furniture import prop_solids
from deskstretch.core.figure.muscles import Glow, glows
from deskstretch.core.figure.skeleton import Skeleton, farthest_moved
from deskstretch.core.figure.solids import Piece, Solid, back_of_head, body_solids, seat_seen
from deskstretch.core.figure.spec import FigureSpec, Towel
from deskstretch.core.figure.stage import Stage
from deskstretch.ui.figure.appearance import FigurePalette
from deskstretch.ui.figure.outline import add_skin
from deskstretch.ui.figure.shapes import Fill, Picture, Rgba, Shape

_KEEPS_ORDER_FOR: Final = 0.02
"""Of body height: how far joints may move until who hides whom is found out anew."""
_SEEN: Final = 0.00025
"""Of body height: a tenth of a pixel in a small window, a third of one of those of a 4K screen."""
_SEEN_OF_GLOW: Final = 1 / 255
_RIM: Final = tuple((cos(2 * pi * i / 72), sin(2 * pi * i / 72)) for i in range(72))
_EMPTY: Final = QPainterPath()
_EMPTY.setFillRule(Qt.FillRule.WindingFill)


class _Outline(msgspec.Struct, frozen=True):
    """A shape as Qt paints it."""

    shape: Shape
    path: QPainterPath
    brush: QBrush
    bounds: QRect


class Drawing:
    """A figure on its stage, laid into a rectangle: `show` moves it, `paint` paints it.

    The stage must be that of the same figure and side.
    """

    def __init__(
        self,
        rect: QRectF,
        figure: FigureSpec,
        stage: Stage,
        palette: FigurePalette,
        mirrored: bool = False,
    ) -> None:
        self._figure, self._stage, self._palette = figure, stage, palette
        self._mirrored = mirrored
        self._picture = Picture(rect, stage, palette)
        self._floor = QPolygonF(list(self._rim()))
        self._floor_bounds = self._floor.boundingRect().toAlignedRect()
        self._furniture: dict[str, Solid] = {}
        self._still: dict[str, list[_Outline]] = {}
        self._order: list[str] = []
        self._shown: Skeleton | None = None
        self._strayed = 0.0
        self._glowing: set[str] = set()
        self._outlines: list[_Outline] = []

    def show(self, skeleton: Skeleton) -> QRegion:
        """Show this moment; gives where the picture is another one than before."""
        if self._shown is not None:
            moved = farthest_moved(self._shown, skeleton)
            if moved < _SEEN and not _glows_otherwise(self._shown, skeleton):
                return QRegion()
            self._strayed += moved
        self._shown = skeleton
        if not self._outlines:
            self._place_furniture(skeleton)
        solids = self._solids(skeleton)
        felt = glows(self._figure.glow, skeleton, self._mirrored)
        # What glows is painted early, so that a hand in front of it covers the glow.
        glowing = {name for glow in felt for name in glow.on}
        if not self._order or self._strayed > _KEEPS_ORDER_FOR or glowing != self._glowing:
            ordered = back_to_front(list(solids.values()), self._stage.view, early=glowing)
            self._order = [solid.name for solid in ordered]
            self._strayed, self._glowing = 0.0, glowing
        before, self._outlines = self._outlines, []
        for shape in self._shapes(skeleton, solids, felt):
            place = len(self._outlines)
            if isinstance(shape, _Outline):
                self._outlines.append(shape)
            elif place < len(before) and before[place].shape == shape:
                self._outlines.append(before[place])
            else:
                self._outlines.append(_outline(shape))
        return _difference(before, self._outlines)

    def paint(self, painter: QPainter, where: QRegion | None = None) -> None:
        """Paint what was shown; `where` tells what of it is wanted."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if where is None or where.intersects(self._floor_bounds):
            painter.setBrush(self._palette.ground)
            painter.drawPolygon(self._floor)
        for outline in self._outlines:
            if where is None or where.intersects(outline.bounds):
                painter.setBrush(outline.brush)
                painter.drawPath(outline.path)
        painter.restore()

    def _rim(self) -> Iterator[QPointF]:
        middle, (length, width) = self._stage.floor_middle, self._stage.floor_radii
        for x, z in _RIM:
            yield QPointF(
                *self._picture.point((middle[0] + x * length, 0.0, middle[2] + z * width))
            )

    def _place_furniture(self, skeleton: Skeleton) -> None:
        """What stands still is made once, and keeps its colours."""
        for prop in self._figure.props:
            if not isinstance(prop, Towel):
                for solid in prop_solids(prop, skeleton, self._mirrored):
                    shapes = self._picture.shapes(solid, self._stage.waist_depth)
                    self._furniture[solid.name] = solid
                    self._still[solid.name] = [_outline(shape) for shape in shapes]

    def _solids(self, skeleton: Skeleton) -> dict[str, Solid]:
        moving = body_solids(skeleton, self._palette.hair)
        for prop in self._figure.props:
            if isinstance(prop, Towel):
                moving += prop_solids(prop, skeleton, self._mirrored)
        return {solid.name: solid for solid in moving} | self._furniture

    def _shapes(
        self, skeleton: Skeleton, solids: dict[str, Solid], felt: Sequence[Glow]
    ) -> Iterator[Shape | _Outline]:
        """From the back to the front; those that stand still are outlines already."""
        waist_depth = self._stage.view.project(skeleton.joints["waist"])[2]
        last_of = {name: place for place, name in enumerate(self._order)}
        ends = [max(last_of[name] for name in glow.on) for glow in felt]
        for place, name in enumerate(self._order):
            if name in self._still:
                yield from self._still[name]
            else:
                cover = self._cover(name, skeleton)
                yield from self._picture.shapes(solids[name], waist_depth, cover)
            for glow, end in zip(felt, ends, strict=True):
                if end == place:
                    yield from self._picture.glow_shapes(glow)

    def _cover(self, name: str, skeleton: Skeleton) -> Piece | None:
        """What lies over a solid's pieces as seen from this camera."""
        toward = self._stage.view.toward
        match name:
            case "head":
                return back_of_head(skeleton, self._palette.hair, toward)
            case "trunk":
                return seat_seen(skeleton, toward)
            case _:
                return None


def _glows_otherwise(one: Skeleton, other: Skeleton) -> bool:
    return any(abs(a - b) > _SEEN_OF_GLOW for a, b in zip(one.felt, other.felt, strict=True))


def _outline(shape: Shape) -> _Outline:
    path = QPainterPath(_EMPTY)
    for chain in shape.chains:
        add_skin(path, chain)
    bounds = path.controlPointRect().toAlignedRect().adjusted(-1, -1, 1, 1)
    return _Outline(shape, path, _brush(shape.fill), bounds)


def _brush(fill: Fill) -> QBrush:
    if fill.first == fill.last:
        return _plain(fill.first)
    blend = _blend(fill.first, fill.last)
    blend.setStart(*fill.start)
    blend.setFinalStop(*fill.end)
    return QBrush(blend)


@lru_cache(maxsize=64)
def _plain(colour: Rgba) -> QBrush:
    return QBrush(QColor(*colour))


@lru_cache(maxsize=32)
def _blend(first: Rgba, last: Rgba) -> QLinearGradient:
    """To be given its place; a brush keeps a copy."""
    gradient = QLinearGradient()
    gradient.setColorAt(0, QColor(*first))
    gradient.setColorAt(1, QColor(*last))
    return gradient


def _difference(before: Sequence[_Outline], after: Sequence[_Outline]) -> QRegion:
    """Where one outline is not what it was: there, and nowhere else, the picture has changed."""
    region = QRegion()
    for old, new in zip_longest(before, after):
        if old is not new:
            for outline in (old, new):
                if outline is not None:
                    region += outline.bounds
    return region
