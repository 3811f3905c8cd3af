from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.planner.status import StateName
from deskstretch.ui.tray.orders import Orders
from tests.ui.tray.readings import NOW, reading


@pytest.fixture
def orders(qtbot: QtBot) -> Orders:
    return Orders(reading())


def offered(orders: Orders) -> set[str]:
    """The texts of what can be ordered now."""
    everything = (orders.start, orders.short_break, orders.snooze, orders.skip, orders.resume)
    every_action = (*everything, orders.pauses[0])
    return {each.text() for each in every_action if each.isVisible() and each.isEnabled()}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (StateName.WORKING, {"Short, about 1 min", "30 min"}),
        (StateName.AWAY, {"Short, about 1 min", "30 min"}),
        (StateName.WAITING, {"Short, about 1 min", "Skip", "30 min"}),
        (StateName.ASKED, {"Start", "Short, about 1 min", "Snooze 5 min", "Skip", "30 min"}),
        (StateName.SNOOZED, {"Short, about 1 min", "Skip", "30 min"}),
        (StateName.HELD_BACK, {"Short, about 1 min", "Skip", "30 min"}),
        (StateName.GUIDED, {"30 min"}),
        (StateName.PAUSED, {"Short, about 1 min", "Resume"}),
    ],
)
def test_what_can_be_ordered_follows_the_state(
    orders: Orders, state: StateName, expected: set[str]
) -> None:
    orders.show(reading(state))
    assert offered(orders) == expected


def test_nothing_is_snoozed_once_the_snoozes_are_used_up(orders: Orders) -> None:
    orders.show(reading(StateName.ASKED, snoozes_left=0))
    assert "Snooze 5 min" not in offered(orders)


def test_each_order_is_given_with_what_it_needs(orders: Orders, qtbot: QtBot) -> None:
    given: list[tuple[str, object]] = []
    orders.start_chosen.connect(lambda length: given.append(("start", length)))
    orders.break_chosen.connect(lambda length: given.append(("break", length)))
    orders.snooze_chosen.connect(lambda minutes: given.append(("snooze", minutes)))
    orders.skip_chosen.connect(lambda: given.append(("skip", None)))
    orders.pause_chosen.connect(lambda how_long: given.append(("pause", how_long)))
    orders.resume_chosen.connect(lambda: given.append(("resume", None)))
    orders.show(reading(StateName.ASKED))
    for action in (
        orders.start, orders.short_break, orders.long_break, orders.snooze, orders.skip,
        *orders.pauses,
    ):  # fmt: skip
        action.trigger()
    orders.show(reading(StateName.PAUSED))
    orders.resume.trigger()
    assert given == [
        ("start", "short"),
        ("break", "short"),
        ("break", "long"),
        ("snooze", 5),
        ("skip", None),
        ("pause", "30m"),
        ("pause", "1h"),
        ("pause", "tomorrow"),
        ("resume", None),
    ]


def test_each_window_can_be_ordered(orders: Orders) -> None:
    opened: list[str] = []
    orders.week_opened.connect(lambda: opened.append("week"))
    orders.library_opened.connect(lambda: opened.append("library"))
    orders.settings_opened.connect(lambda: opened.append("settings"))
    for action in (orders.week, orders.library, orders.settings):
        action.trigger()
    assert opened == ["week", "library", "settings"]


def test_words_are_out_of_date_just_after_the_full_minute() -> None:
    at = NOW + timedelta(minutes=11, seconds=20)
    assert reading(next_prompt_at=at).seconds_until_words_change == pytest.approx(21)


@pytest.mark.parametrize("state", sorted(set(StateName) - {StateName.WORKING, StateName.SNOOZED}))
def test_words_that_count_nothing_down_are_never_out_of_date(state: StateName) -> None:
    at = NOW + timedelta(minutes=11)
    assert reading(state, next_prompt_at=at).seconds_until_words_change is None


def test_a_newer_reading_is_asked_for_when_the_words_are_out_of_date(
    orders: Orders, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(orders.reading_wanted, timeout=5000):
        orders.show(reading(next_prompt_at=NOW + timedelta(minutes=11, milliseconds=1)))
