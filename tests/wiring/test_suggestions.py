"""One click in the week applies a suggestion to the settings, one undoes it, one puts it off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.record import PromptKind
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.suggestion_card import SuggestionCard
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.widgets.pill_button import PillButton
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.week_window import week_window

TODAY = date(2026, 11, 20)
FREE = "00:00-14:00, 15:00-24:00"


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    folders = find_folders()
    history = History.open(folders.history_file)
    for back in range(21):
        day = TODAY - timedelta(days=back)
        if day.weekday() < 5:
            keep(history, day, 10, Outcome.TAKEN)
            keep(history, day, 14, Outcome.SKIPPED)
    history.close()
    return folders


@pytest.fixture
def watch(folders: Folders) -> SettingsWatch:
    return SettingsWatch(folders.settings_file)


@pytest.fixture
def window(qtbot: QtBot, folders: Folders, watch: SettingsWatch) -> Iterator[WeekWindow]:
    yield opened(qtbot, folders, watch)
    for each in QApplication.topLevelWidgets():
        each.close()


def opened(qtbot: QtBot, folders: Folders, watch: SettingsWatch, today: date = TODAY) -> WeekWindow:
    window = week_window(folders, watch, LIGHT, lambda: today)
    window.resize(1300, 1200)
    with qtbot.waitActive(window):
        window.show()
    return window


def keep(history: History, day: date, hour: int, outcome: Outcome) -> None:
    at = datetime.combine(day, time(hour), UTC)
    break_id = history.open_break(at, 2700)
    history.keep_prompt(break_id, at, PromptKind.PROMPT)
    history.close_break(break_id, outcome, at)


def click(button: PillButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def card(window: WeekWindow) -> SuggestionCard:
    return window.page.suggestion


def test_the_week_makes_the_suggestion_with_its_evidence(window: WeekWindow) -> None:
    assert card(window).isVisible()
    assert card(window).words.text() == (
        "15 of 15 prompts between 14:00 and 15:00 skipped in 3 weeks."
        " Keep that hour free and ask after it?"
    )
    assert card(window).take.text() == "Keep 14\N{EN DASH}15 free"


def test_one_click_applies_it_and_one_undoes_it(window: WeekWindow, watch: SettingsWatch) -> None:
    before = watch.settings
    click(card(window).take)
    assert watch.settings.working_hours.friday == FREE
    assert watch.settings.working_hours.saturday == "always"
    assert card(window).words.text() == "You are not asked between 14:00 and 15:00."
    click(card(window).undo)
    assert watch.settings == before
    assert not card(window).isVisible()


def test_the_keyboard_stays_with_the_suggestion(window: WeekWindow) -> None:
    card(window).take.setFocus()
    QTest.keyClick(card(window).take, Qt.Key.Key_Return)
    assert card(window).undo.hasFocus()


def test_what_was_applied_can_be_undone_after_the_window_was_closed(
    qtbot: QtBot, folders: Folders, watch: SettingsWatch, window: WeekWindow
) -> None:
    click(card(window).take)
    window.close()
    again = opened(qtbot, folders, watch, TODAY + timedelta(days=1))
    click(card(again).undo)
    assert watch.settings.working_hours.friday == "always"


def test_what_the_person_changed_since_is_not_undone(
    window: WeekWindow, watch: SettingsWatch
) -> None:
    click(card(window).take)
    watch.change("working_hours.friday", "off")
    assert not card(window).isVisible()
    assert watch.settings.working_hours.friday == "off"


def test_not_now_rests_it_for_four_weeks_whatever_is_closed(
    qtbot: QtBot, folders: Folders, watch: SettingsWatch, window: WeekWindow
) -> None:
    click(card(window).later)
    assert not card(window).isVisible()
    window.close()
    again = opened(qtbot, folders, watch)
    assert not card(again).isVisible()
    assert watch.settings.working_hours.friday == "always"


def test_a_settings_file_that_cannot_be_changed_is_told(
    window: WeekWindow, folders: Folders, watch: SettingsWatch
) -> None:
    folders.settings_file.write_text("[working_hours\n", encoding="utf-8")
    click(card(window).take)
    assert "settings.toml" in card(window).words.text()
    assert watch.settings.working_hours.friday == "always"
    assert card(window).take.isVisible()


def test_of_several_changes_all_are_made_or_none(
    window: WeekWindow, watch: SettingsWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = watch.change

    def change_but_wednesday(key: str, value: object) -> str | None:
        return "No room." if key.endswith("wednesday") else change(key, value)

    monkeypatch.setattr(watch, "change", change_but_wednesday)
    before = watch.settings
    click(card(window).take)
    assert card(window).words.text() == "No room."
    assert watch.settings == before
    assert card(window).take.isVisible()
