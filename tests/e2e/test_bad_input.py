"""The real app with files it cannot use: it says so where one looks, and goes on."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.workday import START, Workday
from virtual_desktop import VirtualDesktop, wait_until


def trouble_of(day: Workday) -> list[str]:
    trouble: list[str] = day.status()["trouble"]
    return trouble


def test_a_broken_settings_file_is_named_with_its_line_and_the_last_values_stay(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(virtual_desktop, throw_away_home, interval_seconds=600)
    day.type_on()  # The person may have been away for long: nobody knows when the next one comes.
    next_prompt_at = wait_until(lambda: day.status()["next_prompt_at"], "a time of asking")
    assert trouble_of(day) == []
    file = throw_away_home / "settings.toml"
    broken = file.read_text() + "\n[look]\ntheme = \n"
    file.write_text(broken)

    (line,) = wait_until(lambda: trouble_of(day), "the trouble")
    assert str(file) in line
    assert f"line {broken.count(chr(10))}" in line
    assert file.read_text() == broken
    assert day.status()["next_prompt_at"] >= next_prompt_at

    file.write_text("[trial]\ninterval_seconds = 600\n")
    wait_until(lambda: trouble_of(day) == [], "the trouble to go")


def test_a_value_out_of_range_is_named_with_what_is_allowed(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(virtual_desktop, throw_away_home, interval_seconds=600)
    file = throw_away_home / "settings.toml"
    file.write_text("[snooze]\nlimit = 99\nminuets = 5\n")
    wait_until(lambda: len(trouble_of(day)) == 2, "the trouble")
    limit, unknown = sorted(trouble_of(day), key=lambda line: "minuets" in line)
    assert "snooze.limit" in limit
    assert "from 0 to 10" in limit
    assert "did you mean snooze.minutes?" in unknown


def test_breaks_still_work_where_the_history_cannot_be_written(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    # Nobody, not even root, can write a file where a folder is.
    (throw_away_home / "history.sqlite3").mkdir(parents=True)
    day = Workday(virtual_desktop, throw_away_home)
    (line,) = wait_until(lambda: trouble_of(day), "the trouble")
    assert "history.sqlite3" in line
    day.type_until(lambda: day.status()["state"] == "waiting", "a break to be due")
    day.answer(day.pause_for_prompt(), START)
    wait_until(lambda: day.status()["state"] == "guided", "the guide")
    wait_until(lambda: day.status()["state"] == "working", "the end of the break", 90)
    assert day.status()["sitting_seconds"] < 10


def test_a_persons_own_exercise_file_with_a_fault_is_named_with_the_place_in_it(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    throw_away_home.mkdir(parents=True)
    own = throw_away_home / "exercises.json"
    own.write_text('{"version": 1, "exercises": [{"id": "mine"}]}')
    day = Workday(virtual_desktop, throw_away_home)
    day.type_until_due()
    day.pause_for_prompt()
    trouble = wait_until(lambda: trouble_of(day), "the trouble")
    assert str(own) in trouble[0]
    assert "exercises[0]" in trouble[0]
