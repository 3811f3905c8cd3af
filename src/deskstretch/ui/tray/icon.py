"""Paints the tray icon and the app icon: no image files, sharp at every size.

The tray icon must be told apart on a light and on a dark panel at 16 pixels. So it brings its own
dark ground, and a pale rim sets that ground off from a dark panel.

All shapes are filled paths: PySide makes every enumeration of the namespace `Qt` when the first is
used, pen styles as well, or looked for; and the tray is to do without that.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from deskstretch.ui.tray.picture import RING_STEPS, Shape, TrayPicture

SIZES = (16, 22, 24, 32, 44, 48, 64)
"""Pixels: what panels ask for at 100 %, 150 % and 200 %."""

_GROUND = QColor("#26304A")
_RIM = QColor(255, 255, 255, 215)
_TRACK = QColor("#4C587A")
_TEAL = QColor("#5FD3C9")
_TEAL_GROUND = QColor("#1F7F79")
_CORAL_GROUND = QColor("#F0532F")
_WHITE = QColor("#FFFFFF")
_AMBER = QColor("#FFC145")

_CLEAR = QColor(0, 0, 0, 0)
_BLACK = QColor("#000000")
_GREY = QColor("#5C5C5C")

_GROUND_OF = {Shape.DUE: _CORAL_GROUND, Shape.GUIDED: _TEAL_GROUND}


def tray_icon(picture: TrayPicture) -> QIcon:
    """The picture as an icon with a pixmap for each usual panel size."""
    return _icon(lambda painter, side: paint_tray_picture(painter, side, picture))


def app_icon() -> QIcon:
    """The icon of the windows: somebody stretching, inside a ring."""
    return _icon(paint_app_icon)


def _icon(paint: Callable[[QPainter, float], None]) -> QIcon:
    icon = QIcon()
    for side in SIZES:
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(_CLEAR)
        painter = QPainter(pixmap)
        paint(painter, side)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def paint_tray_picture(painter: QPainter, side: float, picture: TrayPicture) -> None:
    """Paint `picture` into the square from the origin, `side` device pixels wide."""
    _begin(painter, side)
    plain = picture.high_contrast  # white on black; the shapes tell the states apart
    ground = _BLACK if plain else _GROUND_OF.get(picture.shape, _GROUND)
    _paint_ground(painter, ground, _WHITE if plain else _RIM)
    match picture.shape:
        case Shape.COUNTING:
            _paint_ring(painter, _GREY if plain else _TRACK, RING_STEPS)
            _paint_ring(painter, _WHITE if plain else _TEAL, picture.ring_step)
        case Shape.PAUSED:
            _paint_bars(painter)
        case Shape.HELD_BACK:
            _paint_moon(painter)
        case Shape.DUE:
            _paint_person(painter, _WHITE)
        case Shape.GUIDED:
            _paint_play(painter)
    if picture.trouble:
        _paint_trouble(painter)


def paint_app_icon(painter: QPainter, side: float) -> None:
    """Paint the app icon into the square from the origin, `side` device pixels wide."""
    _begin(painter, side)
    _paint_ground(painter, _TEAL_GROUND)
    _paint_person(painter, _WHITE)


def _begin(painter: QPainter, side: float) -> None:
    """Everything below is drawn on a grid of 16 by 16."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 16, side / 16)


def _paint_ground(painter: QPainter, colour: QColor, rim: QColor = _RIM) -> None:
    _fill(painter, _disc(8, 8, 8), rim)
    _fill(painter, _disc(8, 8, 7.2), colour)


def _paint_ring(painter: QPainter, colour: QColor, steps: int) -> None:
    if not steps:
        return
    outside, inside, top = QRectF(1.8, 1.8, 12.4, 12.4), QRectF(4.4, 4.4, 7.2, 7.2), 90
    degrees = 360 * steps / RING_STEPS
    band = QPainterPath()
    band.arcMoveTo(outside, top)
    band.arcTo(outside, top, -degrees)
    band.arcTo(inside, top - degrees, degrees)
    band.closeSubpath()
    _fill(painter, band, colour)


def _paint_bars(painter: QPainter) -> None:
    bars = QPainterPath()
    bars.addRect(5, 4.5, 2, 7)
    bars.addRect(9, 4.5, 2, 7)
    _fill(painter, bars, _WHITE)


def _paint_moon(painter: QPainter) -> None:
    """A crescent: quiet now, as desktops mark "do not disturb"."""
    _fill(painter, _disc(7.6, 8.4, 5.0).subtracted(_disc(10.0, 6.2, 4.4)), _WHITE)


def _paint_play(painter: QPainter) -> None:
    triangle = QPainterPath(QPointF(5.8, 3.8))
    triangle.lineTo(12.4, 8)
    triangle.lineTo(5.8, 12.2)
    triangle.closeSubpath()
    _fill(painter, triangle, _WHITE)


def _paint_person(painter: QPainter, colour: QColor) -> None:
    """A head under two raised arms, a trunk, and legs apart."""
    shoulders, hips = (8, 7.9), (8, 10)
    _fill(painter, _disc(8, 4.6, 1.6), colour)
    for hand_or_foot, joint in (
        ((3.6, 4.2), shoulders),
        ((12.4, 4.2), shoulders),
        (shoulders, (8, 10.2)),
        ((5.6, 13.2), hips),
        ((10.4, 13.2), hips),
    ):
        _fill(painter, _limb(hand_or_foot, joint), colour)


def _paint_trouble(painter: QPainter) -> None:
    _fill(painter, _disc(12.4, 12.4, 3.6), _GROUND)
    _fill(painter, _disc(12.4, 12.4, 2.7), _AMBER)


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _limb(start: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    """A line with round ends."""
    first, last = (QRectF(x - 0.85, y - 0.85, 1.7, 1.7) for x, y in (start, end))
    angle = QLineF(*start, *end).angle()
    path = QPainterPath()
    path.arcMoveTo(last, angle - 90)
    path.arcTo(last, angle - 90, 180)
    path.arcTo(first, angle + 90, 180)
    path.closeSubpath()
    return path


def _fill(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    # Wherever a brush is wanted, PySide would first ask if a colour is one of an enumeration.
    pen = QPen()
    pen.setColor(colour)
    painter.fillPath(path, pen.brush())
