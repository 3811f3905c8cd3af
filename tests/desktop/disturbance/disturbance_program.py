"""Disturbance alone, noting in a file what it tells and obeying orders on its standard input.

Run as a program of its own: `disturbance_program.py FILE`. An order is a line: `watch`, `stop`,
`describe`, or `follow` and settings as JSON. The end of the standard input ends the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QSocketNotifier

from deskstretch.core.settings import DisturbanceSettings
from deskstretch.desktop.disturbance.choose import choose_disturbance
from deskstretch.desktop.disturbance.port import Disturbance


def tell(line: str) -> None:
    with Path(sys.argv[1]).open("a") as said:
        said.write(f"{line}\n")


def describe(disturbance: Disturbance) -> str:
    reasons = {reading.name: reading.reasons for reading in disturbance.readings()}
    return msgspec.json.encode(
        {each.name: each.why_not or reasons.get(each.name) for each in disturbance.adapters}
    ).decode()


def obey(disturbance: Disturbance, order: str) -> None:
    match order.split(maxsplit=1):
        case ["watch"]:
            disturbance.watch(True)
            while not disturbance.has_tried_all:
                QCoreApplication.processEvents()
        case ["stop"]:
            disturbance.watch(False)
        case ["describe"]:
            tell(f"described: {describe(disturbance)}")
        case ["follow", settings]:
            disturbance.follow(msgspec.json.decode(settings, type=DisturbanceSettings))
        case _:
            QCoreApplication.quit()
            return
    tell(f"done: {order}")


if __name__ == "__main__":
    app = QCoreApplication(sys.argv)
    disturbance = choose_disturbance(DisturbanceSettings())
    disturbance.changed.connect(lambda reasons: tell(f"changed: {', '.join(reasons)}"))
    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    orders.activated.connect(lambda: obey(disturbance, sys.stdin.readline().rstrip("\n")))
    sys.exit(app.exec())
