"""The wishes alone, told on standard output as they change, until the standard input ends."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from deskstretch.desktop.appearance.choose import choose_appearance
from deskstretch.desktop.appearance.port import Appearance


def tell(appearance: Appearance) -> None:
    asked_for = {
        "motion": appearance.reduced_motion,
        "contrast": appearance.high_contrast,
        "dark": appearance.dark,
        appearance.font: appearance.font is not None,
    }
    print("wished:", *(name for name, wished in asked_for.items() if wished), flush=True)


if __name__ == "__main__":
    app = QCoreApplication(sys.argv)
    appearance = choose_appearance()
    appearance.changed.connect(lambda: tell(appearance))
    appearance.begin()
    while not appearance.knows_all:
        QCoreApplication.processEvents()
    tell(appearance)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(QCoreApplication.quit)
    app.exec()
    appearance.close()
