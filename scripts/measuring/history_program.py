"""Opens the week window on each of some histories in turn; prints milliseconds as JSON.

history_program.py ROUNDS TODAY FOLDER...
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from deskstretch.application import make_application
from deskstretch.store.folders import Folders
from deskstretch.ui.theme import LIGHT, palette_of
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.week_window import week_window


class FirstPaint(QObject):
    """Knows whether what it watches has been painted."""

    is_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_seen |= event.type() == QEvent.Type.UpdateRequest
        return False


def milliseconds_to_open(application: QApplication, folder: Path, today: date) -> float:
    folders = Folders(settings=folder, data=folder, logs=folder, runtime=folder)
    watch = SettingsWatch(folders.settings_file)
    begun = time.perf_counter()
    window = week_window(folders, watch, LIGHT, lambda: today)
    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.show()
    while not first_paint.is_seen:
        application.processEvents()
    taken = 1000 * (time.perf_counter() - begun)
    window.close()
    application.processEvents()
    return taken


def main(rounds: int, today: date, folders: list[Path]) -> None:
    application = make_application()
    QApplication.setPalette(palette_of(LIGHT))
    taken: dict[str, list[float]] = {folder.name: [] for folder in folders}
    for counts in (False, *[True] * rounds):
        for folder in folders:
            milliseconds = milliseconds_to_open(application, folder, today)
            if counts:
                taken[folder.name].append(milliseconds)
        folders.reverse()
    json.dump(taken, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), date.fromisoformat(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
