"""What keeps the app light, by counts: what is loaded, what ticks, what is asked and painted."""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.exercise import Side
from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord
from deskstretch.core.routine import plan_steps
from deskstretch.core.timeline import SegmentKind
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.theme import LIGHT
from tests.core.shipped import shipped_catalogue
from virtual_desktop import VirtualDesktop

PROGRAM = Path(__file__).with_name("lightness_program.py")

NOT_AT_START = (
    "apscheduler",
    "argparse",
    "ast",
    "asyncio",
    "bz2",
    "calendar",
    "concurrent.futures",
    "decimal",
    "deskstretch.core.allowed_values",
    "deskstretch.core.catalogue",
    "deskstretch.core.catalogue_fault",
    "deskstretch.core.choice",
    "deskstretch.core.exercise",
    "deskstretch.core.figure",
    "deskstretch.core.history_lines",
    "deskstretch.core.own_routines",
    "deskstretch.core.prompt",
    "deskstretch.core.proposal",
    "deskstretch.core.review",
    "deskstretch.core.session",
    "deskstretch.desktop.notifications",
    "deskstretch.desktop.shortcuts",
    "deskstretch.store.forgetting",
    "deskstretch.store.merging",
    "deskstretch.store.reading",
    "deskstretch.store.sharing",
    "deskstretch.ui.accessible",
    "deskstretch.ui.dress",
    "deskstretch.ui.figure",
    "deskstretch.ui.guide",
    "deskstretch.ui.library",
    "deskstretch.ui.prompt",
    "deskstretch.ui.settings",
    "deskstretch.ui.status_window",
    "deskstretch.ui.theme",
    "deskstretch.ui.week.window",
    "deskstretch.wiring.asking",
    "deskstretch.wiring.break_lines",
    "deskstretch.wiring.break_windows",
    "deskstretch.wiring.proposals",
    "deskstretch.wiring.window_lines",
    "deskstretch.wiring.window_process",
    "deskstretch.ui.welcome",
    "dis",
    "email",
    "gettext",
    "html",
    "http",
    "importlib.metadata",
    "ipaddress",
    "json",
    "linecache",
    "locale",
    "lzma",
    "msgspec.inspect",
    "multiprocessing",
    "plyer",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtSvg",
    "_sysconfigdata",
    "random",
    "selectors",
    "shutil",
    "sqlite3",
    "ssl",
    "subprocess",
    "sysconfig",
    "tempfile",
    "tokenize",
    "tomlkit",
    "traceback",
    "tzlocal",
    "unicodedata",
    "urllib.parse",
    "uuid",
)
"""With the modules below them. Most days need none, or only some hours after the start."""

ONLY_FOR_BREAKS = (
    "deskstretch.core.catalogue",
    "deskstretch.core.choice",
    "deskstretch.core.exercise",
    "deskstretch.core.figure",
    "deskstretch.core.proposal",
    "deskstretch.core.session",
    "deskstretch.desktop.notifications",
    "deskstretch.ui.dress",
    "deskstretch.ui.figure",
    "deskstretch.ui.guide",
    "deskstretch.ui.prompt",
    "deskstretch.ui.theme",
    "deskstretch.wiring.asking",
    "deskstretch.wiring.break_windows",
)
"""They are for the process of a break, which ends with it."""


NOT_WITH_BREAKS = ("bz2", "lzma", "random", "shutil", "tempfile", "uuid")
"""Beside SQLite the app itself loads no library for its first break."""


class Start(msgspec.Struct, frozen=True):
    """What a started app tells of itself."""

    modules: list[str]
    libraries: list[str]
    sources: list[str]
    has_namespace_qt: bool
    repeating_timers_seconds: list[float]
    single_timers: int
    widgets: list[str]


@pytest.fixture
def start(virtual_desktop: VirtualDesktop) -> Start:
    home = Path(virtual_desktop.env["DESKSTRETCH_HOME"])
    History.open(home / "history.sqlite3").close()  # as an earlier run has left it
    return started(virtual_desktop)


def started(virtual_desktop: VirtualDesktop, *words: str, **env: str) -> Start:
    # About noon: what happens at midnight is prepared for an hour before.
    env["TZ"] = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
    program = virtual_desktop.start(sys.executable, PROGRAM, *words, env=env, log="lightness")
    assert program.wait() == 0, virtual_desktop.log("lightness").read_text()
    # Qt may warn of services that are missing, whenever it hears of them.
    lines = virtual_desktop.log("lightness").read_bytes().splitlines()
    told = [line for line in lines if line.startswith(b"{")][-1]
    return msgspec.json.decode(told, type=Start)


@pytest.mark.parametrize(
    ("desktop", "theme", "is_loaded"),
    [("GNOME", {}, False), ("XFCE", {}, False), ("XFCE", {"QT_QPA_PLATFORMTHEME": "gtk3"}, True)],
)
def test_gtk_is_loaded_only_where_the_person_wants_it(
    virtual_desktop: VirtualDesktop, desktop: str, theme: dict[str, str], is_loaded: bool
) -> None:
    start = started(virtual_desktop, XDG_CURRENT_DESKTOP=desktop, **theme)
    assert any(name.startswith("libgtk-") for name in start.libraries) is is_loaded


def loaded_of(names: Iterable[str], start: Start) -> list[str]:
    return [
        module
        for module in start.modules
        if any(module == name or module.startswith((f"{name}.", f"{name}__")) for name in names)
    ]


def test_an_idle_app_holds_little_and_wakes_seldom(start: Start) -> None:
    assert loaded_of(NOT_AT_START, start) == []
    assert start.sources == [], "the text of modules is kept in memory"
    assert not start.has_namespace_qt, "PySide has made all its enumerations"
    assert all(seconds >= 60 for seconds in start.repeating_timers_seconds)
    assert len(start.repeating_timers_seconds) <= 1
    # The next prompt, the words in the menu, the tray's patience, and after the start the daily
    # backup and giving back memory.
    assert start.single_timers <= 5
    assert set(start.widgets) <= {"QMenu", "QWidget"}, "a window was built that nobody opened"


def test_a_break_leaves_nothing_of_its_windows_behind(virtual_desktop: VirtualDesktop) -> None:
    start = started(virtual_desktop, "break")
    assert "deskstretch.wiring.window_process" in start.modules, "there was no break"
    assert loaded_of(ONLY_FOR_BREAKS, start) == []
    assert loaded_of(NOT_WITH_BREAKS, start) == []
    assert not start.has_namespace_qt, "PySide has made all its enumerations"
    assert set(start.widgets) <= {"QMenu", "QWidget"}


def test_the_menu_makes_no_enumerations_and_needs_nothing_of_windows(
    virtual_desktop: VirtualDesktop,
) -> None:
    start = started(virtual_desktop, "menu")
    assert "deskstretch.ui.theme" in start.modules
    assert "deskstretch.ui.accessible" not in start.modules
    assert not start.has_namespace_qt, "PySide has made all its enumerations"


def test_a_weeks_reading_asks_the_same_questions_however_much_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "history.sqlite3"
    monday = date(2026, 11, 16)
    _keep_breaks(file, monday, count=1)
    few = _statements_to_read(file, monday, monkeypatch)
    _keep_breaks(file, monday, count=40)
    many = _statements_to_read(file, monday, monkeypatch)
    assert many == few
    assert sum(few.values()) <= 10


def test_a_frame_of_a_hold_paints_only_what_moves(qtbot: QtBot) -> None:
    painted = _painted_in_a_frame_of(SegmentKind.HOLD, qtbot)
    assert painted["FigureView"] == painted["Ring"] == 1
    assert set(painted) <= {"FigureView", "Ring", "SegmentsBar"}, "what lies below is painted too"
    assert set(painted.values()) == {1}


def test_the_figure_is_not_painted_while_it_sits_still(qtbot: QtBot) -> None:
    assert "FigureView" not in _painted_in_a_frame_of(SegmentKind.GET_READY, qtbot)


def _keep_breaks(file: Path, day: date, count: int) -> None:
    step = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0, ("hamstrings",))
    history = History.open(file)
    for number in range(count):
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=number)
        id_ = history.open_break(at, 2700)
        history.keep_prompt(id_, at)
        history.begin_steps(id_, at, None, [step, step])
        history.close_break(id_, Outcome.TAKEN, at)
    history.close()


def _statements_to_read(file: Path, monday: date, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    statements: Counter[str] = Counter()
    connect = sqlite3.connect

    def connect_traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(lambda statement: statements.update([statement]))
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", connect_traced)
        read_days(file, monday, monday + timedelta(days=6))
    return statements


class _Paints(QObject):
    """Counts the paint events of each kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count[type(watched).__name__] += 1
        return False


class _Clock:
    """Goes on when told."""

    def __init__(self) -> None:
        self.now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)

    def __call__(self) -> Moment:
        return self.now


def _painted_in_a_frame_of(kind: SegmentKind, qtbot: QtBot) -> Counter[str]:
    """In the first frame in the midst of a segment of that kind in which no number changes."""
    catalogue = shipped_catalogue()
    clock = _Clock()
    steps = plan_steps(catalogue.routines["desk-1min-a"], catalogue.exercises)
    runner = GuideRunner(steps, clock)
    window = GuideWindow(runner, list(catalogue.exercises.values()), LIGHT)
    qtbot.addWidget(window)
    window.resize(960, 600)
    window.show()
    runner.start()
    while runner.view.kind is not kind or runner.view.progress < 0.1:
        clock.now = clock.now.later(0.1)
        runner.advance()
    QApplication.processEvents()
    paints = _Paints()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(paints)
    clock.now = clock.now.later(0.2)
    runner.advance()
    QApplication.processEvents()
    application.removeEventFilter(paints)
    return paints.count
