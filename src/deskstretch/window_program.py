"""The process round one window: it lives as long as the window, and no longer than the app."""

from __future__ import annotations

import os

from deskstretch.application import make_application
from deskstretch.desktop.termination import Termination
from deskstretch.desktop.unexpected import UnexpectedErrors, report_crashes_too
from deskstretch.store.folders import find_folders
from deskstretch.wiring.app_line import AppLine
from deskstretch.wiring.log_file import add_to_log
from deskstretch.wiring.opened_window import OpenedWindow
from deskstretch.wiring.window_lines import ErrorHappened


def run(kind: str) -> int:
    """Show the window once the app says so, until it is closed."""
    # A session begins with the app; it would begin with what was open, too.
    os.environ.pop("SESSION_MANAGER", None)
    folders = find_folders()
    add_to_log(folders.logs)
    report_crashes_too(folders.logs)
    errors = UnexpectedErrors()
    application = make_application()
    app = AppLine()
    errors.happened.connect(lambda: app.tell(ErrorHappened()))
    opened = OpenedWindow(kind, folders)
    termination = Termination()
    app.ordered.connect(opened.obey)
    opened.happened.connect(app.tell)
    for end in (app.ended, termination.asked):
        end.connect(opened.close)
        end.connect(application.exit)
    opened.closed.connect(application.exit)
    app.begin()
    return application.exec()
