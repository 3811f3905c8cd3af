"""How smooth the guide's figure is, and what it costs, drawn by the processor alone."""

from __future__ import annotations

import statistics
from pathlib import Path

import msgspec

from measuring.installed import Installed
from measuring.programs import desktop_for_measuring
from measuring.row import Row

PROGRAM = Path(__file__).with_name("guide_program.py")
SECONDS = 15.0
SIZES = {"960x600": (960, 600, 12.0), "4K": (3840, 2160, 20.0)}
"""Width, height, and the share of a core to be reached, in percent."""


class Frames(msgspec.Struct, frozen=True):
    """What the guide's program tells: gaps between frames in seconds, share of a core."""

    moving: list[float]
    held: list[float]
    share: float


def measure_frames(installed: Installed, samples: int) -> list[Row]:
    rows: list[Row] = []
    for name, (width, height, share) in SIZES.items():
        with desktop_for_measuring(max(width, 1280), max(height, 800)) as desktop:
            taken = []
            for number in range(samples):
                log = f"frames-{number}"
                desktop.start(
                    installed.python, PROGRAM, str(width), str(height), str(SECONDS), log=log
                ).wait()
                taken.append(msgspec.json.decode(desktop.log(log).read_bytes(), type=Frames))
        rows += [
            Row(
                group="frames",
                what=f"frames a second while it moves, {name}",
                unit="",
                ours=[1 / statistics.fmean(one.moving) for one in taken],
                reach=60.0,
                bound="least",
            ),
            Row(
                group="frames",
                what=f"longest time between two frames, {name}",
                unit="ms",
                ours=[1000 * max(one.moving) for one in taken],
                reach=33.0,
            ),
            Row(
                group="frames",
                what=f"processor time of the guide, {name}",
                unit="% of a core",
                ours=[100 * one.share for one in taken],
                reach=share,
                note="without what the X server spends on showing it",
            ),
        ]
    return rows
