"""When something is to be seen: the screen's own pixels, looked at a thousand times a second.

Xvfb keeps its pixels in a file. Looking at a small part of it costs the measured program nothing
and needs no word from it.
"""

from __future__ import annotations

import mmap
import time
from collections.abc import Callable
from pathlib import Path

from framebuffer import COLOUR_MAP_ENTRY_BYTES, HEADER
from virtual_desktop import Area

PIXEL_BYTES = 4
LOOK_EVERY_SECONDS = 0.001
QUIET_SECONDS = 0.7
"""When nothing has changed for so long, it is taken to be finished."""
PATIENCE_SECONDS = 20.0


class ScreenWatch:
    """One part of an Xvfb screen."""

    def __init__(self, folder: Path, area: Area) -> None:
        with (folder / "screen" / "Xvfb_screen0").open("rb") as file:
            self._dump = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        words = HEADER.unpack_from(self._dump)
        bytes_per_line = words[12]
        first = words[0] + words[19] * COLOUR_MAP_ENTRY_BYTES + area.x * PIXEL_BYTES
        starts = [first + (area.y + row) * bytes_per_line for row in range(area.height)]
        self._rows = [slice(start, start + area.width * PIXEL_BYTES) for start in starts]

    def look(self) -> int:
        """What is there now, as a number that differs when it does."""
        return hash(tuple(self._dump[row] for row in self._rows))

    def seconds_to_change(self, act: Callable[[], object]) -> float:
        """From `act` to the first pixel that is another one."""
        before = self.look()
        begun = time.perf_counter()
        act()
        while self.look() == before:
            _pause(begun)
        return time.perf_counter() - begun

    def seconds_to_finish(self, act: Callable[[], object]) -> float:
        """From `act` to the moment since which everything looks as it does in the end."""
        last = self.look()
        begun = changed = time.perf_counter()
        act()
        while changed == begun or time.perf_counter() - changed < QUIET_SECONDS:
            _pause(begun)
            seen = self.look()
            if seen != last:
                last, changed = seen, time.perf_counter()
        return changed - begun


def _pause(begun: float) -> None:
    if time.perf_counter() - begun > PATIENCE_SECONDS:
        raise TimeoutError("nothing was to be seen")
    time.sleep(LOOK_EVERY_SECONDS)
