"""A window to be used: `window_program.py TITLE [full]`. F11 turns full screen on and off."""

from __future__ import annotations

import sys

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def turn(window: QWidget) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle(sys.argv[1])
    window.resize(400, 300)
    QShortcut("F11", window, lambda: turn(window))
    window.show()
    if "full" in sys.argv:
        window.showFullScreen()
    sys.exit(app.exec())
