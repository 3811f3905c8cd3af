"""Painting one moment of a stretch."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.stage import Stage, stage_of
from deskstretch.ui.figure.appearance import FigurePalette
from deskstretch.ui.figure.drawing import Drawing


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    figure: FigureSpec,
    skeleton: Skeleton,
    palette: FigurePalette,
    mirrored: bool = False,
    stage: Stage | None = None,
) -> None:
    """Paint one moment of a stretch, as large as it fits into `rect`.

    Flat rounded shapes, the far ones darker, and the glow of what is felt. `stage` saves the work
    of framing the whole stretch anew; it must be that of the same figure and side.
    """
    stage = stage or stage_of(figure, mirrored, palette.hair)
    drawing = Drawing(rect, figure, stage, palette, mirrored)
    drawing.show(skeleton)
    drawing.paint(painter)
