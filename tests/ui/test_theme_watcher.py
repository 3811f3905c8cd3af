"""What is shown follows the desktop and the person's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    MotionChoice,
    Theme,
)
from deskstretch.ui.theme_watcher import ThemeWatcher, remember_own_palette


def seen_by(watcher: ThemeWatcher) -> list[Theme]:
    """What it tells from now on, with the first theme."""
    told: list[Theme] = []
    watcher.theme_changed.connect(told.append)
    watcher.begin()
    return told


def test_nobody_is_told_of_a_theme_before_something_is_shown(qtbot: QtBot) -> None:
    watcher = ThemeWatcher("light")
    with qtbot.assertNotEmitted(watcher.theme_changed):
        watcher.choose("dark")
        watcher.heed_wishes(high_contrast=False, reduced_motion=True)
    with qtbot.waitSignal(watcher.theme_changed) as told:
        assert watcher.theme is DARK
    assert told.args == [DARK]


def test_high_contrast_is_told_at_once_for_the_icon(qtbot: QtBot) -> None:
    watcher = ThemeWatcher("light")
    with qtbot.waitSignal(watcher.theme_changed) as told:
        watcher.heed_wishes(high_contrast=True, reduced_motion=False)
    assert told.args == [LIGHT_CONTRAST]


def test_a_wish_for_contrast_is_followed_whatever_theme_was_chosen(qtbot: QtBot) -> None:
    watcher = ThemeWatcher("dark")
    told = seen_by(watcher)
    watcher.heed_wishes(high_contrast=True, reduced_motion=False)
    watcher.choose("light")
    watcher.heed_wishes(high_contrast=False, reduced_motion=False)
    assert told == [DARK, DARK_CONTRAST, LIGHT_CONTRAST, LIGHT]


def test_a_dark_desktop_is_followed_where_only_its_wishes_tell_of_it(qtbot: QtBot) -> None:
    watcher = ThemeWatcher()
    told = seen_by(watcher)
    watcher.heed_wishes(high_contrast=False, reduced_motion=False, dark=True)
    watcher.choose("light")
    watcher.choose("system")
    watcher.heed_wishes(high_contrast=False, reduced_motion=False)
    assert told == [LIGHT, DARK, LIGHT, DARK, LIGHT]


def test_motion_is_the_persons_choice_and_else_the_desktops(qtbot: QtBot) -> None:
    watcher = ThemeWatcher()
    choices: tuple[MotionChoice, ...] = ("system", "on", "off")
    assert [watcher.reduces_motion(choice) for choice in choices] == [False, True, False]
    watcher.heed_wishes(high_contrast=False, reduced_motion=True)
    assert [watcher.reduces_motion(choice) for choice in choices] == [True, True, False]


def test_a_new_choice_is_told_once(qtbot: QtBot) -> None:
    watcher = ThemeWatcher("light")
    told = seen_by(watcher)
    watcher.choose("dark")
    watcher.choose("dark")
    assert told == [LIGHT, DARK]
    assert watcher.theme is DARK


def test_the_desktops_setting_is_followed_live(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    scheme = [Qt.ColorScheme.Light]
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: scheme[0])
    watcher = ThemeWatcher("system")
    told = seen_by(watcher)
    scheme[0] = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == [LIGHT, DARK]


def test_a_fixed_choice_ignores_the_desktop(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    watcher = ThemeWatcher("light")
    told = seen_by(watcher)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == [LIGHT]


@pytest.fixture
def qt_begins(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """With a palette of that ground, as where Qt has learnt from the desktop that it is dark."""

    def begin(ground: str) -> None:
        qapp.setPalette(QPalette(ground))
        remember_own_palette(qapp)
        qapp.setPalette(QPalette())

    yield begin
    qapp.setProperty("began_dark", None)


@pytest.mark.parametrize(("ground", "theme"), [("#323232", DARK), ("#efefef", LIGHT)])
def test_it_begins_as_qts_own_palette(
    qt_begins: Callable[[str], None], ground: str, theme: Theme
) -> None:
    qt_begins(ground)
    assert ThemeWatcher().theme is theme


def test_once_qt_tells_of_a_change_it_is_asked(
    qt_begins: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    qt_begins("#323232")
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Light)
    watcher = ThemeWatcher()
    told = seen_by(watcher)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told == [DARK, LIGHT]


def test_a_wish_for_dark_does_not_overrule_what_qt_knows(
    qt_begins: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    qt_begins("#efefef")
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Light)
    watcher = ThemeWatcher()
    watcher.heed_wishes(high_contrast=False, reduced_motion=False, dark=True)
    assert watcher.theme is LIGHT


def test_a_platform_theme_that_the_person_chose_is_asked_for_contrast(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskstretch.ui.theme_watcher.qt_tells_high_contrast", lambda: True)
    assert ThemeWatcher("light").theme is LIGHT
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", "gtk3")
    assert ThemeWatcher("light").theme is LIGHT_CONTRAST
