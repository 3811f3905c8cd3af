"""Where no window can be placed or kept above: the real app in sway asks by notification."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sway_desktop import SwayDesktop
from tests.desktop.notifications.services import USUAL
from tests.desktops.sway_day import GUIDE, PILL, PROMPT, Day, serve
from virtual_desktop import wait_until


@pytest.fixture
def sway() -> Iterator[SwayDesktop]:
    with SwayDesktop() as desktop:
        yield desktop


def test_a_notification_asks_and_its_start_leads_to_a_guide_on_the_whole_screen(
    sway: SwayDesktop, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    (shown,) = wait_until(lambda: service.shown, "the notification")
    assert shown.title == PROMPT
    assert PROMPT not in {window.title for window in day.windows()}
    service.press(1, "start")
    guide = day.find_window(GUIDE)
    assert guide.fills_screen
    assert day.wait_for_outcome() == "taken"
    wait_until(lambda: service.closed == [1], "the notification to be closed")
    service.end()


def test_the_guide_fits_the_screen_that_it_is_moved_to_at_any_scale(
    sway: SwayDesktop, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    wait_until(lambda: service.shown, "the notification")
    service.press(1, "start")
    day.find_window(GUIDE)
    day.tell_sway("create_output")
    day.tell_sway("output HEADLESS-2 resolution 1800x1200 scale 1.5")
    day.tell_sway('[title="^Stretch"] move container to output HEADLESS-2')
    wait_until(lambda: day.find_window(GUIDE).size == (1200, 800), "the guide on the other screen")
    day.tell_sway("output HEADLESS-2 scale 1")
    wait_until(lambda: day.find_window(GUIDE).size == (1800, 1200), "the guide at another scale")
    assert day.wait_for_outcome() == "taken"
    service.end()


@pytest.mark.parametrize("capabilities", [None, ("body",)])
def test_without_buttons_on_notifications_the_window_asks(
    sway: SwayDesktop, throw_away_home: Path, capabilities: tuple[str, ...] | None
) -> None:
    service = None if capabilities is None else serve(sway, *capabilities)
    day = Day(throw_away_home, sway)
    day.find_window(PROMPT)
    if service is not None:
        assert service.shown == []
        service.end()


def test_a_firm_prompt_fills_the_screen_and_escape_leads_out_at_once(
    sway: SwayDesktop, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway, '[asking]\nstrictness = "firm"\n')
    wait_until(lambda: day.find_window(PROMPT).fills_screen, "the whole screen")
    assert service.shown == []
    # Another workspace is free of it.
    day.tell_sway("workspace 2")
    assert day.tell_sway("-t", "get_workspaces")[-1]["focused"]
    day.tell_sway("workspace 1")
    # Where a compositor tells of full screen, this is none that holds a prompt back.
    assert day.find_window(PROMPT).fills_screen
    sway.key("Escape")
    (shown,) = wait_until(lambda: service.shown, "the quiet notification")
    assert shown.title == PILL
    wait_until(lambda: PROMPT not in {each.title for each in day.windows()}, "the prompt to go")
    service.press(1, "start")
    assert day.wait_for_outcome() == "taken"
    service.end()
