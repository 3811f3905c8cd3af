"""Starts the app as `deskstretch` does and, once all its parts are there, tells what it holds."""

# ruff: noqa: E402  (as in `deskstretch`, nothing may be imported before sources are left unread)

from __future__ import annotations

import sys

from deskstretch.desktop.lean_imports import import_leanly

import_leanly()

import linecache
from pathlib import Path

import msgspec
from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.app import App
from deskstretch.application import make_application
from deskstretch.desktop.instance import SingleInstance
from deskstretch.store.folders import find_folders

LAST_TO_BE_LOADED = "deskstretch.desktop.one_timer_scheduler"
LOOK_EVERY_MS = 50


def main() -> None:
    instance = SingleInstance()
    assert instance.acquire()
    application = make_application()
    app = App(find_folders(), instance)
    app.begin()
    look = QTimer()
    look.timeout.connect(lambda: tell(app) if LAST_TO_BE_LOADED in sys.modules else None)
    look.start(LOOK_EVERY_MS)
    application.exec()


def tell(app: QObject) -> None:
    mapped = [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()]
    timers = [timer for timer in app.findChildren(QTimer) if timer.isActive()]
    facts = {
        "modules": sorted(sys.modules),
        "libraries": sorted({Path(name).name for name in mapped if ".so" in name}),
        "has_namespace_qt": "Qt" in vars(QtCore),
        "sources": sorted(name for name in linecache.cache if "deskstretch" in name),
        "repeating_timers_seconds": sorted(
            timer.interval() / 1000 for timer in timers if not timer.isSingleShot()
        ),
        "single_timers": sum(timer.isSingleShot() for timer in timers),
        "widgets": sorted(type(widget).__name__ for widget in QApplication.topLevelWidgets()),
    }
    print(msgspec.json.encode(facts).decode(), flush=True)
    QApplication.quit()


if __name__ == "__main__":
    main()
