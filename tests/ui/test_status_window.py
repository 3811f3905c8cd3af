"""The small window opens with room for all that it has to say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.tray.orders import Orders
from tests.ui.tray.readings import reading

SENTENCE = (
    "Something unexpected went wrong; /home/person/logs/deskstretch.log has it. Breaks go on."
)


@pytest.mark.parametrize("trouble", [None, SENTENCE, 3 * SENTENCE])
@pytest.mark.parametrize("why", ["", SENTENCE])
def test_nothing_is_below_its_end(trouble: str | None, why: str, qtbot: QtBot) -> None:
    window = StatusWindow(LIGHT, Orders(reading(trouble=trouble)), why)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    [scroll] = window.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.horizontalScrollBar().maximum() == 0
    assert window.width() < 2 * window.height()
