"""The widget that shows a figure. It draws; what moves and when is told to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.figure.body import Side
from deskstretch.core.figure.choreography import Motion, MotionKind, skeleton_at
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.stage import Stage, stage_of
from deskstretch.ui.figure.appearance import FigureAppearance, FigurePalette, figure_palette
from deskstretch.ui.figure.painter import paint_figure

_STILL = Motion(MotionKind.START)


class FigureView(QWidget):
    """Shows one stretch at the moment it is told to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = figure_palette(FigureAppearance(), dark=False)
        self._figure: FigureSpec | None = None
        self._stage: Stage | None = None
        self._phase_poses: tuple[str, ...] = ()
        self._mirrored = False
        self._motion = _STILL
        self._reduced_motion = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_palette(self, palette: FigurePalette) -> None:
        """Use these colours (and hair) from now on."""
        self._palette = palette
        self._stage = None
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show key poses instead of movement."""
        self._reduced_motion = reduced
        self.update()

    def show_stretch(
        self, exercise_figure: FigureSpec, phase_poses: Sequence[str], side: Side | None = None
    ) -> None:
        """Show the start of a stretch; `side` is None where both sides work at once."""
        self._figure = exercise_figure
        self._phase_poses = tuple(phase_poses)
        self._mirrored = side == "left"
        self._motion = _STILL
        self._stage = None
        self.update()

    def set_motion(self, motion: Motion) -> None:
        """Show this moment of the stretch."""
        if motion != self._motion:
            self._motion = motion
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        if self._stage is None:
            self._stage = stage_of(self._figure, self._mirrored, self._palette.hair)
        skeleton = skeleton_at(
            self._figure, self._phase_poses, self._motion, self._mirrored, self._reduced_motion
        )
        painter = QPainter(self)
        paint_figure(
            painter,
            QRectF(self.rect()),
            self._figure,
            skeleton,
            self._palette,
            self._mirrored,
            self._stage,
        )
        painter.end()
