"""How firmly the real app asks, on a real screen: and that nobody is ever locked out."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.workday import PILL, PROMPT, START, Workday
from virtual_desktop import VirtualDesktop, wait_until

FIRM = '[asking]\nstrictness = "firm"\nskip_after_seconds = 5\n'
GENTLE = '[asking]\nstrictness = "gentle"\n'
EDITOR = Path(__file__).parents[1] / "ui" / "prompt" / "editor_program.py"

NOT_NOW, SKIP = (0.5, 0.828), (0.73, 0.67)
"""Where they are on a screen of 1280x800, as shares of it."""

Begin = Callable[..., Workday]


@pytest.fixture
def begin(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Begin:
    """Begin a workday with these settings and trial times."""
    return lambda settings, **trial: Workday(virtual_desktop, throw_away_home, settings, **trial)


def be_asked_firmly(day: Workday) -> int:
    """Work until a break is due, lean back, and have the whole screen filled."""
    day.type_until_due()
    prompt = day.pause_for_prompt()
    desktop = day.desktop
    wait_until(lambda: desktop.area(prompt)[2:] == (desktop.width, desktop.height), "all of it")
    return prompt


def test_a_firm_prompt_offers_to_skip_only_after_its_seconds(begin: Begin) -> None:
    day = begin(FIRM)
    prompt = be_asked_firmly(day)
    day.answer(prompt, SKIP)
    time.sleep(1)
    assert day.prompts() == [prompt]
    assert day.breaks()[0]["outcome"] is None

    def skipped() -> bool:
        day.answer(prompt, SKIP)
        return bool(day.breaks()[0]["outcome"] == "skipped")

    wait_until(skipped, "Skip to be there", 20)
    assert day.prompts() == []


def test_escape_leads_out_of_a_firm_prompt_at_once(begin: Begin) -> None:
    day = begin(FIRM)
    prompt = be_asked_firmly(day)
    wait_until(lambda: day.desktop.focused_window() == prompt, "the keyboard")
    day.desktop.key("Escape")
    day.desktop.find_window(title=PILL)
    wait_until(lambda: day.prompts() == [], "the prompt to go")
    assert day.breaks()[0]["outcome"] is None


def test_not_now_leads_out_of_a_firm_prompt_and_what_is_opened_then_is_small(begin: Begin) -> None:
    day = begin(FIRM)
    day.answer(be_asked_firmly(day), NOT_NOW)
    pill = day.desktop.find_window(title=PILL)
    wait_until(lambda: day.prompts() == [], "the prompt to go")
    day.answer(pill, (0.5, 0.5))
    small = day.pause_for_prompt()
    assert day.desktop.area(small).width < day.desktop.width // 2
    day.answer(small, START)
    assert day.wait_for_outcome()["outcome"] == "taken"


def test_a_firm_prompt_ends_by_command_and_folds_by_itself(begin: Begin) -> None:
    day = begin(FIRM, fold_seconds=3)
    be_asked_firmly(day)
    day.desktop.find_window(title=PILL)
    day.command("skip")
    assert day.wait_for_outcome()["outcome"] == "skipped"
    assert day.prompts() == []


def test_what_is_typed_when_a_firm_prompt_comes_lands_where_it_was_typed(
    begin: Begin, virtual_desktop: VirtualDesktop
) -> None:
    kept_in = virtual_desktop.folder / "strict_editor.json"
    virtual_desktop.start(sys.executable, EDITOR, kept_in)
    editor = virtual_desktop.find_window(title="^Editor under test$")
    virtual_desktop.click(300, 300)
    wait_until(kept_in.exists, "the editor to be clicked")
    day = begin(FIRM, tolerance_seconds=1, lull_seconds=30)
    day.type_until(lambda: day.prompts(), "a prompt amid the typing")
    virtual_desktop.type_text("still here")
    wait_until(lambda: "still here" in kept_in.read_text(), "the words in the editor")
    (prompt,) = day.prompts()
    wait_until(lambda: virtual_desktop.focused_window() == prompt, "the keyboard")
    # Turning to another window works, and what is typed there arrives.
    virtual_desktop.key("alt+Tab")
    wait_until(lambda: virtual_desktop.focused_window() == editor, "the other window")
    virtual_desktop.type_text("and back again")
    wait_until(lambda: "and back again" in kept_in.read_text(), "the words in the editor")
    assert day.breaks()[0]["outcome"] is None


def test_a_firm_prompt_of_a_program_that_hangs_locks_nobody_out(
    begin: Begin, virtual_desktop: VirtualDesktop
) -> None:
    kept_in = virtual_desktop.folder / "free_editor.json"
    virtual_desktop.start(sys.executable, EDITOR, kept_in)
    editor = virtual_desktop.find_window(title="^Editor under test$")
    virtual_desktop.click(300, 300)
    wait_until(kept_in.exists, "the editor to be clicked")
    day = begin(FIRM)
    prompt = be_asked_firmly(day)
    wait_until(lambda: virtual_desktop.focused_window() == prompt, "the keyboard")
    time.sleep(1)
    os.kill(day.app.pid, signal.SIGSTOP)
    try:
        virtual_desktop.key("alt+Tab")
        wait_until(lambda: virtual_desktop.focused_window() == editor, "the other window")
        virtual_desktop.type_text("still at work")
        wait_until(lambda: "still at work" in kept_in.read_text(), "the words in the editor")
        wait_until(lambda: is_above(virtual_desktop, editor, prompt), "the editor in front")
    finally:
        os.kill(day.app.pid, signal.SIGCONT)


def is_above(desktop: VirtualDesktop, one: int, other: int) -> bool:
    """Whether the one window covers the other."""
    command = ("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
    told = subprocess.run(command, env=desktop.env, capture_output=True, text=True, check=True)
    order = [int(window, 16) for window in re.findall("0x[0-9a-f]+", told.stdout)]
    return order.index(one) > order.index(other)


def test_another_virtual_desktop_is_free_of_a_firm_prompt(
    begin: Begin, virtual_desktop: VirtualDesktop
) -> None:
    day = begin(FIRM)
    prompt = be_asked_firmly(day)
    wait_until(lambda: virtual_desktop.focused_window() == prompt, "the keyboard")
    virtual_desktop.key("ctrl+alt+Right")
    wait_until(lambda: virtual_desktop.windows(title=PROMPT) == [], "another desktop")
    virtual_desktop.key("ctrl+alt+Left")
    assert day.pause_for_prompt() == prompt


def test_a_firm_prompt_is_no_full_screen_program_that_would_hold_it_back(begin: Begin) -> None:
    day = begin(FIRM, release_seconds=1)
    prompt = be_asked_firmly(day)
    wait_until(lambda: day.desktop.focused_window() == prompt, "the keyboard")
    time.sleep(2)
    assert day.prompts() == [prompt]
    assert day.status()["state"] == "asked"
    day.desktop.key("Escape")
    day.desktop.find_window(title=PILL)
    time.sleep(2)
    assert day.status()["state"] == "asked"


def test_a_gentle_prompt_comes_as_the_pill_and_opens_for_the_person(begin: Begin) -> None:
    day = begin(GENTLE)
    day.type_until_due()
    pill = day.desktop.find_window(title=PILL)
    assert day.prompts() == []
    assert day.desktop.focused_window() != pill
    day.answer(pill, (0.5, 0.5))
    day.answer(day.pause_for_prompt(), START)
    assert day.wait_for_outcome()["outcome"] == "taken"
