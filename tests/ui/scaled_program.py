"""Opens every window as a screen of a given scale shows it, and prints what is wrong with each.

Run as a program of its own, as the scale of a screen is settled before Qt starts.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication

from deskstretch.ui.theme import LIGHT
from tests.ui.clipping import clipped_texts, settle, text_size, too_large
from tests.ui.every_window import EVERY_WINDOW

if __name__ == "__main__":
    application = QApplication(sys.argv)
    application.setStyle("fusion")
    screen = application.primaryScreen().size()
    found: dict[str, list[str]] = {}
    with text_size(float(sys.argv[1])):
        for name, build in EVERY_WINDOW.items():
            window = build(LIGHT)
            window.show()
            settle()
            found[name] = clipped_texts(window) + too_large(window, screen)
            window.close()
            settle()
    ratio = application.primaryScreen().devicePixelRatio()
    print(json.dumps({"screen": screen.toTuple(), "ratio": ratio, "found": found}))
