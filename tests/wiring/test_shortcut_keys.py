"""From the settings to the keys, and from the keys to the orders."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskstretch.core.settings import Settings, ShortcutSettings
from deskstretch.desktop.shortcuts.port import Shortcuts
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted
from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.wiring.shortcut_keys import ShortcutKeys
from deskstretch.wiring.shortcut_notes import Bindings, ShortcutNotes
from tests.ui.settings.windows import make_window, with_value

B = ShortcutSettings(start="ctrl+alt+b")


class Source(ShortcutSource):
    """Takes what it is made for; of some it says why not."""

    def __init__(self, wanted: Wanted, why_nots: dict[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self.is_closed = False
        self._why_nots = why_nots

    def bindings(self) -> tuple[Binding, ...]:
        return tuple(
            Binding(order, str(keys), self._why_nots.get(order))
            for order, keys in self.wanted.items()
        )

    def close(self) -> None:
        self.is_closed = True


class Desk:
    """Shortcuts on a desktop of the test's own, and the commands that came of them."""

    def __init__(self, **why_nots: str) -> None:
        self.made: list[Source] = []
        self.commands: list[str] = []
        self._why_nots = why_nots
        self.keys = ShortcutKeys(
            self._obey, choose=lambda parent: Shortcuts({"here": self._make}, parent)
        )

    def _make(self, wanted: Wanted, parent: QObject) -> Source:
        self.made.append(Source(wanted, self._why_nots, parent))
        return self.made[-1]

    def _obey(self, verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
        self.commands.append(verb)
        if verb == "skip":
            return {"ok": False, "message": "Nothing is due, so there is nothing to skip."}
        return {"ok": True}


def test_without_keys_nothing_is_made() -> None:
    desk = Desk()
    desk.keys.follow(ShortcutSettings())
    assert desk.made == []
    assert desk.keys.bindings() == ()


def test_keys_order_what_the_command_line_would(caplog: pytest.LogCaptureFixture) -> None:
    desk = Desk()
    desk.keys.follow(ShortcutSettings("Ctrl+Alt+B", "Ctrl+Alt+S", "Ctrl+Alt+K"))
    with caplog.at_level("INFO"):
        for order in ("start", "snooze", "skip"):
            desk.made[0].pressed.emit(order)
    assert desk.commands == ["break", "snooze", "skip"]
    # What has no effect makes no noise.
    assert [each.levelname for each in caplog.records if "no effect" in each.message] == ["INFO"]


def test_a_change_takes_effect_at_once_and_none_gives_all_back() -> None:
    desk = Desk()
    told: list[None] = []
    desk.keys.changed.connect(lambda: told.append(None))
    desk.keys.follow(B)
    desk.keys.follow(ShortcutSettings(skip="Super+F9"))
    assert [source.is_closed for source in desk.made] == [True, False]
    assert desk.keys.bindings() == (Binding("skip", "Super+F9"),)
    desk.keys.follow(ShortcutSettings())
    assert desk.made[1].is_closed
    assert desk.keys.bindings() == ()
    assert len(told) == 3


def test_other_settings_leave_the_keys_alone() -> None:
    desk = Desk()
    desk.keys.follow(B)
    desk.keys.follow(ShortcutSettings(start="ctrl+alt+b"))
    assert len(desk.made) == 1


def test_keys_that_do_not_answer_are_trouble() -> None:
    desk = Desk(start="another program has them")
    desk.keys.follow(ShortcutSettings("Ctrl+Alt+B", "Ctrl+Alt+S"))
    assert list(desk.keys.trouble()) == [
        "The shortcut Ctrl+Alt+B does not answer: another program has them."
    ]


def note(window: SettingsWindow, order: str) -> str:
    editor = window.rows[f"shortcuts.{order}"].editor
    assert isinstance(editor, CombinationEditor)
    return editor.note


def test_the_settings_window_says_what_became_of_them(qtbot: QtBot) -> None:
    desk = Desk(start="another program has them")
    window = make_window(with_value(Settings(), "shortcuts.start", "ctrl+alt+b"))
    qtbot.addWidget(window)
    bindings = Bindings()
    desk.keys.changed.connect(lambda: bindings.tell(desk.keys.bindings()))
    ShortcutNotes(window, bindings)
    assert note(window, "start") == ""
    desk.keys.follow(ShortcutSettings("ctrl+alt+b", "Super+F9"))
    assert note(window, "start") == "Not in use: another program has them."
    # The desktop has taken others than the window shows.
    assert note(window, "snooze") == "Your desktop has Super+F9."
    assert note(window, "skip") == ""
    desk.keys.follow(ShortcutSettings())
    assert [note(window, order) for order in ("start", "snooze")] == ["", ""]


def test_this_system_has_ways_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    keys = ShortcutKeys(lambda _verb, _arguments: {"ok": True})
    keys.follow(B)
    (trouble,) = keys.trouble()
    assert trouble.startswith("The shortcut ctrl+alt+b does not answer: this desktop gives")
    keys.close()
