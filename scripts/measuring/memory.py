"""Memory in the tray, fresh and after use, and whether windows give back what they took."""

from __future__ import annotations

import subprocess
import time

from measuring.breaks import TRIAL, start_button, touch, type_until_due
from measuring.installed import Installed
from measuring.processes import pss_megabytes
from measuring.programs import Measured, bare, desktop_for_measuring, ours, peers, running, settle
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
    megabytes: dict[str, list[float]] = {program.name: [] for program in programs}
    with desktop_for_measuring() as desktop:
        for _ in range(samples):
            for program in programs:
                megabytes[program.name].append(_fresh(desktop, program))
    mine, other = programs[:2]
    return [
        Row(
            group="memory",
            what="memory in the tray, fresh",
            unit="MB",
            ours=megabytes[mine.name],
            others=megabytes[other.name],
            other_name=other.name,
            reach=1.15,
            peers={program.name: megabytes[program.name] for program in programs[2:]},
        )
    ]


def _fresh(desktop: VirtualDesktop, program: Measured) -> float:
    with running(desktop, program) as process:
        settle()
        return pss_megabytes(process.pid)


def measure_use(installed: Installed, samples: int) -> list[Row]:
    """An hour of use in a few minutes: a guided break and each window, one after the other."""
    before: list[float] = []
    closed: dict[str, list[float]] = {name: [] for name in ("guide", *WINDOWS, "guide again")}
    used_bare: list[float] = []
    with desktop_for_measuring(settings=TRIAL) as desktop:
        for _ in range(samples):
            with running(desktop, bare(installed)) as process:
                settle()
                _open_menu(desktop)
                desktop.key("Escape")
                time.sleep(FREED_SECONDS)
                used_bare.append(pss_megabytes(process.pid))
            with running(desktop, ours(installed)) as process:
                time.sleep(ALL_LOADED_SECONDS)
                before.append(pss_megabytes(process.pid))
                for name in closed:
                    if name in WINDOWS:
                        _look_at(desktop, *WINDOWS[name])
                    else:
                        _take_a_break(desktop, installed)
                    time.sleep(FREED_SECONDS)
                    closed[name].append(pss_megabytes(process.pid))
    last = list(closed)[-1]
    return [
        Row(
            group="use",
            what="memory in the tray, after use",
            unit="MB",
            ours=closed[last],
            others=used_bare,
            other_name="bare program, menu used",
            reach=1.15,
        ),
        *(
            Row(
                group="use",
                what=f"memory once {name} is closed",
                unit="MB",
                ours=megabytes,
                others=before,
                other_name="before",
                reach=1.05,
            )
            for name, megabytes in closed.items()
        ),
    ]


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
