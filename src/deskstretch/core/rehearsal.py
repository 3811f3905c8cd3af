"""One round of a stretch, shortened for looking at it."""

from __future__ import annotations

import msgspec

from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.choreography import Motion, MotionKind
from deskstretch.core.language import pgettext

_START_SECONDS = 1.0
_MOVE_SECONDS = 2.0
_HOLD_SECONDS = 5.0
_START = Motion(MotionKind.START)


class Scene(msgspec.Struct, frozen=True):
    """A part of the round, from one moment of it to another."""

    kind: MotionKind
    begins: float
    seconds: float
    phase: int = 0

    def motion_at(self, seconds: float) -> Motion:
        """The moment so many seconds into the round."""
        into = min(self.seconds, max(0.0, seconds - self.begins))
        return Motion(self.kind, into / self.seconds, phase=self.phase, seconds=into)


class Rehearsal(msgspec.Struct, frozen=True):
    """A round that can be shown again and again: it ends where it began."""

    scenes: tuple[Scene, ...]
    key_moments: tuple[tuple[str, Motion], ...]
    """The poses to know it by, each with its words: without movement these stand for it."""

    @property
    def seconds(self) -> float:
        """How long one round takes."""
        last = self.scenes[-1]
        return last.begins + last.seconds

    def scene_at(self, seconds: float) -> Scene:
        """What is going on then; rounds follow each other."""
        within = seconds % self.seconds
        later = (scene for scene in reversed(self.scenes) if scene.begins <= within)
        return next(later, self.scenes[0])

    def motion_at(self, seconds: float) -> Motion:
        """The moment then; rounds follow each other."""
        return self.scene_at(seconds).motion_at(seconds % self.seconds)


def rehearsal_of(exercise: Exercise) -> Rehearsal:
    """The start, the way in, a short hold or every phase once, the way out."""
    lengths = [(MotionKind.START, _START_SECONDS, 0), (MotionKind.MOVE_IN, _MOVE_SECONDS, 0)]
    lengths += _middle(exercise)
    lengths.append((MotionKind.MOVE_OUT, _MOVE_SECONDS, 0))
    scenes: list[Scene] = []
    for kind, seconds, phase in lengths:
        begins = scenes[-1].begins + scenes[-1].seconds if scenes else 0.0
        scenes.append(Scene(kind, begins, seconds, phase))
    return Rehearsal(tuple(scenes), _key_moments(exercise))


def _middle(exercise: Exercise) -> list[tuple[MotionKind, float, int]]:
    if exercise.hold is None:
        phases = enumerate(exercise.phases)
        return [(MotionKind.PHASE, phase.seconds, index) for index, phase in phases]
    seconds = sum(phase.seconds for phase in exercise.phases) or _HOLD_SECONDS
    return [(MotionKind.HOLD, seconds, 0)]


def _key_moments(exercise: Exercise) -> tuple[tuple[str, Motion], ...]:
    if not exercise.phases:
        return (
            (pgettext("pose: the start of a stretch", "Start"), _START),
            (pgettext("pose: the hold of a stretch", "Hold"), Motion(MotionKind.HOLD)),
        )
    moments: list[tuple[str, Motion]] = []
    for index, phase in enumerate(exercise.phases[:2]):
        if exercise.hold is None:
            moments.append((phase.label, Motion(MotionKind.PHASE, 1.0, phase=index)))
        else:
            until = sum(earlier.seconds for earlier in exercise.phases[: index + 1])
            moments.append((phase.label, Motion(MotionKind.HOLD, seconds=until)))
    return tuple(moments)
