"""What it costs to be there all day while nothing happens: wake-ups and processor time."""

from __future__ import annotations

import time

from measuring.installed import Installed
from measuring.processes import Effort, effort_between, efforts
from measuring.programs import bare, desktop_for_measuring, ours, peers, running
from measuring.row import Row
from virtual_desktop import VirtualDesktop

HAND_MOVES_EVERY_SECONDS = 2.0
SETTLED_SECONDS = 30.0
"""Past what is done once: some 20 seconds after its start DeskStretch looks after the history."""


def measure_idle(installed: Installed, samples: int, seconds: float) -> list[Row]:
    """While the person is there and moves the mouse; `seconds` for each sample."""
    programs = [ours(installed), bare(installed), *peers()]
    wake_ups: dict[str, list[float]] = {}
    shares: dict[str, list[float]] = {}
    with desktop_for_measuring() as desktop:
        for program in programs:
            with running(desktop, program) as process:
                time.sleep(SETTLED_SECONDS)
                spent = [_spent(desktop, process.pid, seconds) for _ in range(samples)]
            wake_ups[program.name] = [60 * one.wake_ups / seconds for one in spent]
            shares[program.name] = [one.cpu_nanoseconds / 1e7 / seconds for one in spent]
    mine = programs[0].name
    note = f"{seconds:g} s a sample, mouse moved every {HAND_MOVES_EVERY_SECONDS:g} s"
    return [
        Row(
            group="idle",
            what="wake-ups a minute, person present",
            unit="",
            ours=wake_ups.pop(mine),
            reach=6.0,
            peers=wake_ups,
            note=note,
        ),
        Row(
            group="idle",
            what="processor time, person present",
            unit="% of a core",
            ours=shares.pop(mine),
            reach=0.02,
            peers=shares,
            note=note,
        ),
    ]


def _spent(desktop: VirtualDesktop, pid: int, seconds: float) -> Effort:
    before = efforts(pid)
    end = time.monotonic() + seconds
    left = True
    while (remaining := end - time.monotonic()) > 0:
        desktop.move(desktop.width // 2 + (10 if left else 0), desktop.height // 3)
        left = not left
        time.sleep(min(remaining, HAND_MOVES_EVERY_SECONDS))
    return effort_between(before, efforts(pid))
