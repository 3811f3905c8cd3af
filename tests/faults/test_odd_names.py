"""Names that look like markup or like a format, in the real windows: shown as they are."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue import Catalogue, read_catalogue
from deskstretch.core.catalogue_text import list_text, show_text
from deskstretch.core.moment import Moment
from deskstretch.core.prompt import PromptContent
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.core.settings import Settings
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.settings.choices import choices_of
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.plain_tip import plain_tip
from tests.core.shipped import shipped_bytes

ID = "deep-breathing"
ODD_NAMES = (
    "<b>x</b> <img src=/etc/passwd>",
    "%s %n %(x)d",
    "{0} {exercise.__class__}",
    "&Up &amp;",
)
NOW = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)


@pytest.fixture(params=ODD_NAMES)
def name(request: pytest.FixtureRequest) -> str:
    odd: str = request.param
    return odd


@pytest.fixture
def catalogue(name: str) -> Catalogue:
    file = json.loads(shipped_bytes())
    (one,) = (each for each in file["exercises"] if each["id"] == ID)
    one["name"] = name
    one["steps"] = [name, name, name]
    reading = read_catalogue(json.dumps(file).encode())
    assert reading.faults == ()
    assert reading.catalogue.exercises[ID].name == name
    return reading.catalogue


def see_that_all_is_plain(window: QWidget) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        assert plain_tip(tip) == tip or tip.startswith("<p style="), tip


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel)]


def test_in_the_guide(qtbot: QtBot, catalogue: Catalogue, name: str) -> None:
    steps = plan_steps(Routine("one", name, (RoutineItem(ID),)), catalogue.exercises)
    runner = GuideRunner(steps, lambda: NOW)
    window = GuideWindow(runner, [catalogue.exercises[ID]], LIGHT)
    qtbot.addWidget(window)
    window.show()
    runner.start()
    window.grab()
    assert name in texts(window)
    see_that_all_is_plain(window)
    runner.end()


def test_in_the_prompt(qtbot: QtBot, name: str) -> None:
    content = PromptContent(name, name, "1 min", name, 60, 180)
    window = PromptWindow(LIGHT, content, FigureAppearance())
    qtbot.addWidget(window)
    window.grab()
    see_that_all_is_plain(window)


def test_in_the_library(qtbot: QtBot, catalogue: Catalogue) -> None:
    window = LibraryWindow(LIGHT, catalogue, Settings().desk)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    see_that_all_is_plain(window)


def test_in_the_settings(qtbot: QtBot, catalogue: Catalogue, name: str) -> None:
    settings = Settings(routines=(Routine("odd", name, (RoutineItem(ID), RoutineItem(ID))),))
    window = SettingsWindow(LIGHT, settings, f"/home/{name}", choices_of(catalogue), catalogue)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    see_that_all_is_plain(window)


def test_on_the_command_line(catalogue: Catalogue, name: str) -> None:
    assert name in list_text(catalogue)
    assert name in show_text(catalogue.exercises[ID])
