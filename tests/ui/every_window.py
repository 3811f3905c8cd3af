"""Every window of the program with something in it, for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from deskstretch.core.first_stretch import first_stretch
from deskstretch.core.managed import Managed
from deskstretch.core.moment import Moment
from deskstretch.core.period import Kind
from deskstretch.core.planner.status import StateName
from deskstretch.core.prompt import PILL_WORDS, PromptContent
from deskstretch.core.routine import plan_steps
from deskstretch.core.settings import DeskSettings, Settings
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.prompt.firm_window import FirmWindow
from deskstretch.ui.prompt.pill_window import PillWindow
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.settings.choices import choices_of
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import Theme
from deskstretch.ui.tray.host import NO_TRAY_WORDS
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.week.calendar_popup import CalendarPopup
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.welcome.window import WelcomeWindow
from tests.core.shipped import shipped_catalogue
from tests.ui.tray.readings import reading
from tests.ui.week.weeks import SOME, SUGGESTION, TODAY, WEEK, PretendReviews

Build = Callable[[Theme], QWidget]

ROUTINE = "desk-3min-lower-back"
TROUBLE = "History cannot be written: disk full"
OFFICE = "Occupational health, Example Works Ltd"


class MadeUpClock:
    """Goes on when told."""

    def __init__(self) -> None:
        self.now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)

    def __call__(self) -> Moment:
        return self.now


def guide(theme: Theme, seconds: int = 0, *, ended: bool = False) -> QWidget:
    """The guide so far into a routine of several stretches with two sides."""
    catalogue = shipped_catalogue()
    clock = MadeUpClock()
    runner = GuideRunner(plan_steps(catalogue.routines[ROUTINE], catalogue.exercises), clock)
    window = GuideWindow(runner, list(catalogue.exercises.values()), theme)
    runner.setParent(window)
    runner.start()
    for _second in range(seconds):
        clock.now = clock.now.later(1.0)
        runner.advance()
    if ended:
        runner.end()
        window.tell_saved(True)
    else:
        runner.pause()
    return window


def prompt_content() -> PromptContent:
    """A prompt that has much to say."""
    exercise = max(shipped_catalogue().exercises.values(), key=lambda each: len(each.name))
    return PromptContent(
        stretch_name=exercise.name,
        place="standing, beside a wall",
        length="1 min",
        reason="You have been sitting for 45 min, and this is for the lower back.",
        short_seconds=60.0,
        long_seconds=180.0,
    )


def prompt(theme: Theme) -> QWidget:
    """The prompt, as large as it appears."""
    window = PromptWindow(theme, prompt_content(), FigureAppearance())
    window.setFixedSize(window.preferred_size())
    return window


def firm_prompt(theme: Theme) -> QWidget:
    """The prompt on the whole screen, and what it says of keys that went nowhere."""
    content = replace(prompt_content(), fills_screen=True, skip_after_seconds=5.0)
    window = FirmWindow(theme, content, FigureAppearance())
    window.resize(1280, 800)
    QTest.keyClicks(window, "x")
    return window


def pill(theme: Theme) -> QWidget:
    """The folded prompt."""
    return PillWindow(theme, PILL_WORDS)


def status(theme: Theme, state: StateName = StateName.ASKED) -> QWidget:
    """The status window with all that it may have to say."""
    orders = Orders(reading(state, trouble=TROUBLE))
    window = StatusWindow(theme, orders, NO_TRAY_WORDS)
    orders.setParent(window)
    return window


def review(theme: Theme, kind: Kind) -> QWidget:
    """A week, month or year with some breaks and a suggestion."""
    source = PretendReviews(*SOME, goal_percent=60)
    source.suggests = SUGGESTION
    window = WeekWindow(theme, source)
    window.show_kind(kind)
    return window


def calendar(theme: Theme) -> QWidget:
    """What lets a day be chosen."""
    return CalendarPopup(theme, WEEK, WEEK.first_day, TODAY)


def settings(theme: Theme) -> QWidget:
    """The settings at their first group."""
    catalogue = shipped_catalogue()
    file = "/home/anna/.config/deskstretch/settings.toml"
    return SettingsWindow(theme, Settings(), file, choices_of(catalogue), catalogue)


def locked_settings(theme: Theme) -> QWidget:
    """The settings at their first group, most of it locked by an office."""
    catalogue = shipped_catalogue()
    window = SettingsWindow(theme, Settings(), "settings.toml", choices_of(catalogue), catalogue)
    locked = {"breaks.interval_minutes": 50, "breaks.length": "long", "breaks.long_routine": ""}
    window.show_managed(Managed(OFFICE, {}, locked))
    return window


def library(theme: Theme) -> QWidget:
    """The library with one stretch chosen."""
    window = LibraryWindow(theme, shipped_catalogue(), DeskSettings())
    window.choose("chair-hamstring")
    return window


def welcome(theme: Theme) -> QWidget:
    """The first page of the welcome."""
    catalogue, chosen = shipped_catalogue(), Settings()
    first = first_stretch(catalogue, chosen.desk)
    return WelcomeWindow(theme, chosen, catalogue, first, FigureAppearance())


EVERY_WINDOW: dict[str, Build] = {
    "prompt": prompt,
    "prompt, firm": firm_prompt,
    "pill": pill,
    "guide getting ready": guide,
    "guide in a hold": lambda theme: guide(theme, 30),
    "guide's last screen": lambda theme: guide(theme, 40, ended=True),
    "status, asked": status,
    "status, paused": lambda theme: status(theme, StateName.PAUSED),
    "status, working": lambda theme: status(theme, StateName.WORKING),
    "week": lambda theme: review(theme, Kind.WEEK),
    "month": lambda theme: review(theme, Kind.MONTH),
    "year": lambda theme: review(theme, Kind.YEAR),
    "calendar": calendar,
    "settings": settings,
    "settings, locked": locked_settings,
    "library": library,
    "welcome": welcome,
}
