"""Where a window goes when its screen has less room for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.room import keep_inside, place_inside

ROOM = QRect(100, 50, 800, 600)


@pytest.mark.parametrize(
    ("frame", "place"),
    [
        (QRect(200, 100, 300, 200), (200, 100)),
        (QRect(100, 50, 800, 600), (100, 50)),
        (QRect(0, 0, 300, 200), (100, 50)),
        (QRect(2000, 900, 300, 200), (600, 450)),
        (QRect(700, 500, 900, 700), (100, 50)),
    ],
)
def test_a_window_goes_to_the_nearest_place_in_sight(frame: QRect, place: tuple[int, int]) -> None:
    assert place_inside(frame, ROOM) == QPoint(*place)


def test_a_window_too_large_for_its_screen_is_made_to_fit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(500, 500, 3000, 100)
    window.show()
    keep_inside(window)
    room = window.screen().availableGeometry()
    assert room.contains(window.frameGeometry())
    assert window.height() == 100


def test_a_window_on_the_whole_screen_is_left_to_the_desktop(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showFullScreen()
    before = window.geometry()
    keep_inside(window)
    assert window.geometry() == before
