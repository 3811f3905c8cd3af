"""The screens beside a firm prompt: darker, seen and used through the shade."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.prompt.dimmed_screens import DimmedScreens


def shades() -> list[QWidget]:
    through = Qt.WindowType.WindowTransparentForInput
    return [each for each in QApplication.topLevelWidgets() if each.windowFlags() & through]


def test_a_shade_takes_neither_clicks_nor_keys_and_goes_with_the_prompt(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    dimmed = DimmedScreens([screen])
    (shade,) = shades()
    assert shade.isVisible()
    assert shade.geometry() == screen.geometry()
    assert shade.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert shade.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    dimmed.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shades() == []
    dimmed.clear()
