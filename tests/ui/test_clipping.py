"""No window cuts a text short, whatever the size of the text, of the window and of the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from tests.ui.clipping import clipped_texts, settle, text_size, too_large
from tests.ui.every_window import EVERY_WINDOW

SIZES = {"as it comes": None, "small": (480, 360), "usual": (940, 620), "large": (1240, 760)}


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", EVERY_WINDOW)
@pytest.mark.usefixtures("letters")
def test_nothing_is_clipped(name: str, size: tuple[int, int] | None, factor: float) -> None:
    with text_size(factor):
        window = EVERY_WINDOW[name](LIGHT)
        if size is not None:
            window.resize(*size)
        window.show()
        settle()
        assert clipped_texts(window) == []
        assert too_large(window) == []


class Painted(QWidget):
    """Paints its words by hand, into a room of that size."""

    def __init__(self, words: str, room: QRect) -> None:
        super().__init__()
        self.words, self.room = words, room
        self.resize(200, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        QPainter(self).drawText(self.room, int(flags), self.words)


@pytest.mark.parametrize(
    ("room", "found"),
    [
        (QRect(0, 0, 200, 60), []),
        (QRect(0, 0, 20, 60), ["cut: Stretching"]),
        (QRect(0, 0, 200, 5), ["cut: Stretching"]),
        (QRect(180, 0, 200, 60), ["cut: Stretching"]),
        (QRect(0, 57, 200, 60), ["cut: Stretching"]),
    ],
)
def test_a_text_painted_by_hand_is_measured(qtbot: QtBot, room: QRect, found: list[str]) -> None:
    window = Painted("Stretching", room)
    qtbot.addWidget(window)
    window.show()
    assert clipped_texts(window) == found


def test_two_texts_in_one_place_are_seen(qtbot: QtBot) -> None:
    class Both(Painted):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            painter = QPainter(self)
            painter.drawText(self.room.translated(10, 0), "Other")

    window = Both("Stretching", QRect(0, 0, 200, 60))
    qtbot.addWidget(window)
    window.show()
    assert clipped_texts(window) == ["over another: Other over Stretching"]


def test_a_shortened_text_is_seen_but_not_one_that_ends_in_dots(qtbot: QtBot) -> None:
    words = "A long sentence about stretching"
    metrics = QFontMetrics(QWidget().font())
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 100)
    window = Painted(short, QRect(0, 0, 200, 60))
    qtbot.addWidget(window)
    window.show()
    assert clipped_texts(window) == [f"shortened: {short}"]
    assert clipped_texts(QLabel("Choose\N{HORIZONTAL ELLIPSIS}")) == []


def test_a_line_to_type_into_may_scroll_but_must_show_what_it_asks_for(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setFixedWidth(60)
    line.setText("much longer than its line")
    line.show()
    assert clipped_texts(line) == []
    line.clear()
    line.setPlaceholderText("much longer than its line")
    assert clipped_texts(line) != []


def test_a_page_may_be_longer_but_not_wider_than_its_view(qtbot: QtBot) -> None:
    page = QWidget()
    scroll = QScrollArea()
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.addWidget(scroll)
    scroll.setWidget(page)
    label = QLabel("Stretching", page)
    page.resize(100, 2000)
    label.move(0, 1900)
    scroll.resize(300, 200)
    scroll.show()
    settle()
    assert clipped_texts(scroll) == []
    page.resize(500, 2000)
    assert clipped_texts(scroll) == [f"wider than its view: 500 of {scroll.viewport().width()}"]


def test_a_window_that_no_small_screen_can_hold_is_named(qtbot: QtBot) -> None:
    window = QPushButton()
    qtbot.addWidget(window)
    assert too_large(window) == []
    window.setMinimumSize(1000, 900)
    assert too_large(window) == ["1000 x 900 at least"]
