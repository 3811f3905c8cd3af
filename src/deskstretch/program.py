"""The process round a running app: one at a time, with a log, until it ends."""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from deskstretch.app import App
from deskstretch.desktop.instance import SingleInstance
from deskstretch.desktop.left_out_gtk import arguments_without_gtk
from deskstretch.desktop.steady_memory import give_back_large_blocks
from deskstretch.desktop.unexpected import UnexpectedErrors, report_crashes
from deskstretch.store.folders import find_folders
from deskstretch.wiring.log_file import log_to

# Every icon that is made leaves its pictures in there, and the tray's is made anew all day.
_PIXMAP_CACHE_KILOBYTES = 256

_log = logging.getLogger(__name__)


def run() -> int:
    """Run the app until it ends; 0, also when another one was running and was shown instead."""
    instance = SingleInstance()
    if not instance.acquire():
        return _show_the_other()
    folders = find_folders()
    log = log_to(folders.logs)
    report_crashes(folders.logs)
    errors = UnexpectedErrors()
    application = make_application()
    app = App(folders, instance)
    errors.happened.connect(lambda: app.tell_unexpected(log))
    app.begin()
    app.welcome_at_first_start()
    return application.exec()


def make_application() -> QApplication:
    """Qt's application object, with what the desktop wants to know about us."""
    # To paint small pictures on many threads costs twice what it costs on one.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    give_back_large_blocks()
    if sys.platform == "win32":
        import ctypes

        from deskstretch.desktop.windows_identity import tell_windows_who_we_are

        tell_windows_who_we_are(ctypes.windll.shell32)
    application = QApplication(["deskstretch", *arguments_without_gtk(os.environ)])
    application.setApplicationDisplayName("DeskStretch")
    application.setDesktopFileName("deskstretch")
    QPixmapCache.setCacheLimit(_PIXMAP_CACHE_KILOBYTES)
    application.setQuitOnLastWindowClosed(False)
    return application


def _show_the_other() -> int:
    from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask

    try:
        ask("show", {})
    except (NotRunningError, UntrustedError) as error:
        _log.error("Another DeskStretch is running but cannot be shown: %s", error)
        return 1
    return 0
