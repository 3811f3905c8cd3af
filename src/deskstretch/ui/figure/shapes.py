"""From solids to what is painted: outlines in the picture, each with its colours.

Places are rounded to a sixteenth of a pixel and colours to what a screen can show, so that a shape
that looks the same as a moment before is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from deskstretch.core.figure.muscles import Glow
from deskstretch.core.figure.solids import Chain, Piece, Role, Solid
from deskstretch.core.figure.spec import Vector
from deskstretch.core.figure.stage import Stage
from deskstretch.ui.figure.appearance import FigurePalette
from deskstretch.ui.figure.outline import Disc

Point = tuple[float, float]
Rgba = tuple[int, int, int, int]

_GRAINS: Final = 16
"""To a pixel."""
_DARKEST: Final = 0.26
"""How far the far side of the body goes towards the shade."""
_LIT, _LIT_SHADE = ("head", "neck"), 0.4
"""A face keeps its colour, however far it is."""
_BODY_DEPTH: Final = 0.28
_VISIBLE_STEP: Final = 0.05
_STEEP, _FLAT = 1.0, 1.7
"""How far something goes across for each step down, at most and at least."""
_TINY: Final = 1e-6
_GLOW_LAYERS: Final = ((2.3, 0.13), (1.75, 0.20), (1.3, 0.34), (0.85, 0.95))
"""Width and opacity of each layer, from the outside in."""


class Fill(msgspec.Struct, frozen=True):
    """One colour, or two that blend into each other from `start` to `end`.

    All blends of a role have the same two: Qt then keeps the colours between them. What differs is
    where they would begin and end, which may be far outside of the shape.
    """

    first: Rgba
    last: Rgba
    start: Point = (0.0, 0.0)
    end: Point = (0.0, 0.0)


class Shape(msgspec.Struct, frozen=True):
    """The union of the skins over chains of groups of discs, and how it is filled."""

    chains: tuple[tuple[tuple[Disc, ...], ...], ...]
    fill: Fill


class Picture:
    """A stage laid into a rectangle, as large as it fits."""

    def __init__(self, rect: QRectF, stage: Stage, palette: FigurePalette) -> None:
        framing = stage.framing
        self._scale = min(rect.width() / framing.width, rect.height() / framing.height)
        self._left = rect.center().x() - (framing.left + framing.right) / 2 * self._scale
        self._bottom = rect.center().y() + (framing.bottom + framing.top) / 2 * self._scale
        self._stage = stage
        self._colours = {role: rgba(colour) for role, colour in palette.colours.items()}
        self._shade, self._glow = rgba(palette.shade), rgba(palette.glow)
        self._darkest = {
            role: blended(colour, self._shade, _DARKEST) for role, colour in self._colours.items()
        }

    def point(self, at: Vector) -> Point:
        """Where that is in the picture."""
        x, y, _ = self._stage.view.project(at)
        return self._left + x * self._scale, self._bottom - y * self._scale

    def shapes(
        self, solid: Solid, waist_depth: float, cover: Piece | None = None
    ) -> Iterator[Shape]:
        """A solid's pieces and what covers them; what is farther away than the waist is darker."""
        shades = self._shades(solid, waist_depth)
        for piece in solid.pieces if cover is None else (*solid.pieces, cover):
            yield Shape(self._discs(piece.chains), self._fill(piece.role, solid, shades))

    def glow_shapes(self, glow: Glow) -> Iterator[Shape]:
        """The layers of a glow, from the outside in."""
        red, green, blue, _ = self._glow
        for width, opacity in _GLOW_LAYERS:
            colour = red, green, blue, round(255 * opacity * glow.strength)
            chain = tuple(((at, glow.radius * width),) for at in glow.line)
            yield Shape(self._discs((chain,)), Fill(colour, colour))

    def _discs(self, chains: Sequence[Chain]) -> tuple[tuple[tuple[Disc, ...], ...], ...]:
        # Written out, because it is done for two hundred balls in each picture.
        (ax, ay, az), (ux, uy, uz) = self._stage.view.across, self._stage.view.upward
        scale = self._scale * _GRAINS
        left, bottom = self._left * _GRAINS, self._bottom * _GRAINS
        return tuple(
            [
                tuple(
                    [
                        tuple(
                            [
                                (
                                    round(left + (x * ax + y * ay + z * az) * scale) / _GRAINS,
                                    round(bottom - (x * ux + y * uy + z * uz) * scale) / _GRAINS,
                                    round(radius * scale) / _GRAINS,
                                )
                                for (x, y, z), radius in group
                            ]
                        )
                        for group in chain
                    ]
                )
                for chain in chains
            ]
        )

    def _shades(self, solid: Solid, waist_depth: float) -> tuple[float, float]:
        """How dark a solid is at its start and at its end, 0 to 1."""

        def shade(at: Vector) -> float:
            behind = (waist_depth - self._stage.view.project(at)[2]) / _BODY_DEPTH + 0.4
            return min(1.0, max(0.0, behind)) * _DARKEST

        if solid.boxed:
            shades = [shade(ball[0]) for axis in solid.axes for ball in axis]
            mean = sum(shades) / len(shades)
            return mean, mean
        lit = _LIT_SHADE if solid.name in _LIT else 1.0
        first, last = lit * shade(solid.axes[0][0][0]), lit * shade(solid.axes[-1][1][0])
        # A blend costs more to fill: only where it would be seen.
        if abs(first - last) < _VISIBLE_STEP:
            first = last = (first + last) / 2
        return first, last

    def _fill(self, role: Role, solid: Solid, shades: tuple[float, float]) -> Fill:
        colour = self._colours[role]
        first, last = shades
        if first == last:
            shaded = blended(colour, self._shade, first)
            return Fill(shaded, shaded)
        x1, y1 = self.point(solid.axes[0][0][0])
        x2, y2 = self.point(solid.axes[-1][1][0])
        across, down = _blending_way(x2 - x1, y2 - y1)
        # So long that the blend from one end to the other is that of the solid.
        reach = (across * (x2 - x1) + down * (y2 - y1)) / max(_TINY, across * across + down * down)
        across, down = across * reach / (last - first), down * reach / (last - first)
        start = _rounded(x1 - across * first), _rounded(y1 - down * first)
        end = _rounded(start[0] + across * _DARKEST), _rounded(start[1] + down * _DARKEST)
        return Fill(colour, self._darkest[role], start, end)


def _blending_way(across: float, down: float) -> tuple[float, float]:
    """The way in which a solid that lies like that gets darker: along it, or straight down.

    Straight down Qt blends as fast as it fills with one colour, else at three times the cost. On
    solids that are steep nobody sees the difference; between steep and flat, one becomes the other.
    """
    lean = abs(across) / max(abs(down), _TINY)
    sideways = min(1.0, max(0.0, (lean - _STEEP) / (_FLAT - _STEEP)))
    return across * sideways, down


def _rounded(place: float) -> float:
    return round(place * _GRAINS) / _GRAINS


def rgba(colour: QColor) -> Rgba:
    """As a screen shows it."""
    return colour.red(), colour.green(), colour.blue(), colour.alpha()


def blended(colour: Rgba, other: Rgba, share: float) -> Rgba:
    """`colour` at share 0, `other` at share 1."""
    red, green, blue, alpha = colour
    return (
        round(red + (other[0] - red) * share),
        round(green + (other[1] - green) * share),
        round(blue + (other[2] - blue) * share),
        alpha,
    )
