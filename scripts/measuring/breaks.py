"""A break on a virtual desktop: how soon its windows are there."""

from __future__ import annotations

import time
from functools import partial

from measuring.installed import Installed
from measuring.programs import desktop_for_measuring, ours, running
from measuring.row import Row
from measuring.screen_watch import ScreenWatch
from virtual_desktop import Area, VirtualDesktop

INTERVAL_SECONDS = 3.0
LULL_SECONDS = 1.5
TRIAL = f"""\
[trial]
interval_seconds = {INTERVAL_SECONDS}
tolerance_seconds = 600
lull_seconds = {LULL_SECONDS}
hold_seconds = 5
release_seconds = 0.5
"""
CLICKS_COUNT_AFTER_SECONDS = 1.0
"""A prompt ignores clicks that may have been meant for what was there before it."""
START_BUTTON = (0.6, 0.62)
"""Where it is, as shares of the prompt's width and height."""


def measure_breaks(installed: Installed, samples: int) -> list[Row]:
    """From the lull to the prompt, and from Start to the guide."""
    to_prompt: list[float] = []
    to_guide: list[float] = []
    with desktop_for_measuring(settings=TRIAL) as desktop:
        # Of the prompt only its end towards the corner is looked at: its size is its own affair.
        corner = Area(desktop.width - 160, desktop.height - 160, 100, 80)
        middle = Area(desktop.width // 2 - 50, desktop.height // 2 - 50, 100, 100)
        for _ in range(samples):
            with running(desktop, ours(installed)):
                type_until_due(desktop)
                prompt = ScreenWatch(desktop.folder, corner)
                to_prompt.append(prompt.seconds_to_change(partial(touch, desktop)))
                start = start_button(desktop)
                guide = ScreenWatch(desktop.folder, middle)
                to_guide.append(guide.seconds_to_change(partial(desktop.click, *start)))
                time.sleep(0.5)
    return [
        Row(
            group="breaks",
            what="due, at the end of a lull, to prompt on screen",
            unit="ms",
            ours=[1000 * (seconds - LULL_SECONDS) for seconds in to_prompt],
            reach=100.0,
            note="from before the last input to the first pixel, less the lull",
        ),
        Row(
            group="breaks",
            what="Start to guide on screen",
            unit="ms",
            ours=[1000 * seconds for seconds in to_guide],
            reach=150.0,
            note="from before xdotool starts to the first pixel",
        ),
    ]


def type_until_due(desktop: VirtualDesktop) -> None:
    """Keep the hand on the mouse until a break is due, and a little longer."""
    end = time.monotonic() + INTERVAL_SECONDS + 1.0
    while time.monotonic() < end:
        touch(desktop)
        time.sleep(0.3)


def touch(desktop: VirtualDesktop) -> None:
    """Move the mouse to and fro, once."""
    desktop.move(300, 300)
    desktop.move(301, 300)


def start_button(desktop: VirtualDesktop) -> tuple[int, int]:
    """Where the prompt's Start is, once it listens."""
    prompt = desktop.area(desktop.find_window(title="^Time to stretch$"))
    time.sleep(CLICKS_COUNT_AFTER_SECONDS)
    across, down = START_BUTTON
    return prompt.x + round(prompt.width * across), prompt.y + round(prompt.height * down)
