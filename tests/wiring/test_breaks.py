"""The open break as the app sees it: what its windows are told, and what is heard of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from deskstretch.core.exercise import Side
from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    Effect,
    EndGuide,
    EndHoldBack,
    HidePrompt,
    HoldBack,
    KeepPrompt,
    OpenBreak,
    Origin,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import (
    Event,
    GuideFinished,
    PromptOpened,
    PromptPutAside,
    SkipChosen,
    SnoozeChosen,
    StartChosen,
)
from deskstretch.core.record import BreakRecord, StepRecord
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from deskstretch.wiring import break_lines as lines
from deskstretch.wiring.breaks import Breaks
from deskstretch.wiring.recorder import Recorder
from deskstretch.wiring.window_lines import ErrorHappened, line_of
from deskstretch.wiring.window_process import WindowProcess

DAY = date(2026, 11, 18)
NOW = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 0.0)
DUE = OpenBreak(NOW, 2700.0, Origin.DUE)
STEPS = tuple(
    StepRecord("chair-hamstring", side, 1, None, 10.0, ("hamstrings",))
    for side in (Side.LEFT, Side.RIGHT)
)
SITTING_SECONDS = 2760.0


class Screen(QObject):
    """Windows that do nothing but remember what they were told."""

    told = Signal(object)
    broke_off = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heard: list[lines.Order] = []
        self.in_front: list[lines.Order] = []
        self.state = "made"

    def begin(self) -> None:
        self.state = "begun"

    def tell(self, order: lines.Order, *, in_front: bool = False) -> None:
        self.heard.append(order)
        if in_front:
            self.in_front.append(order)

    def wait_until(self, told: Callable[[], bool]) -> None:
        if told():
            return
        self.told.emit(lines.GuideEnded((7.0, 0.0), Outcome.SKIPPED))
        assert told()

    def finish(self) -> None:
        self.state = "finished"

    def close(self) -> None:
        self.state = "closed"


class Loop:
    """The planner, which only listens."""

    def __init__(self) -> None:
        self.told: list[Event] = []

    def tell(self, event: Event) -> None:
        self.told.append(event)

    def status(self) -> Loop:
        return self

    sitting_seconds = SITTING_SECONDS


class World:
    """The breaks of an app, all their windows, and what is kept."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "history.sqlite3"
        self.history = History.open(self.file)
        self.loop = Loop()
        self.recorder = Recorder(self.history)
        self.screens: list[Screen] = []
        self.breaks = self.made(self._open)

    def made(self, open_windows: Callable[[QObject], object]) -> Breaks:
        return Breaks(open_windows, self.recorder, self.loop, lambda: NOW)  # type: ignore[arg-type]

    def _open(self, parent: QObject) -> Screen:
        self.screens.append(Screen(parent))
        return self.screens[-1]

    def order(self, *effects: Effect) -> None:
        for effect in effects:
            self.recorder.carry_out(effect, NOW)
            self.breaks.carry_out(effect)

    def heard(self) -> list[lines.Order]:
        return self.screens[-1].heard

    def hear(self, *events: lines.Event) -> None:
        for event in events:
            self.screens[-1].told.emit(event)

    def kept(self) -> BreakRecord:
        return read_days(self.file, DAY, DAY).breaks[-1]


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.breaks.close()
    world.history.close()


def guided(world: World) -> None:
    world.order(DUE, ShowPrompt(2), HidePrompt(), StartGuide(None))
    world.hear(lines.StepsBegun("routine", STEPS), lines.HoldProgressed(0, 4.0))


def test_windows_get_ready_when_a_break_is_due_and_are_told_what_is_to_be_seen(
    world: World,
) -> None:
    assert world.screens == []
    world.order(DUE)
    assert (world.screens[0].state, world.heard()) == ("begun", [])
    world.order(
        KeepPrompt(quiet=False), ShowPrompt(2), ShowPill(), HidePrompt(), StartGuide("long")
    )
    assert world.heard() == [
        lines.CarryOut(effect, SITTING_SECONDS)
        for effect in (ShowPrompt(2), ShowPill(), HidePrompt(), StartGuide("long"))
    ]
    assert world.screens[0].in_front == [lines.CarryOut(StartGuide("long"), SITTING_SECONDS)]
    assert len(world.screens) == 1


def test_what_the_desktop_gave_for_the_click_goes_to_the_guide(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "click-7")
    world.order(DUE, ShowPrompt(2), StartGuide(None), StartGuide(None))
    orders = [order for order in world.heard() if isinstance(order, lines.CarryOut)]
    assert [order.activation_token for order in orders] == ["", "click-7", ""]


@pytest.mark.parametrize(
    "answer",
    [StartChosen("short"), SnoozeChosen(120.0), SkipChosen(), PromptOpened(), PromptPutAside()],
)
def test_an_answer_is_the_planners(world: World, answer: lines.Answer) -> None:
    world.order(DUE, ShowPrompt(2))
    world.hear(answer)
    assert world.loop.told == [answer]


def test_what_is_held_is_kept_as_it_is_told_and_the_guide_hears_that(world: World) -> None:
    guided(world)
    assert [step.held_seconds for step in world.kept().steps] == [4.0, 0.0]
    world.hear(lines.GuideEnded((9.5, 0.0), Outcome.PARTLY))
    assert [step.held_seconds for step in world.kept().steps] == [9.5, 0.0]
    assert world.loop.told == [GuideFinished(Outcome.PARTLY)]
    assert world.heard()[-1] == lines.TellSaved(True)


def test_what_hurts_is_kept_and_told(world: World, qtbot: QtBot) -> None:
    guided(world)
    with qtbot.waitSignal(world.breaks.stretch_hurt) as told:
        world.hear(lines.StepHurt(1, "chair-hamstring"))
    assert told.args == ["chair-hamstring"]
    assert [step.hurt for step in world.kept().steps] == [False, True]


def test_windows_are_let_go_once_they_are_empty_and_nothing_is_due(
    world: World, qtbot: QtBot
) -> None:
    guided(world)
    world.hear(lines.GuideEnded((10.0, 10.0), Outcome.TAKEN))
    world.order(CloseBreak(Outcome.TAKEN))
    assert world.screens[0].state == "begun", "the last screen of the guide still stands"
    with qtbot.waitSignal(world.breaks.windows_gone):
        world.hear(lines.Emptied())
    assert world.screens[0].state == "finished"
    world.order(DUE)
    assert len(world.screens) == 2
    world.hear(lines.Emptied())
    assert world.screens[1].state == "begun"


def test_none_wait_while_a_break_is_held_back(world: World) -> None:
    world.order(DUE, HoldBack(("camera",)))
    world.hear(lines.Emptied())
    assert world.screens[0].state == "finished"
    world.order(EndHoldBack())
    assert world.screens[1].state == "begun"


@pytest.mark.parametrize("effect", [ShowPrompt(2), ShowPill(), StartGuide(None)])
def test_what_was_told_before_windows_had_something_to_show_counts_no_more(
    world: World, effect: Effect
) -> None:
    world.order(DUE, HoldBack(("camera",)), effect)
    world.hear(lines.Emptied())
    assert world.screens[0].state == "begun"
    assert len(world.screens) == 1


def test_a_prompt_can_be_announced_before_a_break_is_due(world: World) -> None:
    world.order(AnnouncePrompt(30.0))
    assert world.heard() == [lines.CarryOut(AnnouncePrompt(30.0), SITTING_SECONDS)]
    world.hear(lines.Emptied())
    assert world.screens[0].state == "finished"


def test_windows_that_break_off_in_a_guide_leave_what_was_held(world: World, qtbot: QtBot) -> None:
    guided(world)
    world.hear(lines.HoldProgressed(0, 10.0))
    with qtbot.waitSignal(world.breaks.went_wrong):
        world.screens[0].broke_off.emit()
        world.screens[0].ended.emit()
    assert world.loop.told == [GuideFinished(Outcome.PARTLY)]
    world.order(CloseBreak(Outcome.PARTLY))
    assert len(world.screens) == 1
    world.order(DUE, ShowPrompt(2))
    assert world.heard() == [lines.CarryOut(ShowPrompt(2), SITTING_SECONDS)]


def test_a_prompt_whose_window_broke_off_comes_again_with_the_next_order(world: World) -> None:
    world.order(DUE, ShowPrompt(2))
    world.screens[0].ended.emit()
    assert world.loop.told == []
    world.order(ShowPill())
    assert world.heard() == [lines.CarryOut(ShowPill(), SITTING_SECONDS)]


def test_a_firm_prompt_that_broke_off_fills_the_screen_no_more(world: World) -> None:
    filled: list[bool] = []
    world.breaks.screen_filled.connect(filled.append)
    world.order(DUE, ShowPrompt(2))
    world.hear(lines.ScreenFilled(True))
    world.screens[0].ended.emit()
    assert filled == [True, False]


def test_the_keyboard_is_for_the_prompt_if_there_is_one(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.breaks.nothing_asked):
        world.breaks.answer_by_keyboard()
    assert world.screens == []
    world.order(DUE, ShowPrompt(2))
    world.breaks.answer_by_keyboard()
    assert world.heard()[-1] == world.screens[0].in_front[-1] == lines.OpenForAnswer()
    with qtbot.waitSignal(world.breaks.nothing_asked):
        world.hear(lines.NothingAsked())
    world.order(HidePrompt())
    with qtbot.waitSignal(world.breaks.nothing_asked):
        world.breaks.answer_by_keyboard()


def test_what_is_named_is_told_before_the_guide_begins(world: World) -> None:
    world.breaks.name(None, ("chair-hamstring",))
    world.order(DUE, StartGuide(None))
    assert world.heard()[0] == lines.Name(None, ("chair-hamstring",))


def test_only_a_guide_is_interrupted(world: World) -> None:
    world.breaks.interrupt_guide()
    world.order(DUE, ShowPrompt(2))
    world.breaks.interrupt_guide()
    assert lines.Interrupt() not in world.heard()
    world.order(StartGuide(None))
    world.breaks.interrupt_guide()
    assert world.heard()[-1] == lines.Interrupt()


def test_a_guide_is_ended_before_the_app_goes_on_to_quit(world: World) -> None:
    guided(world)
    world.breaks.end_guide()
    assert lines.CarryOut(EndGuide(), SITTING_SECONDS) in world.heard()
    assert [step.held_seconds for step in world.kept().steps] == [7.0, 0.0]
    assert world.loop.told == [GuideFinished(Outcome.SKIPPED)]
    world.breaks.close()
    assert world.screens[0].state == "closed"


def test_trouble_and_errors_are_told(world: World, qtbot: QtBot) -> None:
    world.order(DUE)
    with qtbot.waitSignal(world.breaks.trouble_changed):
        world.hear(lines.Troubled(("There is no stretch to offer.",)))
    assert world.breaks.trouble == ("There is no stretch to offer.",)
    with qtbot.waitSignal(world.breaks.went_wrong):
        world.hear(ErrorHappened())


def processes_of(world: World, *command: str) -> Breaks:
    """Breaks whose windows are such processes."""
    return world.made(partial(WindowProcess, command, lines.Event))


def test_a_process_that_cannot_be_started_ends_the_guide(
    world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    world.breaks = processes_of(world, str(tmp_path / "nothing"))
    with qtbot.waitSignal(world.breaks.went_wrong):
        world.order(DUE, StartGuide(None))
    qtbot.waitUntil(lambda: world.loop.told == [GuideFinished(Outcome.SKIPPED)])


def test_the_last_words_of_a_process_are_waited_for(
    world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    told = lines.GuideEnded((3.0, 0.0), Outcome.SKIPPED)
    script = tmp_path / "windows.py"
    said = "".join(
        line_of(event).decode() for event in (lines.StepsBegun(None, STEPS), told)
    ).splitlines()
    script.write_text(
        f"import sys\nfor line in sys.stdin:\n    print(*{said!r}, sep='\\n')\n    break"
    )
    world.breaks = processes_of(world, sys.executable, str(script))
    world.order(DUE, StartGuide(None))
    world.breaks.end_guide()
    assert world.loop.told == [GuideFinished(Outcome.SKIPPED)]
    assert [step.held_seconds for step in world.kept().steps] == [3.0, 0.0]


def test_a_process_without_last_words_ends_the_guide_as_well(
    world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    world.breaks = processes_of(world, sys.executable, "-c", "input()")
    world.order(DUE, StartGuide(None))
    world.breaks.end_guide()
    assert world.loop.told == [GuideFinished(Outcome.SKIPPED)]
