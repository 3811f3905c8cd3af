"""Every stretch of the shipped catalogue, filmed frame by frame as the guide shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.choreography import Motion, MotionKind, skeleton_at
from deskstretch.core.figure.skeleton import Skeleton
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.routine import MOVE_SECONDS
from tests.core.shipped import shipped_catalogue

FRAMES_PER_SECOND = 12
_A_BREATH_AND_A_HALF = 15
_ROUNDS = 2
"""How often a cycle of phases is gone through."""


def stretches_with_a_figure() -> list[Exercise]:
    return [
        exercise
        for exercise in shipped_catalogue().exercises.values()
        if isinstance(exercise.figure, FigureSpec)
    ]


def phase_poses(exercise: Exercise) -> tuple[str, ...]:
    return tuple(phase.pose for phase in exercise.phases)


def figure_of(exercise: Exercise) -> FigureSpec:
    assert isinstance(exercise.figure, FigureSpec)
    return exercise.figure


@cache
def film(exercise_id: str, side: str) -> tuple[tuple[Motion, Skeleton], ...]:
    """The whole motion on one side: in, held or gone through in phases, out."""
    [exercise] = [e for e in stretches_with_a_figure() if e.id == exercise_id]
    return tuple(
        (motion, skeleton_at(figure_of(exercise), phase_poses(exercise), motion, side == "left"))
        for motion in _motions(exercise)
    )


def _motions(exercise: Exercise) -> Iterator[Motion]:
    yield from _moves(MotionKind.MOVE_IN, MOVE_SECONDS)
    if exercise.hold is None:
        for _ in range(_ROUNDS):
            for number, phase in enumerate(exercise.phases):
                yield from _moves(MotionKind.PHASE, phase.seconds, number)
    else:
        yield from _moves(MotionKind.HOLD, _A_BREATH_AND_A_HALF)
    yield from _moves(MotionKind.MOVE_OUT, MOVE_SECONDS)


def _moves(kind: MotionKind, seconds: float, phase: int = 0) -> Iterator[Motion]:
    frames = round(seconds * FRAMES_PER_SECOND)
    for frame in range(frames + 1):
        progress = frame / frames
        yield Motion(kind, progress, phase, seconds * progress)
