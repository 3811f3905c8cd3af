"""Qt's application object, alike in the app and in the processes of its windows."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from deskstretch.desktop.left_out_gtk import arguments_without_gtk
from deskstretch.desktop.steady_memory import give_back_large_blocks
from deskstretch.ui.theme_watcher import remember_own_palette

# Every icon that is made leaves its pictures in there, and the tray's is made anew all day.
_PIXMAP_CACHE_KILOBYTES = 256


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
    remember_own_palette(application)
    return application
