"""Memory in the tray, fresh and after use, and whether windows give back what they took."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple

from measuring.breaks import TRIAL, start_button, touch, type_until_due
from measuring.installed import Installed
from measuring.processes import pss_megabytes
from measuring.programs import (
    DESKTOPS,
    Measured,
    bare,
    desktop_for_measuring,
    ours,
    peers,
    row_of_programs,
    running,
    settle,
)
from measuring.row import Row
from virtual_desktop import VirtualDesktop, wait_until

WINDOWS = {"week": ("week", 4), "stretches": ("[Ss]tretches", 3), "settings": ("[Ss]ettings", 2)}
"""Title, and how far from the end of the tray menu."""
ALL_LOADED_SECONDS = 3.0
"""What the icon does not wait for comes a second after it."""
LOOK_SECONDS = 1.5
FREED_SECONDS = 2.0
MENU_SECONDS = 0.6


def measure_memory(installed: Installed, samples: int) -> list[Row]:
    """In the tray, with nothing opened yet."""
    programs = [ours(installed), bare(installed), *peers()]
    return [_memory_on(where, called, programs, samples) for where, called in DESKTOPS.items()]


def _memory_on(where: str, called: str, programs: Sequence[Measured], samples: int) -> Row:
    megabytes: dict[str, list[float]] = {program.name: [] for program in programs}
    with desktop_for_measuring(called=called) as desktop:
        for _ in range(samples):
            for program in programs:
                megabytes[program.name].append(_fresh(desktop, program))
    return row_of_programs(
        megabytes, group="memory", what=f"memory in the tray, fresh{where}", unit="MB", reach=1.15
    )


def _fresh(desktop: VirtualDesktop, program: Measured) -> float:
    with running(desktop, program) as process:
        settle()
        return pss_megabytes(process.pid)


def measure_use(installed: Installed, samples: int) -> list[Row]:
    """An hour of use in a few minutes: a guided break and each window, one after the other."""
    rows = []
    for where, called in DESKTOPS.items():
        used = _use_on(called, installed, samples)
        rows.append(
            Row(
                group="use",
                what=f"memory in the tray, after use{where}",
                unit="MB",
                ours=used.closed["guide again"][1],
                others=used.bare,
                other_name="bare program, menu used",
                reach=1.15,
            )
        )
        rows += (
            Row(
                group="use",
                what=f"memory once {name} is closed{where}",
                unit="MB",
                ours=megabytes,
                others=before,
                other_name="just before",
                reach=1.05,
            )
            for name, (before, megabytes) in used.closed.items()
        )
    return rows


class _Use(NamedTuple):
    """Megabytes: before each is opened and once it is closed, and of the bare program."""

    closed: dict[str, tuple[list[float], list[float]]]
    bare: list[float]


def _use_on(called: str, installed: Installed, samples: int) -> _Use:
    use = _Use({name: ([], []) for name in (*WINDOWS, "guide", "guide again")}, [])
    with desktop_for_measuring(settings=TRIAL, called=called) as desktop:
        for _ in range(samples):
            with running(desktop, bare(installed)) as process:
                settle()
                use.bare.append(_megabytes_once_menu_was_used(desktop, process.pid))
            with running(desktop, ours(installed)) as process:
                _tell(desktop, installed, "pause")  # nothing is to be due before its time
                time.sleep(ALL_LOADED_SECONDS)
                megabytes = _megabytes_once_menu_was_used(desktop, process.pid)
                for name, (before, after) in use.closed.items():
                    before.append(megabytes)
                    if name in WINDOWS:
                        _look_at(desktop, *WINDOWS[name])
                    else:
                        _take_a_break(desktop, installed)
                    time.sleep(FREED_SECONDS)
                    megabytes = pss_megabytes(process.pid)
                    after.append(megabytes)
    return use


def _megabytes_once_menu_was_used(desktop: VirtualDesktop, pid: int) -> float:
    _open_menu(desktop)
    desktop.key("Escape")
    time.sleep(FREED_SECONDS)
    return pss_megabytes(pid)


def _take_a_break(desktop: VirtualDesktop, installed: Installed) -> None:
    """One prompt and its guide; paused afterwards, so that the next prompt is not measured too."""
    _tell(desktop, installed, "resume")
    type_until_due(desktop)
    touch(desktop)
    desktop.click(*start_button(desktop))
    guide = desktop.find_window(title="^Stretch$")
    time.sleep(6.0)
    # The first ends the break, the second closes the last screen.
    for _ in range(2):
        desktop.key("Escape")
        time.sleep(LOOK_SECONDS)
    wait_until(lambda: guide not in desktop.windows(title="^Stretch$"), "the guide to close")
    _tell(desktop, installed, "pause")


def _look_at(desktop: VirtualDesktop, title: str, from_the_end: int) -> None:
    _open_menu(desktop)
    desktop.key(*["Up"] * from_the_end, "Return")
    desktop.find_window(title=title)
    time.sleep(LOOK_SECONDS)
    desktop.key("alt+F4")
    wait_until(lambda: not desktop.windows(title=title), "the window to close")


def _tell(desktop: VirtualDesktop, installed: Installed, command: str) -> None:
    # To resume what is not paused is refused, and does no harm.
    subprocess.run(
        (installed.deskstretch, command), env=desktop.env, capture_output=True, check=False
    )


def _open_menu(desktop: VirtualDesktop) -> None:
    desktop.click(*desktop.find_tray_icon().centre, button=3)
    # Menus have no title to wait for.
    time.sleep(MENU_SECONDS)
