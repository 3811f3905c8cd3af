"""A signal that asks to end is told from the event loop, wherever it comes."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskstretch.desktop.termination import Termination

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture
def termination(qtbot: QtBot) -> Iterator[Termination]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    wakeup_fd = signal.set_wakeup_fd(-1)
    yield Termination()
    signal.set_wakeup_fd(wakeup_fd)
    for number, handler in before.items():
        signal.signal(number, handler)


class Interrupted(QWidget):
    """Is asked to end in the middle of being painted."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__()
        self._asked = asked

    def paintEvent(self, event: QPaintEvent) -> None:
        signal.raise_signal(signal.SIGTERM)
        self._asked.append("painted")


@pytest.mark.parametrize("number", SIGNALS)
def test_each_signal_is_told_once(
    number: signal.Signals, termination: Termination, qtbot: QtBot
) -> None:
    asked: list[str] = []
    termination.asked.connect(lambda: asked.append("asked"))
    signal.raise_signal(number)
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["asked"])
    qtbot.wait(20)
    assert asked == ["asked"]


def test_a_window_is_painted_to_the_end_first(termination: Termination, qtbot: QtBot) -> None:
    order: list[str] = []
    window = Interrupted(order)
    termination.asked.connect(lambda: order.append("asked"))
    termination.asked.connect(window.close)
    window.show()
    qtbot.waitUntil(lambda: "asked" in order)
    assert order[0] == "painted"
    assert order[-1] == "asked"
    window.deleteLater()
