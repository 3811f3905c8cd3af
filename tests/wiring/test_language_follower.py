"""The app speaks what the settings name, and its windows turn with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.language import _, spoken_language
from deskstretch.wiring.language_follower import LanguageFollower

Follow = Callable[[str], LanguageFollower]


@pytest.fixture
def follow(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Follow]:
    """Follows a setting, and speaks English again after the test."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    before = QLocale()
    followers: list[LanguageFollower] = []

    def follow(setting: str) -> LanguageFollower:
        followers.append(LanguageFollower(setting))
        return followers[-1]

    yield follow
    for follower in followers:
        follower.follow("en")
    QLocale.setDefault(before)


def test_as_the_desktop_says_at_first(follow: Follow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_CH.UTF-8")
    follow("system")
    assert spoken_language() == "de"
    assert QLocale().language() == QLocale.Language.German


def test_another_choice_is_spoken_at_once_and_told(follow: Follow, qtbot: QtBot) -> None:
    follower = follow("system")
    assert _("Settings") == "Settings"
    with qtbot.waitSignal(follower.language_changed):
        follower.follow("de")
    assert _("Settings") == "Einstellungen"
    with qtbot.waitSignal(follower.language_changed):
        follower.follow("en")
    assert _("Settings") == "Settings"


def test_arabic_turns_the_windows_and_the_next_language_turns_them_back(follow: Follow) -> None:
    follower = follow("ar")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().toString(45) == "45"
    follower.follow("ja")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_same_language_by_another_name_changes_nothing(follow: Follow, qtbot: QtBot) -> None:
    follower = follow("system")
    with qtbot.assertNotEmitted(follower.language_changed):
        follower.follow("en")
        follower.follow("en")


def test_qts_own_words_follow(follow: Follow) -> None:
    follower = follow("de")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    follower.follow("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
