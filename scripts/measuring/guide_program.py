"""Shows a guided break and prints what its frames cost, as JSON: run by the installed Python.

guide_program.py WIDTH HEIGHT SECONDS
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.core.routine import plan_steps
from deskstretch.core.timeline import SegmentKind
from deskstretch.desktop.clock import read_moment
from deskstretch.program import make_application
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import find_folders
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.theme import LIGHT, palette_of

ROUTINE = "desk-3min-lower-back"
HOLD_SECONDS = 4.0
FIRST_FRAMES_SECONDS = 0.5


class Frames(QObject):
    """Notes when the figure is painted, apart for what moves and what is held."""

    def __init__(self, runner: GuideRunner) -> None:
        super().__init__()
        self._runner = runner
        self.moving_gaps: list[float] = []
        self.held_gaps: list[float] = []
        self._last = 0.0
        self._last_kind: SegmentKind | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            now, kind = time.perf_counter(), self._runner.view.kind
            if kind is self._last_kind:
                gaps = self.held_gaps if kind is SegmentKind.HOLD else self.moving_gaps
                gaps.append(now - self._last)
            self._last, self._last_kind = now, kind
        return False


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
    frames = Frames(runner)
    begun: list[tuple[float, float]] = []

    def begin() -> None:
        figure = window.findChild(FigureView)
        assert figure is not None
        figure.installEventFilter(frames)
        begun.append((time.perf_counter(), time.process_time()))

    QTimer.singleShot(round(1000 * FIRST_FRAMES_SECONDS), begin)
    QTimer.singleShot(round(1000 * (FIRST_FRAMES_SECONDS + seconds)), application.quit)
    application.exec()
    wall, processor = begun[0]
    share = (time.process_time() - processor) / (time.perf_counter() - wall)
    json.dump({"moving": frames.moving_gaps, "held": frames.held_gaps, "share": share}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
