"""What must hold while the whole app cannot write its history, and once it can again."""

from __future__ import annotations

import json

import pytest

from tests.faults.headless_app import STRETCH, HeadlessApp
from virtual_desktop import wait_until


def take_a_break_that_cannot_be_kept(app: HeadlessApp, because: str) -> None:
    """It goes on to its end, and what is wrong is told in one sentence; what was kept is read."""
    file = app.folders.history_file
    app.command("break", "--exercise", STRETCH)
    assert app.status()["state"] == "guided"
    wait_until(lambda: app.status()["state"] == "working", "the end of the break", 60)
    assert what_cannot_be_written(app) == [f"History cannot be written: {file} {because}."]
    assert breaks_taken(app) == 1


def see_that_all_is_written_at_last(app: HeadlessApp) -> None:
    app.command("break")  # the next thing to be kept takes along what waits
    assert what_cannot_be_written(app) == []
    assert breaks_taken(app) == 2
    assert [one["held"] for one in app.breaks()[:2]] == [pytest.approx(1.0, abs=0.01)] * 2
    assert app.quit() == 0
    assert [one["outcome"] for one in app.breaks()] == ["taken", "taken", "skipped"]
    assert "Traceback" not in app.log()


def what_cannot_be_written(app: HeadlessApp) -> list[str]:
    """The sentences about it; the daily backup may have its own to say."""
    return [line for line in app.status()["trouble"] if "cannot be written" in line]


def breaks_taken(app: HeadlessApp) -> int:
    """As the report of this week has it."""
    count: int = json.loads(app.command("report", "--format", "json"))["counts"]["taken"]
    return count
