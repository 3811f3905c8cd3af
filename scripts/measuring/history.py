"""Whether ten years of history make the week slower."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

from deskstretch.wiring.window_lines import Show, line_of
from measuring.installed import FOLDER, Installed
from measuring.long_history import write_history
from measuring.programs import desktop_for_measuring
from measuring.row import Row
from measuring.screen_watch import ScreenWatch
from virtual_desktop import Area, VirtualDesktop, wait_until

PROGRAM = Path(__file__).with_name("history_program.py")
TODAY = date(2026, 11, 18)
YEARS = 10
PAINTED_FOR_EACH_SAMPLE = 20
STARTED_FOR_EACH_SAMPLE = 3
MIDDLE_SIZE = 300
"""Pixels of the screen's middle, where the week has its charts."""


def measure_history(installed: Installed, samples: int) -> list[Row]:
    """The week window by itself, and as it comes to the screen in its own process."""
    by_itself, in_process = FOLDER / "histories", FOLDER / "histories-now"
    megabytes = write_histories(by_itself, TODAY)
    # Its process asks the clock what day it is.
    write_histories(in_process, datetime.now().astimezone().date())
    return [
        _row(
            f"week window with {YEARS} years of history",
            milliseconds_to_paint(installed, by_itself, samples),
            f"from its making to its first picture, each sample the median of"
            f" {PAINTED_FOR_EACH_SAMPLE} in turns; {megabytes:.0f} MB of history",
        ),
        _row(
            f"exec to week on screen with {YEARS} years of history",
            milliseconds_to_screen(installed, in_process, samples),
            "until the screen's middle looks as it does in the end, each sample the median of"
            f" {STARTED_FOR_EACH_SAMPLE} in turns",
        ),
    ]


def _row(what: str, taken: Mapping[str, list[float]], note: str) -> Row:
    return Row(
        group="history",
        what=what,
        unit="ms",
        ours=taken["long"],
        others=taken["empty"],
        other_name="empty history",
        reach=1.3,
        peers={"this week alone": taken["week"], "four weeks": taken["month"]},
        note=note,
    )


def write_histories(folder: Path, today: date) -> float:
    """In folders by name, the week's of today the last; gives the megabytes of the longest."""
    monday = today - timedelta(days=today.weekday())
    beginnings = {
        "empty": today + timedelta(days=1),
        "week": monday,
        "month": monday - timedelta(weeks=3),
        "long": monday - timedelta(days=365 * YEARS),
    }
    for name, first_day in beginnings.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        write_history(folder / name / "history.sqlite3", first_day, today)
    return (folder / "long" / "history.sqlite3").stat().st_size / 1e6


def milliseconds_to_paint(
    installed: Installed, histories: Path, samples: int
) -> dict[str, list[float]]:
    """By the name of each history, in one process that has all modules."""
    folders = sorted(histories.iterdir())
    with desktop_for_measuring() as desktop:
        turns = str(PAINTED_FOR_EACH_SAMPLE * samples)
        desktop.start(
            installed.python, PROGRAM, turns, TODAY.isoformat(), *folders, log="history"
        ).wait()
        taken = msgspec.json.decode(
            desktop.log("history").read_bytes(), type=dict[str, list[float]]
        )
    return {name: _medians(each, PAINTED_FOR_EACH_SAMPLE) for name, each in taken.items()}


def milliseconds_to_screen(
    installed: Installed, histories: Path, samples: int
) -> dict[str, list[float]]:
    """By the name of each history, in processes as the app starts them; they take turns."""
    folders = sorted(histories.iterdir())
    taken: dict[str, list[float]] = {folder.name: [] for folder in folders}
    with desktop_for_measuring() as desktop:
        # The first time of each only fills the file cache.
        for counts in (False, *[True] * STARTED_FOR_EACH_SAMPLE * samples):
            for folder in folders:
                seconds = _seconds_to_screen(desktop, installed, folder)
                if counts:
                    taken[folder.name].append(1000 * seconds)
            folders.reverse()
    return {name: _medians(each, STARTED_FOR_EACH_SAMPLE) for name, each in taken.items()}


def _medians(taken: Sequence[float], of: int) -> list[float]:
    """Of so many in a row each."""
    return [statistics.median(taken[first : first + of]) for first in range(0, len(taken), of)]


def _seconds_to_screen(desktop: VirtualDesktop, installed: Installed, home: Path) -> float:
    left, top = (desktop.width - MIDDLE_SIZE) // 2, (desktop.height - MIDDLE_SIZE) // 2
    watch = ScreenWatch(desktop.folder, Area(left, top, MIDDLE_SIZE, MIDDLE_SIZE))
    command = (installed.python, "-P", "-m", "deskstretch", "window", "week")
    env = {**desktop.env, "DESKSTRETCH_HOME": str(home)}
    started: list[subprocess.Popen[bytes]] = []

    def order() -> None:
        window = subprocess.Popen(command, env=env, stdin=subprocess.PIPE)
        started.append(window)
        assert window.stdin is not None
        window.stdin.write(line_of(Show()))
        window.stdin.flush()

    empty_screen = watch.look()
    try:
        return watch.seconds_to_finish(order)
    finally:
        # The end of its input closes it, as the app does.
        for window in started:
            window.communicate()
        wait_until(lambda: watch.look() == empty_screen, "the week to close")
        # What drew the frame must have gone to rest, too.
        time.sleep(0.5)
