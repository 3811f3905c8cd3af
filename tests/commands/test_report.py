"""`deskstretch report` shows a week of the history, and says what it cannot."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord
from deskstretch.core.week import week_of
from deskstretch.store.history import History
from tests.commands.programs import deskstretch

MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=timezone(timedelta(hours=1)))
LEFT = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0)


@pytest.fixture
def history_file(throw_away_home: Path) -> Path:
    return throw_away_home / "history.sqlite3"


def keep_two_breaks(file: Path, first_at: datetime) -> None:
    """One taken with a hold on the left, one skipped."""
    history = History.open(file)
    taken = history.open_break(first_at, 2700)
    history.begin_steps(taken, first_at, None, [LEFT])
    history.keep_held(taken, 0, 15)
    history.close_break(taken, Outcome.TAKEN, first_at)
    skipped = history.open_break(first_at, 2700)
    history.close_break(skipped, Outcome.SKIPPED, first_at)
    history.close()


def test_the_json_agrees_with_what_was_kept(history_file: Path) -> None:
    keep_two_breaks(history_file, MONDAY)
    ended = deskstretch("report", "--week", "2026-W47", "--format", "json")
    assert (ended.returncode, ended.stderr) == (0, "")
    report = json.loads(ended.stdout)
    assert report["compliance"] == {"part": 1, "whole": 2, "percent": 50}
    assert report["held_seconds"] == {"left": 15.0, "right": 0.0, "both": 0.0}


def test_without_a_week_it_is_this_one(history_file: Path) -> None:
    now = datetime.now().astimezone()
    keep_two_breaks(history_file, now)
    report = json.loads(deskstretch("report", "--format", "json").stdout)
    # A week may have begun between the two readings of the clock.
    if report["period"] == str(week_of(now.date())):
        assert report["counts"]["taken"] == 1
    else:
        assert report["period"] == str(week_of(datetime.now().astimezone().date()))


def test_without_a_format_it_is_text_for_a_person(history_file: Path) -> None:
    keep_two_breaks(history_file, MONDAY)
    ended = deskstretch("report", "--week", "2026-W47")
    assert ended.returncode == 0
    assert "Breaks taken" in ended.stdout
    assert "1 of 2  50 %" in ended.stdout


def test_before_anything_was_kept_it_says_so_and_makes_no_file(history_file: Path) -> None:
    ended = deskstretch("report", "--week", "2026-W47")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "No breaks were due this week." in ended.stdout
    assert not history_file.exists()


@pytest.mark.parametrize(
    ("week", "allowed"),
    [("47", "weeks like 2026-W47"), ("2025-W53", "2025-W01 to 2025-W52")],
)
def test_a_week_that_does_not_exist_is_refused_with_what_is_allowed(
    week: str, allowed: str
) -> None:
    ended = deskstretch("report", "--week", week)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"{week!r} is not a week; allowed are {allowed}" in ended.stderr


@pytest.mark.parametrize(
    ("option", "period"), [("--month", "2026-11"), ("--year", "2026"), ("--week", "2026-W47")]
)
def test_any_period_can_be_asked_for(history_file: Path, option: str, period: str) -> None:
    keep_two_breaks(history_file, MONDAY)
    report = json.loads(deskstretch("report", option, period, "--format", "json").stdout)
    assert (report["kind"], report["period"]) == (option.strip("-"), period)
    assert report["counts"]["taken"] == 1


def test_a_month_without_its_name_is_this_one(history_file: Path) -> None:
    before = datetime.now().astimezone().date()
    report = json.loads(deskstretch("report", "--month", "--format", "json").stdout)
    after = datetime.now().astimezone().date()
    assert report["period"] in (f"{before:%Y-%m}", f"{after:%Y-%m}")


@pytest.mark.parametrize(
    ("name", "begin"), [("csv", b"period,"), ("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")]
)
def test_a_report_can_be_written_to_a_file(
    history_file: Path, tmp_path: Path, name: str, begin: bytes
) -> None:
    keep_two_breaks(history_file, MONDAY)
    file = tmp_path / f"week.{name}"
    words = ("report", "--week", "2026-W47", "--format", name)
    ended = deskstretch(*words, "--output", str(file))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert file.read_bytes().startswith(begin)
    nowhere = tmp_path / "none" / "week"
    ended = deskstretch(*words, "--output", str(nowhere))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"{nowhere}: cannot be written (No such file or directory)\n"


@pytest.mark.parametrize(("option", "text"), [("--month", "2026-13"), ("--year", "26")])
def test_a_month_or_year_that_does_not_exist_is_refused(option: str, text: str) -> None:
    ended = deskstretch("report", option, text)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"{text!r} is not a" in ended.stderr


def test_two_periods_at_once_are_refused() -> None:
    assert deskstretch("report", "--month", "2026-11", "--year", "2026").returncode == 2


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    ended = deskstretch("report", "--format", "yaml")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "'text', 'json'" in ended.stderr or "text, json" in ended.stderr


def test_a_history_that_cannot_be_read_is_named(history_file: Path) -> None:
    history_file.parent.mkdir(parents=True)
    history_file.write_bytes(b"this is no history" * 100)
    ended = deskstretch("report")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"History cannot be read: {history_file} is damaged.\n"
