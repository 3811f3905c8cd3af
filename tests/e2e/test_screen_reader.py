"""What somebody hears who does not see the screen: read and listened to as a screen reader does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.screen_reader import ScreenReader, Thing
from tests.e2e.workday import APP, GUIDE, Workday
from virtual_desktop import VirtualDesktop, wait_until

HEARD_BY_OTHERS = {"list", "list item"}
"""A list has the keyboard where one of its items is told."""


@pytest.fixture
def reader(virtual_desktop: VirtualDesktop) -> Iterator[ScreenReader]:
    with ScreenReader(virtual_desktop) as reader:
        yield reader


@pytest.fixture
def begin(
    reader: ScreenReader, virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> Callable[..., Workday]:
    """Begin a workday with these options, in front of a screen reader."""
    return lambda **options: Workday(virtual_desktop, throw_away_home, **options)


def shown(window: Thing) -> list[Thing]:
    return [each for each in window.all() if "showing" in each.states]


def button(window: Thing, name: str) -> Thing:
    return one(window, "push button", name)


def one(window: Thing, role: str, name: str = "") -> Thing:
    """The only shown thing of that role (and name)."""

    def found() -> list[Thing]:
        try:
            alike = [each for each in shown(window) if each.role == role]
            return [each for each in alike if name in ("", each.name)]
        except LookupError:
            return []  # It went while it was being looked at.

    [only] = wait_until(found, f"the {role} {name!r}")
    return only


def nameless(window: Thing) -> list[str]:
    """What can have the keyboard and does not say what it is."""
    reached = [each for each in shown(window) if "focusable" in each.states]
    assert reached != []
    return [each.role for each in reached if not each.name and each.role not in HEARD_BY_OTHERS]


def test_a_break_is_asked_for_and_guided_in_words(
    begin: Callable[..., Workday], reader: ScreenReader
) -> None:
    day = begin(hold_seconds=20)
    day.type_until_due()
    day.pause_for_prompt()
    prompt = reader.find_window("Time to stretch")
    assert prompt.role == "alert message"
    [asked] = wait_until(reader.announced, "what the prompt says")
    assert asked.startswith("Time to stretch. Sit-tall check, ")
    answers = {each.name for each in shown(prompt) if each.role == "push button"}
    assert answers >= {"Start, 30 s", "Snooze 5 min", "Snooze for another time", "Skip"}
    assert nameless(prompt) == []

    button(prompt, "Start, 30 s").press()
    guide = reader.find_window("Stretch")
    assert guide.role == "frame"
    assert nameless(guide) == []
    wait_until(lambda: "Hold, 20 s" in reader.announced(), "the hold to be said")
    ring = one(guide, "progress bar", "hold")
    assert ring.value[0] == 0
    assert 10 < ring.value[1] <= ring.value[2] == 20
    steps = [each for each in one(guide, "list", "Steps").all() if each.role == "list item"]
    assert [each.name for each in steps] == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert [each.description for each in steps] == ["", "", "", "Now"]

    day.desktop.find_window(title=GUIDE)
    day.desktop.key("space")
    wait_until(lambda: reader.announced()[-1].startswith("Paused, "), "the pause to be said")
    assert button(guide, "Resume")
    day.desktop.key("space")
    wait_until(lambda: "Done, ease out" in reader.announced(), "the end to be said", 60)
    # The countdown comes once in such a hold, not each second.
    hold = reader.announced()[reader.announced().index("Hold, 20 s") + 1 :]
    assert [words for words in hold if words.endswith("seconds left.")] == ["10 seconds left."]
    assert len(reader.announced()) < 9
    wait_until(lambda: reader.announced()[-1].startswith("Done: 20 s held."), "the last screen", 60)


def test_every_window_says_what_it_is_and_what_is_in_it(
    begin: Callable[..., Workday], reader: ScreenReader
) -> None:
    day = begin(interval_seconds=600)
    day.desktop.start(APP, log="second")
    status = reader.find_window("DeskStretch")
    assert status.role == "frame"
    assert nameless(status) == []
    assert one(status, "label", "Sitting for less than a minute")

    button(status, "Your week").press()
    week = reader.find_window("Your week")
    assert nameless(week) == []
    bars = one(week, "chart", "Breaks by day")
    assert bars.description == "No breaks were due this week."
    assert {"checked", "checkable"} <= one(week, "radio button", "Week").states
    assert "checked" not in one(week, "radio button", "Month").states

    button(status, "Stretches").press()
    library = reader.find_window("Stretches")
    assert nameless(library) == []
    items = [each.name for each in one(library, "list", "Stretches").children]
    assert any(name.startswith("Seated hamstring. On a chair") for name in items)

    button(status, "Settings").press()
    settings = reader.find_window("DeskStretch settings")
    assert nameless(settings) == []
    interval = one(settings, "spin box", "Break after")
    assert interval.value == (20, 45, 120)
    assert interval.description == "Minutes of sitting time after which a break is due."


def test_the_welcome_says_each_page(
    virtual_desktop: VirtualDesktop, reader: ScreenReader, throw_away_home: Path
) -> None:
    virtual_desktop.start(APP, log="app")
    welcome = reader.find_window("Welcome to DeskStretch")
    assert nameless(welcome) == []
    assert one(welcome, "progress bar", "Pages seen").value == (0, 0, 5)
    assert "focused" in button(welcome, "Next").states
    button(welcome, "Next").press()
    said = wait_until(reader.announced, "the second page to be said")
    assert "Stop at sharp pain" in said[-1]
    assert nameless(welcome) == []
    assert one(welcome, "progress bar", "Pages seen").value == (0, 1, 5)
