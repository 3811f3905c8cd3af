"""Tray and status window alone, noting in a file what happens.

Run as a program of its own: `tray_program.py FILE`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.tray.host import NO_TRAY_WORDS, TrayHost
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.tray import Tray
from tests.ui.tray.readings import reading


def tell(line: str) -> None:
    with Path(sys.argv[1]).open("a") as said:
        said.write(f"{line}\n")


def tell_of_tray(available: bool) -> None:
    tell("a tray" if available else "no tray")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    orders = Orders(reading())
    orders.week_opened.connect(lambda: tell("week"))
    orders.status_opened.connect(lambda: tell("status"))
    host = TrayHost()
    host.changed.connect(tell_of_tray)
    tray = Tray(orders, host)
    window = StatusWindow(LIGHT, orders, NO_TRAY_WORDS)
    if not host.available:
        window.show()
    tell_of_tray(host.available)
    sys.exit(app.exec())
