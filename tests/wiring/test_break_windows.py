"""Prompt and guide as their process has them: shown when ordered, and all that happens is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    EndGuide,
    HidePrompt,
    HoldBack,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import PromptOpened, SkipChosen, SnoozeChosen, StartChosen
from deskstretch.desktop.clock import read_moment
from deskstretch.desktop.notifications.port import Notifications
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.settings_edit import set_value
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.prompt.pill_window import PillWindow
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.theme import DARK
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.wiring import break_lines as lines
from deskstretch.wiring import break_windows
from deskstretch.wiring.break_windows import BreakWindows
from deskstretch.wiring.windows_here import WindowsHere

Window = TypeVar("Window", bound=QWidget)

STRETCH = "deep-breathing"
SETTINGS = """\
[look]
theme = "light"

[asking]
by = "window"

[trial]
hold_seconds = 1
"""


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    (throw_away_home / "settings.toml").write_text(SETTINGS)
    return find_folders()


class Break:
    """Windows of a break, and all that they have told."""

    def __init__(self, folders: Folders) -> None:
        self.windows = BreakWindows(folders, read_moment)
        self.told: list[lines.Event] = []
        self.windows.happened.connect(self.told.append)

    def order(self, *effects: lines.OnScreen) -> None:
        for effect in effects:
            self.windows.obey(lines.CarryOut(effect, sitting_seconds=2760.0))

    def answers(self) -> list[lines.Event]:
        """But for what is always told."""
        return [event for event in self.told if not isinstance(event, lines.Troubled)]


@pytest.fixture
def open_break(folders: Folders, qtbot: QtBot) -> Iterator[Break]:
    open_break = Break(folders)
    yield open_break
    open_break.windows.close()
    QApplication.processEvents()


def shown(kind: type[Window]) -> list[Window]:
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return [window for window in windows if window.isVisible()]


def test_the_prompt_comes_folds_and_goes_as_ordered(open_break: Break) -> None:
    open_break.windows.get_ready()
    open_break.order(ShowPrompt(2))
    [prompt] = shown(PromptWindow)
    assert "46 min" in prompt.accessibleDescription()
    open_break.order(ShowPill())
    assert (len(shown(PromptWindow)), len(shown(PillWindow))) == (0, 1)
    open_break.order(HidePrompt())
    assert (len(shown(PromptWindow)), len(shown(PillWindow))) == (0, 0)


def test_answers_are_told_as_the_planner_knows_them(open_break: Break) -> None:
    open_break.order(ShowPrompt(2))
    [prompt] = shown(PromptWindow)
    prompt.start_chosen.emit("long")
    prompt.snooze_chosen.emit(5)
    prompt.snooze_chosen.emit(15)
    prompt.skip_chosen.emit()
    assert open_break.answers() == [
        StartChosen("long"),
        SnoozeChosen(None),
        SnoozeChosen(900.0),
        SkipChosen(),
    ]


def test_the_keyboard_comes_to_a_folded_prompt_once_the_planner_has_opened_it(
    open_break: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[CornerWindow] = []
    monkeypatch.setattr(CornerWindow, "take_keyboard", lambda window: given.append(window))
    open_break.windows.obey(lines.OpenForAnswer())
    assert open_break.told == [lines.NothingAsked()]
    open_break.order(ShowPrompt(2), ShowPill())
    open_break.told.clear()
    open_break.windows.obey(lines.OpenForAnswer())
    assert open_break.told == [PromptOpened()]
    assert shown(PromptWindow) == []
    open_break.order(ShowPrompt(1))
    assert given == shown(PromptWindow)


def test_a_guide_tells_what_it_plans_and_what_is_held(open_break: Break, qtbot: QtBot) -> None:
    open_break.windows.obey(lines.Name(None, (STRETCH,)))
    open_break.order(StartGuide(None))
    [begun] = open_break.answers()
    assert isinstance(begun, lines.StepsBegun)
    assert {(step.exercise_id, step.planned_seconds) for step in begun.steps} == {(STRETCH, 1.0)}
    [guide] = shown(GuideWindow)
    qtbot.waitUntil(lambda: len(open_break.answers()) > 1, timeout=20_000)
    held = open_break.answers()[1]
    assert isinstance(held, lines.HoldProgressed)
    assert held.held_seconds == pytest.approx(1.0)
    open_break.order(EndGuide())
    ended = open_break.answers()[-1]
    assert isinstance(ended, lines.GuideEnded)
    assert ended.held_seconds[0] == pytest.approx(1.0)
    open_break.order(CloseBreak(ended.outcome))
    open_break.windows.obey(lines.TellSaved(True))
    assert lines.Emptied() not in open_break.told, "the last screen still stands"
    guide.close()
    qtbot.waitUntil(lambda: open_break.told[-1] == lines.Emptied())


def test_what_hurts_is_told_with_its_stretch(open_break: Break) -> None:
    open_break.windows.obey(lines.Name(None, (STRETCH,)))
    open_break.order(StartGuide(None))
    [guide] = shown(GuideWindow)
    guide._runner.hurt()
    assert lines.StepHurt(0, STRETCH) in open_break.told


def test_a_lock_stops_the_clock(open_break: Break) -> None:
    open_break.windows.obey(lines.Interrupt())
    open_break.order(StartGuide("short"))
    [guide] = shown(GuideWindow)
    open_break.windows.obey(lines.Interrupt())
    assert guide._runner.view.interrupted


def test_a_guide_that_begins_takes_the_place_of_the_last_screen(open_break: Break) -> None:
    open_break.order(StartGuide("short"), EndGuide(), StartGuide("short"))
    assert len(shown(GuideWindow)) == 1


def test_a_stretch_that_is_gone_is_not_proposed(open_break: Break) -> None:
    open_break.windows.obey(lines.Name(None, ("nothing-like-that",)))
    open_break.order(StartGuide("short"))
    assert isinstance(open_break.answers()[0], lines.StepsBegun)


def test_without_a_stretch_to_offer_there_is_no_guide(
    open_break: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposals = open_break.windows._proposals
    monkeypatch.setattr(proposals, "current", lambda _settings, _today: None)
    proposals.trouble = ("There is no stretch to offer.",)
    open_break.order(ShowPrompt(2), StartGuide(None))
    assert open_break.told == [lines.Troubled(proposals.trouble)] * 2 + [
        lines.GuideEnded((), Outcome.SKIPPED)
    ]
    assert QApplication.topLevelWidgets() == [] or shown(QWidget) == []


@pytest.mark.parametrize("effect", [HoldBack(("camera",)), CloseBreak(Outcome.AWAY)])
def test_that_there_is_nothing_to_see_is_told_when_a_break_is_over_or_held_back(
    open_break: Break, effect: lines.OnScreen
) -> None:
    open_break.order(effect)
    assert open_break.told == [lines.Emptied()]


def test_an_announcement_that_led_to_nothing_is_over_after_a_while(
    open_break: Break, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[str] = []
    monkeypatch.setattr(Notifications, "show", lambda _self, name, _notice: announced.append(name))
    monkeypatch.setattr(break_windows, "_LATE_SECONDS", 0.0)
    open_break.order(AnnouncePrompt(0.01))
    assert announced == ["heads-up"]
    qtbot.waitUntil(lambda: open_break.told == [lines.Emptied()])


def test_they_follow_the_settings(open_break: Break, folders: Folders, qtbot: QtBot) -> None:
    open_break.order(ShowPrompt(2))
    set_value(folders.settings_file, "look.theme", "dark")
    set_value(folders.settings_file, "snooze.minutes", 15)
    [prompt] = shown(PromptWindow)
    qtbot.waitUntil(lambda: prompt.grab().toImage().pixelColor(40, 5) == DARK.card)
    prompt.snooze_chosen.emit(15)
    assert open_break.answers() == [SnoozeChosen(None)]


def test_when_the_app_ends_what_was_held_counts(open_break: Break) -> None:
    open_break.order(StartGuide("short"))
    open_break.windows.close()
    assert isinstance(open_break.told[-1], lines.GuideEnded)
    assert shown(GuideWindow) == []


def test_in_the_apps_own_process_they_do_the_same_at_once(folders: Folders, qtbot: QtBot) -> None:
    parent = QObject()
    windows = WindowsHere(folders, read_moment, parent)
    told: list[lines.Event] = []

    def hear(event: lines.Event) -> None:
        told.append(event)
        if isinstance(event, lines.GuideEnded):
            windows.tell(lines.TellSaved(True))

    windows.told.connect(hear)
    windows.begin()
    windows.tell(lines.CarryOut(StartGuide("short")), in_front=True)
    windows.tell(lines.CarryOut(EndGuide()))
    windows.wait_until(lambda: False)
    assert [type(event) for event in told] == [
        lines.Troubled,
        lines.StepsBegun,
        lines.GuideEnded,
    ]
    [guide] = shown(GuideWindow)
    assert "Saved as skipped." in {label.text() for label in guide.findChildren(TextLabel)}
    with qtbot.waitSignal(windows.destroyed):
        windows.finish()
    assert shown(GuideWindow) == []
