"""A guided break as it happens: which step, how long held, what came of it.

A session is a value; each function takes one, with the moment, and gives the next one. Time is
anchored: a segment begins when the one before it should have ended, however late a frame came.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from deskstretch.core.exercise import Side
from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome, outcome_of_holds
from deskstretch.core.routine import PlannedStep
from deskstretch.core.timeline import Segment, SegmentKind, Timeline, timeline_of

LONGEST_GAP_SECONDS = 2.0
"""A longer time between two advances was a stop (suspend, a frozen machine), not a held stretch."""

_WHOLE_HOLD_GRACE_SECONDS = 0.001


class Session(msgspec.Struct, frozen=True):
    """Where a guided break stands.

    `began` and `seen` are monotonic seconds: when the segment began (moved on by every stop), and
    the latest reading. `held_seconds` is the best attempt at each step so far.
    """

    timeline: Timeline
    held_seconds: tuple[float, ...]
    began: float
    seen: float
    segment_index: int = 0
    paused: bool = False
    interrupted: bool = False
    """Paused by a lock or suspend, not by the person."""
    hurt_steps: frozenset[int] = frozenset()
    """Steps that hurt: nothing of their exercises comes again in this session."""
    finished: bool = False

    @property
    def segment(self) -> Segment:
        """What is being done; the last segment once the session has finished."""
        return self.timeline.segments[self.segment_index]

    @property
    def elapsed_seconds(self) -> float:
        """Seconds into the segment, as of the latest reading."""
        return max(0.0, self.seen - self.began)


class StepResult(msgspec.Struct, frozen=True):
    """What was held of one step."""

    exercise_id: str
    side: Side
    repetition: int
    phase: int | None
    planned_seconds: float
    held_seconds: float
    hurt: bool = False


class SessionResult(msgspec.Struct, frozen=True):
    """What a guided break came to."""

    steps: tuple[StepResult, ...]
    planned_seconds: float
    held_seconds: float
    outcome: Outcome


class SessionView(msgspec.Struct, frozen=True):
    """All that a window needs to draw one frame. Lengths are seconds, `progress` is 0 to 1."""

    step_index: int
    step: PlannedStep
    kind: SegmentKind
    segment_seconds: float
    seconds_left: float
    progress: float
    break_seconds_left: float
    stretch_index: int
    stretch_count: int
    stretch_progress: float
    """How much of the present stretch's time is over."""
    held_seconds: tuple[float, ...]
    paused: bool
    interrupted: bool
    finished: bool


def start_session(steps: Sequence[PlannedStep], now: Moment) -> Session:
    """Begin with the first step's get ready. ValueError if there is nothing to do."""
    if not steps:
        raise ValueError("a session needs at least one step")
    at = now.monotonic_seconds
    return Session(timeline=timeline_of(steps), held_seconds=(0.0,) * len(steps), began=at, seen=at)


def advance(session: Session, now: Moment) -> Session:
    """Let the time up to `now` pass.

    After a gap of more than LONGEST_GAP_SECONDS the session stands where it stood before it.
    """
    at = max(session.seen, now.monotonic_seconds)
    gap = at - session.seen
    if session.finished or session.paused or gap > LONGEST_GAP_SECONDS:
        return msgspec.structs.replace(session, began=session.began + gap, seen=at)
    session = msgspec.structs.replace(session, seen=at)
    while not session.finished and session.elapsed_seconds >= session.segment.seconds:
        ended = session.began + session.segment.seconds
        session = _enter(_with_hold(session), session.segment_index + 1, began=ended)
    return _with_hold(session)


def pause(session: Session, now: Moment) -> Session:
    """Stop the clock at the person's wish."""
    return msgspec.structs.replace(advance(session, now), paused=True, interrupted=False)


def interrupt(session: Session, now: Moment) -> Session:
    """Stop the clock because the screen was locked or the machine slept."""
    session = advance(session, now)
    if session.paused:
        return session
    return msgspec.structs.replace(session, paused=True, interrupted=True)


def resume(session: Session, now: Moment) -> Session:
    """Go on from where the clock was stopped."""
    return msgspec.structs.replace(advance(session, now), paused=False, interrupted=False)


def go_next(session: Session, now: Moment) -> Session:
    """Leave this bout for the next one; the end of the last one is the end of the session."""
    session = resume(session, now)
    return _enter_bout(session, _bout(session) + 1)


def go_back(session: Session, now: Moment) -> Session:
    """Do this bout again if its hold has begun, otherwise the one before it.

    What was held stays: of several attempts at a step the best one counts.
    """
    session = resume(session, now)
    bout = _bout(session)
    if session.segment.kind not in (SegmentKind.HOLD, SegmentKind.MOVE_OUT) and bout > 0:
        bout -= 1
    while bout > 0 and _hurts(session, session.timeline.first_segment_of_bout(bout)):
        bout -= 1
    return _enter_bout(session, bout)


def this_hurts(session: Session, now: Moment) -> Session:
    """End this stretch at once and go on to the next one that does not hurt."""
    session = resume(session, now)
    if session.finished:
        return session
    hurt = session.hurt_steps | {session.segment.step_index}
    return _enter_bout(msgspec.structs.replace(session, hurt_steps=hurt), _bout(session) + 1)


def end(session: Session, now: Moment) -> Session:
    """End the whole session here."""
    return msgspec.structs.replace(advance(session, now), finished=True, paused=False)


def view_of(session: Session) -> SessionView:
    """The session as a window shows it."""
    timeline, segment = session.timeline, session.segment
    elapsed = segment.seconds if session.finished else session.elapsed_seconds
    stretch = timeline.stretches[segment.step_index]
    return SessionView(
        step_index=segment.step_index,
        step=_step(session),
        kind=segment.kind,
        segment_seconds=segment.seconds,
        seconds_left=segment.seconds - elapsed,
        progress=min(1.0, elapsed / segment.seconds) if segment.seconds > 0 else 1.0,
        break_seconds_left=0.0 if session.finished else _seconds_left(session),
        stretch_index=stretch,
        stretch_count=timeline.stretch_count,
        stretch_progress=1.0 if session.finished else _stretch_progress(session, stretch),
        held_seconds=session.held_seconds,
        paused=session.paused,
        interrupted=session.interrupted,
        finished=session.finished,
    )


def result_of(session: Session) -> SessionResult:
    """What the session came to so far."""
    steps = tuple(
        StepResult(
            exercise_id=step.exercise_id,
            side=step.side,
            repetition=step.repetition,
            phase=step.phase,
            planned_seconds=step.hold_seconds,
            held_seconds=session.held_seconds[index],
            hurt=index in session.hurt_steps,
        )
        for index, step in enumerate(session.timeline.steps)
    )
    planned = sum(step.planned_seconds for step in steps)
    held = sum(step.held_seconds for step in steps)
    whole = sum(
        step.held_seconds + _WHOLE_HOLD_GRACE_SECONDS >= step.planned_seconds for step in steps
    )
    return SessionResult(steps, planned, held, outcome_of_holds(planned, held, whole))


def _step(session: Session) -> PlannedStep:
    return session.timeline.steps[session.segment.step_index]


def _bout(session: Session) -> int:
    return session.timeline.bouts[session.segment.step_index]


def _hurts(session: Session, segment_index: int) -> bool:
    if not session.hurt_steps:
        return False  # asked for each segment to come in every frame
    steps = session.timeline.steps
    exercise_id = steps[session.timeline.segments[segment_index].step_index].exercise_id
    return any(steps[index].exercise_id == exercise_id for index in session.hurt_steps)


def _with_hold(session: Session) -> Session:
    """Note what has been held of the step, if this attempt is the best one."""
    segment = session.segment
    if segment.kind is not SegmentKind.HOLD:
        return session
    index, held = segment.step_index, session.held_seconds
    attempt = min(session.elapsed_seconds, segment.seconds)
    if attempt <= held[index]:
        return session
    return msgspec.structs.replace(
        session, held_seconds=(*held[:index], attempt, *held[index + 1 :])
    )


def _enter(session: Session, segment_index: int, began: float) -> Session:
    """Go to a segment, or past those that hurt; past the last one the session has finished."""
    for index in range(segment_index, len(session.timeline.segments)):
        if not _hurts(session, index):
            return msgspec.structs.replace(session, segment_index=index, began=began)
    return msgspec.structs.replace(session, finished=True)


def _enter_bout(session: Session, bout: int) -> Session:
    if session.finished:
        return session
    return _enter(session, session.timeline.first_segment_of_bout(bout), began=session.seen)


def _seconds_left(session: Session) -> float:
    coming = range(session.segment_index + 1, len(session.timeline.segments))
    return (
        session.segment.seconds
        - session.elapsed_seconds
        + sum(session.timeline.segments[i].seconds for i in coming if not _hurts(session, i))
    )


def _stretch_progress(session: Session, stretch: int) -> float:
    timeline = session.timeline
    whole = passed = 0.0
    for index, segment in enumerate(timeline.segments):
        if timeline.stretches[segment.step_index] == stretch:
            whole += segment.seconds
            if index < session.segment_index:
                passed += segment.seconds
    return min(1.0, (passed + session.elapsed_seconds) / whole) if whole > 0 else 1.0
