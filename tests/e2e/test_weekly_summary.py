"""The weekly summary in a running app: told by the desktop at its time, it leads to the week."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.summary import summed_up_week
from deskstretch.core.working_hours import WEEKDAYS
from deskstretch.store.history import History
from tests.e2e.test_notification import NOTIFICATION, SHOW, notifyd
from tests.e2e.workday import Workday
from virtual_desktop import VirtualDesktop, wait_until

__all__ = ["notifyd"]

_START_SECONDS = 12
"""The app must be up before its minute comes."""
WEEK = "^Your week$"


def keep_a_break_of_the_week_that_is_summed_up(home: Path, now: datetime) -> None:
    home.mkdir(parents=True, exist_ok=True)
    monday = summed_up_week(now.date()).first_day
    at = now.replace(year=monday.year, month=monday.month, day=monday.day)
    history = History.open(home / "history.sqlite3")
    history.close_break(history.open_break(at, 2700), Outcome.TAKEN, at)
    history.close()


@pytest.mark.usefixtures("notifyd")
def test_it_is_told_at_its_minute_and_leads_to_the_week(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    if datetime.now().astimezone().second > 60 - _START_SECONDS:
        time.sleep(_START_SECONDS)
    now = datetime.now().astimezone()
    keep_a_break_of_the_week_that_is_summed_up(throw_away_home, now)
    due = now + timedelta(minutes=1)
    settings = (
        f'[review]\nsummary_day = "{WEEKDAYS[due.weekday()]}"\nsummary_time = "{due:%H:%M}"\n'
    )
    day = Workday(virtual_desktop, throw_away_home, settings, interval_seconds=7000)
    found = wait_until(
        lambda: virtual_desktop.windows(program_class=NOTIFICATION), "the summary", seconds=75
    )
    assert virtual_desktop.windows(title=WEEK) == []
    day.answer(found[0], SHOW)
    virtual_desktop.find_window(title=WEEK)
