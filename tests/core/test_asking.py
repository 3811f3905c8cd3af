"""By what the person is asked follows from their choice and what the desktop lets one do."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from deskstretch.core.asking import (
    Asking,
    Surroundings,
    Wish,
    guide_fills_screen,
    heads_up_words,
    may_notify,
    notice_words,
    quiet_notice_words,
    way_to_ask,
    way_to_wait,
)
from deskstretch.core.prompt import PromptContent

X11 = Surroundings(windows_stay_in_sight=True, can_notify=True, notifications_have_buttons=True)
WAYLAND = replace(X11, windows_stay_in_sight=False)
EVERYWHERE = [Surroundings(*facts) for facts in product((True, False), repeat=3)]
CONTENT = PromptContent(
    stretch_name="Seated Twist",
    place="at your desk",
    length="1 min",
    reason="Sitting for 45 min; a twist was longest ago.",
    short_seconds=60,
    long_seconds=180,
)


def ways(asking: Asking) -> tuple[bool, bool]:
    return asking.window, asking.notification


@pytest.mark.parametrize("here", EVERYWHERE)
@pytest.mark.parametrize("wish", get_args(Wish))
def test_somebody_is_always_asked_and_by_both_only_if_they_chose_so(
    wish: Wish, here: Surroundings
) -> None:
    asking = way_to_ask(wish, here)
    assert asking.window or asking.notification
    assert (asking.window and asking.notification) == (wish == "both" and here.can_notify)
    assert asking.why.endswith(".")
    assert may_notify(wish, here.windows_stay_in_sight) or not asking.notification


@pytest.mark.parametrize("here", EVERYWHERE)
def test_a_choice_is_followed_wherever_it_can_be(here: Surroundings) -> None:
    assert ways(way_to_ask("window", here)) == (True, False)
    if here.can_notify:
        assert ways(way_to_ask("notification", here)) == (False, True)


def test_left_to_the_app_it_is_the_window_where_that_can_be_kept_in_sight() -> None:
    assert ways(way_to_ask("auto", X11)) == (True, False)


def test_on_wayland_it_is_the_notification_if_that_has_buttons() -> None:
    assert ways(way_to_ask("auto", WAYLAND)) == (False, True)
    without_buttons = replace(WAYLAND, notifications_have_buttons=False)
    assert ways(way_to_ask("auto", without_buttons)) == (True, False)


def test_the_guide_fills_the_screen_where_no_window_can_be_brought_to_the_front() -> None:
    assert not guide_fills_screen("auto", windows_stay_in_sight=True)
    assert guide_fills_screen("auto", windows_stay_in_sight=False)
    assert guide_fills_screen("on", windows_stay_in_sight=True)
    assert not guide_fills_screen("off", windows_stay_in_sight=False)


def test_a_notification_says_what_the_window_says_and_offers_no_used_up_snooze() -> None:
    words = notice_words(CONTENT)
    assert words.title == "Time to stretch"
    assert words.body == (
        "Seated Twist, 1 min at your desk.\nSitting for 45 min; a twist was longest ago."
    )
    assert words.answers == (("start", "Start"), ("snooze", "Snooze 5 min"), ("skip", "Skip"))
    last = notice_words(replace(CONTENT, snoozes_left=0))
    assert [answer for answer, _words in last.answers] == ["start", "skip"]
    assert quiet_notice_words().answers == last.answers


def test_a_heads_up_says_when_and_asks_nothing() -> None:
    assert heads_up_words(30).body == "In about 30 s, at your next pause."
    assert heads_up_words(30).answers == ()


@pytest.mark.parametrize("here", EVERYWHERE)
@pytest.mark.parametrize("wish", get_args(Wish))
def test_the_firm_way_is_the_window_and_goes_on_as_the_normal_one(
    wish: Wish, here: Surroundings
) -> None:
    assert ways(way_to_ask(wish, here, "firm")) == (True, False)
    assert way_to_wait(wish, here, "firm") == way_to_ask(wish, here)


@pytest.mark.parametrize("here", EVERYWHERE)
@pytest.mark.parametrize("wish", get_args(Wish))
def test_the_gentle_way_is_the_pill_or_else_a_notification(wish: Wish, here: Surroundings) -> None:
    asking = way_to_wait(wish, here, "gentle")
    assert asking.window or asking.notification
    assert not asking.notification or may_notify(wish, here.windows_stay_in_sight, "gentle")
    if here.windows_stay_in_sight and wish in ("auto", "window"):
        assert ways(asking) == (True, False)
    if not here.windows_stay_in_sight and here.can_notify:
        assert asking.notification


def test_what_a_person_opens_is_small_and_has_every_answer_at_once() -> None:
    firm = replace(CONTENT, fills_screen=True, skip_after_seconds=10.0)
    assert firm.as_opened == CONTENT
