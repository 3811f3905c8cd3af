"""From starting a program to its icon in the tray, and to the answer on the command line."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from measuring.installed import Installed
from measuring.programs import (
    DESKTOPS,
    Measured,
    bare,
    desktop_for_measuring,
    ours,
    peers,
    row_of_programs,
    running,
)
from measuring.row import Row
from measuring.screen_watch import ScreenWatch
from virtual_desktop import Area, Program, VirtualDesktop, wait_until

TRAY_WIDTH, TRAY_HEIGHT = 80, 32
ANSWERS_FOR_EACH_SAMPLE = 10


def measure_startup(installed: Installed, samples: int) -> list[Row]:
    """Until the tray looks as it does in the end."""
    programs = [ours(installed), bare(installed), *peers()]
    return [
        row_of_programs(
            milliseconds_to_icon(programs, samples, called),
            group="startup",
            what=f"exec to tray icon shown{where}",
            unit="ms",
            reach=1.5,
        )
        for where, called in DESKTOPS.items()
    ]


def milliseconds_to_icon(
    programs: Sequence[Measured], samples: int, called: str = ""
) -> dict[str, list[float]]:
    """By the name of each program; they take turns."""
    milliseconds: dict[str, list[float]] = {program.name: [] for program in programs}
    with desktop_for_measuring(called=called) as desktop:
        area = Area(
            desktop.width - TRAY_WIDTH, desktop.height - TRAY_HEIGHT, TRAY_WIDTH, TRAY_HEIGHT
        )
        watch = ScreenWatch(desktop.folder, area)
        # The first time of each only fills the file cache.
        for counts in (False, *[True] * samples):
            for program in programs:
                seconds = _seconds_to_icon(desktop, watch, program.command)
                if counts:
                    milliseconds[program.name].append(1000 * seconds)
    return milliseconds


def _seconds_to_icon(
    desktop: VirtualDesktop, watch: ScreenWatch, command: Sequence[str | Path]
) -> float:
    started: list[Program] = []
    seconds = watch.seconds_to_finish(lambda: started.append(desktop.start(*command)))
    desktop.stop(started[0])
    wait_until(lambda: not desktop.tray_icons(), "the tray to be empty")
    # The panel, too, must have gone to rest.
    time.sleep(0.5)
    return seconds


def measure_status(installed: Installed, samples: int) -> list[Row]:
    """`deskstretch status` against a running app, beside the least that Python can do."""
    commands = {
        "status": (installed.deskstretch, "status"),
        "python": (installed.python, "-c", "pass"),
    }
    milliseconds: dict[str, list[float]] = {name: [] for name in commands}
    with desktop_for_measuring() as desktop, running(desktop, ours(installed)):
        for counts in (False, *[True] * samples):
            for name, command in commands.items():
                each = [_milliseconds(command, desktop.env) for _ in range(ANSWERS_FOR_EACH_SAMPLE)]
                if counts:
                    milliseconds[name].append(statistics.median(each))
    return [
        Row(
            group="status",
            what="`deskstretch status`",
            unit="ms",
            ours=milliseconds["status"],
            others=milliseconds["python"],
            other_name="`python -c pass`",
            reach=2.0,
            note=f"each sample is the median of {ANSWERS_FOR_EACH_SAMPLE} in a row",
        )
    ]


def _milliseconds(command: Sequence[str | Path], env: Mapping[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True, close_fds=False)
    return 1000 * (time.perf_counter() - begun)
