"""The preview moves while it can be seen, and only then."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskstretch.core.exercise import Side
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.text_label import TextLabel
from tests.core.shipped import shipped_catalogue

HAMSTRING = shipped_catalogue().exercises["chair-hamstring"]


class MadeUpClock:
    """Time that goes on when told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> MadeUpClock:
    return MadeUpClock()


@pytest.fixture
def preview(qtbot: QtBot, clock: MadeUpClock) -> Preview:
    preview = Preview(LIGHT, FigureAppearance(), read_seconds=clock)
    qtbot.addWidget(preview)
    preview.resize(300, 260)
    preview.show_stretch(HAMSTRING, Side.RIGHT)
    return preview


def let_pass(preview: Preview, clock: MadeUpClock, seconds: float) -> None:
    """Frame by frame, without waiting for the timer."""
    for _ in range(round(seconds * 8)):
        clock.seconds += 1 / 8
        if preview.is_playing:
            preview.show_next()


def picture(preview: Preview) -> object:
    return preview.grab().toImage()


def test_nothing_moves_before_it_is_shown(preview: Preview) -> None:
    assert not preview.is_playing


def test_it_plays_while_it_is_shown(preview: Preview, clock: MadeUpClock) -> None:
    preview.show()
    assert preview.is_playing
    before = picture(preview)
    let_pass(preview, clock, 3)
    assert picture(preview) != before


def test_hidden_or_minimised_it_rests_and_then_goes_on(preview: Preview) -> None:
    preview.show()
    preview.showMinimized()
    assert not preview.is_playing
    preview.showNormal()
    assert preview.is_playing
    preview.hide()
    assert not preview.is_playing


def test_pressing_it_pauses_and_plays(preview: Preview) -> None:
    preview.show()
    assert preview.accessibleName() == "Preview of Seated hamstring, playing"
    QTest.keyClick(preview, Qt.Key.Key_Space)
    assert not preview.is_playing
    assert preview.accessibleName() == "Preview of Seated hamstring, paused"
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton)
    assert preview.is_playing


def test_left_alone_it_comes_to_rest_in_the_stretch(preview: Preview, clock: MadeUpClock) -> None:
    preview.show()
    let_pass(preview, clock, 60)
    assert preview.is_playing
    let_pass(preview, clock, 45)
    assert not preview.is_playing
    preview.click()
    assert preview.is_playing


def test_after_a_stall_the_movement_goes_on_from_where_it_was(
    preview: Preview, clock: MadeUpClock
) -> None:
    preview.show()
    clock.seconds += 3600
    preview.show_next()
    assert preview.is_playing


def test_another_stretch_plays_from_its_start_even_after_a_pause(preview: Preview) -> None:
    preview.show()
    preview.click()
    preview.show_stretch(shipped_catalogue().exercises["seated-figure-four"], Side.LEFT)
    assert preview.is_playing


def test_without_a_figure_nothing_plays(preview: Preview) -> None:
    preview.show()
    preview.show_stretch(msgspec.structs.replace(HAMSTRING, figure=msgspec.UNSET), Side.RIGHT)
    assert not preview.is_playing


def test_the_left_side_is_the_mirror_of_the_right(preview: Preview, clock: MadeUpClock) -> None:
    preview.show()
    let_pass(preview, clock, 4)
    right = picture(preview)
    preview.show_stretch(HAMSTRING, Side.LEFT)
    let_pass(preview, clock, 4)
    assert picture(preview) != right


def test_reduced_motion_shows_two_still_key_poses(qtbot: QtBot, clock: MadeUpClock) -> None:
    preview = Preview(LIGHT, FigureAppearance(), reduced_motion=True, read_seconds=clock)
    qtbot.addWidget(preview)
    preview.show_stretch(HAMSTRING, Side.RIGHT)
    preview.resize(400, 260)
    preview.show()
    assert not preview.is_playing
    assert [label.text() for label in preview.findChildren(TextLabel)] == ["Start", "Hold"]
    start, hold = (view.grab().toImage() for view in preview.findChildren(FigureView))
    assert start != hold
    assert preview.focusPolicy() is Qt.FocusPolicy.NoFocus
