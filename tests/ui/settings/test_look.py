"""Nothing is clipped at any size, everything is reached by keyboard and shows it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.settings import DeskSettings, Settings, TrialSettings
from deskstretch.ui.settings.check_boxes import Switch, TickBox
from deskstretch.ui.theme import DARK, LIGHT, Theme
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.entry import Entry
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel
from tests.ui.clipping import clipped_texts, settle, text_size
from tests.ui.settings.windows import control, make_window

MANY = Settings(
    desk=DeskSettings(spare_areas=("knees", "neck", "wrists", "lower back"), favourites=("x",)),
    trial=TrialSettings(hold_seconds=1),
)
FAULT = "settings.toml, line 2: breaks.interval_minutes: 300 is out of range; allowed: 20 to 120"


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 700, 940])
@pytest.mark.usefixtures("letters")
def test_nothing_is_clipped_at_any_size(qtbot: QtBot, factor: float, width: int) -> None:
    with text_size(factor):
        window = make_window(MANY)
        qtbot.addWidget(window)
        window.show_faults([FAULT])
        window.resize(width, 600)
        window.show()
        for row in window.rows.values():
            row.refuse("300 is out of range. Allowed: a whole number from 20 to 120.")
        control(window.rows["desk.favourites"].editor, SmallButton).click()
        for pill in window.groups.controls:
            pill.click()
            settle()
            assert clipped_texts(window) == [], pill.text()
            scroll = window.findChild(QScrollArea)
            assert scroll is not None
            content = scroll.widget()
            assert content is not None
            assert content.width() <= scroll.viewport().width()
        window.close()


def test_the_measure_of_clipping_sees_a_squeezed_label(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    label = next(each for each in window.findChildren(TextLabel) if each.text() == "Break after")
    label.resize(label.width() // 2, label.height() // 2)
    assert clipped_texts(window) != []


def test_escape_closes_the_window_once_no_field_has_anything_to_take_back(qtbot: QtBot) -> None:
    window = make_window()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    entry = control(window.rows["breaks.interval_minutes"].editor, QLineEdit)
    entry.setFocus()
    before = entry.text()
    QTest.keyClicks(entry, "9")
    assert entry.text() != before
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert entry.text() == before
    assert window.isVisible()
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert not window.isVisible()


def is_in_view(widget: QWidget) -> bool:
    """Whether all of it can be seen; also true of what is on no page that scrolls."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    scroll = widget.window().findChild(QScrollArea)
    assert scroll is not None
    if not scroll.isAncestorOf(widget):
        return True
    view = scroll.viewport()
    return QRect(view.mapTo(widget.window(), QPoint(0, 0)), view.size()).contains(place)


@pytest.mark.parametrize("width", [480, 940])
def test_tab_goes_through_everything_from_the_top_to_the_foot(qtbot: QtBot, width: int) -> None:
    window = make_window(Settings(desk=DeskSettings(floor=True)))
    qtbot.addWidget(window)
    window.resize(width, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk = next(pill for pill in window.groups.controls if pill.text() == "Desk")
    desk.click()
    settle()
    window.search.setFocus()
    passed: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in passed:
        passed.append(here)
        assert is_in_view(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    rows = [row for key, row in window.rows.items() if key.startswith("desk.")]
    expected: list[QWidget | None] = [window.search, desk]
    for row in rows:
        expected.append(row.editor.focusProxy())
        expected += [row.reset] * row.reset.isVisible()
    assert passed == [*expected, window.foot.open_file]
    assert window.rows["desk.floor"].reset in passed


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_keyboard_shows_it(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    parts: list[QWidget] = [
        Switch(theme, holder),
        TickBox(theme, "Knees", holder),
        ChoicePill(theme, "Short", holder),
        Entry(theme, holder),
    ]
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    for part in parts:
        part.resize(part.sizeHint())
        holder.setFocus()
        without = part.grab().toImage()
        part.setFocus()
        if isinstance(part, QLineEdit):
            part.setCursorPosition(0)
        ring = colours(part.grab().toImage())[theme.focus.rgb()]
        assert ring > colours(without)[theme.focus.rgb()] + part.height(), part


def colours(image: QImage) -> Counter[int]:
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    across, down = range(whole.width()), range(whole.height())
    return Counter(whole.pixel(x, y) for x in across for y in down)


def test_an_open_window_takes_another_theme(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    window.set_theme(DARK)
    image = window.grab().toImage()
    shown = colours(image)
    assert DARK.paper.rgb() in shown
    assert DARK.card.rgb() in shown
    assert LIGHT.paper.rgb() not in shown
    assert LIGHT.ink.rgb() not in shown


def test_texts_are_plain(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
