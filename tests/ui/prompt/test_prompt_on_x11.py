"""The prompt beside a text editor on a real X11 screen, with real keys and clicks."""

from __future__ import annotations

import json
import os
import string
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deskstretch.ui.prompt.click_guard import QUIET_MS
from virtual_desktop import Area, VirtualDesktop, wait_until

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "src"

FOCUS_FOLLOWS_MOUSE = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus>
    <focusNew>yes</focusNew><followMouse>yes</followMouse><focusLast>no</focusLast>
    <underMouse>yes</underMouse><focusDelay>0</focusDelay><raiseOnFocus>yes</raiseOnFocus>
  </focus>
</openbox_config>
"""


class Desk:
    """Somebody typing into an editor, and a prompt that the test orders about."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self.desktop = desktop
        self._kept_in = desktop.folder / "editor.json"
        self._pipe = desktop.folder / "orders"
        self._said = desktop.folder / "said"
        self._said.touch()
        os.mkfifo(self._pipe)
        env = {"PYTHONPATH": str(SOURCES)}
        desktop.start(sys.executable, HERE / "editor_program.py", self._kept_in)
        self.editor = desktop.find_window(title="^Editor under test$")
        desktop.click(300, 300)
        wait_until(lambda: self._kept_in.exists(), "the editor to be clicked")
        desktop.start(sys.executable, HERE / "prompt_program.py", self._pipe, self._said, env=env)
        wait_until(lambda: "ready" in self.said(), "the prompt program")
        assert desktop.focused_window() == self.editor

    def order(self, order: str) -> None:
        """Give an order and wait until it is done."""
        done = self.said().count(f"done {order}")
        self._pipe.write_text(f"{order}\n")
        wait_until(lambda: self.said().count(f"done {order}") > done, order)

    def said(self) -> list[str]:
        """What the prompt program has said so far."""
        return self._said.read_text().splitlines()

    def kept(self) -> dict[str, Any]:
        """What the editor has seen so far."""
        kept: dict[str, Any] = json.loads(self._kept_in.read_text())
        return kept

    def property_of(self, window: int, name: str) -> str:
        xprop = ("xprop", "-id", str(window), name)
        return subprocess.run(
            xprop, env=self.desktop.env, capture_output=True, text=True, check=True
        ).stdout

    def prompt(self) -> int:
        return self.desktop.find_window(title="^Time to stretch$")

    def prompt_area(self) -> Area:
        return self.desktop.area(self.prompt())

    def pill(self) -> int:
        return self.desktop.find_window(title="^Stretch waiting$")

    def wait_for_clicks_to_count(self) -> None:
        time.sleep(1.5 * QUIET_MS / 1000)

    def click_bare_card(self) -> None:
        """On its edge, where no button is."""
        area = self.prompt_area()
        self.desktop.click(area.x + area.width // 2, area.y + 6)

    def press_until_said(self, key: str, line: str) -> None:
        self.desktop.key(key)
        wait_until(lambda: line in self.said(), line)


@pytest.fixture
def desktop() -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tray="none") as desktop:
        yield desktop


@pytest.fixture
def desk(desktop: VirtualDesktop) -> Desk:
    return Desk(desktop)


def let_focus_follow_the_mouse(desktop: VirtualDesktop) -> None:
    settings = desktop.folder / "home" / ".config" / "openbox" / "rc.xml"
    settings.parent.mkdir(parents=True)
    settings.write_text(FOCUS_FOLLOWS_MOUSE)
    desktop.start("openbox", "--reconfigure").wait()


@pytest.mark.parametrize("focus_follows_mouse", [False, True])
def test_somebody_typing_at_full_speed_loses_no_character(
    desktop: VirtualDesktop, focus_follows_mouse: bool
) -> None:
    if focus_follows_mouse:
        let_focus_follow_the_mouse(desktop)
    desk = Desk(desktop)
    text = (string.ascii_lowercase + string.digits) * 20
    desk.order("show")
    x, y = desk.prompt_area().centre
    desk.order("hide")
    typing = desktop.start("xdotool", "type", "--delay", "4", "--", text)
    rounds = 0
    while typing.poll() is None:
        # The worst place: it appears, folds and goes under the pointer, which moves over it.
        for order in ("show", "fold", "show", "hide"):
            desktop.move(x + rounds % 5, y)
            desk.order(order)
            desktop.move(x - 5, y + rounds % 5)
        rounds += 1
    assert rounds >= 3
    wait_until(lambda: len(desk.kept()["text"]) >= len(text), "all that was typed")
    assert desk.kept()["text"] == text
    assert desk.kept()["focus_losses"] == 0
    assert desktop.focused_window() == desk.editor


def test_a_click_on_the_prompt_answers_and_reaches_nothing_underneath(desk: Desk) -> None:
    presses = desk.kept()["presses"]
    desk.order("show")
    desk.wait_for_clicks_to_count()
    area = desk.prompt_area()
    desk.desktop.click(area.x + area.width * 6 // 10, area.y + area.height * 62 // 100)
    wait_until(lambda: "start short" in desk.said(), "Start")
    desk.order("hide")
    assert desk.kept()["presses"] == presses
    assert desk.desktop.focused_window() == desk.editor


def test_clicks_already_under_way_when_the_prompt_appears_answer_nothing(desk: Desk) -> None:
    desk.order("show")
    area = desk.prompt_area()
    start = (area.x + area.width * 6 // 10, area.y + area.height * 62 // 100)
    desk.order("hide")
    desk.desktop.move(*start)
    wait_until(lambda: desk.desktop.windows(title="^Time to stretch$") == [], "the prompt to go")
    presses = desk.kept()["presses"]
    clicking = desk.desktop.start(
        "xdotool", "click", "--repeat", "20", "--delay", "50", "1"
    )  # For a second: it goes on well after the prompt is there.
    wait_until(lambda: desk.kept()["presses"] > presses, "the first click")
    desk.order("show")
    assert clicking.wait() == 0
    assert "start short" not in desk.said()
    desk.wait_for_clicks_to_count()
    desk.desktop.click(*start)
    wait_until(lambda: "start short" in desk.said(), "Start, once it is meant")


def test_the_prompt_is_answered_by_keyboard_after_a_click_on_its_card(desk: Desk) -> None:
    desk.order("show")
    desk.wait_for_clicks_to_count()
    desk.click_bare_card()
    wait_until(lambda: desk.desktop.focused_window() == desk.prompt(), "the keyboard")
    desk.press_until_said("Return", "start short")
    desk.desktop.key("Right")
    desk.press_until_said("space", "start long")
    desk.desktop.key("Tab")
    desk.press_until_said("Return", "snooze 5")
    desk.desktop.key("Tab", "Tab")
    desk.press_until_said("Return", "skip")
    assert desk.kept()["text"] == ""


def test_escape_folds_the_prompt_and_gives_the_keyboard_back(desk: Desk) -> None:
    desk.order("show")
    desk.order("focus")
    wait_until(lambda: desk.desktop.focused_window() == desk.prompt(), "the keyboard")
    desk.desktop.key("Escape")
    pill = desk.pill()
    wait_until(lambda: desk.desktop.focused_window() == desk.editor, "the keyboard's return")
    desk.desktop.type_text("back at work")
    wait_until(lambda: desk.kept()["text"] == "back at work", "what was typed")
    desk.wait_for_clicks_to_count()
    desk.desktop.click(*desk.desktop.area(pill).centre)
    wait_until(lambda: "opened" in desk.said(), "the pill to open")


def test_a_prompt_left_for_another_window_wants_no_keyboard_any_more(desk: Desk) -> None:
    desk.order("show")
    desk.order("focus")
    wait_until(lambda: desk.desktop.focused_window() == desk.prompt(), "the keyboard")
    desk.desktop.click(300, 300)
    wait_until(lambda: desk.desktop.focused_window() == desk.editor, "the editor")
    hints = desk.property_of(desk.prompt(), "WM_HINTS")
    assert "Client accepts input or input focus: False" in hints


def test_the_keyboard_never_falls_to_the_prompt_when_another_window_closes(desk: Desk) -> None:
    dialog = desk.desktop.start("xmessage", "-title", "Dialog", "-buttons", "", "Saved")
    window = desk.desktop.find_window(title="^Dialog$")
    wait_until(lambda: desk.desktop.focused_window() == window, "the dialog's focus")
    desk.order("show")
    desk.desktop.stop(dialog)
    wait_until(lambda: desk.desktop.focused_window() == desk.editor, "the editor's focus")
    desk.desktop.type_text("on with it")
    wait_until(lambda: desk.kept()["text"] == "on with it", "what was typed")


def test_the_prompt_is_a_quiet_helper_window_above_the_others(desk: Desk) -> None:
    desk.order("show")
    prompt = desk.prompt()
    assert "_NET_WM_STATE_ABOVE" in desk.property_of(prompt, "_NET_WM_STATE")
    # Utility windows are in no task bar and not offered by Alt+Tab.
    assert "= _NET_WM_WINDOW_TYPE_UTILITY" in desk.property_of(prompt, "_NET_WM_WINDOW_TYPE")
    assert desk.property_of(prompt, "_NET_WM_USER_TIME").rstrip().endswith("= 0")
    assert "WM_TAKE_FOCUS" not in desk.property_of(prompt, "WM_PROTOCOLS")
