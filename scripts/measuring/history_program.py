"""Opens the week window on each of some history files in turn; prints milliseconds as JSON.

history_program.py ROUNDS TODAY FILE...
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from deskstretch.app import make_application
from deskstretch.ui.theme import LIGHT, palette_of
from deskstretch.ui.week.window import WeekWindow
from deskstretch.wiring.history_weeks import HistoryWeeks


class FirstPaint(QObject):
    """Knows whether what it watches has been painted."""

    is_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_seen |= event.type() == QEvent.Type.UpdateRequest
        return False


def milliseconds_to_open(application: QApplication, file: Path, today: date) -> float:
    begun = time.perf_counter()
    window = WeekWindow(LIGHT, HistoryWeeks(file, lambda: today))
    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.show()
    while not first_paint.is_seen:
        application.processEvents()
    taken = 1000 * (time.perf_counter() - begun)
    window.close()
    application.processEvents()
    return taken


def main(rounds: int, today: date, files: list[Path]) -> None:
    application = make_application()
    QApplication.setPalette(palette_of(LIGHT))
    taken: dict[str, list[float]] = {file.name: [] for file in files}
    for counts in (False, *[True] * rounds):
        for file in files:
            milliseconds = milliseconds_to_open(application, file, today)
            if counts:
                taken[file.name].append(milliseconds)
    json.dump(taken, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), date.fromisoformat(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
