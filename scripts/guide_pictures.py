"""Draw the guide at several moments, sizes and text sizes, light and dark, to look at.

    python scripts/guide_pictures.py DIR

Needs no screen. Time is made up, so a picture shows the same moment each time.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from animated_picture import write_animation
from deskstretch.core.moment import Moment
from deskstretch.core.routine import plan_steps
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.theme import DARK, LIGHT, palette_of

_FRAME_SECONDS = 0.25
_ANIMATED_SECONDS = 1 / 3
_HOLD_BEGINS, _HOLD_ENDS = 20.0, 41.0


class _MadeUpClock:
    """Time that goes on when told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> Moment:
        wall = datetime(2026, 11, 18, 14, tzinfo=UTC) + timedelta(seconds=self.seconds)
        return Moment(wall=wall, monotonic_seconds=self.seconds)


_PICTURES = {
    # name: (routine, seconds into it, orders, width, height, text in pixels, dark)
    "get-ready": ("desk-1min-a", 1, "", 1389, 868, 14, False),
    "hold": ("desk-3min-lower-back", 30, "", 1389, 868, 14, False),
    "hold-dark": ("desk-3min-lower-back", 30, "", 1389, 868, 14, True),
    "move-out": ("desk-3min-lower-back", 39.8, "", 1389, 868, 14, False),
    "switch": ("desk-3min-lower-back", 42, "", 1389, 868, 14, False),
    "paused-dark": ("desk-3min-lower-back", 55, "pause", 1389, 868, 14, True),
    "rest": ("end-of-day-floor", 206, "", 1389, 868, 14, False),
    "phase": ("end-of-day-floor", 45, "", 1389, 868, 14, True),
    "breathe": ("desk-1min-b", 60, "", 1389, 868, 14, False),
    "done": ("desk-1min-a", 70, "", 1389, 868, 14, False),
    "done-partly-dark": ("desk-1min-a", 40, "end", 1389, 868, 14, True),
    "plain-window": ("desk-3min-lower-back", 30, "", 1000, 650, 14, False),
    "small": ("desk-3min-lower-back", 30, "", 560, 420, 14, False),
    "small-dark": ("desk-3min-lower-back", 30, "pause", 560, 420, 14, True),
    "small-done": ("desk-1min-a", 70, "", 560, 420, 14, False),
    "smallest": ("desk-3min-lower-back", 30, "", 480, 360, 14, False),
    "tall": ("desk-3min-lower-back", 30, "", 620, 1000, 14, False),
    "wide-low": ("desk-3min-lower-back", 30, "", 1300, 480, 14, False),
    "text-200": ("desk-3min-lower-back", 30, "", 1200, 800, 28, False),
    "text-200-small": ("desk-3min-lower-back", 30, "", 800, 600, 28, True),
    "text-200-done": ("desk-1min-a", 70, "", 800, 600, 28, False),
    "full-hd": ("desk-3min-lower-back", 30, "", 1920, 1080, 14, False),
    "4k": ("desk-3min-lower-back", 30, "", 3840, 2160, 14, True),
}


def main(folder: Path, names: list[str]) -> None:
    """Write the pictures of these names, or all, as PNG files into `folder`."""
    app = QApplication([])
    app.setStyle("fusion")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or _PICTURES:
        draw(folder / f"{name}.png", name)


def draw(path: Path, name: str) -> None:
    """Write the picture of that name; Qt must be running."""
    routine, seconds, orders, width, height, text_pixels, dark = _PICTURES[name]
    window, runner, clock = _begun(routine, width, height, text_pixels, dark)
    _advance(runner, clock, seconds)
    for order in orders.split():
        getattr(runner, order)()
    _grabbed(window).save(str(path))
    _close(window)


def animate(path: Path) -> None:
    """Write a guided hold, from moving in to moving out, as a picture that moves."""
    window, runner, clock = _begun("desk-3min-lower-back", 860, 540, 14, dark=False)
    pictures = []
    seconds = _HOLD_BEGINS
    while seconds <= _HOLD_ENDS:
        _advance(runner, clock, seconds)
        pictures.append(_grabbed(window))
        seconds += _ANIMATED_SECONDS
    write_animation(path, pictures, _ANIMATED_SECONDS)
    _close(window)


def _begun(
    routine: str, width: int, height: int, text_pixels: int, dark: bool
) -> tuple[GuideWindow, GuideRunner, _MadeUpClock]:
    catalogue = load_catalogue().catalogue
    font = QFont("Inter")
    font.setPixelSize(text_pixels)
    QApplication.setFont(font)
    theme = DARK if dark else LIGHT
    QApplication.setPalette(palette_of(theme))
    clock = _MadeUpClock()
    steps = plan_steps(catalogue.routines[routine], catalogue.exercises)
    runner = GuideRunner(steps, clock)
    window = GuideWindow(runner, list(catalogue.exercises.values()), theme)
    runner.guide_finished.connect(lambda _result: window.tell_saved(True))
    window.resize(width, height)
    window.show()
    runner.start()
    return window, runner, clock


def _advance(runner: GuideRunner, clock: _MadeUpClock, seconds: float) -> None:
    while clock.seconds < seconds:
        clock.seconds = min(seconds, clock.seconds + _FRAME_SECONDS)
        runner.advance()


def _grabbed(window: GuideWindow) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


def _close(window: GuideWindow) -> None:
    window.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
