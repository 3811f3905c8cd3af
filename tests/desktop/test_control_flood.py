"""Ten thousand messages, most of them nonsense: each is seen off, and the guide goes on."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from pytestqt.qtbot import QtBot

from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.desktop import control_socket
from deskstretch.desktop.clock import read_moment
from deskstretch.desktop.control import ControlServer
from deskstretch.ui.guide.runner import GuideRunner
from tests.core.shipped import shipped_catalogue

MESSAGES = 10_000
PROGRAM = Path(__file__).with_name("flood_program.py")


class Listener:
    """A server beside a guide in one thread, as in the app; counts what is heard and drawn."""

    def __init__(self) -> None:
        self.folder = control_socket.runtime_folders()[0]
        control_socket.prepare_folder(self.folder)
        self.server = ControlServer(self._answer)
        self.server.listen(self.folder)
        self.frames = 0
        self.heard = 0
        steps = plan_steps(
            Routine("one", "One", (RoutineItem("chair-hamstring"),)), shipped_catalogue().exercises
        )
        self.runner = GuideRunner(steps, read_moment)
        self.runner.view_changed.connect(self._count)

    def _answer(self, _verb: str, _arguments: dict[str, Any]) -> dict[str, Any]:
        self.heard += 1
        return {"ok": True}

    def _count(self, _view: object) -> None:
        self.frames += 1


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.server.close()


def test_ten_thousand_messages_are_seen_off_while_the_guide_goes_on_frame_by_frame(
    listener: Listener, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    listener.runner.start()
    before = listener.runner.view
    flood = QProcess()
    flood.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    flood.start(sys.executable, [str(PROGRAM), f"{listener.folder}/control", str(MESSAGES)])
    qtbot.waitUntil(lambda: flood.state() == QProcess.ProcessState.NotRunning, timeout=120_000)
    assert bytes(flood.readAllStandardOutput().data()).decode().split() == [str(MESSAGES)]
    with capsys.disabled():
        print(f"\n{MESSAGES} messages, {listener.heard} of them sense; {listener.frames} frames")
    assert MESSAGES / 12 < listener.heard < MESSAGES / 5
    assert listener.runner.view != before
    assert listener.frames > MESSAGES / 2000
    assert answered_after(qtbot)


def answered_after(qtbot: QtBot) -> bool:
    """Whether an ordinary command is still answered."""
    program = "import sys\nfrom deskstretch.desktop.control_client import ask\nask('status', {})\n"
    asking = subprocess.Popen((sys.executable, "-c", program))
    qtbot.waitUntil(lambda: asking.poll() is not None, timeout=20_000)
    return asking.returncode == 0


def test_one_turn_of_the_event_loop_sees_to_one_visitor_at_most(
    listener: Listener, qtbot: QtBot
) -> None:
    """So whatever else is due, a frame before all, comes between any two."""
    visitors = [socket.socket(socket.AF_UNIX) for _ in range(10)]
    for visitor in visitors:
        visitor.connect(f"{listener.folder}/control")
        visitor.sendall(b'{"verb": "status"}\n')
    heard = [0]
    while heard[-1] < len(visitors):
        QCoreApplication.processEvents()
        heard.append(listener.heard)
    assert all(after - before <= 1 for before, after in pairwise(heard))
    for visitor in visitors:
        assert visitor.recv(100) == b'{"ok":true}\n'
        visitor.close()
