"""A break asked for by a notification of the desktop's own service, answered by its buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.e2e.workday import GUIDE, PILL, Workday
from virtual_desktop import Program, VirtualDesktop, wait_until

NOTIFICATION = "^[Xx]fce4-notifyd$"
START, SNOOZE, SKIP, SHOW = (0.18, 0.8), (0.42, 0.8), (0.65, 0.8), (0.87, 0.8)
"""Where the buttons are, as shares of the notification's width and height."""

BY_NOTIFICATION = '[asking]\nby = "notification"\n'

Begin = Callable[..., Workday]


@pytest.fixture
def notifyd(virtual_desktop: VirtualDesktop) -> Program:
    """Xfce's notification service, which has real buttons."""
    (program,) = Path("/usr/lib").glob("*/xfce4/notifyd/xfce4-notifyd")
    service = virtual_desktop.start(program, log="notifyd")
    address = virtual_desktop.env["DBUS_SESSION_BUS_ADDRESS"]

    def is_there() -> bool:
        with open_dbus_connection(bus=address) as bus:
            return bool(Proxy(message_bus, bus).NameHasOwner("org.freedesktop.Notifications")[0])

    wait_until(is_there, "the notification service")
    return service


@pytest.fixture
def begin(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Begin:
    """Begin a workday with these settings and trial times."""
    return lambda settings, **trial: Workday(virtual_desktop, throw_away_home, settings, **trial)


def notifications(day: Workday) -> list[int]:
    return day.desktop.windows(program_class=NOTIFICATION)


def be_asked(day: Workday) -> int:
    """Work until a break is due, lean back, and see the notification instead of a window."""
    day.type_until_due()
    notification = day.desktop.find_window(program_class=NOTIFICATION)
    assert day.prompts() == []
    return notification


@pytest.mark.usefixtures("notifyd")
def test_start_on_the_notification_leads_to_a_break_taken(begin: Begin) -> None:
    day = begin(BY_NOTIFICATION)
    day.answer(be_asked(day), START)
    day.desktop.find_window(title=GUIDE)
    one = day.wait_for_outcome()
    assert one["outcome"] == "taken"
    assert day.count("prompt", one["id"]) == 1
    wait_until(lambda: notifications(day) == [], "the notification to go")


@pytest.mark.usefixtures("notifyd")
def test_a_notification_is_snoozed_then_skipped(begin: Begin) -> None:
    day = begin(BY_NOTIFICATION, snooze_seconds=2)
    day.answer(be_asked(day), SNOOZE)
    wait_until(lambda: notifications(day) == [], "the notification to go")
    day.answer(day.desktop.find_window(program_class=NOTIFICATION), SKIP)
    one = day.wait_for_outcome()
    assert one["outcome"] == "skipped"
    assert (day.count("snooze", one["id"]), day.count("prompt", one["id"])) == (1, 2)


@pytest.mark.usefixtures("notifyd")
def test_a_notification_is_withdrawn_when_the_break_is_answered_elsewhere(begin: Begin) -> None:
    day = begin(BY_NOTIFICATION)
    be_asked(day)
    day.command("skip")
    wait_until(lambda: notifications(day) == [], "the notification to go")
    assert day.wait_for_outcome()["outcome"] == "skipped"


@pytest.mark.usefixtures("notifyd")
def test_the_notification_does_not_fold_but_opens_as_a_window_that_does(begin: Begin) -> None:
    day = begin(BY_NOTIFICATION, fold_seconds=2)
    notification = be_asked(day)
    day.type_until(lambda: day.status()["state"] == "asked", "the prompt to stay")
    day.answer(notification, SHOW)
    prompt = day.pause_for_prompt()
    wait_until(lambda: notifications(day) == [], "the notification to give way")
    assert day.desktop.focused_window() == prompt
    day.desktop.find_window(title=PILL)


def test_when_the_notification_service_ends_the_window_asks(
    begin: Begin, virtual_desktop: VirtualDesktop, notifyd: Program
) -> None:
    day = begin(BY_NOTIFICATION)
    be_asked(day)
    virtual_desktop.stop(notifyd)
    assert day.pause_for_prompt()


def test_without_a_notification_service_the_window_asks(begin: Begin) -> None:
    day = begin(BY_NOTIFICATION)
    day.type_until_due()
    assert day.pause_for_prompt()


@pytest.mark.usefixtures("notifyd")
def test_a_prompt_is_announced_to_those_who_wish_it(begin: Begin) -> None:
    day = begin("[asking]\nheads_up = true\n", interval_seconds=12)
    announcement = day.desktop.find_window(program_class=NOTIFICATION)
    focused = day.desktop.focused_window()
    assert announcement != focused
    day.type_until_due()
    day.pause_for_prompt()
    wait_until(lambda: notifications(day) == [], "the announcement to go")
