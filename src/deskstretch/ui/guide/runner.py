"""Runs a guided break: moves the session on with the clock and tells what happened."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from deskstretch.core.moment import Moment
from deskstretch.core.routine import PlannedStep
from deskstretch.core.session import (
    Session,
    SessionView,
    advance,
    end,
    go_back,
    go_next,
    interrupt,
    pause,
    result_of,
    resume,
    start_session,
    this_hurts,
    view_of,
)
from deskstretch.core.timeline import SegmentKind

_SMOOTH_MS = 16
_CALM_MS = 50
"""Only the breath and the ring move, slowly."""
_STILL_MS = 250
"""Nothing moves smoothly, only numbers change."""
_UNSEEN_MS = 1000
"""Nobody looks; held seconds are still kept, each as it passes."""
_SAME_PAIN_SECONDS = 1.5
"""Pressed twice in a row, "This hurts" still means the stretch that was there at first."""


class GuideRunner(QObject):
    """Owns one session. Orders come in as slots, what happened goes out as signals."""

    hold_progressed = Signal(int, float)
    """A step's index and the seconds held of it: at each whole second and at the hold's end."""
    step_begun = Signal(int)
    segment_begun = Signal(object)
    """The `SegmentKind`."""
    view_changed = Signal(object)
    """The new `SessionView`; once a frame."""
    step_hurt = Signal(int)
    """The position of the step in which it did."""
    guide_finished = Signal(object)
    """The `SessionResult`; exactly once."""

    def __init__(
        self,
        steps: Sequence[PlannedStep],
        clock: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._session = start_session(steps, clock())
        self._told_seconds = [0.0] * len(steps)
        self._hurt_at: Moment | None = None
        self._begun = False
        self._seen = True
        self._reduced_motion = False
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.advance)

    @property
    def view(self) -> SessionView:
        """The session as it stands."""
        return view_of(self._session)

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """What was planned."""
        return self._session.timeline.steps

    @Slot()
    def start(self) -> None:
        """Begin now; connect to the signals before."""
        if self._begun:
            return
        self._begun = True
        self._session = start_session(self.steps, self._clock())
        self.step_begun.emit(0)
        self.segment_begun.emit(self._session.segment.kind)
        self._show()

    @Slot()
    def pause(self) -> None:
        """Stop the clock."""
        self._follow(pause)

    @Slot()
    def resume(self) -> None:
        """Let the clock go on."""
        self._follow(resume)

    @Slot()
    def toggle_pause(self) -> None:
        """Pause, or resume."""
        self._follow(resume if self._session.paused else pause)

    @Slot()
    def go_next(self) -> None:
        """On to the next hold."""
        self._follow(go_next)

    @Slot()
    def go_back(self) -> None:
        """This hold again, or the one before."""
        self._follow(go_back)

    @Slot()
    def interrupt(self) -> None:
        """The screen was locked or the machine sleeps: stop the clock."""
        self._follow(interrupt)

    @Slot()
    def hurt(self) -> None:
        """End this stretch at once; it does not come again."""
        now, before = self._clock(), self._hurt_at
        is_same_pain = before is not None and now.seconds_since(before) < _SAME_PAIN_SECONDS
        if self._session.finished or is_same_pain:
            return
        self._hurt_at = now
        self.step_hurt.emit(self._session.segment.step_index)
        self._follow(this_hurts)

    @Slot()
    def end(self) -> None:
        """End the break here."""
        self._follow(end)

    def set_seen(self, seen: bool) -> None:
        """Whether anybody can see the guide; unseen it wakes once a second."""
        self._seen = seen
        self._set_pace()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether nothing should move smoothly."""
        self._reduced_motion = reduced
        self._set_pace()

    def advance(self) -> None:
        """Look at the clock now; the runner does so itself with each frame."""
        self._follow(advance)

    def _follow(self, order: Callable[[Session, Moment], Session]) -> None:
        before = self._session
        if before.finished:
            return
        self._session = after = order(before, self._clock())
        self._tell_holds(before, after)
        if after.finished:
            self._frame.stop()
            self.view_changed.emit(view_of(after))
            self.guide_finished.emit(result_of(after))
            return
        if after.segment.step_index != before.segment.step_index:
            self.step_begun.emit(after.segment.step_index)
        if after.segment_index != before.segment_index:
            self.segment_begun.emit(after.segment.kind)
        self._show()

    def _tell_holds(self, before: Session, after: Session) -> None:
        stopped = after.finished or after.paused
        for index, held in enumerate(after.held_seconds):
            told = self._told_seconds[index]
            here = after.segment.step_index == index and after.segment.kind is SegmentKind.HOLD
            whole = math.floor(held) > math.floor(told)
            over = held > told and (stopped or not here)
            if whole or over:
                self._told_seconds[index] = held
                self.hold_progressed.emit(index, held)

    def _show(self) -> None:
        self._set_pace()
        self.view_changed.emit(view_of(self._session))

    def _set_pace(self) -> None:
        if not self._begun or self._session.finished or self._session.paused:
            self._frame.stop()
            return
        interval = self._interval_ms()
        if not self._frame.isActive() or self._frame.interval() != interval:
            self._frame.start(interval)

    def _interval_ms(self) -> int:
        if not self._seen:
            return min(_UNSEEN_MS, self._ms_to_whole_second())
        if self._reduced_motion:
            return min(_STILL_MS, self._ms_to_whole_second())
        return _SMOOTH_MS if self._is_moving() else _CALM_MS

    def _is_moving(self) -> bool:
        segment = self._session.segment
        if segment.kind is SegmentKind.HOLD:
            return self.steps[segment.step_index].phase is not None
        return segment.kind in {SegmentKind.MOVE_IN, SegmentKind.MOVE_OUT}

    def _ms_to_whole_second(self) -> int:
        # Seldom frames must fall on the seconds, or a crash would lose more than one.
        elapsed = self._session.elapsed_seconds
        return math.ceil((math.floor(elapsed) + 1 - elapsed) * 1000)
