"""The process round one window, or round those of a break: it lives no longer than the app."""

from __future__ import annotations

import os

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.application import make_application
from deskstretch.desktop.termination import Termination
from deskstretch.desktop.unexpected import UnexpectedErrors, report_crashes_too
from deskstretch.store.folders import Folders, find_folders
from deskstretch.wiring.app_line import AppLine
from deskstretch.wiring.log_file import add_to_log
from deskstretch.wiring.window_lines import ErrorHappened

_ORDERS_COME_FIRST_MS = 30
"""A break that the person asked for begins without a prompt."""


def run(kind: str) -> int:
    """Show what the app says, for as long as it wants that, or the person."""
    # A session begins with the app; it would begin with what was open, too.
    os.environ.pop("SESSION_MANAGER", None)
    folders = find_folders()
    add_to_log(folders.logs)
    report_crashes_too(folders.logs)
    errors = UnexpectedErrors()
    application = make_application()
    app = _show_breaks(folders) if kind == "break" else _show_window(kind, folders)
    errors.happened.connect(lambda: app.tell(ErrorHappened()))
    termination = Termination()
    termination.asked.connect(app.ended)
    app.ended.connect(application.exit)
    app.begin()
    return application.exec()


def _show_window(kind: str, folders: Folders) -> AppLine:
    from deskstretch.wiring.opened_window import OpenedWindow
    from deskstretch.wiring.window_lines import Order, WindowClosed

    app = AppLine(Order)
    window = OpenedWindow(kind, folders, app)
    app.ordered.connect(window.obey)
    app.ended.connect(window.close)
    window.happened.connect(app.tell)
    window.closed.connect(lambda: app.tell(WindowClosed(kind)))
    window.closed.connect(QApplication.exit)
    return app


def _show_breaks(folders: Folders) -> AppLine:
    from deskstretch.desktop.clock import read_moment
    from deskstretch.wiring.break_lines import Order
    from deskstretch.wiring.break_windows import BreakWindows

    app = AppLine(Order)
    windows = BreakWindows(folders, read_moment, app)
    app.ordered.connect(windows.obey)
    app.ended.connect(windows.close)
    windows.happened.connect(app.tell)
    QTimer.singleShot(_ORDERS_COME_FIRST_MS, windows, windows.get_ready)
    return app
