"""One window as its process has it: built when ordered, true to files and desktop, then closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.desktop.shortcuts.source import Binding
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.store.settings_edit import set_value
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import DARK
from deskstretch.ui.week.window import WeekWindow
from deskstretch.wiring.desktop_wishes import DesktopWishes
from deskstretch.wiring.opened_window import OpenedWindow
from deskstretch.wiring.window_lines import (
    Bind,
    HistoryDeleted,
    Refresh,
    Show,
    StretchChosen,
    WelcomeWanted,
)
from tests.store.newer_history import make_newer
from tests.ui.library.windows import button

Window = TypeVar("Window", bound=QWidget)
Begin = Callable[[str], OpenedWindow]

KINDS: dict[str, type[QWidget]] = {
    "week": WeekWindow,
    "stretches": LibraryWindow,
    "settings": SettingsWindow,
}


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    set_value(throw_away_home / "settings.toml", "look.theme", "light")
    return find_folders()


@pytest.fixture
def begin(folders: Folders, qtbot: QtBot) -> Iterator[Begin]:
    """Begin the process of a window, up to its event loop."""
    begun: list[OpenedWindow] = []

    def begin(kind: str) -> OpenedWindow:
        begun.append(OpenedWindow(kind, folders))
        return begun[-1]

    before = QLocale()
    yield begin
    set_value(folders.settings_file, "look.language", "en")
    for opened in begun:
        opened.close()
        opened._watch.look_again()  # Others expect English.
    QLocale.setDefault(before)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def only(kind: type[Window]) -> Window:
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return window


def titles_shown() -> list[str]:
    shown = QApplication.topLevelWidgets()
    return [each.windowTitle() for each in shown if each.isVisible()]


def keep_a_taken_break(folders: Folders, at: datetime) -> None:
    history = History.open(folders.history_file)
    history.close_break(history.open_break(at, 2700), Outcome.TAKEN, at)
    history.close()


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_when_ordered_once_and_the_end_of_it_is_told(
    kind: str, begin: Begin, qtbot: QtBot
) -> None:
    opened = begin(kind)
    assert opened.window is None
    opened.obey(Show())
    window = only(KINDS[kind])
    assert window.isVisible()
    opened.obey(Show())
    assert only(KINDS[kind]) is window
    with qtbot.waitSignal(opened.closed):
        window.close()
    assert opened.window is None


def test_the_week_shows_what_was_kept_before_and_after_it_was_opened(
    begin: Begin, folders: Folders
) -> None:
    now = datetime.now().astimezone()
    keep_a_taken_break(folders, now)
    opened = begin("week")
    opened.obey(Refresh())
    opened.obey(Show())
    number = only(WeekWindow).page.figures[0].label
    assert number.text() == "1 of 1 breaks taken"
    keep_a_taken_break(folders, now)
    opened.obey(Refresh())
    assert number.text() == "2 of 2 breaks taken"


def test_what_is_deleted_in_the_week_is_told(begin: Begin, folders: Folders, qtbot: QtBot) -> None:
    keep_a_taken_break(folders, datetime.now().astimezone())
    opened = begin("week")
    opened.obey(Show())
    with qtbot.waitSignal(opened.happened) as told:
        only(WeekWindow).deletion_confirmed.emit(date.min, date.max)
    assert told.args == [HistoryDeleted()]
    assert "1" not in only(WeekWindow).page.figures[0].label.text()


def test_a_damaged_history_is_said_in_the_window(begin: Begin, folders: Folders) -> None:
    folders.history_file.write_bytes(b"this is no history" * 100)
    begin("week").obey(Show())
    said = only(WeekWindow).trouble.text().replace("\u200b", "")
    assert said == f"History cannot be read: {folders.history_file} is damaged."


def test_the_week_shows_what_a_newer_version_kept(begin: Begin, folders: Folders) -> None:
    keep_a_taken_break(folders, datetime.now().astimezone())
    make_newer(folders.history_file)
    begin("week").obey(Show())
    assert only(WeekWindow).page.figures[0].label.text() == "1 of 1 breaks taken"


@pytest.mark.parametrize("still", [False, True])
def test_in_the_library_nothing_moves_where_the_desktop_asks_for_stillness(
    still: bool, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def know(wishes: DesktopWishes) -> None:
        wishes._themes.heed_wishes(high_contrast=False, reduced_motion=still)

    monkeypatch.setattr(DesktopWishes, "know", know)
    begin("stretches").obey(Show())
    preview = only(LibraryWindow).findChild(Preview)
    assert preview is not None
    assert preview.is_playing is not still


def test_the_stretch_to_start_is_told(begin: Begin, qtbot: QtBot) -> None:
    opened = begin("stretches")
    opened.obey(Show())
    only(LibraryWindow).choose("deep-breathing")
    with qtbot.waitSignal(opened.happened) as told:
        button(only(LibraryWindow), "Start now").click()
    assert told.args == [StretchChosen("deep-breathing")]


def test_the_settings_tell_what_became_of_the_keys_and_that_the_welcome_is_wanted(
    begin: Begin, folders: Folders, qtbot: QtBot
) -> None:
    set_value(folders.settings_file, "shortcuts.start", "ctrl+alt+b")
    opened = begin("settings")
    opened.obey(Bind((Binding("start", "ctrl+alt+b", "another program has them"),)))
    opened.obey(Show())
    editor = only(SettingsWindow).rows["shortcuts.start"].editor
    assert isinstance(editor, CombinationEditor)
    assert editor.note == "Not in use: another program has them."
    opened.obey(Bind((Binding("start", "Super+F9"),)))
    assert editor.note == "Your desktop has Super+F9."
    with qtbot.waitSignal(opened.happened) as told:
        only(SettingsWindow).starting.welcome_wanted.emit()
    assert told.args == [WelcomeWanted()]


@pytest.mark.parametrize("kind", KINDS)
def test_it_follows_the_theme_that_the_settings_choose(
    kind: str, begin: Begin, folders: Folders, qtbot: QtBot
) -> None:
    begin(kind).obey(Show())
    set_value(folders.settings_file, "look.theme", "dark")
    window = only(KINDS[kind])
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(2, 2) == DARK.paper)


def test_in_another_language_it_is_built_again(
    begin: Begin, folders: Folders, qtbot: QtBot
) -> None:
    opened = begin("settings")
    opened.obey(Show())
    assert titles_shown() == ["DeskStretch settings"]
    ended: list[bool] = []
    opened.closed.connect(lambda: ended.append(True))
    set_value(folders.settings_file, "look.language", "fr")
    qtbot.waitUntil(lambda: titles_shown() == ["Réglages de DeskStretch"])
    set_value(folders.settings_file, "look.language", "en")
    qtbot.waitUntil(lambda: titles_shown() == ["DeskStretch settings"])
    assert ended == []


def test_what_was_typed_last_counts_when_the_app_wants_it_closed(
    begin: Begin, folders: Folders
) -> None:
    opened = begin("settings")
    opened.obey(Show())
    row = only(SettingsWindow).rows["breaks.interval_minutes"]
    row.value_chosen.emit(50)
    opened.close()
    assert "interval_minutes = 50" in folders.settings_file.read_text()
