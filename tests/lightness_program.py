"""Starts the app as `deskstretch` does and, once all its parts are there, tells what it holds.

lightness_program.py            as it idles
lightness_program.py break      after a guided break
"""

# ruff: noqa: E402  (as in `deskstretch`, nothing may be imported before sources are left unread)

from __future__ import annotations

import sys

from deskstretch.desktop.lean_imports import import_leanly

import_leanly()

from pathlib import Path

import msgspec
from PySide6 import QtCore
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.app import App
from deskstretch.application import make_application
from deskstretch.desktop.instance import SingleInstance
from deskstretch.store.folders import find_folders

LAST_TO_BE_LOADED = "deskstretch.desktop.appearance.choose"
LOOK_EVERY_MS = 50
HOLD_MS = 1500
SHOWN_MS = 300


def main() -> None:
    instance = SingleInstance()
    assert instance.acquire()
    application = make_application()
    app = App(find_folders(), instance)
    app.begin()
    then = {"break": take_break, "menu": open_menu}.get(sys.argv[-1], tell)
    look = QTimer()

    def see_if_all_is_there() -> None:
        if LAST_TO_BE_LOADED in sys.modules:
            look.stop()
            then(app)

    look.timeout.connect(see_if_all_is_there)
    look.start(LOOK_EVERY_MS)
    application.exec()


def take_break(app: App) -> None:
    app.take_break(None, ())

    def end() -> None:
        app._breaks.end_guide()
        app._breaks.close()
        tell(app)

    QTimer.singleShot(HOLD_MS, app, end)


def open_menu(app: App) -> None:
    menu = app._tray._tray.menu

    def end() -> None:
        menu.close()
        tell(app)

    menu.popup(QPoint(100, 100))
    QTimer.singleShot(SHOWN_MS, app, end)


def tell(app: QObject) -> None:
    mapped = [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()]
    timers = [timer for timer in app.findChildren(QTimer) if timer.isActive()]
    # Not imported here: that nobody has loaded it is what is to be told.
    texts = getattr(sys.modules.get("linecache"), "cache", ())
    facts = {
        "modules": sorted(sys.modules),
        "libraries": sorted({Path(name).name for name in mapped if ".so" in name}),
        "has_namespace_qt": "Qt" in vars(QtCore),
        "sources": sorted(name for name in texts if "deskstretch" in name),
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
