"""Screens that come, go and change while a prompt, a pill or a guide is open."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.e2e.workday import GUIDE, PILL, START, Workday
from virtual_desktop import WALLPAPER, Area, VirtualDesktop, wait_until

WIDTH, HEIGHT = 1280, 800
LEFT, RIGHT = Area(0, 0, WIDTH // 2, HEIGHT), Area(WIDTH // 2, 0, WIDTH // 2, HEIGHT)
WHOLE = Area(0, 0, WIDTH, HEIGHT)

Begin = Callable[..., Workday]


class Screens:
    """The X server's one screen as two, by RANDR's monitors, which programs take for screens."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self._desktop = desktop

    def split(self) -> None:
        """There are two halves now."""
        self._xrandr("--setmonitor", "left", _geometry(LEFT), "screen")
        self.plug_in_right()

    def plug_in_right(self) -> None:
        """Beside the left one there is a second."""
        self._xrandr("--setmonitor", "right", _geometry(RIGHT), "none")

    def unplug_right(self) -> None:
        self._xrandr("--delmonitor", "right")

    def unplug_left(self) -> None:
        """The right half is the only screen."""
        self._xrandr("--delmonitor", "left")

    def restore(self) -> None:
        """One whole screen."""
        for name in ("right", "left"):
            self._xrandr("--delmonitor", name, check=False)

    def _xrandr(self, *words: str, check: bool = True) -> None:
        subprocess.run(("xrandr", *words), env=self._desktop.env, check=check, capture_output=True)


@pytest.fixture
def desktop() -> Iterator[VirtualDesktop]:
    with VirtualDesktop(WIDTH, HEIGHT) as desktop:
        yield desktop


@pytest.fixture
def screens(desktop: VirtualDesktop) -> Screens:
    return Screens(desktop)


@pytest.fixture
def begin(desktop: VirtualDesktop, throw_away_home: Path) -> Begin:
    """Begin a workday with these trial times."""
    desktop.env["DESKSTRETCH_HOME"] = str(throw_away_home)
    return lambda **trial: Workday(desktop, throw_away_home, **trial)


def be_asked_at(day: Workday, place: tuple[int, int]) -> int:
    """Work with the pointer there until asked."""
    day.desktop.move(*place)
    day.type_until_due()
    return day.pause_for_prompt()


def wait_until_in_corner(day: Workday, window: int, screen: Area) -> None:
    """Wholly on the screen, and nearer to its lower right corner than a window's size."""

    def is_in_corner() -> bool:
        area = day.desktop.area(window)
        right = screen.x + screen.width - (area.x + area.width)
        below = screen.y + screen.height - (area.y + area.height)
        return 0 < right < 60 and 0 < below < 100 and _holds(screen, area)

    wait_until(is_in_corner, f"{window} in the corner of {screen}")


def _holds(screen: Area, area: Area) -> bool:
    return (
        screen.x <= area.x
        and screen.y <= area.y
        and area.x + area.width <= screen.x + screen.width
        and area.y + area.height <= screen.y + screen.height
    )


def test_the_prompt_moves_with_the_screens_and_is_answered(begin: Begin, screens: Screens) -> None:
    screens.split()
    day = begin()
    prompt = be_asked_at(day, RIGHT.centre)
    wait_until_in_corner(day, prompt, RIGHT)
    screens.unplug_right()
    wait_until_in_corner(day, prompt, LEFT)
    screens.plug_in_right()
    wait_until_in_corner(day, prompt, LEFT)
    screens.restore()
    wait_until_in_corner(day, prompt, WHOLE)
    day.answer(prompt, START)
    assert day.wait_for_outcome()["outcome"] == "taken"


def test_the_prompt_is_whole_on_screens_of_different_scale(
    begin: Begin, desktop: VirtualDesktop, screens: Screens
) -> None:
    desktop.env["QT_SCREEN_SCALE_FACTORS"] = "left=1;right=1.25;screen=1.5"
    screens.split()
    day = begin()
    prompt = be_asked_at(day, RIGHT.centre)
    wait_until(lambda: covers_its_area(day, prompt), "the prompt at 125 %")
    at_125 = day.desktop.area(prompt)
    screens.unplug_right()
    wait_until_in_corner(day, prompt, LEFT)
    wait_until(lambda: covers_its_area(day, prompt), "the prompt at 100 %")
    assert day.desktop.area(prompt).width == pytest.approx(at_125.width / 1.25, abs=2)
    screens.restore()
    wait_until_in_corner(day, prompt, WHOLE)
    wait_until(lambda: covers_its_area(day, prompt), "the prompt at 150 %")


def covers_its_area(day: Workday, window: int) -> bool:
    """Whether nothing of the wallpaper shows through where the window is, but for its corners."""
    area, picture = day.desktop.area(window), day.desktop.image()
    middle, end = area.y + area.height // 2, area.x + area.width - 3
    spots = ((area.x + 3, middle), (end, middle), (area.centre[0], area.y + area.height - 3))
    return all(picture.pixelColor(*spot) != QColor(WALLPAPER) for spot in spots)


def test_the_pill_moves_with_the_screens_and_opens(begin: Begin, screens: Screens) -> None:
    screens.split()
    day = begin(fold_seconds=2)
    be_asked_at(day, RIGHT.centre)
    pill = day.desktop.find_window(title=PILL)
    wait_until_in_corner(day, pill, RIGHT)
    screens.unplug_right()
    wait_until_in_corner(day, pill, LEFT)
    day.answer(pill, (0.5, 0.5))
    assert day.pause_for_prompt()


def test_the_prompt_stays_above_a_panel_that_comes_later(begin: Begin) -> None:
    day = begin()
    prompt = be_asked_at(day, LEFT.centre)
    before = day.desktop.area(prompt)
    panel = "trayer --edge right --align top --width 90 --SetPartialStrut true"
    day.desktop.start(*panel.split())
    wait_until(lambda: day.desktop.area(prompt).x < before.x, "room for the panel")


def test_the_guide_follows_and_fits_what_is_left(begin: Begin, screens: Screens) -> None:
    day = begin()
    day.answer(be_asked_at(day, LEFT.centre), START)
    guide = day.desktop.find_window(title=GUIDE)
    wait_until(lambda: day.desktop.area(guide).width > LEFT.width, "the guide at its usual size")
    screens.split()
    screens.unplug_left()
    wait_until(lambda: _holds(RIGHT, day.desktop.area(guide)), "the guide on the screen that is")
    screens.restore()
    assert day.wait_for_outcome()["outcome"] == "taken"


def test_a_guide_on_the_whole_screen_fills_what_is_left(begin: Begin, screens: Screens) -> None:
    screens.split()
    day = begin()
    day.answer(be_asked_at(day, RIGHT.centre), START)
    guide = day.desktop.find_window(title=GUIDE)
    day.desktop.key("F11")
    wait_until(lambda: day.desktop.area(guide) in (LEFT, RIGHT), "the guide on a whole screen")
    screens.restore()
    wait_until(lambda: day.desktop.area(guide) == WHOLE, "the guide on the whole screen")
    assert day.wait_for_outcome()["outcome"] == "taken"


def _geometry(area: Area) -> str:
    return f"{area.width}/169x{area.height}/211+{area.x}+{area.y}"
