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
_KEEPS_ORDER_FOR_PROGRESS, _KEEPS_ORDER_FOR_SECONDS = 0.02, 0.5
"""Limbs pass one another slowly: who hides whom is found out anew after so much of a move."""


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
        self._order: tuple[str, ...] = ()
        self._ordered_at = _STILL
        self._reduced_motion = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_palette(self, palette: FigurePalette) -> None:
        """Use these colours (and hair) from now on."""
        self._palette = palette
        self._stage = None
        self._order = ()
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
        self._order = ()
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
        if self._reduced_motion or not _is_shortly_after(self._motion, self._ordered_at):
            self._order, self._ordered_at = (), self._motion
        painter = QPainter(self)
        self._order = paint_figure(
            painter,
            QRectF(self.rect()),
            self._figure,
            skeleton,
            self._palette,
            self._mirrored,
            self._stage,
            self._order,
        )
        painter.end()


def _is_shortly_after(motion: Motion, before: Motion) -> bool:
    return (
        (motion.kind, motion.phase) == (before.kind, before.phase)
        and abs(motion.progress - before.progress) < _KEEPS_ORDER_FOR_PROGRESS
        and abs(motion.seconds - before.seconds) < _KEEPS_ORDER_FOR_SECONDS
    )
