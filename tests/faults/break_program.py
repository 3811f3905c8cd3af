"""Takes guided breaks to be killed in: a process of its own for each name that it is given.

Each break is the app's own recorder, history and guide, without a window and sixty times as fast
as life. Before and after each thing that is to be kept it says so in `NAME.told`: what is said to
be kept must be found in `NAME.sqlite3`, however the process ended.

    break_program.py FOLDER     then names by standard input; says the process of each

At the end of the input all of them are killed.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import outcome_of_holds
from deskstretch.core.planner.effects import CloseBreak, KeepPrompt, OpenBreak, Origin
from deskstretch.core.proposal import record_of
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.core.session import SessionResult
from deskstretch.demo.clock import FastClock
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.history import History
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.wiring.recorder import Recorder

SPEED = 60.0
LOOK_MS = 8
"""At this speed the guide must look at the clock more often than it does, or it takes the time that
passed for a sleep of the machine."""
BEGINS_AT = datetime(2026, 11, 18, 12, tzinfo=UTC)
STRETCHES = ("chair-hamstring", "seated-figure-four")
EXERCISES = load_catalogue().catalogue.exercises
STEPS = plan_steps(
    Routine(
        id="killed",
        name="Killed",
        items=tuple(RoutineItem(each, repetitions=1) for each in STRETCHES),
    ),
    EXERCISES,
    hold_override_seconds=6.0,
)


class ToldBreak:
    """One break, told to a file before and after each thing that is kept."""

    def __init__(self, folder: Path, name: str) -> None:
        self._told = os.open(folder / f"{name}.told", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        self._clock = FastClock(BEGINS_AT, SPEED)
        self._recorder = Recorder(History.open(folder / f"{name}.sqlite3"))
        self._runner = GuideRunner(STEPS, self._clock)
        self._runner.hold_progressed.connect(self._keep_held)
        self._runner.guide_finished.connect(self._close)
        self._looks = QTimer()
        self._looks.timeout.connect(self._runner.advance)

    def take(self) -> None:
        """From becoming due to the guide, which then goes on by itself."""
        now: Moment = self._clock()
        self._say("open")
        self._recorder.carry_out(OpenBreak(now, 2700.0, Origin.DUE), now)
        self._say("opened")
        self._recorder.carry_out(KeepPrompt(quiet=False), now)
        self._say("asked")
        records = (record_of(step, EXERCISES[step.exercise_id]) for step in STEPS)
        self._recorder.begin_steps("killed", tuple(records), now)
        self._say("began")
        self._runner.start()
        self._looks.start(LOOK_MS)

    def _keep_held(self, position: int, seconds: float) -> None:
        self._say(f"hold {position} {seconds!r}")
        self._recorder.keep_held(position, seconds)
        self._say(f"held {position} {seconds!r}")

    def _close(self, result: SessionResult) -> None:
        self._recorder.keep_all_held(tuple(step.held_seconds for step in result.steps))
        outcome = outcome_of_holds(
            sum(step.planned_seconds for step in result.steps),
            sum(step.held_seconds for step in result.steps),
            sum(step.held_seconds >= step.planned_seconds for step in result.steps),
        )
        self._say(f"close {outcome}")
        self._recorder.carry_out(CloseBreak(outcome), self._clock())
        self._say(f"closed {outcome}")

    def _say(self, words: str) -> None:
        os.write(self._told, f"{words}\n".encode())


def take_break(folder: Path, name: str) -> int:
    application = QCoreApplication([])
    told_break = ToldBreak(folder, name)
    QTimer.singleShot(0, told_break.take)
    return application.exec()  # for ever: it ends by being killed


def main() -> int:
    folder = Path(sys.argv[1])
    os.setpgid(0, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is killed leaves at once
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                take_break(folder, line.strip())
            finally:
                os._exit(1)
        print(child, flush=True)
    os.killpg(os.getpgid(0), signal.SIGKILL)  # all that are left, and itself
    return 1


if __name__ == "__main__":
    sys.exit(main())
