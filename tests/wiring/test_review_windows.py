"""The windows a person opens, as the app sees them: one of each at most, and each may break off."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import DARK
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.wiring.review_windows import ReviewWindows
from deskstretch.wiring.shortcut_keys import ShortcutKeys
from tests.ui.tray.readings import reading

Window = TypeVar("Window", bound=QWidget)
Begin = Callable[..., ReviewWindows]

STAND_IN = """
import pathlib, sys
log = pathlib.Path({log!r}).open("a", buffering=1)
print(*sys.argv[1:], file=log)
print({says!r}, flush=True)
for line in sys.stdin:
    print(line.strip(), file=log)
    {then}
print("the end", file=log)
"""


@pytest.fixture
def themes(qtbot: QtBot) -> ThemeWatcher:
    return ThemeWatcher("light")


@pytest.fixture
def shortcuts() -> Iterator[ShortcutKeys]:
    def obey(_verb: str, _arguments: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True}

    keys = ShortcutKeys(obey)
    yield keys
    keys.close()


@pytest.fixture
def begin(themes: ThemeWatcher, shortcuts: ShortcutKeys) -> Iterator[Begin]:
    """With the real windows, or with what stands in for them."""
    begun: list[ReviewWindows] = []

    def begin(*command: str) -> ReviewWindows:
        begun.append(ReviewWindows(Orders(reading()), themes, shortcuts, command=command))
        return begun[-1]

    yield begin
    for windows in begun:
        windows.close()
    for window in QApplication.topLevelWidgets():
        window.close()


@pytest.fixture
def windows(begin: Begin) -> ReviewWindows:
    return begin()


class StandIn:
    """A program in the place of a window, and what it was told so far."""

    def __init__(self, folder: Path) -> None:
        self._script = folder / "stand_in.py"
        self._log = folder / "log"
        self.command = (sys.executable, str(self._script))
        self.do()

    def do(self, says: str = "", then: str = "pass") -> None:
        self._script.write_text(STAND_IN.format(log=str(self._log), says=says, then=then))

    def heard(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


def only(kind: type[Window]) -> Window:
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return window


def test_the_status_window_says_why_it_came(windows: ReviewWindows, qtbot: QtBot) -> None:
    windows.show_status("There is no tray here.")
    status = only(StatusWindow)
    assert "There is no tray here." in texts(status)
    windows.show_status()
    assert "There is no tray here." in texts(only(StatusWindow))
    windows.show_status("The tray is gone.")
    assert "The tray is gone." in texts(only(StatusWindow))
    with qtbot.waitSignal(status.destroyed):
        status.close()
    windows.show_status()
    assert "The tray is gone." not in texts(only(StatusWindow))


def test_the_small_window_follows_the_theme(windows: ReviewWindows, themes: ThemeWatcher) -> None:
    windows.show_status()
    themes.choose("dark")
    assert only(StatusWindow).grab().toImage().pixelColor(2, 2) == DARK.paper


def test_each_window_has_one_process_that_is_told_all(
    begin: Begin, stand_in: StandIn, shortcuts: ShortcutKeys, qtbot: QtBot
) -> None:
    windows = begin(*stand_in.command)
    windows.refresh()
    windows.show_settings()
    windows.show_settings()
    windows.refresh()
    shortcuts.changed.emit()
    told = [
        "window settings",
        '{"type":"Bind","bindings":[]}',
        *['{"type":"Show","activation_token":""}'] * 2,
        '{"type":"Refresh"}',
        '{"type":"Bind","bindings":[]}',
    ]
    qtbot.waitUntil(lambda: stand_in.heard() == told)
    assert len(windows.findChildren(QProcess)) == 1


def test_what_the_desktop_gave_for_the_click_is_passed_on_once(
    begin: Begin, stand_in: StandIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "click-7")
    windows = begin(*stand_in.command)
    windows.show_week()
    windows.show_week()
    shown = [f'{{"type":"Show","activation_token":"{token}"}}' for token in ("click-7", "")]
    qtbot.waitUntil(lambda: stand_in.heard()[2:] == shown)


@pytest.mark.parametrize(
    ("says", "signal_name", "arguments"),
    [
        ('{"type":"StretchChosen","exercise_id":"a"}', "stretch_chosen", ["a"]),
        ('{"type":"WelcomeWanted"}', "welcome_wanted", []),
        ('{"type":"HistoryDeleted"}', "history_deleted", []),
        ('{"type":"ErrorHappened"}', "went_wrong", []),
        ('a library speaks\n{"type":"WelcomeWanted"}', "welcome_wanted", []),
    ],
)
def test_what_happens_in_a_window_is_told(
    says: str,
    signal_name: str,
    arguments: list[str],
    begin: Begin,
    stand_in: StandIn,
    qtbot: QtBot,
) -> None:
    stand_in.do(says)
    windows = begin(*stand_in.command)
    with qtbot.waitSignal(getattr(windows, signal_name)) as told:
        windows.show_library()
    assert told.args == arguments


def test_a_closed_window_can_be_opened_anew(begin: Begin, stand_in: StandIn, qtbot: QtBot) -> None:
    stand_in.do(then="if 'Show' in line: break")
    windows = begin(*stand_in.command)
    went_wrong: list[bool] = []
    windows.went_wrong.connect(lambda: went_wrong.append(True))
    for times in (1, 2):
        windows.show_week()
        qtbot.waitUntil(lambda: windows.findChildren(QProcess) == [])
        assert stand_in.heard().count("the end") == times
    assert went_wrong == []


def test_one_that_is_about_to_end_is_not_asked_to_show_itself(
    begin: Begin, stand_in: StandIn, qtbot: QtBot
) -> None:
    stand_in.do('{"type":"WindowClosed","kind":"week"}', then="pass")
    windows = begin(*stand_in.command)
    windows.show_week()
    qtbot.waitUntil(lambda: "the end" in stand_in.heard())
    stand_in.do()
    windows.show_week()
    qtbot.waitUntil(lambda: len(windows.findChildren(QProcess)) == 1)
    qtbot.waitUntil(lambda: stand_in.heard().count("window week") == 2)
    assert "the end" not in stand_in.heard()[stand_in.heard().index("the end") + 1 :]


@pytest.mark.parametrize("then", ["sys.exit(1)", "import os; os.kill(os.getpid(), 9)"])
def test_one_that_breaks_off_is_told_and_can_be_opened_anew(
    then: str, begin: Begin, stand_in: StandIn, qtbot: QtBot
) -> None:
    stand_in.do(then=then)
    windows = begin(*stand_in.command)
    for _ in range(2):
        with qtbot.waitSignal(windows.went_wrong):
            windows.show_week()
        qtbot.waitUntil(lambda: windows.findChildren(QProcess) == [])


def test_one_that_cannot_be_started_is_told(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    windows = begin(str(tmp_path / "nothing"))
    with qtbot.waitSignal(windows.went_wrong):
        windows.show_week()
    windows.refresh()
    windows.close()


def test_at_the_end_all_are_closed_in_peace(begin: Begin, stand_in: StandIn, qtbot: QtBot) -> None:
    windows = begin(*stand_in.command)
    windows.show_week()
    windows.show_settings()
    windows.close()
    assert stand_in.heard().count("the end") == 2


def test_the_real_ones_go_when_the_app_is_gone(windows: ReviewWindows, qtbot: QtBot) -> None:
    """Without a screen; what is to be seen of them is seen in tests/e2e."""
    went_wrong: list[bool] = []
    windows.went_wrong.connect(lambda: went_wrong.append(True))
    windows.show_week()
    windows.show_library()
    windows.show_settings()
    for process in windows.findChildren(QProcess):
        process.closeWriteChannel()  # as the system does it for a process that was killed
    qtbot.waitUntil(lambda: windows.findChildren(QProcess) == [], timeout=20_000)
    assert went_wrong == []


def test_a_real_one_that_is_killed_is_told(windows: ReviewWindows, qtbot: QtBot) -> None:
    windows.show_week()
    (process,) = windows.findChildren(QProcess)
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.Running)
    with qtbot.waitSignal(windows.went_wrong):
        os.kill(process.processId(), signal.SIGKILL)


def texts(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(TextLabel) if not label.isHidden()}
