"""Presence alone, noting in a file what it tells and obeying orders on its standard input.

Run as a program of its own: `presence_program.py FILE`. An order is a line: `idle 0.5`, `lull 0.2`,
`lull off`, `ask`, `describe` or `close`. The end of the standard input ends the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from deskstretch.desktop.presence.choose import choose_presence
from deskstretch.desktop.presence.port import Presence


def tell(line: str) -> None:
    with Path(sys.argv[1]).open("a") as said:
        said.write(f"{line}\n")


def describe(presence: Presence) -> str:
    adapters = [f"{adapter.name}={adapter.why_not or 'used'}" for adapter in presence.adapters]
    return f"{presence.name} {presence.tells_idle} {'; '.join(adapters)}"


def obey(presence: Presence, order: str) -> None:
    match order.split():
        case ["idle", seconds]:
            presence.watch_idle(float(seconds))
        case ["lull", "off"]:
            presence.watch_lull(None)
        case ["lull", seconds]:
            presence.watch_lull(float(seconds))
        case ["ask"]:
            tell(f"idle for {presence.idle_seconds()}")
        case ["describe"]:
            tell(f"described: {describe(presence)}")
        case ["close"]:
            presence.close()
        case _:
            QCoreApplication.quit()
            return
    tell(f"done: {order}")


if __name__ == "__main__":
    app = QCoreApplication(sys.argv)
    presence = choose_presence()
    presence.input_stopped.connect(lambda seconds: tell(f"input_stopped {seconds}"))
    for name in ("input_resumed", "lull_reached", "locked", "unlocked", "suspended", "resumed"):
        getattr(presence, name).connect(lambda name=name: tell(name))
    presence.changed.connect(lambda: tell(f"changed: {describe(presence)}"))
    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    orders.activated.connect(lambda: obey(presence, sys.stdin.readline().rstrip("\n")))
    tell(f"chosen: {describe(presence)}")
    sys.exit(app.exec())
