"""What is painted anew from one moment to the next gives the picture that painting all would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.choreography import Motion, MotionKind, moves_of, skeleton_at
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.stage import stage_of
from deskstretch.ui.figure.appearance import FigureAppearance, figure_palette
from deskstretch.ui.figure.drawing import Drawing
from tests.core.shipped import shipped_catalogue

EXERCISES = tuple(shipped_catalogue().exercises.values())
PALETTE = figure_palette(FigureAppearance(), dark=False)
PAPER = 0xFFF5F1E8
ROOM = QRectF(0, 0, 260, 210)


def moments(exercise: Exercise) -> Iterator[Motion]:
    """Frames of a move, in steps small and large, then some of a hold."""
    yield from (Motion(MotionKind.MOVE_IN, step / 20) for step in range(10, 21))
    yield from (Motion(MotionKind.MOVE_IN, 0.5 + step / 300) for step in range(5))
    if exercise.phases:
        yield from (Motion(MotionKind.PHASE, step / 8) for step in range(8))
    else:
        yield from (Motion(MotionKind.HOLD, step / 300, 0, step / 20) for step in range(8))


def picture() -> QImage:
    image = QImage(ROOM.toRect().size(), QImage.Format.Format_RGB32)
    image.fill(PAPER)
    return image


def paint(image: QImage, drawing: Drawing, where: QRegion) -> None:
    """As Qt has a widget paint: on fresh paper, and only where it must."""
    painter = QPainter(image)
    painter.setClipRegion(where)
    painter.fillRect(image.rect(), PAPER)
    drawing.paint(painter, where)
    painter.end()


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_painting_what_changed_gives_the_whole_picture(exercise: Exercise) -> None:
    figure = exercise.figure
    assert isinstance(figure, FigureSpec)
    stage, moves = stage_of(figure), moves_of(figure)
    poses = tuple(phase.pose for phase in exercise.phases)
    drawing = Drawing(ROOM, figure, stage, PALETTE)
    bit_by_bit, everywhere = picture(), QRegion(ROOM.toRect())
    for number, motion in enumerate(moments(exercise)):
        skeleton = skeleton_at(figure, poses, motion, moves=moves)
        changed = drawing.show(skeleton)
        paint(bit_by_bit, drawing, changed if number else everywhere)
        whole = picture()
        paint(whole, drawing, everywhere)
        assert _farthest_apart(bit_by_bit, whole) <= 1, motion


def test_a_moment_that_looks_the_same_changes_nothing() -> None:
    exercise = EXERCISES[0]
    assert isinstance(exercise.figure, FigureSpec)
    drawing = Drawing(ROOM, exercise.figure, stage_of(exercise.figure), PALETTE)
    poses = tuple(phase.pose for phase in exercise.phases)
    for progress, changes in ((0.5, True), (0.5000001, False), (0.6, True)):
        motion = Motion(MotionKind.MOVE_IN, progress)
        region = drawing.show(skeleton_at(exercise.figure, poses, motion))
        assert region.isEmpty() is not changes


def _farthest_apart(one: QImage, other: QImage) -> int:
    """The largest difference of two pictures in a colour's 256 levels."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs if a != b) if one != other else 0
