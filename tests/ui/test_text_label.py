"""A label knows the height of its text in a width, whatever has changed since it was last asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.text_label import TextLabel, Tone

WIDTH = 300
WORDS = "Sit tall and turn your chest to the left. Hold on to the back of the chair."


def larger_font(label: TextLabel) -> None:
    font = QFont(label.font())
    font.setPointSizeF(3 * font.pointSizeF())
    label.setFont(font)


def larger_font_of_the_window(label: TextLabel) -> None:
    window = label.window()
    font = QFont(window.font())
    font.setPointSizeF(3 * font.pointSizeF())
    window.setFont(font)


@pytest.mark.parametrize(
    "change",
    [
        lambda label: label.setText(3 * WORDS),
        lambda label: label.set_size(3.0),
        lambda label: label.set_tone(Tone.MUTED, QFont.Weight.Black),
        larger_font,
        larger_font_of_the_window,
    ],
    ids=["words", "size", "weight", "font", "font of the window"],
)
def test_what_changes_the_text_changes_its_height(
    change: Callable[[TextLabel], None], qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = TextLabel(LIGHT, WORDS, window)
    before = [label.heightForWidth(width) for width in range(1, WIDTH)]
    change(label)
    after = [label.heightForWidth(width) for width in range(1, WIDTH)]
    assert after != before
    assert after == [
        label.height_in(width, label.text_font().weight()) for width in range(1, WIDTH)
    ]
