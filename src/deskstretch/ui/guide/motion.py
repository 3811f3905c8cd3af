"""From a moment of the session to the movement of the figure."""

from __future__ import annotations

from deskstretch.core.exercise import Side
from deskstretch.core.figure.body import Side as FigureSide
from deskstretch.core.figure.choreography import Motion, MotionKind
from deskstretch.core.session import SessionView
from deskstretch.core.timeline import SegmentKind


def motion_of(view: SessionView) -> Motion:
    """What the figure does at this moment; while nobody is in the stretch it waits at its start."""
    match view.kind:
        case SegmentKind.GET_READY | SegmentKind.SWITCH | SegmentKind.REST:
            return Motion(MotionKind.START)
        case SegmentKind.MOVE_IN:
            return Motion(MotionKind.MOVE_IN, view.progress)
        case SegmentKind.MOVE_OUT:
            return Motion(MotionKind.MOVE_OUT, view.progress)
        case SegmentKind.HOLD if view.step.phase is not None:
            return Motion(MotionKind.PHASE, view.progress, phase=view.step.phase)
        case SegmentKind.HOLD:
            seconds = view.segment_seconds - view.seconds_left
            return Motion(MotionKind.HOLD, view.progress, seconds=seconds)


def figure_side(side: Side) -> FigureSide | None:
    """The side that the figure stretches; None where both work at once."""
    match side:
        case Side.LEFT:
            return "left"
        case Side.RIGHT:
            return "right"
        case Side.BOTH:
            return None
