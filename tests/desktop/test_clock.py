"""The clock tells the time of the zone the computer is set to, and a time that never jumps."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.desktop import clock


def test_a_moment_carries_an_aware_wall_time() -> None:
    moment = clock.read_moment()
    assert moment.wall.utcoffset() is not None
    assert abs(moment.wall - datetime.now(UTC)) < timedelta(minutes=1)


def test_monotonic_time_never_goes_back() -> None:
    readings = [clock.read_moment().monotonic_seconds for _ in range(100)]
    assert readings == sorted(readings)


def test_monotonic_time_counts_suspend_where_the_system_has_such_a_clock() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    reading = clock.monotonic_seconds()
    assert before <= reading <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_the_zone_knows_its_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    zone = clock.local_zone()
    assert datetime(2026, 1, 15, 12, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 7, 15, 12, tzinfo=zone).utcoffset() == timedelta(hours=2)


def test_travelling_changes_the_zone_while_the_app_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    at_home = clock.read_moment().wall
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert clock.read_moment().wall.utcoffset() == timedelta(hours=9)
    assert at_home.tzinfo is not clock.read_moment().wall.tzinfo


def test_the_zone_is_read_from_the_link_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/New_York")
    monkeypatch.setattr(clock, "_LOCAL_TIME_FILE", link)
    assert str(clock.local_zone()) == "America/New_York"


def test_a_copied_zone_file_serves_as_well_as_a_link(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    copy = tmp_path / "localtime"
    copy.write_bytes(Path("/usr/share/zoneinfo/America/New_York").read_bytes())
    monkeypatch.setattr(clock, "_LOCAL_TIME_FILE", copy)
    winter = datetime(2026, 1, 15, 12, tzinfo=clock.local_zone())
    assert winter.utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize("named", ["", "Nowhere/Atlantis", "CET-1CEST,M3.5.0,M10.5.0/3", "../x"])
def test_a_strange_zone_variable_still_gives_an_aware_time(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("TZ", named)
    time.tzset()
    try:
        moment = clock.read_moment()
        assert moment.wall.utcoffset() == datetime.now().astimezone().utcoffset()
    finally:
        monkeypatch.undo()
        time.tzset()
