"""Assistive technology turns what can be on or off without clicking it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.settings.check_boxes import TickBox
from deskstretch.ui.settings.choice_editor import ChoiceEditor
from deskstretch.ui.settings.editor import SwitchEditor
from deskstretch.ui.settings.list_editor import ListEditor
from deskstretch.ui.settings.switch_row import SwitchRow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.choice_pill import ChoicePill


def toggle(widget: QWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(widget)
    interface.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


def test_a_switch_tells_once_what_it_was_turned_to(qtbot: QtBot) -> None:
    editor = SwitchEditor(LIGHT)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.value_entered.connect(told.append)
    proxy = editor.focusProxy()
    assert proxy is not None
    toggle(proxy)
    editor.show_value(True)  # as the settings answer
    editor.show_value(False)  # as a file that was edited
    toggle(proxy)
    assert told == [True, True]


def test_a_switch_of_something_else_shows_what_that_thing_answers(qtbot: QtBot) -> None:
    row = SwitchRow(LIGHT, "Start with the computer", "")
    qtbot.addWidget(row)
    told: list[bool] = []
    row.switched.connect(told.append)
    toggle(row.switch)
    assert (told, row.switch.isChecked()) == ([True], False)
    row.show_state(True)
    toggle(row.switch)
    assert told == [True, False]


@pytest.mark.parametrize(("title", "value"), [("Chair", ("wall", "chair")), ("Wall", ())])
def test_a_box_of_a_list_tells_the_list(qtbot: QtBot, title: str, value: tuple[str, ...]) -> None:
    editor = ListEditor(LIGHT, (("chair", "Chair"), ("wall", "Wall")))
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.show_value(("wall",))
    editor.value_entered.connect(told.append)
    (box,) = (each for each in editor.findChildren(TickBox) if each.text() == title)
    toggle(box)
    assert told == [value]


def test_a_pill_tells_the_choice(qtbot: QtBot) -> None:
    choices = (("light", "Light"), ("dark", "Dark"))
    editor = ChoiceEditor(LIGHT, choices, lambda _value: None)
    qtbot.addWidget(editor)
    editor.show_value("light")
    told: list[object] = []
    editor.value_entered.connect(told.append)
    (pill,) = (each for each in editor.findChildren(ChoicePill) if each.text() == "Dark")
    toggle(pill)
    editor.show_value("light")
    assert told == ["dark"]
