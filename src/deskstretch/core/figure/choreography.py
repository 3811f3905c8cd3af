"""Where in a stretch the figure is, and the skeleton of that moment."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from math import cos, pi, sqrt

import msgspec

from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.skeleton import (
    Posture,
    Skeleton,
    between,
    mirrored_skeleton,
    posture_of,
    skeleton_of,
)
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.vectors import distance

BREATH_IN_SECONDS = 4.0
BREATH_OUT_SECONDS = 6.0
_BREATH_GIVES_WAY = 0.035
"""How far breathing in takes the body back out of the hold, as a share of the last move."""
_QUIET_BREATH = 0.35
"""How full a breath in a hold is, as a share of a deep one."""
_SHORTEST_WAY = 0.02
"""What a smaller part of the way in counts as, so that it has its time too."""
_LAST_BREATH_SECONDS = 1.5
"""How long before its end a hold breathes out, so that the way out begins without a jump."""


class MotionKind(StrEnum):
    """What the figure is doing."""

    START = "start"
    MOVE_IN = "move_in"
    HOLD = "hold"
    PHASE = "phase"
    MOVE_OUT = "move_out"


class Motion(msgspec.Struct, frozen=True):
    """A moment of a stretch.

    `progress` runs from 0 to 1 through a move or a phase. `phase` counts from 0. `seconds` is the
    time spent in the hold, for the breath.
    """

    kind: MotionKind
    progress: float = 0.0
    phase: int = 0
    seconds: float = 0.0


class Moves(msgspec.Struct, frozen=True):
    """What is the same for every moment of a figure."""

    figure: FigureSpec
    postures: dict[str, Posture]
    """Its key poses, solved."""
    paces: tuple[float, ...]
    """How long each part of the way in takes, compared with the others."""


def moves_of(figure: FigureSpec) -> Moves:
    """To be kept by whoever wants many moments of a figure."""
    postures = {name: posture_of(whole_pose(figure, name)) for name in figure.poses}
    return Moves(figure, postures, _paces([postures[name] for name in figure.sequence]))


def skeleton_at(
    figure: FigureSpec,
    phase_poses: Sequence[str],
    motion: Motion,
    mirrored: bool = False,
    reduced_motion: bool = False,
    moves: Moves | None = None,
) -> Skeleton:
    """The skeleton at that moment, for the right side or mirrored for the left.

    `phase_poses` names the pose of each phase of a cycle; it is empty for a stretch that is held.
    With reduced motion the key poses follow each other without a movement or breath. `moves` of
    the same figure save solving its key poses anew.
    """
    moves = moves or moves_of(figure)
    way, done = _way(moves, phase_poses, motion)
    start, end = (moves.postures[name] for name in way)
    if reduced_motion:
        done = 1.0 if done >= 0.5 else 0.0
    elif motion.kind is MotionKind.HOLD and not phase_poses:
        breath = _breath_in_hold(motion)
        done -= breath * _BREATH_GIVES_WAY
        start, end = (_filled(posture, breath * _QUIET_BREATH) for posture in (start, end))
    skeleton = skeleton_of(between(start, end, done))
    felt = tuple(
        _felt(poses or figure.sequence[-1:], way, done)
        for poses in (glow.poses for glow in figure.glow)
    )
    skeleton = msgspec.structs.replace(skeleton, felt=felt)
    return mirrored_skeleton(skeleton) if mirrored else skeleton


def breath_at(seconds: float) -> float:
    """0 breathed out to 1 breathed in: a slow breath, out longer than in."""
    into = seconds % (BREATH_IN_SECONDS + BREATH_OUT_SECONDS)
    if into < BREATH_IN_SECONDS:
        return 0.5 - 0.5 * cos(pi * into / BREATH_IN_SECONDS)
    return 0.5 + 0.5 * cos(pi * (into - BREATH_IN_SECONDS) / BREATH_OUT_SECONDS)


def _breath_in_hold(motion: Motion) -> float:
    """The breath of that moment, out at the end of the hold."""
    breath = breath_at(motion.seconds)
    if motion.progress <= 0:
        return breath
    left = motion.seconds / motion.progress - motion.seconds
    return breath * eased(left / _LAST_BREATH_SECONDS)


def _filled(posture: Posture, breath: float) -> Posture:
    return msgspec.structs.replace(posture, breath=max(posture.breath, breath))


def eased(share: float) -> float:
    """Starts and ends without a jerk: speed and acceleration are 0 at both ends."""
    share = min(1.0, max(0.0, share))
    return share * share * share * (share * (6 * share - 15) + 10)


def _way(moves: Moves, phase_poses: Sequence[str], motion: Motion) -> tuple[tuple[str, str], float]:
    """The two key poses of the moment, and how far the figure is from one to the other."""
    sequence = moves.figure.sequence
    match motion.kind:
        case MotionKind.START:
            return (sequence[0], sequence[0]), 0.0
        case MotionKind.MOVE_IN:
            return _along(moves, motion.progress)
        case MotionKind.MOVE_OUT:
            return _along(moves, 1 - motion.progress)
        case MotionKind.HOLD if phase_poses:
            # Phases within a hold are those of the breath: in, and out again.
            return (phase_poses[-1], phase_poses[0]), _breath_in_hold(motion)
        case MotionKind.HOLD:
            return (sequence[-2:][0], sequence[-1]), 1.0
        case MotionKind.PHASE:
            here = motion.phase % len(phase_poses)
            # Phase 0 begins where the last phase ended, in the first round too: that is the pose
            # in which the sequence ends.
            before = phase_poses[here - 1]
            return (before, phase_poses[here]), eased(motion.progress / moves.figure.phase_move)


def _along(moves: Moves, progress: float) -> tuple[tuple[str, str], float]:
    """How far the figure is from one key pose to the next on the way in."""
    sequence = moves.figure.sequence
    if len(sequence) == 1:
        return (sequence[0], sequence[0]), 1.0
    left = min(1.0, max(0.0, progress)) * sum(moves.paces)
    for way, pace in zip(pairwise(sequence), moves.paces, strict=True):
        if left <= pace:
            return way, eased(left / pace)
        left -= pace
    return (sequence[-2], sequence[-1]), 1.0


def _paces(sequence: Sequence[Posture]) -> tuple[float, ...]:
    """How long each part of the way in takes, compared with the others.

    Twice as far takes not twice as long: like a body that speeds up and slows down alike on each.
    """
    skeletons = map(skeleton_of, sequence)
    return tuple(sqrt(_farthest(a, b)) for a, b in pairwise(skeletons))


def _farthest(a: Skeleton, b: Skeleton) -> float:
    return max(_SHORTEST_WAY, *(distance(at, b.joints[name]) for name, at in a.joints.items()))


def _felt(poses: Sequence[str], way: tuple[str, str], done: float) -> float:
    """How strongly a glow of those poses is felt on that way."""
    start, end = (1.0 if name in poses else 0.0 for name in way)
    return start + (end - start) * done
