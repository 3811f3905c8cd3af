"""The widget that shows a figure. It draws; what moves and when is told to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.figure.body import Side
from deskstretch.core.figure.choreography import Motion, MotionKind, Moves, moves_of, skeleton_at
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.stage import Stage, stage_of
from deskstretch.ui.figure.appearance import FigureAppearance, FigurePalette, figure_palette
from deskstretch.ui.figure.drawing import Drawing

_STILL = Motion(MotionKind.START)


class FigureView(QWidget):
    """Shows one stretch at the moment it is told to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = figure_palette(FigureAppearance(), dark=False)
        self._figure: FigureSpec | None = None
        self._moves: Moves | None = None
        self._stage: Stage | None = None
        self._phase_poses: tuple[str, ...] = ()
        self._mirrored = False
        self._motion = _STILL
        self._drawing: Drawing | None = None
        self._reduced_motion = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_palette(self, palette: FigurePalette) -> None:
        """Use these colours (and hair) from now on."""
        self._palette = palette
        self._stage = None
        self._draw_anew()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show key poses instead of movement."""
        self._reduced_motion = reduced
        self._draw_anew()

    def show_stretch(
        self, exercise_figure: FigureSpec, phase_poses: Sequence[str], side: Side | None = None
    ) -> None:
        """Show the start of a stretch; `side` is None where both sides work at once."""
        self._figure = exercise_figure
        self._moves = None
        self._phase_poses = tuple(phase_poses)
        self._mirrored = side == "left"
        self._motion = _STILL
        self._stage = None
        self._draw_anew()

    def set_motion(self, motion: Motion) -> None:
        """Show this moment of the stretch; where nothing looks different, nothing is painted."""
        if motion == self._motion:
            return
        self._motion = motion
        if self._drawing is None or self._figure is None:
            return
        changed = self._drawing.show(self._skeleton(self._figure))
        if not changed.isEmpty():
            self.update(changed)

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        if self._stage is None:
            self._stage = stage_of(self._figure, self._mirrored, self._palette.hair)
        if self._drawing is None:
            room = QRectF(self.rect())
            self._drawing = Drawing(room, self._figure, self._stage, self._palette, self._mirrored)
            self._drawing.show(self._skeleton(self._figure))
        painter = QPainter(self)
        self._drawing.paint(painter, event.region())
        painter.end()

    def _draw_anew(self) -> None:
        self._drawing = None
        self.update()

    def _skeleton(self, figure: FigureSpec) -> Skeleton:
        if self._moves is None:
            self._moves = moves_of(figure)
        return skeleton_at(
            figure,
            self._phase_poses,
            self._motion,
            self._mirrored,
            self._reduced_motion,
            self._moves,
        )
