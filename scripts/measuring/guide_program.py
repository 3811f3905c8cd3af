"""Shows a guided break and prints what its frames cost, as JSON: run by the installed Python.

guide_program.py WIDTH HEIGHT SECONDS
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.application import make_application
from deskstretch.core.routine import plan_steps
from deskstretch.core.session import SessionView
from deskstretch.core.timeline import SegmentKind
from deskstretch.desktop.clock import read_moment
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import find_folders
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.theme import LIGHT, palette_of

ROUTINE = "desk-3min-lower-back"
HOLD_SECONDS = 4.0
MOVES = {SegmentKind.MOVE_IN, SegmentKind.MOVE_OUT}
FIRST_FRAMES_SECONDS = 0.5


class Frames(QObject):
    """Notes when frames come, apart for what moves and what is held.

    A frame is what the runner shows and what is then painted: the next one comes late where that
    takes long. Where nothing looks different, nothing is painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.moving_gaps: list[float] = []
        self.held_gaps: list[float] = []
        self._last = 0.0
        self._last_kind: SegmentKind | None = None

    def note(self, view: SessionView) -> None:
        now, kind = time.perf_counter(), view.kind
        if kind is self._last_kind:
            if kind is SegmentKind.HOLD:
                self.held_gaps.append(now - self._last)
            elif kind in MOVES:
                self.moving_gaps.append(now - self._last)
        self._last, self._last_kind = now, kind


def main(width: int, height: int, seconds: float) -> None:
    application = make_application()
    QApplication.setPalette(palette_of(LIGHT))
    catalogue = load_catalogue(find_folders().exercises_file).catalogue
    steps = plan_steps(
        catalogue.routines[ROUTINE], catalogue.exercises, hold_override_seconds=HOLD_SECONDS
    )
    runner = GuideRunner(steps, read_moment)
    window = GuideWindow(runner, list(catalogue.exercises.values()), LIGHT)
    window.resize(width, height)
    if (width, height) == (3840, 2160):
        window.showFullScreen()
    else:
        window.show()
    runner.start()
    frames = Frames()
    begun: list[tuple[float, float]] = []

    def begin() -> None:
        runner.view_changed.connect(frames.note)
        begun.append((time.perf_counter(), time.process_time()))

    QTimer.singleShot(round(1000 * FIRST_FRAMES_SECONDS), begin)
    QTimer.singleShot(round(1000 * (FIRST_FRAMES_SECONDS + seconds)), application.quit)
    application.exec()
    wall, processor = begun[0]
    share = (time.process_time() - processor) / (time.perf_counter() - wall)
    json.dump({"moving": frames.moving_gaps, "held": frames.held_gaps, "share": share}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
